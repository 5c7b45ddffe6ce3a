"""A class list as it lies in a file: tables of cells, each row with its number."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from handout.errors import Flaw, Place, Problem, RosterError

MOST_BYTES = 10_000_000
MOST_ROWS = 30_000
MOST_COLUMNS = 100

Cells = tuple[str, ...]


class Area(NamedTuple):
    """Cells merged into one: rows counted from 1 as Excel shows them, columns from 0 as in `Cells`."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, slots=True)
class Grid:
    """One table as it lies in a file: `rows` gives each row's number and its cells, empty rows left out.

    `worksheet` is "" for a text file. Row numbers are those that Excel shows: in a text file each record is
    one row, however many lines it has, empty lines are counted and a `sep=` line is not.
    Of a text file the cells are all fields of the row, empty ones at its end too, and keep the line breaks
    between their quotation marks. Of a worksheet they end with the last cell that holds something.
    `hidden_rows` are row numbers, `hidden_columns` are counted from 0. `struck` are the cells (row, column)
    that are struck through, `unsaved` those of formulas without a saved value, whose text is "".
    `merged` are the merged areas; the text of one that reaches down is in each of its rows, in its first
    column: `repeated` are the cells (row, column) that have it so from a row above.
    """

    worksheet: str
    rows: tuple[tuple[int, Cells], ...]
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    struck: frozenset[tuple[int, int]] = frozenset()
    unsaved: frozenset[tuple[int, int]] = frozenset()
    merged: tuple[Area, ...] = ()
    repeated: frozenset[tuple[int, int]] = frozenset()

    @property
    def is_text(self) -> bool:
        return not self.worksheet


@dataclass(frozen=True, slots=True)
class Grids:
    """All visible tables of a file, and what is worth knowing of them."""

    tables: tuple[Grid, ...]
    notes: tuple[Problem, ...] = ()


def unreadable(path: Path, what: str, remedy: str, line: int | None = None) -> RosterError:
    return RosterError(Problem(Place(path.name, row=line), Flaw(what, remedy)))


def read_file(path: Path) -> bytes:
    """The bytes of a class list, as far as one may be long. Raises RosterError for what is no file."""
    try:
        if path.is_dir():
            raise unreadable(path, "This is a folder.", "Give the class list in it, a .xlsx or .csv file.")
        with path.open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except FileNotFoundError:
        raise unreadable(path, "There is no such file.", "Check its name and folder.") from None
    except (OSError, ValueError) as error:  # ValueError: a name no file can have
        what = f"This file cannot be read: {getattr(error, 'strerror', None) or 'its name has odd letters'}."
        raise unreadable(path, what, "Close it in other programs and try again.") from None


def require_content(path: Path, data: bytes) -> None:
    """Raises RosterError where there is nothing to read, or far too much."""
    if not data.strip():
        raise unreadable(path, "This file is empty.", "Save the class list again.")
    if len(data) > MOST_BYTES:
        what = f"This file is larger than {MOST_BYTES // 1_000_000} MB."
        raise unreadable(path, what, "Save the class list alone in a new workbook.")


def limited(
    path: Path, rows: Iterator[tuple[int, Cells]], unsaved: AbstractSet[int] = frozenset()
) -> tuple[tuple[int, Cells], ...]:
    """The rows that hold something, were it a formula without a saved value (`unsaved`).

    Raises RosterError where a list has more than any school.
    """
    kept: list[tuple[int, Cells]] = []
    for line, cells in rows:
        if not any(cells) and line not in unsaved:
            continue
        if len(kept) == MOST_ROWS or len(cells) > MOST_COLUMNS:
            what = f"This list has more than {MOST_ROWS:,} rows or {MOST_COLUMNS} columns."
            raise unreadable(path, what, "Save the class list alone in a new file.", line)
        kept.append((line, cells))
    return tuple(kept)
