"""Which large cells of a grey picture are writing on paper, and not part of an area or a photograph."""

from collections.abc import Iterable

from PIL import Image, ImageFilter

from handout.pictures.areas import Area
from handout.pictures.masks import (
    Size,
    below,
    both,
    closed,
    from_on,
    full,
    grown,
    opened,
    union,
    without,
)

TIMES = 2  # cells to a large one, each way

PAPER = 225  # luminance; darker is ink

# Letters on an area have more of it around them than of paper.
HALF_LETTER = 4
WINDOW = 3  # each way
ON_AREA = 100  # of 255, of a window
EDGE = 1  # of an area
MID = 165  # luminance; the soft edge of a darker one would be far darker than it
SOFT = 3  # that edge, as a cloud has in the sky

# Photographs are dark over some width.
DENSE = 205  # a cell of words is lighter
WIDE = 4  # each way from its middle
STRIP = 1  # each way from its middle, where it runs out

# Faint is what has nothing darker next to it.
FAINT = 150  # luminance
NEAR = 1
BLANK = 248
PALE = 222  # a wider shape of it is no letter
BROAD = 2  # each way from its middle


def writing(tones: Image.Image, found: Iterable[Area], bars: Iterable[Area]) -> Image.Image:
    """The large cells that may have writing on them, of a picture with these tones of its cells and these areas."""
    large = tones.reduce(TIMES)
    solid = [area for area in found if not area.is_pointer]
    flat = _flat([*solid, *bars], tones.size)
    dark, tinted = below(large, DENSE), below(large, PAPER)
    letters = both(closed(flat, HALF_LETTER), from_on(tinted.filter(ImageFilter.BoxBlur(WINDOW)), ON_AREA))
    mid = [area for area in solid if area.tone < MID]
    soft = _soft_edges(_flat(mid, tones.size), tinted) if mid else letters
    other = union(union(flat, letters), union(soft, _photographs(without(dark, flat), dark)))
    return below(grown(other, EDGE), 1)


def faint(light: Image.Image, tones: Image.Image, cell: int, written: Image.Image) -> Image.Image:
    """The large cells of pale writing, of those with writing on them."""
    large = tones.reduce(TIMES)
    dark = grown(from_on(below(light, FAINT).reduce(TIMES * cell), 1), NEAR)
    pale = without(below(large, BLANK), opened(below(large, PALE), BROAD))
    return without(both(written, pale), dark)


def pixels(cells: Image.Image, light: Image.Image, cell: int) -> Image.Image:
    """A mask of large cells as one of the pixels of a picture."""
    return full(cells, light.size, TIMES * cell)


def _flat(found: Iterable[Area], size: Size) -> Image.Image:
    cells = Image.new("L", size)
    for area in found:
        cells.paste(area.cells, area.box[:2], area.cells)
    return from_on(cells.reduce(TIMES), 1)


def _soft_edges(mid: Image.Image, tinted: Image.Image) -> Image.Image:
    return both(grown(mid, SOFT), opened(union(mid, tinted), STRIP))


def _photographs(unclear: Image.Image, dark: Image.Image) -> Image.Image:
    wide = opened(unclear, WIDE)
    return both(grown(wide, 2 * WIDE), opened(dark, STRIP)) if wide.getbbox() else wide
