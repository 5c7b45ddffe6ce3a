"""The row of headings: which columns of a list are read, and what the others are called."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from handout.grids import Cells, Grid

SAMPLE_ROWS = 15  # where the headings must be

# What a column may be called, in lower case without spaces and signs; where two fit, the first here wins.
HEADINGS = {
    "name": "nameasinbc nameasinbirthcertificate fullname studentname studentsname nameofstudent name",
    "register_number": "regno registerno registernumber regnumber index indexno indexnumber sn no",
    "class_name": "formclass class classname",
    "username": "mimsusername mimsid username iconemail studenticonemail email emailaddress",
}
_RANKS = {
    heading: (field, rank)
    for field, headings in HEADINGS.items()
    for rank, heading in enumerate(headings.split())
}
_SIGNS = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Header:
    """Where the known columns are, and what the others are called.

    `width` is how many columns there are up to the last heading, `fields` how many the row has, with empty
    ones; `safe` how many before the first that may hold a secret.
    """

    line: int
    columns: Mapping[str, int]
    dropped: tuple[str, ...]
    width: int
    fields: int
    safe: int


def known_columns(cells: Cells) -> dict[str, int]:
    """Each known column that a row of headings names, by the heading that fits it best."""
    found: dict[str, tuple[int, int]] = {}
    for column, cell in enumerate(cells):
        known = _RANKS.get(_SIGNS.sub("", cell).lower())
        if known:
            field, rank = known
            found[field] = min(found.get(field, (rank, column)), (rank, column))
    return {field: column for field, (_, column) in found.items()}


def find_header(grid: Grid) -> Header | None:
    """The row that names the most columns, the first of these: a title may have the word "Name" too."""
    rows = [(line, cells, known_columns(cells)) for line, cells in grid.rows[:SAMPLE_ROWS]]
    rows = [row for row in rows if "name" in row[2]]
    if not rows:
        return None
    line, cells, columns = max(rows, key=lambda row: len(row[2]))
    others = [column for column in range(len(cells)) if column not in columns.values()]
    dropped = tuple(cells[column] for column in others if cells[column])
    width = max(column for column, heading in enumerate(cells, 1) if heading)
    safe = min([len(cells), columns.get("username", len(cells)), *others])
    return Header(line, columns, dropped, width, len(cells), safe)
