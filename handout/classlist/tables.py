"""A grid → its tables: where the headings are, what is above each column, and the rows below."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import pairwise, zip_longest
from typing import NamedTuple

from handout.classlist.headings import Heading, Meaning, Part, meaning_of
from handout.classlist.holdings import is_address, is_name, plain_cell
from handout.classlist.titles import class_above, class_title
from handout.spreadsheets import Cells, Grid

SAMPLE_ROWS = 40  # where the only heading must be

_PARTS_OF_A_NAME = {"name", "given", "family"}


class TableRow(NamedTuple):
    """A row below the headings: its cells as they are in the file, and as plain texts.

    `filled` are the columns with a text, `class_title` is the class that a title above the row names.
    """

    number: int
    cells: Cells
    texts: Cells
    filled: list[int]
    class_title: str

    def cell(self, column: int) -> str:
        return self.cells[column] if column < len(self.cells) else ""


def table_row(number: int, cells: Cells, class_title: str = "") -> TableRow:
    texts = tuple(map(plain_cell, cells))
    if "0" in texts:  # the value of a formula on an empty cell
        texts = tuple("" if text == "0" else text for text in texts)
    filled = [place for place, text in enumerate(texts) if text]
    return TableRow(number, cells, texts, filled, class_title)


@dataclass(frozen=True)  # no slots: what is worked out from all rows is kept
class Table:
    """Headings and the rows below them. `row` is the row of the headings, `fields` how many cells it has."""

    row: int
    headings: tuple[Heading, ...]
    fields: int
    rows: tuple[TableRow, ...] = field(default=())

    @cached_property
    def width(self) -> int:
        """How many columns there are up to the last heading."""
        return max((place for place, heading in enumerate(self.headings, 1) if heading.text), default=0)

    def column(self, place: int) -> tuple[str, ...]:
        """The plain texts of a column, in the rows that have more than one cell."""
        return tuple([texts[place] if place < len(texts) else "" for texts in self._whole_rows])

    @cached_property
    def _whole_rows(self) -> list[Cells]:
        return [row.texts for row in self.rows if len(self.headings) < 2 or sum(map(bool, row.cells)) > 1]

    @cached_property
    def columns(self) -> range:
        """All columns that have a heading or hold something."""
        return range(max([len(self.headings), *(len(row.cells) for row in self.rows)], default=0))

    def heading(self, place: int) -> Heading:
        return self.headings[place] if place < len(self.headings) else Heading("")


def find_tables(grid: Grid, answered: Sequence[str] = ()) -> list[Table]:
    """The tables of a grid from the top down; `answered` are headings that the office has named."""
    starts = _starts(grid, {heading.casefold() for heading in answered})
    lasts = {start: _last_heading_row(grid, start) for start in starts}
    starts = [start for start in starts if lasts.get(start - 1) != start]
    tables: list[Table] = []
    for start, end in pairwise([*starts, len(grid.rows)]):
        last = lasts[start]
        top = start - 1 if _is_group(grid, start) and start - 1 not in starts else None
        headings = _headings(grid, top, start, last)
        title = _title_above(grid, starts, start)
        rows = tuple(_rows(grid.rows[last + 1 : end], title))
        table = Table(grid.rows[start][0], headings, len(grid.rows[start][1]), rows)
        if tables and headings == tables[-1].headings:
            again = tuple(table_row(number, cells) for number, cells in grid.rows[start : last + 1])
            tables[-1] = replace(tables[-1], rows=tables[-1].rows + again + rows)
        else:
            tables.append(table)
    return [table for table in tables if table.rows] or tables[:1]


def _starts(grid: Grid, answered: set[str]) -> list[int]:
    """The places of the rows of headings: two kinds of columns or more; else the first that names names."""
    parts = [_parts(cells, answered) for _, cells in grid.rows]
    starts = [
        place
        for place, found in enumerate(parts)
        if len(found) > 1 and (found & _PARTS_OF_A_NAME or {"username", "number"} <= found or len(found) > 2)
    ]
    if starts:
        above = [place for place in _named_above(grid, starts[0]) if sum(map(bool, grid.rows[place][1])) == 1]
        return [*above[:1], *starts]
    sample = parts[:SAMPLE_ROWS]
    names = [place for place, found in enumerate(sample) if "name" in found]
    others = [place for place, found in enumerate(sample) if {"number", "class"} <= found]
    return (names or others)[:1]


def _named_above(grid: Grid, start: int) -> list[int]:
    """The rows above the first headings that name names, and have names below them."""
    found = []
    for place, (_, cells) in enumerate(grid.rows[:start]):
        for column, cell in enumerate(cells):
            meaning = Heading(cell).meaning if cell and not _is_label(cells, column) else None
            below = [later[column] for _, later in grid.rows[place + 1 : start] if column < len(later)]
            if meaning and meaning.part == "name" and any(map(is_name, below)):
                found.append(place)
    return found


def doubtful_headings(grid: Grid, first: Table) -> int:
    """The row of what may be headings above the first table, with names below them; 0 for none."""
    start = next(place for place, (number, _) in enumerate(grid.rows) if number == first.row)
    return next((grid.rows[place][0] for place in _named_above(grid, start)), 0)


def _parts(cells: Cells, answered: set[str]) -> set[Part]:
    """The kinds of columns that a row plainly names. A label with its value beside it is no heading."""
    found: set[Part] = set()
    if any(map(is_address, cells)):
        return found
    for place, cell in enumerate(cells):
        meaning = Heading(cell).meaning if cell else None
        if cell.casefold() in answered and cell:
            found.add("username" if found & _PARTS_OF_A_NAME else "name")
        elif meaning and not meaning.is_weak and not _is_label(cells, place):
            found.add(meaning.part)
    return found


def _is_label(cells: Cells, place: int) -> bool:
    """Whether a cell is the label of a form, "Name:", and the next one its value."""
    value = next(filter(None, cells[place + 1 :]), "")
    ends = cells[place].endswith((":", "：")) or value.startswith((":", "："))
    return ends and bool(value) and Heading(value).meaning is None


def _own(grid: Grid, place: int) -> list[str]:
    """The cells of a row without what is merged into it from above."""
    number, cells = grid.rows[place]
    return ["" if (number, column) in grid.repeated else cell for column, cell in enumerate(cells)]


def _last_heading_row(grid: Grid, start: int) -> int:
    """The second row of headings where there is one: it names kinds, has no figures, and no name below "Name"."""
    if start + 1 >= len(grid.rows) or grid.rows[start + 1][0] != grid.rows[start][0] + 1:
        return start
    upper, lower = grid.rows[start][1], _own(grid, start + 1)
    texts = [cell for cell in lower if cell]
    named = [Heading(cell).meaning is not None or Heading(cell).is_ruled_out for cell in texts]
    named_here = [(meaning := Heading(cell).meaning) is not None and meaning.part == "name" for cell in upper]
    below_name = any(
        name and not _belongs_to_name(cell) for cell, name in zip(lower, named_here, strict=False)
    )
    is_heading = any(named) and not below_name and not any(map(_has_figures, texts))
    return start + 1 if is_heading else start


def _belongs_to_name(text: str) -> bool:
    """Whether words below "Name" go on with it, as "of pupil" and "(as in BC)" do."""
    return (
        not text
        or (text[0] + text[-1]) == "()"
        or meaning_of(f"name {text}") in {Meaning("name", 0), Meaning("name", 1)}
    )


def _has_figures(text: str) -> bool:
    """Whether figures or an address are in a text, brackets around all of it left out: (2026)."""
    return (text[0] + text[-1]) != "()" and ("@" in text or any(map(str.isdigit, text)))


def _is_group(grid: Grid, start: int) -> bool:
    """Whether the row above the headings groups them, as Student and Parent do, and is no title."""
    number, cells = grid.rows[start - 1]
    texts = [cell for cell in cells if cell]
    if number != grid.rows[start][0] - 1 or any(_has_figures(text) or ":" in text for text in texts):
        return False
    spread = any(area.top == number and area.right > area.left for area in grid.merged)
    first = next(place for place, cell in enumerate(grid.rows[start][1]) if cell)
    return len(texts) > 1 or spread or not any(cells[: first + 1])


def _headings(grid: Grid, top: int | None, start: int, last: int) -> tuple[Heading, ...]:
    lower = _own(grid, last) if last > start else []
    pairs = list(zip_longest(grid.rows[start][1], lower, fillvalue=""))
    above = _spread(grid, top, [bool(one or two) for one, two in pairs])
    carried = _spread(grid, start, [bool(two) for _, two in pairs])
    return tuple(
        Heading(" ".join(f"{one} {two}".split()), group if two and not one else over)
        for (one, two), group, over in zip(pairs, carried, above, strict=True)
    )


def _spread(grid: Grid, row: int | None, below: Sequence[bool]) -> list[str]:
    """The group above each column: a cell holds for the columns at its right that have none of their own.

    One that would hold for a single column is no group.
    """
    if row is None:
        return [""] * len(below)
    cells = [*grid.rows[row][1], *[""] * len(below)][: len(below)]
    groups: list[str] = []
    for cell, has_heading in zip(cells, below, strict=True):
        groups.append(cell or (groups[-1] if groups and has_heading else ""))
    return [group if groups.count(group) > 1 else "" for group in groups]


def _rows(rows: Sequence[tuple[int, Cells]], title: str) -> Iterator[TableRow]:
    for number, cells in rows:
        title = class_title(cells) or title
        yield table_row(number, cells, title)


def _title_above(grid: Grid, starts: Sequence[int], start: int) -> str:
    """The class that the rows above the headings name, the nearest row first."""
    before = max((place for place in starts if place < start), default=-1)
    titles = (class_above(cells) for _, cells in reversed(grid.rows[before + 1 : start]))
    return next(filter(None, titles), "")
