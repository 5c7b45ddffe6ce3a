"""The flat areas of a picture: the ground of a slide and the panels on it, with the letters on them."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from PIL import Image, ImageStat

from handout.pictures.masks import (
    CELL,
    Box,
    Colour,
    below,
    bordered,
    both,
    distance,
    from_on,
    full,
    grown,
    light_of,
    luminance,
    opened,
    reached,
    shrunk,
    union,
)

SAMPLE_STEP = 4  # every 4th pixel each way shows as much of a slide as all of them

# Luminance of an area.
LIGHT = 160  # on a darker one white text can be read (2.6:1)
LIGHTEST = 242  # a lighter one costs next to nothing

# How far a pixel is from a flat colour. Of 255, in the channel that is farthest.
ALIKE = 4  # what most of a flat area strays (JPEG noise)
NEAR = 12  # like the area
CLOSE = 24  # like a panel or its soft edge, and no pointer that reaches onto it
AROUND = 48  # nearly like it: a pale pattern, or the shades of a sky or a photograph
LEAST_FLAT = 0.8  # of what is nearly like it: a photograph has more shades
LEAST_PANEL = 0.06  # of the picture; what is less is a button or a bar of a screenshot
LEAST_GROUND = 0.2  # it reaches from edge to edge, too
MARGIN = 4  # samples around an area, for its outline; a sliver at the edge of the picture is narrower

# What is on it. In cells, unless said.
LETTER = 9  # a narrower shape is a letter, an arrow or a frame, a wider one a panel or a screenshot
LEAST_WIDE = 0.25  # of a panel: the lines of text on it leave narrow strips
WIDE = 2  # each way from its middle: what is narrower is no area of its own, but may be a strip of one
REACH = 2  # from the area into the letters on it
LEAST_LETTERS = 0.0004  # of the picture; a short word takes twice as much
READABLE = 60  # of 255 from the area
LIGHTER = 40  # luminance above the area; a pale pattern stays below


class Flat(NamedTuple):
    """An area of one colour, in the part of the picture that it is in.

    `light`: the luminance of each pixel. `far`: how far each is from the colour. `near`: what has it. `inside` and
    `around` are masks of cells: the area with its letters, and the area with what is next to it.
    """

    colour: Colour
    is_ground: bool
    box: Box
    bands: tuple[Image.Image, ...]
    light: Image.Image
    far: Image.Image
    near: Image.Image
    inside: Image.Image
    around: Image.Image

    @property
    def is_light(self) -> bool:
        return luminance(self.colour) >= LIGHT

    @property
    def size(self) -> tuple[int, int]:
        return self.near.size

    @property
    def alike(self) -> Image.Image:
        """What has the area's colour, nearly: on a ground a pale pattern too."""
        return below(self.far, AROUND if self.is_ground else CLOSE)

    @property
    def has_letters(self) -> bool:
        return self._is_inside(from_on(self.far, READABLE))

    @property
    def has_light_letters(self) -> bool:
        return self._is_inside(from_on(self.light, luminance(self.colour) + LIGHTER))

    def area(self) -> Image.Image:
        """The pixels of the area and of the letters on it."""
        return union(full(self.inside, self.size), both(self.alike, full(self.around, self.size)))

    def _is_inside(self, mask: Image.Image) -> bool:
        return bool(ImageStat.Stat(both(self.inside, mask.reduce(CELL))).mean[0] > 255 * LEAST_LETTERS)


def sampled(image: Image.Image) -> Image.Image:
    """Every few pixels of a picture, each as it is."""
    size = max(1, image.width // SAMPLE_STEP), max(1, image.height // SAMPLE_STEP)
    return image.resize(size, Image.Resampling.NEAREST)


def flats(image: Image.Image) -> Iterator[Flat]:
    """The flat areas of an RGB picture that are worth whitening, the largest first."""
    small = sampled(image)
    pixels = small.width * small.height
    counted: Any = small.getcolors(pixels)
    often = sorted(((count, colour) for count, colour in counted if count * 100 >= pixels), reverse=True)
    bands = small.split()
    found: list[Colour] = []
    for _, colour in often:
        if luminance(colour) > LIGHTEST or any(_is_near(colour, other) for other in found):
            continue
        far = distance(bands, colour)
        how_many = far.histogram()
        alike, near, around = (sum(how_many[: limit + 1]) for limit in (ALIKE, NEAR, AROUND))
        if alike >= LEAST_PANEL * pixels and near >= LEAST_FLAT * around:
            found.append(colour)
            box = _box(far, image)
            is_ground = alike >= LEAST_GROUND * pixels and _is_across(box, image)
            if is_ground or _is_wide(below(far, NEAR)):
                yield _flat(image, colour, box, is_ground)


def _is_near(colour: Colour, other: Colour) -> bool:
    return max(abs(one - tone) for one, tone in zip(colour, other, strict=True)) <= NEAR


def _box(far: Image.Image, image: Image.Image) -> Box:
    """Where an area is, of a picture of which `far` is a sample."""
    left, top, right, bottom = below(far, NEAR).getbbox() or (0, 0, 0, 0)
    return (
        max(0, left - MARGIN) * SAMPLE_STEP,
        max(0, top - MARGIN) * SAMPLE_STEP,
        min(image.width, (right + MARGIN + 1) * SAMPLE_STEP),
        min(image.height, (bottom + MARGIN + 1) * SAMPLE_STEP),
    )


def _is_wide(area: Image.Image) -> bool:
    """Whether enough of a sampled area is wider than a letter: a title in large type is no panel."""
    wide = opened(area, LETTER * CELL // SAMPLE_STEP // 2)
    return bool(ImageStat.Stat(wide).mean[0] >= LEAST_WIDE * ImageStat.Stat(area).mean[0])


def _is_across(box: Box, image: Image.Image) -> bool:
    left, top, right, bottom = box
    return right - left == image.width or bottom - top == image.height


def _flat(image: Image.Image, colour: Colour, box: Box, is_ground: bool) -> Flat:
    part = image.crop(box)
    bands = part.split()
    far = distance(bands, colour)
    near = below(far, NEAR)
    area = from_on(near.reduce(CELL), 128)
    if not is_ground or luminance(colour) < LIGHT:  # letters as light as a light ground could not be read
        area = reached(opened(area, WIDE), area)  # letters of its colour elsewhere are no part of it
    half = LETTER // 2
    inside = bordered(area, LETTER, lambda mask: shrunk(grown(mask, half), half + 1))
    return Flat(
        colour, is_ground, box, bands, light_of(part), far, near, inside, union(inside, grown(area, REACH))
    )
