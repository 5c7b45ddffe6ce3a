"""Rows unlike the others, by rules of thumb at their border: just enough rows to tell, and just too few."""

from pathlib import Path

import pytest
from helpers.lists import write

from handout import read_students

CHILDREN = ["TAN MEI LING", "LIM HUI FEN", "ONG KAI LIN", "GOH JO ANN", "KOH YI HUI", "SIM AH GEOK"]


def rows_with_problems(folder: Path, text: str) -> list[int | None]:
    return [problem.place.row for problem in read_students(write(folder, "list.csv", text)).problems]


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


@pytest.mark.parametrize(
    ("names", "told"),
    [
        ([*CHILDREN[:4], "Koh Mui", "Sunshine"], [7]),  # four of five others in capitals
        ([*CHILDREN[:3], "Koh Mui", "Sunshine"], []),
        ([*CHILDREN[:4], "CHONG", "Sunshine"], [7]),  # four of five others of several words
        ([*CHILDREN[:3], "CHONG", "Sunshine"], []),
        ([*CHILDREN[:3], "Sunshine"], [5]),
        ([*CHILDREN[:2], "Sunshine"], []),  # too few rows
    ],
)
def test_one_word_that_is_written_unlike_the_names_may_be_a_secret(
    tmp_path: Path, names: list[str], told: list[int]
) -> None:
    rows = "".join(f"{n},{name}\n" for n, name in enumerate(names, 1))
    assert rows_with_problems(tmp_path, f"No,Name\n{rows}") == told


@pytest.mark.parametrize(
    ("small", "others", "told"),
    [(1, 4, [6]), (2, 3, []), (2, 9, [11, 12])],
)
def test_words_in_small_letters_are_usual_in_more_than_one_of_five_names(
    tmp_path: Path, small: int, others: int, told: list[int]
) -> None:
    names = [f"Tan {word}" for word in ("Mei", "Hui", "Kai", "Jo", "Yi", "Ah", "An", "Li", "Bo")[:others]]
    names += ["Ang Hoe sunshine", "Koh An moonlight"][:small]
    rows = "".join(f"{n},{name}\n" for n, name in enumerate(names, 1))
    assert rows_with_problems(tmp_path, f"No,Name\n{rows}") == told


@pytest.mark.parametrize(
    ("classes", "told"),
    [
        (["3A", "3A", "3A", "3A", "Joy"], [6]),  # four of five are plain classes
        (["3A", "3A", "3A", "Joy"], []),
        (["Joy", "Joy", "Joy", "3A"], []),
        (["Joy", "Joy", "Joy", "Joy & Co"], [5]),
        (["J@y"], [2]),
    ],
)
def test_a_class_that_no_other_row_has(tmp_path: Path, classes: list[str], told: list[int]) -> None:
    rows = "".join(
        f"{n},{name},{one}\n" for n, (name, one) in enumerate(zip(CHILDREN, classes, strict=False), 1)
    )
    assert rows_with_problems(tmp_path, f"No,Name,Class\n{rows}") == told


@pytest.mark.parametrize(("numbers", "told"), [(("1", "2", "3", ""), [5]), (("1", "2", "", ""), [])])
def test_a_level_alone_is_a_class_with_a_number_beside_it_or_where_most_have_none(
    tmp_path: Path, numbers: tuple[str, ...], told: list[int]
) -> None:
    cells = zip(numbers, CHILDREN, ("3A", "3A", "3A", "3"), strict=False)
    rows = "".join(f"{','.join(row)}\n" for row in cells)
    assert rows_with_problems(tmp_path, f"No,Name,Class\n{rows}") == told
    numbered = rows.replace("\n,", "\n4,")
    assert rows_with_problems(tmp_path, f"No,Name,Class\n{numbered}") == []
