"""Where the pictures of a page are, and whether its words keep its margins."""

import re
from typing import NamedTuple

from handout import theme
from helpers.pdfs import (
    MM,
    Letter,
    contents,
    letters,
)


class Placed(NamedTuple):
    """A picture of a page: its name, and its edges in mm."""

    name: str
    left: float
    bottom: float
    width: float
    height: float

    @property
    def top(self) -> float:
        return self.bottom + self.height

    def touches(self, letter: Letter) -> bool:
        beside = letter.right < self.left - 1 or letter.left > self.left + self.width + 1
        return not (beside or letter.bottom > self.top or letter.top < self.bottom)


def pictures_on(pdf: bytes, number: int) -> list[Placed]:
    pattern = r"([\d.]+) 0 0 ([\d.]+) ([\d.]+) ([\d.]+) cm /(P\d)"
    return [
        Placed(name, *(float(length) / MM for length in (x, y, width, height)))
        for width, height, x, y, name in re.findall(pattern, contents(pdf, number))
    ]


def within_margins(pdf: bytes, number: int) -> bool:
    """The gutter is on the left of a front page, and on the right of its back."""
    left, right = (theme.MARGIN, theme.GUTTER) if number % 2 else (theme.GUTTER, theme.MARGIN)
    return all(
        letter.left >= left - 0.4
        and letter.right <= theme.PAGE_WIDTH - right + 0.3
        and letter.bottom >= theme.MARGIN
        and letter.top <= theme.PAGE_HEIGHT - theme.MARGIN
        for letter in letters(pdf, number)
    )
