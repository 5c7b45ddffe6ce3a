"""Colours as greys, for black toner."""

from collections.abc import Callable
from functools import cache

from PIL import Image

from handout.pictures.areas import areas, cell_of
from handout.pictures.bars import bars, darken
from handout.pictures.masks import LEVELS, light_of
from handout.pictures.writing import PAPER, faint, pixels, writing

# Grey is printed as dots of black: letters and lines of it fray.
DARKEST = 75  # darker is black
LIGHTEST = 246  # lighter is white
MIDTONES = 0.6  # gamma: of what is left, the mid-tones as they were; white on orange keeps 4.5:1

# Of writing on paper, more is black.
INK, FAINT_INK = 120, 175  # darker is black
SOFTNESS = 1.5  # gamma: what is between ink and paper


def greyed(image: Image.Image) -> Image.Image:
    """Turn a picture grey by luminance: what is written on paper is nearly black, white stays."""
    light = light_of(image if image.mode in {"RGB", "L"} else image.convert("RGB"))
    cell = cell_of(light.width)
    tones = light.reduce(cell)
    found = list(areas(tones, PAPER))
    dark = bars(found, light, cell)
    written = writing(tones, [area for area in found if area not in dark], dark)
    made = Image.composite(
        light.point(_levels(_ink)), light.point(_levels(_tone)), pixels(written, light, cell)
    )
    pale = pixels(faint(light, tones, cell, written), light, cell)
    box = pale.getbbox()
    if box:
        made.paste(light.crop(box).point(_levels(_faint_ink)), box[:2], pale.crop(box))
    for area in dark:
        darken(made, area, light, cell)
    return made


@cache
def _levels(curve: Callable[[int], int]) -> list[int]:
    return [curve(level) for level in LEVELS]


def _tone(level: int) -> int:
    """Dark levels as black, the lightest as white, the others spread over what is left."""
    share: float = max(0, min(1, (level - DARKEST) / (LIGHTEST - DARKEST))) ** MIDTONES
    return round(255 * share)


def _ink(level: int, black: int = INK) -> int:
    if level >= PAPER:
        return _tone(level)
    share: float = (max(0, level - black) / (PAPER - black)) ** SOFTNESS
    return round(_tone(PAPER) * share)


def _faint_ink(level: int) -> int:
    return _ink(level, FAINT_INK)
