"""The columns of the hand-out list, and texts set to their widths."""

from itertools import accumulate
from typing import NamedTuple

from handout import theme
from handout.model import Run
from handout.theme import TypeStyle, points
from handout.typesetting import Line, set_text

NUMBER, NAME, USERNAME, NOTE = range(1, 5)  # columns by their place
PADDING = points(theme.CHECKLIST_CELL_PADDING)


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


def paragraph(runs: tuple[Run, ...], style: TypeStyle, width: float) -> Paragraph:
    """A text set to a width; lines whose signs are above and below the letters are further apart."""
    lines = set_text(runs, style, width)
    if any(line.is_tall for line in lines):
        style = style._replace(leading=style.size * theme.TALL_LEADING)
    return Paragraph(lines, style)


class Columns(NamedTuple):
    """The columns of a list: how wide they are, in mm, and their headings."""

    widths: tuple[float, ...]
    headings: tuple[str, ...]

    @property
    def edges(self) -> list[float]:
        """In points, from the first to the last; the padding of the first is in the margin."""
        return [points(edge) for edge in accumulate(self.widths, initial=-theme.CHECKLIST_CELL_PADDING)]

    def room(self, column: int, columns: int = 1) -> float:
        """For the texts of a column, or of so many columns from there on."""
        return points(sum(self.widths[column : column + columns])) - 2 * PADDING

    def paragraph(self, column: int, style: TypeStyle, *runs: Run) -> Paragraph:
        """A text set to the width of its column."""
        return paragraph(runs, style, self.room(column))

    @property
    def heads(self) -> list[Paragraph]:
        return [
            self.paragraph(column, theme.CHECKLIST_HEAD, Run(heading))
            for column, heading in enumerate(self.headings)
        ]


WITH_NOTES = Columns(theme.CHECKLIST_COLUMNS, ("Given", "No.", "Name", "Username", "Note", "Signature"))
WITHOUT_NOTES = Columns(
    theme.CHECKLIST_COLUMNS_WITHOUT_NOTES, ("Given", "No.", "Name", "Username", "Signature")
)
