"""How pages are printed, and what each child gets."""

from typing import Literal, NamedTuple

from handout.theme import LARGE, NORMAL, Theme

Layout = Literal["pack", "sheet", "slips"]


class Look(NamedTuple):
    """How the pages are printed, whatever they say. `grey` and `saver` (of toner) reach the pictures.

    `large` print has no more than two guides to a page.
    """

    guides_per_page: int = 3
    saver: bool = False
    grey: bool = False
    large: bool = False

    @property
    def per_page(self) -> int:
        """How many guides stand on a page."""
        return min(self.guides_per_page, 2) if self.large else self.guides_per_page

    @property
    def theme(self) -> Theme:
        return LARGE if self.large else NORMAL


PLAIN = Look()
