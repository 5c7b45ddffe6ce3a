"""Light letters on a mid grey would fray among its dots: the bar, list or button that they are on turns nearly black."""

from collections.abc import Iterable
from typing import NamedTuple

from PIL import Image

from handout.pictures.areas import MARGIN, Area, joined
from handout.pictures.masks import LEVELS, Box, both, full, grown, union

# What may be a bar. A photograph has areas, too: a part of the sky, with clouds.
LIGHT = 180  # luminance; on a lighter one nothing light could be read
EVEN, SPAN = 12, 32  # levels that it may go through, and that a rectangle may
MOST_LIST = 0.25  # of the picture
LINE = 24  # cells

# What is written on it. Levels from those of the bar.
SOFT = 16  # farther is no soft edge of the bar
LETTERS = 40
LEAST_LETTERS = 24  # pixels
SHARP = 0.6  # times as many as soft ones; a cloud has fewer
MOSTLY = 4  # times as many light ones as dark ones

# How it is printed.
DARKEST = 75  # luminance; darker is black
BLACK = 0.5  # of its light above that is left
WHITE_FROM, WHITE_FULLY = 0.15, 0.5  # of the way from the bar to white

SAME = 2  # levels; a colour means the same in a chart and in its legend


class Writing(NamedTuple):
    """How many pixels are written on an area: light ones, their soft edges, dark ones."""

    light: int
    soft: int
    dark: int


def bars(found: Iterable[Area], light: Image.Image, cell: int) -> list[Area]:
    """The areas of a grey picture with light letters on them, with their parts and what has their colour."""
    written = [(area, _writing(area, light, cell)) for area in found if area.tone <= LIGHT and _is_even(area)]
    lettered = [area for area, writing in written if _is_light(writing)]
    bare = [area for area, writing in written if not _is_light(writing) and writing.dark < LEAST_LETTERS]
    same = [area for area in bare if any(_is_same(area, bar) for bar in lettered)]
    return same + [_with_lines(bar, bare, light, cell) for bar in lettered]


def _with_lines(bar: Area, bare: Iterable[Area], light: Image.Image, cell: int) -> Area:
    """A list with its lines in another colour: the chosen one."""
    if _size(bar.box) * cell**2 > MOST_LIST * light.width * light.height or not bar.is_rectangle:
        return bar
    lines = [area for area in bare if _is_line(area, bar)]
    return joined(bar, lines) if lines else bar


def _size(box: Box) -> int:
    return (box[2] - box[0]) * (box[3] - box[1])


def _span(area: Area) -> int:
    low, high = area.range
    return high - low


def _is_even(area: Area) -> bool:
    return _span(area) <= EVEN or (_span(area) <= SPAN and area.is_rectangle)


def _is_light(writing: Writing) -> bool:
    return writing.light >= max(LEAST_LETTERS, SHARP * writing.soft, MOSTLY * writing.dark)


def _is_same(area: Area, bar: Area) -> bool:
    """Whether an area has the colour of a bar, as a swatch of a legend has."""
    return _span(area) <= SAME and _span(bar) <= SAME and abs(area.tone - bar.tone) <= SAME


def _is_line(area: Area, bar: Area) -> bool:
    """Whether an area is a line of a list, or a piece of one, inside the list or next to it."""
    left, top, right, bottom = area.box
    return (
        bottom - top <= LINE
        and abs(area.tone - bar.tone) <= SPAN
        and bar.box[0] - MARGIN <= left
        and right <= bar.box[2] + MARGIN
        and top < bar.box[3]
        and bottom > bar.box[1]
    )


def _writing(area: Area, light: Image.Image, cell: int) -> Writing:
    letters = area.letters
    box = letters.getbbox()
    if not box:
        return Writing(0, 0, 0)
    left, top, right, bottom = box
    at_left, at_top = area.box[:2]
    part = light.crop(_pixels((at_left + left, at_top + top, at_left + right, at_top + bottom), cell, light))
    inside = full(letters.crop(box), part.size, cell)
    counted = both(inside, part).histogram()
    low, high = area.range
    dark = sum(counted[: max(1, low - LETTERS)]) - inside.histogram()[0]
    return Writing(sum(counted[high + LETTERS :]), sum(counted[high + SOFT : high + LETTERS]), dark)


def darken(image: Image.Image, area: Area, light: Image.Image, cell: int) -> None:
    """Paint a bar and its letters, as they are in `light`."""
    low, high = area.range
    box = _pixels(area.box, cell, light)
    part = light.crop(box)
    alike = part.point([255 if low - SOFT <= level < high + SOFT else 0 for level in LEVELS])
    around = full(grown(area.cells, MARGIN), part.size, cell)
    mask = union(full(area.hull, part.size, cell), both(alike, around))
    image.paste(part.point([_dark(level, high) for level in LEVELS]), box[:2], mask)


def _pixels(box: Box, cell: int, light: Image.Image) -> Box:
    left, top, right, bottom = (cell * edge for edge in box)
    return left, top, min(right, light.width), min(bottom, light.height)


def _dark(level: int, tone: int) -> int:
    share = max(0, min(1, ((level - tone) / (255 - tone) - WHITE_FROM) / (WHITE_FULLY - WHITE_FROM)))
    dark = BLACK * max(0, min(level, tone) - DARKEST)
    return round(dark + (255 - dark) * share)
