"""An RGB picture → one with at most 256 colours, where the eye sees no difference: a third of the bytes."""

import math
from collections.abc import Sequence
from typing import Any

from PIL import Image, ImageChops, ImageStat

from handout.pictures.flats import sampled
from handout.pictures.masks import Colour

# Measured on a school's eight slides (1180 × 660), one core: RGB deflated at zlib level 6 takes 0.15 s and
# 613 KB; 256 colours by fast octree and a check 0.06 s, then 0.03 s and 230 KB, at 43.8 dB or better. Median
# cut reaches 49 dB but takes 0.37 s. A photograph comes to 37 dB or less. The octree keeps a coarse cube of all colours, so no pixel strays by more
# than 64: a small coloured mark keeps its colour.
MOST = 256  # colours
LEAST_PSNR = 42.0  # dB; a palette that keeps less is not used: photographs stay RGB
NEARLY_WHITE = 250  # of 255; the octree makes 254 of white, which would print as a tint

LEVELS = 256


def with_palette(image: Image.Image) -> Image.Image:
    """The picture with a palette of all its colours, or of nearly the same; as it is where that shows."""
    return _exact(image) or _near(image) or image


def _exact(image: Image.Image) -> Image.Image | None:
    """The same pixels, where they have at most 256 colours.

    Each colour has a key of two bytes: red and green, with some times blue added to each. Pillow's own exact way,
    the median cut, takes four times as long.
    """
    if not sampled(image).getcolors(MOST):  # to count all of them takes long
        return None
    counted: Any = image.getcolors(MOST)
    if not counted:
        return None
    colours: list[Colour] = sorted(colour for _, colour in counted)
    for times in range(LEVELS):
        keys = [_key(colour, times) for colour in colours]
        if len(set(keys)) == len(colours):
            return _numbered(image, times, keys, colours)
    return None


def _key(colour: Colour, times: int) -> int:
    red, green, blue = colour
    return (red + times * blue) % LEVELS | (green + times * blue) % LEVELS << 8


def _numbered(image: Image.Image, times: int, keys: Sequence[int], colours: Sequence[Colour]) -> Image.Image:
    """The picture with these colours as its palette: each pixel's key is looked up in one table."""
    red, green, blue = image.split()
    more = blue.point([times * level % LEVELS for level in range(LEVELS)])
    pairs = Image.merge("LA", (ImageChops.add_modulo(red, more), ImageChops.add_modulo(green, more)))
    numbers = bytearray(LEVELS**2)
    for number, key in enumerate(keys):
        numbers[key] = number
    numbered = Image.frombytes("I", image.size, pairs.tobytes(), "raw", "I;16").point(numbers, "L")
    numbered.putpalette([level for colour in colours for level in colour])
    return numbered


def _near(image: Image.Image) -> Image.Image | None:
    """256 colours that look the same as those of the picture, if there are any."""
    few = image.quantize(MOST, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    _keep_white(few)
    return few if _psnr(sampled(image), sampled(few).convert("RGB")) >= LEAST_PSNR else None


def _keep_white(image: Image.Image) -> None:
    """White paper is white: 254 prints as dots."""
    colours = image.getpalette() or []
    for place in range(0, len(colours), 3):
        if min(colours[place : place + 3]) >= NEARLY_WHITE:
            colours[place : place + 3] = 255, 255, 255
    image.putpalette(colours)


def _psnr(image: Image.Image, other: Image.Image) -> float:
    """Peak signal-to-noise ratio in dB."""
    error = ImageStat.Stat(ImageChops.difference(image, other))
    mean_square = sum(error.sum2) / sum(error.count)
    return 10 * math.log10(255**2 / mean_square) if mean_square else math.inf
