"""What the office is asked and told of workbooks, answers and usernames, word by word."""

from pathlib import Path

import pytest
from helpers.lists import told, workbook, write
from openpyxl import load_workbook

from handout import read_students
from handout.model import Answers, ColumnAnswer

HEADINGS = ["No", "Name", "Class"]
MEI, JO = [1, "TAN MEI", "3A"], [2, "LIM JO", "3A"]
CLASS_3A = ("3A", [HEADINGS, MEI, JO])
TWO_COLUMNS = """No,Name,Class,MIMS Username,iCON Email,Password
1,GOH LI,3A,goh_li@students.edu.sg,goh_li@students.edu.sg,x
2,TAN MEI,3A,tan_mei@students.edu.sg,tan_mei_1@students.edu.sg,x
3,LIM JO,3A,,lim_jo@students.edu.sg,x
4,ONG KAI,3A,,,x
"""


@pytest.mark.parametrize(
    ("name", "rows", "lines"),
    [
        (
            "Teachers",
            [HEADINGS, [1, "MRS KOH", "3A"]],
            ['Worksheet "Teachers" may not be a list of these children.', "3A: 3A", "Teachers: Teachers"],
        ),
        (
            "3B (2)",
            [HEADINGS, [1, "ONG KAI", "3B"]],
            ['Worksheet "3B (2)" may not be a list of these children.', "3A: 3A", "3B (2): 3B (2)"],
        ),
        (
            "Choir",
            [["Name"], ["TAN MEI"], ["HO MIN"]],
            [
                'Worksheet "Choir" has names, but neither numbers, classes nor usernames.',
                "3A: 3A",
                "Choir: Choir",
            ],
        ),
        (
            "3B",
            [HEADINGS, [5, "TAN MEI", "3B"], [6, "LIM JO", "3B"]],
            ['Worksheets "3A" and "3B" have the same children.', "3A: 3A", "3B: 3B"],
        ),
        (
            "3B",
            [[1, "ONG KAI", "3B"], [2, "GOH LI", "3B"]],
            [
                'Worksheet "3B" has rows like a list, but no headings.',
                "3A: 3A",
                'list.xlsx, worksheet "3B": This worksheet has no heading for the names and was not read.',
            ],
        ),
    ],
)
def test_which_worksheets_are_to_be_read_is_asked(
    tmp_path: Path, name: str, rows: list[list], lines: list[str]
) -> None:
    why, *others = lines
    how = 'Which worksheets are to be read? Name each of them, such as --worksheet "3A".'
    assert told(workbook(tmp_path, CLASS_3A, (name, rows))) == [f"list.xlsx: {why} {how}", *others]


def test_worksheets_that_need_no_question(tmp_path: Path) -> None:
    same = workbook(tmp_path, CLASS_3A, ("3A (2)", [HEADINGS, MEI, JO]))
    once = 'This row is the same as worksheet "3A", row'
    assert told(same) == [
        f'list.xlsx, worksheet "3A (2)", row 2: No. 1 TAN MEI: {once} 2: it is printed once.',
        f'list.xlsx, worksheet "3A (2)", row 3: No. 2 LIM JO: {once} 3: it is printed once.',
    ]
    words = workbook(tmp_path, CLASS_3A, ("Read me", [["Please read"], ["this first"]]))
    assert told(words) == [
        'list.xlsx, worksheet "Read me": This worksheet has no heading for the names and was not read.'
    ]


def test_rows_without_names_are_not_the_same_children(tmp_path: Path) -> None:
    head = [*HEADINGS, "Email"]
    path = workbook(
        tmp_path,
        *(
            (
                name,
                [
                    head,
                    [1, name, "3A", ""],
                    *([n, "", name, f"x_{name}_{n}@students.edu.sg"] for n in (2, 3)),
                ],
            )
            for name in ("HOPE", "JOY")
        ),
    )
    assert not read_students(path).questions


def test_a_worksheet_that_is_not_there(tmp_path: Path) -> None:
    path = workbook(tmp_path, CLASS_3A, ("3B", [HEADINGS, [1, "ONG KAI", "3B"]]))
    assert told(path, answers=Answers(worksheets=("3a", "3C"))) == [
        'list.xlsx: There is no visible worksheet "3C". The worksheets are "3A", "3B".'
    ]
    assert told(path, answers=Answers(worksheets=("3a",))) == []


def test_a_list_without_headings_or_children(tmp_path: Path) -> None:
    assert told(workbook(tmp_path, ("3A", [["x", "y"], ["TAN MEI", 1]]))) == [
        (
            "list.xlsx: No row among the first 40 has a heading for the names."
            ' Write "Name" above the names, and "Index", "Class", "Username" above theirs.'
        )
    ]
    assert told(workbook(tmp_path, ("3A", [HEADINGS]))) == [
        "list.xlsx: There is no child in this list. Add a row for each child."
    ]


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ([3], "This row is hidden, but it has a page."),
        ([3, 5], "2 hidden rows have a page, of which this is the first."),
    ],
)
def test_what_is_hidden_is_read_and_told(tmp_path: Path, rows: list[int], words: str) -> None:
    path = workbook(
        tmp_path, ("3A", [HEADINGS, MEI, JO, [3, "YEO BO", "3A"], [4, "HO MIN", "3A"]]), name="hidden.xlsx"
    )
    book = load_workbook(path)
    book.active.column_dimensions["C"].hidden = True
    for row in rows:
        book.active.row_dimensions[row].hidden = True
    book.save(path)
    column = 'hidden.xlsx, worksheet "3A", row 1: Column C "Class" is hidden and was read.'
    assert told(path) == [
        column,
        f'hidden.xlsx, worksheet "3A", row 3: {words} --skip-hidden leaves hidden rows out.',
    ]
    assert told(path, skip_hidden=True) == [column]


def answered(column: str) -> Answers:
    return Answers(columns=(ColumnAnswer("username", column),))


def test_two_columns_of_usernames_that_differ(tmp_path: Path) -> None:
    path = write(tmp_path, "list.csv", TWO_COLUMNS)
    assert told(path, answers=answered("D+E")) == [
        (
            "list.csv, row 3: No. 2 TAN MEI: Two columns give this child different usernames."
            " Find out which is right, and empty the other."
        ),
        (
            "list.csv, row 5: No. 4 ONG KAI: The username line is blank, as the list gives none."
            " Perhaps ong_kai@students.edu.sg."
        ),
    ]
    students = read_students(path, answers=answered("D+E")).students
    assert [student.username.partition("@")[0] for student in students] == ["goh_li", "", "lim_jo", ""]
    assert students[1].reason == "two columns of the list give different usernames"


def test_a_username_that_is_in_a_column_that_is_not_read_is_not_given_again(tmp_path: Path) -> None:
    path = write(tmp_path, "list.csv", TWO_COLUMNS)
    assert told(path, answers=answered("D"), derive="always") == [
        (
            "list.csv, row 4: No. 3 LIM JO: The username line is blank: the list has the username of this name"
            " already."
        ),
    ]


def test_why_a_username_was_not_worked_out(tmp_path: Path) -> None:
    rows = (
        "No,Name,Class,Email\n1,LIM JO,3A,\n2,LIM JO ANN,3A,lim_jo_1@students.edu.sg\n3,ONG KAI,3A,\n"
        ",GOH LI,3A,\n5,HO MIN,3A,ho_min@students.edu.sg\n6,YEO BO,3A,yeo_bo@students.edu.sg\n"
    )
    path = write(tmp_path, "list.csv", rows)
    typed = {("", 3, "D"): "lim_jo_1@students.edu.sg"}  # else it may be LIM JO's
    blank = "The username line is blank"
    assert told(path, edits=typed) == [
        (
            f"list.csv, row 2: No. 1 LIM JO: {blank}: the list has this username with a number."
            " Perhaps lim_jo@students.edu.sg."
        ),
        f"list.csv, row 4: No. 3 ONG KAI: {blank}, as the list gives none. Perhaps ong_kai@students.edu.sg.",
        f"list.csv, row 5: GOH LI: {blank}: the row has no register number. Perhaps goh_li@students.edu.sg.",
        "list.csv, row 5: GOH LI: This row has no register number, though all others of the class have one.",
    ]
    assert told(path, edits=typed, derive="never") == [
        f"list.csv, row {row}: {child}: {blank}, as the list gives none."
        for row, child in ((2, "No. 1 LIM JO"), (4, "No. 3 ONG KAI"), (5, "GOH LI"))
    ] + ["list.csv, row 5: GOH LI: This row has no register number, though all others of the class have one."]


def test_usernames_are_worked_out_beside_given_ones_only_where_that_is_asked_for(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        "list.csv",
        "No,Name,Class,Email\n1,TAN MEI,3A,\n2,KOH ANN,3A,koh_ann@students.edu.sg\n",
    )
    usernames = {
        derive: read_students(path, derive=derive).students[0].username
        for derive in ("auto", "always", "never")
    }
    assert usernames == {"auto": "", "always": "tan_mei@students.edu.sg", "never": ""}
