"""A row's cells as a child's: numbers before names, levels, usernames in several columns, what the office has typed."""

from pathlib import Path
from typing import Any

import pytest
from helpers.lists import workbook, write

from handout import read_students
from handout.model import Answers, ColumnAnswer

D = "@students.edu.sg"
Fields = tuple[str, str, str, str]


def read(folder: Path, text: str, **options: Any) -> tuple[dict[int, Fields], dict[int, str]]:
    """By their rows: class, number, name and username of each child; what is wrong."""
    roster = read_students(write(folder, "list.csv", text), **options)
    return {
        student.row: (
            student.class_name,
            student.register_number,
            student.name,
            student.username.partition("@")[0],
        )
        for student in roster.students
    }, {problem.place.row: problem.what for problem in roster.problems}


def test_the_class_of_a_title_is_that_of_numbered_names(tmp_path: Path) -> None:
    text = "Class 3A\nName,House\n1. TAN MEI,R\n'LIM JO,B\nClass 3B,\n2) ANG BO,R\n03 KOH YI,B\nANN LEE,\n"
    children, problems = read(tmp_path, text, derive="never")
    assert children == {
        3: ("3A", "", "TAN MEI", ""),
        4: ("3A", "", "LIM JO", ""),
        6: ("3B", "", "ANG BO", ""),
        7: ("3B", "", "KOH YI", ""),
        8: ("3B", "", "ANN LEE", ""),
    }
    assert not problems


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Name,Class\n1. TAN MEI,3A\nLIM JO,3A\n", [2]),  # half of them
        ("Name,Class\n1. TAN MEI,3A\n2. LIM JO,3A\n3. A2,3A\n", [4]),  # no name behind the number
        ("Surname,Given Name\n1. TAN,MEI\n2. LIM,JO\n", [2, 3]),  # a part of a name is not looked at
    ],
)
def test_figures_that_are_left_in_names(tmp_path: Path, text: str, wrong: list[int]) -> None:
    children, problems = read(tmp_path, text)
    assert problems == dict.fromkeys(wrong, "There is a figure in the name.")
    assert len(children) == text.count("\n") - 1 - len(wrong)


def test_a_name_of_which_a_part_is_missing(tmp_path: Path) -> None:
    children, problems = read(tmp_path, "No,Surname,Given Name\n1,TAN,MEI\n2,,JO\n3,LIM,\n")
    assert [name for _, _, name, _ in children.values()] == ["TAN MEI", "JO", "LIM"]
    assert not problems


def test_usernames_in_three_columns(tmp_path: Path) -> None:
    """The first that there is; a fault of the first column hides nothing, one of a further column is no username."""
    text = (
        "No,Name,MIMS ID,Email,Login\n"
        f"1,TAN MEI,tan_mei{D},tan_mei{D},Tan_Mei{D}\n2,LIM JO,,,lim_jo{D}\n3,ANG BO,bad,ang_bo{D},\n"
        f"4,KOH YI,,bad,koh_yi{D}\n5,GOH AI,goh_ai{D},bad,\n6,HO MIN,,ho_min{D},ho_min_2{D}\n7,ANN LEE,,,\n"
        f"8,,,,\n9,,,,peh_bo{D}\n"
    )
    answers = Answers((ColumnAnswer("username", "C+D+E"),))
    children, problems = read(tmp_path, text, answers=answers)
    assert [username for *_, username in children.values()] == [
        "tan_mei",
        "lim_jo",
        "",
        "koh_yi",
        "goh_ai",
        "",
        "",
    ]
    assert problems == {
        4: f"No. 3 ANG BO: The username does not end with {D}.",
        7: "No. 6 HO MIN: Two columns give this child different usernames.",
        10: "There is no name in this row, though other cells are filled.",
    }


def test_the_domain_is_added_where_a_username_has_none(tmp_path: Path) -> None:
    text = f"No,Name,Username\n1,TAN MEI,tan_mei\n2,LIM JO,lim_jo{D}\n3,ANG BO,\n4,KOH YI,koh yi\n5,ANN LEE,ann@x\n"
    children, problems = read(tmp_path, text, answers=Answers(add_domain=True))
    assert [username for *_, username in children.values()] == ["tan_mei", "lim_jo", "", "", ""]
    assert problems == {
        5: "No. 4 KOH YI: The username has a space in it.",
        6: f"No. 5 ANN LEE: The username does not end with {D}.",
    }


@pytest.mark.parametrize(
    ("cell", "wrong"),
    [(("", 3, "B"), {}), (("", 3, "A"), {3}), (("", 4, "B"), {3}), (("", 3, "D"), {3})],
)
def test_only_what_the_office_has_typed_itself_is_right(
    tmp_path: Path, cell: tuple[str, int, str], wrong: set[int]
) -> None:
    text = "No,Name,Class,House\n1,TAN MEI,3A,R\n2,Sunny,3A,R\n3,ANG BO,3A,B\n4,KOH YI,3A,B\n5,HO LI,3A,R\n"
    typed = {"A": "2", "B": "Sunny" if cell[1] == 3 else "ANG BO", "D": "R"}[cell[2]]
    _, problems = read(tmp_path, text, edits={cell: typed})
    assert set(problems) == set(wrong)


def test_usernames_between_other_signs_are_taken(tmp_path: Path) -> None:
    """Of children of other classes, in a remark: none of them is worked out for another."""
    names = ["TAN MEI", "LIM JO", "ANG BO", "KOH YI", "HO LI", "ANN LEE", "BEN CHUA"]
    signs = [
        f"(tan_mei{D})",
        f"<lim_jo{D}>;",
        f"'ang_bo{D}'",
        f'"koh_yi{D}",',
        f"x Ho_Li{D} y",
        f"ann_lee{D}x",
        "",
    ]
    rows: list[list] = [[n, name, None] for n, name in enumerate(names, 1)]
    remarks: list[list] = [[sign] for sign in signs]
    path = workbook(tmp_path, ("3A", [["No", "Name", "Username"], *rows]), ("Notes", [["x"], *remarks]))
    students = read_students(path, derive="always").students
    assert [student.username.partition("@")[0] for student in students] == [
        "",
        "",
        "",
        "",
        "",
        "ann_lee",
        "ben_chua",
    ]
    assert {student.reason for student in students[:5]} == {"the list has the username of this name already"}
