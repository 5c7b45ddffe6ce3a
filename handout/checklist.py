"""The teacher's hand-out list: who gets a sheet, what is printed on it, a box to tick, room to sign."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from handout import theme
from handout.blocks import TextBlock, Unbroken, draw_lines
from handout.content import Content
from handout.fonts import FontSet
from handout.layout import draw_pages, paginate
from handout.markup import Run, Text, plain
from handout.pen import Pen
from handout.press import Look, bind_once, document_of_class
from handout.students import Student
from handout.tagging import COLUMN_HEADER, Element
from handout.theme import CHECKLIST_CELL, CHECKLIST_COLUMNS, CHECKLIST_HEAD, CHECKLIST_REMARK, TypeStyle, points
from handout.typeset import Line, set_text

HEADINGS = ("No.", "Name", "Username on the sheet", "Collected", "Signature")
WORKED_OUT = "worked out from the name: check"
BLANK = "left blank"


def checklist(content: Content, class_name: str, students: Sequence[Student], look: Look = Look()) -> bytes:
    """The hand-out list of one class as a PDF: the students in their order, with empty rows for new ones."""


@dataclass(frozen=True, slots=True)
class Cell:
    """What is written in a cell: paragraphs of one style each; none in a cell for the pen."""

    paragraphs: tuple[tuple[tuple[Line, ...], TypeStyle], ...]

    @property
    def height(self) -> float:
        return sum(len(lines) * style.leading for lines, style in self.paragraphs)
