"""The panel: the words for its reader, four rows that are the child's, lines for the hand, the way to the portal."""

import re
from dataclasses import replace
from itertools import pairwise

import pytest
from helpers.panels import GIVEN, LONG_WORKED_OUT, TAMIL, THEMES, TWO_LINES, WORKED_OUT, panel
from helpers.school import child

from handout.classlist.usernames import LONGEST
from handout.model.content import Content
from handout.model.student import Student
from handout.model.text import Run
from handout.pages.fields import PERSONAL_FIELDS, FieldRow
from handout.pages.panel import PanelBlock
from handout.pages.panel_kind import code_left, panel_kind
from handout.pdf.fonts import FontSet
from handout.pdf.pen import Pen
from handout.pdf.tagging import Element
from handout.theme import (
    LARGE,
    NORMAL,
    POINTS_PER_MM,
    VALUE_LEADING,
    WRITING_HEIGHT,
    Theme,
)
from handout.typesetting.fitting import fit_name, fit_username


def rows_in_order(block: PanelBlock) -> list[FieldRow]:
    return [block._rows[name] for name in ("name", "class_name", "username")] + block._password_rows


@THEMES
def test_rows_are_equally_high_and_have_room_for_the_hand(content: Content, theme: Theme) -> None:
    block = panel(content, theme)
    lines = [row.line for row in rows_in_order(block)]
    gaps = [below - above for above, below in pairwise(lines)]
    assert len(lines) == 6
    assert gaps == pytest.approx([theme.row * POINTS_PER_MM] * 5)
    assert theme.row >= WRITING_HEIGHT
    assert block._rows["register_number"].line == block._rows["class_name"].line
    assert block._rows["class_name"].right < block._rows["register_number"].label_left


@THEMES
def test_a_label_is_level_with_the_first_line_of_its_value_or_above_it(
    content: Content, theme: Theme
) -> None:
    for name, row in panel(content, theme)._rows.items():
        value = row.line - row.rise
        label = row.label_baseline
        if theme.label_column:
            assert label == value
            assert row.label_left + max(line.width for line in row.label) < row.left < row.right
        else:
            capitals = theme.name_sizes[0] * 0.7
            assert label + theme.label.size * 0.1 < value - capitals, name


@pytest.mark.parametrize(("theme", "words"), [(NORMAL, 17), (LARGE, 14)], ids=["normal", "large"])
def test_a_sentence_of_the_note_that_takes_two_lines_is_cut_near_its_middle(
    content: Content, theme: Theme, words: int
) -> None:
    sentence = " ".join(
        ["Change your password each year, and copy it with all its capital and small letters."] * 2
    )
    note = (Run("Short.\n" + " ".join(sentence.split()[:words])),)
    block = panel(content, theme)
    short, *lines = replace(block, reader=block.reader._replace(note=note))._notes[0]
    assert short.text.strip() == "Short."
    assert len(lines) == 2
    assert min(line.width for line in lines) > 0.75 * max(line.width for line in lines)


@pytest.mark.parametrize("name", [TAMIL.name, "W" * 22 + f" {'M' * 22} {'W' * 20}"], ids=["tall", "wide"])
def test_a_name_that_two_lines_do_not_hold_has_a_third_in_large_print(content: Content, name: str) -> None:
    block = panel(content, LARGE, child(name, username=TWO_LINES))
    lines = block._rows["name"].value_lines(name)
    assert len(lines) == 3
    assert {span.size for line in lines for span in line.spans} == {16}


def test_a_long_label_takes_more_lines_and_its_row_grows(content: Content) -> None:
    short, long = panel(content), panel(content, username="Nama pengguna MIMS untuk semua aplikasi " * 2)
    assert len(long._rows["username"].label) > 4
    assert long.height > short.height
    rows = long._rows
    assert rows["username"].line - rows["class_name"].line >= 5 * NORMAL.label.leading


@THEMES
def test_the_code_keeps_its_corner_clear(content: Content, theme: Theme) -> None:
    block = panel(content, theme)
    for row in (*rows_in_order(block), block._rows["register_number"]):
        begins = row.line - max(WRITING_HEIGHT * POINTS_PER_MM, row.rise + row.label_rise)
        assert row.right <= code_left(theme) - 4 * POINTS_PER_MM or begins >= block._code_foot
    assert block._password_rows[0].right > code_left(theme), "a password has the whole width"


def test_large_lines_end_at_two_edges_only(content: Content) -> None:
    """Name and class end beside the code, the number is below it, and everything ends where the widest lines do."""
    block = panel(content, LARGE._replace(row=LARGE.roomy_rows[0]))
    name, class_name, number = (block._rows[field] for field in ("name", "class_name", "register_number"))
    assert name.right == pytest.approx(class_name.right)
    assert number.label_left == number.left == pytest.approx(code_left(LARGE))
    assert number.right == block._password_rows[0].right


@THEMES
def test_the_name_of_the_code_ends_within_the_lines(content: Content, theme: Theme) -> None:
    block = panel(content, theme)
    (name,) = block._code.name
    middle = code_left(theme) + theme.code * POINTS_PER_MM / 2
    assert middle + name.width / 2 <= block._password_rows[0].right
    assert name.width - theme.code * POINTS_PER_MM <= 1.5 * POINTS_PER_MM, "hardly wider than the code"


def test_the_panel_is_read_label_by_label(content: Content) -> None:
    block = panel(content, student=GIVEN._replace(register_number=""))
    pen = Pen(FontSet(), 0)
    block.draw(pen, 0, 500)
    heading, *rows, portal, code, note = [kid for kid in block.element.kids if isinstance(kid, Element)]
    assert (heading.kind, code.kind, note.kind) == ("H2", "Figure", "P")
    said = [[(part.kind, part.actual_text) for part in row.kids] for row in rows]
    to_write = ("Form", "blank, write here")
    assert said == [
        [("Span", "Name: "), ("Span", "")],
        [("Span", "Class: "), ("Span", "")],
        [("Span", "No. "), to_write],
        [("Span", "MIMS username: "), ("Span", "")],
        [("Span", "MIMS password: "), to_write],
        [("Span", "New password: "), to_write],
        [("Span", "New password: "), to_write],
    ]
    assert "/O/PrintField/Role/tv/Desc(MIMS password)" in rows[4].kids[1].attributes
    assert [part.kind for part in portal.kids] == ["Span", "Link"]
    assert code.alt == "QR code to the MIMS Portal"
    assert [kid.kind for kid in code.kids if isinstance(kid, Element)] == ["Caption"]


def test_the_personal_part_is_the_four_rows_alone(content: Content) -> None:
    block, pen = panel(content), Pen(FontSet(), 0)
    block.draw(pen, 0, 500)
    page = pen.finish()
    assert page.personal.count("%s") == len(PERSONAL_FIELDS)
    assert page.personal.count("BDC") == 2 * len(PERSONAL_FIELDS)
    assert page.before + f"\n{page.personal}\n".encode() + page.after == pen.content().encode()
    assert b"%s" not in page.before + page.after


@THEMES
@pytest.mark.parametrize(
    "label", ["No.", "Register No.", "Index number", "Registernummer der Klasse, wie im Buch"]
)
def test_a_long_label_leaves_the_register_number_its_room(content: Content, theme: Theme, label: str) -> None:
    rows = panel(content, theme, register_number=label)._rows
    number = rows["register_number"]
    assert rows["class_name"].right < number.label_left
    assert rows["class_name"].right - rows["class_name"].left > 25 * POINTS_PER_MM
    (line,) = fit_name("123456", number.right - number.left, theme.class_sizes)
    assert line.spans[0].size >= theme.class_sizes[-1]
    assert rows["class_name"].line - rows["name"].line >= len(number.label) * theme.label.leading


@THEMES
@pytest.mark.parametrize("student", [WORKED_OUT, LONG_WORKED_OUT], ids=["one line", "two lines"])
def test_a_worked_out_username_says_so_below_it(content: Content, theme: Theme, student: Student) -> None:
    block, pen = panel(content, theme, student), Pen(FontSet(), 0)
    block.draw(pen, 0, 800)
    row = block._rows["username"]
    username = fit_username(
        student.username, row.right - row.left, theme.username_sizes, theme.username_wrapped_sizes
    )
    (hint,) = block._hint(row)
    assert hint.text == content.panel.labels.worked_out
    first = row.line - row.rise
    last = first + (len(username) - 1) * username[0].spans[0].size * VALUE_LEADING
    drawn = [800 - float(y) for y in re.findall(r"BT [\d.]+ ([\d.]+) Td", pen.content())]
    below = min(down for down in drawn if last + 1 < down)
    assert below - last >= theme.note.size * 0.8


def test_the_longest_username_has_its_room(content: Content) -> None:
    longest = GIVEN._replace(username="w" * (LONGEST - 16) + "@students.edu.sg")
    block, usual = panel(content, LARGE, longest), panel(content, LARGE)
    assert block._password_rows[0].line >= usual._password_rows[0].line + 0.8 * LARGE.note.leading
    assert panel_kind(longest, LARGE) != panel_kind(GIVEN, LARGE)


def test_a_given_username_needs_no_word(content: Content) -> None:
    block = panel(content)
    assert block._hint(block._rows["username"]) == ()
    assert panel_kind(GIVEN, NORMAL) != panel_kind(WORKED_OUT, NORMAL)


def test_a_note_on_the_portal_is_below_the_other(content: Content) -> None:
    words = (Run("Scan the code with a phone."),)
    plain, noted = panel(content), replace(panel(content), portal_note=words)
    assert noted.height == plain.height + NORMAL.note.leading
