"""A class list as it is in a file: tables of cells, each row with its number."""

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from pathlib import Path
from typing import NamedTuple

from handout.errors import Flaw, Place, Problem, RosterError

MOST_ROWS = 30_000
MOST_COLUMNS = 100

Cells = tuple[str, ...]
CellPlace = tuple[int, int]  # row, counted from 1 as Excel shows it, and column, counted from 0 as in `Cells`


def column_letters(column: int) -> str:
    """What a spreadsheet shows above a column: A for 0, AA for 26."""
    return (column_letters(column // 26 - 1) if column > 25 else "") + chr(ord("A") + column % 26)


def column_of(letters: str) -> int:
    """The column with these capital letters, counted from 0."""
    place = 0
    for letter in letters:
        place = place * 26 + ord(letter) - ord("A") + 1
    return place - 1


class Area(NamedTuple):
    """Cells merged into one; rows and columns are counted as in `CellPlace`."""

    top: int
    left: int
    bottom: int
    right: int


class Grid(NamedTuple):
    """One table as it is in a file: `rows` gives each row's number and its cells, empty rows left out.

    `worksheet` is "" for a text file. Row numbers are those that Excel shows: in a text file each record is
    one row, however many lines it has, empty lines are counted and a `sep=` line is not.
    Of a text file the cells are all fields of the row, empty ones at its end too, and keep the line breaks
    between their quotation marks. Of a worksheet they end with the last cell that holds something.
    `hidden_rows` are row numbers, `hidden_columns` are counted from 0. `struck` are the cells that are struck
    through, `partly_struck` those with some letters that are (of an .xlsx alone), `unsaved` those of formulas without a saved value, whose text is "".
    `merged` are the merged areas; the text of one that reaches down is in each of its rows, in its first
    column: `repeated` are the cells that have it so from a row above. `typed` are the cells that the office
    has typed since.
    """

    worksheet: str
    rows: tuple[tuple[int, Cells], ...]
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    struck: frozenset[CellPlace] = frozenset()
    unsaved: frozenset[CellPlace] = frozenset()
    merged: tuple[Area, ...] = ()
    repeated: frozenset[CellPlace] = frozenset()
    typed: frozenset[CellPlace] = frozenset()
    partly_struck: frozenset[CellPlace] = frozenset()

    @property
    def is_text(self) -> bool:
        return not self.worksheet


class Grids(NamedTuple):
    """All visible tables of a file, and what is worth knowing of them."""

    tables: tuple[Grid, ...]
    notes: tuple[Problem, ...] = ()


def unreadable(
    path: Path, what: str, remedy: str, row: int | None = None, worksheet: str = ""
) -> RosterError:
    return RosterError(Problem(Place(path.name, row=row, worksheet=worksheet), Flaw(what, remedy)))


def kept_rows(
    path: Path,
    rows: Iterable[tuple[int, Cells]],
    worksheet: str = "",
    unsaved: AbstractSet[int] = frozenset(),
) -> tuple[tuple[int, Cells], ...]:
    """The rows that hold something, were it a formula without a saved value (`unsaved`).

    Raises RosterError where a list has more than any school.
    """
    kept: list[tuple[int, Cells]] = []
    for number, cells in rows:
        if not any(cells) and number not in unsaved:
            continue
        if len(kept) == MOST_ROWS or len(cells) > MOST_COLUMNS:
            what = f"This list has more than {MOST_ROWS:,} rows or {MOST_COLUMNS} columns."
            raise unreadable(path, what, "Save the class list alone in a new file.", number, worksheet)
        kept.append((number, cells))
    return tuple(kept)
