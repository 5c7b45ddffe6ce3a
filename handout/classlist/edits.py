"""A grid with the office's corrections in it; the file itself is never touched."""

from collections import defaultdict

from handout.model import WHOLE_ROW, Edits
from handout.spreadsheets import MOST_COLUMNS, Cells, Grid, column_letters

# The last one is for usernames that the widest list does not have.
_PLACES = {column_letters(place): place for place in range(MOST_COLUMNS + 1)}


def edited(grid: Grid, edits: Edits) -> Grid:
    """The grid with these cells changed. A corrected cell is no formula any more, nor merged, nor struck through."""
    changes = changes_of(grid, edits)
    if not changes:
        return grid
    rows = tuple((number, changed(cells, changes.get(number, {}))) for number, cells in grid.rows)

    def is_left(cell: tuple[int, int]) -> bool:
        return column_letters(cell[1]) not in changes.get(cell[0], {})

    marked = (grid.unsaved, grid.repeated, grid.struck, grid.partly_struck)
    unsaved, repeated, struck, partly_struck = (frozenset(filter(is_left, cells)) for cells in marked)
    typed = frozenset(
        (row, _PLACES[column]) for row, columns in changes.items() for column in columns if column in _PLACES
    )
    return grid._replace(
        rows=rows, unsaved=unsaved, repeated=repeated, struck=struck, partly_struck=partly_struck, typed=typed
    )


def changes_of(grid: Grid, edits: Edits) -> dict[int, dict[str, str]]:
    """The new texts of a grid's cells by row and column."""
    changes: dict[int, dict[str, str]] = defaultdict(dict)
    for (worksheet, row, column), text in edits.items():
        if worksheet == grid.worksheet:
            changes[row][column] = text.strip()
    return changes


def changed(cells: Cells, changes: dict[str, str]) -> Cells:
    if WHOLE_ROW in changes:
        return ()
    texts = dict(enumerate(cells)) | {
        _PLACES[column]: text for column, text in changes.items() if column in _PLACES
    }
    return tuple(texts.get(place, "") for place in range(max(texts) + 1)) if texts else cells


def without_hidden_rows(grid: Grid) -> Grid:
    return grid._replace(rows=tuple(row for row in grid.rows if row[0] not in grid.hidden_rows))
