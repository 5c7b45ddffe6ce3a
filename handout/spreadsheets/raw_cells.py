"""The cells of a list as they are written, for checks that do not rely on what a reader made of them."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from handout.spreadsheets.grids import Cells
from handout.spreadsheets.list_files import read_grids


class RawRow(NamedTuple):
    """A row as it is written: its worksheet, its number, the text of its cells."""

    worksheet: str
    number: int
    cells: Cells


def raw_rows(path: Path) -> Iterator[RawRow]:
    """Every row of every worksheet as it is written, whatever the headings say. Raises RosterError.

    For checks that must not rely on how columns are recognised; nothing of it is ever shown.
    """
    for grid in read_grids(path).tables:
        for number, cells in grid.rows:
            yield RawRow(grid.worksheet, number, cells)
