"""The class set, read back as a person would."""

from dataclasses import replace

import pytest
from helpers.pdfs import find_word, joined, lines_drawn, page_count, page_text, squeezed
from helpers.school import child

from handout import class_set
from handout.model.content import Content, Labels, Panel, Paragraph, Reader
from handout.model.look import Look
from handout.model.student import spare_students
from handout.model.text import Run
from handout.printing.press import Press


def test_each_page_carries_its_child_and_no_other(content: Content, three_a: list) -> None:
    pdf = class_set(content, three_a)
    assert page_count(pdf) == 12
    for place, student in enumerate(three_a):
        text = squeezed(page_text(pdf, place * 4))
        for other in three_a:
            assert (squeezed(other.name) in text) == (other is student)
            if other.username:
                assert (other.username in text) == (other is student)


def test_names_are_printed_as_they_are(content: Content) -> None:
    pdf = class_set(content, [child("<b>Ann</b> & Co (née O’Neil)", username="ann_co@students.edu.sg")])
    assert squeezed("<b>Ann</b> & Co (née O’Neil)") in squeezed(page_text(pdf, 0))


@pytest.mark.parametrize(
    ("class_name", "words"),
    [
        ("3A", "Then copy it into the Student Handbook, page 136."),
        ("5B", "The account is yours."),
        ("JOY", "Primary 1 to 3: copy it into the Student Handbook, page 136."),
    ],
)
def test_panel_speaks_to_the_right_reader(content: Content, class_name: str, words: str) -> None:
    pdf = class_set(content, [child("TAN MEI LING", class_name)], layout="sheet")
    assert words in joined(page_text(pdf, 0))


def test_packs_start_on_a_fresh_sheet(content: Content, three_a: list) -> None:
    pdf = class_set(content, three_a)
    assert page_count(pdf) == 3 * 4
    assert page_text(pdf, 3).strip() == ""
    assert squeezed(three_a[1].name) in squeezed(page_text(pdf, 4))


@pytest.mark.slow
def test_pages_are_counted_beforehand(content: Content, three_a: list) -> None:
    for layout in ("pack", "sheet", "slips"):
        people = [*three_a, *spare_students("3A", 2)]
        press = Press(content, people, layout=layout)
        assert press.pages(people) == page_count(press.print(people, "3A"))


@pytest.mark.slow
@pytest.mark.parametrize(("people", "pages"), [(1, 1), (8, 1), (9, 2)])
def test_pages_of_slips_are_counted_beforehand(content: Content, people: int, pages: int) -> None:
    children = [child("TAN MEI LING", number=str(number)) for number in range(people)]
    press = Press(content, children, layout="slips")
    assert page_count(press.print(children, "3A")) == press.pages(children) == pages


@pytest.mark.slow
def test_pages_are_counted_beforehand_where_one_reader_gets_more_text(content: Content) -> None:
    lower, upper = child("TAN MEI LING"), child("LIM JO", "6A")
    long = content.panel.primary_4_to_6._replace(note=(Run("Many words of advice. " * 60),))
    wordy = replace(content, panel=content.panel._replace(primary_4_to_6=long))
    press = Press(wordy, [lower, upper], Look(guides_per_page=2))
    packs = [page_count(press.print([person], person.class_name)) for person in (lower, upper)]
    assert packs == [4, 6] == [press.pages([person]) for person in (lower, upper)]
    assert press.pages([lower, upper]) == 10


@pytest.mark.slow
def test_spares_have_the_class_and_blank_lines(content: Content, three_a: list) -> None:
    pdf = class_set(content, three_a[:1], layout="sheet", spares=2)
    assert page_count(pdf) == 3
    for number in (1, 2):
        text = page_text(pdf, number)
        assert "3A" in text
        assert "TAN MEI LING" not in text
        assert "tan_mei_ling" not in text


def test_no_rule_runs_under_a_username(content: Content) -> None:
    pdf = class_set(content, [child("TAN MEI LING")], layout="sheet")
    username = find_word(pdf, 0, "tan_mei_ling@students.edu.sg")
    bottom, top = min(x.bottom for x in username) - 3, max(x.top for x in username)
    for x1, y1, x2, _ in lines_drawn(pdf, 0):
        crosses = min(x2, username[-1].right) - max(x1, username[0].left) > 0
        assert not (crosses and bottom < y1 < top)


@pytest.mark.slow
def test_longest_name_and_username_stay_in_their_room(content: Content) -> None:
    longest = child("W" * 66, "3A", "40", "w" * 64 + "@students.edu.sg")
    joints = child(
        "MMMMMMMMMM " * 5 + "MMMMMMMMMMM", "3A", "41", "_".join(["m" * 15] * 4) + "@students.edu.sg"
    )
    for student in (longest, joints):
        pdf = class_set(content, [student], layout="sheet")
        name, username = find_word(pdf, 0, student.name), find_word(pdf, 0, student.username)
        assert all(letter.left >= 20 and letter.right <= 195 for letter in name + username)
        assert all(letter.size >= 14 for letter in username)
        value = find_word(pdf, 0, student.register_number)
        assert min(x.bottom for x in name) > max(x.top for x in value)
        assert min(x.bottom for x in value) > max(x.top for x in username)
        assert "MIMSAccount" in squeezed(page_text(pdf, 0))
        assert page_count(pdf) == 1


@pytest.mark.slow
def test_a_long_word_that_is_cut_needs_no_space_elsewhere(content: Content) -> None:
    word = (Run("Word"),)
    labels = Labels(*["Label"] * 10)
    reader_of_it = Reader(word, word)
    panel = Panel(labels, reader_of_it, reader_of_it, reader_of_it)
    terse = replace(content, title=word, panel=panel, text=(Paragraph(word),), sheet_text=(Paragraph(word),))
    people = [child("W" * 60), child("LIM", number="2")]
    press = Press(terse, people, layout="sheet")
    assert page_count(press.print(people, "3A")) == 2


@pytest.mark.slow
def test_same_class_gives_the_same_bytes(content: Content, three_a: list) -> None:
    assert class_set(content, three_a) == class_set(content, three_a)


def test_a_class_with_nobody_still_gets_a_spare(content: Content) -> None:
    assert page_count(class_set(content, [], spares=1)) == 4
