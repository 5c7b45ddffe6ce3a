"""CSV or XLSX → the rows of a class list: below the headings, without what is no child."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from handout.classlist.footers import is_footer
from handout.classlist.grids import Cells, Grid, unreadable
from handout.classlist.headings import SAMPLE_ROWS, Header, children_above, find_header, known_columns
from handout.classlist.list_files import read_grids
from handout.errors import Flaw, Place, Problem

_WHOLE = re.compile(r"\.0+$")  # a whole number as some programs write it
_MONTH = "(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
_DATE = re.compile(rf"\d{{4}}-\d\d-\d\d|\d\d?-{_MONTH}\b|{_MONTH}-\d\d\b", re.IGNORECASE)  # a class like 3-2
_LONGEST_HEADING = 40  # letters of one that are shown
_SHORTEST_SECRET = 4  # letters: a shorter value stands in any file by chance


@dataclass(frozen=True, slots=True)
class Row:
    """One child's row: the four known columns as they are written, "" where the list has none.

    `other_usernames` are those of further columns that may hold them. `fault` tells of a row that cannot be read at all.
    """

    sheet: str
    line: int
    name: str = ""
    class_name: str = ""
    register_number: str = ""
    username: str = ""
    other_usernames: tuple[str, ...] = ()
    fault: Flaw | None = None


class RawRow(NamedTuple):
    """A row as it is written: its worksheet, its number, the text of its cells."""

    worksheet: str
    number: int
    cells: Cells


@dataclass(frozen=True, slots=True)
class Rows:
    rows: tuple[Row, ...]
    notes: tuple[Problem, ...]


def read_rows(path: Path, data: bytes | None = None) -> Rows:
    """The rows of a class list, from its file or from `data` where the bytes are at hand already.

    Raises RosterError where it cannot be read as a class list.
    """
    grids = read_grids(path, data)
    headers = [find_header(grid) for grid in grids.tables]
    if not any(headers):
        raise unreadable(
            path,
            f"No row among the first {SAMPLE_ROWS} has a heading for the names.",
            'Write "Name" above the names, and "Index", "Class", "Username" above theirs.',
        )
    rows: list[Row] = []
    notes = list(grids.notes)
    dropped: dict[str, None] = {}
    for grid, header in zip(grids.tables, headers, strict=True):
        if header is None:
            if grid.rows:
                what = "This sheet has no heading for the names and was not read."
                notes.append(Problem(Place(path.name, worksheet=grid.worksheet), Flaw(what)))
            continue
        dropped |= dict.fromkeys(header.dropped)
        for item in (*_other_table(grid, header, path.name), *_rows_of(grid, header, path.name)):
            if isinstance(item, Row):
                rows.append(item)
            else:
                notes.append(item)
    if dropped:
        named = ", ".join(f'"{_shown(heading)}"' for heading in dropped)
        notes.append(Problem(Place(path.name), Flaw(f"These columns were not read: {named}.")))
    if not rows:
        raise unreadable(path, "There is no child in this list.", "Add a row for each child.")
    return Rows(tuple(rows), tuple(notes))


def dropped_values(path: Path) -> frozenset[str]:
    """Every value of the columns that are not read, to prove that none of them is in a printed file.

    The only place that looks at them; nothing here is ever shown or kept. Values that prove nothing,
    short ones and those that also stand in a column that is read, are left out. Raises RosterError.
    """
    read: set[str] = set()
    dropped: set[str] = set()
    for grid in read_grids(path).tables:
        header = find_header(grid)
        if header is None:
            continue
        for line, cells in grid.rows:
            for column, cell in enumerate(cells):
                known = line <= header.line or column in header.read
                (read if known else dropped).add(cell)
    return frozenset(value for value in dropped - read if len(value) >= _SHORTEST_SECRET)


def raw_rows(path: Path) -> Iterator[RawRow]:
    """Every row of every worksheet as it is written, whatever the headings say. Raises RosterError.

    For checks that must not rely on how columns are recognised; nothing of it is ever shown.
    """
    for grid in read_grids(path).tables:
        for number, cells in grid.rows:
            yield RawRow(grid.worksheet, number, cells)


def _shown(heading: str) -> str:
    """A heading in one line, with nothing in it that a terminal would obey."""
    letters = "".join(letter if letter.isprintable() else " " for letter in heading)
    return " ".join(letters.split())[:_LONGEST_HEADING]


def _rows_of(grid: Grid, header: Header, file: str) -> Iterator[Row | Problem]:
    """The children's rows of a table, and a note for each row that is none."""
    body = list(_body(grid, header))
    place = header.columns.get("class_name")
    has_classes = place is not None and any(any(cells[place : place + 1]) for _, cells in body)
    for written, cells in body:
        own_class = written.class_name
        row = written if has_classes else replace(written, class_name=grid.worksheet)
        columns = _headings_in(cells)
        known = row.name or row.register_number or row.username
        note = ""
        if not _is_broken(row) and is_footer(row.name, row.register_number, row.username, own_class):
            note = "A total or footer: this row was left out."
        elif columns == header.columns:
            note = "The headings again: this row was left out."
        elif fault := _fault(row, cells, header, grid):
            shown = _unmoved(row, header) if _is_moved(row, cells, header) else row
            yield replace(shown, username="", other_usernames=(), fault=fault)
        elif "name" in columns and len(columns) > 1 and columns != header.columns:
            what = "Here are other headings than above: this row and those below it were not read."
            yield Row(grid.worksheet, row.line, fault=Flaw(what, "Put this table into a list of its own."))
            return
        elif known or (own_class and sum(map(bool, cells)) > 1):
            yield row
        elif not own_class:
            note = "Nothing in the columns that are read: this row was left out."
        if note:
            yield Problem(Place(file, row=row.line, worksheet=grid.worksheet), Flaw(note))


def _body(grid: Grid, header: Header) -> Iterator[tuple[Row, Cells]]:
    """The rows below the headings that hold something, or would if their formulas had been saved."""
    for line, cells in grid.rows:
        row = _row(grid, header, line, cells)
        if line > header.line and (any(cells) or _unsaved(row, header, grid)):
            yield row, cells


def _headings_in(cells: Cells) -> dict[str, int]:
    """The known columns that a row names; without the word there is nothing to look for."""
    return known_columns(cells) if "name" in "\n".join(cells).lower() else {}


def _other_table(grid: Grid, header: Header, file: str) -> Iterator[Row | Problem]:
    """A fault where other headings with names below them stand above those that are read, or beside them.

    A note where they may be a title.
    """
    if header.twice:
        what = "The heading of the names stands twice in this row."
        yield Row(grid.worksheet, header.line, fault=Flaw(what, "Put each table into a list of its own."))
    line, sure = children_above(grid, header)
    if sure:
        what = f"Headings stand here and again in row {header.line}, with names between them."
        yield Row(grid.worksheet, line, fault=Flaw(what, "Put each table into a list of its own."))
    elif line:
        what = f"Are these headings? What stands between them and row {header.line} was not read."
        yield Problem(Place(file, row=line, worksheet=grid.worksheet), Flaw(what))


def _fault(row: Row, cells: Cells, header: Header, grid: Grid) -> Flaw | None:
    """Why a row cannot be read, and how to mend it."""
    if _unsaved(row, header, grid):
        return Flaw("A formula in this row has no saved value.", "Open the list in Excel and save it.")
    if _is_broken(row):
        what = 'A line breaks between two " in this row: the children of the next lines may be in it.'
        return Flaw(what, 'Look for a " without its partner, or take the break out.')
    if _is_moved(row, cells, header):
        what = "This row has more fields than there are headings."
        in_sheet = "Have its cells moved? Are they remarks? Then write a heading above them."
        return Flaw(what, in_sheet if row.sheet else 'Put a name with a comma in it between two ".')
    if _DATE.match(row.class_name) or _DATE.match(row.register_number):
        return Flaw("Excel has made a date of a cell.", "Make the column Text, and type it again.")
    return None


def _unsaved(row: Row, header: Header, grid: Grid) -> bool:
    """A formula without a saved value; a number alone, filled in below the list, makes no child."""
    if not grid.unsaved:
        return False
    columns = header.read
    if not row.name and not row.username:
        columns.discard(header.columns.get("register_number", -1))
    return any((row.line, column) in grid.unsaved for column in columns)


def _is_broken(row: Row) -> bool:
    """In a text file a line break in a cell is a quotation mark too many; in a sheet somebody typed it."""
    texts = (row.name, row.class_name, row.register_number, row.username)
    return not row.sheet and any("\n" in text or "\r" in text for text in texts)


def _is_moved(row: Row, cells: Cells, header: Header) -> bool:
    """A comma too many moves the cells of a text file to the right, empty ones too; in a sheet a slip does.

    What stood in a column that is never read may then stand in one that is. In a sheet where that cannot be,
    or where an empty cell parts it from the table, it is a remark.
    """
    if row.sheet:
        beyond = any(cells[header.width : header.width + 1])
        return beyond and header.safe < max(header.columns.values()) and bool(row.name or row.register_number)
    return any(cells[header.width :]) or len(cells) > header.fields or _is_broken(row)


def _unmoved(row: Row, header: Header) -> Row:
    """Of a row whose cells have moved, only those that can come from no secret column."""
    safe = 0 if _is_broken(row) else header.safe
    columns = header.columns.items()
    return Row(
        row.sheet, row.line, **{field: getattr(row, field) for field, place in columns if place < safe}
    )


def _row(grid: Grid, header: Header, line: int, cells: Cells) -> Row:
    texts = {field: cells[column] if column < len(cells) else "" for field, column in header.columns.items()}
    number = texts.get("register_number", "")
    texts["register_number"] = _WHOLE.sub("", number)
    others = tuple(cells[column] for column in header.usernames[1:] if column < len(cells))
    return Row(grid.worksheet, line, **texts, other_usernames=others)  # type: ignore[arg-type]
