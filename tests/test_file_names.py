"""Names for files that every system takes."""

import unicodedata

import pytest
from helpers.examples import examples
from hypothesis import given
from hypothesis import strategies as st

from handout.files import distinct_names


@pytest.mark.parametrize(
    ("wish", "name"),
    [
        ("mims-account-3A", "mims-account-3A"),
        ("mims-account-3/A", "mims-account-3-A"),
        ("mims-account-..", "mims-account"),
        ("mims-account-CON", "mims-account-CON"),
        ("3 Joy & Love", "3-Joy-Love"),
        ("../../etc/passwd", "etc-passwd"),
        ("1 Café", "1-Café"),
        ("1 Cafe\u0301", "1-Café"),
        ("三年级", "三年级"),
        ("மூன்று", "மூன்று"),
        ("3A\u202egpj\x00\n", "3A-gpj"),
        ("3_A", "3_A"),
        ("", "unnamed"),
        ("CON", "CON-file"),
        ("lpt1", "lpt1-file"),
        ("console", "console"),
        ("..", "unnamed"),
        ("A" * 500, "A" * 60),
    ],
)
def test_a_name_is_safe_and_still_known(wish: str, name: str) -> None:
    assert distinct_names([wish]) == [name]


def test_names_that_clash_get_numbers() -> None:
    assert distinct_names(["3A", "3a", "3/A", "3-A", "3-a-2", "..", ""]) == [
        "3A",
        "3a-2",
        "3-A",
        "3-A-2",
        "3-a-2-2",
        "unnamed",
        "unnamed-2",
    ]


@pytest.mark.slow
@examples(200)
@given(st.lists(st.text(st.characters(codec="utf-8"), max_size=90), max_size=12))
def test_no_two_names_are_one_file_anywhere(wishes: list[str]) -> None:
    names = distinct_names(wishes)
    assert len(names) == len(wishes)
    alike_on_some_system = {unicodedata.normalize("NFD", name).casefold() for name in names}
    assert len(alike_on_some_system) == len(names)
    for name in names:
        assert len(f"{name}.pdf".encode()) <= 255
        assert not set(name) & set('/\\:*?"<>|. ')
        assert name.replace("-", "x").replace("_", "x").strip() == name.replace("-", "x").replace("_", "x")
