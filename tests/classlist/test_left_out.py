"""Rows that are no child's are left out and told; children whose cells only sound so are kept."""

from pathlib import Path

import pytest
from helpers.lists import names, write

from handout import read_students


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("Total,,", "a total or footer"),
        ("Form Teacher: Mrs Lim,,Mdm Tan Bo", "a total or footer"),
        (",Total: 2,", "a total or footer"),
        (",,Total: 2", "a total or footer"),
        (",3,Total", "a total or footer"),
        (",4,", "no name"),
        (",,Mdm Tan Bo", "nothing in the columns that are read"),
        ("Name,No,Teacher", "the headings again"),
        ("Name,,", "the headings again"),
        ("Class: 3B,,", "a total or footer"),
        ("Class 3B,,", "a title"),
        ("Ang Hoe,,", "a remark"),  # alone, and unlike the names in capitals
    ],
)
def test_a_row_that_is_no_child_s(tmp_path: Path, row: str, why: str) -> None:
    path = write(tmp_path, "list.csv", f"Name,No,Teacher\nTAN MEI,1,\nLIM JO,2,\n{row}\n")
    roster = read_students(path)
    assert [student.name for student in roster.students] == ["TAN MEI", "LIM JO"]
    assert [note.what for note in roster.notes if note.place.row == 4] == [f"This row was left out: {why}."]
    assert not roster.problems


@pytest.mark.parametrize("row", ["Total,3,", "Page,3,", "Ang Hoe,3,Total: 2", "ANG HOE,,", "Name,3,"])
def test_a_child_whose_cells_sound_like_a_footer(tmp_path: Path, row: str) -> None:
    path = write(tmp_path, "list.csv", f"Name,No,Teacher\nTAN MEI,1,\nLIM JO,2,\n{row}\n")
    assert [name for _, _, name in names(path)] == ["TAN MEI", "LIM JO", row.split(",", maxsplit=1)[0]]


def test_rows_that_are_left_out_for_one_reason_are_told_together(tmp_path: Path) -> None:
    text = "No,Name,Class\n1,TAN MEI,3A\n2,,3A\n3,,3A\n,Total: 2,\n4,,3A\n"
    roster = read_students(write(tmp_path, "list.csv", text))
    assert [(note.place.row, note.what) for note in roster.notes if note.place.row] == [
        (3, "2 rows up to row 4 were left out: no name."),
        (5, "This row was left out: a total or footer."),
        (6, "This row was left out: no name."),
    ]


@pytest.mark.parametrize(
    ("children", "problems"),
    [(("1. TAN MEI", "2. LIM JO", "ANN LEE"), []), (("1. TAN MEI", "ANN LEE"), [2])],
)
def test_numbers_before_most_names_are_no_part_of_them(
    tmp_path: Path, children: tuple[str, ...], problems: list[int]
) -> None:
    rows = "".join(f"{name},3A\n" for name in children)
    roster = read_students(write(tmp_path, "list.csv", f"Name,Class\n{rows}"))
    assert [problem.place.row for problem in roster.problems] == problems
    plain = [name.lstrip("12. ") for name in children if not (problems and name[0].isdigit())]
    assert [student.name for student in roster.students] == plain


def test_the_first_five_rows_are_shown_before_a_list_is_read(tmp_path: Path) -> None:
    rows = "".join(f"{n},TAN {'ABCDEF'[n - 1]}X\n" for n in range(1, 7))
    (survey,) = read_students(write(tmp_path, "list.csv", f"No,Name\n{rows}")).surveys
    assert [number for number, _ in survey.rows] == [2, 3, 4, 5, 6]


def test_a_row_that_ends_early_is_shown_with_empty_cells(tmp_path: Path) -> None:
    roster = read_students(write(tmp_path, "list.csv", "No,Name,Email\n1,TAN MEI\n2\n"))
    assert roster.surveys[0].rows[0] == (2, ("1", "TAN MEI", ""))
