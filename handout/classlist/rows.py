"""The row of a child, and the table it is in, on their way to students."""

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from types import MappingProxyType
from typing import NamedTuple

from handout.classlist.columns import Columns
from handout.classlist.tables import Table
from handout.errors import Flaw, Place, Problem
from handout.model import Field
from handout.spreadsheets import Grid


class Row(NamedTuple):
    """One child's row: its fields as written, "" where the list has none, and `cells` as they are in the file.

    `other_usernames` are those of further columns that may hold them. `fault` says why nothing of this row can
    be printed or shown, `wrong` in which field. `letters` are the columns of the fields.
    `typed` are the fields that the office has typed itself.
    """

    worksheet: str
    number: int
    name: str = ""
    class_name: str = ""
    register_number: str = ""
    username: str = ""
    other_usernames: tuple[str, ...] = ()
    cells: tuple[str, ...] = ()
    fault: Flaw | None = None
    wrong: Field | None = None
    letters: Mapping[Field, str] = MappingProxyType({})
    typed: frozenset[Field] = frozenset()

    @property
    def is_confirmed(self) -> bool:
        """Whether the office has typed its username: it says whose that is. Who types only the name may not see it."""
        return "username" in self.typed

    def cell(self, place: int) -> str:
        return self.cells[place] if place < len(self.cells) else ""

    def faulted(self, flaw: Flaw, wrong: Field | None = None) -> "Row":
        """The row with what is wrong in it, and without anything that could be shown."""
        return Row(
            self.worksheet, self.number, cells=self.cells, fault=flaw, wrong=wrong, letters=self.letters
        )


class Source(NamedTuple):
    """Where children are read from: a table of the list, and which of its columns are which."""

    file: str
    grid: Grid
    table: Table
    columns: Columns

    def note(self, row: int, what: str, remedy: str = "") -> Problem:
        return Problem(Place(self.file, row=row, worksheet=self.grid.worksheet), Flaw(what, remedy))


def has_any(cells: AbstractSet[tuple[int, int]], row: int, places: Iterable[int]) -> bool:
    """Whether a row has one of these cells in one of these columns."""
    return bool(cells) and any((row, place) in cells for place in places)


def has_breaks(cells: Iterable[str]) -> bool:
    """Whether a line ends inside one of the cells."""
    texts = "".join(cells)
    return "\n" in texts or "\r" in texts
