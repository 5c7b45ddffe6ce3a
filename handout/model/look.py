"""How pages are printed, and what each child gets."""

from dataclasses import dataclass
from typing import Literal

from handout.theme import LARGE, NORMAL, Theme

Layout = Literal["pack", "sheet", "slips"]


@dataclass(frozen=True, slots=True)
class Look:
    """How the pages are printed, whatever they say. `grey` and `saver` (of toner) reach the pictures."""

    guides_per_page: int = 3
    saver: bool = False
    grey: bool = False
    large: bool = False

    @property
    def theme(self) -> Theme:
        return LARGE if self.large else NORMAL


PLAIN = Look()
