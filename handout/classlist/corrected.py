"""A class list with the office's corrections, as a workbook: every worksheet, every column, those not read too."""

from collections.abc import Iterator
from pathlib import Path

from handout.classlist.edits import changed, changes_of, without_hidden_rows
from handout.classlist.starter_list import write_workbook
from handout.model import Edits
from handout.spreadsheets import Cells, Grid, read_grids

_LONGEST_TITLE = 31
_NOT_IN_TITLES = set("[]:*?/\\")


def corrected_list(path: Path, data: bytes, edits: Edits, *, skip_hidden: bool = False) -> bytes:
    """The list as a workbook of texts; `path` is its name. Raises RosterError where it cannot be read."""
    tables = read_grids(path, data).tables
    tables = tuple(map(without_hidden_rows, tables)) if skip_hidden else tables
    return write_workbook(
        {_title(grid, number): list(_rows(grid, edits)) for number, grid in enumerate(tables, 1)}
    )


def _title(grid: Grid, number: int) -> str:
    """The name of the worksheet as far as Excel takes it; names of other programs may be longer."""
    name = grid.worksheet
    if not name or len(name) > _LONGEST_TITLE or _NOT_IN_TITLES & set(name) or name.startswith("'"):
        return f"List {number}"
    return name


def _rows(grid: Grid, edits: Edits) -> Iterator[Cells]:
    """Every row at its own number, with its corrected cells."""
    changes = changes_of(grid, edits)
    cells = dict(grid.rows)
    for row in range(1, max([*cells, *changes], default=0) + 1):
        yield changed(cells.get(row, ()), changes.get(row, {}))
