"""In which column each problem and note can be fixed, and how it is told."""

from pathlib import Path

import pytest
from helpers.lists import write

from handout import read_students

AT = "@students.edu.sg"


@pytest.mark.parametrize(
    ("text", "fixes"),
    [
        (f"No,Name,Email\n1,TAN MEI,lim jo{AT}\n", [(2, "C", "username")]),
        (f"No,Name,Email\n1,TAN MEI,a_b{AT}\n2,LIM JO,a_b{AT}\n", [(2, "C", "username"), (3, "C", "username")]),
        (f"No,Name,MIMS ID,Email\n1,TAN MEI,tan_mei{AT},tan_mei_1{AT}\n" + "".join(f"{n},{a},{b}{AT},{b}{AT}\n" for n, a, b in (
            (2, "LIM JO", "lim_jo"), (3, "ANN LEE", "ann_lee"), (4, "RAJ KUMAR", "raj_kumar"), (5, "GOH UN", "goh_un"))),
         [(2, "C", "username")]),
        (f"No,Name,Email\n1,LEE AH,lee_ah{AT}\n1,LEE AH,goh_jo{AT}\n2,TAN MEI,tan_mei{AT}\n", [(2, "C", "username"), (3, "C", "username")]),
        (f"No,Name,Email\n1,ANN O'NEIL,ann_o'neil{AT}\n", [(2, "C", "username")]),
        (f"No,Name,Email\n1,TAN MEI,tan_mei{AT}\n2,LIM JO,\n", [(3, "C", "username")]),
        ("No,Name\n,TAN MEI\n,TAN MEI\n", [(3, "A", "number")]),
        ("No,Name\n1,TAN MEI\n1,LIM JO\n", [(3, "A", "number")]),
    ],
)  # fmt: skip
def test_where_it_is_fixed(tmp_path: Path, text: str, fixes: list[tuple[int, str, str]]) -> None:
    roster = read_students(write(tmp_path, "list.csv", text))
    found = {
        (told.place.row, told.fix.column, told.fix.field)
        for told in (*roster.problems, *roster.notes)
        if told.fix
    }
    assert sorted(found) == fixes


RETYPE = "Type the cell again."
IN_EMPTY = "Type it again in an empty cell."
MOVED = "Have its cells moved? Put each value back into its column."
REMEDIES = {
    "There is no class in this row, though others have one.": "Write the class into it.",
    "The class cannot be right.": RETYPE,
    "The class has an invisible letter in it.": IN_EMPTY,
    "The register number has an invisible letter in it.": IN_EMPTY,
    "The name has an invisible letter in it.": IN_EMPTY,
    "The name is an error message of Excel.": "Fix the formula, or type the name.",
    "The name looks like a formula.": "Take the = at its beginning out.",
    "The name has more than 66 letters.": "Is it two names in one cell?",
    "There is no name in this row, though other cells are filled.": "Write the name, or empty the row.",
    "There may be two people in the name.": "Write the child's name alone.",
    "The class has letters that cannot be printed.": "Write it in Latin letters.",
    "Excel has made a date of a cell.": "Make the column Text, and type it again.",
}
THREE = "No,Name,Class,CCA\n1,TAN MEI,3A,Choir\n2,LIM JO,3A,Choir\n3,ANN LEE,3A,Band\n"


@pytest.mark.parametrize(
    ("row", "fix", "what"),
    [
        ("4,RAJ KUMAR,,Band", ("C", "class"), "There is no class in this row, though others have one."),
        ("4,RAJ KUMAR,#N/A,Band", ("C", "class"), "The class cannot be right."),
        ("4,RAJ KUMAR,-3A,Band", ("C", "class"), "The class cannot be right."),
        ("4,RAJ KUMAR,VACANT,Band", ("C", "class"), "The class cannot be right."),
        ("4,RAJ KUMAR,𗀀,Band", ("C", "class"), "The class has letters that cannot be printed."),
        ("4,RAJ KUMAR,3\u200bA,Band", ("C", "class"), "The class has an invisible letter in it."),
        ("4,RAJ KUMAR,5-Dec,Band", ("C", "class"), "Excel has made a date of a cell."),
        *((f"4,RAJ KUMAR,{day},Band", ("C", "class"), "Excel has made a date of a cell.") for day in ("46025", "3月1日", "3.00E+01")),
        ("4,RAJ KUMAR,Choir,3A", ("C", "class"), "No other row has the class of this row, and it does not look like one."),
        ("4,RAJ KUMAR,J&J,Band", ("C", "class"), "No other row has the class of this row, and it does not look like one."),
        ("3-Feb,RAJ KUMAR,3A,Band", ("A", "number"), "Excel has made a date of a cell."),
        ("x4,RAJ KUMAR,3A,Band", ("A", "number"), "The register number is no number."),
        ("\u200b4,RAJ KUMAR,3A,Band", ("A", "number"), "The register number has an invisible letter in it."),
        ("4,#REF!,3A,Band", ("B", "name"), "The name is an error message of Excel."),
        ("4,VACANT,3A,Band", ("B", "name"), "There is no name in this row, though other cells are filled."),
        (f"4,{'J' * 63} TAN,3A,Band", ("B", "name"), "The name has more than 66 letters."),
        ("4,=RAJ KUMAR,3A,Band", ("B", "name"), "The name looks like a formula."),
        *((f"4,RAJ{letter} KUMAR,3A,Band", ("B", "name"), "The name has an invisible letter in it.") for letter in "\u200b\ufe0f\u3164"),
        ("4,RAJ 2 KUMAR,3A,Band", ("B", "name"), "There is a figure in the name."),
        ("4,RAJ PASSWORD,3A,Band", ("B", "name"), "The name has a word like password in it."),
        ("4,RAJ & ANN,3A,Band", ("B", "name"), "There may be two people in the name."),
        ("4,RAJ % ANN,3A,Band", ("B", "name"), "The name has a sign in it that no name has."),
        ("4,3A,RAJ KUMAR,Band", ("B", "name"), "There is a figure in the name."),
    ],
)  # fmt: skip
def test_where_a_cell_that_does_not_fit_is_retyped(
    tmp_path: Path, row: str, fix: tuple[str, str], what: str
) -> None:
    roster = read_students(write(tmp_path, "list.csv", f"{THREE}{row}\n"))
    (problem,) = roster.problems
    assert problem.place.row == 5
    assert problem.fix
    assert (problem.fix.column, problem.fix.field) == fix
    assert (problem.what, problem.remedy) == (what, REMEDIES.get(what, MOVED))
    assert [student.row for student in roster.students] == [2, 3, 4]


@pytest.mark.parametrize(("numbers", "told"), [(["1", "2", "3", ""], [5]), (["1", "2", ""], [])])
def test_one_of_four_without_a_register_number_is_told(
    tmp_path: Path, numbers: list[str], told: list[int]
) -> None:
    children = ("TAN MEI", "LIM JO", "ANN LEE", "RAJ KUMAR")
    rows = "".join(f"{number},{name}\n" for number, name in zip(numbers, children, strict=False))
    roster = read_students(write(tmp_path, "list.csv", f"No,Name\n{rows}"))
    what = "This row has no register number, though all others of the class have one."
    assert [note.place.row for note in roster.notes if note.what.endswith(what)] == told
    blank = [student.row for student in roster.students if not student.username]
    assert blank == told


@pytest.mark.parametrize(
    ("text", "reasons"),
    [
        (
            f"No,Name,Email\n1,TAN MEI,a_b{AT}\n2,LIM JO,a_b{AT}\n",
            dict.fromkeys((2, 3), "the list gives this username to more than one child"),
        ),
        (
            f"No,Name,Email\n1,LEE AH,lee_ah{AT}\n1,LEE AH,goh_jo{AT}\n2,TAN MEI,tan_mei{AT}\n",
            {2: "two rows of the list give different usernames"},
        ),
        (
            f"No,Name,Email\n1,TAN MEI,tan_mei{AT}\n2,LIM JO,\n3,ANN,\n",
            {3: "", 4: "a single word"},
        ),
        (
            f"No,Name,Email,Remark\n1,TAN MEI,tan_mei_2{AT},\n2,TAN MEI,,\n3,LIM JO,,\n4,ANN LEE,,lim_jo{AT}\n",
            {
                3: "more than one name leads to the same username",
                4: "the list has the username of this name already",
            },
        ),
        (
            f"No,Name,Email,Remark\n1,TAN MEI,,\n2,LIM JO,lim_jo{AT},sister tan_mei_2{AT}\n",
            {2: "the list has this username with a number"},
        ),
        (
            f"No,Name,Email\n1,TAN MEI,tan_mei{AT}\n2,LIM JO,lim_jo{AT}\n3,ANN LEE,ann_lee{AT}\n,RAJ KUMAR,\n",
            {5: "the row has no register number"},
        ),
        (
            f"No,Name,Email\n1,TAN MEI,lim_jo{AT}\n2,LIM JO,lim_jo_1{AT}\n3,ANN LEE,ann_lee{AT}\n",
            {3: "another row has the username of this name"},
        ),
    ],
)
def test_why_a_line_is_blank(tmp_path: Path, text: str, reasons: dict[int, str]) -> None:
    roster = read_students(write(tmp_path, "list.csv", text))
    blank = {student.row: student.reason for student in roster.students if student.origin == "blank"}
    assert blank == reasons
