"""Names and values where they do not belong: on pages given by hand, and in texts beside them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from helpers.school import child

from handout.checking.difference import Difference
from handout.checking.graphics import Box
from handout.checking.leaks import _names_beside, _values, stray_differences
from handout.checking.listed import Listed
from handout.checking.printed import Field, Panel, PrintedSet
from handout.checking.surfaces import Page, Surface
from handout.model import Roster
from handout.spreadsheets import RawRow

MEI = child("TAN MEI", number="1")
LING = child("TAN MEI LING", number="2")
JOY = child("JOY", "3 JOY", number="3")
PAGE = child("Page", number="4")
ROSTER = Roster(Path("list.csv"), (MEI, LING, JOY, PAGE), (), ())
OWN = ("TANMEI", "3A", "1", "tan_mei@students.edu.sg")


def stray(
    *pages: str, said: str = "", own: dict[int, tuple[str, ...]] | None = None
) -> list[tuple[int, str]]:
    """Differences of pages with these words."""
    names = ("name", "class_name", "register_number", "username")
    panels = [
        Panel(number, dict(zip(names, map(Field, values), strict=True)))
        for number, values in (own or {}).items()
    ]
    read = [
        Page(number, Box(0, 0, 1, 1), Surface((), {1: words}, (), frozenset()), {}, ())
        for number, words in enumerate(pages, 1)
    ]
    found = stray_differences(PrintedSet(read, panels, [], [], is_one_sided=True), ROSTER, said)
    return [(difference.page, difference.what) for difference in found]


def of(student: str) -> str:
    return f"the name or username of {student} is where it does not belong."


def test_a_child_s_own_page_has_its_name_and_username_once() -> None:
    words = "TANMEI3A1tan_mei@students.edu.sg"
    assert stray(words, own={1: OWN}) == []
    assert stray(words + "TANMEI", own={1: OWN}) == [(1, of("No. 1 TAN MEI"))]
    assert stray(words, words, own={1: OWN}) == [(2, of("No. 1 TAN MEI"))]
    assert stray(words, own={2: OWN}) == [(1, of("No. 1 TAN MEI"))]


def test_another_child_s_name_is_reported_once_a_page_the_longest_first() -> None:
    assert stray("x", "TANMEILING tan_mei@students.edu.sg", "TANMEI", own={1: OWN}) == [
        (2, of("No. 1 TAN MEI")),
        (3, of("No. 1 TAN MEI")),
    ]
    assert stray("TANMEILING") == [(1, of("No. 2 TAN MEI LING"))]


def test_two_children_of_slips_on_one_page() -> None:
    both = {1: OWN}
    words = "TANMEI tan_mei@students.edu.sg"
    assert stray(words, own=both) == []
    assert stray(f"{words} JOY", own=both) == [(1, of("No. 3 JOY"))]


def test_what_content_yaml_says_is_no_child_s_name() -> None:
    assert stray("WithJOYandJOY", said="WithJOYandJOY") == []
    assert stray("WithJOYandJOYandJOY", said="WithJOYandJOY") == [(1, of("No. 3 JOY"))]


def test_a_word_of_every_page_is_no_child_s_name() -> None:
    """Ours is on each page once, as in Page 1 of 4."""
    assert stray("Page1of4") == []
    assert stray("Page1of4Page") == [(1, of("No. 4 Page"))]


def test_a_name_outside_the_pages() -> None:
    def beside(*texts: str, said: str = "") -> list[str]:
        return [difference.what for difference in _names_beside(texts, ROSTER, said)]

    assert beside("Class 3A", "TAN") == []
    assert beside("by TAN MEI LING") == [
        "the name or username of No. 2 TAN MEI LING is in the file outside its pages."
    ]
    assert beside("x", "TAN", "MEI") == [
        "the name or username of No. 1 TAN MEI is in the file outside its pages."
    ], "six letters"
    assert beside("JOY") == [], "any text may have three letters by chance"
    assert beside("joy@students.edu.sg") == [
        "the name or username of No. 3 JOY is in the file outside its pages."
    ]
    assert beside("TAN MEI", said="xTANMEIx") == []


@pytest.mark.parametrize(
    ("cells", "everything", "count"),
    [
        (("Hunter2-Hunter2", "91234567"), "nothing of it", ""),
        (("Hunter2-Hunter2", "91234567"), "x Hunter2-Hunter2 y", "1 value"),
        (("Hunter2-Hunter2", "91234567"), "Hunter2-Hunter2 91234567", "2 values"),
        (("567A",), "The last of it is 567A.", "1 value"),
        (("67A",), "The last of it is 67A.", ""),
        (("Blk 12 Clover Way",), "Blk12CloverWay", "1 value"),
        (("Blk 12 Clover Way",), "Blk 12 Clover Way", "1 value"),
        (("TAN MEI", "3 JOY", "joy@students.edu.sg"), "TANMEI TAN MEI 3 JOY joy@students.edu.sg", ""),
        (("Page", "MIMS"), "Page 1 of 4 MIMS", ""),
        (("3A No. 1",), "3A No. 1", ""),
    ],
)
def test_values_that_must_not_be_printed_are_counted_never_shown(
    cells: tuple[str, ...], everything: str, count: str
) -> None:
    listed = Listed([RawRow("", 1, ("", *cells))], "students.edu.sg")
    found: Iterator[Difference] = _values(everything, ROSTER, listed, "PageofMIMS")
    assert [difference.what for difference in found] == (
        [f"the file has {count} of the list that must not be printed."] if count else []
    )
