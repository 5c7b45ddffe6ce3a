"""Stick-in slips for the handbook: where each stands on the paper, and what is on it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from handout import theme
from handout.errors import Flaw, Place, Problem
from handout.model import Labels, Student, bookmark_words
from handout.pages.fields import PERSONAL_FIELDS, FieldRow, beside, draw_field, set_label
from handout.pdf import Bookmark, Element, FontSet, LaidOut, Pen
from handout.theme import SLIP_HEIGHT, SLIP_LABEL, SLIP_WIDTH, points
from handout.typesetting import MOST_LINES

ROW_HEIGHTS = {
    "name": theme.SLIP_NAME_ROW,
    "class_name": theme.SLIP_CLASS_ROW,
    "username": theme.SLIP_USERNAME_ROW,
    "password": theme.SLIP_WRITING_ROW,
}


@dataclass(frozen=True, slots=True)
class SlipGrid:
    """Slips of one size one below the other, centred on the page; millimetres from its upper left corner."""

    page_width: float = theme.PAGE_WIDTH
    page_height: float = theme.PAGE_HEIGHT
    width: float = SLIP_WIDTH
    height: float = SLIP_HEIGHT
    margin: float = theme.SLIP_MARGIN

    @property
    def per_page(self) -> int:
        return int((self.page_height - 2 * self.margin) // self.height)

    @property
    def left(self) -> float:
        return (self.page_width - self.width) / 2

    @property
    def tops(self) -> tuple[float, ...]:
        """The upper edge of each slip."""
        first = (self.page_height - self.per_page * self.height) / 2
        return tuple(first + place * self.height for place in range(self.per_page))

    def crop_marks(self) -> Iterator[tuple[float, float, float, float]]:
        """Where to cut, as lines (x1, y1, x2, y2) outside the slips."""
        edges = [*self.tops, self.tops[-1] + self.height]
        right = self.left + self.width
        outer, inner = theme.CROP_MARK_GAP + theme.CROP_MARK, theme.CROP_MARK_GAP
        for y in edges:
            yield self.left - outer, y, self.left - inner, y
            yield right + inner, y, right + outer, y
        for x in (self.left, right):
            yield x, edges[0] - outer, x, edges[0] - inner
            yield x, edges[-1] + inner, x, edges[-1] + outer


def draw_slips(students: Sequence[Student], labels: Labels, fonts: FontSet, *, grey: bool) -> LaidOut:
    """Pages of slips, one for each student in their order."""
    grid, rows = SlipGrid(), _rows(labels)
    root = Element("Part")
    pages, bookmarks = [], []
    for number, start in enumerate(range(0, len(students), grid.per_page)):
        pen = Pen(fonts, number, grey=grey)
        for student, down in zip(students[start : start + grid.per_page], grid.tops, strict=False):
            top = points(grid.page_height - down)
            slip = root.child("Sect")
            for name in PERSONAL_FIELDS:
                draw_field(
                    pen, slip, rows[name], getattr(student, name), labels.blank, points(grid.left), top
                )
            draw_field(pen, slip, rows["password"], "", labels.blank, points(grid.left), top)
            bookmarks.append(Bookmark(bookmark_words(student), number, top))
        with pen.artifact():
            for x1, y1, x2, y2 in grid.crop_marks():
                ends = (points(x1), points(grid.page_height - y1), points(x2), points(grid.page_height - y2))
                pen.line(*ends, points(theme.CROP_MARK_WIDTH), theme.QUIET)
        pages.append(pen.finish())
    return LaidOut(tuple(pages), root, tuple(bookmarks))


def label_problems(labels: Labels, file: str) -> list[Problem]:
    """Labels that take more lines than their row of a slip has room for."""
    heights = ROW_HEIGHTS | {"register_number": ROW_HEIGHTS["class_name"]}
    return [
        Problem(
            Place(file),
            Flaw(
                f'The label "{getattr(labels, name)}" finds no room on a slip.',
                "Shorten it, or print sheets.",
            ),
        )
        for name, row in _rows(labels).items()
        if len(row.label) * SLIP_LABEL.leading + points(theme.BASELINE_LIFT) > points(heights[name])
    ]


def _rows(labels: Labels) -> dict[str, FieldRow]:
    left, right = points(theme.SLIP_PADDING), points(SLIP_WIDTH - theme.SLIP_PADDING)
    column = points(theme.SLIP_LABEL_COLUMN)
    rows, line = {}, 0.0
    for name, height in ROW_HEIGHTS.items():
        line += points(height)
        label = set_label(labels, name, SLIP_LABEL, column - points(theme.LABEL_GAP))
        typed = name == "username"
        most_lines = 1 if name == "class_name" else MOST_LINES
        rows[name] = FieldRow(
            label, SLIP_LABEL, left, left + column, right, line, typed, theme.SLIP_NAME_SIZES, most_lines
        )
    label = set_label(labels, "register_number", SLIP_LABEL, points(theme.SLIP_REGISTER_LABEL))
    rows["class_name"], rows["register_number"] = beside(
        rows["class_name"], label, points(theme.SLIP_REGISTER_COLUMN), points(theme.SLIP_REGISTER_ROOM)
    )
    return rows
