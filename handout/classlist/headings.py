"""The row of headings: which columns of a list are read, and what the others are called."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from handout.classlist.grids import Cells, Grid

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

    `usernames` are all columns that may hold usernames, that of `columns` first. `twice`: the heading of the
    names stands there again, as of a table beside this one.
    `width` is how many columns there are up to the last heading, `fields` how many the row has, with empty
    ones; `safe` how many before the first that may hold a secret.
    """

    line: int
    columns: Mapping[str, int]
    usernames: tuple[int, ...]
    twice: bool
    dropped: tuple[str, ...]
    width: int
    fields: int
    safe: int

    @property
    def read(self) -> set[int]:
        """All columns that are read."""
        return {*self.columns.values(), *self.usernames}


def known_columns(cells: Cells) -> dict[str, int]:
    """Each known column that a row of headings names, by the heading that fits it best."""
    return _best(_ranked(cells))


def _best(ranked: dict[str, list[tuple[int, int]]]) -> dict[str, int]:
    return {field: columns[0][1] for field, columns in ranked.items()}


def _ranked(cells: Cells) -> dict[str, list[tuple[int, int]]]:
    """All columns that a known one may be, the best first: how well the heading fits, and the column."""
    found: dict[str, list[tuple[int, int]]] = {}
    for column, cell in enumerate(cells):
        known = _RANKS.get(_SIGNS.sub("", cell).lower())
        if known:
            field, rank = known
            found.setdefault(field, []).append((rank, column))
    return {field: sorted(ranked) for field, ranked in found.items()}


def find_header(grid: Grid) -> Header | None:
    """The row that names the most columns, the first of these: a title may have the word "Name" too."""
    rows = [(line, cells, _ranked(cells)) for line, cells in grid.rows[:SAMPLE_ROWS]]
    rows = [row for row in rows if "name" in row[2] and not _is_label(row[1], _best(row[2]))]
    if not rows:
        return None
    line, cells, ranked = max(rows, key=lambda row: len(row[2]))
    columns = _best(ranked)
    twice = ranked["name"][0][0] in {rank for rank, _ in ranked["name"][1:]}
    # By rank: a second column of the same heading is another table's, and its usernames are other children's.
    by_rank = dict(reversed(ranked.get("username", [])))
    usernames = tuple(by_rank[rank] for rank in sorted(by_rank)[: 1 if twice else None])
    others = [column for column in range(len(cells)) if column not in {*columns.values(), *usernames}]
    dropped = tuple(cells[column] for column in others if cells[column])
    width = max(column for column, heading in enumerate(cells, 1) if heading)
    safe = min([len(cells), *usernames, *others])
    return Header(line, columns, usernames, twice, dropped, width, len(cells), safe)


def _is_label(cells: Cells, columns: Mapping[str, int]) -> bool:
    """Tell whether a row is no heading but a line of a form: Name: and what it is."""
    return len(columns) == 1 and cells[columns["name"]].endswith(":") and sum(map(bool, cells)) > 1


def children_above(grid: Grid, header: Header) -> tuple[int, bool]:
    """The line of other headings above those that are read, where names stand below them, else 0.

    And whether they are headings for sure: one known heading beside other words may be a line of the title.
    """
    line, place, sure = 0, None, False
    for number, cells in grid.rows:
        if number >= header.line:
            break
        columns = known_columns(cells)
        if place is not None and not columns and any(map(str.isalpha, "".join(cells[place : place + 1]))):
            return line, sure
        if "name" in columns and not _is_label(cells, columns):
            line, place = number, columns["name"]
            sure = len(columns) > 1 or sum(map(bool, cells)) == 1
    return 0, False
