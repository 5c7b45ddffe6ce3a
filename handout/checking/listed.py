"""What the class list says, cell by cell and whatever its headings, against the name and username of each page."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from pathlib import Path

from handout.checking.words import letters_of
from handout.model import NO_EDITS, WHOLE_ROW, Edits
from handout.spreadsheets import RawRow, column_of, raw_rows

_APOSTROPHES = str.maketrans("’‘`´", "''''")
_MOST_PARTS = 3  # cells that together make one name
_ADDRESS = re.compile(r"\S@\S+\.\S")
_NUMBER = re.compile(r"\D?0*(\d{1,6})(?:\.0*)?")


def folded(username: str) -> str:
    return username.strip().casefold().translate(_APOSTROPHES)


@dataclass(frozen=True)
class Listed:
    """The rows of a list."""

    rows: Sequence[RawRow]
    domain: str

    @classmethod
    def read(cls, path: Path, domain: str, data: bytes | None = None, edits: Edits = NO_EDITS) -> "Listed":
        return cls(tuple(_edited(raw_rows(path, data), edits)), domain.casefold())

    def named(self, name: str) -> list[RawRow]:
        """The rows that hold this name: in a cell, else in a few cells together, else inside a longer text."""
        letters = letters_of(name)
        return (
            self._by_cell.get(letters)
            or self._by_cells.get(letters)
            or [row for row in self.rows if any(letters in text for text in _names_in(row))]
        )

    def usernames(self, row: RawRow) -> set[str]:
        """All values of a row that are usernames of the domain."""
        return {found for cell in row.cells if "@" in cell for found in self._username.findall(folded(cell))}

    def holds(self, row: RawRow, username: str) -> bool:
        """Whether a username is in a row, with its domain or, alone in a cell, without it."""
        whole = folded(username)
        local = whole.removesuffix(f"@{self.domain}")
        return whole in self.usernames(row) or any(folded(cell) in {whole, local} for cell in row.cells)

    def of(self, username: str) -> list[RawRow]:
        """The rows that hold this username with its domain."""
        return self._by_username.get(folded(username), [])

    @cached_property
    def _username(self) -> re.Pattern[str]:
        return re.compile(rf"[^\s,;:<>()\"]+@{re.escape(self.domain)}(?![\w.-])")

    @cached_property
    def _by_cell(self) -> dict[str, list[RawRow]]:
        return _grouped((text, row) for row in self.rows for text in _names_in(row))

    @cached_property
    def _by_cells(self) -> dict[str, list[RawRow]]:
        """By the letters of two or three cells of a row together: first and last names, whichever comes first."""
        return _grouped(
            ("".join(parts[first:] + parts[:first]), row)
            for row in self.rows
            for count in range(2, _MOST_PARTS + 1)
            for parts in combinations(_names_in(row), count)
            for first in range(count)
        )

    @cached_property
    def _by_username(self) -> dict[str, list[RawRow]]:
        return _grouped((username, row) for row in self.rows for username in self.usernames(row))


def _edited(rows: Iterable[RawRow], edits: Edits) -> Iterator[RawRow]:
    """The rows as the office has corrected them."""
    changes: dict[tuple[str, int], dict[int, str]] = defaultdict(dict)
    left_out = {(worksheet, number) for worksheet, number, letters in edits if letters == WHOLE_ROW}
    for (worksheet, number, letters), text in edits.items():
        if letters:
            changes[worksheet, number][column_of(letters)] = text
    for row in rows:
        at = row.worksheet, row.number
        cells = {} if at in left_out else dict(enumerate(row.cells)) | changes.get(at, {})
        yield row._replace(cells=tuple(cells.get(place, "") for place in range(max(cells, default=-1) + 1)))


def with_number(rows: Sequence[RawRow], number: str) -> Sequence[RawRow]:
    """Of rows with one name, those with this register number, if any has it."""
    wanted = _figures(number)
    return [row for row in rows if wanted and any(_figures(cell) == wanted for cell in row.cells)] or rows


def with_class(rows: Sequence[RawRow], class_name: str) -> Sequence[RawRow]:
    """Of rows with one name, those of this class, if any says so."""
    return [row for row in rows if says_class(row, class_name)] or rows


def says_class(row: RawRow, class_name: str) -> bool:
    wanted = letters_of(class_name)
    return bool(wanted) and any(letters_of(text) == wanted for text in (row.worksheet, *row.cells))


def _names_in(row: RawRow) -> list[str]:
    """The letters of each cell that may be a name, and of an alias after @; an email address may hold a name but is none."""
    return [letters_of(cell) for cell in row.cells if cell and not _ADDRESS.search(cell)]


def _figures(cell: str) -> str:
    found = _NUMBER.fullmatch(cell.strip())
    return found[1] if found else ""


def _grouped(pairs: Iterable[tuple[str, RawRow]]) -> dict[str, list[RawRow]]:
    groups: dict[str, list[RawRow]] = defaultdict(list)
    for key, row in pairs:
        if key and (not groups[key] or groups[key][-1] is not row):
            groups[key].append(row)
    return dict(groups)
