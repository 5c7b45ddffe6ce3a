"""Whose page each is, with the pages, the children and the list's rows given by hand."""

import pytest
from helpers.checked import JO, KAI, MEI, found, printed, row_of
from helpers.school import child

from handout.checking.printed import Bookmark, PrintedSet
from handout.model import Student


def test_all_is_right() -> None:
    assert found(printed(MEI, JO), (MEI, JO)) == []
    assert found(printed(MEI, JO, KAI, titles={1: "Class 3A", 3: "Class 5B"}), (MEI, JO, KAI)) == []


def test_no_bookmark_of_a_class() -> None:
    assert found(printed(MEI, titles={1: "Class 3B"}), (MEI,)) == [
        (0, "this file is not a set of a class in the list.", "file")
    ]


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"username": "tan_mei_1@students.edu.sg"}, "No. 1 TAN MEI has another username in the list."),
        ({"name": "TAN MAY"}, "no child of the list has the name, class and register number of this page."),
        ({"class_name": "3B"}, "no child of the list has the name, class and register number of this page."),
        (
            {"register_number": "7"},
            "no child of the list has the name, class and register number of this page.",
        ),
    ],
)
def test_a_page_on_which_one_value_is_another(changes: dict[str, str], words: str) -> None:
    pages = [what for _, what, _ in found(printed(MEI._replace(**changes), JO), (MEI, JO))]
    assert words in pages
    told_already = "username" in changes
    assert ("No. 1 TAN MEI has no page with the right name and username." in pages) != told_already


def test_namesakes_are_told_apart_by_how_many_pages_they_have() -> None:
    one, two = (
        MEI._replace(register_number=""),
        MEI._replace(register_number="", username="tan_mei_1@students.edu.sg"),
    )
    other = one._replace(username="tan_mei_2@students.edu.sg")
    pages = [what for _, what, _ in found(printed(other, JO), (one, two, JO))]
    assert pages == [
        "TAN MEI has another username in the list.",
        "TAN MEI has no page with the right name and username.",
    ]


def test_a_username_that_was_worked_out_where_the_list_now_leaves_it_blank() -> None:
    made, blank = JO._replace(origin="derived"), JO._replace(username="", origin="blank")
    says = "the username of No. 2 LIM JO was worked out, and as the list is read here it stays blank."
    assert found(printed(MEI, made), (MEI, blank))[0] == (2, says, "print")
    assert found(printed(MEI, JO), (MEI, blank))[0][1] == "No. 2 LIM JO has another username in the list."


@pytest.mark.parametrize(
    ("page", "student", "says"),
    [
        ("derived", "given", "is marked as worked out, but it is in the list"),
        ("given", "derived", "is worked out, but the page does not say so"),
    ],
)
def test_how_a_page_says_a_username_came_about(page: str, student: str, says: str) -> None:
    pdf = printed(MEI, JO._replace(origin=page))
    told = found(pdf, (MEI, JO._replace(origin=student)))
    assert (2, f"the username of No. 2 LIM JO {says}.", "print") in told


def test_an_empty_spare_is_nobody_s_and_the_pages_after_it_are_compared() -> None:
    spare = Student("", "3A", "", "", "blank")
    wrong = JO._replace(username="x@students.edu.sg")
    assert found(printed(MEI, spare, JO), (MEI, JO)) == []
    assert found(printed(MEI, spare, spare, wrong), (MEI, JO))[0][:2] == (
        4,
        "No. 2 LIM JO has another username in the list.",
    )


def test_pages_too_many_are_counted() -> None:
    second = (2, "a second page for No. 1 TAN MEI.", "print")
    assert found(printed(MEI, MEI, JO), (MEI, JO)) == [second]
    assert found(printed(MEI, MEI, MEI), (MEI,)) == [second, (3, second[1], "print")]
    twins = (child("LEE AH", number="", username=""),) * 2
    rows = [row_of(student, number) for number, student in enumerate(twins, 2)]
    assert found(printed(*twins), twins, *rows) == []
    assert found(printed(*twins, twins[0]), twins, *rows) == [(3, "a second page for LEE AH.", "print")]


def test_children_out_of_the_order_of_the_list() -> None:
    third = child("ONG KAI", number="3")
    all_three = (MEI, JO, third)
    order = "is out of the order of the list."
    assert found(printed(JO, MEI, third), all_three) == [(2, f"the page of No. 1 TAN MEI {order}", "print")]
    assert found(printed(third, MEI, JO), all_three) == [
        (2, f"the page of No. 1 TAN MEI {order}", "print"),
        (3, f"the page of No. 2 LIM JO {order}", "print"),
    ]
    stranger = child("HO MIN", number="9")
    assert found(printed(MEI, stranger, JO, third), all_three) == [
        (2, "no child of the list has the name, class and register number of this page.", "print")
    ]


def test_children_of_another_class() -> None:
    assert found(printed(MEI, KAI, JO), (MEI, JO, KAI)) == [
        (2, "the page of No. 1 ONG KAI is not for class 3A.", "print"),
        (3, "the page of No. 2 LIM JO is out of the order of the list.", "print"),
    ]
    stranger = child("HO MIN", "5B", "9")
    assert (2, "this page is not for class 3A.", "print") in found(printed(MEI, stranger), (MEI,))
    early = found(printed(MEI, JO, titles={2: "Class 3A"}), (MEI, JO))
    assert early == [(1, "the page of No. 1 TAN MEI comes before the first page of its class.", "print")]
    classless = MEI._replace(class_name="")
    assert (1, "this page has a class, but the list has none.", "print") in found(
        printed(MEI, titles={1: "Class set"}), (classless,)
    )


def test_a_bookmark_of_another_page() -> None:
    pdf = printed(MEI, JO)
    turned = [Bookmark(mark.words, 3 - mark.page, ()) for mark in pdf.bookmarks[0].below]
    spoilt = PrintedSet(pdf.pages, pdf.panels, [], [Bookmark("Class 3A", 1, turned)], is_one_sided=True)
    words = "a bookmark for another page leads here."
    assert found(spoilt, (MEI, JO)) == [(2, words, "print"), (1, words, "print")]


def test_a_bookmark_below_a_child_s() -> None:
    pdf = printed(MEI, JO)
    deep = Bookmark("3A No. 1", 1, (Bookmark("3A No. 1", 2, ()),))
    top = Bookmark("Class 3A", 1, (deep, Bookmark("3A No. 2", 2, ())))
    spoilt = PrintedSet(pdf.pages, pdf.panels, [], [top], is_one_sided=True)
    assert found(spoilt, (MEI, JO)) == [(2, "a bookmark for another page leads here.", "print")]
