"""A draft says on the paper what it waits for; a finished handout and a child's page say nothing of it."""

from dataclasses import replace

import pytest
from helpers.pdfs import letters, page_count, page_text

from handout import build_handout, class_set
from handout.model.content import Content
from handout.model.look import Look
from handout.model.student import Student
from handout.pages.draft import WORDS_TO_COME, as_draft
from handout.theme import LARGE, NORMAL

ANN = Student("TAN MEI LING", "3A", "1", "tan_mei_ling@students.edu.sg", "given")
LOOKS = pytest.mark.parametrize("look", [Look(), Look(large=True)], ids=["normal", "large"])


def waiting(content: Content, *places: int) -> Content:
    """The content with pictures that have no alt text yet."""
    guides = content.guides.pictures
    pictures = tuple(
        guide._replace(alt="") if place in places else guide for place, guide in enumerate(guides)
    )
    return replace(content, guides=content.guides._replace(pictures=pictures))


@LOOKS
def test_each_page_of_a_draft_says_how_many_pictures_wait(content: Content, look: Look) -> None:
    pdf = build_handout(waiting(content, 2, 5), look)
    for page in range(page_count(pdf)):
        words = " ".join(page_text(pdf, page).split())
        assert "Rain Tree Primary School · Draft: 2 pictures still wait for words Page" in words
        foot = min(letter.bottom for letter in letters(pdf, page))
        sizes = {letter.size for letter in letters(pdf, page) if letter.bottom < foot + 2}
        assert sizes == {look.theme.footer.size}


def test_one_picture_waits_alone(content: Content) -> None:
    assert as_draft(waiting(content, 0), NORMAL).settings.source == "Draft: 1 picture still waits for words"


@LOOKS
def test_once_the_words_are_there_nothing_is_said(content: Content, look: Look) -> None:
    pdf = build_handout(content, look)
    said = " ".join(page_text(pdf, page) for page in range(page_count(pdf)))
    assert "Draft" not in said
    assert WORDS_TO_COME not in said
    assert as_draft(content, look.theme) is content


def test_the_page_of_a_child_is_no_draft(content: Content) -> None:
    pdf = class_set(waiting(content, 0, 1), [ANN])
    assert "Draft" not in " ".join(page_text(pdf, page) for page in range(page_count(pdf)))


def test_large_print_shows_where_words_are_waiting(content: Content) -> None:
    content = waiting(content, 2)
    pdf = build_handout(content, Look(large=True))
    pages = [" ".join(page_text(pdf, page).split()) for page in range(page_count(pdf))]
    assert [WORDS_TO_COME in page for page in pages] == [False, False, False, True, False, False]
    assert f"Set up 1 Log in and open Setup Security Questions {WORDS_TO_COME}" in pages[3]
    assert as_draft(content, NORMAL).guides == content.guides
    assert as_draft(content, LARGE).guides.pictures[3] == content.guides.pictures[3]
