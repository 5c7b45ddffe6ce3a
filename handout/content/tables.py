"""A table of content.yaml: a row is one text, with a bar between its cells."""

import re
from typing import Any

from handout.content.shape import Reading, ShapeReader, keys, leaf, some
from handout.content.tree import Location
from handout.content.values import Context, read_marked
from handout.errors import Flaw, FlawError
from handout.model import Table, Text

MOST_COLUMNS = 6
BAR = "|"
_PIECE = re.compile(r"\\.|\||[^\\|]+|\\", re.DOTALL)  # a mark printed itself, a bar, words


def read_row(value: Any, context: Context) -> tuple[Text, ...]:
    """The cells of a row; what is between two bars may be empty."""
    if not isinstance(value, str):
        read_marked(value, context)
    cells: list[Text] = []
    flaws: list[Flaw] = []
    for cell in _cells(value):
        try:
            cells.append(read_marked(cell, context) if cell.strip() else ())
        except FlawError as error:
            flaws += error.flaws
    if not any(cells) and not flaws:
        flaws.append(Flaw("This row is empty.", "Write the cells, with | between them."))
    if flaws:
        raise FlawError(*flaws)
    return tuple(cells)


def _cells(row: str) -> list[str]:
    cells = [""]
    for piece in _PIECE.findall(row):
        if piece == BAR:
            cells.append("")
        else:
            cells[-1] += piece
    return cells


_PARTS = keys(Table, {"head": leaf(read_row), "rows": some(leaf(read_row))})


def _read_table(value: Any, location: Location, reading: Reading) -> Table | None:
    """A head and its rows, all of the same number of cells."""
    table: Table | None = _PARTS(value, location, reading)
    if table is None:
        return None
    columns = len(table.head)
    if columns > MOST_COLUMNS:
        remedy = f"A page has room for {MOST_COLUMNS}: leave some out, or make two tables."
        reading.report((*location, "head"), Flaw(f"This table has {columns} columns.", remedy))
    for place, row in enumerate(table.rows):
        if len(row) != columns:
            what = f"This row has {_counted(len(row))}, the head has {_counted(columns)}."
            remedy = "Put a | between two cells; an empty cell is white space before a |."
            reading.report((*location, "rows", place), Flaw(what, remedy))
    return table


def _counted(cells: int) -> str:
    return "1 cell" if cells == 1 else f"{cells} cells"


read_table = ShapeReader(_read_table, _PARTS.schema)
