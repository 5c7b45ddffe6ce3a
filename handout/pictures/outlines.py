"""Pale outlines of buttons and fields, which would get lost where pale tints turn white."""

from PIL import Image

from handout.pictures.masks import (
    CELL,
    FINE_CELL,
    below,
    both,
    from_on,
    full,
    grown,
    straight,
    union,
    without,
)

PALE_FROM, PALE_TO = 200, 246  # luminance
RUN = b"\xff" * 12  # pixels of a level line, at least
FARTHEST = 200  # pixels from it, where words touch it


def pale_outlines(light: Image.Image) -> Image.Image:
    """Straight lines that are narrower than a cell, and no soft edge of what is darker."""
    tints = below(light, PALE_TO)
    wide = full(grown(from_on(tints.reduce(CELL), 255), 1), light.size)
    dark = full(grown(from_on(below(light, PALE_FROM).reduce(FINE_CELL), 1), 1), light.size, FINE_CELL)
    thin = without(tints, wide)
    narrow = without(thin, dark)
    box = narrow.getbbox() or (0, 0, 1, 1)
    ways = union(thin.crop(box), both(tints, dark).crop(box))
    lines = _through_words(straight(narrow.crop(box)), ways)
    narrow.paste(both(lines, from_on(light, PALE_FROM).crop(box)), box[:2])
    return narrow


def _through_words(lines: Image.Image, ways: Image.Image) -> Image.Image:
    """Level lines go on where a word is on them, to its end."""
    width = lines.width
    found, open_ = bytearray(lines.tobytes()), ways.tobytes()
    at = found.find(RUN)
    while at >= 0:
        row = at - at % width
        end = min(_or(found.find(0, at), len(found)), row + width)
        before = max(row, at - FARTHEST, open_.rfind(0, row, at) + 1)
        after = min(_or(open_.find(0, end, row + width), row + width), end + FARTHEST)
        found[before:after] = b"\xff" * (after - before)
        at = found.find(RUN, max(after, end))
    return Image.frombytes("L", lines.size, bytes(found))


def _or(place: int, other: int) -> int:
    return other if place < 0 else place
