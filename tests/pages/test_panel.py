"""The panel: the words for its reader, four rows that are the child's, two lines for the hand."""

from dataclasses import replace

import pytest
from helpers.school import child

from handout.classlist.usernames import LONGEST
from handout.model.content import Content
from handout.pages.fields import PERSONAL_FIELDS
from handout.pages.panel import PanelBlock
from handout.pdf.fonts import FontSet
from handout.pdf.pen import Pen
from handout.pdf.tagging import Element
from handout.theme import (
    LARGE,
    NAME_SIZES,
    NORMAL,
    POINTS_PER_MM,
    USERNAME_LEAST,
    USERNAME_ROW,
    VALUE_LEADING,
    WRITING_HEIGHT,
    Theme,
)
from handout.typesetting.fitting import fit_name, fit_username

THEMES = pytest.mark.parametrize("theme", [NORMAL, LARGE], ids=["normal", "large"])


def panel(content: Content, theme: Theme = NORMAL, **labels: str) -> PanelBlock:
    return PanelBlock(
        reader=content.panel.primary_1_to_3,
        labels=replace(content.panel.labels, **labels),
        theme=theme,
        student=child("TAN MEI LING"),
        element=Element("Sect"),
    )


@THEMES
def test_rows_stand_below_one_another_with_room_for_the_hand(content: Content, theme: Theme) -> None:
    rows = panel(content, theme)._rows
    order = ["name", "class_name", "username", "password", "new_password"]
    lines = [rows[name].line for name in order]
    assert lines == sorted(lines)
    assert lines[3] - lines[2] >= WRITING_HEIGHT * POINTS_PER_MM
    assert lines[4] - lines[3] >= WRITING_HEIGHT * POINTS_PER_MM
    assert rows["register_number"].line == rows["class_name"].line
    assert rows["class_name"].right < rows["register_number"].label_left


@THEMES
def test_values_begin_behind_their_labels(content: Content, theme: Theme) -> None:
    for row in panel(content, theme)._rows.values():
        assert row.label_left + max(line.width for line in row.label) < row.left < row.right


def test_a_long_label_takes_more_lines_and_its_row_grows(content: Content) -> None:
    short, long = panel(content), panel(content, username="Nama pengguna MIMS untuk semua aplikasi " * 2)
    assert len(long._rows["username"].label) > 4
    assert long.height > short.height
    rows = long._rows
    assert rows["username"].line - rows["class_name"].line >= 5 * NORMAL.label.leading


def test_what_stands_in_the_panel_is_read_label_by_label(content: Content) -> None:
    block = panel(content)
    pen = Pen(FontSet(), 0)
    block.draw(pen, 0, 500)
    heading, *rows, note = [kid for kid in block.element.kids if isinstance(kid, Element)]
    assert (heading.kind, note.kind) == ("H2", "P")
    labels = content.panel.labels
    spoken = [[span.actual_text for span in row.walk() if span.kind == "Span"] for row in rows]
    known = [["Name: ", ""], ["Class: ", ""], ["No. ", ""], ["MIMS username: ", ""]]
    blank = [[f"{label}: ", labels.blank] for label in (labels.password, labels.new_password)]
    assert spoken == known + blank


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
    assert rows["class_name"].right - rows["class_name"].left > 50 * POINTS_PER_MM
    (line,) = fit_name("123456", number.right - number.left)
    assert line.spans[0].size >= NAME_SIZES[-1]
    assert rows["class_name"].line - rows["name"].line >= len(number.label) * theme.label.leading


def test_the_longest_username_stays_in_its_row(content: Content) -> None:
    row = panel(content)._rows["username"]
    lines = fit_username("w" * LONGEST, row.right - row.left)
    assert len(lines) * USERNAME_LEAST * VALUE_LEADING <= USERNAME_ROW * POINTS_PER_MM
