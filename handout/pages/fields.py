"""A labelled field of a panel or slip: its label, then what is known, or a line to write on."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import NamedTuple

from handout import theme
from handout.model import Labels, Run, Student
from handout.pdf import Element, FontSet, Pen, writing_line
from handout.theme import INK, Theme, TypeStyle, points
from handout.typesetting import Face, Line, fit_name, fit_username, in_faces, set_text

PERSONAL_FIELDS = ("name", "class_name", "register_number", "username")


class FieldRow(NamedTuple):
    """Where a label and its value are: from the left edge of the panel, and down from its top.

    `line` is where the rule of a blank field is. The first line of a known value is `rise` above it, and
    further lines are below. `label_rise` is how far above that first line its label is; 0: beside it.
    A label is in the same place whether its value is known or not: labels side by side are level.
    """

    label: tuple[Line, ...]
    label_style: TypeStyle
    label_left: float
    left: float
    right: float
    line: float
    typed: bool
    sizes: tuple[float, ...]
    most_lines: int
    wrapped_sizes: tuple[float, ...]
    rise: float
    label_rise: float

    @property
    def words(self) -> str:
        """The label as it is written."""
        return "".join(line.text for line in self.label)

    def value_lines(self, text: str) -> tuple[Line, ...]:
        width = self.right - self.left
        if self.typed:
            return fit_username(text, width, self.sizes, self.wrapped_sizes)
        return fit_name(text, width, self.sizes, self.most_lines, self.wrapped_sizes)

    @property
    def label_baseline(self) -> float:
        """How far down the first line of the label is."""
        return self.line - self.rise - self.label_rise


def learn_letters(fonts: FontSet, people: Sequence[Student]) -> None:
    """Take all letters of these people into the fonts."""
    values = {value for one in people for value in (one.name, one.class_name, one.register_number)}
    for value in sorted(values):
        for text, face in in_faces(value, Face.BOLD):
            fonts.learn(face, text)
            fonts.learn(face, " ")  # ends a line, even of a word that is cut
    for person in people:
        fonts.learn(Face.TYPED, person.username)


def set_label(labels: Labels, name: str, style: TypeStyle, width: float) -> tuple[Line, ...]:
    return set_text((Run(getattr(labels, name)),), style, width)


def value_sizes(name: str, look: Theme) -> tuple[float, ...]:
    """Of a field's value: the first that fits is taken."""
    sizes = {"username": look.username_sizes, "class_name": look.class_sizes}
    return sizes.get(name, look.name_sizes)


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
    left = label_left if row.label_rise else label_left + label_width
    second = row._replace(label=label, label_left=label_left, left=left)
    return row._replace(right=label_left - points(theme.PANEL_GAP)), second


@contextmanager
def field(
    pen: Pen, parent: Element, row: FieldRow, x: float, top: float, *, blank: str = ""
) -> Iterator[None]:
    """Draw a field's label; what is drawn inside is its value. Both are one paragraph of `parent`.

    `blank` is what a screen reader says of a line to write on; empty: the value is known.
    """
    paragraph = parent.child("P")
    draw_label(pen, paragraph, row, x, top)
    value = (
        paragraph.child("Form", actual_text=blank, attributes=writing_line(row.words))
        if blank
        else paragraph.child("Span")
    )
    with pen.tag(value):
        yield


def draw_label(pen: Pen, paragraph: Element, row: FieldRow, x: float, top: float) -> None:
    with pen.tag(paragraph.child("Span", actual_text=spoken_label(row.words))):
        baseline = top - row.label_baseline
        _draw_downwards(pen, row.label, row.label_style.leading, x + row.label_left, baseline)


def draw_field(pen: Pen, parent: Element, row: FieldRow, text: str, blank: str, x: float, top: float) -> None:
    """Draw a field; `blank` is what a screen reader says of an empty line."""
    with field(pen, parent, row, x, top, blank="" if text else blank):
        draw_value(pen, row, text, x, top)


def draw_value(pen: Pen, row: FieldRow, text: str, x: float, top: float) -> None:
    """Draw what is known, or a line to write on.

    There is no rule under a printed value: it would hide the underscores of a username.
    """
    if text:
        value = row.value_lines(text)
        size = row.sizes[-1] if row.typed else value[0].spans[0].size  # for which the panel has room
        leading = size * value_leading(value)
        _draw_downwards(pen, value, leading, x + row.left, top - row.line + row.rise)
    else:
        rule = top - row.line
        pen.line(x + row.left, rule, x + row.right, rule, points(theme.WRITING_LINE), INK)


def value_leading(lines: Sequence[Line]) -> float:
    """From one line of a value to the next, as a part of the size."""
    return theme.TALL_LEADING if any(line.is_tall for line in lines) else theme.VALUE_LEADING


def _draw_downwards(pen: Pen, lines: Sequence[Line], leading: float, x: float, baseline: float) -> None:
    """Lines whose first one is on the baseline."""
    for place, line in enumerate(lines):
        pen.text(x, baseline - place * leading, line)
