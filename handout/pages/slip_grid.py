"""Where each slip is on its page, and where to cut."""

from collections.abc import Iterator
from typing import NamedTuple

from handout import theme
from handout.pages import slip_sizes

Segment = tuple[float, float, float, float]  # x1, y1, x2, y2


class SlipGrid(NamedTuple):
    """Slips edge to edge on a landscape A4 page; millimetres from its upper left corner."""

    page_width: float = theme.PAGE_HEIGHT
    page_height: float = theme.PAGE_WIDTH
    width: float = slip_sizes.WIDTH
    height: float = slip_sizes.HEIGHT
    columns: int = slip_sizes.COLUMNS
    rows: int = slip_sizes.ROWS
    top: float = slip_sizes.TOP

    @property
    def per_page(self) -> int:
        return self.columns * self.rows

    @property
    def corners(self) -> tuple[tuple[float, float], ...]:
        """The upper left corner of each slip: row by row, as they are read."""
        return tuple((x, y) for y in self._cuts_down[:-1] for x in self._cuts_across[:-1])

    @property
    def left(self) -> float:
        return self._cuts_across[0]

    @property
    def right(self) -> float:
        return self._cuts_across[-1]

    def holding(self, count: int) -> "SlipGrid":
        """The grid with only the rows that this many slips need."""
        return self._replace(rows=-(-count // self.columns))

    def cut_lines(self) -> Iterator[Segment]:
        """The edges of the slips, from one end of the grid to the other."""
        top, *_, bottom = self._cuts_down
        yield from ((x, top, x, bottom) for x in self._cuts_across)
        yield from ((self.left, y, self.right, y) for y in self._cuts_down)

    def crop_marks(self) -> Iterator[Segment]:
        """The ends of the cut lines, in the margin outside the slips."""
        top, *_, bottom = self._cuts_down
        edge = theme.PRINTABLE_EDGE
        for x in self._cuts_across:
            yield x, edge, x, top
            yield x, bottom, x, bottom + slip_sizes.CROP_MARK
        for y in self._cuts_down:
            yield edge, y, self.left, y
            yield self.right, y, self.page_width - edge, y

    @property
    def _cuts_across(self) -> tuple[float, ...]:
        first = (self.page_width - self.columns * self.width) / 2
        return tuple(first + place * self.width for place in range(self.columns + 1))

    @property
    def _cuts_down(self) -> tuple[float, ...]:
        return tuple(self.top + place * self.height for place in range(self.rows + 1))
