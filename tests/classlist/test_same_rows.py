"""Rows that are alike, and usernames that several of them have."""

from pathlib import Path

from helpers.lists import read, usernames
from openpyxl import Workbook

from handout import read_students


def test_a_username_that_a_nameless_row_has_too_is_nobodys(tmp_path: Path) -> None:
    roster = read(tmp_path, "No,Name,Email\n1,LIM JO,lim_jo@students.edu.sg\n2,,lim_jo@students.edu.sg\n")
    assert usernames(roster) == [("blank", "")]
    assert [problem.place.row for problem in roster.problems] == [2, 3]


def test_one_username_in_two_classes_is_nobodys(tmp_path: Path) -> None:
    roster = read(
        tmp_path,
        "No,Name,Class,Email\n1,LIM JO,3A,lim_jo@students.edu.sg\n1,LIM JO,3B,lim_jo@students.edu.sg\n",
    )
    assert usernames(roster) == [("blank", ""), ("blank", "")]
    assert ["also in row 3" in roster.problems[0].what, "also in row 2" in roster.problems[1].what] == [
        True,
        True,
    ]


def test_an_identical_row_is_printed_once(tmp_path: Path) -> None:
    roster = read(
        tmp_path, "No,Name,Email\n1,LIM JO,lim_jo@students.edu.sg\n1,LIM JO,lim_jo@students.edu.sg\n"
    )
    assert usernames(roster) == [("given", "lim_jo")]
    assert "the same as row 2" in roster.notes[0].what
    assert not roster.problems


def test_white_space_and_capitals_do_not_make_two_children_of_one(tmp_path: Path) -> None:
    roster = read(
        tmp_path, "No,Name,Email\n1,LIM  JO,LIM_JO@students.edu.sg\n1,LIM JO,lim_jo@students.edu.sg \n"
    )
    assert usernames(roster) == [("given", "lim_jo")]
    assert not roster.problems


def test_identical_rows_that_are_wrong_are_all_problems(tmp_path: Path) -> None:
    roster = read(tmp_path, "Name,Class\nANN LEE,3A\n=A1,3A\n=A1,3A\n")
    assert [problem.place.row for problem in roster.problems] == [3, 4]


def test_sheets_are_named_where_rows_of_two_are_compared(tmp_path: Path) -> None:
    book = Workbook()
    book.remove(book.active)
    for title in ("b", "a"):
        sheet = book.create_sheet(title)
        sheet.append(["No", "Name", "Class"])
        sheet.append([1, "LIM JO", "3A"])
        sheet.append([1, f"TAN {title}", "3A"])
        sheet.append([2, "=A1", "3A"])
    book.save(tmp_path / "list.xlsx")
    roster = read_students(tmp_path / "list.xlsx")
    told = [str(note) for note in roster.notes]
    assert any(
        'worksheet "a", row 2: No. 1 LIM JO: This row is the same as worksheet "b", row 2' in note
        for note in told
    )
    assert any('TAN a: Worksheet "b", row 2 has the same register number.' in note for note in told)
    assert [problem.place.worksheet for problem in roster.problems] == ["b", "a"]  # as in the workbook
