"""The works behind the pages, asked directly."""

from dataclasses import replace
from pathlib import Path

import pytest
from helpers.pdfs import page_count, page_text

from handout.errors import RosterError, UsageError
from handout.model import PLAIN, Roster
from handout.printing import PrintOrder
from handout.web.choices import Choices
from handout.web.school import School
from handout.web.work import ClassList, Count, measure, preview, print_handout, print_set, read_list

LIST = ClassList(
    "list.csv",
    b"No,Name,Class,Email\n1,TAN MEI LING,3A,tan_mei_ling@students.edu.sg\n2,LIM JO ANN LEE,3A,\n1,RAJ KUMAR,5B,\n",
    derive="never",
)
SLIPS = Choices(order=PrintOrder("slips"))


@pytest.fixture
def file(school: Path) -> School:
    return School(school / "content.yaml")


@pytest.fixture
def roster(file: School) -> Roster:
    return next(read_list(file, LIST))


@pytest.mark.slow
def test_what_a_choice_comes_to(file: School, roster: Roster) -> None:
    counts = next(measure(file, roster, Choices(order=PrintOrder(spares=1))))
    assert counts["3A"] == Count(children=2, given=1, derived=0, blank=1, spares=1, pages=12, sheets=6)
    assert counts["5B"].pages == 8
    some = Choices(order=PrintOrder("sheet", checklist=True), everybody=False, children=frozenset({(1, 0)}))
    assert {name: count.pages for name, count in next(measure(file, roster, some)).items()} == {"5B": 1}
    slips = next(measure(file, roster, SLIPS))["3A"]
    assert slips.pages == slips.sheets == 1


def test_what_is_no_list_is_refused(file: School) -> None:
    with pytest.raises(RosterError):
        next(read_list(file, ClassList("list.csv", b"1,2\n")))


@pytest.mark.slow
@pytest.mark.parametrize("layout", ["pack", "sheet", "slips"])
def test_the_preview_is_a_picture(file: School, roster: Roster, layout: str) -> None:
    order = PrintOrder(layout)
    pictures = {
        show: next(preview(file, roster, Choices(order=order, show=show)))
        for show in ("first", "0-1", "longest", "list")
    }
    assert all(picture.startswith(b"\x89PNG") for picture in pictures.values())
    assert pictures["longest"] == pictures["0-1"]
    assert len(set(pictures.values())) == 3
    with_spares = Choices(order=order._replace(spares=2), show="list")
    assert next(preview(file, roster, with_spares)) != pictures["list"]
    assert next(preview(file, None, Choices())).startswith(b"\x89PNG")


@pytest.mark.slow
def test_printing_yields_after_every_file(file: School, roster: Roster) -> None:
    printed = list(print_set(file, roster, Choices(order=PrintOrder(checklist=True))))
    assert [(made.name, made.of, made.is_list) for made in printed] == [
        ("mims-account-3A.pdf", 4, False),
        ("mims-account-3A-hand-out-list.pdf", 4, True),
        ("mims-account-5B.pdf", 4, False),
        ("mims-account-5B-hand-out-list.pdf", 4, True),
    ]
    assert "RAJ KUMAR" in page_text(printed[2].data, 0)
    assert printed[0].count == Count(2, 1, 0, 1, pages=8, sheets=4)
    assert printed[1].count.pages == page_count(printed[1].data) == 1
    assert [made.one_sided for made in printed] == [False, True, False, True], "one page has no other side"


@pytest.mark.slow
def test_all_classes_in_one_file_are_counted_together(file: School, roster: Roster) -> None:
    (made,) = print_set(file, roster, Choices(order=PrintOrder("slips", together=True)))
    assert (made.name, made.classes, made.one_sided) == ("mims-account-classes-slips.pdf", ("3A", "5B"), True)
    assert (made.count.children, made.count.pages) == (3, page_count(made.data))


@pytest.mark.slow
def test_a_list_with_problems_is_printed_only_where_that_is_meant(file: School) -> None:
    wrong = replace(LIST, data=LIST.data.replace(b"tan_mei_ling@", b"tan mei@"))
    roster = next(read_list(file, wrong))
    with pytest.raises(UsageError, match="space in it"):
        next(print_set(file, roster, Choices()))
    assert len(list(print_set(file, roster, Choices(print_rest=True)))) == 2


def test_nobody_is_ticked(file: School, roster: Roster) -> None:
    with pytest.raises(UsageError, match="Nobody is ticked"):
        next(measure(file, roster, Choices(everybody=False)))


def test_the_plain_handout(file: School) -> None:
    (made,) = print_handout(file, PLAIN)
    assert made.name == "mims-account.pdf"
    assert made.count.pages == page_count(made.data) == 3
