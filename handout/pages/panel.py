"""The personal panel: name, class, username, lines for the password, the way to the portal; points throughout."""

from dataclasses import dataclass
from functools import cached_property

from handout import theme
from handout.model import Labels, Reader, Run, Settings, Student, Text
from handout.pages.blocks import Unbroken, baselines, draw_lines
from handout.pages.fields import (
    PERSONAL_FIELDS,
    FieldRow,
    beside,
    draw_field,
    draw_label,
    draw_value,
    field,
    set_label,
    value_sizes,
)
from handout.pages.panel_kind import LEFT, RIGHT, beside_code, code_left, name_lines, username_lines
from handout.pages.portal import PortalCode, portal_code
from handout.pdf import Element, Pen
from handout.theme import ACCENT, CAP_HEIGHT, DESCENT, Theme, points
from handout.typesetting import MOST_LINES, Line, set_text


@dataclass(frozen=True, kw_only=True, eq=False)
class PanelBlock(Unbroken):
    """The panel of all children of a kind: `student` is one of them, and tells which lines stay blank.

    It is drawn once, with a hole for each value; the value itself is drawn by `draw_value`, for each child.
    """

    reader: Reader
    labels: Labels
    settings: Settings
    portal_note: Text
    theme: Theme
    student: Student
    element: Element
    new_passwords: int

    @cached_property
    def height(self) -> float:
        lines = sum(map(len, self._notes))
        return self._notes_down + lines * self.theme.note.leading + points(theme.PANEL_PADDING)

    def draw(self, pen: Pen, x: float, top: float) -> None:
        self._draw_frame(pen, x, top)
        heading_top = top - points(theme.PANEL_PADDING)
        style = self.theme.panel_heading
        draw_lines(pen, self.element.child("H2"), self._heading, style, x + LEFT, heading_top)
        with pen.personal():
            for name in PERSONAL_FIELDS:
                blank = "" if getattr(self.student, name) else self.labels.blank
                with field(pen, self.element, self._rows[name], x, top, blank=blank):
                    pen.hole()
        self._draw_hint(pen, x, top)
        for row in self._password_rows:
            draw_field(pen, self.element, row, "", self.labels.blank, x, top)
        self._draw_portal(pen, x, top)
        down = self._notes_down
        for lines in self._notes:
            draw_lines(pen, self.element.child("P"), lines, self.theme.note, x + LEFT, top - down)
            down += len(lines) * self.theme.note.leading

    def draw_value(self, pen: Pen, name: str, text: str, x: float, top: float) -> None:
        """What is in the hole of that field."""
        draw_value(pen, self._rows[name], text, x, top)

    # Texts ------------------------------------------------------------------------------------------------

    @cached_property
    def _heading(self) -> tuple[Line, ...]:
        return set_text(self.reader.heading, self.theme.panel_heading, code_left(self.theme) - LEFT)

    @cached_property
    def _notes(self) -> list[tuple[Line, ...]]:
        texts = filter(None, (self.reader.note, self.portal_note))
        return [set_text(text, self.theme.note, RIGHT - LEFT, balanced=True) for text in texts]

    def _hint(self, row: FieldRow) -> tuple[Line, ...]:
        """What is said in that row of a username that was worked out from the name."""
        if self.student.origin != "derived":
            return ()
        words = (Run(self.labels.worked_out),)
        return set_text(words, self.theme.note, row.right - row.left, balanced=True)

    @cached_property
    def _address(self) -> tuple[Line, ...]:
        portal = self.settings.portal
        row = self._portal_row
        return set_text((Run(portal, typed=True, link=portal),), self.theme.note, row.right - row.left)

    @cached_property
    def _code(self) -> PortalCode:
        return portal_code(self.settings.portal, self.labels, self.theme)

    # Places -----------------------------------------------------------------------------------------------

    @cached_property
    def _rows(self) -> dict[str, FieldRow]:
        """The rows of the child's values."""
        line = points(theme.PANEL_PADDING) + len(self._heading) * self.theme.panel_heading.leading
        number = self._label("register_number", points(theme.REGISTER_LABEL))
        rows = {}
        for name in ("name", "class_name", "username"):
            label_lines = len(number) if name == "class_name" else 1
            rows[name] = self._centred(self._row(name, line, label_lines=label_lines), name)
            line = self._foot(rows[name], name)
        rows["class_name"], rows["register_number"] = beside(
            rows["class_name"], number, self._register_column, points(theme.REGISTER_ROOM)
        )
        return rows

    @property
    def _register_column(self) -> float:
        """Beside the code a narrow one; where labels stand above their lines, it is below the code and as wide."""
        return points(theme.REGISTER_COLUMN) if self.theme.label_column else RIGHT - code_left(self.theme)

    @cached_property
    def _password_rows(self) -> list[FieldRow]:
        rows = []
        line = self._foot(self._rows["username"], "username")
        for name in ("password", *["new_password"] * self.new_passwords):
            rows.append(self._row(name, line))
            line = rows[-1].line
        return rows

    @cached_property
    def _portal_row(self) -> FieldRow:
        above = self._password_rows[-1].line
        return self._row("portal", above, height=self.theme.portal_row, rise=theme.BASELINE_LIFT)

    @cached_property
    def _notes_down(self) -> float:
        """From the top of the panel to its notes."""
        row = self._portal_row
        further_lines = max(len(self._address), len(row.label) if not row.label_rise else 0) - 1
        return row.line + further_lines * self.theme.note.leading + points(self.theme.note_gap)

    def _drop(self, row: FieldRow, name: str) -> float:
        """From the first line of a value to the last, what is said of it too."""
        match name:
            case "name":
                further = name_lines(self.student, self.theme) - 1
                return further * self.theme.name_wrapped_sizes[0] * self.theme.name_leading
            case "username":
                lines = username_lines(self.student, self.theme) + len(self._hint(row))
                return max(lines - 1, 0) * self._username_leading
            case _:
                return 0

    def _centred(self, row: FieldRow, name: str) -> FieldRow:
        """The row with the middle of its lines where one line stands, unless its label is above them."""
        look = self.theme
        rise = points(look.value_rise) + self._drop(row, name) / 2
        return row._replace(rise=max(row.rise, rise)) if look.label_column else row

    def _foot(self, row: FieldRow, name: str) -> float:
        """Where the next row begins: lower where further lines would take its room."""
        look, drop = self.theme, self._drop(row, name)
        if look.label_column:
            spare = points(look.row - theme.WRITING_HEIGHT)
        else:
            above_label = points(look.row - look.value_rise - look.label_rise) - look.label.size * CAP_HEIGHT
            spare = above_label - points(theme.LABEL_BELOW_LINES_GAP)
        reach = drop - row.rise + look.note.size * DESCENT
        return row.line + (max(reach - spare, 0) if drop else 0)

    @property
    def _username_leading(self) -> float:
        return max(self.theme.note.leading, self.theme.username_sizes[-1] * theme.VALUE_LEADING)

    def _row(
        self,
        name: str,
        above: float,
        *,
        label_lines: int = 1,
        height: float | None = None,
        rise: float | None = None,
    ) -> FieldRow:
        """The row below `above`, taller where its label, or that beside it, takes more lines."""
        look = self.theme
        label = self._label(
            name, points(look.label_column - theme.LABEL_GAP) if look.label_column else RIGHT - LEFT
        )
        further = (max(len(label), label_lines) - 1) * look.label.leading
        gap = theme.LABEL_GAP if look.label_column else theme.LABEL_ABOVE_GAP
        label_height = look.label.size * CAP_HEIGHT + points(gap)
        tall, rising = points(height or look.row), points(rise or look.value_rise)
        if look.label_column:
            rising, label_rise = max(rising, further + points(theme.BASELINE_LIFT)), 0.0
            tall = max(tall, rising + label_height)
        else:
            tall += further
            label_rise = points(look.label_rise) + further
        line = above + tall
        room = max(points(theme.WRITING_HEIGHT), rising + label_rise + label_height)
        is_beside_code = line - room < self._code_foot
        return FieldRow(
            label=label,
            label_style=look.label,
            label_left=LEFT,
            left=LEFT + points(look.label_column),
            right=beside_code(look) if is_beside_code else RIGHT,
            line=line,
            typed=name == "username",
            sizes=value_sizes(name, look),
            most_lines=look.most_name_lines if name == "name" else MOST_LINES,
            wrapped_sizes=look.username_wrapped_sizes if name == "username" else look.name_wrapped_sizes,
            rise=rising,
            label_rise=label_rise,
        )

    @property
    def _code_foot(self) -> float:
        return points(theme.QR_INSET) + self._code.height

    def _label(self, name: str, width: float) -> tuple[Line, ...]:
        return set_label(self.labels, name, self.theme.label, width)

    # Drawing ----------------------------------------------------------------------------------------------

    def _draw_hint(self, pen: Pen, x: float, top: float) -> None:
        row = self._rows["username"]
        if hint := self._hint(row):
            lines = username_lines(self.student, self.theme)
            baseline = top - row.line + row.rise - lines * self._username_leading
            hint_top = baseline - _first_baseline(self.theme)
            draw_lines(pen, self.element.child("P"), hint, self.theme.note, x + row.left, hint_top)

    def _draw_portal(self, pen: Pen, x: float, top: float) -> None:
        row, paragraph = self._portal_row, self.element.child("P")
        draw_label(pen, paragraph, row, x, top)
        address_top = top - row.line + row.rise - _first_baseline(self.theme)
        draw_lines(pen, paragraph, self._address, self.theme.note, x + row.left, address_top)
        self._code.draw(pen, self.element, x + code_left(self.theme), top - points(theme.QR_INSET))

    def _draw_frame(self, pen: Pen, x: float, top: float) -> None:
        bottom, width = top - self.height, points(theme.MEASURE)
        with pen.artifact():
            pen.frame(x, bottom, width, self.height, points(theme.PANEL_BORDER), ACCENT)
            pen.fill([(x, bottom, points(theme.PANEL_BAR), self.height)], ACCENT)


def _first_baseline(look: Theme) -> float:
    """Where the first line of a note stands, from its top."""
    return next(baselines(0, look.note))
