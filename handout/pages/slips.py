"""Slips for the handbook: what is on each, to cut out and stick in."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from handout import theme
from handout.errors import Flaw, Place, Problem
from handout.model import Content, Student, bookmark_words, plain
from handout.pages.fields import spoken_label
from handout.pages.slip_grid import Segment, SlipGrid
from handout.pdf import Bookmark, Element, FontSet, LaidOut, Pen, writing_line
from handout.theme import ACCENT, SLIP_LABEL, points
from handout.typesetting import Face, Line, fit_name, fit_username, single_line

GRID = SlipGrid()
WIDTH = points(theme.SLIP_WIDTH - 2 * theme.SLIP_PADDING)  # of what is printed on a slip
GAP = points(theme.LABEL_GAP)
HEADER = "/Type /Pagination /Subtype /Header"
ADVICE = "Print at 100 %. Cut along the dashed lines."


def draw_slips(students: Sequence[Student], content: Content, fonts: FontSet, *, grey: bool) -> LaidOut:
    """Pages of slips, one for each student in their order; the handout's title is in the margin of each."""
    form = SlipForm(content)
    root = Element("Part")
    heading = root.child("H1")
    pages, bookmarks = [], []
    starts = range(0, len(students), GRID.per_page)
    for number, start in enumerate(starts):
        pen = Pen(fonts, number, grey=grey, landscape=True)
        title = plain(content.title)
        _draw_margin(pen, None if number else heading, title, f", page {number + 1} of {len(starts)}")
        for student, (left, down) in zip(students[start:], GRID.corners, strict=False):
            top = points(GRID.page_height - down)
            form.draw(pen, root.child("Sect"), student, points(left + theme.SLIP_PADDING), top)
            bookmarks.append(Bookmark(bookmark_words(student), number, top))
        _draw_cuts(pen)
        pages.append(pen.finish())
    return LaidOut(tuple(pages), root, tuple(bookmarks))


def slip_problems(content: Content) -> list[Problem]:
    """Labels, and an address of the portal, that a slip has no room for."""
    return SlipForm(content).problems()


@dataclass(frozen=True)
class SlipForm:
    """What all slips have in common, and where the values of each child go; points."""

    content: Content

    def draw(self, pen: Pen, slip: Element, student: Student, x: float, top: float) -> None:
        """One slip: `x` is the left edge of what is printed, `top` the upper edge of the paper."""
        row = _Row(pen, self.content.panel.labels.blank, top)
        column, right = x + self._column, x + WIDTH
        name = fit_name(student.name, right - column, theme.SLIP_NAME_SIZES, 1) if student.name else ()
        line = theme.SLIP_NAME_LINE if name else theme.SLIP_NAME_RULE
        row.field(slip.child("H2"), self._labels["name"], x, name, column, right, line)
        self._draw_class(row, slip, student, x)
        self._draw_username(row, slip, student, x)
        writing_left = x + self._writing_column
        row.field(slip.child("P"), self._labels["password"], x, (), writing_left, right, theme.SLIP_RULE)
        row.text(slip.child("P"), right - self._portal.width, self._portal, theme.SLIP_CLASS_LINE)

    def problems(self) -> list[Problem]:
        labels = self.content.panel.labels
        found = [
            self._problem(f'The label "{getattr(labels, name)}"')
            for name, room in theme.SLIP_LABEL_ROOMS.items()
            if self._labels[name].width > points(room)
        ]
        if self._labels["username"].width + GAP + self._worked_out.width > WIDTH:
            found.append(self._problem(f'The label "{labels.worked_out}"'))
        if not found and self._class_room < points(theme.SLIP_CLASS_ROOM):
            found.append(self._problem(f'The address "{self.content.settings.portal}"'))
        return found

    def _problem(self, what: str) -> Problem:
        flaw = Flaw(f"{what} does not fit on a slip.", "Shorten it, or print sheets.")
        return Problem(Place(self.content.path.name), flaw)

    def _draw_class(self, row: "_Row", slip: Element, student: Student, x: float) -> None:
        """The class, and the register number behind it."""
        left = x + self._column
        name = _value(student.class_name, self._class_room)
        right = left + (name[0].width if name else points(theme.SLIP_CLASS_ROOM))
        row.field(slip.child("P"), self._labels["class_name"], x, name, left, right, theme.SLIP_CLASS_LINE)
        label = self._labels["register_number"]
        label_left = right + points(theme.SLIP_COLUMN_GAP)
        left, room = label_left + label.width + GAP, points(theme.SLIP_NUMBER_ROOM)
        number = _value(student.register_number, room)
        row.field(slip.child("P"), label, label_left, number, left, left + room, theme.SLIP_CLASS_LINE)

    def _draw_username(self, row: "_Row", slip: Element, student: Student, x: float) -> None:
        """Below its label, so that it has the whole width; a line to write on is beside it."""
        label, element, right = self._labels["username"], slip.child("P"), x + WIDTH
        if not student.username:
            left = x + self._writing_column
            row.field(element, label, x, (), left, right, theme.SLIP_USERNAME_RULE)
            return
        value = fit_username(student.username, WIDTH, (theme.USERNAME_LEAST,))
        lines = theme.SLIP_USERNAME_LINE, theme.SLIP_USERNAME_LABEL_LINE
        row.field(element, label, x, value, x, right, *lines)
        if student.origin == "derived":
            row.text(slip.child("P"), x + label.width + GAP, self._worked_out, theme.SLIP_USERNAME_LABEL_LINE)

    @cached_property
    def _labels(self) -> dict[str, Line]:
        labels = self.content.panel.labels
        return {
            name: single_line(getattr(labels, name), Face.BOLD, SLIP_LABEL.size, ACCENT)
            for name in theme.SLIP_LABEL_ROOMS
        }

    @cached_property
    def _column(self) -> float:
        """Where the name and the class begin."""
        return max(self._labels["name"].width, self._labels["class_name"].width) + GAP

    @cached_property
    def _writing_column(self) -> float:
        """Where the lines to write on begin."""
        return max(self._labels["username"].width, self._labels["password"].width) + GAP

    @cached_property
    def _worked_out(self) -> Line:
        return single_line(self.content.panel.labels.worked_out, Face.REGULAR, SLIP_LABEL.size)

    @cached_property
    def _portal(self) -> Line:
        """As it is typed: a browser adds the rest."""
        address = self.content.settings.portal.removeprefix("https://")
        return single_line(address, Face.TYPED, SLIP_LABEL.typed)

    @cached_property
    def _class_room(self) -> float:
        number_width = self._labels["register_number"].width + GAP + points(theme.SLIP_NUMBER_ROOM)
        return WIDTH - self._column - number_width - self._portal.width - 2 * points(theme.SLIP_COLUMN_GAP)


class _Row(NamedTuple):
    """Draws the rows of one slip; lines are millimetres below its upper edge."""

    pen: Pen
    blank: str  # what a screen reader says of a line to write on
    top: float

    def text(self, element: Element, x: float, text: Line, line: float) -> None:
        with self.pen.tag(element):
            self.pen.text(x, self.top - points(line), text)

    def field(
        self,
        element: Element,
        label: Line,
        label_left: float,
        value: Sequence[Line],
        left: float,
        right: float,
        line: float,
        label_line: float | None = None,
    ) -> None:
        """A label and its value, or a line to write on where there is none."""
        spoken = element.child("Span", actual_text=spoken_label(label.text))
        self.text(spoken, label_left, label, line if label_line is None else label_line)
        if not value:
            attributes = writing_line(label.text)
            with self.pen.tag(element.child("Form", actual_text=self.blank, attributes=attributes)):
                rule = self.top - points(line + theme.SLIP_RULE_DROP)
                self.pen.line(left, rule, right, rule, points(theme.WRITING_LINE))
            return
        with self.pen.tag(element.child("Span")):
            for place, part in enumerate(value):
                leading = place * part.spans[0].size * theme.SLIP_LEADING
                self.pen.text(left, self.top - points(line) - leading, part)


def _value(text: str, room: float) -> tuple[Line, ...]:
    return fit_name(text, room, theme.SLIP_VALUE_SIZES, 1) if text else ()


def _draw_margin(pen: Pen, heading: Element | None, title: str, page: str) -> None:
    """What is above the slips, on paper that is cut off."""
    baseline = points(GRID.page_height - theme.SLIP_MARGIN_LINE)
    left, right = points(GRID.left + theme.SLIP_PADDING), points(GRID.right - theme.SLIP_PADDING)
    (words,) = fit_name(title, WIDTH, (SLIP_LABEL.size,), 1)
    rest = single_line(page, Face.REGULAR, SLIP_LABEL.size)
    advice = single_line(ADVICE, Face.REGULAR, SLIP_LABEL.size)
    with pen.tag(heading) if heading else pen.artifact(HEADER):
        pen.text(left, baseline, words)
    with pen.artifact(HEADER):
        pen.text(left + words.width, baseline, rest)
        pen.text(right - advice.width, baseline, advice)


def _draw_cuts(pen: Pen) -> None:
    with pen.artifact():
        for mark in GRID.crop_marks():
            pen.line(*_upwards(mark), points(theme.CUT_LINE))
        for cut in GRID.cut_lines():
            pen.line(*_upwards(cut), points(theme.CUT_LINE), dash=points(theme.CUT_DASH))


def _upwards(segment: Segment) -> Segment:
    """From millimetres below the upper edge of the page to points above the lower one."""
    x1, y1, x2, y2 = segment
    height = GRID.page_height
    return points(x1), points(height - y1), points(x2), points(height - y2)
