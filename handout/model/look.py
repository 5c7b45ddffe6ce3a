"""How pages are printed, and what each child gets."""

from typing import Literal, NamedTuple

from handout.theme import LARGE, NORMAL, Theme

Layout = Literal["pack", "sheet", "slips"]


class Look(NamedTuple):
    """How the pages are printed, apart from what they say. `grey` and `saver` (of toner) reach the pictures.

    Where `saver` is None, grey pages save toner: a printer without colour makes dots of every ground.
    `large` print has no more than two guides to a page. Small pictures come on top of these.
    """

    guides_per_page: int = 3
    saver: bool | None = None
    grey: bool = False
    large: bool = False

    @property
    def spares_toner(self) -> bool:
        return self.grey if self.saver is None else self.saver

    @property
    def per_page(self) -> int:
        """How many guides of full size a page has at most."""
        return min(self.guides_per_page, 2) if self.large else self.guides_per_page

    @property
    def theme(self) -> Theme:
        return LARGE if self.large else NORMAL


PLAIN = Look()
