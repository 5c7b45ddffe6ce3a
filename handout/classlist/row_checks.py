"""Each row against its columns: of one that does not fit, nothing may be shown but its number."""

import re
from collections.abc import Sequence

from handout.classlist.cell_checks import Wrong, wrong_class, wrong_letters, wrong_name, wrong_number
from handout.classlist.holdings import is_date, is_number, plain_cell
from handout.classlist.letters import Lacking
from handout.classlist.moved_rows import moved
from handout.classlist.parted_names import parted_names
from handout.classlist.rows import Row, Source, has_any, has_breaks
from handout.classlist.staff import grown_up, role_columns
from handout.classlist.strange_rows import (
    from_beside,
    odd_row,
    strange_class,
    strange_name,
    texts_from_beside,
)
from handout.classlist.usual import Usual, usual_of
from handout.errors import Flaw
from handout.model import Field

_SEPARATORS = re.compile(r"[,;\t|]")


def check_rows(source: Source, rows: Sequence[Row], domain: str, lacking: Lacking) -> list[Row]:
    """The rows, those that do not fit their columns with their fault and without anything to show."""
    usual = usual_of(source, rows, domain)
    texts = texts_from_beside(source, rows, usual, domain)
    roles = role_columns(source)
    parted = parted_names(source, rows, usual)
    has_classes = any(row.class_name for row in rows)
    checked = []
    for row in rows:
        wrong = (
            _unreadable(source, row)
            or moved(source, row, usual, domain)
            or wrong_name(row)
            or parted.get(row.number)
            or grown_up(row, roles)
            or wrong_class(row, usual, has_classes=has_classes)
            or wrong_number(row)
            or (
                None
                if "name" in row.typed
                else _strange(source, row, usual, domain) or from_beside(row, texts)
            )
            or wrong_letters(row, lacking)
        )
        checked.append(row.faulted(*wrong) if wrong and not row.fault else row)
    return checked


def _strange(source: Source, row: Row, usual: Usual, domain: str) -> Wrong | None:
    """What is only unlike the other rows: the office says that it is right by typing the name, which it cannot see."""
    return strange_name(row, usual) or strange_class(row, usual) or odd_row(source, row, usual, domain)


def _unreadable(source: Source, row: Row) -> Wrong | None:
    grid = source.grid
    if has_any(grid.unsaved, row.number, source.columns.read):
        return Flaw("A formula in this row has no saved value.", "Open the list in Excel and save it."), None
    if grid.is_text and has_breaks(row.cells) and _breaks_like_a_row(source, row):
        what = 'A line breaks between two " in this row: the children of the next lines may be in it.'
        return Flaw(what, 'Look for a " without its partner, or take the break out.'), None
    if is_date(row.class_name) or is_date(row.register_number):
        of: Field = "class" if is_date(row.class_name) else "number"
        return Flaw("Excel has made a date of a cell.", "Make the column Text, and type it again."), of
    return _struck(source, row)


def _struck(source: Source, row: Row) -> Wrong | None:
    """A value that somebody has crossed out; of a row that is crossed out whole there is a note."""
    grid, columns = source.grid, source.columns
    if has_any(grid.partly_struck, row.number, columns.read):
        return Flaw(
            "Part of a cell in this row is struck through.", "Type what is right into the cell."
        ), None
    if has_any(grid.struck, row.number, columns.usernames) and not has_any(
        grid.struck, row.number, columns.name
    ):
        return Flaw(
            "The username in this row is struck through.", "Type the right one, or empty the cell."
        ), "username"
    return None


def _breaks_like_a_row(source: Source, row: Row) -> bool:
    """Whether a break in a cell may be the end of a row: always where it is read, else where fields follow."""
    broken = [place for place, cell in enumerate(row.cells) if has_breaks([cell])]
    return any(place in source.columns.read or _has_fields(source, row.cells[place]) for place in broken)


def _has_fields(source: Source, cell: str) -> bool:
    lines = [line for line in re.split(r"[\r\n]+", cell)[1:] if line.strip()]
    return bool(_SEPARATORS.search(cell)) and any(not _contradicts(source, line) for line in lines)


def _contradicts(source: Source, line: str) -> bool:
    """Whether a line cannot be the beginning of a row: no number where numbers are."""
    first = plain_cell(_SEPARATORS.split(line)[0].strip('" '))
    return source.columns.number == 0 and bool(first) and not is_number(first)
