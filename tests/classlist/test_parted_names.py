"""Names that go on in the next row, as in a table copied from Word or a PDF: never half a name, never a child of its own."""

from pathlib import Path

import pytest
from helpers.lists import workbook, write

from handout import read_students

AT = "@students.edu.sg"
Rows = list[list[object]]

BEFORE: Rows = [["No", "Name", "Username"], [1, "KOH AN QI", f"koh_an_qi{AT}"], [2, "VERA LOPEZ", ""]]
AFTER: Rows = [[4, "OMAR ZAKI", f"omar_zaki{AT}"], [5, "LEE XIN YI", f"lee_xin_yi{AT}"]]
WHOLE = ["KOH AN QI", "VERA LOPEZ", "OMAR ZAKI", "LEE XIN YI"]


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ([[3, "DALILA BINTE", f"dalila_noor{AT}"], ["", "NOOR", ""]], [4, 5]),
        ([[3, "DALILA", ""], ["", "BINTE NOOR", ""]], [4, 5]),
        ([[3, "RAVI", ""], ["", "S/O GOPAL", ""]], [4, 5]),
        ([[3, "SOH KAI", f"soh_kai_eng_jane{AT}"], ["", "ENG JANE", ""]], [4, 5]),
        ([[3, "SOH KAI ENG", ""], ["", "JANE MARY", ""]], [4, 5, 6]),  # it may belong to the row below
        ([["", "DALILA BINTE", ""], [3, "NOOR", f"dalila_noor{AT}"]], [4, 5]),
        ([["", "SOH KAI", ""], [3, "ENG JANE", f"soh_kai_eng_jane{AT}"]], [4, 5]),
        ([[3, "SOH KAI", f"soh_kai_eng_jane{AT}"], ["", "ENG", ""], ["", "JANE", ""]], [4, 5, 6]),
    ],
)
def test_a_name_in_two_rows(tmp_path: Path, rows: Rows, told: list[int]) -> None:
    book = workbook(tmp_path, ("Sheet1", [*BEFORE, *rows, *AFTER]))
    lines = [",".join(map(str, row)) for row in [*BEFORE, *rows, *AFTER]]
    for path in (book, write(tmp_path, "list.csv", "\n".join(lines))):
        roster = read_students(path)
        assert [problem.place.row for problem in roster.problems] == told
        others = [
            name
            for row, name in zip([2, 3, 4 + len(rows), 5 + len(rows)], WHOLE, strict=True)
            if row not in told
        ]
        assert [student.name for student in roster.students] == others
        assert "DALILA" not in str(roster.problems)


def test_the_last_name_in_two_rows(tmp_path: Path) -> None:
    rows = [*BEFORE, *AFTER, [6, "SOH KAI ENG", ""], ["", "JANE", ""]]
    roster = read_students(workbook(tmp_path, ("Sheet1", rows)))
    assert [problem.place.row for problem in roster.problems] == [6, 7]


def test_without_numbers_the_username_says_which_names_are_one(tmp_path: Path) -> None:
    rows = [row[1:] for row in [*BEFORE, [3, "SOH KAI", f"soh_kai_jane{AT}"], ["", "JANE", ""], *AFTER]]
    roster = read_students(workbook(tmp_path, ("Sheet1", rows)))
    assert [problem.place.row for problem in roster.problems] == [4, 5]


@pytest.mark.parametrize(
    "rows",
    [
        [*BEFORE, [3, "SOH KAI ENG", ""], *AFTER, ["", "JANE MARY TAN", ""]],  # new, without a number yet
        [*BEFORE, *AFTER, ["", "JANE MARY TAN", ""], [7, "SOH KAI ENG", ""]],  # instead of number 6
        [*BEFORE, [3, "SOH KAI ENG", ""], ["", "JANE MARY TAN", f"jane_mary_tan{AT}"], *AFTER],
        [["No", "Name"], *[["", name] for name in ("KOH AN QI", "SOH KAI", "ENG JANE", "AISYAH")]],
    ],
)
def test_children_who_have_no_number_are_no_part_of_a_name(tmp_path: Path, rows: Rows) -> None:
    roster = read_students(workbook(tmp_path, ("Sheet1", rows)))
    assert not roster.problems
    assert len(roster.students) == len(rows) - 1


def test_the_office_may_say_that_a_name_is_a_child_s(tmp_path: Path) -> None:
    path = workbook(tmp_path, ("Sheet1", [*BEFORE, [3, "SOH KAI ENG", ""], ["", "JANE MARY", ""], *AFTER]))
    roster = read_students(path, edits={("Sheet1", 5, "B"): "JANE MARY"})
    assert not roster.problems
    assert len(roster.students) == 6


@pytest.mark.parametrize("word", ["HOPE", "P.T.O", "ENROLMENT"])
def test_one_word_alone_among_whole_names_with_usernames_is_asked_about(tmp_path: Path, word: str) -> None:
    rows = [*[row[1:] for row in [*BEFORE, *AFTER]], [], [word]]
    roster = read_students(workbook(tmp_path, ("Sheet1", rows)))
    assert [problem.place.row for problem in roster.problems] == [7]
    assert [student.name for student in roster.students] == WHOLE


def test_rows_with_something_between_them_are_no_neighbours(tmp_path: Path) -> None:
    rows = [*BEFORE, *AFTER, ["", "Total: 4", ""], ["", "HOPE", ""], ["", "", f"x{AT}"]]
    roster = read_students(workbook(tmp_path, ("Sheet1", rows)))
    assert [problem.place.row for problem in roster.problems] == [7, 8]


def test_a_name_written_again_in_chinese_below_is_no_other_child(tmp_path: Path) -> None:
    rows = [
        [["KOH AN QI", f"koh_an_qi{AT}"], ["许安琪", ""]],
        [["LEE XIN YI", f"lee_xin_yi{AT}"], ["李欣怡", ""]],
    ]
    roster = read_students(workbook(tmp_path, ("Sheet1", [["Name", "Username"], *rows[0], *rows[1]])))
    assert [problem.place.row for problem in roster.problems] == [2, 3, 4, 5]


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ([*BEFORE, *AFTER, [6, "SOH", ""], ["", "KAI ENG", ""]], [6, 7]),
        ([BEFORE[0], ["", "SOH KAI", ""], [1, "ENG", ""], *BEFORE[2:], *AFTER], [2, 3]),
    ],
)
def test_one_word_beside_a_row_with_nothing_but_a_name(tmp_path: Path, rows: Rows, told: list[int]) -> None:
    roster = read_students(workbook(tmp_path, ("Sheet1", rows)))
    assert [problem.place.row for problem in roster.problems] == told


@pytest.mark.parametrize("name", ["BINTE NOOR", "S/O GOPAL", "d/o Gopal"])
def test_no_name_begins_with_whose_child_it_is(tmp_path: Path, name: str) -> None:
    path = write(tmp_path, "list.csv", f"Name\nKOH AN QI\nDALILA SARI\n{name}\n")
    assert [problem.place.row for problem in read_students(path).problems] == [4]
