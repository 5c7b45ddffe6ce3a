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
