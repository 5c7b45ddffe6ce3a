"""Colours as greys, for black toner."""

from PIL import Image, ImageFilter

from handout.pictures.masks import CELL, LEVELS, below, from_on, full, grown, light_of, opened, union

# Grey is printed as dots of black: letters and lines of it fray.
DARKEST = 75  # darker is black
MIDTONES = 0.6  # gamma: of what is left, the mid-tones as they were; white on orange keeps 4.5:1

# Of thin letters and lines on paper even more is black.
FAINT_INK = 120  # darker is black
PAPER = 225  # lighter is as light as elsewhere
DARKER = 2  # gamma: what is between

# An area is of one tone, or has more of its tone around each letter than of the letters'. In cells.
SOLID = 1  # each way from its middle
MOSTLY = 180  # of 255, of a cell; light letters have the rest
WINDOW = 3  # each way
DENSE = 100  # of 255, of a window
EDGE = 2  # of an area


def greyed(image: Image.Image) -> Image.Image:
    """Turn a picture grey by luminance: what is thin on paper is nearly black, white stays."""
    grey = light_of(image if image.mode in {"RGB", "L"} else image.convert("RGB"))
    tinted = below(grey, PAPER).reduce(CELL)
    solid = grown(opened(from_on(tinted, MOSTLY), SOLID), EDGE)
    dense = from_on(tinted.filter(ImageFilter.BoxBlur(WINDOW)), DENSE)
    return Image.composite(
        grey.point([_tone(level) for level in LEVELS]),
        grey.point([_ink(level) for level in LEVELS]),
        full(union(solid, dense), grey.size),
    )


def _tone(level: int) -> int:
    """Dark levels as black, the others spread over what is left."""
    share: float = (max(0, level - DARKEST) / (255 - DARKEST)) ** MIDTONES
    return round(255 * share)


def _ink(level: int) -> int:
    if level >= PAPER:
        return _tone(level)
    share: float = (max(0, level - FAINT_INK) / (PAPER - FAINT_INK)) ** DARKER
    return round(_tone(PAPER) * share)
