"""How much paper lines of type take: millimetres, measured to their ink; widths are in points."""

from collections.abc import Sequence
from itertools import pairwise

from handout.pages import slip_sizes
from handout.theme import points
from handout.typesetting import Line


def width_of(lines: Sequence[Line]) -> float:
    """In points."""
    return max((line.width for line in lines), default=0)


def leading_of(lines: Sequence[Line]) -> float:
    """From one line to the next: more where signs above and below the letters would meet."""
    ink = max(upper.below + lower.above for upper, lower in pairwise(lines)) / points(1)
    return max(lines[0].spans[0].size * slip_sizes.LEADING / points(1), ink + slip_sizes.INK_MARGIN)


def to_last_line(lines: Sequence[Line]) -> float:
    """From the first line to the last."""
    return (len(lines) - 1) * leading_of(lines) if len(lines) > 1 else 0


def above(*texts: Sequence[Line]) -> float:
    """How far the ink of the highest of these texts reaches above its first line."""
    return max((lines[0].above for lines in texts if lines), default=0) / points(1)


def below(*texts: Sequence[Line]) -> float:
    """How far the ink of the lowest of these texts reaches below its first line."""
    return max((to_last_line(lines) + lines[-1].below / points(1) for lines in texts if lines), default=0)
