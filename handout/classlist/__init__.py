"""Grids of cells → `Roster`: which column is which, whose row it is, and which username is theirs; or a question."""

from handout.classlist.corrected import corrected_list
from handout.classlist.reader import read_students
from handout.classlist.starter_list import roster_template

__all__ = [
    "corrected_list",
    "read_students",
    "roster_template",
]
