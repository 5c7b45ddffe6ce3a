"""Two columns for one thing: read where they agree or one is plainly right, else asked about."""

from pathlib import Path

import pytest
from helpers.lists import write

from handout import read_students
from handout.classlist.worksheets import class_of_worksheet
from handout.spreadsheets import column_letters

AT = "@students.edu.sg"


@pytest.mark.parametrize(
    ("text", "choices"),
    [
        (
            "No,Name,姓名\n1,TAN MEI,陈美\n2,LIM JO,林乔\n3,王小,王小明\n4,李美,李美丽\n",
            ["B", "C"],
        ),  # half Latin
        ("No,Name,姓名\n1,TAN MEI,陈美\n2,LIM JO,林乔\n3,ANN LEE,王小明\n4,李美,李美丽\n", []),
        ("No,Name,Surname\n1,TAN MEI,Tan\n2,LIM JO,LIM\n", []),
        ("No,Name,Surname\n1,TAN MEI,TAN\n2,JO,LIM\n", ["B", "C+B", "B+C"]),
        ("No,Name,Surname\n1,TAN MEI,TAN\n2,JO LIM,\n", []),
        ("No,Name,Name\n1,TAN MEI,Tan Mei\n2,LIM JO,\n", []),
        ("No,Name,Name\n1,TAN MEI,TAN MEI\n2,LIM JO,JO LIM\n", ["B", "C"]),
        ("No,Name,Name\n1,TAN MEI,\n2,LIM JO,\n", []),
        (f"No,Name,Email,Email\n1,TAN MEI,tan_mei{AT},lim_jo{AT}\n", ["C", "D", "none"]),
        (f"No,Name,Email,Email\n1,TAN MEI,tan_mei{AT},tan_mei{AT}\n", []),
        (f"No,Name,Email,Email\n1,TAN MEI,tan_mei{AT},\n", []),
    ],
)
def test_what_is_asked(tmp_path: Path, text: str, choices: list[str]) -> None:
    roster = read_students(write(tmp_path, "list.csv", text))
    assert [choice.value for question in roster.questions for choice in question.choices] == choices
    firsts = [line.split(",")[1] for line in text.splitlines()[1:]]
    assert [student.name for student in roster.students] == ([] if choices else firsts)


@pytest.mark.parametrize(
    ("rows", "missing"),
    [
        ("3A,1,TAN MEI\n,2,LIM JO\n,2,ANN LEE\n", [3, 4]),  # a number twice: a class may be missing
        ("3A,1,TAN MEI\n,2,LIM JO\n,,ANN LEE\n,,RAJ KUMAR\n", []),
    ],
)
def test_a_class_holds_for_the_rows_below_where_no_number_comes_twice(
    tmp_path: Path, rows: str, missing: list[int]
) -> None:
    roster = read_students(write(tmp_path, "list.csv", f"Class,No,Name\n{rows}"))
    assert [problem.place.row for problem in roster.problems] == missing
    assert {student.class_name for student in roster.students} == {"3A"}


@pytest.mark.parametrize(
    ("worksheets", "is_class"),
    [
        (["3A", "P3", "p 3", "HOPE", "Joy 3A", "Prefects"], True),
        (
            ["P7", "P", "Sheet1", "Tabelle1", "List", "S1", "Namelist 2026", "2026", "Class 2", "Level 3"],
            False,
        ),
    ],
)
def test_the_class_that_a_worksheet_is_called(worksheets: list[str], *, is_class: bool) -> None:
    for name in worksheets:
        assert class_of_worksheet(name) == (name if is_class else "")
    assert class_of_worksheet("Class 3A") == class_of_worksheet("3A Name List") == "3A"


def test_every_word_that_names_no_class() -> None:
    words = (
        "sheet tabelle feuil feuille hoja blad foglio list lists master all school data export copy students student "
        "pupils pupil class classes classlist namelist name names roster table book workbook report main final new "
        "children level form summary s p"
    )
    assert {class_of_worksheet(f"{word.title()}9") for word in words.split()} == {""}


def test_the_letters_of_columns() -> None:
    places = (0, 25, 26, 27, 51, 52, 701, 702)
    assert [column_letters(place) for place in places] == ["A", "Z", "AA", "AB", "AZ", "BA", "ZZ", "AAA"]


@pytest.mark.parametrize(
    ("text", "row", "what"),
    [
        ("No,Name,No,Name\n1,TAN MEI,2,LIM JO\n", 1, "Two tables are beside each other under this row."),
        ("No,Index No,Name,No,Index No,Name\n1,11,TAN MEI,2,12,LIM JO\n", 1, "Two tables are beside each other under this row."),
        (f"Name,Username,Name,Username\nTAN MEI,tan_mei{AT},LIM JO,lim_jo{AT}\n", 1, "Two tables are beside each other under this row."),
        ("Name,Class,Name,Class\nTAN MEI,3A,LIM JO,3B\n", 1, "Two tables are beside each other under this row."),
        ("No,Name,,\n1,TAN MEI,,\n2,ANN LEE,,Name\n3,KOH AN,,LIM JO\n", 1, "Another table begins in column D, row 3."),
    ],
)  # fmt: skip
def test_two_tables_in_one_list(tmp_path: Path, text: str, row: int, what: str) -> None:
    roster = read_students(write(tmp_path, "list.csv", text))
    assert [(problem.place.row, problem.what, problem.remedy) for problem in roster.problems] == [
        (row, what, "Put each table into a list of its own.")
    ]
    assert not roster.students


@pytest.mark.parametrize("headings", ["Name,No,Name", "No,Name,Index No,Remarks,Name"])
def test_two_columns_of_names_with_too_few_columns_between_them_are_one_table(
    tmp_path: Path, headings: str
) -> None:
    cells = {"Name": "TAN MEI", "No": "1", "Index No": "2", "Remarks": "x"}
    first, _, last = (",".join(cells[one] for one in headings.split(","))).rpartition("TAN MEI")
    roster = read_students(write(tmp_path, "list.csv", f"{headings}\n{first}LIM JO{last}\n"))
    assert [question.kind for question in roster.questions] == ["name"]


@pytest.mark.parametrize("beside", [",,", "1,TAN MEI,3A"])
def test_headings_written_twice_over_the_same_or_no_children_are_one_table(
    tmp_path: Path, beside: str
) -> None:
    path = write(tmp_path, "list.csv", f"No,Name,Class,No,Name,Class\n1,TAN MEI,3A,{beside}\n")
    assert [student.name for student in read_students(path).students] == ["TAN MEI"]
