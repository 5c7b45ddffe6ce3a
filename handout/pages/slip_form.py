"""What is on a slip: the child's name, class and number; the username; lines for two passwords."""

from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from handout import theme
from handout.errors import Flaw, Place, Problem
from handout.model import Content, Student
from handout.pages import slip_sizes
from handout.pages.fields import spoken_label
from handout.pages.ink import above, leading_of, width_of
from handout.pages.slip_rows import Texts, arrange, is_hint_beside
from handout.pdf import Element, Pen, writing_line
from handout.theme import points
from handout.typesetting import Face, Line, fit_name, fit_username, single_line

WIDTH = points(slip_sizes.MEASURE)
GAP = points(theme.LABEL_GAP)
COLUMN_GAP = points(slip_sizes.COLUMN_GAP)
PASSWORD_WIDTH = points(slip_sizes.PASSWORD)
PASSWORDS = ("password", "new_password")


class SlipForm:
    """What all slips have in common, and where the values of each child go; points."""

    def __init__(self, content: Content) -> None:
        self.content = content

    def draw(self, pen: Pen, slip: Element, student: Student, x: float, top: float) -> None:
        """One slip: `x` is the left edge of what is printed, `top` the upper edge of the paper."""
        fields = _Fields(pen, slip, self.content.panel.labels.blank, x, top)
        self._draw_passwords(fields, self._draw_above(fields, student))

    def problems(self) -> list[Problem]:
        """Labels, and an address of the portal, that a slip has no room for."""
        labels = self.content.panel.labels
        found = [
            self._problem(f'The label "{getattr(labels, name)}"')
            for name, room in slip_sizes.LABEL_ROOMS.items()
            if self._widths[name] > points(room)
        ]
        if not found and self._widths["username"] + COLUMN_GAP + self._widths["worked_out"] > WIDTH:
            found.append(self._problem(f'The label "{labels.worked_out}"'))
        beside = sum(self._widths[name] for name in ("username", "portal", "address"))
        if not found and beside + COLUMN_GAP + GAP > WIDTH:
            found.append(self._problem(f'The address "{self.content.settings.portal}"'))
        return found

    def _problem(self, what: str) -> Problem:
        flaw = Flaw(f"{what} does not fit on a slip.", "Shorten it, or print sheets.")
        return Problem(Place(self.content.path.name), flaw)

    def _draw_above(self, fields: "_Fields", student: Student) -> float:
        """The child, the username and the portal; returns how far up the labels below may reach, in mm."""
        labels, ends = self._labels, self._ends(student)
        left, right = self._widths["name"] + GAP, ends[0].label_left - COLUMN_GAP
        portal_width = self._widths["portal"] + GAP + self._widths["address"]
        username = fit_username(student.username, WIDTH, (theme.USERNAME_LEAST,)) if student.username else ()
        hint = labels["worked_out"] if student.origin == "derived" else ()
        texts = Texts(
            name=student.name,
            name_label=labels["name"],
            ends=tuple(text for end in ends for text in (end.label, end.value)),
            name_room=right - left,
            name_room_alone=WIDTH - left,
            label=labels["username"],
            username=username,
            hint=hint,
            portal=(labels["portal"], labels["address"]),
            width=WIDTH,
            beside_label=WIDTH - self._widths["username"],
            ends_width=WIDTH - right,
            portal_width=portal_width,
        )
        rows = arrange(texts)
        fields.field("H2", labels["name"], 0, rows.name_line, rows.name, left, right)
        for end in ends:
            fields.field("P", end.label, end.label_left, rows.ends_line, end.value, end.left, end.right)
        fields.field("P", labels["username"], 0, rows.label_line, username, 0, WIDTH, rows.username_line)
        if hint:
            hint_left = WIDTH - width_of(hint) if is_hint_beside(texts) else 0
            fields.text(fields.slip.child("P"), hint_left, rows.hint_line, hint)
        portal_right = right if rows.portal_line == rows.ends_line else WIDTH
        fields.field(
            "P",
            labels["portal"],
            portal_right - portal_width,
            rows.portal_line,
            labels["address"],
            portal_right - self._widths["address"],
            portal_right,
        )
        return rows.foot + slip_sizes.WHITE_ABOVE_PASSWORDS

    def _ends(self, student: Student) -> tuple["_End", "_End"]:
        """Class and number, at the end of their line."""
        number = self._end("register_number", student.register_number, slip_sizes.NUMBER_ROOM, WIDTH)
        right = number.label_left - COLUMN_GAP
        return self._end("class_name", student.class_name, slip_sizes.CLASS_ROOM, right), number

    def _end(self, name: str, text: str, room: float, right: float) -> "_End":
        value = _value(text, room)
        left = right - (width_of(value) or points(slip_sizes.BLANK_ROOMS[name]))
        return _End(self._labels[name], left - GAP - self._widths[name], value, left, right)

    def _draw_passwords(self, fields: "_Fields", top: float) -> None:
        """Side by side, each label above its line, so high that one can write below it."""
        labels = [self._labels[name] for name in PASSWORDS]
        line = max(slip_sizes.PASSWORD_LABEL, top + above(*labels))
        value_line = slip_sizes.RULE - slip_sizes.RULE_DROP
        for left, label in zip((0, PASSWORD_WIDTH + COLUMN_GAP), labels, strict=True):
            fields.field("P", label, left, line, (), left, left + PASSWORD_WIDTH, value_line)

    @cached_property
    def _labels(self) -> dict[str, tuple[Line, ...]]:
        """What all slips say; the address as it is typed: a browser adds the rest."""
        labels = self.content.panel.labels
        address = self.content.settings.portal.removeprefix("https://")
        return {
            **{name: (_label_line(getattr(labels, name)),) for name in slip_sizes.LABEL_ROOMS},
            "address": (single_line(address, Face.TYPED, slip_sizes.LABEL.typed),),
        }

    @cached_property
    def _widths(self) -> dict[str, float]:
        return {name: width_of(lines) for name, lines in self._labels.items()}


class _End(NamedTuple):
    """A field at the end of a line: its label, its value, and where they are."""

    label: tuple[Line, ...]
    label_left: float
    value: tuple[Line, ...]
    left: float
    right: float


class _Fields(NamedTuple):
    """Draws the fields of one slip; `x` is its left edge, lines are millimetres below its upper edge."""

    pen: Pen
    slip: Element
    blank: str  # what a screen reader says of a line to write on
    x: float
    top: float

    def field(
        self,
        kind: str,
        label: Sequence[Line],
        label_left: float,
        label_line: float,
        value: Sequence[Line],
        left: float,
        right: float,
        line: float | None = None,
    ) -> None:
        """A label, and its value or a line to write on: beside the label, or on a line of its own."""
        line = label_line if line is None else line
        element, words = self.slip.child(kind), "".join(part.text for part in label)
        spoken = element.child("Span", actual_text=spoken_label(words))
        self.text(spoken, label_left, label_line, label)
        if value:
            self.text(element.child("Span"), left, line, value)
            return
        attributes = writing_line(words)
        with self.pen.tag(element.child("Form", actual_text=self.blank, attributes=attributes)):
            rule = self.top - points(line + slip_sizes.RULE_DROP)
            self.pen.line(self.x + left, rule, self.x + right, rule, points(theme.WRITING_LINE))

    def text(self, element: Element, left: float, line: float, lines: Sequence[Line]) -> None:
        """Lines of one style, the first of them on `line`."""
        with self.pen.tag(element):
            for place, part in enumerate(lines):
                down = place * leading_of(lines) if place else 0
                self.pen.text(self.x + left, self.top - points(line + down), part)


def _value(text: str, room: float) -> tuple[Line, ...]:
    """On one line, however long it is."""
    if not text:
        return ()
    return fit_name(text, points(room), slip_sizes.VALUE_SIZES, 1, slip_sizes.VALUE_SIZES[-1:])


def _label_line(words: str) -> Line:
    return single_line(words, Face.REGULAR, slip_sizes.LABEL.size)
