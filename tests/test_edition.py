"""What is drawn for each child: the same as if the panel were drawn for this child alone."""

from dataclasses import replace

import pytest
from conftest import child
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from handout.content import Content
from handout.edition import PLAIN, Edition, Look, lay_out
from handout.errors import ContentError
from handout.fonts import FontSet
from handout.layout import LEFT
from handout.markup import Run
from handout.pen import Pen
from handout.press import Press
from handout.students import Student
from handout.tagging import Element

STUDENTS = st.builds(
    child,
    name=st.text("ABEILMNOÉabé'-/%s ", max_size=66),
    class_name=st.sampled_from(["3A", "6 %d Grit"]),
    number=st.sampled_from(["", "7", "41"]),
    username=st.sampled_from(["", "a_b@students.edu.sg", "l1_i0o_" * 6 + "z@students.edu.sg"]),
)


def edition_for(content: Content, student: Student, look: Look = PLAIN) -> Edition:
    return lay_out(content, content.panel.everyone, student, [], FontSet(), look)


@given(student=STUDENTS, look=st.sampled_from([PLAIN, Look(grey=True), Look(large=True)]))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_stencil_gives_what_the_panel_draws(content: Content, student: Student, look: Look) -> None:
    edition = edition_for(content, student, look)
    pen = Pen(edition.fonts, 0, grey=look.grey, first_mark=edition.laid_out.pages[0].personal_mark or 0)
    edition.panel.draw_fields(pen, student, Element("Sect"), LEFT, edition.panel_top)
    assert edition.personal_content(student) == pen.content().encode()


def test_what_one_child_is_printed_leaves_nothing_for_the_next(content: Content) -> None:
    edition = edition_for(content, child("TAN MEI LING"))
    first = edition.personal_content(child("TAN MEI LING"))
    edition.personal_content(child("LIM JO", number="2"))
    assert edition.personal_content(child("TAN MEI LING")) == first


@pytest.mark.parametrize("large", [False, True])
def test_without_pictures_the_first_page_stands_alone(content: Content, large: bool) -> None:
    edition = edition_for(content, child("TAN MEI LING"), Look(large=large))
    pages = edition.laid_out.pages
    assert len(pages) == (2 if large else 1)
    assert [page.personal_mark is not None for page in pages] == [True, False][: len(pages)]


LONG = (Run("Many words of advice. " * 150),)


def test_a_panel_without_room_is_told_in_the_reader_s_words(content: Content) -> None:
    wordy = replace(content.panel, everyone=replace(content.panel.everyone, note=LONG))
    assert fault_of(replace(content, panel=wordy)) == (
        "content.yaml: The panel finds no room on a page. Shorten its note, its heading or its labels."
    )


def test_a_title_without_room(content: Content) -> None:
    assert fault_of(replace(content, title=LONG)) == (
        'content.yaml: The text that begins with "Many words of advice. Many wor" finds no room on a page. '
        "Shorten it."
    )


def test_a_caption_without_room_is_told_with_its_line(content: Content) -> None:
    first, *others = content.guides.pictures
    guides = replace(content.guides, pictures=(replace(first, caption=LONG), *others))
    assert fault_of(replace(content, guides=guides)) == (
        f"content.yaml:{first.line}: The caption of picture 1 finds no room on a page. Shorten it."
    )


def fault_of(content: Content) -> str:
    with pytest.raises(ContentError) as raised:
        Press(content, ())
    (problem,) = raised.value.problems
    return str(problem)
