"""The handout and the sets in large print."""

from itertools import pairwise

import pytest
from helpers.pdfs import all_faults, find_word, joined, letters, lines_drawn, page_count, page_text, squeezed
from helpers.placed import within_margins
from helpers.school import child

from handout import build_handout, class_set, theme
from handout.model.content import Content, Paragraph
from handout.model.look import Look
from handout.model.student import NOBODY, Student
from handout.model.text import plain
from handout.printing.press import Press

pytestmark = pytest.mark.slow


def test_large_print_is_large(content: Content) -> None:
    pdf = build_handout(content, Look(large=True))
    for number in range(page_count(pdf)):
        for letter in letters(pdf, number):
            assert letter.size >= (12 if letter.top < theme.FOOTER_ROOM else 16), letter
        assert within_margins(pdf, number)
    assert not all_faults(pdf)


@pytest.mark.parametrize("person", [child("TAN MEI LING"), child("LIM JO", "6A"), NOBODY], ids=str)
def test_large_print_splits_no_paragraph_and_gives_the_hand_the_room_of_page_1(
    content: Content, person: Student
) -> None:
    press = Press(content, [person], Look(large=True))
    pdf = press.print([person], person.class_name)
    pages = [joined(page_text(pdf, number)) for number in (0, 1)]
    for passage in content.text:
        words = joined(plain(passage.text)) if isinstance(passage, Paragraph) else ""
        assert any(squeezed(words) in squeezed(page) for page in pages), words
    ruled = sorted({y1 for _, y1, x2, y2 in lines_drawn(pdf, 0) if y1 == y2 and x2 > 150})
    assert min(above - below for below, above in pairwise(ruled)) >= 24.9


def test_large_print_says_each_picture_in_large_type(content: Content) -> None:
    pdf = build_handout(content, Look(large=True))
    for place, guide in enumerate(content.guides.pictures):
        assert all(letter.size >= 16 for letter in find_word(pdf, 2 + place // 2, plain(guide.alt)))


def test_large_print_has_large_usernames(content: Content) -> None:
    long = "muhammad_danish_haziq_abdul_rahman@students.edu.sg"
    people = [child("TAN MEI LING"), child("MUHAMMAD " * 6, number="2", username=long)]
    pdf = class_set(content, people, Look(large=True))
    for person, page in zip(people, (0, 6), strict=True):
        assert all(letter.size >= 18 for letter in find_word(pdf, page, person.username))
        assert all(letter.size >= 16 for letter in find_word(pdf, page, person.name))
