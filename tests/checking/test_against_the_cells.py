"""Each page against the cells of the list, whatever its headings: a fault in the list's reader is found here.

The children are given as a reader that went wrong would give them.
"""

from functools import cache
from pathlib import Path

import pytest
from helpers.lists import workbook
from helpers.school import child

from handout import class_set, verify_set
from handout.checking import Verdict, check_set
from handout.errors import Flaw, Place, Problem
from handout.model import Answers, Content, Edits, Roster, Student

MEI = child("TAN MEI LING", number="1")
JO = child("LIM JO ANN", number="2")
DERIVED = Student("LIM JO ANN", "3A", "2", "lim_jo_ann@students.edu.sg", "derived")
BLANK = Student("LIM JO ANN", "3A", "2", "", "blank")


PRINT_AGAIN = "Print it again from list.csv."
CORRECT = "Correct list.csv, then print it again."


@cache
def slips(content: Content, students: tuple[Student, ...]) -> bytes:
    return class_set(content, students, layout="slips")


def found(
    folder: Path, content: Content, students: tuple[Student, ...], rows: str | Path, *problems: Problem
) -> list[str]:
    """What verify says of a set of slips for these children, when the list has these rows."""
    path = rows if isinstance(rows, Path) else folder / "list.csv"
    if isinstance(rows, str):
        path.write_text(rows, "utf-8")
    pdf = folder / "set.pdf"
    pdf.write_bytes(slips(content, students))
    return [
        str(problem.flaw) for problem in verify_set(pdf, Roster(path, students, problems, ()), content)[1]
    ]


@pytest.mark.slow
@pytest.mark.parametrize(
    "rows",
    [
        "No,Name,Email\n1,TAN MEI LING,tan_mei_ling@students.edu.sg\n2,LIM JO ANN,lim_jo_ann@students.edu.sg\n",
        "x,y\nTan  Mei Ling,TAN_MEI_LING@students.edu.sg \nlim jo-ann,lim_jo_ann@students.edu.sg\n",
        "a,b,c\nTAN,MEI LING,tan_mei_ling\nLIM,JO ANN,lim_jo_ann\n",
        "a,b\nTAN MEI LING (new),tan_mei_ling@students.edu.sg\nLIM JO ANN*,SLS: lim_jo_ann@students.edu.sg;\n",
        (
            "a,b,c\nTAN MEI LING,tan_mei_ling@students.edu.sg,mother@example.com\n"
            "LIM JO ANN,lim_jo_ann@students.edu.sg,x@students.edu.sg.example\n"
        ),
    ],
)
def test_a_list_that_bears_out_every_page(tmp_path: Path, content: Content, rows: str) -> None:
    assert found(tmp_path, content, (MEI, JO), rows) == []


def test_usernames_one_row_down_are_found(tmp_path: Path, content: Content) -> None:
    rows = "Name,Login\nTAN MEI LING,lim_jo_ann@students.edu.sg\nLIM JO ANN,tan_mei_ling@students.edu.sg\n"
    assert found(tmp_path, content, (MEI, JO), rows) == [
        f"Page 1: no row of No. 1 TAN MEI LING in the list has this username. {CORRECT}",
        f"Page 1: no row of No. 2 LIM JO ANN in the list has this username. {CORRECT}",
    ]


def test_a_name_that_no_row_has_is_found(tmp_path: Path, content: Content) -> None:
    rows = "Name,Login\nTAN MEI LING,tan_mei_ling@students.edu.sg\nLIM JOE,lim_jo_ann@students.edu.sg\n"
    assert found(tmp_path, content, (MEI, JO), rows) == [
        f"Page 1: no row of the list has the name of No. 2 LIM JO ANN. {CORRECT}"
    ]


def test_another_username_in_the_same_row_is_found(tmp_path: Path, content: Content) -> None:
    rows = (
        "Name,Login,Old\nTAN MEI LING,tan_mei_ling@students.edu.sg,mei@students.edu.sg\n"
        "LIM JO ANN,lim_jo_ann@students.edu.sg,\n"
    )
    assert found(tmp_path, content, (MEI, JO), rows) == [
        f"Page 1: the list has another username beside that of No. 1 TAN MEI LING. {CORRECT}"
    ]


def test_two_rows_that_differ_only_in_number_and_username(tmp_path: Path, content: Content) -> None:
    """The most dangerous exchange: both names are right, and both usernames are in the list."""
    rows = "No,Name,U\n01,LEE AH,lee_ah@students.edu.sg\n02,LEE AH,lee_ah_1@students.edu.sg\n"
    first = child("LEE AH", number="1", username="lee_ah@students.edu.sg")
    second = child("LEE AH", number="2", username="lee_ah_1@students.edu.sg")
    assert found(tmp_path, content, (first, second), rows) == []
    crossed = (
        child("LEE AH", number="1", username="lee_ah_1@students.edu.sg"),
        child("LEE AH", number="2", username="lee_ah@students.edu.sg"),
    )
    assert found(tmp_path, content, crossed, rows) == [
        f"Page 1: no row of No. 1 LEE AH in the list has this username. {CORRECT}",
        f"Page 1: no row of No. 2 LEE AH in the list has this username. {CORRECT}",
    ]


@pytest.mark.slow
def test_namesakes_of_two_classes(tmp_path: Path, content: Content) -> None:
    rows = "No,Name,U,Class\n1,LEE AH,lee_ah@students.edu.sg,3A\n1,LEE AH,lee_ah_1@students.edu.sg,3B\n"
    wrong = child("LEE AH", number="1", username="lee_ah_1@students.edu.sg")
    right = child("LEE AH", "3B", "1", "lee_ah_1@students.edu.sg")
    assert f"Page 1: no row of No. 1 LEE AH in the list has this username. {CORRECT}" in found(
        tmp_path, content, (wrong,), rows
    )
    assert found(tmp_path, content, (right,), rows.replace("1,LEE AH,lee_ah@students.edu.sg,3A\n", "")) == []


class TestWorkedOut:
    """A username that was made from the name is in no list."""

    ROW = "Name,Login\nTAN MEI LING,tan_mei_ling@students.edu.sg\n"

    def test_one_that_nobody_has_is_right(self, tmp_path: Path, content: Content) -> None:
        assert found(tmp_path, content, (MEI, DERIVED), self.ROW + "LIM JO ANN,\n") == []

    @pytest.mark.slow
    def test_though_the_row_has_one(self, tmp_path: Path, content: Content) -> None:
        """The column was not recognised."""
        rows = self.ROW + "LIM JO ANN,lim_jo_ann_2@students.edu.sg\n"
        assert found(tmp_path, content, (MEI, DERIVED), rows) == [
            f"Page 1: No. 2 LIM JO ANN has a username in the list, but another here. {CORRECT}"
        ]

    def test_though_another_child_has_it(self, tmp_path: Path, content: Content) -> None:
        rows = self.ROW + "LIM JO ANN,\nLIM JO-ANNE,lim_jo_ann@students.edu.sg\n"
        assert f"Page 1: the username of No. 2 LIM JO ANN is another child's in the list. {CORRECT}" in found(
            tmp_path, content, (MEI, DERIVED), rows
        )

    @pytest.mark.slow
    def test_not_from_this_name(self, tmp_path: Path, content: Content) -> None:
        wrong = Student("LIM JO ANN", "3A", "2", "lim_jo_anna@students.edu.sg", "derived")
        assert found(tmp_path, content, (MEI, wrong), self.ROW + "LIM JO ANN,\n") == [
            f"Page 1: the username of No. 2 LIM JO ANN is not made from the name. {PRINT_AGAIN}"
        ]


def test_a_blank_line_for_one_who_has_a_username_is_found(tmp_path: Path, content: Content) -> None:
    rows = "Name,Login\nTAN MEI LING,tan_mei_ling@students.edu.sg\nLIM JO ANN,lim_jo_ann@students.edu.sg\n"
    assert found(tmp_path, content, (MEI, BLANK), rows) == [
        f"Page 1: No. 2 LIM JO ANN has a username in the list, but a blank line here. {CORRECT}"
    ]


@pytest.mark.slow
@pytest.mark.parametrize("column", ["B", "D", "AA", "BC"])
def test_the_list_as_the_office_has_corrected_it(tmp_path: Path, content: Content, column: str) -> None:
    (tmp_path / "list.csv").write_text("Name,Login\nTAN MEI LING,tan_mei_ling@students.edu.sg\nLIM JO ANN,\n")
    (tmp_path / "set.pdf").write_bytes(slips(content, (MEI, JO)))
    roster = Roster(tmp_path / "list.csv", (MEI, JO), (), ())

    def told(edits: Edits) -> list[str]:
        *_, verdict = check_set(tmp_path / "set.pdf", roster, content, edits=edits)
        assert isinstance(verdict, Verdict)
        return [problem.what for problem in verdict.problems]

    wrong = ["Page 1: no row of No. 2 LIM JO ANN in the list has this username."]
    assert told({("", 3, column): "lim_jo_ann@students.edu.sg"}) == []
    assert told({("", 2, "C"): "lim_jo_ann@students.edu.sg"})[1:] == wrong
    assert told({}) == wrong


def test_a_row_that_has_the_name_twice_is_one_row(tmp_path: Path, content: Content) -> None:
    rows = (
        "Name,Login,Certificate\nTAN MEI LING,tan_mei_ling@students.edu.sg,TAN MEI LING\n"
        "LIM JO ANN,lim_jo_ann@students.edu.sg,Lim Jo Ann\n"
    )
    assert found(tmp_path, content, (MEI, BLANK), rows) == [
        f"Page 1: No. 2 LIM JO ANN has a username in the list, but a blank line here. {CORRECT}"
    ]


@pytest.mark.slow
def test_a_blank_line_where_the_list_is_in_doubt_is_right(tmp_path: Path, content: Content) -> None:
    """The same username is in two rows."""
    rows = "Name,Login\nTAN MEI LING,tan_mei_ling@students.edu.sg\nLIM JO ANN,x@students.edu.sg\nANN LIM,x@students.edu.sg\n"
    other = Student("ANN LIM", "3A", "3", "", "blank")
    assert found(tmp_path, content, (MEI, BLANK, other), rows) == []


def test_a_child_that_the_reader_lost_is_named_by_its_row(tmp_path: Path, content: Content) -> None:
    rows = "Name,Login\nTAN MEI LING,tan_mei_ling@students.edu.sg\nLIM JO ANN,lim_jo_ann@students.edu.sg\n"
    assert found(tmp_path, content, (MEI,), rows) == [f"Row 3 of the list has no page here. {CORRECT}"]


@pytest.mark.slow
def test_a_child_lost_on_another_worksheet(tmp_path: Path, content: Content) -> None:
    path = workbook(
        tmp_path,
        ("3A", [["Name", "U"], ["TAN MEI LING", "tan_mei_ling@students.edu.sg"]]),
        ("Late", [["LIM JO ANN", "lim_jo_ann@students.edu.sg", "3A"]]),
    )
    assert found(tmp_path, content, (MEI,), path) == [
        'Row 1 of worksheet "Late" of the list has no page here. Correct list.xlsx, then print it again.'
    ]


def test_a_worksheet_that_the_office_left_out_is_not_missed(tmp_path: Path, content: Content) -> None:
    path = workbook(
        tmp_path,
        ("3A", [["Name", "U"], ["TAN MEI LING", "tan_mei_ling@students.edu.sg"]]),
        ("Old", [["LIM JO ANN", "lim_jo_ann@students.edu.sg", "3A"]]),
    )
    (tmp_path / "set.pdf").write_bytes(slips(content, (MEI,)))
    roster = Roster(path, (MEI,), (), (), answers=Answers(worksheets=("3A",)))
    assert verify_set(tmp_path / "set.pdf", roster, content) == (1, [])


def test_a_row_with_a_problem_has_no_page(tmp_path: Path, content: Content) -> None:
    """No username tells of it, but the list's reader does."""
    rows = "Name,Login\nTAN MEI LING,tan_mei_ling@students.edu.sg\n=LIM,\n"
    problem = Problem(Place("list.csv", row=3), Flaw("The name looks like a formula."))
    assert found(tmp_path, content, (MEI,), rows, problem) == [
        f"Row 3 of the list has no page here. {CORRECT}"
    ]


def test_children_of_other_classes_are_not_missed(tmp_path: Path, content: Content) -> None:
    rows = (
        "Name,Login,Class\nTAN MEI LING,tan_mei_ling@students.edu.sg,3A\n"
        "ONG KAI,ong_kai@students.edu.sg,3B\nGOH LI,goh_li@students.edu.sg,3C\n"
    )
    (tmp_path / "list.csv").write_text(rows)
    kai = child("ONG KAI", "3B", "1")
    (tmp_path / "set.pdf").write_bytes(slips(content, (MEI,)))
    roster = Roster(tmp_path / "list.csv", (MEI, kai), (), ())
    assert verify_set(tmp_path / "set.pdf", roster, content) == (1, [])
