"""Which guides share a page: in their order, on as few pages as possible, with parts kept together where possible."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from handout.model import Guide


class _Cost(NamedTuple):
    """The drawbacks of breaks, the worst first. `torn`: parts torn apart, and small pictures left alone."""

    pages: int
    torn: int
    uneven: int


def page_breaks(guides: Sequence[Guide], per_page: int, fits: Callable[[range], bool]) -> list[range]:
    """The places of the guides of each page: of all ways the one with the fewest pages, then the fewest torn parts.

    No page has more than `per_page` of full size; small ones come on top of these. A guide that `fits` no page has
    one of its own.
    """
    best: list[tuple[_Cost, list[range]]] = [
        (_Cost(0, 0, 0), [])
    ]  # of the first guides: of none, of one, ...
    for end in range(1, len(guides) + 1):
        ways = []
        for start in reversed(range(end)):
            page = range(start, end)
            full = sum(not guides[place].small for place in page)
            if len(page) > 1 and (full > per_page or not fits(page)):
                break
            before, pages = best[start]
            torn = before.torn + _begins_within_part(guides, start) + (full == 0)
            ways.append(
                (_Cost(before.pages + 1, torn, before.uneven + _load(guides, page) ** 2), [*pages, page])
            )
        best.append(min(ways, key=lambda way: way[0]))
    return best[-1][1]


def _begins_within_part(guides: Sequence[Guide], start: int) -> bool:
    return start > 0 and bool(guides[start].part) and guides[start].part == guides[start - 1].part


def _load(guides: Sequence[Guide], page: range) -> int:
    """How full a page is: a small picture is about a third of another."""
    return sum(1 if guides[place].small else 3 for place in page)
