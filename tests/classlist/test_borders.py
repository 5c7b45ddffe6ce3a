"""Rules of thumb at their border: just enough rows to tell, and just too few."""

from pathlib import Path

import pytest
from helpers.lists import write

from handout import read_students

CHILDREN = ["TAN MEI LING", "LIM HUI FEN", "ONG KAI LIN", "GOH JO ANN", "KOH YI HUI", "SIM AH GEOK"]
OTHERS = ["raj_kumar", "ann_lee", "ben_chua", "zul_hakim"]
OWN = [name.lower().replace(" ", "_") for name in CHILDREN]


def asked(folder: Path, heading: str, usernames: list[str]) -> list[str]:
    """What is asked about a list with these usernames; "" for a cell without one."""
    cells = [f"{username}@students.edu.sg" if username else "" for username in usernames]
    rows = "".join(f"{n},{CHILDREN[n - 1]},{cell}\n" for n, cell in enumerate(cells, 1))
    path = write(folder, "list.csv", f"No,{heading},Username\n{rows}")
    return [question.flaw.what for question in read_students(path).questions]


def rows_with_problems(folder: Path, text: str) -> list[int | None]:
    return [problem.place.row for problem in read_students(write(folder, "list.csv", text)).problems]


@pytest.mark.parametrize("last", ["", "raj_kumar"])
def test_names_without_a_heading_are_read_where_more_than_four_of_five_usernames_fit(
    tmp_path: Path, last: str
) -> None:
    assert asked(tmp_path, "Xyz", [*OWN[:5], last]) == []
    assert asked(tmp_path, "Xyz", [*OWN[:4], last]) == ['Does column B "Xyz" have the names?']


@pytest.mark.parametrize(
    "usernames",
    [
        OTHERS,
        [*OTHERS, "s1234a"],  # four of five are made of names
        [OTHERS[0], OTHERS[0], OTHERS[1], OTHERS[1]],  # half of them differ
        [*OTHERS[:3], OWN[0]],  # one of four is another child's here
        [*(name.lower().split()[0] + "_xyz" for name in CHILDREN[:2]), *OTHERS[2:]],  # half share a word
    ],
)
def test_usernames_of_other_names_are_asked_about(tmp_path: Path, usernames: list[str]) -> None:
    assert asked(tmp_path, "Name", usernames) == [
        'Does column C "Username" have the usernames of these children? They do not fit the names in column B "Name".'
    ]


@pytest.mark.parametrize(
    "usernames",
    [
        OTHERS[:3],  # too few
        [*OTHERS[:3], "s1234a", "s1235b"],  # three of five are made of names
        [OTHERS[0]] * 4,
        [*OTHERS[:2], OWN[1], OWN[0]],  # half are another child's here
        [*OTHERS, OWN[4]],  # one of five fits the name beside it
        [*(name.lower().split()[0] + "_xyz" for name in CHILDREN[:3]), OTHERS[0]],  # more share a word
    ],
)
def test_usernames_that_may_be_of_these_names_are_not(tmp_path: Path, usernames: list[str]) -> None:
    assert asked(tmp_path, "Name", usernames) == []


RACES = "No,Name,Class,Race\n1,TAN MEI,3A,Malay\n2,LIM JO,3A,Tamil\n"


def test_a_class_of_its_own_beside_a_cell_unlike_the_others_is_told(tmp_path: Path) -> None:
    (problem,) = read_students(
        write(tmp_path, "list.csv", f"{RACES}3,KOH AN,3A,Malay\n4,ANG HOE,Joy,Two words\n")
    ).problems
    assert problem.place.row == 5
    assert problem.flaw.what == "Column D has something else in this row than in all others."


@pytest.mark.parametrize(
    "rows",
    [
        "3,ANG HOE,Joy,Two words\n",  # too few rows
        "3,KOH AN,Joy,Malay\n4,ANG HOE,Joy,Two words\n",  # another child of the class
        "3,KOH AN,3A,Two words\n4,ANG HOE,Joy,Two words\n",  # another cell like it
        "3,KOH AN,3A,Malay\n4,ANG HOE,3A,Two words\n",  # the class of all
    ],
)
def test_a_cell_unlike_the_others_alone_is_not(tmp_path: Path, rows: str) -> None:
    assert rows_with_problems(tmp_path, RACES + rows) == []


def test_a_cell_unlike_the_others_in_a_list_without_classes_is_not(tmp_path: Path) -> None:
    text = f"{RACES}3,KOH AN,3A,Malay\n4,ANG HOE,3A,Two words\n".replace("3A", "")
    assert rows_with_problems(tmp_path, text) == []


def test_a_class_that_looks_like_none_is_told_beside_another(tmp_path: Path) -> None:
    alone = "No,Name,Class\n1,TAN MEI,Joy-Hope\n"
    assert rows_with_problems(tmp_path, alone) == []
    assert rows_with_problems(tmp_path, f"{alone}2,LIM JO,Joy-Care\n") == [2, 3]


MOTHERS = [f"{name},LIM AH {name.split()[1]},T17100{n}A\n" for n, name in enumerate(CHILDREN)]


@pytest.mark.parametrize(("full", "told"), [(4, True), (3, False)])
def test_what_nearly_all_cells_of_a_column_are(tmp_path: Path, full: int, *, told: bool) -> None:
    """Four of the five other rows have a mother's name; with three of four nobody can say what the column is."""
    rows = "".join([*MOTHERS[:full], "KOH YI HUI,,T171009A\n", "SIM AH GEOK,T171005A,\n"])
    found = rows_with_problems(tmp_path, f"Name,Mother,UIN\n{rows}")
    assert found == ([full + 3] if told else [])
