"""Tables and lists in lists, optional parts, and texts that nobody has written yet."""

from pathlib import Path

import pytest
from helpers.school import ROOT

from handout import load_content
from handout.content import edit_content
from handout.content.unwritten import unwritten_alts
from handout.model import Bullets, Content, Guides, Nested, Numbered, Run, Table, plain

GOOD = (ROOT / "content.yaml").read_text("utf-8")


def read(folder: Path, text: str) -> Content:
    (folder / "content.yaml").write_text(text, "utf-8")
    (folder / "images").mkdir(exist_ok=True)
    for number in range(1, 9):
        (folder / f"images/mims{number}.png").touch()
    return load_content(folder / "content.yaml")


def test_a_row_is_one_text_with_bars_between_its_cells(tmp_path: Path) -> None:
    table = {"head": "Level | Who | Where", "rows": ["P1 | **Parents** | a\\|b"]}
    content = read(tmp_path, edit_content(GOOD, {("text",): [{"table": table}]}))
    assert content.text == (
        Table(
            ((Run("Level"),), (Run("Who"),), (Run("Where"),)),
            (((Run("P1"),), (Run("Parents", bold=True),), (Run("a|b"),)),),
        ),
    )


def test_a_cell_may_be_empty_and_have_two_lines(tmp_path: Path) -> None:
    table = {"head": "| Who", "rows": ["P1 |", "One\ntwo | {school}"]}
    (read_table,) = read(tmp_path, edit_content(GOOD, {("text",): [{"table": table}]})).text
    assert isinstance(read_table, Table)
    cells = [[plain(cell) for cell in row] for row in (read_table.head, *read_table.rows)]
    assert cells == [["", "Who"], ["P1", ""], ["One\ntwo", "Rain Tree Primary School"]]


def test_an_entry_of_a_list_may_have_a_list_below_it(tmp_path: Path) -> None:
    entries = ["One", {"text": "Two", "numbered": ["a", "b"]}, {"text": "Three", "bullets": ["c"]}]
    (bullets,) = read(tmp_path, edit_content(GOOD, {("text",): [{"bullets": entries}]})).text
    a, b, c = ((Run(letter),) for letter in "abc")
    assert bullets == Bullets(
        ((Run("One"),), Nested((Run("Two"),), Numbered((a, b))), Nested((Run("Three"),), Bullets((c,))))
    )


def test_text_and_guides_may_be_left_out(tmp_path: Path) -> None:
    content = read(tmp_path, edit_content(GOOD, {("text",): None, ("guides",): None}))
    assert (content.text, content.guides) == ((), Guides((), ()))


@pytest.mark.parametrize("alt", ["", "TO WRITE", "TO WRITE: what it shows"])
def test_a_picture_that_waits_for_its_alt_text_is_named(tmp_path: Path, alt: str) -> None:
    content = read(tmp_path, edit_content(GOOD, {("guides", "pictures", 1, "alt"): alt}))
    assert [guide.alt == () for guide in content.guides.pictures] == [False, True, *[False] * 6]
    (problem,) = unwritten_alts(content)
    line = 1 + GOOD[: GOOD.index("image: images/mims2")].count("\n")
    assert str(problem) == (
        f'{tmp_path}/content.yaml:{line}: "mims2.png" has no alt text yet: '
        "somebody who cannot see it learns nothing from it. Write after alt: what the picture shows."
    )
