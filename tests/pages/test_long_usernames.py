"""Where a username that is too long for one line is cut, read back from what is printed."""

from itertools import pairwise

import pytest
from helpers.pdfs import find_word
from helpers.school import checklist, child

from handout import class_set
from handout.model import Content, Layout, Look

pytestmark = pytest.mark.slow

AT = "@students.edu.sg"
LONGEST_BEFORE_AT = "muhammad_danish_haziq_bin_abdul_rahman_shah"  # 43 letters
LONGER = [
    "muhammad_danish_haziq_bin_abdul_rahman_osman",
    "muhammad_danish_haziq_bin_abdul_rahma_bin_iskandar",
]


def lines(pdf: bytes, page: int, username: str) -> list[str]:
    """As they are printed: a line ends where the next letter is further left."""
    found = find_word(pdf, page, username)
    text = username[:1]
    for letter, following in pairwise(found):
        text += ("\n" if following.left < letter.left - 10 else "") + following.character
    return text.splitlines()


@pytest.mark.parametrize(
    "length", [*(pytest.param(length, marks=pytest.mark.slow) for length in (40, 41, 42)), 43]
)
@pytest.mark.parametrize("layout", ["pack", "sheet", "slips"])
def test_up_to_43_letters_before_the_at_are_on_one_line(
    content: Content, layout: Layout, length: int
) -> None:
    local = LONGEST_BEFORE_AT[-length:]
    pdf = class_set(content, [child("SHAH", username=local + AT)], layout=layout)
    assert lines(pdf, 0, local + AT) == [local, AT]
    sizes = {letter.size for letter in find_word(pdf, 0, local + AT)}
    assert min(sizes) >= 13 - 0.01


@pytest.mark.parametrize("sign", "_-")
@pytest.mark.parametrize("local", [LONGER[0], pytest.param(LONGER[1], marks=pytest.mark.slow)])
@pytest.mark.parametrize("layout", ["pack", "sheet", "slips"])
def test_no_line_of_a_username_ends_with_an_underscore_or_hyphen(
    content: Content, layout: Layout, local: str, sign: str
) -> None:
    """Who copies it would miss the sign there, or take it for a hyphen of the print: it begins the next line."""
    username = local.replace("_", sign) + AT
    pdf = class_set(content, [child("SHAH", username=username)], layout=layout)
    first, second = lines(pdf, 0, username)
    assert not first.endswith(sign)
    assert second.startswith(sign)


def test_nor_in_large_print(content: Content) -> None:
    pdf = class_set(content, [child("SHAH", username=LONGER[0] + AT)], Look(large=True))
    first, second = lines(pdf, 0, LONGER[0] + AT)
    assert not first.endswith("_")
    assert second.startswith("_")
    assert min(letter.size for letter in find_word(pdf, 0, LONGER[0] + AT)) >= 18 - 0.01


@pytest.mark.parametrize("sign", "_-")
@pytest.mark.parametrize("local", [LONGEST_BEFORE_AT, *LONGER])
def test_nor_in_the_hand_out_list(content: Content, local: str, sign: str) -> None:
    word = local.replace("_", sign)
    derived = child("SHAH", username=word + AT)._replace(origin="derived")
    first, *others = lines(checklist(content, "3A", [derived]), 0, word)
    assert others
    assert not any(line.endswith(sign) for line in (first, *others))
