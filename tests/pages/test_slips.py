"""Where the slips stand and where to cut."""

from dataclasses import replace

import pytest
from helpers.pdfs import find_word, lines_drawn, page_count
from helpers.school import child

from handout import class_set, theme
from handout.classlist.usernames import LONGEST
from handout.errors import ContentError
from handout.model.content import Content
from handout.pages.slips import SlipGrid, _rows
from handout.printing.press import Press
from handout.theme import points
from handout.typesetting.fitting import fit_name, fit_username

GRID = SlipGrid()


def test_at_least_six_to_a_page_and_each_fits_an_a5_page() -> None:
    assert GRID.per_page >= 6
    assert GRID.width <= 148 - 2 * 5


def test_slips_touch_but_never_overlap_and_stay_on_the_paper() -> None:
    for upper, lower in zip(GRID.tops, GRID.tops[1:], strict=False):
        assert lower == upper + GRID.height
    assert GRID.tops[0] >= 7
    assert GRID.tops[-1] + GRID.height <= GRID.page_height - 7


def test_crop_marks_stand_outside_the_slips_and_inside_the_printable_area() -> None:
    left, right = GRID.left, GRID.left + GRID.width
    top, bottom = GRID.tops[0], GRID.tops[-1] + GRID.height
    for x1, y1, x2, y2 in GRID.crop_marks():
        assert (x2 < left or x1 > right) or (y2 < top or y1 > bottom)
        assert min(x1, GRID.page_width - x2) >= 7 - 1e-9
        assert min(y1, GRID.page_height - y2) >= 6.4


def test_a_slip_holds_its_child_and_a_line_for_the_password(content: Content) -> None:
    children = [child(f"CHILD {chr(65 + n)}", number=str(n + 1)) for n in range(8)]
    pdf = class_set(content, children, layout="slips")
    assert page_count(pdf) == 2
    for place, student in enumerate(children):
        page, slot = divmod(place, GRID.per_page)
        top = theme.PAGE_HEIGHT - GRID.tops[slot]
        for word in (student.name, student.username):
            for letter in find_word(pdf, page, word):
                assert top - GRID.height + 1 < letter.bottom < letter.top < top - 1
        rules = [y for x1, y, x2, _ in lines_drawn(pdf, page) if x2 - x1 > 90 and top - GRID.height < y < top]
        assert len(rules) == 1


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("class_name", "Class of the child in this year"),
        ("password", "MIMS password (case-sensitive, at least 12 characters)"),
        ("register_number", "Number of the child in the register of the class"),
    ],
)
def test_a_label_that_finds_no_room_is_refused(content: Content, name: str, label: str) -> None:
    labels = replace(content.panel.labels, **{name: label})
    wordy = replace(content, panel=replace(content.panel, labels=labels))
    with pytest.raises(ContentError) as raised:
        Press(wordy, [child("TAN MEI LING")], layout="slips")
    assert [str(problem) for problem in raised.value.problems] == [
        f'content.yaml: The label "{label}" finds no room on a slip. Shorten it, or print sheets.'
    ]


def test_the_longest_username_stays_in_its_row(content: Content) -> None:
    row = _rows(content.panel.labels)["username"]
    lines = fit_username("w" * LONGEST, row.right - row.left)
    ascent, descent = 0.75 * theme.USERNAME_LEAST, 0.25 * theme.SLIP_NAME_SIZES[0]  # of the class above it
    above_baseline = (len(lines) - 1) * theme.USERNAME_LEAST * theme.VALUE_LEADING + ascent
    assert above_baseline <= points(theme.SLIP_USERNAME_ROW) - descent


@pytest.mark.parametrize("label", ["No.", "Index number", "Registernummer"])
def test_a_long_label_leaves_the_register_number_its_room(content: Content, label: str) -> None:
    row = _rows(replace(content.panel.labels, register_number=label))["register_number"]
    (line,) = fit_name("123456", row.right - row.left, row.sizes)
    assert line.spans[0].size >= 10


def test_the_longest_class_stays_on_its_line(content: Content) -> None:
    """Its row has room for one: a second would stand in the name."""
    pdf = class_set(content, [child("TAN MEI LING", "PRIMARY 6 WWWWWW WWWWWW WWWWWW")], layout="slips")
    bottoms = {round(letter.bottom) for letter in find_word(pdf, 0, "PRIMARY 6 WWWWWW WWWWWW WWWWWW")}
    assert len(bottoms) == 1
