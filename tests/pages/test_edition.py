"""The pages for one kind of reader: what fills the holes of the panel, and what does not fit on a page."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from helpers.examples import examples
from helpers.school import child
from hypothesis import given
from hypothesis import strategies as st

from handout.errors import ContentError
from handout.model.content import Content
from handout.model.look import PLAIN, Look
from handout.model.student import NOBODY, Student
from handout.model.text import Run
from handout.pages.edition import Edition, lay_out
from handout.pages.fields import PERSONAL_FIELDS
from handout.pages.pagination import LEFT
from handout.pdf.fonts import FontSet
from handout.pdf.pen import Pen
from handout.printing.press import Press
from handout.theme import CAP_HEIGHT, points

STUDENTS = st.builds(
    child,
    name=st.text("ABEILMNOÉabé'-/%s ", max_size=66),
    class_name=st.sampled_from(["3A", "6 %d Grit"]),
    number=st.sampled_from(["", "7", "41"]),
    username=st.sampled_from(["", "a_b@students.edu.sg", "l1_i0o_" * 6 + "z@students.edu.sg"]),
)


def edition_for(content: Content, student: Student, look: Look = PLAIN) -> Edition:
    return lay_out(content, content.panel.everyone, student, [], FontSet(), look)


@pytest.mark.slow
@given(student=STUDENTS, look=st.sampled_from([PLAIN, Look(grey=True), Look(large=True)]))
@examples(40)
def test_a_child_s_values_fill_the_holes_of_another_s_panel(
    content: Content, student: Student, look: Look
) -> None:
    texts = [getattr(student, name) for name in PERSONAL_FIELDS]
    other = Student(*("x" if text else "" for text in texts), origin="given")
    edition = edition_for(content, other, look)
    parts = edition.personal_content(student).decode().split("\nEMC")
    labels, values = parts[:-1:2], parts[1::2]
    assert len(labels) == len(values) == len(texts)
    for name, text, label, value in zip(PERSONAL_FIELDS, texts, labels, values, strict=True):
        pen = Pen(edition.fonts, 0, grey=look.grey)
        edition.panel.draw_value(pen, name, text, LEFT, edition.panel_top)
        assert value.endswith(f"BDC\n{pen.content()}")
        assert "BDC" in label
        assert "%s" not in label + value


def test_what_one_child_is_printed_leaves_nothing_for_the_next(content: Content) -> None:
    edition = edition_for(content, child("TAN MEI LING"))
    first = edition.personal_content(child("TAN MEI LING"))
    edition.personal_content(child("LIM JO", number="2"))
    assert edition.personal_content(child("TAN MEI LING")) == first


@pytest.mark.slow
@pytest.mark.parametrize("large", [False, True])
def test_without_pictures_there_is_only_the_first_page(content: Content, large: bool) -> None:
    edition = edition_for(content, child("TAN MEI LING"), Look(large=large))
    pages = edition.laid_out.pages
    assert len(pages) == (2 if large else 1)
    assert [bool(page.personal) for page in pages] == [True, False][: len(pages)]


LONG = (Run("Many words of advice. " * 250),)
TEXT_WITHOUT_ROOM = 'content.yaml: The text that begins with "Many words of advice. Many wor" does not fit on a page. Shorten it.'


@pytest.mark.slow
def test_large_print_keeps_the_portal_off_the_password_above_it(content: Content) -> None:
    """Its label is nearer to its own address than to the line on which a password is written."""
    panel = edition_for(content, NOBODY, Look(large=True)).panel
    portal, password = panel._portal_row, panel._password_rows[-1]
    label_top = portal.line - portal.rise - portal.label_rise - portal.label_style.size * CAP_HEIGHT
    assert label_top - password.line > points(8)


def test_a_panel_without_room_is_reported_in_the_reader_s_words(content: Content) -> None:
    wordy = content.panel._replace(everyone=content.panel.everyone._replace(note=LONG))
    assert faults_of(replace(content, panel=wordy)) == [
        "content.yaml: The panel for everyone does not fit on a page. Shorten its heading, its note or the labels."
    ]


def test_panels_without_room_are_reported_all_at_once(content: Content) -> None:
    long = content.panel.everyone._replace(note=LONG)
    wordy = content.panel._replace(primary_1_to_3=long, primary_4_to_6=long._replace())
    found = faults_of(replace(content, panel=wordy), people=[child("TAN"), child("LIM", "6A"), NOBODY])
    assert [line.split(" does not fit")[0] for line in found] == [
        "content.yaml: The panel for primary_1_to_3",
        "content.yaml: The panel for primary_4_to_6",
    ]


@pytest.mark.slow
def test_a_title_without_room(content: Content) -> None:
    assert faults_of(replace(content, title=LONG), people=[NOBODY, child("TAN")]) == [TEXT_WITHOUT_ROOM]


@pytest.mark.slow
def test_a_heading_in_the_margin_without_room(content: Content) -> None:
    heading, *others = content.text
    assert faults_of(replace(content, text=(replace(heading, text=LONG), *others))) == [TEXT_WITHOUT_ROOM]


@pytest.mark.slow
@pytest.mark.parametrize("per_page", [2, 3, 4])
def test_a_caption_without_room_is_reported_with_its_line(content: Content, per_page: int) -> None:
    first, second, *others = content.guides.pictures
    guides = content.guides._replace(pictures=(first, second._replace(caption=LONG), *others))
    assert faults_of(replace(content, guides=guides), Look(guides_per_page=per_page)) == [
        f"content.yaml:{second.line}: The caption of picture 2 leaves its picture no room. Shorten it."
    ]


def faults_of(content: Content, look: Look = PLAIN, people: Sequence[Student] = (NOBODY,)) -> list[str]:
    with pytest.raises(ContentError) as raised:
        Press(content, people, look)
    return [str(problem) for problem in raised.value.problems]
