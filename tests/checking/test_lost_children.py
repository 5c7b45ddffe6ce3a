"""Rows of the list that have no page, and blank lines for children who have a username."""

from helpers.checked import JO, KAI, MEI, found, printed, row_of

from handout.errors import Flaw, Place, Problem
from handout.model import Student
from handout.spreadsheets import RawRow


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
