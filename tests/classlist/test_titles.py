"""The class that a title names, above a table or between its rows; and headings over two rows below it."""

from pathlib import Path

import pytest
from helpers.lists import names, workbook, write
from openpyxl import load_workbook

from handout import read_students
from handout.classlist.titles import class_above, class_title


@pytest.mark.parametrize(
    ("title", "class_name"),
    [
        ("Class: 4B  Form Teacher: Mdm Sim", "4B"),
        ("Form Class: 4B (31 pupils)", "4B"),
        ("4B Name List 2026", "4B"),
        ("4B (31 pupils)", "4B"),
        ("Class: Joy (31 pupils)", "Joy"),
        ("Name List of 4 Joy", "4 Joy"),
        ("Namelist for class 4B as at 12 Mar 2026", "4B"),
        ("Kelas: 4B", "4B"),
        ("班级：4B", "4B"),
        ("Level: P4  Class: 4 Joy", "4 Joy"),
        ("Class = Primary 4B", "Primary 4B"),
        ("Students in P4B", "P4B"),
        ("Pupils from 3A", ""),
        ("Class monitors of 4B and 4C", ""),
        ("Form Teacher of 4B", ""),
        ("Name List as at 2nd Mar 2026", ""),
    ],
)
def test_a_title_between_the_rows(title: str, class_name: str) -> None:
    assert class_title((title,)) == class_name


@pytest.mark.parametrize(
    ("cells", "class_name"),
    [
        (["", "4B", ""], "4B"),
        (["x", "4B"], ""),
        (["Class", "4B"], "4B"),
        (["Class", ":", "4B"], "4B"),
        (["Class", ": 4B"], "4B"),
        (["Class", "Joy"], "Joy"),
        (["Class", "X"], "X"),
        (["Class", "XENIA"], "XENIA"),
        (["Class: Joy 2"], "Joy 2"),
        (["Class: Joy-Hope"], "Joy-Hope"),
        (["Class Joy"], ""),  # any words may follow
        (["Class: Joy!"], ""),
        (["Class: Size"], ""),
        (["Class", "Level"], ""),  # these are headings
        (["Class", "Username"], ""),
        (["Class: Name"], ""),
        (["Class", "PIN"], ""),
        (["Class: Blue Section"], "Blue Section"),
        (["Class", "Total"], ""),
        (["Class"], ""),
        (["Class:"], ""),
        (["Name", "Class"], ""),
        (["Class; 4B"], "4B"),
        (["4B | Name list"], ""),
        (["Class", "4B", "Teacher", "Mdm Sim"], "4B"),
        (["Teacher", "Mdm Sim", "Class", "4B"], "4B"),
        (
            ["Class", "4B", "Teacher", "Mdm Sim", "x"],
            "",
        ),  # a value of its own, in five cells, may be a child's
        (["Year", "2026", "x", "Class", "4B"], ""),
        (["Year", "2026", "x", "Class: 4B"], "4B"),
        (["Year", "2026", "x", "y", "Class: 4B"], ""),
        (["Class: 4B", "a", "b", "c", "d"], "4B"),
    ],
)
def test_a_title_over_several_cells(cells: list[str], class_name: str) -> None:
    assert class_title(cells) == class_name


@pytest.mark.parametrize(
    ("title", "class_name"),
    [
        (["Hill View Primary School - Class 4B"], "4B"),
        (["Hill View Primary", "", "Class List 2026", "P4B"], "P4B"),
        (["Class List of 4B and 4C"], ""),
        (["New pupils of the class, from 3A"], ""),
        (["Venue: Room 4B"], ""),
        (["Class list printed at 8am on the 3rd"], ""),
        (["Class", ":", "4B"], "4B"),
        (["Class", "4B", "Teacher", "Mdm Sim", "Room", "12"], "4B"),
    ],
)
def test_a_title_above_the_headings(title: list[str], class_name: str) -> None:
    assert class_above(title) == class_name


def test_a_title_in_the_column_of_the_names_is_no_child(tmp_path: Path) -> None:
    path = write(tmp_path, "list.csv", "Name\nClass 4B\nTAN MEI\nClass 4C\nLIM JO\n")
    assert names(path) == [("4B", "", "TAN MEI"), ("4C", "", "LIM JO")]
    assert not read_students(path).problems


def test_what_a_child_s_remark_says_is_no_title(tmp_path: Path) -> None:
    path = write(tmp_path, "list.csv", "Name,Remarks\nTAN MEI,joined class 4C\nLIM JO,\n")
    assert names(path) == [("", "", "TAN MEI"), ("", "", "LIM JO")]


@pytest.mark.parametrize(
    "headings",
    [
        (["No", "Name", "Class", "MIMS", None, "Parent", None], [None, None, None, "Username", "PW", "Name", "Email"]),
        (["No", "Name of", "Form", "MIMS", None, "Parent", None], [None, "Pupil", "Class", "ID", "PW", "Name", "Email"]),
        (["No", "Name", "Class", "MIMS", None, "Parent", None],
         [None, "(as in BC)", "(2026)", "Username", "PW", "Name", "Email"]),
        (["No", "Name", "Class", "MIMS", None, "Parent", None],
         [None, "of pupil as in BC", None, "Username", "PW", "Name", "Email"]),
    ],
)  # fmt: skip
def test_a_second_row_of_headings_is_no_table_of_its_own(tmp_path: Path, headings: tuple[list, list]) -> None:
    """Were it one, the parents' names would be under "Name"."""
    rows = [
        *headings,
        [1, "TAN MEI", "4B", "tan_mei@students.edu.sg", "Hunter2-Hunter2", "MDM ROSE SIM", "rose@mail.sg"],
        [2, "LIM JO", "4B", "lim_jo@students.edu.sg", "Hunter2-Hunter2", "MR LIM AH HOCK", "lim@mail.sg"],
    ]
    roster = read_students(workbook(tmp_path, ("Sheet1", rows)))
    assert not roster.problems
    assert [(student.class_name, student.register_number, student.name) for student in roster.students] == [
        ("4B", "1", "TAN MEI"),
        ("4B", "2", "LIM JO"),
    ]
    assert [student.username.partition("@")[0] for student in roster.students] == ["tan_mei", "lim_jo"]
    assert "ROSE" not in repr(roster)
    assert "Hunter" not in repr(roster)


@pytest.mark.parametrize(
    "form",
    [
        "Class,: 4B,Name,: Mdm Sim",
        "Class,：4B,Name,：Mdm Sim",
        "Class:,4B,Name:,Mdm Sim",
        "Class：,4B,Name：,Mdm Sim",
    ],
)
def test_labels_with_a_colon_before_their_values_are_no_headings(tmp_path: Path, form: str) -> None:
    path = write(tmp_path, "list.csv", f"{form}\nNo,Name,,\n1,TAN MEI,,\n")
    assert names(path) == [("4B", "1", "TAN MEI")]
    assert not read_students(path).notes[0].what.startswith("Are these headings?")


@pytest.mark.parametrize(
    "rows",
    [
        [["Parents"], ["No", "Name", "Class"], [1, "TAN MEI", "4B"]],
        [["Parents"], [None], ["No", "Name", "Class"], [1, "TAN MEI", "4B"]],
        [
            [None, None, None, "Parent"],
            ["No", "Name", "Class", "Name", "Email"],
            [1, "TAN MEI", "4B", "ROSE SIM", "r@mail.sg"],
        ],
        [
            ["Pupil", None, None, "Parent"],
            ["No", "Name", "Class", "Name", "Email"],
            [1, "TAN MEI", "4B", "ROSE SIM", "r@mail.sg"],
        ],
        [[None, "Parent"], ["Name", "Name", "Email"], ["TAN MEI", "ROSE SIM", "r@mail.sg"]],
        [
            [None, None, None, "Parent"],
            ["No", "Name", "Class", "Name", "Email"],
            [None, "(as in BC)", None, "(full)"],
            [1, "TAN MEI", "4B", "ROSE SIM", "r@mail.sg"],
        ],
        [["Class", "Level"], ["4B", "P4"], ["No", "Name"], [1, "TAN MEI"]],
    ],
)
def test_cells_above_the_headings(tmp_path: Path, rows: list[list]) -> None:
    """They group the columns at their right; one alone only where it is not above the first: else it is a title."""
    roster = read_students(workbook(tmp_path, ("4B", rows)))
    assert not roster.questions
    assert [(one.class_name, one.name) for one in roster.students] == [("4B", "TAN MEI")]


def test_headings_that_are_merged_over_two_rows_are_read_once(tmp_path: Path) -> None:
    rows = [
        ["No", "Name", "Class", "MIMS"],
        [None, None, None, "Username", "PW"],
        [1, "TAN MEI", "4B", "tan_mei@students.edu.sg", "x"],
    ]
    path = workbook(tmp_path, ("Sheet1", rows))
    book = load_workbook(path)
    for area in ("A1:A2", "B1:B2", "C1:C2", "D1:E1"):
        book.active.merge_cells(area)
    book.save(path)
    (survey,) = read_students(path).surveys
    assert [column.heading for column in survey.columns] == ["No", "Name", "Class", "MIMS Username", "PW"]
    assert names(path) == [("4B", "1", "TAN MEI")]
