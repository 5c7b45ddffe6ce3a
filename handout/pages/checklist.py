"""The teacher's hand-out list: who gets a sheet, what is printed on it, a box to tick, room to sign."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from handout.model import Content, Run, Student, checklist_title
from handout.pages.blocks import TextBlock, Unbroken, baselines, draw_lines
from handout.pages.pagination import draw_pages, paginate
from handout.pdf import COLUMN_HEADER, Element, FontSet, LaidOut, Pen
from handout.theme import (
    BEFORE_TABLE,
    CHECKLIST_CELL,
    CHECKLIST_CELL_PADDING,
    CHECKLIST_COLUMNS,
    CHECKLIST_HEAD,
    CHECKLIST_NOTE,
    CHECKLIST_REMARK,
    CHECKLIST_ROW,
    CHECKLIST_TITLE,
    HAIRLINE,
    MEASURE,
    QUIET,
    TICK_BOX,
    TICK_BOX_LINE,
    TypeStyle,
    points,
)
from handout.typesetting import Line, set_text

HEADINGS = ("No.", "Name", "Username on the sheet", "Collected", "Signature")
TICK_COLUMN = 3


def draw_checklist(
    content: Content, class_name: str, students: Sequence[Student], fonts: FontSet, *, grey: bool
) -> LaidOut:
    """The pages of the hand-out list of one class, its students in their order."""
    root = Element("Part")
    words = checklist_title(class_name)
    title = TextBlock(
        lines=set_text((Run(words),), CHECKLIST_TITLE, points(MEASURE)),
        style=CHECKLIST_TITLE,
        indent=0,
        element=root.child("H1"),
        keep_with_next=True,
        heading=words,
    )
    count = "1 child" if len(students) == 1 else f"{len(students)} children"
    note_text = (
        Run(
            f"{count}. Tick the box when the sheet is handed out. Check every username that was worked out from a name. Each ends with "
        ),
        Run(f"@{content.settings.domain}", typed=True),
    )
    note = TextBlock(
        lines=set_text(note_text, CHECKLIST_NOTE, points(MEASURE)),
        style=CHECKLIST_NOTE,
        indent=0,
        element=root.child("P"),
        keep_with_next=True,
    )
    table = root.child("Table")
    rows = [_headings(table), *(_row(student, table) for student in students)]
    pages = paginate([title, note, *rows], running_head=_headings(None))
    return draw_pages(pages, content, root, fonts, grey=grey)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines of one style in a cell."""

    lines: tuple[Line, ...]
    style: TypeStyle

    @property
    def height(self) -> float:
        return len(self.lines) * self.style.leading


@dataclass(frozen=True, kw_only=True)
class RowBlock(Unbroken):
    """A row of the table: the paragraphs of each cell, a box to tick, a rule below."""

    cells: tuple[tuple[Paragraph, ...], ...]
    element: Element | None  # None: the headings again on a further page, said once already
    head: bool = False

    @cached_property
    def height(self) -> float:
        tallest = max(sum(paragraph.height for paragraph in cell) for cell in self.cells)
        least = 0 if self.head else points(CHECKLIST_ROW)
        return max(tallest + 2 * points(CHECKLIST_CELL_PADDING), least)

    def draw(self, pen: Pen, x: float, top: float) -> None:
        bottom = top - self.height
        for left, cell in zip(_lefts(x), self.cells, strict=True):
            self._draw_cell(pen, cell, left, top - points(CHECKLIST_CELL_PADDING))
        with pen.artifact():
            pen.line(x, bottom, x + points(MEASURE), bottom, points(HAIRLINE), QUIET)
            if not self.head:
                left, size = list(_lefts(x))[TICK_COLUMN], points(TICK_BOX)
                pen.frame(left, top - points(CHECKLIST_ROW + TICK_BOX) / 2, size, size, points(TICK_BOX_LINE))

    def _draw_cell(self, pen: Pen, cell: tuple[Paragraph, ...], left: float, top: float) -> None:
        if self.element is None:
            with pen.artifact("/Type /Pagination /Subtype /Header"):
                for paragraph in cell:
                    pen.text(left, next(baselines(top, paragraph.style)), paragraph.lines[0])
            return
        element = (
            self.element.child("TH", attributes=COLUMN_HEADER) if self.head else self.element.child("TD")
        )
        for paragraph in cell:
            draw_lines(pen, element.child("P"), paragraph.lines, paragraph.style, left, top)
            top -= paragraph.height


def _lefts(x: float) -> Iterator[float]:
    for width in CHECKLIST_COLUMNS:
        yield x
        x += points(width)


def _headings(table: Element | None) -> RowBlock:
    cells = tuple((_paragraph(words, CHECKLIST_HEAD, place),) for place, words in enumerate(HEADINGS))
    element = table.child("TR") if table else None
    return RowBlock(cells=cells, element=element, head=True, space_before=points(BEFORE_TABLE))


def _row(student: Student, table: Element) -> RowBlock:
    cells = (
        (_paragraph(student.register_number, CHECKLIST_CELL, 0),) if student.register_number else (),
        (_paragraph(student.name, CHECKLIST_CELL, 1),),
        tuple(_username(student)),
        (),
        (),
    )
    return RowBlock(cells=cells, element=table.child("TR"))


def _username(student: Student) -> Iterator[Paragraph]:
    """What stands on the child's sheet, and what the teacher should know of it."""
    if student.username:
        yield _paragraph(_without_domain(student.username), CHECKLIST_CELL, 2, typed=True)
    if student.origin == "derived":
        yield _paragraph("worked out from the name: check", CHECKLIST_REMARK, 2)
    if student.origin == "blank":
        yield _paragraph(f"blank: {student.reason}" if student.reason else "blank", CHECKLIST_REMARK, 2)
    if student.suggestion:
        yield _paragraph("perhaps", CHECKLIST_REMARK, 2)
        yield _paragraph(_without_domain(student.suggestion), CHECKLIST_CELL, 2, typed=True)


def _paragraph(text: str, style: TypeStyle, column: int, *, typed: bool = False) -> Paragraph:
    width = points(CHECKLIST_COLUMNS[column] - 2 * CHECKLIST_CELL_PADDING)
    return Paragraph(set_text((Run(text, typed=typed),), style, width), style)


def _without_domain(username: str) -> str:
    """What differs from child to child: the list says once what follows the @."""
    return username.partition("@")[0]
