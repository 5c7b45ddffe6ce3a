"""The personal panel: name, class, username, and blank lines for the password; points throughout."""

from dataclasses import dataclass
from functools import cached_property

from handout import theme
from handout.model import Labels, Reader, Student
from handout.pages.blocks import Unbroken, draw_lines
from handout.pages.fields import PERSONAL_FIELDS, FieldRow, beside, draw_field, draw_value, field, set_label
from handout.pdf import Element, Pen
from handout.theme import ACCENT, Theme, points
from handout.typesetting import Line, set_text


@dataclass(frozen=True, kw_only=True)
class PanelBlock(Unbroken):
    """The panel of all children of a kind: `student` is one of them, and tells which lines stay blank.

    It is drawn once, with a hole for each value; the value itself is drawn by `draw_value`, for each child.
    """

    reader: Reader
    labels: Labels
    theme: Theme
    student: Student
    element: Element

    @cached_property
    def height(self) -> float:
        note_height = len(self._note) * self.theme.note.leading
        return (
            self._rows["new_password"].line + points(theme.PANEL_NOTE_GAP + theme.PANEL_PADDING) + note_height
        )

    def draw(self, pen: Pen, x: float, top: float) -> None:
        self._draw_frame(pen, x, top)
        left, heading_top = x + points(theme.PANEL_PADDING), top - points(theme.PANEL_PADDING)
        draw_lines(pen, self.element.child("H2"), self._heading, self.theme.panel_heading, left, heading_top)
        with pen.personal():
            for name in PERSONAL_FIELDS:
                spoken = "" if getattr(self.student, name) else self.labels.blank
                with field(pen, self.element, self._rows[name], x, top, actual_text=spoken):
                    pen.hole()
        for name in ("password", "new_password"):
            draw_field(pen, self.element, self._rows[name], "", self.labels.blank, x, top)
        note_top = top - self._rows["new_password"].line - points(theme.PANEL_NOTE_GAP)
        draw_lines(pen, self.element.child("P"), self._note, self.theme.note, left, note_top)

    def draw_value(self, pen: Pen, name: str, text: str, x: float, top: float) -> None:
        """What stands in the hole of that field."""
        draw_value(pen, self._rows[name], text, x, top)

    @cached_property
    def _heading(self) -> tuple[Line, ...]:
        return set_text(self.reader.heading, self.theme.panel_heading, self._text_width)

    @cached_property
    def _note(self) -> tuple[Line, ...]:
        return set_text(self.reader.note, self.theme.note, self._text_width)

    @cached_property
    def _text_width(self) -> float:
        return points(theme.MEASURE - 2 * theme.PANEL_PADDING)

    @cached_property
    def _rows(self) -> dict[str, FieldRow]:
        heights = {
            "name": theme.NAME_ROW,
            "class_name": theme.CLASS_ROW,
            "username": theme.USERNAME_ROW,
            "password": theme.WRITING_ROW,
            "new_password": theme.WRITING_ROW,
        }
        left, right = points(theme.PANEL_PADDING), points(theme.MEASURE - theme.PANEL_PADDING)
        line = points(theme.PANEL_PADDING + theme.PANEL_HEADING_GAP)
        line += len(self._heading) * self.theme.panel_heading.leading
        rows = {}
        number = self._label("register_number", points(theme.REGISTER_LABEL))
        for name, height in heights.items():
            label = self._label(name, points(theme.PANEL_LABEL_COLUMN - theme.LABEL_GAP))
            lines = max(len(label), len(number)) if name == "class_name" else len(label)
            line += max(points(height), lines * self.theme.label.leading + points(theme.LABEL_GAP))
            value_left = left + points(theme.PANEL_LABEL_COLUMN)
            typed = name == "username"
            rows[name] = FieldRow(label, self.theme.label, left, value_left, right, line, typed)
        rows["class_name"], rows["register_number"] = beside(
            rows["class_name"], number, points(theme.REGISTER_COLUMN), points(theme.REGISTER_ROOM)
        )
        return rows

    def _label(self, name: str, width: float) -> tuple[Line, ...]:
        return set_label(self.labels, name, self.theme.label, width)

    def _draw_frame(self, pen: Pen, x: float, top: float) -> None:
        bottom, width = top - self.height, points(theme.MEASURE)
        with pen.artifact():
            pen.frame(x, bottom, width, self.height, points(theme.PANEL_BORDER), ACCENT)
            pen.fill([(x, bottom, points(theme.PANEL_BAR), self.height)], ACCENT)
