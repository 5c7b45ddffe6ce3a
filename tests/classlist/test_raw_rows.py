"""Every row as it is written, for checks that must not rely on how columns are recognised."""

from pathlib import Path

from helpers.lists import workbook, write

from handout.spreadsheets import raw_rows


def test_every_cell_is_there_whatever_the_headings(tmp_path: Path) -> None:
    path = write(tmp_path, "list.csv", "Class 3A\nName,Class,Password\nTAN MEI,3A,Hunter2\n,,x\n")
    assert list(raw_rows(path)) == [
        ("", 1, ("Class 3A",)),
        ("", 2, ("Name", "Class", "Password")),
        ("", 3, ("TAN MEI", "3A", "Hunter2")),
        ("", 4, ("", "", "x")),
    ]


def test_a_worksheet_without_headings_is_there_too(tmp_path: Path) -> None:
    path = workbook(tmp_path, ("3A", [["Name"], ["TAN MEI"]]), ("Old", [["mei_tan@students.edu.sg", 7]]))
    assert list(raw_rows(path)) == [
        ("3A", 1, ("Name",)),
        ("3A", 2, ("TAN MEI",)),
        ("Old", 1, ("mei_tan@students.edu.sg", "7")),
    ]
