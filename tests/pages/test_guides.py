"""The guides: their steps, the sizes of their pictures, and what a screen reader is told of each."""

from dataclasses import replace

import pytest

from handout.model.content import Content
from handout.model.text import Run
from handout.pages.guides import GuideBlock, _steps, guide_blocks, guide_box
from handout.pdf.fonts import FontSet
from handout.pdf.pen import Pen
from handout.pdf.tagging import Element
from handout.pictures.picture import Picture
from handout.theme import (
    AFTER_GUIDES_HEADING,
    FRAME_HEIGHT,
    LARGE,
    MAIN_COLUMN,
    MEASURE,
    NORMAL,
    Theme,
    points,
)

THEMES = pytest.mark.parametrize("theme", [NORMAL, LARGE], ids=["normal", "large"])
PER_PAGE = pytest.mark.parametrize("per_page", [2, 3, 4])


def picture(width: float, height: float) -> Picture:
    return Picture(1, 1, width, height, "L", b"", b"", 300)


def structure(element: Element) -> list:
    """Kinds of the elements, those inside one another as lists."""
    below = [structure(kid) for kid in element.kids if isinstance(kid, Element)]
    return [element.kind, *below]


def drawn(content: Content, theme: Theme, per_page: int) -> tuple[list, Element]:
    box = guide_box(content, theme, per_page)
    root, pen = Element("Part"), Pen(FontSet(), 0)
    pictures = [picture(*box)] * len(content.guides.pictures)
    blocks = guide_blocks(content, pictures, theme, per_page, root)
    for block in blocks:
        block.draw(pen, 0, 800)
    return blocks, root


def guides_of(blocks: list) -> list[GuideBlock]:
    return [block for block in blocks if isinstance(block, GuideBlock)]


@THEMES
@PER_PAGE
def test_a_guide_is_a_figure_with_its_caption(content: Content, theme: Theme, per_page: int) -> None:
    width, height = guide_box(content, theme, per_page)
    assert width <= (MAIN_COLUMN if per_page >= 3 else MEASURE)
    assert 0 < height * per_page < FRAME_HEIGHT
    blocks, root = drawn(content, theme, per_page)
    assert structure(root) == ["Part", ["H2"], *[["Figure", ["Caption"]]] * 8]
    starts = [place for place, block in enumerate(blocks) if block.starts_page]
    assert starts == list(range(0, len(blocks), per_page + 1))
    figures = [kid for kid in root.walk() if kid.kind == "Figure"]
    assert [figure.alt for figure in figures] == [guide.alt for guide in content.guides.pictures]


def test_steps_are_counted_within_their_part(content: Content) -> None:
    assert _steps(content.guides) == ["", "", "Set up 1", "Set up 2", "Forgot 1", "Forgot 2", "Forgot 3", ""]


def test_guides_without_parts_are_counted_through(content: Content) -> None:
    pictures = tuple(guide._replace(part="") for guide in content.guides.pictures)
    assert _steps(content.guides._replace(pictures=pictures)) == list("12345678")


def test_a_caption_that_counts_has_no_second_number_beside_it(content: Content) -> None:
    pictures = tuple(
        guide._replace(part="", caption=(Run(f"Guide {number}"),))
        for number, guide in enumerate(content.guides.pictures, 1)
    )
    assert _steps(content.guides._replace(pictures=pictures)) == [""] * 8


@PER_PAGE
def test_pictures_of_nearly_one_shape_are_equally_wide(content: Content, per_page: int) -> None:
    width, height = guide_box(content, NORMAL, per_page)
    shapes = [(width, height - 1), (width - 4, height), (width, height - 3), (height / 2, height)] * 2
    blocks = guide_blocks(content, [picture(*shape) for shape in shapes], NORMAL, per_page, Element("Part"))
    widths = [round(block.width, 3) for block in guides_of(blocks)]
    assert len({widths[place] for place in (0, 1, 2, 4, 5)}) == 1
    assert widths[3] < widths[0] / 2
    assert widths[0] > points(width) * 0.88


@THEMES
def test_a_long_caption_above_its_picture_takes_its_room_from_it_alone(
    content: Content, theme: Theme
) -> None:
    first, *others = content.guides.pictures
    wordy = first._replace(caption=(Run("words of a caption " * 30),))
    guides = content.guides._replace(pictures=(wordy, *others))
    blocks, _ = drawn(replace(content, guides=guides), theme, 2)
    heading, one, two, *_ = blocks
    assert one.width < two.width
    used = heading.height + one.space_before + one.height + two.space_before + two.height
    assert used <= points(FRAME_HEIGHT) + 0.01


def test_white_stands_between_the_heading_and_the_first_guide(content: Content) -> None:
    (heading, first, *_), _ = drawn(content, NORMAL, 3)
    assert first.space_before == points(AFTER_GUIDES_HEADING) >= points(6)
    assert heading.style.bold


def test_a_heading_that_runs_on_is_lighter_and_said_once(content: Content) -> None:
    blocks, _ = drawn(content, NORMAL, 3)
    first, *further = [block for block in blocks if block.starts_page]
    for heading in further:
        assert heading.style.size < first.style.size
        assert not heading.style.bold
        assert heading.element is None
        assert heading.heading == ""
        assert heading.height == first.height


@THEMES
@PER_PAGE
def test_a_caption_keeps_off_its_picture(content: Content, theme: Theme, per_page: int) -> None:
    blocks, _ = drawn(content, theme, per_page)
    for block in guides_of(blocks):
        left, _, right, upper = (
            float(edge) for edge in block.figure.attributes.split("[")[1].rstrip("]").split()
        )
        assert right - left == pytest.approx(block.width, abs=0.02)
        if block.beside:
            assert right == pytest.approx(points(MEASURE), abs=0.01)
            texts = [*block.caption, *([block.step] if block.step else [])]
            assert max(line.width for line in texts) <= left - points(2.9)
        else:
            assert upper <= 800 - len(block.caption) * block.style.leading
