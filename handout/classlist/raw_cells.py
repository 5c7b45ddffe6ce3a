"""The cells of a list as they are written, for checks that do not rely on what a reader made of them."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from handout.classlist.grids import Cells
from handout.classlist.list_files import read_grids
from handout.classlist.listing import read_listing
from handout.model import NO_EDITS, Roster

_SHORTEST_SECRET = 4  # letters: a shorter value is in any file by chance


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


def dropped_values(roster: Roster) -> frozenset[str]:
    """Every value of the columns that are not read, to prove that none of them is in a printed file.

    Nothing here is ever shown or kept. Values that prove nothing, short ones and those that are also in a
    column that is read, are left out. Raises RosterError.
    """
    read: set[str] = set()
    dropped: set[str] = set()
    for sheet, _ in read_listing(
        roster.path, None, roster.domain, roster.answers, NO_EDITS, skip_hidden=False
    ).tables:
        for line in sheet.table.rows:
            for column, cell in enumerate(line.cells):
                (read if column in sheet.columns.read else dropped).add(cell)
    return frozenset(value for value in dropped - read if len(value) >= _SHORTEST_SECRET)
