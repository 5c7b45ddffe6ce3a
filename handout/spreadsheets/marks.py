"""What the values of a worksheet do not show: hidden rows, formulas never calculated, errors, merged areas."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import islice
from typing import TypeVar

from handout.spreadsheets.grids import MOST_COLUMNS, MOST_ROWS, Area, CellPlace, column_letters, column_of

FARTHEST_ROW = 2 * MOST_ROWS  # gaps between the rows counted
MOST_AREAS = 20_000  # merged ones
MOST_WORKSHEETS = 200
MOST_RECORDS = 1_000_000  # of the binary formats, at least one for each cell

# By the codes of the binary formats.
ERRORS = {
    0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?", 0x24: "#NUM!", 0x2A: "#N/A",
}  # fmt: skip
UNKNOWN_ERROR = "#VALUE!"

_REFERENCE = re.compile(r"\$?([A-Za-z]{1,3})\$?([0-9]{1,9})")


Found = TypeVar("Found")


class ExcessError(ValueError):
    """A workbook holds far more than a class list."""


def few(worksheets: Iterable[Found]) -> list[Found]:
    """Where each worksheet is. Raises ExcessError where they are more than any school has, or one twice."""
    places = list(islice(worksheets, MOST_WORKSHEETS + 1))
    if len(set(places)) > MOST_WORKSHEETS or len(set(places)) < len(places):
        raise ExcessError
    return places


@dataclass(slots=True)
class Marks:
    """Of one worksheet, collected as it is read; rows and columns are counted as in `CellPlace`.

    `errors` gives the text of cells such as #N/A, which calamine leaves out. `farthest` are the last row and
    the last column that hold something, (0, 0) where none is far from a list: calamine makes room for all
    cells before.
    `merged` is None where calamine knows it.
    """

    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    struck: set[CellPlace] = field(default_factory=set)
    partly_struck: set[CellPlace] = field(default_factory=set)
    unsaved: set[CellPlace] = field(default_factory=set)
    errors: dict[CellPlace, str] = field(default_factory=dict)
    merged: list[Area] | None = None
    farthest: CellPlace = (0, 0)

    def reach(self, row: int, column: int) -> None:
        """Note that a cell holds something."""
        self.farthest = max(self.farthest[0], row), max(self.farthest[1], column)

    def hide_columns(self, first: int, last: int) -> None:
        """Hide columns, counted from 0; those to the right of any list are left out."""
        self.hidden_columns.update(range(first, min(last, MOST_COLUMNS) + 1))


def cell_of(reference: str) -> CellPlace | None:
    """B3 → (3, 1)."""
    found = _REFERENCE.fullmatch(reference.strip())
    if not found:
        return None
    return int(found[2]), column_of(found[1].upper())


def reference_of(cell: CellPlace) -> str:
    """(3, 1) → B3."""
    return f"{column_letters(cell[1])}{cell[0]}"
