"""The columns of the hand-out list, and texts set to their widths."""

from itertools import accumulate
from typing import NamedTuple

from handout import theme
from handout.model import Run
from handout.pages import checklist_sizes
from handout.theme import TypeStyle, points
from handout.typesetting import Face, Line, set_text, single_line


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
    """Where the texts of a column are, in points from the left edge of the list; `level` is the line of its heading."""

    heading: str
    left: float
    width: float
    level: int = 1

    @property
    def right(self) -> float:
        return self.left + self.width

    def head(self, *more: Run) -> Paragraph:
        return self.paragraph(checklist_sizes.HEAD, Run(self.heading, bold=True), *more)

    def paragraph(self, style: TypeStyle, *runs: Run, balanced: bool = False) -> Paragraph:
        """A text set to the width; lines whose signs are above and below the letters are further apart."""
        lines = set_text(runs, style, self.width, balanced=balanced)
        if any(line.is_tall for line in lines):
            style = style._replace(leading=style.size * theme.TALL_LEADING)
        return Paragraph(lines, style)

    def whole_words(self, name: str) -> Paragraph:
        """A name in smaller type where it then takes fewer lines, or where one of its words is too long."""
        usual, sizes = checklist_sizes.NAME, checklist_sizes.NAME_SIZES
        widest = max(single_line(word, Face.BOLD, usual.size).width for word in name.split())
        if widest > self.width:
            sizes = (min(sizes[-1], usual.size * self.width / widest),)
        ways = [self.paragraph(usual._replace(size=size), Run(name, bold=True)) for size in sizes]
        return min(ways, key=lambda way: len(way.lines))

    def typed(self, local: str, style: TypeStyle) -> Paragraph:
        """A username, in smaller type where it then takes one line."""
        ways = [self.paragraph(way, Run(local, typed=True)) for way in (style, checklist_sizes.SMALL)]
        return ways[len(ways[1].lines) == 1 < len(ways[0].lines)]


def _columns() -> tuple[Column, ...]:
    """The username is below the name: each has the width of both."""
    given, number, name, note, signature = checklist_sizes.COLUMNS
    steps = (width + gap for width, gap in zip(checklist_sizes.COLUMNS, checklist_sizes.GAPS, strict=False))
    lefts = [points(left) for left in accumulate(steps, initial=0.0)]
    return (
        Column("Given", lefts[0], points(given)),
        Column("No.", lefts[1], points(number)),
        Column("Name", lefts[2], points(name), level=0),
        Column("Username", lefts[2], points(name)),
        Column("Note", lefts[3], points(note)),
        Column("Signature", lefts[4], points(signature)),
    )


COLUMNS = GIVEN, NUMBER, NAME, USERNAME, NOTE, SIGNATURE = _columns()
UNNOTED = NAME._replace(width=NOTE.right - NAME.left)  # nothing is beside a name, or a username from the list
WIDTH = SIGNATURE.right


def figures(number: str) -> Paragraph:
    """A register number on one line, however long it is."""
    style, room = checklist_sizes.CELL, points(checklist_sizes.NUMBER_ROOM)
    usual = single_line(number, Face.TYPED, style.typed)
    scale = min(1, room / usual.width)
    return Paragraph((single_line(number, Face.TYPED, style.typed * scale),), style)
