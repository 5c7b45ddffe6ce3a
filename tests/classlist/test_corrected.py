"""The list with the office's corrections as a workbook: every cell where it was."""

import io
from pathlib import Path

import pytest
from helpers.lists import workbook
from helpers.spreadsheets import spreadsheet
from openpyxl import load_workbook

from handout.classlist import corrected_list


def sheets(data: bytes) -> dict[str, list[list[str]]]:
    """The worksheets of a workbook, "" for an empty cell."""
    return {
        sheet.title: [[cell or "" for cell in row] for row in sheet.iter_rows(values_only=True)]
        for sheet in load_workbook(io.BytesIO(data))
    }


def test_a_correction_is_in_its_cell_and_all_others_are_as_they_were(tmp_path: Path) -> None:
    first = [["No", "Name", "Remarks"], [1, "TAN MEI", "x"], [None, None, None], [2, "LIM JO", "y"]]
    path = workbook(tmp_path, ("3A", first), ("3B", [["Name"], ["ONG KAI"]]))
    edits = {("3A", 4, "B"): "LIM JOE", ("3A", 2, "E"): "new", ("3A", 6, "AA"): "far", ("3B", 2, "A"): ""}
    found = sheets(corrected_list(path, path.read_bytes(), edits))
    assert [[cell for cell in row if cell] for row in found["3A"]] == [
        ["No", "Name", "Remarks"],
        ["1", "TAN MEI", "x", "new"],
        [],
        ["2", "LIM JOE", "y"],
        [],
        ["far"],
    ]
    assert (found["3A"][1][4], found["3A"][5][26]) == ("new", "far")
    assert [row for row in found["3B"] if any(row)] == [["Name"]]


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("3A", "3A"),
        ("x" * 31, "x" * 31),
        ("x" * 32, "List 2"),
        ("it's 3A", "it's 3A"),
        ("'3A", "List 2"),
        ("3A/B", "List 2"),
    ],
)
def test_a_worksheet_keeps_its_name_where_excel_takes_it(tmp_path: Path, name: str, title: str) -> None:
    rows = [["Name"], ["TAN MEI"]]
    path = spreadsheet(tmp_path, "ods", {"first": rows, name: rows})
    assert list(sheets(corrected_list(path, path.read_bytes(), {}))) == ["first", title]


def test_an_empty_worksheet_stays_empty(tmp_path: Path) -> None:
    path = workbook(tmp_path, ("3A", [["Name"], ["TAN MEI"]]), ("Notes", []))
    found = sheets(corrected_list(path, path.read_bytes(), {}))
    assert found["3A"] == [["Name"], ["TAN MEI"]]
    assert not any(map(any, found.get("Notes", [])))


def test_a_text_file_is_the_first_list() -> None:
    found = sheets(corrected_list(Path("list.csv"), b"No,Name\n1,TAN MEI\n", {("", 2, "B"): "TAN MAY"}))
    assert found == {"List 1": [["No", "Name"], ["1", "TAN MAY"]]}
