"""A table with its columns → the rows of its children, without what is no child."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import groupby
from types import MappingProxyType
from typing import NamedTuple

from handout.classlist.columns import Columns
from handout.classlist.footers import is_footer, is_vacancy
from handout.classlist.holdings import is_name, plain_number
from handout.classlist.tables import Table, TableRow, letter, table_row
from handout.classlist.titles import class_title
from handout.errors import Flaw, Place, Problem
from handout.model import Field
from handout.spreadsheets import Grid

MOST_WORDS = 6  # words of a name; more are a remark


class Row(NamedTuple):
    """One child's row: its fields as written, "" where the list has none, and `cells` as they are in the file.

    `other_usernames` are those of further columns that may hold them. `fault` says why nothing of this row can
    be printed or shown, `wrong` in which field. `letters` are the columns of the fields.
    `is_confirmed`: the office has typed its name or username itself, and saw them beside each other.
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
    is_confirmed: bool = False

    def cell(self, place: int) -> str:
        return self.cells[place] if place < len(self.cells) else ""

    def faulted(self, flaw: Flaw, wrong: Field | None = None) -> "Row":
        """The row with what is wrong in it, and without anything that could be shown."""
        return Row(
            self.worksheet, self.number, cells=self.cells, fault=flaw, wrong=wrong, letters=self.letters
        )


class Sheet(NamedTuple):
    """A table on its way to children: where it is from, and which columns are which."""

    file: str
    grid: Grid
    table: Table
    columns: Columns

    def note(self, row: int, what: str, remedy: str = "") -> Problem:
        return Problem(Place(self.file, row=row, worksheet=self.grid.worksheet), Flaw(what, remedy))


def read_rows(sheet: Sheet) -> tuple[list[Row], list[Problem]]:
    """The rows that may be children, and a note for those that are none."""
    rows: list[Row] = []
    left_out: list[tuple[int, str]] = []
    letters: dict[Field, str] = {of: letter(place) for place, of in reversed(sheet.columns.read.items())}
    lines = [(line, _row(sheet, line, letters)) for line in _unnumbered(sheet)]
    usual = _Usual(sheet, lines)
    for line, row in lines:
        why = _no_child(sheet, line, row, usual)
        if why is None:
            rows.append(row)
        elif why:
            left_out.append((line.number, why))
    notes = list(_told(sheet, left_out))
    return rows, notes


def _unnumbered(sheet: Sheet) -> Sequence[TableRow]:
    """The lines; where most names begin with a number, "1. TAN WEI JIE", without it."""
    lines = sheet.table.rows
    if len(sheet.columns.name) != 1:
        return lines
    column = sheet.columns.name[0]
    names = [name for line in lines if (name := line.cell(column))]
    numbered = {name for name in names if name[:1].isdigit() and is_name(_without_number(name))}
    if sum(name in numbered for name in names) * 2 <= len(names):
        return lines
    return [_named(line, column) if line.cell(column) in numbered else line for line in lines]


def _without_number(name: str) -> str:
    return name.lstrip("0123456789.) ")


def _named(line: TableRow, column: int) -> TableRow:
    """The line without the number before its name."""
    name = _without_number(line.cell(column))
    return table_row(line.number, (*line.cells[:column], name, *line.cells[column + 1 :]), line.class_title)


class _Usual:
    """What most rows of a table have."""

    def __init__(self, sheet: Sheet, lines: Sequence[tuple[TableRow, Row]]) -> None:
        names = len(sheet.columns.name)
        all_named = [(line, row) for line, row in lines if row.name]
        named = [(line, row) for line, row in all_named if len(line.filled) > names] or all_named
        number = sheet.columns.number
        self.numbers = number is not None and _most([bool(line.cell(number)) for line, _ in named])
        self.capitals = _most([row.name.isupper() for _, row in named])
        self.more = len(named) * 2 > len(all_named) and len(named[0][0].filled) > names


def _most(facts: Sequence[bool]) -> bool:
    return sum(facts) * 2 > len(facts)


def _row(sheet: Sheet, line: TableRow, letters: Mapping[Field, str]) -> Row:
    columns, texts = sheet.columns, line.texts
    fields = len(texts)

    def text(place: int | None) -> str:
        return texts[place] if place is not None and place < fields else ""

    class_name = text(columns.class_name)
    if columns.level is not None and class_name:
        class_name = f"{text(columns.level)} {class_name}".strip()
    first, *others = columns.usernames or (None,)
    return Row(
        sheet.grid.worksheet,
        line.number,
        " ".join(filter(None, map(text, columns.name))),
        class_name,
        plain_number(text(columns.number)),
        text(first),
        tuple(map(text, others)),
        line.cells,
        letters=letters,
        is_confirmed=has_any(sheet.grid.typed, line.number, (*columns.name, *columns.usernames)),
    )


def _no_child(sheet: Sheet, line: TableRow, row: Row, usual: _Usual) -> str | None:
    """Why a row is no child's, "" where that needs no word; None where it is one, or may be."""
    unsaved = has_any(sheet.grid.unsaved, line.number, sheet.columns.name)
    if not line.filled:
        return None if unsaved else ""
    if sheet.grid.is_text and has_breaks(line.cells):
        return None
    if _is_headings(sheet, line):
        return "the headings again"
    if _is_second_of_merged(sheet, line):
        return ""
    return _other_words(line, row, usual) or (
        None if unsaved or (row.name and not is_vacancy(row.name)) else _without_name(sheet, line, row)
    )


def _other_words(line: TableRow, row: Row, usual: _Usual) -> str:
    """What the words of a row are, if not a child's; else ""."""
    if _is_footer(line, row):
        return "a total or footer"
    if _is_title(line, row):
        return "a title"
    return "a remark" if row.name and _is_remark(line, row, usual) else ""


def has_any(cells: AbstractSet[tuple[int, int]], row: int, places: Iterable[int]) -> bool:
    """Tell whether a row has one of these cells in one of these columns."""
    return bool(cells) and any((row, place) in cells for place in places)


def has_breaks(cells: Iterable[str]) -> bool:
    """Tell whether a line ends inside one of the cells."""
    texts = "".join(cells)
    return "\n" in texts or "\r" in texts


def _is_footer(line: TableRow, row: Row) -> bool:
    """Words of a footer in the columns that are read; or anywhere, where neither name nor username is."""
    if not row.name and not row.username:
        words = [line.cell(place) for place in line.filled]
        if any(is_name(word) and len(word.split()) > 1 and not is_footer(word) for word in words):
            return False
        if any(map(is_footer, words)) and all(is_footer(word) or word.isdigit() for word in words):
            return True
    return is_footer(row.name, row.register_number, row.username, row.class_name)


def _is_title(line: TableRow, row: Row) -> bool:
    title = class_title(line.cells) if len(line.filled) < 3 else ""
    return bool(title) and (not row.name.replace(title, "") or class_title((row.name,)) == title)


def _is_headings(sheet: Sheet, line: TableRow) -> bool:
    return all(line.cell(place) == sheet.table.heading(place).text for place in line.filled)


def _is_second_of_merged(sheet: Sheet, line: TableRow) -> bool:
    """Tell whether the name, and whatever else is read, is merged into this row from the child's above."""
    if not sheet.grid.repeated:
        return False
    repeated = [place for place in sheet.columns.read if (line.number, place) in sheet.grid.repeated]
    if not set(sheet.columns.name) & set(repeated):
        return False
    return all(place in repeated or not line.cell(place) for place in sheet.columns.read)


def _is_remark(line: TableRow, row: Row, usual: _Usual) -> bool:
    """Tell whether words in the names' column are none: alone in a row, and not written as names are."""
    if len(line.filled) > 1 or not (usual.numbers or usual.more):
        return False
    other_case = usual.capitals and not row.name.isupper()
    return not is_name(row.name) or row.name[0] in "([*" or len(row.name.split()) > MOST_WORDS or other_case


def _without_name(sheet: Sheet, line: TableRow, row: Row) -> str | None:
    """A row without a name is a vacancy where nothing else is a child's; else a child may be lost."""
    given = row.username.partition("@")[0] or any(other.partition("@")[0] for other in row.other_usernames)
    places = set(line.filled) - set(sheet.columns.name)
    unread = places - sheet.columns.read.keys()
    addressed = any("@" in line.cell(place) for place in unread)
    if given or addressed:
        return None
    if not places - unread:
        return "no name" if row.name else "nothing in the columns that are read"
    if len(places) == 1 and not (row.class_name or row.username or row.register_number.isdigit()):
        return "a title" if len(line.filled) == 1 else None
    return None if unread or (row.register_number and not row.register_number.isdigit()) else "no name"


def _told(sheet: Sheet, left_out: list[tuple[int, str]]) -> Iterator[Problem]:
    """A note for each run of rows that were left out for one reason."""
    for why, run in groupby(left_out, key=lambda item: item[1]):
        numbers = [number for number, _ in run]
        which = "This row was" if len(numbers) == 1 else f"{len(numbers)} rows up to row {numbers[-1]} were"
        yield sheet.note(numbers[0], f"{which} left out: {why}.")
