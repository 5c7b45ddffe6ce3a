"""A table of the text: columns as wide as their words need, split between rows, its head on every page."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple

from handout.model import Table, Text
from handout.pages.blocks import Unbroken, baselines, draw_lines
from handout.pdf import COLUMN_HEADER, Element, Pen
from handout.theme import (
    ACCENT,
    BEFORE_TABLE,
    HAIRLINE,
    INK,
    MEASURE,
    TABLE_CELL_PADDING,
    TABLE_COLUMN_GAP,
    TABLE_HEAD_RULE,
    Theme,
    TypeStyle,
    points,
)
from handout.typesetting import Line, set_text

SHARING_STEPS = 24  # of halving the room: less than a thousandth of a point is left
UNLIMITED = 1e6  # a measure that no text fills, in points


class Row(NamedTuple):
    """The lines of each cell. Without `element` it is the head again, on a further page."""

    cells: tuple[tuple[Line, ...], ...]
    style: TypeStyle
    element: Element | None
    is_head: bool = False

    @property
    def height(self) -> float:
        lines = max(map(len, self.cells))
        return lines * self.style.leading + 2 * points(TABLE_CELL_PADDING)


@dataclass(frozen=True, kw_only=True, eq=False)
class TableBlock(Unbroken):
    """Rows below their head; `lefts` is where each column begins, from the left edge of the page's frame."""

    head: Row
    rows: tuple[Row, ...]
    lefts: tuple[float, ...]

    @cached_property
    def height(self) -> float:
        return sum(row.height for row in (self.head, *self.rows))

    @property
    def first_words(self) -> str:
        return " ".join(line.text.strip() for cell in self.rows[0].cells for line in cell)

    def split(self, room: float) -> "tuple[TableBlock, TableBlock] | None":  # type: ignore[override]
        fitting, used = 0, self.head.height
        while (used := used + self.rows[fitting].height) <= room:
            fitting += 1
        if not fitting:
            return None
        again = self.head._replace(element=None)
        rest = replace(self, head=again, rows=self.rows[fitting:], space_before=0)
        return replace(self, rows=self.rows[:fitting], keep_with_next=False), rest

    def draw(self, pen: Pen, x: float, top: float) -> None:
        for row in (self.head, *self.rows):
            for left, lines in zip(self.lefts, row.cells, strict=True):
                _draw_cell(pen, row, lines, x + left, top - points(TABLE_CELL_PADDING))
            top -= row.height
            thickness, colour = (TABLE_HEAD_RULE, ACCENT) if row.is_head else (HAIRLINE, INK)
            with pen.artifact():
                pen.line(x + self.lefts[0], top, x + points(MEASURE), top, points(thickness), colour)


def table_block(table: Table, theme: Theme, indent: float, element: Element) -> TableBlock:
    """A table from `indent` to the right edge of the frame, in points."""
    head_style, style = theme.label, theme.caption
    widths = _widths(table, head_style, style, points(MEASURE) - indent)
    gap = points(TABLE_COLUMN_GAP)

    def row(cells: Sequence[Text], style: TypeStyle, *, is_head: bool = False) -> Row:
        lines = tuple(set_text(cell, style, width) for cell, width in zip(cells, widths, strict=True))
        return Row(lines, style, element.child("TR"), is_head)

    return TableBlock(
        head=row(table.head, head_style, is_head=True),
        rows=tuple(row(cells, style) for cells in table.rows),
        lefts=tuple(indent + sum(widths[:place]) + place * gap for place in range(len(widths))),
        space_before=points(BEFORE_TABLE),
    )


def _draw_cell(pen: Pen, row: Row, lines: tuple[Line, ...], left: float, top: float) -> None:
    if row.element is None:
        with pen.artifact("/Type /Pagination /Subtype /Header"):
            for line, baseline in zip(lines, baselines(top, row.style), strict=False):
                pen.text(left, baseline, line)
        return
    kind, attributes = ("TH", COLUMN_HEADER) if row.is_head else ("TD", "")
    cell = row.element.child(kind, attributes=attributes)
    if lines:
        draw_lines(pen, cell.child("P"), lines, row.style, left, top)


def _widths(table: Table, head_style: TypeStyle, style: TypeStyle, measure: float) -> list[float]:
    """No column is narrower than its widest word, unless all of them together are too wide."""
    columns = [
        [(head, head_style), *((cell, style) for cell in cells)]
        for head, *cells in zip(table.head, *table.rows, strict=True)
    ]
    least = [max(_widest_word(text, style) for text, style in column) for column in columns]
    full = [max(_width(text, style) for text, style in column) for column in columns]
    return _shared(measure - (len(columns) - 1) * points(TABLE_COLUMN_GAP), least, full)


def _shared(room: float, least: Sequence[float], full: Sequence[float]) -> list[float]:
    """Widths that fill the room: narrow columns as wide as they wish, the wide ones alike."""
    if sum(least) >= room:
        return [room * width / sum(least) for width in least]
    if sum(full) <= room:
        return [width + (room - sum(full)) / len(full) for width in full]
    low, high = 0.0, room
    for _ in range(SHARING_STEPS):
        share = (low + high) / 2
        widths = [max(word, min(whole, share)) for word, whole in zip(least, full, strict=True)]
        low, high = (share, high) if sum(widths) < room else (low, share)
    return widths


def _width(text: Text, style: TypeStyle) -> float:
    return max((line.width for line in set_text(text, style, UNLIMITED)), default=1)


def _widest_word(text: Text, style: TypeStyle) -> float:
    return _width(tuple(run._replace(text=run.text.replace(" ", "\n")) for run in text), style)
