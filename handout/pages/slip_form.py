"""What is on a slip: the child's name, class and number; the username; lines for two passwords."""

from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from handout import theme
from handout.errors import Flaw, Place, Problem
from handout.model import Content, Student
from handout.pages.fields import spoken_label
from handout.pdf import Element, Pen, writing_line
from handout.theme import SLIP_LABEL, points
from handout.typesetting import Face, Line, fit_name, fit_username, single_line

WIDTH = points(theme.SLIP_MEASURE)
GAP = points(theme.LABEL_GAP)
COLUMN_GAP = points(theme.SLIP_COLUMN_GAP)
NAME_SIZES = (theme.SLIP_NAME_SIZES, 2, theme.SLIP_NAME_WRAPPED_SIZES)
PASSWORDS = ("password", "new_password")


class SlipForm:
    """What all slips have in common, and where the values of each child go; points."""

    def __init__(self, content: Content) -> None:
        self.content = content

    def draw(self, pen: Pen, slip: Element, student: Student, x: float, top: float) -> None:
        """One slip: `x` is the left edge of what is printed, `top` the upper edge of the paper."""
        row = _Rows(pen, slip, self.content.panel.labels.blank, x, top)
        name_foot = self._draw_name(row, student)
        self._draw_username(row, student, name_foot)
        self._draw_passwords(row)

    def problems(self) -> list[Problem]:
        """Labels, and an address of the portal, that a slip has no room for."""
        labels = self.content.panel.labels
        found = [
            self._problem(f'The label "{getattr(labels, name)}"')
            for name, room in theme.SLIP_LABEL_ROOMS.items()
            if self._widths[name] > points(room)
        ]
        beside = sum(self._widths[name] for name in ("username", "portal", "address"))
        if not found and beside + COLUMN_GAP + GAP > WIDTH:
            found.append(self._problem(f'The address "{self.content.settings.portal}"'))
        return found

    def _problem(self, what: str) -> Problem:
        flaw = Flaw(f"{what} does not fit on a slip.", "Shorten it, or print sheets.")
        return Problem(Place(self.content.path.name), flaw)

    def _draw_name(self, row: "_Rows", student: Student) -> float:
        """The name, and at the right of its row class and number; returns where the name ends, in mm."""
        number, class_name = (self._labels[name] for name in ("register_number", "class_name"))
        number_value = _value(student.register_number, theme.SLIP_NUMBER_ROOM)
        class_value = _value(student.class_name, theme.SLIP_CLASS_ROOM)
        number_left = WIDTH - (_width(number_value) or points(theme.SLIP_NUMBER_ROOM))
        number_label = number_left - GAP - self._widths["register_number"]
        class_right = number_label - COLUMN_GAP
        class_left = class_right - (_width(class_value) or points(theme.SLIP_BLANK_CLASS))
        class_label = class_left - GAP - self._widths["class_name"]
        left, right = self._widths["name"] + GAP, class_label - COLUMN_GAP
        value = fit_name(student.name, right - left, *NAME_SIZES) if student.name else ()
        line = theme.SLIP_NAME_LINE if len(value) == 1 else theme.SLIP_NAME_LINES
        row.field("H2", self._labels["name"], 0, line, value, left, right, line)
        row.field("P", class_name, class_label, line, class_value, class_left, class_right, line)
        row.field("P", number, number_label, line, number_value, number_left, WIDTH, line)
        return line + _further(value) if value else line + theme.SLIP_RULE_DROP

    def _draw_username(self, row: "_Rows", student: Student, name_foot: float) -> None:
        """Below its label, so that it has the whole width; the portal is on the label's line."""
        value = fit_username(student.username, WIDTH, (theme.USERNAME_LEAST,)) if student.username else ()
        hint = self._labels["worked_out"] if student.origin == "derived" else ()
        drop = theme.SLIP_BELOW_LABEL if value else theme.SLIP_BELOW_LABEL_RULE
        hint_drop = drop + _further(value) + theme.SLIP_BELOW_USERNAME
        foot = hint_drop if hint else drop + _further(value)
        label_line = name_foot + theme.SLIP_BELOW_NAME
        spare = theme.SLIP_RULE - theme.SLIP_WRITING_HEIGHT - theme.SLIP_DESCENDER - label_line - foot
        label_line += max(spare, 0) * theme.SLIP_SPARE_ABOVE_LABEL
        drop += max(spare, 0) * theme.SLIP_SPARE_BELOW_LABEL
        row.field("P", self._labels["username"], 0, label_line, value, 0, WIDTH, label_line + drop)
        if hint:
            row.text(row.slip.child("P"), 0, label_line + hint_drop, hint)
        left = WIDTH - self._widths["address"]
        label_left = left - GAP - self._widths["portal"]
        row.field(
            "P",
            self._labels["portal"],
            label_left,
            label_line,
            self._labels["address"],
            left,
            WIDTH,
            label_line,
        )

    def _draw_passwords(self, row: "_Rows") -> None:
        """Side by side, each label left of its line."""
        indent = max(self._widths[name] for name in PASSWORDS) + GAP
        width = (WIDTH - COLUMN_GAP) / 2
        line = theme.SLIP_RULE - theme.SLIP_RULE_DROP
        for left, name in zip((0, width + COLUMN_GAP), PASSWORDS, strict=True):
            row.field("P", self._labels[name], left, line, (), left + indent, left + width, line)

    @cached_property
    def _labels(self) -> dict[str, tuple[Line, ...]]:
        """What all slips say; the address as it is typed: a browser adds the rest."""
        labels = self.content.panel.labels
        address = self.content.settings.portal.removeprefix("https://")
        return {
            **{name: (_label_line(getattr(labels, name)),) for name in theme.SLIP_LABEL_ROOMS},
            **{name: _narrow(getattr(labels, name)) for name in PASSWORDS},
            "address": (single_line(address, Face.TYPED, SLIP_LABEL.typed),),
        }

    @cached_property
    def _widths(self) -> dict[str, float]:
        return {name: _width(lines) for name, lines in self._labels.items()}


class _Rows(NamedTuple):
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
        line: float,
    ) -> None:
        """A label, whose last line is at `label_line`, and its value, or a line to write on where there is none."""
        element, words = self.slip.child(kind), "".join(part.text for part in label)
        spoken = element.child("Span", actual_text=spoken_label(words))
        self.text(spoken, label_left, label_line - _further(label), label)
        if value:
            self.text(element.child("Span"), left, line, value)
            return
        attributes = writing_line(words)
        with self.pen.tag(element.child("Form", actual_text=self.blank, attributes=attributes)):
            rule = self.top - points(line + theme.SLIP_RULE_DROP)
            self.pen.line(self.x + left, rule, self.x + right, rule, points(theme.WRITING_LINE))

    def text(self, element: Element, left: float, line: float, lines: Sequence[Line]) -> None:
        """Lines of one style, the first of them on `line`."""
        with self.pen.tag(element):
            self.pen.text(self.x + left, self.top - points(line), lines[0])
            for place, part in enumerate(lines[1:], 1):
                self.pen.text(self.x + left, self.top - points(line + place * _leading(part)), part)


def _value(text: str, room: float) -> tuple[Line, ...]:
    return fit_name(text, points(room), theme.SLIP_VALUE_SIZES, 1) if text else ()


def _label_line(words: str) -> Line:
    return single_line(words, Face.REGULAR, SLIP_LABEL.size)


def _narrow(words: str) -> tuple[Line, ...]:
    """A label on two lines that are as narrow as can be."""
    parts = words.split()
    cuts = [(f"{' '.join(parts[:cut])} ", " ".join(parts[cut:])) for cut in range(1, len(parts))]
    choices: list[tuple[Line, ...]] = [tuple(map(_label_line, cut)) for cut in cuts]
    return min(choices or [(_label_line(words),)], key=_width)


def _width(lines: Sequence[Line]) -> float:
    return max((line.width for line in lines), default=0)


def _leading(line: Line) -> float:
    """From one line to the next, in mm."""
    return line.spans[0].size * (theme.TALL_LEADING if line.is_tall else theme.SLIP_LEADING) / points(1)


def _further(lines: Sequence[Line]) -> float:
    """From the first line to the last, in mm."""
    return (len(lines) - 1) * _leading(lines[0]) if len(lines) > 1 else 0
