"""The flat areas of a grey picture, each by itself: the panels of a slide, the bars, lists and buttons of a screenshot.

They are found in cells. An area is connected and changes little from one cell to the next.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from PIL import Image, ImageStat

from handout.pictures.masks import LEVELS, Box, below, both, closed, steps, without

ACROSS = 590  # cells in a row, nearly; a smaller picture has fewer
LEAST_CELL = 2  # pixels

BLACK = 16  # luminance; darker are letters
STILL = 6  # levels from a cell to the next; JPEG noise has as much
WHITE = b"\xff"
RUN = WHITE * 3  # cells of a row; what is narrower is a line or a letter
LEAST = 25  # cells
MARGIN = 3  # cells around an area, for its soft edge
OUTLIERS = 0.03  # of its cells

LETTER = 18  # cells; what is wider on an area is no letter
RECTANGLE = 0.75  # of its box is the area
SMALL = 20  # cells each way

Run = tuple[int, int, int]  # the row, where it starts and ends; of cells


@dataclass(frozen=True, eq=False)
class Area:
    """A mask of cells, and where it is, in cells. `tone` is that of some cell, `tones` are those of its box."""

    cells: Image.Image
    box: Box
    tone: int
    tones: Image.Image

    @cached_property
    def hull(self) -> Image.Image:
        """The cells of the area and of the letters on it."""
        return closed(self.cells, LETTER // 2)

    @property
    def letters(self) -> Image.Image:
        return without(self.hull, self.cells)

    @cached_property
    def range(self) -> tuple[int, int]:
        """The lowest and the highest tone, but for a few."""
        counted = both(self.tones, self.cells).histogram()[1:]
        few = sum(counted) * OUTLIERS
        low, high = (
            next(place for place, found in enumerate(accumulate(tones)) if found > few)
            for tones in (counted, reversed(counted))
        )
        return 1 + low, 255 - high

    @property
    def is_rectangle(self) -> bool:
        """With the letters on it, and with its corners cut or not."""
        return bool(ImageStat.Stat(self.hull.crop(self.hull.getbbox())).mean[0] > 255 * RECTANGLE)

    @property
    def is_pointer(self) -> bool:
        """Small, and not a swatch of a legend."""
        return max(self.cells.size) <= SMALL + 2 * MARGIN and not self.is_rectangle


def joined(area: Area, lines: Sequence[Area]) -> Area:
    """An area with lines across it that belong to it. What is known of a line may be a piece of it."""
    left, top, right, bottom = area.box
    top, bottom = min(top, *(line.box[1] for line in lines)), max(bottom, *(line.box[3] for line in lines))
    size = right - left, bottom - top
    cells, tones = Image.new("L", size), Image.new("L", size)
    start, _, end, _ = area.cells.getbbox() or (0, 0, 0, 0)
    for line in lines:
        _, first, _, last = line.cells.getbbox() or (0, 0, 0, 0)
        at, across = (start, line.box[1] + first - top), (end - start, last - first)
        cells.paste(Image.new("L", across, "white"), at)
        tones.paste(Image.new("L", across, (line.tone,)), at)
    cells.paste(area.cells, (0, area.box[1] - top), area.cells)
    tones.paste(area.tones, (0, area.box[1] - top), area.cells)
    return Area(cells, (left, top, right, bottom), area.tone, tones)


def cell_of(width: int) -> int:
    """The side of a cell in a picture so wide, in pixels."""
    return max(LEAST_CELL, round(width / ACROSS))


def areas(tones: Image.Image, lightest: int) -> Iterator[Area]:
    """The flat areas that are darker than `lightest`, of a grey picture with these tones of its cells."""
    between = tones.point([255 if BLACK <= tone < lightest else 0 for tone in LEVELS])
    for runs in _parts(both(below(steps(tones), STILL), between)):
        if sum(end - start for _, start, end in runs) >= LEAST:
            yield _area(tones, runs)


def _parts(mask: Image.Image) -> list[list[Run]]:
    """The connected parts of a mask, each as runs from the top down."""
    data = mask.tobytes()
    runs: list[Run] = []
    firsts: list[int] = []  # of each run: one above it of the same part, or itself
    above, here = 0, 0  # the first run of the row above, and of this one
    for row in range(mask.height):
        above, here = here, len(runs)
        for start, end in _runs(data[row * mask.width : (row + 1) * mask.width]):
            while above < here and runs[above][2] <= start:
                above += 1
            first = len(runs)
            for other in range(above, here):
                if runs[other][1] >= end:
                    break
                first, later = sorted((first, _first(firsts, other)))
                if later < len(runs):
                    firsts[later] = first
            runs.append((row, start, end))
            firsts.append(first)
    parts: dict[int, list[Run]] = {}
    for number, run in enumerate(runs):
        parts.setdefault(_first(firsts, number), []).append(run)
    return list(parts.values())


def _runs(row: bytes) -> Iterator[tuple[int, int]]:
    """Where the runs of a row start and end."""
    end = 0
    while (start := row.find(RUN, end)) >= 0:
        end = row.find(0, start)
        end = len(row) if end < 0 else end
        yield start, end


def _first(firsts: list[int], number: int) -> int:
    while firsts[number] != number:
        number = firsts[number]
    return number


def _area(tones: Image.Image, runs: list[Run]) -> Area:
    left = max(0, min(start for _, start, _ in runs) - MARGIN)
    top = max(0, runs[0][0] - MARGIN)
    right = min(tones.width, max(end for _, _, end in runs) + MARGIN)
    bottom = min(tones.height, runs[-1][0] + 1 + MARGIN)
    held = bytearray((right - left) * (bottom - top))
    for row, start, end in runs:
        at = (row - top) * (right - left) - left
        held[at + start : at + end] = WHITE * (end - start)
    box = left, top, right, bottom
    cells = Image.frombytes("L", (right - left, bottom - top), bytes(held))
    row, start, end = runs[len(runs) // 2]
    middle = (start + end) // 2
    tone = tones.crop((middle, row, middle + 1, row + 1)).tobytes()[0]
    return Area(cells, box, tone, tones.crop(box))
