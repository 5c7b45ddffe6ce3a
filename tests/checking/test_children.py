"""Whose page each is, with the pages, the children and the list's rows given by hand."""

from pathlib import Path

import pytest
from helpers.school import child

from handout.checking.children import child_differences
from handout.checking.listed import Listed
from handout.checking.printed import WORKED_OUT, Bookmark, Field, Panel, PrintedSet
from handout.errors import Flaw, Place, Problem
from handout.model import Answers, Roster, Student, bookmark_words
from handout.spreadsheets import RawRow

MEI = child("TAN MEI", number="1")
JO = child("LIM JO", number="2")
KAI = child("ONG KAI", "5B", number="1")
NAMES = ("name", "class_name", "register_number", "username")


def panel_of(student: Student, page: int) -> Panel:
    values = ("".join(getattr(student, name).split()) for name in NAMES)
    fields = dict(zip(NAMES, map(Field, values), strict=True))
    return Panel(page, fields | ({WORKED_OUT: Field()} if student.origin == "derived" else {}))


def printed(*students: Student, titles: dict[int, str] | None = None) -> PrintedSet:
    """A page for each, below the bookmark of a class."""
    panels = [panel_of(student, page) for page, student in enumerate(students, 1)]
    marks = [Bookmark(bookmark_words(student), page, ()) for page, student in enumerate(students, 1)]
    tops = [Bookmark(words, page, marks) for page, words in (titles or {1: "Class 3A"}).items()]
    return PrintedSet([], panels, [], tops, is_one_sided=True)


def row_of(student: Student, number: int, *more: str, worksheet: str = "") -> RawRow:
    cells = (student.register_number, student.name, student.class_name, student.username)
    return RawRow(worksheet, number, (*cells, *more))


def found(
    pdf: PrintedSet,
    students: tuple[Student, ...],
    *rows: RawRow,
    problems: tuple[Problem, ...] = (),
    worksheets: tuple[str, ...] = (),
) -> list[tuple[int, str, str]]:
    roster = Roster(Path("list.csv"), students, problems, (), answers=Answers(worksheets=worksheets))
    known = rows or tuple(row_of(student, number) for number, student in enumerate(students, 2))
    differences = child_differences(pdf, roster, Listed(known, "students.edu.sg"))
    return [(difference.page, difference.what, difference.remedy) for difference in differences]


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
        ("derived", "given", "is said to be worked out, but is the list's"),
        ("given", "derived", "is worked out, but the page does not say so"),
    ],
)
def test_how_a_page_says_a_username_came_about(page: str, student: str, says: str) -> None:
    pdf = printed(MEI, JO._replace(origin=page))
    told = found(pdf, (MEI, JO._replace(origin=student)))
    assert (2, f"the username of No. 2 LIM JO {says}.", "print") in told


def test_a_spare_with_nothing_on_it_is_nobody_s_and_all_behind_it_is_compared() -> None:
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
    assert (1, "this page has a class, which the list has not.", "print") in found(
        printed(MEI, titles={1: "Class set"}), (classless,)
    )


def test_a_bookmark_of_another_page() -> None:
    pdf = printed(MEI, JO)
    turned = [Bookmark(mark.words, 3 - mark.page, ()) for mark in pdf.bookmarks[0].below]
    spoilt = PrintedSet(pdf.pages, pdf.panels, [], [Bookmark("Class 3A", 1, turned)], is_one_sided=True)
    words = "a bookmark leads here that is another page's."
    assert found(spoilt, (MEI, JO)) == [(2, words, "print"), (1, words, "print")]


def test_a_bookmark_below_a_child_s() -> None:
    pdf = printed(MEI, JO)
    deep = Bookmark("3A No. 1", 1, (Bookmark("3A No. 1", 2, ()),))
    top = Bookmark("Class 3A", 1, (deep, Bookmark("3A No. 2", 2, ())))
    spoilt = PrintedSet(pdf.pages, pdf.panels, [], [top], is_one_sided=True)
    assert found(spoilt, (MEI, JO)) == [(2, "a bookmark leads here that is another page's.", "print")]


class TestLostRows:
    """Rows of the class that have a username, or a problem, and no page."""

    LOST = RawRow("", 9, ("9", "HO MIN", "3A", "ho_min@students.edu.sg"))

    def lost(
        self, *rows: RawRow, students: tuple[Student, ...] = (MEI,), title: str = "Class 3A"
    ) -> list[str]:
        pdf = printed(*(student for student in students if student.class_name == "3A"), titles={1: title})
        return [what for _, what, _ in found(pdf, students, row_of(MEI, 2), *rows)]

    def test_with_a_username(self) -> None:
        assert self.lost(self.LOST) == ["row 9 of the list has no page here."]
        assert self.lost(self.LOST._replace(worksheet="Late")) == [
            'row 9 of worksheet "Late" of the list has no page here.'
        ]

    def test_each_of_them(self) -> None:
        other = RawRow("", 10, ("x", "yeo_bo@students.edu.sg"))
        assert self.lost(RawRow("", 8, ("words",)), self.LOST, row_of(MEI, 9), other) == [
            "row 9 of the list has no page here.",
            "row 10 of the list has no page here.",
        ]

    def test_not_where_only_a_part_was_printed(self) -> None:
        assert self.lost(self.LOST, title="Part of class 3A") == []

    def test_not_of_another_class(self) -> None:
        others = self.LOST._replace(cells=("9", "HO MIN", "5B", "ho_min@students.edu.sg"))
        rows = (row_of(KAI, 3), others)
        assert self.lost(*rows, students=(MEI, KAI)) == []
        assert self.lost(row_of(KAI, 3), self.LOST, students=(MEI, KAI)) == [
            "row 9 of the list has no page here."
        ]

    def test_not_where_the_name_has_a_page(self) -> None:
        again = RawRow("", 9, ("tan mei", "mei_tan@students.edu.sg"))
        assert self.lost(again) == []

    def test_not_where_the_username_is_a_child_s_of_another_class(self) -> None:
        assert self.lost(row_of(KAI, 3), RawRow("", 9, (KAI.username,)), students=(MEI, KAI)) == []

    def test_with_a_problem(self) -> None:
        row = RawRow("", 9, ("9", "=LIM", "3A", ""))

        def told(*problems: Problem, students: tuple[Student, ...] = (MEI,)) -> list[str]:
            rows = (row_of(MEI, 2), row)
            return [what for _, what, _ in found(printed(MEI), students, *rows, problems=problems)]

        problem = Problem(Place("list.csv", row=9), Flaw("The name looks like a formula."))
        assert told() == []
        assert told(problem) == ["row 9 of the list has no page here."]
        assert told(Problem(Place("list.csv", row=8), problem.flaw)) == []
        assert told(problem, students=(MEI._replace(row=9),)) == []

    def test_only_on_the_worksheets_that_are_read(self) -> None:
        rows = (
            row_of(MEI, 2, worksheet="3A"),
            self.LOST._replace(worksheet="Old"),
            self.LOST._replace(worksheet="3A"),
        )
        told = found(printed(MEI), (MEI,), *rows, worksheets=("3A",))
        assert told == [(0, 'row 9 of worksheet "3A" of the list has no page here.', "list")]


class TestBlankLines:
    """A blank line for one who has a username in the list, plainly and alone."""

    BLANK = JO._replace(username="", origin="blank")
    SAYS = (2, "No. 2 LIM JO has a username in the list, but a blank line here.", "list")

    def told(self, *cells: tuple[str, ...]) -> list[tuple[int, str, str]]:
        rows = (RawRow("", number, row) for number, row in enumerate(cells, 3))
        return found(printed(MEI, self.BLANK), (MEI, self.BLANK), row_of(MEI, 2), *rows)

    def test_alone_in_its_cell(self) -> None:
        assert self.told(("LIM JO", "Lim_Jo@students.edu.sg ")) == [self.SAYS]
        assert self.told(("LIM JO", "LIM JO", "lim_jo@students.edu.sg")) == [self.SAYS]

    def test_not_where_that_is_in_doubt(self) -> None:
        assert self.told(("LIM JO", "lim_jo@students.edu.sg", "lim_jo_1@students.edu.sg")) == []
        assert self.told(("LIM JO", "SLS: lim_jo@students.edu.sg")) == []
        assert self.told(("LIM JO", "x"), ("LIM JO", "lim_jo@students.edu.sg")) == []
        shared = [("LIM JO", "lim_jo@students.edu.sg"), ("LIM JO ANN", "lim_jo@students.edu.sg")]
        assert all("blank line" not in what for _, what, _ in self.told(*shared))
