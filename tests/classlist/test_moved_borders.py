"""Rows with more or fewer cells than the others, or an address where none belongs: told, unless cells prove them right."""

from pathlib import Path

import pytest
from helpers.lists import workbook, write

from handout import read_students
from handout.model import Answers, ColumnAnswer

D = "@students.edu.sg"
MORE, FEWER = (f"This row has {how} fields than there are headings." for how in ("more", "fewer"))
ELSEWHERE = f"An address that ends with {D} is outside the column of usernames."
NO_CLASS = "There is no class in this row, though others have one."
MOVED = "Have its cells moved? Put each value back into its column."

PLAIN = "No,Name,Class\n1,TAN MEI,3A\n2,LIM JO,3A\n"
REMARKS = "No,Name,Class,House\n1,TAN MEI,3A,Red\n2,LIM JO,3A,Blue\n"
LONG = "No,Name,Class\n1,TAN MEI,3A,\n2,LIM JO,3A,\n"
GIVEN = f"No,Name,Username\n1,TAN MEI,tan_mei{D}\n2,LIM JO,lim_jo{D}\n"
BOTH = f"No,Name,Class,Username\n1,TAN MEI,3A,tan_mei{D}\n2,LIM JO,3A,lim_jo{D}\n"


@pytest.mark.parametrize(
    ("rows", "row", "what"),
    [
        (PLAIN, "3,ANG BO,3A,", ""),
        (PLAIN, "3,ANG BO,3 a,,,", ""),
        (PLAIN, "3,ANG BO,3B,", ""),
        (PLAIN, "new,ANG BO,3A,", ""),
        (PLAIN, "3,ANG BO,3A,-", ""),
        (PLAIN, "3,ANG BO,Joy,", MORE),
        (PLAIN, "3,ANG BO,,", MORE),
        (PLAIN, "x,ANG BO,3A,", MORE),
        (PLAIN, "3,ANG BO,3A,x", MORE),
        (PLAIN, "3,ANG BO", NO_CLASS),  # nothing can be missing but what is read
        (REMARKS, "3,ANG BO,3A", FEWER),
        (REMARKS, "3,ANG BO", FEWER),
        (REMARKS, "3,ANG BO,3A,Red,", ""),
        (REMARKS, "3,ANG BO,3A,Red,x", MORE),
        (LONG, "3,ANG BO,3A", ""),
        (LONG, "3,ANG BO,Joy,", ""),
        (LONG, "3,ANG BO,Joy,,", MORE),
        (LONG, "3,ANG BO,3A,,", ""),
        (GIVEN, f"3,ANG BO,ang_bo{D},", ""),
        (GIVEN, "3,ANG BO,,", MORE),
        (GIVEN, "3,ANG BO,x,", MORE),
        (GIVEN, f"x,ANG BO,ang_bo{D},", MORE),
        (GIVEN, f"ang_bo{D},ANG BO,", ELSEWHERE),
        (GIVEN, f"3,ANG BO ang_bo{D},", ELSEWHERE),
        (GIVEN, f"3,ANG BO,ang_bo{D},ang_bo{D}", ELSEWHERE),
        (BOTH, "3,ANG BO,3A,,", ""),
        (BOTH, f"3,ANG BO,Joy,ang_bo{D},", MORE),
        (BOTH, "3,ANG BO,3A,x,", MORE),
        (BOTH, f"3,ANG BO,,ang_bo{D},", NO_CLASS),
        (BOTH, f"3,ANG BO,ang_bo{D},ang_bo{D}", ELSEWHERE),
    ],
)
def test_a_row_of_a_text_file(tmp_path: Path, rows: str, row: str, what: str) -> None:
    roster = read_students(write(tmp_path, "list.csv", f"{rows}{row}\n"))
    assert [(problem.place.row, problem.what) for problem in roster.problems] == ([(4, what)] if what else [])
    assert [student.name for student in roster.students][2:] == ([] if what else ["ANG BO"])


@pytest.mark.parametrize(
    ("notes", "told"),
    [
        (["x", "y", "z", ""], []),
        (["x", "y", "", ""], [2, 3]),
        (["x", "", "", ""], [2]),
        (["x", "y", "z", "v"], []),
        (["x", "y", "z"], []),
        (["x", ""], [2]),
        (["x"], []),
    ],
)
def test_addresses_in_a_column_that_is_not_read(tmp_path: Path, notes: list[str], told: list[int]) -> None:
    """In half of the rows or fewer they belong to another column; in more the office has said that they are none."""
    rows = "".join(
        f"{n},{name},{name.lower().replace(' ', '_')}{D},{note and note + D}\n"
        for n, (name, note) in enumerate(
            zip(["TAN MEI", "LIM JO", "ANG BO", "KOH YI"], notes, strict=False), 1
        )
    )
    path = write(tmp_path, "list.csv", f"No,Name,Username,Notes\n{rows}")
    roster = read_students(path, answers=Answers((ColumnAnswer("username", "C"),)))
    assert [(problem.place.row, problem.what) for problem in roster.problems] == [
        (row, ELSEWHERE) for row in told
    ]


@pytest.mark.parametrize(
    ("heads", "row", "told"),
    [
        (["No", "Name", "House", "Class"], [2, "LIM JO", "Red", "3A", "x"], True),
        (["No", "Name", "House", "Class"], [2, "LIM JO", "Red", "3A", None, "x"], False),  # a remark apart
        (
            ["No", "Name", "Class", "House"],
            [2, "LIM JO", "3A", "Red", "x"],
            False,
        ),  # nothing read is behind it
        (["No", "Name", "Class"], [2, "LIM JO", "3A", "x"], False),
        (["House", "Name"], ["Red", "LIM JO", "x"], True),
    ],
)
def test_a_row_of_a_workbook(tmp_path: Path, heads: list[str], row: list, *, told: bool) -> None:
    values = {"No": 1, "Name": "TAN MEI", "Class": "3A", "House": "Blue"}
    path = workbook(tmp_path, ("3A", [heads, [values[head] for head in heads], row]))
    roster = read_students(path)
    what = "This row has more cells than there are headings."
    assert [str(problem) for problem in roster.problems] == (
        [f'list.xlsx, worksheet "3A", row 3: {what} {MOVED} Or write a heading above them.'] if told else []
    )
    typed = {("3A", 3, "ABCD"[heads.index("Name")]): "LIM JO"}
    assert not read_students(path, edits=typed).problems, "the office has typed the name: it is no other's"


def test_a_row_has_not_moved_where_the_office_has_typed_its_name_and_username(tmp_path: Path) -> None:
    text = f"{BOTH}3,ANG BO,3A,ang_bo{D},x\n"
    name, username = {("", 4, "B"): "ANG BO"}, {("", 4, "D"): f"ang_bo{D}"}
    path = write(tmp_path, "list.csv", text)
    for edits, told in (({}, [4]), (name, [4]), (username, [4]), (name | username, [])):
        assert [problem.place.row for problem in read_students(path, edits=edits).problems] == told
