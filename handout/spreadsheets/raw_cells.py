"""The cells of a list as they are written, for checks that do not rely on how the reader understood them."""

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


def raw_rows(path: Path, data: bytes | None = None) -> Iterator[RawRow]:
    """Every row of every visible worksheet as it is written, whatever the headings say. Raises RosterError.

    These are the worksheets that a class list is read from; `data` are the bytes of the file if they are in memory.
    Nothing of it is ever shown.
    """
    for grid in read_grids(path, data).tables:
        for number, cells in grid.rows:
            yield RawRow(grid.worksheet, number, cells)
