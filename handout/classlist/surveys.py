"""What a worksheet looks like before it is read: its columns, and its first rows with all masked that is not read."""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from handout.classlist.holdings import is_class, is_name, is_number, is_of_domain, plain_cell
from handout.classlist.rows import Row, Source
from handout.model import MASK, Field, Survey, SurveyedColumn
from handout.spreadsheets import Grids, column_letters

FIRST_ROWS = 5

CellRow = tuple[str, int]  # worksheet and row


def survey(
    grids: Grids, tables: Sequence[tuple[Source, Sequence[Row]]], domain: str, wrong: AbstractSet[CellRow]
) -> Iterator[Survey]:
    """Each worksheet: of one with several tables, the first. Of `wrong` rows nothing is shown."""
    first: dict[str, tuple[Source, Sequence[Row]]] = {}
    for source, rows in tables:
        first.setdefault(source.grid.worksheet, (source, rows))
    for grid in grids.tables:
        if grid.worksheet in first:
            yield _survey(*first[grid.worksheet], domain, wrong)
        else:
            yield Survey(grid.worksheet, is_read=False, header_row=0)


def _survey(source: Source, rows: Sequence[Row], domain: str, wrong: AbstractSet[CellRow]) -> Survey:
    read = source.columns.read
    places = range(source.table.width if not read else max(source.table.width, max(read) + 1))
    columns = tuple(
        SurveyedColumn(
            column_letters(place),
            source.table.heading(place).shown,
            read.get(place),
            sure=place in read and read[place] not in source.columns.unsure,
        )
        for place in places
    )
    shown = [(row.number, _masked(row, read, places, domain, wrong)) for row in rows[:FIRST_ROWS]]
    free = column_letters(max(len(cells) for _, cells in source.grid.rows))
    return Survey(
        source.grid.worksheet,
        is_read=True,
        header_row=source.table.row,
        columns=columns,
        rows=tuple(shown),
        free=free,
    )


def _masked(
    row: Row, read: dict[int, Field], places: range, domain: str, wrong: AbstractSet[CellRow]
) -> tuple[str, ...]:
    """The cells of a row; of one that may have moved, nothing is shown."""
    is_sound = not row.fault and (row.worksheet, row.number) not in wrong
    cells = [row.cell(place) for place in places]
    return tuple(
        cell if not cell or (is_sound and _is_as_read(cell, read.get(place), domain)) else MASK
        for place, cell in enumerate(cells)
    )


def _is_as_read(cell: str, of: Field | None, domain: str) -> bool:
    """Whether a cell is what its column is read as; else it may be a secret."""
    text = plain_cell(cell)
    fits = {
        "name": is_name(text),
        "number": is_number(text),
        "class": is_class(text) or text.isalpha(),
        "username": is_of_domain(text, domain),
    }
    return of is not None and fits[of]
