"""What is beside what in the hand-out list: usernames, and lines to write them on."""

from itertools import pairwise

import pytest
from helpers.pdfs import boxes, find_word, lines_drawn, page_text
from helpers.school import checklist, child

from handout import theme
from handout.model import Content


@pytest.fixture(scope="module")
def pdf(content: Content) -> bytes:
    blank = child("CHILD CA", number="3", username="")._replace(
        reason="an apostrophe in the name",
        suggestion="jo_oneil@students.edu.sg or jo_o_neil@students.edu.sg",
    )
    return checklist(content, "3A", [child("CHILD BA", number="2"), blank, child("CHILD DA", number="4")])


def test_a_blank_username_is_written_by_hand_above_what_it_might_be(pdf: bytes) -> None:
    """The line goes on below the note, so that it has room for twenty letters."""
    left = find_word(pdf, 0, "Username Note")[0].left
    perhaps = find_word(pdf, 0, "An apostrophe in the name. Perhaps jo_oneil or jo_o_neil")
    ((x1, x2, y),) = [
        (x1, x2, y1)
        for x1, y1, x2, y2 in lines_drawn(pdf, 0)
        if y1 == y2 and left - 0.5 < x1 < left + 0.5 and x2 < find_word(pdf, 0, "Signature")[0].left
    ]
    assert x2 - x1 >= 60
    assert max(x.top for x in perhaps) < y
    feet = [
        y1 for x1, y1, _, _ in lines_drawn(pdf, 0) if x1 == pytest.approx(theme.GUTTER, abs=0.1) and y1 > y
    ]
    assert min(feet) - y >= 9.9
    mark = find_word(pdf, 0, "blank An")[:5]
    assert mark[0].left > x1 + 45
    foot = max(
        y1 for x1, y1, _, _ in lines_drawn(pdf, 0) if x1 == pytest.approx(theme.GUTTER, abs=0.1) and y1 < y
    )
    assert min(x.bottom for x in perhaps) - foot >= 2


def test_a_row_with_a_blank_username_reads_across(pdf: bytes) -> None:
    """Number, name and note are 2 mm above the line to write on, and the box is beside them."""
    row = find_word(pdf, 0, "3 CHILD CA blank")
    feet = [x.bottom for x in row]
    line = next(
        y1 for x1, y1, x2, y2 in lines_drawn(pdf, 0) if y1 == y2 and 60 < x2 - x1 < 70 and y1 < row[0].bottom
    )
    assert max(feet) - min(feet) < 0.2
    assert min(feet) - line == pytest.approx(2, abs=0.2)
    middle = (row[1].bottom + row[1].top) / 2
    assert any(y + theme.TICK_BOX / 2 == pytest.approx(middle, abs=0.2) for _, y, _ in boxes(pdf, 0))


def test_each_suggestion_has_a_line_of_its_own(pdf: bytes) -> None:
    heights = [
        find_word(pdf, 0, words)[0].bottom
        for words in ("An apostrophe in the name.", "Perhaps jo_oneil", "or jo_o_neil 4")
    ]
    assert all(upper - lower > 3 for upper, lower in pairwise(heights))
    lefts = {round(find_word(pdf, 0, words)[0].left) for words in ("An apos", "Perhaps", "or jo_o")}
    assert len(lefts) == 1


def test_a_long_name_beside_a_blank_username_begins_on_its_line(content: Content) -> None:
    name = "VENKATARAMAN SUBRAMANIAM GOPALAKRISHNAN S/O KRISHNAMOORTHY IYER AB"
    made = checklist(content, "3A", [child(name, username=""), child("TAN MEI LING", username="")])
    found = find_word(made, 0, f"1 {name}")
    foot = max(y1 for x1, y1, x2, _ in lines_drawn(made, 0) if x2 - x1 > 170 and y1 < found[0].bottom)
    assert found[1].bottom == pytest.approx(found[0].bottom, abs=0.2)
    assert min(x.bottom for x in found) - foot >= 0.7


@pytest.mark.slow
def test_usernames_have_room_and_more_where_nobody_has_a_note(content: Content) -> None:
    """22 letters are on one line beside notes, 27 without them."""
    long, longer = "raj_kumar_subramaniam_a", "muhammad_danish_haziq_bin_a"
    given = [child("TAN", username=f"{name}@students.edu.sg") for name in (long[:22], longer)]
    without = checklist(content, "3A", given)
    assert "Note" not in page_text(without, 0)
    assert page_text(without, 0).count("Username Signature") == 1
    for word in (long[:22], longer):
        assert len({round(x.bottom) for x in find_word(without, 0, word) if x.character in "aumnr"}) == 1
    noted = checklist(content, "3A", [given[0]._replace(origin="derived"), given[1]])
    assert len({round(x.bottom) for x in find_word(noted, 0, long[:22]) if x.character in "aumnr"}) == 1
    note = find_word(noted, 0, "worked out 1 TAN")
    worked, out = note[:6], note[6:9]
    assert max(x.top for x in out) < min(x.bottom for x in worked)
