"""What is on a slip: the child's name, class and number; the username; lines for two passwords."""

from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from handout import theme
from handout.errors import Flaw, Place, Problem
from handout.model import Content, Student
from handout.pages.fields import spoken_label
from handout.pdf import Element, Pen, writing_line
from handout.theme import SLIP_LABEL, points
from handout.typesetting import MOST_LINES, Face, Line, fit_name, fit_username, single_line

WIDTH = points(theme.SLIP_MEASURE)
GAP = points(theme.LABEL_GAP)
COLUMN_GAP = points(theme.SLIP_COLUMN_GAP)
PASSWORDS = ("password", "new_password")


class SlipForm:
    """What all slips have in common, and where the values of each child go; points."""

    def __init__(self, content: Content) -> None:
        self.content = content

    def draw(self, pen: Pen, slip: Element, student: Student, x: float, top: float) -> None:
        """One slip: `x` is the left edge of what is printed, `top` the upper edge of the paper."""
        row = _Rows(pen, slip, self.content.panel.labels.blank, x, top)
        foot = self._draw_name(row, student)
        foot = self._draw_username(row, student, foot)
        self._draw_passwords(row, foot)

    def problems(self) -> list[Problem]:
        """Labels, and an address of the portal, that a slip has no room for."""
        labels = self.content.panel.labels
        found = [
            self._problem(f'The label "{getattr(labels, name)}"')
            for name, room in theme.SLIP_LABEL_ROOMS.items()
            if _width(self._narrow_labels.get(name, self._labels[name])) > points(room)
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

    def _draw_name(self, row: "_Rows", student: Student) -> float:
        """The name, and at the right of its row class and number; returns where the ink of it ends, in mm."""
        number, class_name = (self._labels[name] for name in ("register_number", "class_name"))
        number_value = _value(student.register_number, theme.SLIP_NUMBER_ROOM)
        class_value = _value(student.class_name, theme.SLIP_CLASS_ROOM)
        number_left = WIDTH - (_width(number_value) or points(theme.SLIP_NUMBER_ROOM))
        number_label = number_left - GAP - self._widths["register_number"]
        class_right = number_label - COLUMN_GAP
        class_left = class_right - (_width(class_value) or points(theme.SLIP_BLANK_CLASS))
        class_label = class_left - GAP - self._widths["class_name"]
        left, right = self._widths["name"] + GAP, class_label - COLUMN_GAP
        value = _name(student.name, right - left)
        texts = (self._labels["name"], value, class_name, class_value, number, number_value)
        line = theme.SLIP_PADDING + theme.SLIP_INK_MARGIN + _above(*texts)
        if len(value) < 2:
            line = max(line, theme.SLIP_NAME_LINE)
        row.field("H2", self._labels["name"], 0, line, value, left, right, line)
        row.field("P", class_name, class_label, line, class_value, class_left, class_right, line)
        row.field("P", number, number_label, line, number_value, number_left, WIDTH, line)
        return line + max(_below(*texts), theme.SLIP_RULE_DROP)

    def _draw_username(self, row: "_Rows", student: Student, foot: float) -> float:
        """Below its label, so that it has the whole width; returns where the ink of it ends, in mm.

        The portal is on the label's line, and what is said of the username below it. A username of two lines
        leaves no room below: the portal is beside its second line, what is said of it on the label's line.
        """
        label, portal, address = (self._labels[name] for name in ("username", "portal", "address"))
        value = fit_username(student.username, WIDTH, (theme.USERNAME_LEAST,)) if student.username else ()
        hint = self._labels["worked_out"] if student.origin == "derived" else ()
        hint_beside = hint if len(value) > 1 else ()
        address_left = WIDTH - self._widths["address"]
        portal_left = address_left - GAP - self._widths["portal"]
        low = len(value) > 1 and value[-1].width + COLUMN_GAP <= portal_left
        label_row = (label, hint_beside) if low or hint_beside else (label, portal, address)
        label_line = max(theme.SLIP_USERNAME_LABEL, foot + theme.SLIP_WHITE + _above(*label_row))
        drop = _below(*label_row) + theme.SLIP_WHITE + _above(value) if value else theme.SLIP_USERNAME_DROP
        line = label_line + drop
        row.field("P", label, 0, label_line, value, 0, WIDTH, line)
        foot = line + max(_below(value), theme.SLIP_RULE_DROP)
        if hint_beside:
            row.text(row.slip.child("P"), WIDTH - self._widths["worked_out"], label_line, hint)
        elif hint:
            foot += theme.SLIP_WHITE + _above(hint)
            row.text(row.slip.child("P"), 0, foot, hint)
            foot += _below(hint)
        if low or not hint_beside:
            portal_line = line + _further(value) if low else label_line
            row.field("P", portal, portal_left, portal_line, address, address_left, WIDTH, portal_line)
        return foot

    def _draw_passwords(self, row: "_Rows", foot: float) -> None:
        """Side by side, each label above its line; on two lines at the left of it where there is no room above."""
        value_line = theme.SLIP_RULE - theme.SLIP_RULE_DROP
        labels, indent = {name: self._labels[name] for name in PASSWORDS}, 0.0
        line = theme.SLIP_RULE - theme.SLIP_UNDER_LABEL - _below(*labels.values())
        if line - _above(*labels.values()) < foot + theme.SLIP_OVER_LABEL:
            labels, line = self._narrow_labels, value_line
            indent = max(map(_width, labels.values())) + GAP
        width = (WIDTH - COLUMN_GAP) / 2
        for left, label in zip((0, width + COLUMN_GAP), labels.values(), strict=True):
            row.field("P", label, left, line, (), left + indent, left + width, value_line)

    @cached_property
    def _labels(self) -> dict[str, tuple[Line, ...]]:
        """What all slips say; the address as it is typed: a browser adds the rest."""
        labels = self.content.panel.labels
        address = self.content.settings.portal.removeprefix("https://")
        return {
            **{name: (_label_line(getattr(labels, name)),) for name in theme.SLIP_LABEL_ROOMS},
            "address": (single_line(address, Face.TYPED, SLIP_LABEL.typed),),
        }

    @cached_property
    def _narrow_labels(self) -> dict[str, tuple[Line, ...]]:
        labels = self.content.panel.labels
        return {name: _narrow(getattr(labels, name)) for name in PASSWORDS}

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
            for place, part in enumerate(lines):
                down = place * _leading(lines) if place else 0
                self.pen.text(self.x + left, self.top - points(line + down), part)


def _name(name: str, room: float) -> tuple[Line, ...]:
    tall = _label_line(name).is_tall if name else False
    wrapped = theme.SLIP_NAME_TALL_SIZES if tall else theme.SLIP_NAME_WRAPPED_SIZES
    return fit_name(name, room, theme.SLIP_NAME_SIZES, MOST_LINES, wrapped) if name else ()


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


def _leading(lines: Sequence[Line]) -> float:
    """From one line to the next, in mm: more where signs above and below the letters would meet."""
    ink = max(upper.below + lower.above for upper, lower in pairwise(lines)) / points(1)
    return max(lines[0].spans[0].size * theme.SLIP_LEADING / points(1), ink + theme.SLIP_INK_MARGIN)


def _further(lines: Sequence[Line]) -> float:
    """From the first line to the last, in mm."""
    return (len(lines) - 1) * _leading(lines) if len(lines) > 1 else 0


def _above(*texts: Sequence[Line]) -> float:
    """How far the ink of the highest of these texts reaches above its first line, in mm."""
    return max((lines[0].above for lines in texts if lines), default=0) / points(1)


def _below(*texts: Sequence[Line]) -> float:
    """How far the ink of the lowest of these texts reaches below its first line, in mm."""
    return max((_further(lines) + lines[-1].below / points(1) for lines in texts if lines), default=0)
