"""How large the pictures of the guides are, and the white between them."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import chain

import pytest
from helpers.guides import PER_PAGE, PHONE, SLIDE, THEMES, drawn, numbers, of_full_size, picture, with_caption

from handout.model.content import Content
from handout.pages.guide_block import GuideBlock
from handout.pages.guide_setting import guide_box
from handout.pages.guides import guide_widths
from handout.theme import (
    AFTER_GUIDES_HEADING,
    FRAME_HEIGHT,
    LARGE,
    MAIN_COLUMN,
    MEASURE,
    NORMAL,
    POINTS_PER_MM,
    Theme,
    points,
)


@pytest.mark.slow
@THEMES
@PER_PAGE
@pytest.mark.parametrize(
    "shapes", [(SLIDE,) * 8, (SLIDE, PHONE) * 4, (PHONE,) * 8], ids=["slides", "mixed", "phone"]
)
def test_the_guides_of_a_page_end_eight_millimetres_above_the_footer(
    content: Content, theme: Theme, per_page: int, shapes: Sequence[tuple[int, int]]
) -> None:
    pages, _, blocks = drawn(content, theme, per_page, shapes)
    heading = blocks[0].height
    footer_capitals = points(FRAME_HEIGHT) + points(3.9)
    for page in pages:
        used = heading + sum(block.space_before + block.height for block in page)
        assert used <= footer_capitals - points(8) + 1.5
        assert all(block.width * block.shape >= points(50) or block.picture in (0, 7) for block in page)


@PER_PAGE
def test_pictures_of_nearly_one_shape_are_equally_wide(content: Content, per_page: int) -> None:
    shapes = [(1180, 660), (1191, 669), (1174, 658), PHONE] * 2
    pages, _, _ = drawn(of_full_size(content), NORMAL, per_page, shapes)
    blocks = list(chain(*pages))
    slides = {round(block.width, 3) for block in blocks if block.picture % 4 != 3}
    phones = {round(block.width, 3) for block in blocks if block.picture % 4 == 3}
    assert len(slides) == len(phones) == 1
    assert max(phones) < min(slides) / 2
    if per_page >= 3:
        assert len({block.picture_left for block in blocks}) == 1, "all at one left edge"


@pytest.mark.parametrize(
    ("theme", "per_page", "least", "small"),
    [
        (NORMAL, 2, MEASURE - 0.01, (24, 13.8)),
        (NORMAL, 3, 121, (24, 24)),
        (NORMAL, 4, 121, (24, 24)),
        (LARGE, 2, MEASURE - 0.01, (42, 42)),
    ],
    ids=["two", "three", "four", "large"],
)
def test_our_pictures_are_as_wide_as_the_pages_allow(
    content: Content, theme: Theme, per_page: int, least: float, small: tuple[float, float]
) -> None:
    """In mm: the six that are steps, all alike, and the two that are small and as high as their page has room for."""
    first, *others, last = guide_widths(content, [picture(*SLIDE)] * 8, theme, per_page)
    assert len(set(others)) == 1
    assert others[0] >= least
    assert (first, last) == pytest.approx([height * 1180 / 660 for height in small], rel=0.01)
    assert max(first, last) < others[0] / 2


def foot(page: Sequence[GuideBlock]) -> float:
    """Where the last guide of a page ends, in mm below the first."""
    heights = sum(block.height for block in page)
    return (heights + sum(block.space_before for block in page[1:])) / POINTS_PER_MM


@pytest.mark.parametrize("per_page", [3, 4])
def test_all_pages_of_guides_end_at_one_foot(content: Content, per_page: int) -> None:
    feet = [foot(page) for page in drawn(content, NORMAL, per_page)[0]]
    assert max(feet) - min(feet) < 0.1


def test_of_two_on_a_page_only_the_one_without_a_small_picture_ends_earlier(content: Content) -> None:
    first, between, last = (foot(page) for page in drawn(content, NORMAL, 2)[0])
    assert abs(first - last) < 0.4, "a title slide grows in whole points"
    assert 10 < last - between < 20


def test_large_print_leaves_less_room_at_its_feet_than_a_picture_needs(content: Content) -> None:
    feet = [foot(page) for page in drawn(content, LARGE, 2)[0]]
    assert max(feet[1:3]) - min(feet[1:3]) < 0.1
    assert max(feet) - feet[3] < 35, "the last page"
    assert max(feet) - feet[0] < 50, "the words of the first picture are few"


def test_white_to_spare_is_where_a_part_ends(content: Content) -> None:
    *_, (set_up, forgot), _ = drawn(content, NORMAL, 2)[0]
    assert forgot.space_before == points(24)
    assert set_up.space_before == points(AFTER_GUIDES_HEADING)
    _, _, (_, second), _ = drawn(content, LARGE, 2)[0]
    assert points(6) <= second.space_before <= points(14), "both are of one part"


def test_a_last_page_that_ends_early_has_no_more_white_than_the_others(content: Content) -> None:
    (_, second, third), *_, (_, last) = drawn(of_full_size(content), NORMAL, 3)[0]
    assert points(5) <= last.space_before == second.space_before == third.space_before < points(6)


def test_pages_that_all_have_room_have_more_white_between_their_pictures(content: Content) -> None:
    """Eight of full size, two to a page, are as wide as the page: 30 mm would stay at each foot."""
    pages = drawn(of_full_size(content), NORMAL, 2)[0]
    assert [len(page) for page in pages] == [2, 2, 2, 2]
    assert {second.space_before for _, second in pages} == {points(14)}


def test_a_page_with_room_has_larger_pictures_where_that_is_much(content: Content) -> None:
    seven, nine = (
        guide_widths(of_full_size(content, count), [picture(*SLIDE)] * count, NORMAL, 4) for count in (7, 9)
    )
    assert len(set(seven[:4])) == len(set(seven[4:])) == 1
    assert seven[4] > 1.2 * seven[0]
    assert len(set(nine)) == 1


def test_a_small_picture_keeps_the_left_edge_of_its_page(content: Content) -> None:
    for per_page in (2, 3, 4):
        for page in drawn(content, NORMAL, per_page)[0]:
            assert len({block.picture_left for block in page}) == 1


@pytest.mark.slow
@THEMES
def test_a_long_caption_takes_room_from_the_pictures_of_its_page(content: Content, theme: Theme) -> None:
    content = of_full_size(content)
    guides = content.guides._replace(
        pictures=tuple(guide._replace(alt=()) for guide in content.guides.pictures)
    )
    content = replace(content, guides=guides)
    plain, _, _ = drawn(content, theme, 2)
    wordy, _, _ = drawn(
        with_caption(content, "words of a caption " * (24 if theme is LARGE else 44)), theme, 2
    )
    assert numbers(plain) == numbers(wordy)
    assert wordy[0][0].width < 0.9 * plain[0][0].width
    assert wordy[1][0].width == plain[1][0].width


@pytest.mark.parametrize(("fourth", "fifth"), [(3, 15), (9, 9), (14, 3), (15, 3)])
def test_words_that_take_more_lines_beside_lower_pictures_keep_off_the_footer(
    content: Content, fourth: int, fifth: int
) -> None:
    """The height that another page has room for may be too low for the words of this one."""
    pictures = [guide._replace(part="") for guide in content.guides.pictures]
    content = replace(content, guides=content.guides._replace(pictures=tuple(pictures)))
    content = with_caption(content, "capitals and small letters " * fourth, 3)
    content = with_caption(content, "capitals and small letters " * fifth, 4)
    pages, _, blocks = drawn(content, NORMAL, 2)
    assert numbers(pages) == [[1, 2, 3], [4, 5], [6, 7, 8]]
    for page in pages:
        used = blocks[0].height + sum(block.space_before + block.height for block in page)
        assert used <= points(FRAME_HEIGHT) + points(3.9) - points(8)


@THEMES
@PER_PAGE
def test_a_picture_has_a_box(content: Content, theme: Theme, per_page: int) -> None:
    width, height = guide_box(content, theme, per_page)
    assert width == (MAIN_COLUMN if per_page >= 3 else MEASURE)
    assert 0 < height * min(per_page, 3) < FRAME_HEIGHT
