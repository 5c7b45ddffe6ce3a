"""The letters of a cell: as they are printed, and those that nobody sees."""

import pytest

from handout.classlist.letters import has_unseen, may_be_added, one_spaced


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        (" TAN \t MEI\n", "TAN MEI"),
        ("Zoe\u0301  Tan", "Zoé Tan"),
        ("３Ａ", "3A"),
        ("JO\u2010ANN\u2011LEE\u00a0X", "JO-ANN-LEE X"),
    ],
)
def test_a_text_as_it_is_printed(text: str, printed: str) -> None:
    assert one_spaced(text) == printed


@pytest.mark.parametrize(("letters", "added"), [("陈", True), ("க", True), ("한", True), ("か", True), ("カ", True),
                                               ("Ж陈", True), ("𒀀", False), ("\ue000", False), ("", False)])  # fmt: skip
def test_letters_for_which_there_are_typefaces(letters: str, *, added: bool) -> None:
    assert may_be_added(letters) == added


@pytest.mark.parametrize(
    ("text", "unseen"),
    [
        ("TAN MEI", False),
        ("TAN\tMEI\n", False),
        ("Zoé 陈", False),
        ("TAN\u00a0MEI", False),
        ("TAN\x07MEI", True),
        ("TAN\x7fMEI", True),
        ("é\x85x", True),
        ("陈\u2028x", True),
        ("陈\u200b", True),
        ("陈\ue000", True),
        ("陈\U000e0001", True),
        ("陈\u0378", True),
    ],
)
def test_letters_that_nobody_sees(text: str, *, unseen: bool) -> None:
    assert has_unseen(text) == unseen
