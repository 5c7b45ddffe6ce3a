"""A table with its columns → the rows of its children, without what is no child."""

from collections.abc import Mapping, Sequence

from handout.classlist.holdings import is_name, plain_number
from handout.classlist.left_out import UsualLines, told, why_no_child
from handout.classlist.rows import Row, Source
from handout.classlist.tables import TableRow, table_row
from handout.classlist.usual import NEARLY_ALL
from handout.errors import Problem
from handout.model import Field
from handout.spreadsheets import column_letters

_BEFORE = "'0123456789.) "  # of a name


def read_rows(source: Source, domain: str) -> tuple[list[Row], list[Problem]]:
    """The rows that may be children, and a note for those that are none."""
    rows: list[Row] = []
    left_out: list[tuple[int, str]] = []
    letters: dict[Field, str] = {
        of: column_letters(place) for place, of in reversed(source.columns.read.items())
    }
    lines = [(line, _row(source, line, letters)) for line in _unnumbered(source)]
    usual = UsualLines(source, lines)
    for line, row in lines:
        why = why_no_child(source, line, row, usual, domain)
        if why is None:
            rows.append(row)
        elif why:
            left_out.append((line.number, why))
    return rows, list(told(source, left_out))


def _unnumbered(source: Source) -> Sequence[TableRow]:
    """The lines; where most names begin with a number, "1. TAN WEI JIE", or "'", without it.

    Texts that are there again and again are no numbered names: they may be classes, 1 Care.
    """
    lines = source.table.rows
    if len(source.columns.name) != 1:
        return lines
    column = source.columns.name[0]
    names = [name for line in lines if (name := line.cell(column))]
    numbered = {name for name in names if name[:1] in _BEFORE and is_name(_without_number(name))}
    count = sum(name in numbered for name in names)
    if count * 2 <= len(names) or len(numbered) < NEARLY_ALL * count:
        return lines
    return [_named(line, column) if line.cell(column) in numbered else line for line in lines]


def _without_number(name: str) -> str:
    return name.lstrip(_BEFORE)


def _named(line: TableRow, column: int) -> TableRow:
    """The line without the number before its name."""
    name = _without_number(line.cell(column))
    return table_row(line.number, (*line.cells[:column], name, *line.cells[column + 1 :]), line.class_title)


def _row(source: Source, line: TableRow, letters: Mapping[Field, str]) -> Row:
    columns, texts = source.columns, line.texts
    fields = len(texts)

    def text(place: int | None) -> str:
        return texts[place] if place is not None and place < fields else ""

    class_name = text(columns.class_name)
    if columns.level is not None and class_name:
        class_name = f"{text(columns.level)} {class_name}".strip()
    first, *others = columns.usernames or (None,)
    return Row(
        source.grid.worksheet,
        line.number,
        " ".join(filter(None, map(text, columns.name))),
        class_name,
        plain_number(text(columns.number)),
        text(first),
        tuple(map(text, others)),
        line.cells,
        letters=letters,
        typed=_typed(source, line.number),
    )


def _typed(source: Source, row: int) -> frozenset[Field]:
    if not source.grid.typed:
        return frozenset()
    return frozenset(
        field for place, field in source.columns.read.items() if (row, place) in source.grid.typed
    )
