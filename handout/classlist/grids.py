"""A class list as it lies in a file: rows of cells, each with its line."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from pathlib import Path

from handout.errors import Flaw, Place, Problem, RosterError

MOST_BYTES = 10_000_000
MOST_ROWS = 30_000
MOST_COLUMNS = 100

Cells = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """One table: `rows` gives line and cells from the top; `sheet` is "" for a text file."""

    sheet: str
    rows: tuple[tuple[int, Cells], ...]


@dataclass(frozen=True, slots=True)
class Grids:
    """All tables of a file. `unsaved` are the cells (sheet, row, column) of formulas without a saved value."""

    tables: tuple[Grid, ...]
    notes: tuple[Problem, ...] = ()
    unsaved: frozenset[tuple[str, int, int]] = field(default_factory=frozenset)


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
