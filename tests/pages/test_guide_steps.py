"""The number and the part of a step beside its words."""

from dataclasses import replace
from itertools import chain

import pytest
from helpers.guides import SLIDE, THEMES, captions, drawn

from handout.model.content import Content, Guides
from handout.model.text import Run
from handout.pages.guide_steps import steps
from handout.theme import (
    LARGE,
    NORMAL,
    Theme,
    points,
)


def test_steps_are_counted_within_their_part(content: Content) -> None:
    assert steps(content.guides.pictures, captions(content)) == [
        "", "", "Set up 1", "Set up 2", "Forgot 1", "Forgot 2", "Forgot 3", "",
    ]  # fmt: skip


def test_guides_without_parts_are_counted_through(content: Content) -> None:
    pictures = [guide._replace(part="") for guide in content.guides.pictures]
    assert steps(pictures, captions(content)) == list("12345678")


@pytest.mark.parametrize("words", ["Picture {}", "Step {}: log in", "Log in (step {})"])
def test_a_caption_that_counts_has_no_second_number_beside_it(content: Content, words: str) -> None:
    pictures = [guide._replace(part="") for guide in content.guides.pictures]
    assert steps(pictures, [words.format(number) for number in range(1, 9)]) == [""] * 8
    assert steps(pictures, [words.format(20)] * 8) == list("12345678"), "another number"


def test_words_that_count_a_step_have_the_name_of_its_part_alone_before_them(content: Content) -> None:
    words = [*captions(content)[:3], "How do I enable this? Step 2: choose 3 questions."]
    assert steps(content.guides.pictures[:4], words) == ["", "", "Set up 1", "Set up"]
    words[3] = "Choose 2 questions, those of step 12, or step 3"
    assert steps(content.guides.pictures[:4], words)[3] == "Set up 2"


def test_large_print_counts_a_step_once_where_the_alt_text_counts_it(content: Content) -> None:
    pictures = list(content.guides.pictures)
    pictures[2] = pictures[2]._replace(alt=(Run("How do I enable this? Step 1: log in."),))
    content = replace(content, guides=Guides(content.guides.heading, tuple(pictures)))
    (_, large, *_), (normal, *_) = drawn(content, LARGE, 2)[0], drawn(content, NORMAL, 3)[0]
    labels = [block.step.text for block in (large[0], large[1], normal[2]) if block.step]
    assert labels == ["Set up ", "Set up 2 ", "Set up 1 "]


@THEMES
def test_the_words_of_the_steps_of_a_part_begin_at_one_left_edge(content: Content, theme: Theme) -> None:
    lefts: dict[str, set[float]] = {"Set up": set(), "Forgot": set()}
    for block in chain(*drawn(content, theme, 2)[0]):
        if part := content.guides.pictures[block.picture].part:
            lefts[part].add(block.caption_left)
    assert {part: len(found) for part, found in lefts.items()} == {"Set up": 1, "Forgot": 1}


@THEMES
def test_the_widest_step_of_a_part_keeps_off_its_words(content: Content, theme: Theme) -> None:
    first = content.guides.pictures[2]
    content = replace(content, guides=content.guides._replace(pictures=(first,) * 11))
    blocks = list(chain(*drawn(content, theme, 2, [SLIDE] * 11)[0]))
    widths = {block.step.width for block in blocks if block.step}
    assert len(widths) > 2, "the last is not the widest: 10 is wider than 11"
    (left,) = {block.caption_left for block in blocks}
    assert left >= max(widths) + points(3)
