"""The file of a class list → grids of cells, whatever kind of file it is. Nothing here knows what a child is."""

from handout.spreadsheets.grids import MOST_COLUMNS, Cells, Grid, Grids, column_letters, column_of, unreadable
from handout.spreadsheets.list_files import MOST_BYTES, read_grids
from handout.spreadsheets.raw_cells import RawRow, raw_rows

__all__ = [
    "MOST_BYTES",
    "MOST_COLUMNS",
    "Cells",
    "Grid",
    "Grids",
    "RawRow",
    "column_letters",
    "column_of",
    "raw_rows",
    "read_grids",
    "unreadable",
]
