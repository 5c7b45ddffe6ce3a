"""A set that was printed from quite another list is said to be that, once, and nothing more."""

from pathlib import Path

import pytest
from helpers.school import child

from handout.checking.printed import Field, Panel, PrintedSet
from handout.checking.strangers import of_other_children
from handout.model import Roster


@pytest.mark.parametrize(
    ("printed", "listed", "words"),
    [
        (["ANN LEE"], ["LIM JO"], "its only child is not in it"),
        (["ANN LEE", "TAN MEI"], ["LIM JO"], "none of its 2 children is in it"),
        (["ANN LEE", "TAN MEI", "LIM JO"], ["LIM JO"], "1 of its 3 children is in it"),
        (["ANN LEE", "TAN MEI", "LIM JO", "RAJ KUMAR", "ONG KAI"], ["LIM JO", "TAN MEI"], "2 of its 5 children are in it"),
        (["ANN LEE", "LIM JO"], ["LIM JO"], ""),
        (["", ""], ["LIM JO"], ""),
    ],
)  # fmt: skip
def test_fewer_than_half_of_the_children(printed: list[str], listed: list[str], words: str) -> None:
    panels = [Panel(page, {"name": Field("".join(name.split()))}) for page, name in enumerate(printed, 1)]
    pdf = PrintedSet([], panels, [], [], is_one_sided=True)
    roster = Roster(Path("list.csv"), tuple(map(child, listed)), (), ())
    found = [
        (difference.what, difference.page, difference.remedy) for difference in of_other_children(pdf, roster)
    ]
    assert found == ([(f"this set was not made from this list: {words}.", 0, "file")] if words else [])
