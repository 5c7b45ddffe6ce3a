"""What the hand-out list is made of: its rows and cells, the head of further pages, the lines to sign it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple, Protocol

from handout import theme
from handout.model import Run
from handout.pages import checklist_sizes
from handout.pages.blocks import Unbroken, baselines, draw_lines
from handout.pages.checklist_columns import COLUMNS, SIGNATURE, USERNAME, WIDTH, Paragraph
from handout.pages.fields import spoken_label
from handout.pdf import COLUMN_HEADER, Element, Pen, tick_box, writing_line
from handout.theme import points
from handout.typesetting import Face, Line, single_line

BOX = points(checklist_sizes.TICK_BOX)
CAPITALS = checklist_sizes.NAME.size * theme.CAP_HEIGHT
BOX_DROP = points(checklist_sizes.BOX_DROP)
LIFT = points(checklist_sizes.LIFT)
PADDING = points(checklist_sizes.ROW_PADDING)


class Area(NamedTuple):
    """Where a cell is on its page: its first line is on the baseline of the name, or of the username below it."""

    left: float
    right: float
    baseline: float
    foot: float  # of the row


class Cell(Protocol):
    """A cell of a row: how far it reaches above and below its first baseline, and what is in it.

    `level` is 0 where it is beside the name, 1 where it is beside the username below.
    """

    @property
    def level(self) -> int: ...
    @property
    def above(self) -> float: ...
    @property
    def below(self) -> float: ...
    def draw(self, pen: Pen, row: Element, area: Area) -> None: ...


class TextCell(NamedTuple):
    """Paragraphs below each other. `header` is what the cell heads."""

    paragraphs: tuple[Paragraph, ...]
    header: str = ""
    level: int = 0
    to_the_right: bool = False

    @property
    def above(self) -> float:
        return -next(baselines(0, self.paragraphs[0].style)) if self.paragraphs else 0

    @property
    def below(self) -> float:
        return sum(part.height for part in self.paragraphs) - self.above

    def draw(self, pen: Pen, row: Element, area: Area) -> None:
        element, top = _cell(row, self.header), area.baseline + self.above
        for part in self.paragraphs:
            left = area.right - part.width if self.to_the_right else area.left
            draw_lines(pen, element.child("P"), part.lines, part.style, left, top)
            top -= part.height


class TickCell(NamedTuple):
    """A box to tick, in the middle of name and username."""

    purpose: str
    level: int = 0
    above: float = (BOX + CAPITALS) / 2 - BOX_DROP
    below: float = 0  # what is lower is beside the username

    def draw(self, pen: Pen, row: Element, area: Area) -> None:
        field = row.child("TD").child("Form", actual_text="box to tick", attributes=tick_box(self.purpose))
        with pen.tag(field):
            pen.frame(
                area.left, area.baseline + self.above - BOX, BOX, BOX, points(checklist_sizes.TICK_BOX_LINE)
            )


class WritingCell(NamedTuple):
    """A line to write on, and what is said of it below; `blank` is what a screen reader says of the line."""

    purpose: str
    blank: str
    header: str = ""
    level: int = 0
    remarks: Sequence[Paragraph] = ()
    above: float = points(checklist_sizes.WRITING) - LIFT

    @property
    def below(self) -> float:
        words = sum(part.height for part in self.remarks)
        return LIFT + (
            points(checklist_sizes.BELOW_LINE + checklist_sizes.BELOW_WORDS) + words if self.level else 0
        )

    def draw(self, pen: Pen, row: Element, area: Area) -> None:
        element, line = _cell(row, self.header), area.baseline - LIFT
        with pen.tag(_line_to_write_on(element, self.purpose, self.blank)):
            pen.line(area.left, line, area.right, line, points(theme.WRITING_LINE))
        top = line - points(checklist_sizes.BELOW_LINE)
        for part in self.remarks:
            draw_lines(pen, element.child("P"), part.lines, part.style, area.left, top)
            top -= part.height


class SignatureCell(NamedTuple):
    """The rule below the row is the line to sign on."""

    purpose: str
    blank: str
    level: int = 0
    above: float = 0
    below: float = 0

    def draw(self, pen: Pen, row: Element, area: Area) -> None:
        with pen.tag(_line_to_write_on(row.child("TD"), self.purpose, self.blank)):
            pen.line(area.left, area.foot, area.right, area.foot, points(checklist_sizes.RULE))


def _cell(row: Element, header: str) -> Element:
    return row.child("TH", attributes=header) if header else row.child("TD")


def _line_to_write_on(cell: Element, purpose: str, blank: str) -> Element:
    return cell.child("Form", actual_text=blank, attributes=writing_line(purpose))


@dataclass(frozen=True, kw_only=True, eq=False)
class RowBlock(Unbroken):
    """A row of the table, with a rule below."""

    cells: tuple[Cell, ...]
    element: Element
    padding: float = PADDING

    @cached_property
    def _levels(self) -> tuple[tuple[float, float], ...]:
        """How far the cells of each level reach above and below their baseline."""
        levels = [[cell for cell in self.cells if cell.level == level] for level in (0, 1)]
        return tuple(
            (max(cell.above for cell in cells), max(cell.below for cell in cells)) for cells in levels
        )

    @cached_property
    def _words(self) -> float:
        return sum(map(sum, self._levels))

    @cached_property
    def height(self) -> float:
        return self._words + 2 * self.padding

    @property
    def drops(self) -> tuple[float, float]:
        """From the head of the row to the baselines of name and username."""
        (above, below), (above_second, _) = self._levels
        first = self.padding + above
        return first, first + below + above_second

    def draw(self, pen: Pen, x: float, top: float) -> None:
        foot = top - self.height
        is_signed = isinstance(self.cells[-1], SignatureCell)
        with pen.artifact():
            pen.line(
                x, foot, x + (SIGNATURE.left if is_signed else WIDTH), foot, points(checklist_sizes.RULE)
            )
        for cell, column in zip(self.cells, COLUMNS, strict=True):
            baseline = top - self.drops[cell.level]
            cell.draw(pen, self.element, Area(x + column.left, x + column.right, baseline, foot))


def heading_row(element: Element, domain: str) -> RowBlock:
    return RowBlock(
        cells=tuple(
            TextCell((head,), COLUMN_HEADER, column.level)
            for column, head in zip(COLUMNS, _heads(domain), strict=True)
        ),
        element=element,
        space_before=points(checklist_sizes.BEFORE_TABLE),
    )


def _heads(domain: str) -> list[Paragraph]:
    """The headings; that of usernames says once what follows the @ of all."""
    more = (Run(" (add "), Run(f"@{domain}", typed=True), Run(")"))
    return [column.head(*(more if column is USERNAME else ())) for column in COLUMNS]


@dataclass(frozen=True, kw_only=True, eq=False)
class RunningHead(Unbroken):
    """The title and the headings repeated on a further page, which a screen reader skips."""

    title: Line
    domain: str

    @cached_property
    def _headings(self) -> RowBlock:
        return heading_row(Element("TR"), self.domain)

    @property
    def height(self) -> float:
        return checklist_sizes.RUNNING_HEAD.leading + self._headings.height

    def draw(self, pen: Pen, x: float, top: float) -> None:
        style, foot = checklist_sizes.RUNNING_HEAD, top - self.height
        with pen.artifact("/Type /Pagination /Subtype /Header"):
            pen.text(x, next(baselines(top, style)), self.title)
            for column, head in zip(COLUMNS, _heads(self.domain), strict=True):
                baseline = top - style.leading - self._headings.drops[column.level]
                for place, line in enumerate(head.lines):
                    pen.text(x + column.left, baseline - place * head.style.leading, line)
            pen.line(x, foot, x + WIDTH, foot, points(checklist_sizes.RULE))


@dataclass(frozen=True, kw_only=True, eq=False)
class SignOff(Unbroken):
    """Lines for the person who hands the paper out, side by side: what to write there, and how wide it is (mm)."""

    lines: tuple[tuple[str, float], ...]
    blank: str
    parent: Element
    height: float = points(checklist_sizes.SIGN_OFF)

    def draw(self, pen: Pen, x: float, top: float) -> None:
        bottom = top - self.height
        baseline, gap = bottom + points(theme.BASELINE_LIFT), points(theme.LABEL_GAP)
        for words, width in self.lines:
            label = single_line(words, Face.BOLD, checklist_sizes.HEAD.size)
            field = self.parent.child("P")
            with pen.tag(field.child("Span", actual_text=spoken_label(words))):
                pen.text(x, baseline, label)
            right = x + points(width)
            with pen.tag(field.child("Form", actual_text=self.blank, attributes=writing_line(words))):
                pen.line(x + label.width + gap, bottom, right, bottom, points(theme.WRITING_LINE))
            x = right + points(theme.COLUMN_GAP)
