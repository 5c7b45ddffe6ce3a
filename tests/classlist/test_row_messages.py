"""What the office is told of a row that is not printed, word for word: what is wrong, and how to fix it."""

from pathlib import Path

import pytest
from helpers.lists import workbook, write

from handout import read_students
from handout.errors import Fix
from handout.model import Answers, ColumnAnswer

HEADINGS = "No,Name,Class,Username\n"
CHILDREN = (
    "1,TAN MEI LING,3A,tan_mei_ling@students.edu.sg\n"
    "2,LIM HUI FEN,3A,lim_hui_fen@students.edu.sg\n"
    "3,ONG KAI LIN,3A,ong_kai_lin@students.edu.sg\n"
    "4,GOH JO ANN,3A,goh_jo_ann@students.edu.sg\n"
)
ALONE = "Write the child's name alone."
PUT_BACK = "Have its cells moved? Put each value back into its column."
ONE_NAME = (
    "If so, write the whole name in one cell and empty the other row."
    " If not, write the register number or username."
)


def told(folder: Path, text: str) -> list[str]:
    return [str(problem) for problem in read_students(write(folder, "list.csv", text)).problems]


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ("5,YEO BO / HO MIN,3A,", f"There may be two people in the name. {ALONE}"),
        (
            "5,YEO BO (Withdrawn),3A,",
            "There is a remark beside the name. Write the name alone. A child who has left needs no row.",
        ),
        (
            "5,RENÃ‰E YEO,3A,",
            "Letters with accents in the name were mixed up when the list was saved. Type the name again.",
        ),
        (
            ",MDM YEO BO,3A,",
            (
                "The name begins with a title such as Mr or Mrs."
                " If this is no child, empty the row. Else write the name alone."
            ),
        ),
        ("5,BINTE YEO,3A,", "The name begins with a word such as BINTE or S/O. Write the whole name."),
        ("5,Test Student,3A,", "The name is no child's. Write the name, or empty the row."),
        (
            "5,sunshine YEO BO,3A,",
            (
                f"The name does not look like the others. {PUT_BACK}"
                " If it is the name, write it in capital letters as the others are."
            ),
        ),
        (
            "5,TAN MEI LING,3A,blue_tiger@students.edu.sg",
            (
                "Another row has this name, and a username that fits it better."
                " Was a column sorted or moved by itself? Put each username beside its name."
            ),
        ),
    ],
)
def test_a_row_that_is_not_printed(tmp_path: Path, row: str, words: str) -> None:
    (problem,) = read_students(write(tmp_path, "list.csv", f"{HEADINGS}{CHILDREN}{row}\n")).problems
    assert str(problem) == f"list.csv, row 6: {words}"
    assert problem.fix == (Fix("D", "username") if "username" in words else Fix("B", "name"))


def test_two_whole_names_in_a_cell_of_two_lines(tmp_path: Path) -> None:
    rows: list[list] = [["No", "Name"], [1, "TAN MEI LING"], [2, "YEO BO\nHO MIN"]]
    roster = read_students(workbook(tmp_path, ("3A", rows)))
    assert [str(problem) for problem in roster.problems] == [
        f'list.xlsx, worksheet "3A", row 3: There may be two people in the name: it has two lines. {ALONE}'
    ]


def test_an_adult(tmp_path: Path) -> None:
    rows = "No,Name,Role\n1,TAN MEI LING,Student\n2,GOH JO ANN,Teacher\n"
    assert told(tmp_path, rows) == [
        (
            "list.csv, row 3: Column C says that this is an adult."
            " Empty the row, or empty that cell where it is a child's."
        )
    ]
    rows = (
        "No,Name,Email\n1,TAN MEI LING,tan_mei_ling@students.edu.sg\n2,MDM GOH JO ANN,Goh_Jo_Ann@MOE.edu.sg\n"
    )
    assert told(tmp_path, rows) == [
        (
            "list.csv, row 3: The username is the address of a member of staff."
            " Empty the row, or correct the username where it is a child's."
        )
    ]


def test_a_name_that_may_be_in_two_rows(tmp_path: Path) -> None:
    rows = "No,Name\n1,TAN MEI LING\n2,SOH KAI ENG\n,JANE MARY\n3,LIM HUI FEN\n"
    assert told(tmp_path, rows) == [
        f"list.csv, row 3: The name may go on in the row below, which has nothing but a name. {ONE_NAME}",
        f"list.csv, row 4: This row has nothing but a name. Does it belong to the name above or below? {ONE_NAME}",
        f"list.csv, row 5: The name may begin in the row above, which has nothing but a name. {ONE_NAME}",
    ]


@pytest.mark.parametrize(("count", "is_told"), [(3, False), (4, True)])
def test_a_cell_that_has_what_the_column_beside_it_has(tmp_path: Path, count: int, *, is_told: bool) -> None:
    """Three rows are too few to say what is usual."""
    rows = ["1,TAN MEI,3A,3A", "2,LIM JO,3A,Red", "3,ONG KAI,3A,Red", "4,GOH LI,3A,Red"][:count]
    what = "list.csv, row 2: Column D has in this row what the column beside it has in the others."
    found = told(tmp_path, "\n".join(["No,Name,Class,House", *rows]))
    assert found == ([f"{what} {PUT_BACK}"] if is_told else [])


@pytest.mark.parametrize(
    ("headings", "usual", "last", "column"),
    [
        ("House,Class,Name,No", "Red,3A", "3A,3A", "A"),
        ("House,Locker,Name,No", "Red,11", "Red,lost", ""),  # any word may be a remark
        ("Remark,Locker,Name,No", ",11", ",", ""),
        ("Remark,Locker,Name,No", ",11", "12,11", ""),
    ],
)
def test_what_the_column_beside_it_has_in_the_four_rows_above(
    tmp_path: Path, headings: str, usual: str, last: str, column: str
) -> None:
    names = ["TAN MEI", "LIM JO", "ONG KAI", "GOH LI", "SIM BO"]
    rows = [
        f"{cells},{name},{n}"
        for n, (cells, name) in enumerate(zip([usual] * 4 + [last], names, strict=True), 1)
    ]
    what = f"list.csv, row 6: Column {column} has in this row what the column beside it has in the others."
    assert told(tmp_path, "\n".join([headings, *rows])) == ([f"{what} {PUT_BACK}"] if column else [])


@pytest.mark.parametrize(
    ("headings", "cells", "words"),
    [
        (
            "No,Name,Username",
            "tan mei",
            (
                'Does column C "Username" have the usernames?'
                " There is no address that ends with @students.edu.sg in it."
                " Answer with --column username=C or --column username=none."
            ),
        ),
        (
            "No,Name,",
            "lim_jo@students.edu.sg",
            (
                "Does column C (without a heading) have the usernames?"
                " Answer with --column username=C or --column username=none."
            ),
        ),
    ],
)
def test_which_column_has_the_usernames_is_asked(
    tmp_path: Path, headings: str, cells: str, words: str
) -> None:
    assert told(tmp_path, f"{headings}\n1,TAN MEI,{cells}\n") == [f"list.csv, row 1: {words}"]


def test_of_columns_that_may_have_the_names_the_one_that_says_so_comes_first(tmp_path: Path) -> None:
    rows = "No,Xyz,English Name,Class\n1,TAN MEI,MAY TAN,3A\n2,LIM JO,JOE LIM,3A\n"
    assert told(tmp_path, rows) == [
        (
            'list.csv, row 1: Which column has the names: C "English Name" or B "Xyz"?'
            " Answer with --column name=C or --column name=B."
        )
    ]


def test_no_row_is_told_of_before_the_column_of_the_names_is_known(tmp_path: Path) -> None:
    path = write(tmp_path, "list.csv", "No,Xyz,Class\n1,TAN MEI,3A\n2,LIM JO,3A\nTotal: 2,,\n")
    asked, answered = read_students(path), read_students(path, answers=Answers((ColumnAnswer("name", "B"),)))
    assert len(asked.questions) == 1
    assert [note.place.row for note in asked.notes if note.place.row] == []
    assert [note.place.row for note in answered.notes if note.place.row] == [4]
