"""A table with its columns → the rows of its children, without what is no child."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import groupby

from handout.classlist.columns import Columns, beside_each_other
from handout.classlist.footers import is_footer, is_vacancy
from handout.classlist.headings import Heading
from handout.classlist.holdings import is_name, plain_cell, plain_number
from handout.classlist.tables import Table, TableRow, letter
from handout.classlist.titles import class_title
from handout.errors import Flaw, Place, Problem
from handout.model import Field
from handout.spreadsheets import Grid

MOST_WORDS = 6  # words of a name; more are a remark


@dataclass(frozen=True, slots=True)
class Row:
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
    letters: dict[Field, str] = field(default_factory=dict)
    is_confirmed: bool = False

    def faulted(self, flaw: Flaw, wrong: Field | None = None) -> "Row":
        """The row with what is wrong in it, and without anything that could be shown."""
        return Row(
            self.worksheet, self.number, cells=self.cells, fault=flaw, wrong=wrong, letters=self.letters
        )


@dataclass(frozen=True, slots=True)
class Sheet:
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
    lines = list(_unnumbered(sheet, sheet.table.rows))
    usual = _Usual(sheet, lines)
    for line in lines:
        row = _row(sheet, line)
        why = _no_child(sheet, line, row, usual)
        if why is None:
            rows.append(row)
        elif why:
            left_out.append((line.number, why))
    notes = list(_told(sheet, left_out))
    return rows, notes


def _unnumbered(sheet: Sheet, lines: Iterable[TableRow]) -> Iterator[TableRow]:
    """The lines; where every name begins with a number, "1. TAN WEI JIE", without it."""
    lines = list(lines)
    if len(sheet.columns.name) != 1:
        yield from lines
        return
    column = sheet.columns.name[0]
    names = [line.cell(column) for line in lines if line.cell(column)]
    numbered = [name for name in names if name[:1].isdigit() and is_name(name.lstrip("0123456789.) "))]
    for line in lines:
        name = line.cell(column)
        if len(numbered) * 2 > len(names) and name in numbered:
            cells = (*line.cells[:column], name.lstrip("0123456789.) "), *line.cells[column + 1 :])
            yield replace(line, cells=cells)
        else:
            yield line


class _Usual:
    """What most rows of a table have."""

    def __init__(self, sheet: Sheet, lines: list[TableRow]) -> None:
        all_named = [line for line in lines if _name_of(sheet, line)]
        named = [line for line in all_named if len(_filled(line)) > len(sheet.columns.name)] or all_named
        number = sheet.columns.number
        self.numbers = number is not None and _most(bool(line.cell(number)) for line in named)
        self.capitals = _most(_name_of(sheet, line).isupper() for line in named)
        self.more = len(named) * 2 > len(all_named) and len(_filled(named[0])) > len(sheet.columns.name)


def _most(facts: Iterable[bool]) -> bool:
    facts = list(facts)
    return sum(facts) * 2 > len(facts)


def _filled(line: TableRow) -> list[int]:
    return [place for place, cell in enumerate(line.cells) if plain_cell(cell)]


def _name_of(sheet: Sheet, line: TableRow) -> str:
    return " ".join(filter(None, (plain_cell(line.cell(place)) for place in sheet.columns.name)))


def _row(sheet: Sheet, line: TableRow) -> Row:
    columns = sheet.columns

    def cell(place: int | None) -> str:
        return "" if place is None else plain_cell(line.cell(place))

    class_name = cell(columns.class_name)
    if columns.level is not None and class_name:
        class_name = f"{cell(columns.level)} {class_name}".strip()
    letters: dict[Field, str] = {of: letter(place) for place, of in reversed(columns.read.items())}
    return Row(
        sheet.grid.worksheet,
        line.number,
        _name_of(sheet, line),
        class_name,
        plain_number(cell(columns.number)),
        cell(next(iter(columns.usernames), None)),
        tuple(map(cell, columns.usernames[1:])),
        line.cells,
        letters=letters,
        is_confirmed=any(
            (line.number, place) in sheet.grid.typed for place in (*columns.name, *columns.usernames)
        ),
    )


def _no_child(sheet: Sheet, line: TableRow, row: Row, usual: _Usual) -> str | None:
    """Why a row is no child's, "" where that needs no word; None where it is one, or may be."""
    filled = _filled(line)
    unsaved = any((line.number, place) in sheet.grid.unsaved for place in sheet.columns.name)
    if not filled:
        return None if unsaved else ""
    if sheet.grid.is_text and any("\n" in cell or "\r" in cell for cell in line.cells):
        return None
    reasons = (
        (_is_headings(sheet, line, filled), "the headings again"),
        (_is_second_of_merged(sheet, line), ""),
        (_is_footer(line, row, filled), "a total or footer"),
        (_is_title(line, row, filled), "a title"),
        (bool(row.name) and _is_remark(row, filled, usual), "a remark"),
    )
    found = [reason for holds, reason in reasons if holds]
    if found:
        return found[0]
    if unsaved or (row.name and not is_vacancy(row.name)):
        return None
    return _without_name(sheet, line, row, filled)


def _is_footer(line: TableRow, row: Row, filled: list[int]) -> bool:
    """Words of a footer in the columns that are read; or anywhere, where neither name nor username is."""
    words = [line.cell(place) for place in filled] if not row.name and not row.username else []
    if any(is_name(word) and len(word.split()) > 1 and not is_footer(word) for word in words):
        return False
    unnamed = any(map(is_footer, words)) and all(is_footer(word) or word.isdigit() for word in words)
    return unnamed or is_footer(row.name, row.register_number, row.username, row.class_name)


def _is_title(line: TableRow, row: Row, filled: list[int]) -> bool:
    title = class_title(line.cells)
    return (
        bool(title)
        and len(filled) < 3
        and (not row.name.replace(title, "") or class_title((row.name,)) == title)
    )


def _is_headings(sheet: Sheet, line: TableRow, filled: list[int]) -> bool:
    texts = [line.cell(place) for place in filled]
    same = [text == sheet.table.heading(place).text for place, text in zip(filled, texts, strict=True)]
    return any(same) and all(same)


def _is_second_of_merged(sheet: Sheet, line: TableRow) -> bool:
    """Tell whether the name, and whatever else is read, is merged into this row from the child's above."""
    repeated = [place for place in sheet.columns.read if (line.number, place) in sheet.grid.repeated]
    if not set(sheet.columns.name) & set(repeated):
        return False
    return all(place in repeated or not line.cell(place) for place in sheet.columns.read)


def _is_remark(row: Row, filled: list[int], usual: _Usual) -> bool:
    """Tell whether words in the names' column are none: alone in a row, and not written as names are."""
    if len(filled) > 1 or not (usual.numbers or usual.more):
        return False
    other_case = usual.capitals and not row.name.isupper()
    return not is_name(row.name) or row.name[0] in "([*" or len(row.name.split()) > MOST_WORDS or other_case


def _without_name(sheet: Sheet, line: TableRow, row: Row, filled: list[int]) -> str | None:
    """A row without a name is a vacancy where nothing else is a child's; else a child may be lost."""
    given = row.username.partition("@")[0] or any(other.partition("@")[0] for other in row.other_usernames)
    places = set(filled) - set(sheet.columns.name)
    unread = places - sheet.columns.read.keys()
    addressed = any("@" in line.cell(place) for place in unread)
    if given or addressed:
        return None
    if not places - unread:
        return "no name" if row.name else "nothing in the columns that are read"
    if len(places) == 1 and not (row.class_name or row.username or row.register_number.isdigit()):
        return "a title" if len(filled) == 1 else None
    return None if unread or (row.register_number and not row.register_number.isdigit()) else "no name"


def _told(sheet: Sheet, left_out: list[tuple[int, str]]) -> Iterator[Problem]:
    """A note for each run of rows that were left out for one reason."""
    for why, run in groupby(left_out, key=lambda item: item[1]):
        numbers = [number for number, _ in run]
        which = "This row was" if len(numbers) == 1 else f"{len(numbers)} rows up to row {numbers[-1]} were"
        yield sheet.note(numbers[0], f"{which} left out: {why}.")


def other_table(sheet: Sheet, domain: str) -> Flaw | None:
    """A table beside this one: its headings in the same row, or further below in columns without any."""
    if beside_each_other(sheet.table, domain):
        return Flaw(
            "Two tables are beside each other under this row.", "Put each table into a list of its own."
        )
    read = sheet.columns.read
    unheaded = [place for place in sheet.table.columns if not sheet.table.heading(place).text]
    for place, line in enumerate(sheet.table.rows if unheaded else ()):
        for column in unheaded:
            meaning = Heading(line.cell(column)).meaning if column not in read else None
            below = [later.cell(column) for later in sheet.table.rows[place + 1 :]] if meaning else []
            if meaning and meaning.part == "name" and any(below):
                what = f"Another table begins in column {letter(column)}, row {line.number}."
                return Flaw(what, "Put each table into a list of its own.")
    return None
