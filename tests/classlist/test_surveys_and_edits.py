"""What the office's page is told of a list before it is read, and the cells that it corrects."""

from pathlib import Path

from helpers.lists import SECRET, workbook, write

from handout import read_students
from handout.classlist.edits import edited
from handout.errors import Fix
from handout.model import MASK, Answers, ColumnAnswer
from handout.spreadsheets import read_grids

LIST = (
    "No,Name,NRIC,Class,Email,Password (default x)\n"
    f"1,TAN MEI,T0000001A,3A,tan_mei@students.edu.sg,{SECRET}\n"
    f"2,LIM JO,T0000002A,3A,mailto:lim_jo@students.edu.sg,{SECRET}\n"
    f"3,{SECRET},T0000003A,3A,,{SECRET}\n"
)


def test_a_survey_shows_columns_and_first_rows_and_masks_what_is_not_read(tmp_path: Path) -> None:
    roster = read_students(write(tmp_path, "list.csv", LIST))
    (survey,) = roster.surveys
    assert (survey.worksheet, survey.is_read, survey.header_row, survey.free) == ("", True, 1, "G")
    assert [(column.letter, column.heading, column.field, column.sure) for column in survey.columns] == [
        ("A", "No", "number", True),
        ("B", "Name", "name", True),
        ("C", "NRIC", None, False),
        ("D", "Class", "class", True),
        ("E", "Email", "username", True),
        ("F", "Password", None, False),
    ]
    assert survey.rows[0] == (2, ("1", "TAN MEI", MASK, "3A", "tan_mei@students.edu.sg", MASK))
    assert set(survey.rows[1][1]) == set(survey.rows[2][1]) - {""} == {MASK}  # both have a problem
    assert SECRET not in repr(roster)
    assert "T000000" not in repr(roster)


def test_a_column_that_the_office_has_named_is_sure(tmp_path: Path) -> None:
    rows = "No,Xyz,Class,\n1,TAN MEI,3A,tan_mei@students.edu.sg\n2,LIM JO,3A,lim_jo@students.edu.sg\n"
    path = write(tmp_path, "list.csv", rows)
    answers = Answers(columns=(ColumnAnswer("name", "B"), ColumnAnswer("username", "D")))
    (survey,) = read_students(path, answers=answers).surveys
    assert [(column.letter, column.field, column.sure) for column in survey.columns] == [
        ("A", "number", True),
        ("B", "name", True),
        ("C", "class", True),
        ("D", "username", True),
    ]


def test_a_column_that_is_asked_about_is_masked(tmp_path: Path) -> None:
    roster = read_students(write(tmp_path, "list.csv", "No,Name,Class,Class\n1,TAN MEI,2A,3A\n"))
    assert roster.surveys[0].rows == ((2, ("1", "TAN MEI", MASK, MASK)),)


def test_worksheets_that_are_no_lists_are_in_the_survey_too(tmp_path: Path) -> None:
    path = workbook(tmp_path, ("3A", [["No", "Name"], [1, "TAN MEI"]]), ("Cover", [["Rain Tree"]]))
    assert [
        (survey.worksheet, survey.is_read, survey.header_row, survey.rows)
        for survey in read_students(path).surveys
    ] == [("3A", True, 1, ((2, ("1", "TAN MEI")),)), ("Cover", False, 0, ())]


def test_a_problem_says_in_which_cell_it_can_be_fixed_and_how(tmp_path: Path) -> None:
    roster = read_students(write(tmp_path, "list.csv", LIST))
    assert [(problem.place.row, problem.fix) for problem in roster.problems] == [
        (3, Fix("E", "username", "lim_jo@students.edu.sg")),
        (4, Fix("B", "name")),
    ]


def test_corrected_cells_are_read_in_place_of_the_file_s(tmp_path: Path) -> None:
    edits = {("", 3, "E"): "lim_jo@students.edu.sg", ("", 4, "B"): " ANN LEE "}
    roster = read_students(write(tmp_path, "list.csv", LIST), edits=edits)
    assert not roster.problems
    assert [(student.name, student.username.partition("@")[0]) for student in roster.students] == [
        ("TAN MEI", "tan_mei"),
        ("LIM JO", "lim_jo"),
        ("ANN LEE", ""),
    ]


def test_a_username_that_is_emptied_is_a_blank_line(tmp_path: Path) -> None:
    edits = {("", 3, "E"): "", ("", 4, "B"): "ANN LEE"}
    roster = read_students(write(tmp_path, "list.csv", LIST), edits=edits)
    assert not roster.problems
    assert roster.students[1].origin == "blank"


def test_a_blank_username_carries_its_suggestion(tmp_path: Path) -> None:
    roster = read_students(
        write(tmp_path, "list.csv", "Name,Email\nTAN MEI,tan_mei@students.edu.sg\nLIM JO,\n")
    )
    assert [note.fix for note in roster.notes if note.fix] == [Fix("B", "username", "lim_jo@students.edu.sg")]


def test_an_edit_of_one_worksheet_leaves_the_other_as_it_is(tmp_path: Path) -> None:
    path = workbook(tmp_path, *((name, [["No", "Name"], [1, f"TAN MEI {name[1]}"]]) for name in ("3A", "3B")))
    roster = read_students(path, edits={("3B", 2, "B"): "LIM JO"})
    assert [student.name for student in roster.students] == ["TAN MEI A", "LIM JO"]
    assert [student.worksheet for student in roster.students] == ["3A", "3B"]


def test_a_cell_that_is_corrected_is_no_formula_any_more(tmp_path: Path) -> None:
    rows = [["No", "Name", "Class"], [1, "TAN MEI", "=X1"], [2, "LIM JO", "=X1"], [3, "ANN LEE", "3A"]]
    path = workbook(tmp_path, ("List", rows))
    roster = read_students(path, edits={("List", 3, "C"): "3A"})
    (problem,) = roster.problems
    assert problem.place.row == 2
    assert problem.what == "A formula in this row has no saved value."
    assert problem.remedy == "Open the list in Excel and save it."
    assert [student.class_name for student in roster.students] == ["3A", "3A"]


def test_a_corrected_row_has_as_many_cells_as_it_needs(tmp_path: Path) -> None:
    (grid,) = read_grids(write(tmp_path, "list.csv", "No,Name,Email\n1,TAN MEI\n2\n")).tables
    edits = {("", 2, "B"): " LIM JO ", ("", 3, "C"): "lim_jo@students.edu.sg"}
    assert edited(grid, edits).rows[1:] == (
        (2, ("1", "LIM JO")),
        (3, ("2", "", "lim_jo@students.edu.sg")),
    )


def test_a_column_without_a_heading_that_is_read_is_in_the_survey(tmp_path: Path) -> None:
    children = [("TAN MEI", "tan_mei"), ("LIM JO", "lim_jo")]
    rows = [[n, name, f"{username}@students.edu.sg"] for n, (name, username) in enumerate(children, 1)]
    (survey,) = read_students(workbook(tmp_path, ("3A", [["No", "Name"], *rows]))).surveys
    assert [(column.letter, column.field, column.sure) for column in survey.columns] == [
        ("A", "number", True),
        ("B", "name", True),
        ("C", "username", False),
    ]
    assert survey.rows[0] == (2, ("1", "TAN MEI", "tan_mei@students.edu.sg"))


def test_a_cell_that_is_not_what_its_column_is_read_as_is_masked_though_its_row_is_sound(
    tmp_path: Path,
) -> None:
    text = "No,Name,Class,Login\nnew,TAN MEI,Joy-Hope,tan_mei\n2,LIM JO,Joy,lim_jo\n3,ANN LEE,Joy-Hope,\n4,GOH UN,Joy,\n"
    roster = read_students(write(tmp_path, "list.csv", text), answers=Answers(add_domain=True))
    assert not roster.problems
    assert roster.surveys[0].rows == (
        (2, (MASK, "TAN MEI", MASK, MASK)),
        (3, ("2", "LIM JO", "Joy", MASK)),
        (4, ("3", "ANN LEE", MASK, "")),
        (5, ("4", "GOH UN", "Joy", "")),
    )


def test_of_a_row_with_a_fault_nothing_is_shown_while_something_is_asked(tmp_path: Path) -> None:
    text = "No,Name,Class,Class,Xyz\n1,TAN MEI,2A,3A,\n2,LIM 4 JO,2A,3A,\n"
    roster = read_students(write(tmp_path, "list.csv", text))
    assert [question.kind for question in roster.questions] == ["class"]
    assert roster.surveys[0].rows == (
        (2, ("1", "TAN MEI", MASK, MASK, "")),
        (3, (MASK, MASK, MASK, MASK, "")),
    )


def test_of_several_tables_on_a_worksheet_the_first_five_rows_of_the_first_are_shown(tmp_path: Path) -> None:
    children = ["TAN MEI", "LIM JO", "ANN LEE", "GOH UN", "KOH AN", "SIM YI"]
    first = [["3A"], ["No", "Name"], *([n, name] for n, name in enumerate(children, 1))]
    second = [["Name", "Class", "No"], ["ONG KAI", "3B", 1]]
    (survey,) = read_students(workbook(tmp_path, ("List", [*first, *second]))).surveys
    assert (survey.worksheet, survey.is_read, survey.header_row) == ("List", True, 2)
    assert [column.heading for column in survey.columns] == ["No", "Name"]
    assert survey.rows == tuple((n + 2, (str(n), name)) for n, name in enumerate(children[:5], 1))
