"""CSV and workbooks → `Roster`: grids, columns, rows, checks and usernames."""

from handout.classlist.corrected import corrected_list
from handout.classlist.list_files import MOST_BYTES
from handout.classlist.raw_cells import RawRow, raw_rows
from handout.classlist.reader import read_students
from handout.classlist.starter_list import roster_template

__all__ = [
    "MOST_BYTES",
    "RawRow",
    "corrected_list",
    "raw_rows",
    "read_students",
    "roster_template",
]
