"""A draft says on the paper what it waits for; a finished handout and a child's page say nothing of it."""

from dataclasses import replace

import pytest
from helpers.pdfs import Letter, letters, page_count, page_text

from handout import build_handout, class_set
from handout.model.content import Content
from handout.model.look import Look
from handout.model.student import Student
from handout.pages.draft import WORDS_TO_COME, draft_notice, with_words_to_come
from handout.theme import LARGE, NORMAL, PRINTABLE_EDGE

pytestmark = pytest.mark.slow

ANN = Student("TAN MEI LING", "3A", "1", "tan_mei_ling@students.edu.sg", "given")
LOOKS = pytest.mark.parametrize(
    "look",
    [pytest.param(Look(), id="normal"), pytest.param(Look(large=True), id="large", marks=pytest.mark.slow)],
)


def waiting(content: Content, *places: int) -> Content:
    """The content with pictures that have no alt text yet."""
    guides = content.guides.pictures
    pictures = tuple(
        guide._replace(alt=()) if place in places else guide for place, guide in enumerate(guides)
    )
    return replace(content, guides=content.guides._replace(pictures=pictures))


@LOOKS
def test_each_page_of_a_draft_says_how_many_pictures_wait(content: Content, look: Look) -> None:
    pdf = build_handout(waiting(content, 2, 5), look)
    for page in range(page_count(pdf)):
        words = " ".join(page_text(pdf, page).split())
        assert words.endswith(
            f"Page {page + 1} of {page_count(pdf)} Draft, not to be handed out: 2 pictures still wait for words"
        )
        notice = [letter for letter in letters(pdf, page) if letter.top < 15]
        assert "".join(letter.character for letter in notice).startswith("Draft,")
        assert {letter.size for letter in notice} == {look.theme.footer.size}
        assert min(letter.bottom for letter in notice) >= PRINTABLE_EDGE


def test_a_draft_has_the_pages_of_the_finished_handout(content: Content) -> None:
    draft, finished = build_handout(waiting(content, 2, 5)), build_handout(content)
    assert page_count(draft) == page_count(finished)
    for page in range(page_count(draft)):
        shown = [typeset(letter) for letter in letters(draft, page) if letter.top >= 15]
        assert shown == [typeset(letter) for letter in letters(finished, page)]


def typeset(letter: Letter) -> Letter:
    """Without the tag of its subset, which has the letters of the notice too."""
    return replace(letter, font=letter.font.partition("+")[2])


def test_one_picture_waits_alone(content: Content) -> None:
    assert draft_notice(waiting(content, 0)) == "Draft, not to be handed out: 1 picture still waits for words"


@LOOKS
def test_once_the_words_are_there_nothing_is_said(content: Content, look: Look) -> None:
    pdf = build_handout(content, look)
    said = " ".join(page_text(pdf, page) for page in range(page_count(pdf)))
    assert "Draft" not in said
    assert WORDS_TO_COME not in said
    assert not draft_notice(content)


def test_the_page_of_a_child_is_no_draft(content: Content) -> None:
    pdf = class_set(waiting(content, 0, 1), [ANN])
    assert "Draft" not in " ".join(page_text(pdf, page) for page in range(page_count(pdf)))


def test_large_print_shows_where_words_are_waiting(content: Content) -> None:
    content = waiting(content, 2)
    pdf = build_handout(content, Look(large=True))
    pages = [" ".join(page_text(pdf, page).split()) for page in range(page_count(pdf))]
    assert [WORDS_TO_COME in page for page in pages] == [False, False, False, True, False, False]
    assert f"Set up 1 Log in and open Setup Security Questions. {WORDS_TO_COME}" in pages[3]
    assert with_words_to_come(content, NORMAL).guides == content.guides
    assert with_words_to_come(content, LARGE).guides.pictures[3] == content.guides.pictures[3]
