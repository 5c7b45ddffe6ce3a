"""Which guides share a page. A guide is a letter here: its part, "." where it has none; a small one "s"."""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handout.model.content import Guide
from handout.pages.guide_breaks import page_breaks


def guides(letters: str) -> list[Guide]:
    return [
        Guide(Path("a.png"), (), "", letter.strip(".s"), letter == "s", line)
        for line, letter in enumerate(letters, 1)
    ]


def broken(letters: str, per_page: int, most: int = 99) -> str:
    """The letters with a stroke between two pages, none of which has room for more than so many guides."""
    pages = page_breaks(guides(letters), per_page, lambda page: len(page) <= most)
    return "|".join("".join(letters[place] for place in page) for page in pages)


OURS = "s.SSFFFs"


@pytest.mark.parametrize(("per_page", "expected"), [(2, "s.S|SF|FFs"), (3, "s.SS|FFFs"), (4, "s.SS|FFFs")])
def test_small_pictures_come_on_top_and_parts_stay_whole(per_page: int, expected: str) -> None:
    assert broken(OURS, per_page) == expected


def test_no_small_picture_is_left_alone_on_a_page() -> None:
    assert broken("BBBBs", 2, most=2) == "BB|B|Bs"
    assert broken("s..", 2, most=2) == "s.|."


@pytest.mark.parametrize(
    ("letters", "per_page", "expected"),
    [
        (".....", 3, "...|.."),
        (".......", 3, "...|..|.."),
        ("........", 3, "...|...|.."),
        (".........", 3, "...|...|..."),
        ("............", 4, "....|....|...."),
        (".", 3, "."),
        ("s", 3, "s"),
        ("ssss", 3, "ssss"),
        (".AABBB", 3, ".AA|BBB"),
        (".ABBB", 3, ".A|BBB"),  # the part stays whole, though two might be on either page
        (".AABBB.", 4, ".AA|BBB."),
        ("..AAA", 3, "..|AAA"),
        (".ABBB.", 3, ".AB|BB."),  # a page more costs more than a part torn apart
    ],
)
def test_few_pages_then_whole_parts_then_even_ones(letters: str, per_page: int, expected: str) -> None:
    assert broken(letters, per_page) == expected


def test_what_does_not_fit_takes_a_page_more() -> None:
    assert broken("s.SSFFFs", 3, most=3) == "s.|SSF|FFs"
    assert broken("...", 3, most=0) == ".|.|."


@given(st.text("s.AB", min_size=1, max_size=8), st.integers(2, 4), st.integers(1, 5))
def test_no_other_breaks_are_better(letters: str, per_page: int, most: int) -> None:
    found = broken(letters, per_page, most).split("|")
    assert "".join(found) == letters
    assert all(_may_share(page, per_page, most) for page in found)
    best = min(
        _cost(pages)
        for pages in _all_ways(letters)
        if all(_may_share(page, per_page, most) for page in pages)
    )
    assert _cost(found) == best


def _may_share(page: str, per_page: int, most: int) -> bool:
    return len(page) == 1 or (len(page) <= most and len(page.replace("s", "")) <= per_page)


def _cost(pages: list[str]) -> tuple[int, int, int]:
    torn = sum(before[-1] == after[0] and after[0] in "AB" for before, after in pairwise(pages))
    loads = [sum(1 if letter == "s" else 3 for letter in page) ** 2 for page in pages]
    alone = sum(set(page) == {"s"} for page in pages)
    return len(pages), torn + alone, sum(loads)


def _all_ways(letters: str) -> Iterator[list[str]]:
    if not letters:
        yield []
    for end in range(1, len(letters) + 1):
        yield from ([letters[:end], *rest] for rest in _all_ways(letters[end:]))
