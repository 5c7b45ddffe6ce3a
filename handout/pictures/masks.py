"""Masks of a picture: white where something is so. How they are made, grow and shrink, and turn to lines."""

from collections.abc import Callable, Sequence

from PIL import Image, ImageChops, ImageFilter, ImageOps

Colour = tuple[int, int, int]  # red, green, blue, of 255
Size = tuple[int, int]
Box = tuple[int, int, int, int]  # left, top, right, bottom

LUMINANCE = (0.2126, 0.7152, 0.0722, 0)  # of red, green, blue (Rec. 709)
LEVELS = range(256)
NEAREST = Image.Resampling.NEAREST

CELL = 4  # pixels; a cell of a mask counts when most of it does
FINE_CELL = 2  # pixels
COARSE = 2  # cells, where it is enough to see what is connected

# A line where one area meets another: the share that each has of a pixel, multiplied, is a quarter at most.
LINE_FROM, LINE_FULLY = 0.08, 0.18


def luminance(colour: Colour) -> float:
    return sum(share * tone for share, tone in zip(LUMINANCE, colour, strict=False))


def light_of(image: Image.Image) -> Image.Image:
    """The luminance of an RGB or L picture."""
    return image.convert("L", LUMINANCE) if image.mode == "RGB" else image


def strongest(bands: Sequence[Image.Image]) -> Image.Image:
    red, green, blue = bands
    return ImageChops.lighter(ImageChops.lighter(red, green), blue)


def spread(bands: Sequence[Image.Image]) -> Image.Image:
    """How far apart the channels are: nothing in a grey."""
    red, green, blue = bands
    return ImageChops.subtract(strongest(bands), ImageChops.darker(ImageChops.darker(red, green), blue))


def distance(bands: Sequence[Image.Image], colour: Colour) -> Image.Image:
    """How far each pixel is from a colour, in the channel in which it is farthest."""
    tones = zip(bands, colour, strict=True)
    return strongest([band.point([abs(level - tone) for level in LEVELS]) for band, tone in tones])


def steps(image: Image.Image) -> Image.Image:
    """How far each pixel is from the next, to the right and below."""
    width, height = image.size
    here, right, under = (
        image.crop((left, top, width - 1 + left, height - 1 + top)) for left, top in ((0, 0), (1, 0), (0, 1))
    )
    made = Image.new("L", image.size)
    made.paste(ImageChops.lighter(ImageChops.difference(here, right), ImageChops.difference(here, under)))
    return made


def below(image: Image.Image, limit: float) -> Image.Image:
    return image.point([255 if level < limit else 0 for level in LEVELS])


def from_on(image: Image.Image, limit: float) -> Image.Image:
    return image.point([255 if level >= limit else 0 for level in LEVELS])


def both(one: Image.Image, other: Image.Image) -> Image.Image:
    return ImageChops.darker(one, other)


def union(one: Image.Image, other: Image.Image) -> Image.Image:
    return ImageChops.lighter(one, other)


def without(one: Image.Image, other: Image.Image) -> Image.Image:
    return ImageChops.subtract(one, other)


def full(small: Image.Image, size: Size, cell: int = CELL, how: Image.Resampling = NEAREST) -> Image.Image:
    """A mask of cells as one of pixels; the cells at the right and lower edge may be cut."""
    return small.resize((small.width * cell, small.height * cell), how).crop((0, 0, *size))


def grown(mask: Image.Image, reach: int) -> Image.Image:
    return from_on(mask.filter(ImageFilter.BoxBlur(reach)), 1)


def shrunk(mask: Image.Image, reach: int) -> Image.Image:
    return ImageChops.invert(grown(ImageChops.invert(mask), reach))


def opened(mask: Image.Image, reach: int) -> Image.Image:
    """What of a mask is no narrow line."""
    return grown(shrunk(mask, reach), reach)


def reached(seeds: Image.Image, mask: Image.Image) -> Image.Image:
    """The parts of a mask that are connected with what is in `seeds`."""
    coarse, wide = (ImageOps.expand(from_on(part.reduce(COARSE), 1), 1, fill=0) for part in (mask, seeds))
    # A mask as one number of a byte for each pixel: to shift it is to move all of them.
    whole, found = int.from_bytes(coarse.tobytes()), int.from_bytes(wide.tobytes())
    row, before = 8 * coarse.width, 0
    while found != before:
        before = found
        found = (found | found << 8 | found >> 8 | found << row | found >> row) & whole
    there = Image.frombytes("L", coarse.size, found.to_bytes(coarse.width * coarse.height))
    return both(mask, full(ImageOps.crop(there, 1), mask.size, COARSE))


def straight(mask: Image.Image) -> Image.Image:
    """What of a mask is in a level or upright line of at least 12 pixels."""
    bits = int.from_bytes(mask.tobytes())
    found = 0
    for step in (8, 8 * mask.width):
        line = bits
        for times in (1, 2, 4, 4):
            line &= line >> times * step
        for times in (1, 2, 4, 4):
            line |= line << times * step
        found |= line
    return Image.frombytes("L", mask.size, found.to_bytes(mask.width * mask.height))


def closed(mask: Image.Image, reach: int) -> Image.Image:
    """A mask with its holes and narrow gaps; what lies at the edge of the picture is no gap."""
    border = 2 * reach
    wider = ImageOps.expand(mask, border, fill=0)
    return ImageOps.crop(shrunk(grown(wider, reach), reach), border)


def bordered(mask: Image.Image, border: int, work: Callable[[Image.Image], Image.Image]) -> Image.Image:
    """What `work` makes of a mask that ends at the picture's edge."""
    return ImageOps.crop(work(ImageOps.expand(mask, border, fill=0)), border)


def line_between(one: Image.Image, other: Image.Image) -> Image.Image:
    """How much of each pixel is covered by a line between two areas; it has no steps on slopes and curves."""
    return ImageChops.multiply(_soft(one), _soft(other)).point([_covered(level / 255) for level in LEVELS])


def edge_of(area: Image.Image) -> Image.Image:
    """The line between an area and all the rest."""
    return _soft(area).point([_covered(level / 255 * (1 - level / 255)) for level in LEVELS])


def _soft(mask: Image.Image) -> Image.Image:
    return full(mask.reduce(FINE_CELL), mask.size, FINE_CELL, Image.Resampling.BILINEAR)


def _covered(share: float) -> int:
    return round(255 * max(0, min(1, (share - LINE_FROM) / (LINE_FULLY - LINE_FROM))))
