"""What a column is, by rules of thumb at their border: just enough rows to tell, and just too few."""

from pathlib import Path

import pytest
from helpers.lists import kinds_asked, numbered, write

from handout import read_students
from handout.model import Answers, ColumnAnswer

CHILDREN = ["TAN MEI LING", "LIM HUI FEN", "ONG KAI LIN", "GOH JO ANN", "KOH YI HUI", "SIM AH GEOK"]


@pytest.mark.parametrize(("count", "read"), [(3, True), (4, False)])
def test_letters_in_four_rows_are_no_register_numbers(tmp_path: Path, count: int, *, read: bool) -> None:
    rows = "".join(f"{letter},{name}\n" for letter, name in zip("wxyz"[:count], CHILDREN, strict=False))
    roster = read_students(write(tmp_path, "list.csv", f"No,Name\n{rows}"))
    assert len(roster.problems) == (3 if read else 0)
    assert [student.register_number for student in roster.students] == ([] if read else [""] * 4)


@pytest.mark.parametrize("heading", ["Student No", "Pupil Number"])
def test_letters_in_few_rows_under_a_number_of_a_pupil_are_no_register_numbers_either(
    tmp_path: Path, heading: str
) -> None:
    roster = read_students(write(tmp_path, "list.csv", f"{heading},Name\nw,TAN MEI\nx,LIM JO\n"))
    assert not roster.problems
    assert [student.register_number for student in roster.students] == ["", ""]


@pytest.mark.parametrize(
    ("classes", "asked"),
    [
        (["Red", "Tall", "Shy"], False),
        (["Red", "Tall", "Shy", "Bold"], True),
        (["Red", "Red", "Shy", "Shy"], False),
        (["Red", "Tall", "3A", "3A"], False),
    ],
)
def test_classes_of_which_hardly_two_are_alike_are_asked_about(
    tmp_path: Path, classes: list[str], *, asked: bool
) -> None:
    path = numbered(tmp_path, "Name,Class", CHILDREN[: len(classes)], classes)
    assert kinds_asked(path) == (["class"] if asked else [])
    assert [student.class_name for student in read_students(path).students] == ([] if asked else classes)


@pytest.mark.parametrize(("count", "asked"), [(5, False), (6, True)])
def test_a_column_of_plain_classes_in_more_than_four_of_five_rows_is_asked_about(
    tmp_path: Path, count: int, *, asked: bool
) -> None:
    children, groups = CHILDREN[:count], [*["3A"] * (count - 1), "x"]
    kinds = ["class"] if asked else []
    assert kinds_asked(numbered(tmp_path, "Name,Xyz", children, groups)) == kinds
    sexes = list("MFMFMF"[:count])
    assert kinds_asked(numbered(tmp_path, "Name,Class,Group", children, sexes, groups)) == kinds


@pytest.mark.parametrize(
    ("names", "asked"),
    [
        (["LIM AH"] * 4, False),
        (["LIM AH"] * 3, True),
        (["LIM AH", "LIM AH", "TAN BO", "TAN BO"], True),
        (["Mr Lim Ah", "Mdm Tan Bo", "Mrs Koh An", "Sim Yi"], False),
        (["Mr Lim Ah", "Mdm Tan Bo", "Koh An", "Sim Yi"], True),
        (["Mr Lim Ah", "Mdm Tan Bo", "Mrs Koh An"], True),
    ],
)
def test_of_two_columns_of_names_one_that_repeats_or_has_grown_ups_is_not_the_children_s(
    tmp_path: Path, names: list[str], *, asked: bool
) -> None:
    children = CHILDREN[: len(names)]
    path = numbered(tmp_path, "Name,Full Name", names, children)
    assert kinds_asked(path) == (["name"] if asked else [])
    assert [student.name for student in read_students(path).students] == ([] if asked else children)


@pytest.mark.parametrize(
    ("names", "asked"),
    [
        (["ANN", "BEN", "EVE", "ZUL"], True),
        (["ANN", "BEN", "EVE"], False),
        (["ANN", "BEN", "EVE TAN", "ZUL LIM"], False),
    ],
)
def test_single_words_beside_whole_names_are_asked_about(
    tmp_path: Path, names: list[str], *, asked: bool
) -> None:
    path = numbered(tmp_path, "Name,Xyz", names, CHILDREN[: len(names)])
    assert kinds_asked(path) == (["name"] if asked else [])
    assert [student.name for student in read_students(path).students] == ([] if asked else names)


@pytest.mark.parametrize(
    ("cells", "asked"),
    [
        (["1", "2", "3", "4"], True),
        (["tan_mei@mail.sg", "lim_jo@mail.sg"], True),
        (["T1001A", "T1002B", "T1003C", "T1004D"], True),
        (["T1001A", "T1002B", "T1003C"], False),  # too few: each is told
        (["T1001A", "T1002B", "ANN LEE", "RAJ KUMAR"], False),
    ],
)
def test_cells_under_name_that_are_no_names(tmp_path: Path, cells: list[str], *, asked: bool) -> None:
    path = numbered(tmp_path, "Name,Xyz", cells, CHILDREN[: len(cells)])
    assert kinds_asked(path) == (["name"] if asked else [])
    problems = [problem.place.row for problem in read_students(path).problems]
    figures = [row for row, cell in enumerate(cells, 2) if cell.startswith("T1")]
    assert problems == ([1] if asked else figures)


@pytest.mark.parametrize(
    ("headings", "cells", "choices"),
    [
        ("First Name,Middle Name,Last Name", "MEI,ANN,TAN", ["D+B+C", "B+C+D"]),
        ("First Name,Middle Name,Last Name", "MEI,,TAN", ["D+B", "B+D"]),  # nobody has a middle name
        ("Last Name,First Name,Middle Name", "TAN,MEI,ANN", ["B+C+D", "C+D+B"]),
        ("Last Name,First Name,Middle Name", "TAN,MEI,", []),
    ],
)
def test_the_order_of_the_parts_of_a_name(
    tmp_path: Path, headings: str, cells: str, choices: list[str]
) -> None:
    roster = read_students(write(tmp_path, "list.csv", f"No,{headings}\n1,{cells}\n"))
    assert [choice.value for question in roster.questions for choice in question.choices] == choices
    assert [student.name for student in roster.students] == ([] if choices else ["TAN MEI"])


def test_an_answer_that_is_no_column_is_told_by_its_first_forty_letters(tmp_path: Path) -> None:
    path = numbered(tmp_path, "Name,Name", ["TAN MEI"], ["LIM"])
    roster = read_students(path, answers=Answers((ColumnAnswer("name", "Q" * 41),)))
    assert roster.questions[0].flaw.what == (
        f'There is no column "{"Q" * 40}" that can be read. The columns are A "No", B "Name" and C "Name".'
    )
