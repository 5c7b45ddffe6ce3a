"""Rows that are only unlike the others: what may be a secret or another's is not printed, honest ones are."""

from pathlib import Path

import pytest
from helpers.lists import names, workbook, write

from handout import read_students
from handout.model import Answers

CAPITALS = ["TAN MEI LING", "LIM HUI FEN", "ONG KAI LIN", "GOH JO ANN", "KOH YI HUI"]
TITLES = [name.title() for name in CAPITALS]


def listed(folder: Path, others: list[str], name: str) -> Path:
    rows = "".join(f"{n},{one},3A\n" for n, one in enumerate([*others, name], 1))
    return write(folder, "list.csv", f"No,Name,Class\n{rows}")


@pytest.mark.parametrize(
    "name",
    [
        "sunshine ANG HOE",
        "ANG HOE bluetiger",
        "ANG HOE Pass",
        "ANG HOE BlueTiger",
        "ANG HOE TigeR",
        "ANG HOE della-rovere",
        "ANG HOE tiger",
        "Mary-Anne-Lo ANG HOE",
        "Correct-Horse-Ab ANG HOE",
        "ANG HOE / MDM LIM AH LIAN",
        "ANG HOE / sunshine",
        "ANG HOE MDM LIAN",
        "ANG HOE & ANG HUA",
        "BINTE ANG HOE",
        "Hoe.",  # one word
        "HOE.HOE",
        "HOEé",
        "HOE'Hoe",
    ],
)
def test_more_than_the_name_in_its_cell_is_told_and_not_shown(tmp_path: Path, name: str) -> None:
    roster = read_students(listed(tmp_path, CAPITALS, name))
    assert [problem.place.row for problem in roster.problems] == [7]
    assert len(roster.students) == 5
    assert "HOE" not in repr(roster)


def test_a_word_in_small_letters_among_names_with_capitals(tmp_path: Path) -> None:
    (problem,) = read_students(listed(tmp_path, TITLES, "Ang Hoe sunshine")).problems
    assert problem.remedy.endswith("If it is the name, write it as the others are.")


@pytest.mark.parametrize(
    ("others", "name"),
    [
        (CAPITALS, "NUR AIN binte SALIM"),
        (CAPITALS, "RAVI s/o GOPAL"),
        (CAPITALS, "RAVI S / O GOPAL"),
        (CAPITALS, "ANG HOE (Chloe)"),
        (CAPITALS, "ANG HOE (nickname: Mary)".replace(": ", " ")),
        (CAPITALS, "Mary-Anne Ang"),
        (CAPITALS, "AVA McDONALD"),
        (TITLES, "MaryAnne Ang"),
        (TITLES, "Lucas van der Berg"),
        (TITLES, "ang hoe lian"),
        (TITLES, "Sean O'Brien"),
        (TITLES, "Tan Mei des"),
        (TITLES, "Tan Mei dela"),
        (TITLES, "Tan Mei élodie"),
        (CAPITALS, "ANG HOE RenéeAnn"),
        (CAPITALS, "Mary-Ann-Lo Ang"),
        ([name.lower() for name in CAPITALS], "Ang shanice"),
        (CAPITALS, "BIN HAO"),
        (CAPITALS, "Ang Aisha(Chloe)"),
        (CAPITALS, "D'SOUZA"),
        (CAPITALS, "D’SOUZA"),
        (CAPITALS, "Zul"),
        (CAPITALS, "李"),
    ],
)
def test_honest_ways_of_writing_a_name(tmp_path: Path, others: list[str], name: str) -> None:
    roster = read_students(listed(tmp_path, others, name))
    assert not roster.problems
    assert roster.students[-1].name == name


def test_columns_that_changed_places_in_some_rows(tmp_path: Path) -> None:
    text = "No,Name,Class,Sex\n1,TAN MEI,3A,F\n2,LIM JO,3A,M\n3,ANG HOE,M,3A\n4,KOH AN,F,3A\n"
    roster = read_students(write(tmp_path, "list.csv", text))
    assert [problem.place.row for problem in roster.problems] == [4, 5]
    assert names(tmp_path / "list.csv") == [("3A", "1", "TAN MEI"), ("3A", "2", "LIM JO")]


def test_a_remark_of_others_in_place_of_a_name(tmp_path: Path) -> None:
    text = "No,Name,CCA\n1,TAN MEI,Choir\n2,LIM JO,Choir\n3,Choir,ANG HOE\n4,Choir,KOH AN\n"
    roster = read_students(write(tmp_path, "list.csv", text))
    assert [problem.place.row for problem in roster.problems] == [4, 5]


MOVED = "Sex,Name,Mother,UIN\n" + "".join(
    f"{sex},{name},LIM AH {word},T17{n}A\n"
    for n, (sex, name, word) in enumerate(
        [("F", "TAN MEI", "LIAN"), ("M", "LIM JO", "SIEW"), ("M", "KOH AN", "NEO"), ("F", "ONG KAI", "KIM")],
        1001,
    )
)


def test_an_unread_cell_with_what_the_column_beside_it_has(tmp_path: Path) -> None:
    roster = read_students(write(tmp_path, "list.csv", MOVED + "F,SIM AH GEOK,T171005A,\n"))
    assert [problem.place.row for problem in roster.problems] == [6]
    assert "GEOK" not in repr(roster)


@pytest.mark.parametrize(
    "row",
    [
        "F,SIM YI,,pending",
        "F,SIM YI,-,F1234N",
        "F,SIM YI,LIM (aunt) 91234567,T171005A",
        "F,SIM YI,LIM AH,ask\u00a0mother",
    ],
)
def test_unread_cells_that_are_only_filled_otherwise(tmp_path: Path, row: str) -> None:
    assert not read_students(write(tmp_path, "list.csv", f"{MOVED}{row}\n")).problems


CHILDREN = [
    ["No", "Name", "Email"],
    [1, "TAN MEI", "tan_mei@students.edu.sg"],
    [2, "LIM JO", "lim_jo@students.edu.sg"],
]
WITH_CLASS = [["Name", "Class"], ["TAN MEI", "4B"], ["LIM JO", "4B"]]
OTHERS = [["No", "Name"], [1, "KOH AN"], [2, "SIM YI"]]


@pytest.mark.parametrize(("own", "other"), [("4B", "Prefects"), ("COURAGE", "Remedial"), ("4B", "Sheet3")])
def test_a_worksheet_unlike_those_of_the_classes_is_asked_about(tmp_path: Path, own: str, other: str) -> None:
    path = workbook(tmp_path, (own, CHILDREN), (other, OTHERS))
    (question,) = read_students(path).questions
    assert question.flaw.what.startswith(f'Worksheet "{other}" may not be a list of these children.')
    roster = read_students(path, answers=Answers(worksheets=(own,)))
    assert [student.name for student in roster.students] == ["TAN MEI", "LIM JO"]


@pytest.mark.parametrize(
    "sheets",
    [
        [("4B", CHILDREN), ("4C", OTHERS)],
        [("4B", WITH_CLASS), ("Everybody", WITH_CLASS)],
        [("HOPE", OTHERS), ("JOY", [["No", "Name"], [1, "ONG LI"], [2, "GOH UN"]])],
    ],
)
def test_worksheets_of_classes_need_no_question(tmp_path: Path, sheets: list) -> None:
    assert not read_students(workbook(tmp_path, *sheets)).questions


@pytest.mark.parametrize(
    "rows",
    ["3,M,3A,\n4,F,3A,\n", "3,ANG HOE,M,\n4,KOH AN,F,\n"],
)
def test_cells_of_several_rows_that_moved_to_the_left(tmp_path: Path, rows: str) -> None:
    text = f"No,Name,Class,Sex\n1,TAN MEI,3A,F\n2,LIM JO,3A,M\n{rows}"
    roster = read_students(write(tmp_path, "list.csv", text))
    assert [problem.place.row for problem in roster.problems] == [4, 5]
    assert [student.name for student in roster.students] == ["TAN MEI", "LIM JO"]


def test_a_class_without_a_level_beside_others_with_one(tmp_path: Path) -> None:
    text = "No,Name,Class,Sex\n1,TAN MEI,3A,F\n2,LIM JO,Joy,M\n3,ANG HOE,Joy,M\n4,KOH AN,3A,F\n"
    assert not read_students(write(tmp_path, "list.csv", text)).problems


def test_one_remark_in_an_empty_column_is_not_from_the_column_beside_it(tmp_path: Path) -> None:
    rows = "".join(f"{name},,T17{n}A\n" for n, name in enumerate(CAPITALS, 1001))
    text = f"Name,Remark,UIN\n{rows}ANG HOE,F2,T171009A\n"
    assert not read_students(write(tmp_path, "list.csv", text)).problems


def test_a_name_of_one_letter_is_told(tmp_path: Path) -> None:
    assert [problem.place.row for problem in read_students(listed(tmp_path, TITLES, "X")).problems] == [7]


def test_a_class_in_place_of_a_name_is_told(tmp_path: Path) -> None:
    text = "No,Name,Class\n1,Tan Mei,Joy\n2,Lim Jo,Joy\n3,Joy,Joy\n"
    (problem,) = read_students(write(tmp_path, "list.csv", text)).problems
    assert (problem.place.row, problem.flaw.what) == (4, "The name does not look like the others.")


def test_names_that_are_nobody_s(tmp_path: Path) -> None:
    words = "TEST Dummy demo SAMPLE Trial STUDENT Pupil ACCOUNT User ADMIN Guest TEMP"
    nobody = [*words.split(), "Test Student", "DEMO USER"]
    rows = "".join(f"{n},{name}\n" for n, name in enumerate([*CAPITALS, *nobody], 1))
    roster = read_students(write(tmp_path, "list.csv", f"No,Name\n{rows}"))
    assert [student.name for student in roster.students] == CAPITALS
    assert {problem.flaw.what for problem in roster.problems} == {"The name is no child's."}


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ("1,TAN MEI,3A,F,Choir\n2,LIM JO,3B,M,Band\n3,ANG HOE,Chess,F,3A\n", []),
        ("1,TAN MEI,3A,F,Choir\n2,LIM JO,3A,M,Band\n3,ANG HOE,Chess,F,3A\n", [4]),
        ("1,TAN MEI,3A,F,Choir\n2,LIM JO,3A,M,Band\n3,ANG HOE,Chess,F,3A\n4,KOH AN,Chess,M,Band\n", []),
        ("1,TAN MEI,3A,F,Choir\n2,LIM JO,3B,M,Chess\n3,ANG HOE,Chess,F,3A\n", [4]),
        (
            "1,TAN MEI,3A,F,Choir\n2,LIM JO,Joy,M,Band\n3,ANG HOE,Choir,F,Joy\n4,KOH AN,Choir,M,Joy\n",
            [3, 4, 5],
        ),
        ("1,TAN MEI,Joy,F,Choir\n2,LIM JO,Joy,M,Band\n3,ANG HOE,Choir,F,Joy\n4,KOH AN,Choir,M,Joy\n", []),
    ],
)
def test_a_class_that_changed_places_with_a_remark(tmp_path: Path, rows: str, told: list[int]) -> None:
    """The remark is the class of two other rows, or the class another row's remark; and no other has that class."""
    roster = read_students(write(tmp_path, "list.csv", f"No,Name,Class,Sex,CCA\n{rows}"))
    assert [problem.place.row for problem in roster.problems] == told
