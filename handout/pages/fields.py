"""A labelled field of a sheet or slip: its label, then what is known, or a line to write on."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace

from handout import theme
from handout.model import Labels, Run, Student
from handout.pdf import Element, FontSet, Pen
from handout.theme import INK, TypeStyle, points
from handout.typesetting import MOST_LINES, Face, Line, fit_name, fit_username, set_text

PERSONAL_FIELDS = ("name", "class_name", "register_number", "username")


@dataclass(frozen=True, slots=True)
class FieldRow:
    """Where a label and its value stand: from the left edge of the panel, and down from its top."""

    label: tuple[Line, ...]
    label_style: TypeStyle
    label_left: float
    left: float
    right: float
    line: float
    typed: bool = False
    sizes: tuple[float, ...] = theme.NAME_SIZES
    most_lines: int = MOST_LINES


def learn_letters(fonts: FontSet, people: Sequence[Student]) -> None:
    """Take all letters of these people into the fonts."""
    fonts.learn(
        Face.BOLD,
        {" "}.union(*(person.name + person.class_name + person.register_number for person in people)),
    )
    fonts.learn(Face.TYPED, set().union(*(person.username for person in people)))


def set_label(labels: Labels, name: str, style: TypeStyle, width: float) -> tuple[Line, ...]:
    return set_text((Run(getattr(labels, name)),), style, width)


def spoken_label(label: str) -> str:
    """A label as a screen reader says it before its value."""
    return f"{label} " if label.endswith(".") else f"{label}: "


def beside(
    row: FieldRow, label: tuple[Line, ...], width: float, value_width: float
) -> tuple[FieldRow, FieldRow]:
    """A row shortened, and a second field of that width on the same line at its right.

    It is wider where its label would leave the value less than `value_width`.
    """
    label_width = max(line.width for line in label) + points(theme.LABEL_GAP)
    label_left = row.right - max(width, label_width + value_width)
    left = label_left + label_width
    second = replace(row, label=label, label_left=label_left, left=left)
    return replace(row, right=label_left - points(theme.PANEL_PADDING)), second


@contextmanager
def field(
    pen: Pen, parent: Element, row: FieldRow, x: float, top: float, *, actual_text: str = ""
) -> Iterator[None]:
    """Draw a field's label; what is drawn inside is its value. Both are one paragraph of `parent`."""
    paragraph = parent.child("P")
    label = "".join(line.text for line in row.label)
    with pen.tag(paragraph.child("Span", actual_text=spoken_label(label))):
        _draw_upwards(pen, row.label, row.label_style.leading, x + row.label_left, _baseline(row, top))
    with pen.tag(paragraph.child("Span", actual_text=actual_text)):
        yield


def draw_field(pen: Pen, parent: Element, row: FieldRow, text: str, blank: str, x: float, top: float) -> None:
    """Draw a field; `blank` is what a screen reader says of an empty line."""
    with field(pen, parent, row, x, top, actual_text="" if text else blank):
        draw_value(pen, row, text, x, top)


def draw_value(pen: Pen, row: FieldRow, text: str, x: float, top: float) -> None:
    """Draw what is known, or a line to write on.

    No rule stands under a printed value: it would hide the underscores of a username.
    """
    if text:
        width = row.right - row.left
        value = fit_username(text, width) if row.typed else fit_name(text, width, row.sizes, row.most_lines)
        leading = value[0].spans[0].size * theme.VALUE_LEADING
        _draw_upwards(pen, value, leading, x + row.left, _baseline(row, top))
    else:
        rule = top - row.line
        pen.line(x + row.left, rule, x + row.right, rule, points(theme.WRITING_LINE), INK)


def _baseline(row: FieldRow, top: float) -> float:
    return top - row.line + points(theme.BASELINE_LIFT)


def _draw_upwards(pen: Pen, lines: Sequence[Line], leading: float, x: float, baseline: float) -> None:
    """Lines whose last one stands on the baseline."""
    for place, line in enumerate(lines):
        pen.text(x, baseline + (len(lines) - 1 - place) * leading, line)
