"""The teacher's hand-out list."""

from itertools import pairwise

import pytest
from helpers.mutants import role_removed
from helpers.pdfs import (
    all_faults,
    boxes,
    find_word,
    joined,
    letters,
    lines_drawn,
    page_count,
    page_text,
    reader,
    rewritten,
    tree_faults,
)
from helpers.school import checklist, child

from handout import theme
from handout.model import Content
from handout.pages import checklist_sizes

COUNT = 40


@pytest.fixture(scope="module")
def pdf(content: Content) -> bytes:
    students = [
        child(f"CHILD {chr(65 + n % 26)}{chr(65 + n // 26)}", number=str(n + 1)) for n in range(COUNT)
    ]
    students[1] = students[1]._replace(origin="derived")
    students[2] = students[2]._replace(
        username="",
        origin="blank",
        reason="an apostrophe in the name",
        suggestion="jo_oneil@students.edu.sg or jo_o_neil@students.edu.sg",
    )
    students[3] = students[3]._replace(name="", unprintable_name="張")
    return checklist(content, "3A", students)


def rows(pdf: bytes) -> list:
    """The table's rows in the structure tree."""
    part = reader(pdf).root_object["/StructTreeRoot"]["/K"][0]["/K"][0]
    (table,) = (kid for kid in part["/K"] if kid["/S"] == "/Table")
    return list(table["/K"])


def fields(element) -> list:  # noqa: ANN001 - a pypdf dictionary
    """What is filled in by hand below an element: role and description."""
    if element.get("/S") == "/Form":
        return [(element["/A"]["/Role"], element["/A"]["/Desc"])]
    return [field for kid in element.get("/K", []) if "/S" in kid for field in fields(kid)]


@pytest.mark.slow
def test_names_every_child_in_register_order(pdf: bytes) -> None:
    text = joined(" ".join(page_text(pdf, number) for number in range(page_count(pdf))))
    places = [text.index(f"CHILD {chr(65 + n % 26)}{chr(65 + n // 26)}") for n in range(COUNT) if n != 3]
    assert places == sorted(places)
    assert "40 children." in text
    assert "Usernames: 38 from the list, 1 worked out, 1 blank." in text
    assert "Check each username that was worked out. Where" in text
    assert "Where a name or username is blank, write it here and on the paper." in text


@pytest.mark.slow
def test_what_to_check_is_bold_in_a_column_of_its_own(pdf: bytes) -> None:
    """A glance down the column finds it, beside the username or the line to write it on."""
    left = find_word(pdf, 0, "Note Signature")[0].left
    for before, word in (("child_ba", "worked out"), ("jo_o_neil", "blank"), ("child_da", "blank")):
        mark = find_word(pdf, 0, f"{before} {word}")[len(before.replace(" ", "")) :]
        assert mark[0].left == pytest.approx(left, abs=0.5)
        assert {letter.font.endswith("Bold") for letter in mark} == {True}
    signature = find_word(pdf, 0, "Signature")[0].left
    in_column = [x for x in letters(pdf, 0) if left - 0.5 < x.left < signature and x.top < 232]
    assert {x.character for x in in_column if x.font.endswith("Bold")} == set("workedoutblank")


def test_a_username_is_below_its_name_and_each_is_level_with_its_note(pdf: bytes) -> None:
    name, username, note = (find_word(pdf, 0, words) for words in ("CHILD BA", "child_ba", "worked out 3"))
    assert {round(letter.size, 2) for letter in name} == {10.5}
    assert {letter.font.endswith("Bold") for letter in name} == {True}, "found at a glance"
    assert {round(letter.size, 2) for letter in username} == {10}
    assert username[0].left == pytest.approx(name[0].left, abs=0.5)
    assert 3.5 < name[0].bottom - username[0].bottom < 5
    assert note[0].bottom == pytest.approx(username[0].bottom, abs=0.2)


def test_its_foot_names_the_school_and_no_source(pdf: bytes, content: Content) -> None:
    """The list is not from the website."""
    for page in (0, 1):
        foot = "".join(letter.character for letter in letters(pdf, page) if letter.top < 22)
        assert foot == f"{content.settings.school}Page {page + 1} of 2".replace(" ", "")


@pytest.mark.slow
def test_no_word_of_the_list_ends_alone(pdf: bytes) -> None:
    """What the list is for has two lines, the last of them no word or two."""
    first, last = (find_word(pdf, 0, words) for words in ("40 children.", "here and on the paper."))
    assert first[0].bottom - last[0].bottom < 15


@pytest.mark.slow
def test_headings_are_above_their_columns(pdf: bytes) -> None:
    """A box is below Given, a number ends where No. ends; what follows the @ is said once, on every page."""
    given, number = find_word(pdf, 0, "Given"), find_word(pdf, 0, "Given No.")[5:]
    left, _, _ = boxes(pdf, 0)[0]
    assert given[0].left - 0.5 < left < left + checklist_sizes.TICK_BOX < given[-1].right
    name = find_word(pdf, 0, "Name Username (add @students.edu.sg)")[0].left
    below = [x for x in letters(pdf, 0) if x.top < given[0].bottom]
    figures = [x for x in below if x.character.isdigit() and given[-1].right < x.left < name]
    ends = [x.right for x, after in pairwise([*figures, given[0]]) if not 1 < after.left - x.left < 3]
    assert len(ends) >= 15
    assert all(end == pytest.approx(number[-1].right, abs=0.4) for end in ends)
    for page in (0, 1):
        texts = [
            find_word(pdf, page, words)[0].left for words in ("Given No.", "Username (add @", "Signature")
        ]
        lefts = [left for left, _, _ in boxes(pdf, page)]
        assert texts[0] == pytest.approx(lefts[0], abs=0.6)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("count", "row"), [(12, 14.1), (17, 12.5), (19, 10.9), (20, 10.5), (24, 14.1), (42, 10.5)]
)
def test_rows_are_as_high_as_their_pages_have_room_for(content: Content, count: int, row: float) -> None:
    made = checklist(content, "3A", [child("TAN MEI LING", number=str(n + 1)) for n in range(count)])
    steps = [upper - lower for (_, upper, _), (_, lower, _) in pairwise(boxes(made, 0))]
    assert steps == [pytest.approx(row, abs=0.05)] * len(steps)


@pytest.mark.slow
@pytest.mark.parametrize(("count", "pages"), [(1, 1), (10, 1), (20, 1), (21, 2), (24, 2), (42, 2), (50, 3)])
def test_no_page_is_much_fuller_than_another(content: Content, count: int, pages: int) -> None:
    """The first has four rows less: what the list is for stands above them."""
    made = checklist(content, "3A", [child("TAN MEI LING", number=str(n + 1)) for n in range(count)])
    assert page_count(made) == pages
    rows_of_page = [len(boxes(made, page)) for page in range(pages)]
    assert sum(rows_of_page) == count
    feet = [min(y for _, y, _ in boxes(made, page)) for page in range(pages)]
    assert max(feet) - min(feet) < pages * 12 + 1
    assert max(rows_of_page) - min(rows_of_page) <= 4 + pages


@pytest.mark.slow
def test_every_page_names_the_class_and_repeats_the_headings_but_says_them_once(pdf: bytes) -> None:
    assert page_count(pdf) == 2
    for number in range(2):
        assert "Hand-out list: class 3A" in page_text(pdf, number)
        assert "Signature" in page_text(pdf, number)
    kinds = [[cell["/S"] for cell in row["/K"]] for row in rows(pdf)]
    assert kinds == [["/TH"] * 6] + [["/TD", "/TD", "/TH", "/TD", "/TD", "/TD"]] * COUNT


def test_headings_say_what_they_head(pdf: bytes) -> None:
    head, *children = rows(pdf)
    assert {cell["/A"]["/Scope"] for cell in head["/K"]} == {"/Column"}
    assert {row["/K"][2]["/A"]["/Scope"] for row in children} == {"/Row"}


def test_each_row_has_a_box_to_tick_and_a_line_to_sign_on(pdf: bytes) -> None:
    _, first, second, third, fourth, *_ = rows(pdf)
    assert fields(first) == [("/cb", "Handed out to CHILD AA"), ("/tv", "Signature for CHILD AA")]
    assert fields(second)[1] == ("/tv", "Signature for CHILD BA")
    assert fields(third)[1:] == [("/tv", "Username of CHILD CA"), ("/tv", "Signature for CHILD CA")]
    assert fields(fourth) == [("/cb", "Handed out to No. 4"), ("/tv", "Name"), ("/tv", "Signature for No. 4")]


def test_a_signature_has_50_by_9_millimetres(pdf: bytes) -> None:
    for page in range(2):
        right = theme.PAGE_WIDTH - (theme.GUTTER if page % 2 else theme.MARGIN)
        signatures = [
            (x2 - x1, y1)
            for x1, y1, x2, y2 in lines_drawn(pdf, page)
            if y1 == y2 and x1 > 135 and right - 0.1 < x2 < right + 0.1
        ]
        assert all(width >= 49.9 for width, _ in signatures[1:])
        heights = [upper - lower for (_, upper), (_, lower) in pairwise(signatures)]
        assert min(heights[1:]) >= 9


def test_figures_are_below_each_other_clear_of_their_boxes(pdf: bytes) -> None:
    """Ones below ones, tens below tens."""
    found = boxes(pdf, 0)
    assert len(found) >= 15
    assert {round(side, 1) for *_, side in found} == {checklist_sizes.TICK_BOX}
    right = theme.GUTTER + sum(checklist_sizes.COLUMNS[:2]) + checklist_sizes.GAPS[0]
    first = found[0][1] + 2 * checklist_sizes.TICK_BOX
    figures = [
        x for x in letters(pdf, 0) if x.character.isdigit() and x.right <= right and 25 < x.top < first
    ]
    assert all(figure.left > found[0][0] + checklist_sizes.TICK_BOX + 2 for figure in figures)
    centres = {round((figure.left + figure.right) / 2 / 0.5) for figure in figures}
    assert len(centres) <= 4  # two places, each with its rounding


@pytest.mark.slow
def test_the_teacher_signs_and_dates_it(pdf: bytes) -> None:
    part = reader(pdf).root_object["/StructTreeRoot"]["/K"][0]["/K"][0]
    assert [kid["/S"] for kid in part["/K"]] == ["/H1", "/P", "/P", "/Div", "/Table"]
    assert fields(part["/K"][3]) == [("/tv", "Teacher"), ("/tv", "Date")]
    assert "Teacher" in page_text(pdf, 0)


def test_one_bookmark_leads_to_it(pdf: bytes) -> None:
    document = reader(pdf)
    (bookmark,) = document.outline
    assert bookmark["/Title"] == "Hand-out list: class 3A"
    assert document.get_destination_page_number(bookmark) == 0


@pytest.mark.slow
def test_is_accessible(pdf: bytes) -> None:
    assert not all_faults(pdf)
    assert any("no field to fill in by hand" in fault for fault in tree_faults(rewritten(pdf, role_removed)))
