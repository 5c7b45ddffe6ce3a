"""One class list as a workbook of every kind, and workbooks changed in a part."""

from pathlib import Path

import pytest

from handout.errors import RosterError
from handout.spreadsheets.grids import Area, Grid
from handout.spreadsheets.list_files import read_grids
from helpers.lists import SECRET
from helpers.spreadsheets import parts_of, spreadsheet, zipped

ROWS = [
    ["No", "Name", "Class", "Email", "Password"],
    [1, "TAN MEI", "3A", "tan_mei@students.edu.sg", SECRET],
    [2, "LIM JÖ", None, "#N/A", SECRET],
    [3, "ONG KAI", None, None, SECRET],
    ["Total", 3],
]


GRID = Grid(
    "3A",
    (
        (1, ("No", "Name", "Class", "Email", "Password")),
        (2, ("1", "TAN MEI", "3A", "tan_mei@students.edu.sg", SECRET)),
        (3, ("2", "LIM JÖ", "3A", "#N/A", SECRET)),
        (4, ("3", "ONG KAI", "3A", "", SECRET)),
        (5, ("Total", "3")),
    ),
    hidden_rows=frozenset({4}),
    hidden_columns=frozenset({4}),
    merged=(Area(2, 2, 4, 2),),
    repeated=frozenset({(3, 2), (4, 2)}),
)


def whole(folder: Path, kind: str) -> Path:
    return spreadsheet(
        folder,
        kind,
        {"3A": ROWS, "old": [["Name"], ["HO AN"]]},
        hidden_row=3,
        hidden_column=4,
        hidden_sheet="old",
        merged=[(1, 2, 3, 2)],
    )


def refusal(path: Path) -> str:
    with pytest.raises(RosterError) as error:
        read_grids(path)
    (problem,) = error.value.problems
    assert problem.remedy
    return str(problem)


def changed(path: Path, *changes: tuple[str, bytes, bytes]) -> Path:
    """The workbook with other bytes in some of its parts."""
    parts = parts_of(path)
    for name, old, new in changes:
        assert old in parts[name]
        parts[name] = parts[name].replace(old, new)
    path.write_bytes(zipped(parts))
    return path


SHEET, STRINGS, BOOK = "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/workbook.xml"


PLAIN = [["No", "Name"], [1, "TAN MEI"], [2, "LIM JO"]]


PLAIN_ROWS = ((1, ("No", "Name")), (2, ("1", "TAN MEI")), (3, ("2", "LIM JO")))
