"""What the hand-out list is made of: its rows and cells, the head of further pages, the lines to sign it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple, Protocol

from handout import theme
from handout.pages.blocks import Unbroken, baselines, draw_lines
from handout.pages.checklist_columns import PADDING, Columns, Paragraph
from handout.pages.fields import spoken_label
from handout.pdf import COLUMN_HEADER, Element, Pen, tick_box, writing_line
from handout.theme import points
from handout.typesetting import Face, Line, single_line

BOX = points(theme.TICK_BOX)
LIFT = points(theme.CHECKLIST_LIFT)


class Area(NamedTuple):
    """Where a cell is on its page; `line` is where one writes in its row: what is printed beside it is on that line."""

    left: float
    right: float
    top: float
    bottom: float
    line: float | None = None


class Cell(Protocol):
    """A cell of a row: how high it is, how far it reaches below the line of a row to write in, and what is in it."""

    @property
    def height(self) -> float: ...
    @property
    def below(self) -> float: ...
    def draw(self, pen: Pen, row: Element, area: Area) -> None: ...


class TextCell(NamedTuple):
    """Paragraphs in the middle of the row's height, or from its line down. `header` is what the cell heads."""

    paragraphs: tuple[Paragraph, ...]
    header: str = ""
    to_the_right: bool = False

    @property
    def height(self) -> float:
        return _height(self.paragraphs)

    @property
    def below(self) -> float:
        rest = self.height - self._first_line - LIFT
        return rest + PADDING / 2 if rest > 0 else 0

    @property
    def _first_line(self) -> float:
        """How far its first baseline is below its upper edge."""
        return -next(baselines(0, self.paragraphs[0].style)) if self.paragraphs else 0

    def draw(self, pen: Pen, row: Element, area: Area) -> None:
        element = row.child("TH", attributes=self.header) if self.header else row.child("TD")
        top = (area.top + area.bottom + self.height) / 2
        if area.line is not None:
            top = area.line + LIFT + self._first_line
        for part in self.paragraphs:
            left = area.right - PADDING - part.width if self.to_the_right else area.left + PADDING
            draw_lines(pen, element.child("P"), part.lines, part.style, left, top)
            top -= part.height


class TickCell(NamedTuple):
    """A box to tick."""

    purpose: str
    height: float = BOX
    below: float = 0

    def draw(self, pen: Pen, row: Element, area: Area) -> None:
        left, middle = area.left + PADDING, (area.top + area.bottom) / 2
        if area.line is not None:
            middle = area.line + LIFT + theme.CHECKLIST_CELL.size * theme.CAP_HEIGHT / 2
        field = row.child("TD").child("Form", actual_text="box to tick", attributes=tick_box(self.purpose))
        with pen.tag(field):
            pen.frame(left, middle - BOX / 2, BOX, BOX, points(theme.TICK_BOX_LINE))


class WritingCell(NamedTuple):
    """A line to write on, that of the row or at its foot; `blank` is what a screen reader says of it."""

    purpose: str
    blank: str
    header: str = ""
    at_foot: bool = False
    height: float = 0
    below: float = 0

    def draw(self, pen: Pen, row: Element, area: Area) -> None:
        element = row.child("TH", attributes=self.header) if self.header else row.child("TD")
        with pen.tag(element.child("Form", actual_text=self.blank, attributes=writing_line(self.purpose))):
            left, right = area.left + PADDING, area.right
            line, width = area.bottom, theme.CHECKLIST_RULE
            if area.line is not None and not self.at_foot:
                line, width = area.line, theme.WRITING_LINE
                right -= points(theme.CHECKLIST_AFTER_LINE)
            pen.line(left, line, right, line, points(width))


class Remark(NamedTuple):
    """A text, and the word before it where it has one: its lines begin beside that word."""

    paragraph: Paragraph
    word: Line | None = None
    indent: float = 0

    def draw(self, pen: Pen, element: Element, left: float, top: float) -> None:
        if self.word:
            with pen.tag(element):
                pen.text(left, next(baselines(top, self.paragraph.style)), self.word)
        draw_lines(pen, element, self.paragraph.lines, self.paragraph.style, left + self.indent, top)


class NoteOnBlank(NamedTuple):
    """What is said of a line to write a username on: a mark beside its end, and remarks below it."""

    marks: tuple[Paragraph, ...]
    remarks: tuple[Remark, ...]
    indent: float  # of the remarks, to the left

    @property
    def height(self) -> float:
        return LIFT + _height(self.marks) + self.below

    @property
    def below(self) -> float:
        rest = _height([remark.paragraph for remark in self.remarks])
        return rest + PADDING / 2 + points(theme.CHECKLIST_BELOW_REMARKS)

    def draw(self, pen: Pen, row: Element, area: Area) -> None:
        element, line = row.child("TD"), area.bottom if area.line is None else area.line
        last = self.marks[-1]
        top = line + LIFT - next(baselines(0, last.style)) + _height(self.marks[:-1])
        for part in self.marks:
            draw_lines(pen, element.child("P"), part.lines, part.style, area.left + PADDING, top)
            top -= part.height
        top = line - PADDING / 2
        for remark in self.remarks:
            remark.draw(pen, element.child("P"), area.left - self.indent, top)
            top -= remark.paragraph.height


def _height(paragraphs: Sequence[Paragraph]) -> float:
    return sum(part.height for part in paragraphs)


@dataclass(frozen=True, kw_only=True, eq=False)
class RowBlock(Unbroken):
    """A row of the table, with a rule below; `by_hand`: one writes on a line above that rule."""

    columns: Columns
    cells: tuple[Cell, ...]
    element: Element
    least_height: float = points(theme.CHECKLIST_ROW)
    by_hand: bool = False

    @cached_property
    def height(self) -> float:
        above = max(cell.height - (cell.below if self.by_hand else 0) for cell in self.cells)
        fits = above + PADDING <= self.least_height
        return (self.least_height if fits else above + 2 * PADDING) + self._below

    @cached_property
    def _below(self) -> float:
        """How far the line to write on is above the foot."""
        return max(cell.below for cell in self.cells) if self.by_hand else 0

    def draw(self, pen: Pen, x: float, top: float) -> None:
        edges, bottom = self.columns.edges, top - self.height
        line = bottom + self._below if self.by_hand else None
        with pen.artifact():
            pen.line(x, bottom, x + edges[-1], bottom, points(theme.CHECKLIST_RULE))
        for cell, (left, right) in zip(self.cells, pairwise(edges), strict=True):
            cell.draw(pen, self.element, Area(x + left, x + right, top, bottom, line))


def heading_row(columns: Columns, element: Element) -> RowBlock:
    heads = columns.heads
    return RowBlock(
        columns=columns,
        cells=tuple(TextCell((part,), COLUMN_HEADER) for part in heads),
        element=element,
        least_height=_height(heads[:1]) + PADDING,
        space_before=points(theme.CHECKLIST_BEFORE_TABLE),
    )


@dataclass(frozen=True, kw_only=True, eq=False)
class RunningHead(Unbroken):
    """The title and the headings again on a further page, for the eye alone."""

    title: Line
    columns: Columns

    @cached_property
    def height(self) -> float:
        return theme.CHECKLIST_RUNNING_HEAD.leading + heading_row(self.columns, Element("TR")).height

    def draw(self, pen: Pen, x: float, top: float) -> None:
        style = theme.CHECKLIST_RUNNING_HEAD
        with pen.artifact("/Type /Pagination /Subtype /Header"):
            pen.text(x, next(baselines(top, style)), self.title)
            edges = self.columns.edges
            for left, part in zip(edges, self.columns.heads, strict=False):
                baseline = next(baselines(top - style.leading - PADDING / 2, part.style))
                pen.text(x + left + PADDING, baseline, part.lines[0])
            bottom = top - self.height
            pen.line(x, bottom, x + edges[-1], bottom, points(theme.CHECKLIST_RULE))


@dataclass(frozen=True, kw_only=True, eq=False)
class SignOff(Unbroken):
    """Lines for the one who hands the sheets out, side by side: what belongs there, and how wide it is (mm)."""

    lines: tuple[tuple[str, float], ...]
    blank: str
    parent: Element
    height: float = points(theme.CHECKLIST_SIGN_OFF)

    def draw(self, pen: Pen, x: float, top: float) -> None:
        bottom = top - self.height
        baseline, gap = bottom + points(theme.BASELINE_LIFT), points(theme.LABEL_GAP)
        for words, width in self.lines:
            label = single_line(words, Face.BOLD, theme.CHECKLIST_HEAD.size)
            field = self.parent.child("P")
            with pen.tag(field.child("Span", actual_text=spoken_label(words))):
                pen.text(x, baseline, label)
            right = x + points(width)
            with pen.tag(field.child("Form", actual_text=self.blank, attributes=writing_line(words))):
                pen.line(x + label.width + gap, bottom, right, bottom, points(theme.WRITING_LINE))
            x = right + points(theme.COLUMN_GAP)
