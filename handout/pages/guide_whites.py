"""The white between guides: all pages end at the same height, unless that takes too much white; points."""

from collections.abc import Sequence
from itertools import pairwise

from handout.model import Guide
from handout.pages.guide_block import GuideBlock
from handout.theme import MOST_BETWEEN_GUIDES, MOST_BETWEEN_PARTS, points


def whites(pages: Sequence[Sequence[GuideBlock]], guides: Sequence[Guide], least: float) -> list[list[float]]:
    """The white between the guides of each page, `least` on the fullest."""
    used = [sum(block.height for block in page) + (len(page) - 1) * least for page in pages]
    return [
        _whites([guides[block.picture] for block in page], least, max(used) - own)
        for page, own in zip(pages, used, strict=True)
    ]


def _whites(guides: Sequence[Guide], least: float, spare: float) -> list[float]:
    """Between the guides of a page that would end above the others by `spare`: first where a part ends.

    A page with more to spare still ends above the others: a gap in its middle would be worse.
    """
    ends = [(one.part, one.small) != (other.part, other.small) for one, other in pairwise(guides)]
    found = [least] * len(ends)
    for is_end, most in ((True, MOST_BETWEEN_PARTS), (False, MOST_BETWEEN_GUIDES)):
        places = [place for place, end in enumerate(ends) if end is is_end]
        white = least + spare / max(len(places), 1)
        if white > points(most):
            white = points(most) if is_end else least
        for place in places:
            found[place] = white
        spare -= len(places) * (white - least)
    return found
