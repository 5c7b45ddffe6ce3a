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


class Columns(NamedTuple):
    """The columns of a list: how wide they are, in mm, and their headings."""

    widths: tuple[float, ...]
    headings: tuple[str, ...]

    @property
    def edges(self) -> list[float]:
        """In points, from the first to the last."""
        return [points(edge) for edge in accumulate(self.widths, initial=0)]

    def paragraph(self, column: int, style: TypeStyle, *runs: Run, columns: int = 1) -> Paragraph:
        """A text set to the width of its column, or of so many columns from there on."""
        width = points(sum(self.widths[column : column + columns])) - 2 * PADDING
        return Paragraph(set_text(runs, style, width), style)

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
