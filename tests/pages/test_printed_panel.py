"""The panel as it is printed: what is level, what is clear of what, room for the hand."""

from itertools import pairwise

import pytest
from helpers.panels import GIVEN, KINDS, TAMIL
from helpers.pdfs import Letter, find_word, letters, lines_drawn, page_text
from helpers.school import child

from handout import class_set
from handout.model.content import Content
from handout.model.look import Layout, Look
from handout.model.student import Student
from handout.theme import (
    BASELINE_LIFT,
    NORMAL,
    WRITING_HEIGHT,
)


@pytest.mark.slow
@pytest.mark.parametrize("student", KINDS.values(), ids=KINDS.keys())
def test_a_row_is_level_whether_its_value_is_known_or_to_be_written(
    content: Content, student: Student
) -> None:
    pdf = class_set(content, [student], layout="sheet")
    labels = {words: find_word(pdf, 0, words)[0].bottom for words in ("Name", "Class", "No.", "MIMSusername")}
    values = dict(zip(labels, student[:4], strict=True))
    rules = [y for left, y, right, end in lines_drawn(pdf, 0) if y == end and right - left > 15]
    for words, baseline in labels.items():
        if values[words]:
            first = find_word(pdf, 0, f"{words}{values[words][:8]}")[len(words)]
            assert first.bottom == pytest.approx(baseline, abs=0.3), words
        else:
            assert baseline - BASELINE_LIFT == pytest.approx(
                min(rules, key=lambda y: abs(y - baseline)), abs=0.1
            )
    assert labels["No."] == pytest.approx(labels["Class"], abs=0.1)


def value_of(pdf: bytes, label: str, value: str) -> list[Letter]:
    """The letters of a child's value beside or below its label."""
    return find_word(pdf, 0, f"{label}{value}")[len(label) :]


def on_their_line(printed: list[Letter]) -> list[float]:
    """Where the letters stand that reach neither below their line nor are round."""
    return [letter.bottom for letter in printed if letter.character in "AEFHIKLMNRTXhiklmnrx"]


@pytest.mark.slow
@pytest.mark.parametrize("student", KINDS.values(), ids=KINDS.keys())
def test_lines_of_a_value_have_their_middle_where_one_line_is(content: Content, student: Student) -> None:
    pdf = class_set(content, [student], layout="sheet")
    (class_line, *_) = on_their_line(find_word(pdf, 0, "Class"))
    if student.name:
        name = on_their_line(value_of(pdf, "Name", student.name))
        assert (min(name) + max(name)) / 2 - class_line == pytest.approx(NORMAL.row, abs=0.1)
    if student.username:
        words = content.panel.labels.worked_out if student.origin == "derived" else ""
        username = on_their_line(value_of(pdf, "MIMSusername", student.username + words))
        assert class_line - (min(username) + max(username)) / 2 == pytest.approx(NORMAL.row, abs=0.1)


@pytest.mark.slow
@pytest.mark.parametrize("student", [*KINDS.values(), TAMIL], ids=[*KINDS, "tall"])
def test_the_child_s_values_are_clear_of_each_other(content: Content, student: Student) -> None:
    pdf = class_set(content, [student], layout="sheet")
    labels = {"Name": student.name, "Class": student.class_name, "MIMSusername": student.username}
    values = [value_of(pdf, label, value) for label, value in labels.items() if value]
    for above, below in pairwise(values):
        assert min(ink.bottom for ink in above) - max(ink.top for ink in below) > 3


@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("layout", ["pack", "sheet"])
def test_every_page_has_its_lines_and_ends_well_above_the_footer(
    content: Content, layout: Layout, kind: str
) -> None:
    pdf = class_set(content, [KINDS[kind]], layout=layout)
    assert page_text(pdf, 0).count("New password") == (1 if kind == "long, worked out" else 2)
    head = max(ink.top for ink in find_word(pdf, 0, f"{content.settings.school}·"))
    assert min(ink.bottom for ink in letters(pdf, 0) if ink.top > head + 0.5) - head > 5.5


@pytest.mark.slow
def test_the_portal_is_clear_of_the_last_line_for_a_password(content: Content) -> None:
    pdf = class_set(content, [GIVEN], layout="sheet")
    *_, label = find_word(pdf, 0, "New password MIMS Portal")
    rule = min(y for _, y, _, end in lines_drawn(pdf, 0) if y == end and y > label.bottom)
    note = find_word(pdf, 0, "Write down")
    assert rule - label.top > 4
    assert label.bottom - max(ink.top for ink in note) > 3


@pytest.mark.slow
@pytest.mark.parametrize("student", KINDS.values(), ids=KINDS.keys())
def test_above_each_line_for_a_password_is_room_for_the_hand(content: Content, student: Student) -> None:
    pdf = class_set(content, [student], layout="sheet")
    label, portal = find_word(pdf, 0, "MIMSpassword"), find_word(pdf, 0, "https://mims")[0]
    rules = [y for x, y, _, end in lines_drawn(pdf, 0) if y == end and portal.top < y < label[0].bottom]
    assert len(rules) >= 2
    for rule in rules:
        above = (ink.bottom for ink in letters(pdf, 0) if ink.bottom > rule and ink.right > label[-1].right)
        assert min(above) - rule >= WRITING_HEIGHT - 0.1


@pytest.mark.slow
@pytest.mark.parametrize("student", [*KINDS.values(), TAMIL], ids=[*KINDS, "tall"])
def test_a_label_of_large_print_is_clear_of_what_is_above_it(content: Content, student: Student) -> None:
    pdf = class_set(content, [student], Look(large=True), layout="sheet")
    for words in ("Class", "MIMSusername", "MIMSpassword"):
        label = find_word(pdf, 0, words)
        head, left, right = max(ink.top for ink in label), label[0].left, label[-1].right
        ink_above = (ink.bottom for ink in letters(pdf, 0) if ink.bottom > head and left < ink.right < right)
        assert min(ink_above) - head >= 3.9, words


@pytest.mark.parametrize("large", [False, True])
def test_class_and_number_are_of_one_size_and_no_more_than_a_point_larger_than_any_name(
    content: Content, *, large: bool
) -> None:
    """A name stands out, even one that takes two lines."""
    for name in ("TAN MEI LING", "NUR AISYAH HUMAIRA BINTE MOHAMED YUSOFF"):
        student = GIVEN._replace(name=name, class_name="5 Harmony", register_number="23")
        pdf = class_set(content, [student], Look(large=large), layout="sheet")
        values = [find_word(pdf, 0, words)[0].size for words in (name.split()[0], "5 Harmony", "23")]
        assert values[1] == values[2] <= values[0] + 1


@pytest.mark.slow
@pytest.mark.parametrize("class_name", ["3A", "JOY"])
def test_the_page_of_the_handbook_stands_out_of_the_note(content: Content, class_name: str) -> None:
    pdf = class_set(content, [child("TAN MEI LING", class_name)], layout="sheet")
    number = find_word(pdf, 0, f"page{content.settings.handbook_page}")
    (words,) = {letter.font for letter in find_word(pdf, 0, "StudentHandbook,")}
    assert all("Bold" in letter.font for letter in number)
    assert "Bold" not in words


@pytest.mark.slow
@pytest.mark.parametrize("class_name", ["3A", "5B", "JOY"])
def test_the_note_is_lines_that_each_begin_a_sentence(content: Content, class_name: str) -> None:
    page = page_text(class_set(content, [child("TAN MEI LING", class_name)], layout="sheet"), 0)
    note = page[page.index("/sspr") : page.index("What is")].splitlines()[2:]
    assert len(note) == 2
    assert all(line[0].isupper() and line.rstrip().endswith(".") for line in note), note
