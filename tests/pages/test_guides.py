"""The guides of a handout: their structure, their headings, and which is on which page."""

from itertools import chain

import pytest
from helpers.guides import PER_PAGE, SLIDE, THEMES, drawn, numbers, of_full_size

from handout.model.content import Content
from handout.model.text import on_one_line
from handout.pdf.tagging import Element
from handout.theme import (
    AFTER_GUIDES_HEADING,
    LARGE,
    NORMAL,
    Theme,
    points,
)


def structure(element: Element) -> list:
    """Kinds of the elements, those inside one another as lists."""
    below = [structure(kid) for kid in element.kids if isinstance(kid, Element)]
    return [element.kind, *below]


@pytest.mark.slow
@THEMES
@PER_PAGE
def test_a_guide_is_a_figure_with_its_caption(content: Content, theme: Theme, per_page: int) -> None:
    pages, root, _ = drawn(content, theme, per_page)
    assert structure(root) == ["Part", ["H2"], *[["Figure", ["Caption"]]] * 8]
    figures = [kid for kid in root.walk() if kid.kind == "Figure"]
    assert [figure.alt for figure in figures] == [on_one_line(guide.alt) for guide in content.guides.pictures]
    assert [block.figure for page in pages for block in page] == figures


@pytest.mark.slow
@pytest.mark.parametrize(
    ("theme", "per_page", "expected"),
    [
        (NORMAL, 2, [[1, 2, 3], [4, 5], [6, 7, 8]]),
        (NORMAL, 3, [[1, 2, 3, 4], [5, 6, 7, 8]]),
        (NORMAL, 4, [[1, 2, 3, 4], [5, 6, 7, 8]]),
        (LARGE, 2, [[1, 2], [3, 4], [5, 6], [7, 8]]),
    ],
    ids=["two", "three", "four", "large"],
)
def test_which_guide_is_on_which_page(
    content: Content, theme: Theme, per_page: int, expected: list[list[int]]
) -> None:
    assert numbers(drawn(content, theme, per_page)[0]) == expected


@PER_PAGE
@pytest.mark.parametrize("count", [5, 7, 8, 9, 12])
def test_without_small_ones_no_page_has_more_than_was_asked_for(
    content: Content, per_page: int, count: int
) -> None:
    pages, _, _ = drawn(of_full_size(content, count), NORMAL, per_page, [SLIDE] * count)
    assert list(chain(*numbers(pages))) == list(range(1, count + 1))
    assert len(pages) == -(-count // per_page)
    assert max(map(len, pages)) <= per_page


@PER_PAGE
def test_the_words_of_a_guide_are_one_mark(content: Content, per_page: int) -> None:
    """Every mark of a page costs a child's copy some bytes."""
    figures = [kid for kid in drawn(content, NORMAL, per_page)[1].walk() if kid.kind == "Figure"]
    captions = [kid for figure in figures for kid in figure.kids if isinstance(kid, Element)]
    assert [len(caption.kids) for caption in captions] == [1, 1, 2, 2, 2, 2, 2, 1], "and the step another"


def test_white_is_between_the_heading_and_the_first_guide(content: Content) -> None:
    _, _, (heading, first, *_) = drawn(content, NORMAL, 3)
    assert first.space_before == points(AFTER_GUIDES_HEADING) >= points(6)
    assert heading.style.bold


def test_a_heading_that_runs_on_is_lighter_and_said_once(content: Content) -> None:
    _, _, blocks = drawn(content, NORMAL, 2)
    first, *further = [block for block in blocks if block.starts_page]
    assert len(further) == 2
    for heading in further:
        assert heading.style.size < first.style.size
        assert not heading.style.bold
        assert heading.element is None
        assert heading.heading == ""
        assert heading.height == first.height
