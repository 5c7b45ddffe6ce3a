"""What the hand-out list is made of: its rows and cells, the head of further pages, the lines to sign it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, pairwise
from typing import NamedTuple, Protocol

from handout import theme
from handout.model import Run
from handout.pages.blocks import Unbroken, baselines, draw_lines
from handout.pages.fields import spoken_label
from handout.pdf import COLUMN_HEADER, Element, Pen, tick_box, writing_line
from handout.theme import TypeStyle, points
from handout.typesetting import Face, Line, set_text, single_line

EDGES = [points(edge) for edge in accumulate(theme.CHECKLIST_COLUMNS, initial=0)]
HEADINGS = ("Given", "No.", "Name", "Username", "Note", "Signature")
GIVEN, NUMBER, NAME, USERNAME, NOTE, SIGNATURE = range(len(HEADINGS))
PADDING = points(theme.CHECKLIST_CELL_PADDING)
BOX = points(theme.TICK_BOX)


class Area(NamedTuple):
    """Where a cell is on its page."""

    left: float
    right: float
    top: float
    bottom: float


class Paragraph(NamedTuple):
    """Lines of one style in a cell."""

    lines: tuple[Line, ...]
    style: TypeStyle

    @property
    def height(self) -> float:
        return len(self.lines) * self.style.leading

    @property
    def width(self) -> float:
        return max(line.width for line in self.lines)


def paragraph(column: int, style: TypeStyle, *runs: Run, columns: int = 1) -> Paragraph:
    """A text set to the width of its column, or of so many columns from there on."""
    width = points(sum(theme.CHECKLIST_COLUMNS[column : column + columns])) - 2 * PADDING
    return Paragraph(set_text(runs, style, width), style)


class Cell(Protocol):
    """A cell of a row: how high it is, and what is in it."""

    @property
    def height(self) -> float: ...
    def draw(self, pen: Pen, row: Element, area: Area) -> None: ...


class TextCell(NamedTuple):
    """Paragraphs in the middle of the row's height. `header` is what the cell heads: a column or its row."""

    paragraphs: tuple[Paragraph, ...]
    header: str = ""
    to_the_right: bool = False

    @property
    def height(self) -> float:
        return _height(self.paragraphs)

    def draw(self, pen: Pen, row: Element, area: Area) -> None:
        element = row.child("TH", attributes=self.header) if self.header else row.child("TD")
        top = (area.top + area.bottom + self.height) / 2
        for part in self.paragraphs:
            left = area.right - PADDING - part.width if self.to_the_right else area.left + PADDING
            draw_lines(pen, element.child("P"), part.lines, part.style, left, top)
            top -= part.height


class TickCell(NamedTuple):
    """A box to tick."""

    purpose: str
    height: float = BOX

    def draw(self, pen: Pen, row: Element, area: Area) -> None:
        left, middle = area.left + PADDING, (area.top + area.bottom) / 2
        field = row.child("TD").child("Form", actual_text="box to tick", attributes=tick_box(self.purpose))
        with pen.tag(field):
            pen.frame(left, middle - BOX / 2, BOX, BOX, points(theme.TICK_BOX_LINE))


class WritingCell(NamedTuple):
    """A line to write on, at the foot of the row; `blank` is what a screen reader says of it.

    It goes on for `reach` below the next cell, and is `up` above the foot.
    """

    purpose: str
    blank: str
    header: str = ""
    reach: float = 0
    up: float = 0
    height: float = 0

    def draw(self, pen: Pen, row: Element, area: Area) -> None:
        element = row.child("TH", attributes=self.header) if self.header else row.child("TD")
        with pen.tag(element.child("Form", actual_text=self.blank, attributes=writing_line(self.purpose))):
            left, right, line = area.left + PADDING, area.right + self.reach, area.bottom + self.up
            pen.line(left, line, right, line, points(theme.WRITING_LINE))


class NoteOnBlank(NamedTuple):
    """What is said of a line to write a username on: a mark at its end, and remarks below the whole of it."""

    marks: tuple[Paragraph, ...]
    remarks: tuple[Paragraph, ...]

    @property
    def below(self) -> float:
        """The height of what is below the line."""
        return _height(self.remarks) + PADDING if self.remarks else 0

    @property
    def height(self) -> float:
        return points(theme.CHECKLIST_ROW) - PADDING + self.below

    def draw(self, pen: Pen, row: Element, area: Area) -> None:
        element, top = row.child("TD"), area.top - PADDING / 2
        for part in self.marks:
            draw_lines(pen, element.child("P"), part.lines, part.style, area.left + PADDING, top)
            top -= part.height
        left = area.left - points(theme.CHECKLIST_COLUMNS[USERNAME]) + PADDING
        top = area.bottom + self.below - PADDING / 2
        for part in self.remarks:
            draw_lines(pen, element.child("P"), part.lines, part.style, left, top)
            top -= part.height


def _height(paragraphs: Sequence[Paragraph]) -> float:
    return sum(part.height for part in paragraphs)


@dataclass(frozen=True, kw_only=True, eq=False)
class RowBlock(Unbroken):
    """A row of the table, with a rule below."""

    cells: tuple[Cell, ...]
    element: Element
    least_height: float = points(theme.CHECKLIST_ROW)

    @cached_property
    def height(self) -> float:
        return max(self.least_height, max(cell.height for cell in self.cells) + PADDING)

    def draw(self, pen: Pen, x: float, top: float) -> None:
        bottom = top - self.height
        with pen.artifact():
            pen.line(x, bottom, x + EDGES[-1], bottom, points(theme.CHECKLIST_RULE))
        for cell, (left, right) in zip(self.cells, pairwise(EDGES), strict=True):
            cell.draw(pen, self.element, Area(x + left, x + right, top, bottom))


def heading_row(words: Sequence[str], element: Element) -> RowBlock:
    cells = tuple(TextCell((part,), COLUMN_HEADER) for part in _heading_texts(words))
    return RowBlock(cells=cells, element=element, least_height=0, space_before=points(theme.BEFORE_TABLE))


@dataclass(frozen=True, kw_only=True, eq=False)
class RunningHead(Unbroken):
    """The title and the headings again on a further page, for the eye alone."""

    title: Line
    headings: tuple[str, ...]

    @cached_property
    def height(self) -> float:
        return theme.CHECKLIST_RUNNING_HEAD.leading + heading_row(self.headings, Element("TR")).height

    def draw(self, pen: Pen, x: float, top: float) -> None:
        style = theme.CHECKLIST_RUNNING_HEAD
        with pen.artifact("/Type /Pagination /Subtype /Header"):
            pen.text(x, next(baselines(top, style)), self.title)
            for left, part in zip(EDGES, _heading_texts(self.headings), strict=False):
                baseline = next(baselines(top - style.leading - PADDING / 2, part.style))
                pen.text(x + left + PADDING, baseline, part.lines[0])
            bottom = top - self.height
            pen.line(x, bottom, x + EDGES[-1], bottom, points(theme.CHECKLIST_RULE))


def _heading_texts(words: Sequence[str]) -> list[Paragraph]:
    return [paragraph(column, theme.CHECKLIST_HEAD, Run(heading)) for column, heading in enumerate(words)]


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
