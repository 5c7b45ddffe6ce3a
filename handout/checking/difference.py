"""One difference between a printed set and what it should be, and how it becomes a problem."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from handout.errors import Flaw, Place, Problem

MOST_PAGES = 3  # that one message names


@dataclass(frozen=True, slots=True)
class Difference:
    """What is wrong, on which page (0 for the file as a whole), and what fixes it."""

    what: str
    page: int = 0
    remedy: Literal["print", "list", "file", ""] = "print"


def problems_of(found: Iterable[Difference], pdf: Path, roster: Path) -> Iterator[Problem]:
    """A problem for each difference; the same one on many pages is reported once."""
    remedies = {
        "print": f"Print it again from {roster.name}.",
        "list": f"Correct {roster.name}, then print it again.",
        "file": "Check it against the class list that it was printed from.",
        "": "",
    }
    pages: dict[tuple[str, str], list[int]] = {}
    for difference in found:
        pages.setdefault((difference.what, difference.remedy), []).append(difference.page)
    for (what, remedy), numbers in pages.items():
        told = f"{_listed(sorted(set(numbers) - {0}))}{what}"
        yield Problem(Place(pdf.name), Flaw(told[0].upper() + told[1:], remedies[remedy]))


def _listed(pages: list[int]) -> str:
    """Page 1 alone, or pages 1, 5, 9 and 30 more."""
    if not pages:
        return ""
    more = f" and {len(pages) - MOST_PAGES} more" if len(pages) > MOST_PAGES else ""
    word = "Page" if len(pages) == 1 else "Pages"
    return f"{word} {', '.join(map(str, pages[:MOST_PAGES]))}{more}: "
