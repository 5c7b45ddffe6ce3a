"""The words of the guides: beside their picture or above it, their lines, their type."""

from dataclasses import replace
from itertools import chain, pairwise

import pytest
from helpers.guides import PER_PAGE, THEMES, TOP, drawn, lines, of_full_size, with_caption

from handout.model.content import Content, Guides
from handout.model.text import Run, on_one_line, plain
from handout.pages.guide_block import GuideBlock
from handout.theme import (
    LARGE,
    MAIN_COLUMN,
    MEASURE,
    NORMAL,
    Theme,
    points,
)
from handout.typesetting import Face


def box_of(block: GuideBlock) -> list[float]:
    """Left, bottom, right and top of the picture as the structure has them."""
    return [float(edge) for edge in block.figure.attributes.split("[")[1].rstrip("]").split()]


def test_words_above_a_picture_end_at_its_right_edge(content: Content) -> None:
    for theme in (NORMAL, LARGE):
        for block in chain(*drawn(content, theme, 2)[0]):
            if not content.guides.pictures[block.picture].small:
                assert all(block.caption_left + line.width <= block.width for line in lines(block))


def test_long_words_above_a_picture_have_the_width_of_the_page(content: Content) -> None:
    """They take fewer lines, which leaves more height to the picture."""
    content = with_caption(of_full_size(content), "capitals and small letters " * 45, 1)
    block = next(block for block in chain(*drawn(content, NORMAL, 2)[0]) if block.picture == 1)
    assert block.width < points(MAIN_COLUMN)
    assert max(line.width for line in lines(block)) > points(MAIN_COLUMN)


def test_above_a_picture_the_rules_for_a_password_are_two_lines_of_whole_sentences(content: Content) -> None:
    *_, (_, rules, _) = drawn(content, NORMAL, 2)[0]
    action, first, second = (line.text for line in lines(rules))
    assert action.endswith("click Change Password. ")
    assert first.endswith("symbols. ")
    assert second.endswith("Capitals matter.")


@pytest.mark.parametrize(
    ("theme", "per_page"), [(NORMAL, 3), (NORMAL, 4), (LARGE, 2)], ids=["three", "four", "large"]
)
def test_elsewhere_each_rule_for_a_password_has_its_own_line(
    content: Content, theme: Theme, per_page: int
) -> None:
    rules = list(chain(*drawn(content, theme, per_page)[0]))[6]
    guide = content.guides.pictures[6]
    said = plain(guide.alt if theme is LARGE else guide.caption).split("\n")
    assert ["".join(line.text for line in words.lines).strip() for words in rules.caption] == said
    assert len(said) == 6


@THEMES
@PER_PAGE
def test_what_there_is_to_know_is_apart_from_what_to_do(
    content: Content, theme: Theme, per_page: int
) -> None:
    """Rules are below the action with white between, in type that is no larger."""
    rules = list(chain(*drawn(content, theme, per_page)[0]))[6]
    action, *details = rules.caption
    assert details[0].down - action.foot == pytest.approx(points(1.6))
    assert all(words.style == theme.caption for words in details)
    assert action.style.size >= theme.caption.size
    for words, below in pairwise(details):
        assert below.down - words.foot == pytest.approx(points(1.1))


@THEMES
@PER_PAGE
def test_the_names_of_buttons_are_bold_and_addresses_typed(
    content: Content, theme: Theme, per_page: int
) -> None:
    spans = [
        span
        for block in chain(*drawn(content, theme, per_page)[0])
        for line in lines(block)
        for span in line.spans
    ]
    said = {face: "".join("".join(span.text for span in spans if span.face is face).split()) for face in Face}
    assert said[Face.BOLD] == ("SetupSecurityQuestionsSaveAnswersForgotPassword?CheckAnswersChangePassword")
    assert not said[Face.ITALIC]
    assert said[Face.TYPED] == ("https://mims.moe.gov.sg/sspr" * 2 if theme is LARGE else "")


def test_captions_above_large_pictures_are_as_large_as_those_beside(content: Content) -> None:
    for per_page in (2, 3):
        sizes = {block.caption[0].style.size for block in chain(*drawn(content, NORMAL, per_page)[0])}
        assert sizes == {14}


@pytest.mark.parametrize("per_page", [3, 4])
def test_the_pictures_of_a_page_have_one_white_between_them(content: Content, per_page: int) -> None:
    """No caption of ours ends below its picture, the small ones of title and end included."""
    for page in drawn(content, NORMAL, per_page)[0]:
        assert all(block.caption_foot <= block.width * block.shape for block in page)


def test_large_print_has_the_words_of_each_picture_instead_of_its_caption(content: Content) -> None:
    pages, _, _ = drawn(content, LARGE, 2)
    for block in list(chain(*pages)):
        guide = content.guides.pictures[block.picture]
        assert "".join(line.text for line in lines(block)) == on_one_line(guide.alt)
        assert {words.style for words in block.caption} == {LARGE.caption}


def test_what_has_no_words_yet_keeps_its_caption_in_large_print(content: Content) -> None:
    first, second, *others = content.guides.pictures
    pictures = (first._replace(alt=()), second._replace(alt=(Run("\U00013000 has no face"),)), *others)
    pages, _, _ = drawn(replace(content, guides=Guides(content.guides.heading, pictures)), LARGE, 2)
    said = ["".join(line.text for line in lines(block)) for block in pages[0]]
    assert said == ["".join(run.text for run in guide.caption) for guide in (first, second)]


@THEMES
@PER_PAGE
def test_a_caption_keeps_off_its_picture(content: Content, theme: Theme, per_page: int) -> None:
    content = with_caption(content, "A caption of rather many words, which needs several lines " * 3, 2)
    for page in drawn(content, theme, per_page)[0]:
        for block in page:
            left, _, right, upper = box_of(block)
            assert right - left == pytest.approx(block.width, abs=0.02)
            assert right <= points(MEASURE) + 0.01
            words = [(block.caption_left, line) for line in lines(block)]
            words += [(block.step_left, block.step)] if block.step else []
            above = TOP - block.caption_foot >= upper
            for start, line in words:
                beside = start + line.width <= left - points(4.9) or start >= right + points(4.9)
                assert above or beside
                assert start + line.width <= points(MEASURE) + 0.01


@pytest.mark.parametrize("per_page", [3, 4])
def test_no_caption_of_ours_is_longer_than_its_picture_is_high(content: Content, per_page: int) -> None:
    for page in drawn(content, NORMAL, per_page)[0]:
        for block in page:
            style = block.caption[-1].style
            words = block.caption_foot - (style.leading - style.size) / 2
            assert words <= block.width * block.shape + points(1)
