"""Sparing toner: flat areas turn white and keep an outline; what is written on them stays, or turns dark."""

from collections.abc import Iterator

from PIL import Image, ImageStat

from handout.pictures.flats import Flat, flats
from handout.pictures.masks import (
    CELL,
    FINE_CELL,
    LEVELS,
    Box,
    Colour,
    Size,
    below,
    both,
    edge_of,
    from_on,
    full,
    grown,
    light_of,
    line_between,
    luminance,
    opened,
    spread,
    without,
)
from handout.pictures.outlines import pale_outlines

# On a light area: black or grey ink and its soft edges.
COLOURLESS = 26  # between the channels, once the area is divided out: ink, not a coloured shape
REACH = 1  # fine cells; from the area across the soft edge of a letter or a panel

# On a dark area: letters by how far they are from its colour, as a share of how far white is.
INK_FROM, INK_FULLY = 0.25, 0.6

# Outlines of what would be lost on white.
DARKEST = 75  # luminance
GREY = (DARKEST, DARKEST, DARKEST)
CARD = 200  # luminance; a darker shape on the ground needs none
SOLID = 170  # of 255, of a cell; the soft edge of a frame is narrower
MARK = 140  # luminance; an outline makes way for what is darker and narrow, such as a number on it
LEAST_MARK = 32  # of 255, of a cell

# A screenshot of a slide often has a sliver of the window around it, or a grey line, at its edge.
SLIVER = 6  # pixels from the edge of the picture
FAINT = 180  # luminance; what is darker there is kept

# Pale tints: they carry nothing that white would not, but print as dots all over.
PALE_FROM, PALE_FULLY = 200, 236  # luminance; from the one to the other a tint loses more and more of its ink

# A narrow one is the outline of a button or a field, which must not get lost. A pattern of them may.
OUTLINE = 120  # the level that it gets
MOST_OUTLINES = 0.01  # of the picture


def whitened(image: Image.Image) -> Image.Image:
    """Turn the flat areas of an RGB or L picture white; what is on them keeps its contrast."""
    if image.mode == "L":
        return whitened(image.convert("RGB")).convert("L")
    made = image
    lines: list[tuple[Flat, Colour, Image.Image]] = []
    for flat in flats(image):
        is_paper = flat.is_light and not flat.has_light_letters
        if not flat.has_letters and not (is_paper and flat.is_ground):
            continue
        made = image.copy() if made is image else made
        _paint(made, flat, *(_lifted(flat) if is_paper else _inked(flat)))
        if is_paper and flat.is_ground:
            _clear_slivers(made)
            lines.append((flat, GREY, _round_cards(flat)))
        else:
            lines.append((flat, GREY if flat.is_light else _shade(flat.colour), edge_of(flat.area())))
    for flat, colour, line in lines:
        _paint(made, flat, Image.new("RGB", flat.size, colour), line)
    return made


def paled(image: Image.Image) -> Image.Image:
    """Pale tints nearer to white, the palest white; what can be read on them stays, pale outlines turn dark."""
    rise = (max(0, min(1, (tone - PALE_FROM) / (PALE_FULLY - PALE_FROM))) for tone in LEVELS)
    white = Image.new(image.mode, image.size, "white")
    light = light_of(image)
    made = Image.composite(white, image, light.point([round(255 * part) for part in rise]))
    outlines = pale_outlines(light)
    if ImageStat.Stat(outlines).mean[0] < 255 * MOST_OUTLINES:
        made.paste(Image.new(image.mode, image.size, (OUTLINE,) * len(image.mode)), (0, 0), outlines)
    return made


def _paint(image: Image.Image, flat: Flat, paint: Image.Image, mask: Image.Image) -> None:
    image.paste(paint, flat.box[:2], mask)


def _lifted(flat: Flat) -> tuple[Image.Image, Image.Image]:
    """A light area as white, with the dark ink on it, and where that is.

    All is divided by the area's colour, as if a filter of that colour were lifted off the paper.
    """
    tones = zip(flat.bands, flat.colour, strict=True)
    lifted = [band.point([min(255, round(255 * level / tone)) for level in LEVELS]) for band, tone in tones]
    grey = Image.merge("RGB", [lifted[1]] * 3)
    reach = _pixels(grown(flat.near.reduce(FINE_CELL), REACH), flat.around, flat.size)
    return grey, both(below(spread(lifted), COLOURLESS), reach)


def _inked(flat: Flat) -> tuple[Image.Image, Image.Image]:
    """An area with light letters as white, with dark ones, and where that is."""
    white = max(255 - min(flat.colour), 1)
    return flat.far.point([_ink(level / white) for level in LEVELS]).convert("RGB"), flat.area()


def _ink(share: float) -> int:
    return round(255 * (1 - max(0, min(1, (share - INK_FROM) / (INK_FULLY - INK_FROM)))))


# Outlines ---------------------------------------------------------------------------------------------


def _shade(colour: Colour) -> Colour:
    """The colour of a dark panel, so dark that a laser prints it without dots."""
    red, green, blue = (round(tone * min(1, DARKEST / max(1, luminance(colour)))) for tone in colour)
    return red, green, blue


def _round_cards(flat: Flat) -> Image.Image:
    """The edges of the light cards on a ground, where they meet it."""
    alike = flat.alike
    pale = without(without(from_on(flat.light, CARD), alike), _rim(flat))
    card = both(pale, full(grown(from_on(pale.reduce(CELL), SOLID), 1), flat.size))
    fine = alike.reduce(FINE_CELL).size
    cells = from_on(alike.reduce(CELL), SOLID)
    cells = both(cells, grown(opened(cells, 1), 1))  # no strip between a card and a frame
    solid = grown(full(cells, fine, CELL // FINE_CELL), REACH)
    ground = both(alike, _pixels(solid, without(flat.around, _marks(flat.light)), flat.size))
    return line_between(card, ground)


def _pixels(fine: Image.Image, cells: Image.Image, size: Size) -> Image.Image:
    """What is in a mask of fine cells and in one of cells."""
    return full(both(fine, full(cells, fine.size, CELL // FINE_CELL)), size, FINE_CELL)


def _marks(light: Image.Image) -> Image.Image:
    """The cells in which something is written, and those next to them."""
    dark = from_on(below(light, MARK).reduce(CELL), LEAST_MARK)
    return grown(without(dark, grown(opened(dark, 1), 1)), 1)


# The edge of the picture ------------------------------------------------------------------------------


def _rim(flat: Flat) -> Image.Image:
    rim = Image.new("L", flat.size)
    for left, top, right, bottom in _strips(*flat.size):
        rim.paste(Image.new("L", (right - left, bottom - top), "white"), (left, top))
    return rim


def _clear_slivers(image: Image.Image) -> None:
    for box in _strips(*image.size):
        strip = image.crop(box)
        sliver = both(below(spread(strip.split()), COLOURLESS), from_on(light_of(strip), FAINT))
        image.paste(Image.new("RGB", strip.size, "white"), box[:2], sliver)


def _strips(width: int, height: int) -> Iterator[Box]:
    """The four that run along the edges of a picture."""
    across, down = min(SLIVER, width), min(SLIVER, height)
    yield 0, 0, width, down
    yield 0, height - down, width, height
    yield 0, 0, across, height
    yield width - across, 0, width, height
