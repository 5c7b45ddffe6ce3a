"""CSV and workbooks → `Roster`: grids, columns, rows, checks and usernames."""

from handout.classlist.grids import MOST_BYTES
from handout.classlist.reader import read_students
from handout.classlist.rows import RawRow, dropped_values, raw_rows, roster_template

__all__ = [
    "MOST_BYTES",
    "RawRow",
    "dropped_values",
    "raw_rows",
    "read_students",
    "roster_template",
]
