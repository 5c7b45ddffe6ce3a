"""The columns of the hand-out list, and texts set to their widths."""

from itertools import accumulate
from typing import NamedTuple

from handout import theme
from handout.model import Run
from handout.pages import checklist_sizes
from handout.theme import TypeStyle, points
from handout.typesetting import MOST_LINES, Face, Line, set_text, single_line


class Paragraph(NamedTuple):
    """Lines of one style in a cell."""

    lines: tuple[Line, ...]
    style: TypeStyle

    @property
    def height(self) -> float:
        return len(self.lines) * self.style.leading

    @property
    def width(self) -> float:
        return max(line.width for line in self.lines)


class Column(NamedTuple):
    """Where the texts of a column are, in points from the left edge of the list."""

    heading: str
    left: float
    width: float

    @property
    def right(self) -> float:
        return self.left + self.width

    @property
    def head(self) -> Paragraph:
        return self.paragraph(checklist_sizes.HEAD, Run(self.heading))

    def paragraph(self, style: TypeStyle, *runs: Run, balanced: bool = False) -> Paragraph:
        """A text set to the width; lines whose signs are above and below the letters are further apart."""
        lines = set_text(runs, style, self.width, balanced=balanced)
        if any(line.is_tall for line in lines):
            style = style._replace(leading=style.size * theme.TALL_LEADING)
        return Paragraph(lines, style)

    def whole_words(self, text: str) -> Paragraph:
        """In smaller type where it then takes fewer lines (two at least), or where one of its words is too long."""
        usual, small = checklist_sizes.CELL, checklist_sizes.SMALL
        widest = max(single_line(word, Face.REGULAR, usual.size).width for word in text.split())
        if widest > self.width:
            size = min(small.size, usual.size * self.width / widest)
            return self.paragraph(small._replace(size=size), Run(text))
        ways = [self.paragraph(style, Run(text)) for style in (usual, small)]
        return min(ways, key=lambda way: max(len(way.lines), MOST_LINES))

    def typed(self, local: str, style: TypeStyle, after: str) -> Paragraph:
        """A username, in smaller type where it then takes one line."""
        runs = (Run(local, typed=True), *([Run(after)] if after else []))
        usual, small = (self.paragraph(way, *runs) for way in (style, checklist_sizes.SMALL))
        return small if len(small.lines) == 1 < len(usual.lines) else usual


def _columns() -> tuple[Column, ...]:
    headings, widths = ("Given", "No.", "Name", "Username", "Signature"), checklist_sizes.COLUMNS
    steps = (width + gap for width, gap in zip(widths, checklist_sizes.GAPS, strict=False))
    lefts = accumulate(steps, initial=0.0)
    return tuple(
        Column(heading, points(left), points(width))
        for heading, left, width in zip(headings, lefts, widths, strict=True)
    )


COLUMNS = GIVEN, NUMBER, NAME, USERNAME, SIGNATURE = _columns()
WIDTH = SIGNATURE.right


def figures(number: str) -> Paragraph:
    """A register number on one line, however long it is."""
    style, room = checklist_sizes.CELL, points(checklist_sizes.NUMBER_ROOM)
    usual = single_line(number, Face.TYPED, style.typed)
    scale = min(1, room / usual.width)
    return Paragraph((single_line(number, Face.TYPED, style.typed * scale),), style)
