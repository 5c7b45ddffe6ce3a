"""What is beside what in the hand-out list: usernames, and lines to write them on."""

from itertools import groupby, pairwise

import pypdfium2
import pytest
from helpers.pdfs import boxes, find_word, joined, lines_drawn, page_text
from helpers.school import checklist, child
from PIL import Image

from handout import theme
from handout.model import NOBODY, Content

INK_PER_MM = 12  # pixels
AT = "@students.edu.sg"
LONG_NAME = "VENKATARAMAN SUBRAMANIAM GOPALAKRISHNAN S/O KRISHNAMOORTHY IYER AB"
TAMIL_NAME = "கவிதா சுரேஷ் ராமகிருஷ்ணன் மீனாட்சிசுந்தரம் வெங்கடேசப்பெருமாள்"


@pytest.fixture(scope="module")
def pdf(content: Content) -> bytes:
    blank = child("CHILD CA", number="3", username="")._replace(
        reason="an apostrophe in the name",
        suggestion="jo_oneil@students.edu.sg or jo_o_neil@students.edu.sg",
    )
    return checklist(content, "3A", [child("CHILD BA", number="2"), blank, child("CHILD DA", number="4")])


def test_a_blank_username_is_written_by_hand_above_what_it_might_be(pdf: bytes) -> None:
    """The line has room for twenty letters, and ends before the note."""
    left = find_word(pdf, 0, "Username Note")[0].left
    perhaps = find_word(pdf, 0, "An apostrophe in the name. Perhaps jo_oneil or jo_o_neil")
    ((x1, x2, y),) = [
        (x1, x2, y1)
        for x1, y1, x2, y2 in lines_drawn(pdf, 0)
        if y1 == y2 and left - 0.5 < x1 < left + 0.5 and x2 < find_word(pdf, 0, "Signature")[0].left
    ]
    assert x2 - x1 >= 46
    assert max(x.top for x in perhaps) < y
    feet = [
        y1 for x1, y1, _, _ in lines_drawn(pdf, 0) if x1 == pytest.approx(theme.GUTTER, abs=0.1) and y1 > y
    ]
    assert min(feet) - y >= 9.9
    mark = find_word(pdf, 0, "blank An")[:5]
    assert 1.9 < mark[0].left - x2 < 2.5
    foot = max(
        y1 for x1, y1, _, _ in lines_drawn(pdf, 0) if x1 == pytest.approx(theme.GUTTER, abs=0.1) and y1 < y
    )
    assert min(x.bottom for x in perhaps) - foot >= 2


def test_a_row_with_a_blank_username_reads_across(pdf: bytes) -> None:
    """Number, name and note are 2 mm above the line to write on, and the box is beside them."""
    row = find_word(pdf, 0, "3 CHILD CA blank")
    feet = [x.bottom for x in row]
    line = next(
        y1 for x1, y1, x2, y2 in lines_drawn(pdf, 0) if y1 == y2 and 46 < x2 - x1 < 48 and y1 < row[0].bottom
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
    lefts = [find_word(pdf, 0, words)[0].left for words in ("An apos", "Perhaps", "or jo_o")]
    assert lefts == [pytest.approx(lefts[0], abs=0.4)] * 3


def test_suggestions_are_below_each_other_however_long(content: Content) -> None:
    """And the first of them is on the line of the word before it."""
    long = "venkataraman_subramaniam_gopalakrishnan"
    blank = child("CHILD CA", username="")._replace(suggestion=f"{long}{AT} or {long}_iyer{AT}")
    made = checklist(content, "3A", [blank])
    word, first = (find_word(made, 0, words) for words in ("Perhaps", f"Perhaps {long}"))
    second = find_word(made, 0, f"or {long}_iyer")
    begins = [first[len("Perhaps")], second[len("or")]]
    assert begins[0].bottom == pytest.approx(word[0].bottom, abs=0.6)  # p reaches lower than v
    assert begins[0].left - word[-1].right > 0.8
    assert begins[1].left == pytest.approx(begins[0].left, abs=0.02)
    assert max(x.right for x in (*first, *second)) < find_word(made, 0, "Signature")[0].left


def test_a_worked_out_username_says_so_beside_a_blank_name_too(content: Content) -> None:
    nameless = child("", username=f"mei{AT}")._replace(origin="derived", unprintable_name="張")
    text = joined(page_text(checklist(content, "3A", [nameless]), 0))
    assert "mei worked out name blank" in text


def test_rows_to_write_in_are_like_the_others(content: Content) -> None:
    children = [child("TAN", number=str(n), username="" if n % 2 else None) for n in range(1, 6)]
    made = checklist(content, "3A", [*children, NOBODY._replace(class_name="3A")])
    steps = [upper - lower for (_, upper, _), (_, lower, _) in pairwise(boxes(made, 0))]
    assert steps == [pytest.approx(12, abs=0.05)] * 5
    marks = [find_word(made, 0, f"{n} TAN blank") for n in (1, 3, 5)]
    assert all(mark[0].bottom == pytest.approx(mark[-5].bottom, abs=0.2) for mark in marks)


@pytest.mark.parametrize("username", [f"a{AT}", ""])
def test_a_long_name_keeps_to_its_row_and_column(content: Content, username: str) -> None:
    mei = child("TAN MEI LING")
    made = checklist(content, "3A", [mei, child(LONG_NAME, username=username), mei])
    found = find_word(made, 0, LONG_NAME)
    rules = [y1 for x1, y1, x2, _ in lines_drawn(made, 0) if x2 - x1 > 170]
    foot = max(y for y in rules if y < found[-1].bottom)
    head = min(y for y in rules if y > found[0].bottom)
    assert min(x.bottom for x in found) - foot >= 1.9
    assert head - max(x.top for x in found) >= 1.9
    assert max(x.right for x in found) < find_word(made, 0, "Name Username")[4].left - 1


@pytest.mark.parametrize(("name", "count"), [(TAMIL_NAME, 4), (" ".join(TAMIL_NAME.split()[:3]), 2)])
def test_lines_with_signs_above_and_below_are_apart_and_no_word_reaches_the_next_column(
    content: Content, name: str, count: int
) -> None:
    """Seen in the ink: readers do not say where each Tamil sign is."""
    made = checklist(content, "3A", [child(name, username="")])
    rules = sorted(y1 for x1, y1, x2, _ in lines_drawn(made, 0) if x2 - x1 > 170)
    heads = find_word(made, 0, "Name Username")
    left, right = heads[0].left, heads[len("Name")].left
    image = pypdfium2.PdfDocument(made)[0].render(scale=INK_PER_MM * 25.4 / 72).to_pil().convert("1")

    def cut(x1: float, x2: float) -> Image.Image:
        """The row between its rules."""
        edges = (x1, theme.PAGE_HEIGHT - rules[1] + 0.5, x2, theme.PAGE_HEIGHT - rules[0] - 0.5)
        return image.crop(tuple(round(edge * INK_PER_MM) for edge in edges))

    ink = cut(left, right - 2)
    lines = [ink.crop((0, y, ink.width, y + 1)).getextrema()[0] == 0 for y in range(ink.height)]
    runs = [(is_ink, len(list(run))) for is_ink, run in groupby(lines)][1:-1]
    assert sum(is_ink for is_ink, _ in runs) == count
    assert min(height for is_ink, height in runs if not is_ink) / INK_PER_MM >= 0.4
    assert cut(right - 2, right - 0.5).getextrema() == (255, 255)


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
    assert out[-1].bottom == pytest.approx(worked[0].bottom, abs=0.2)
    assert out[-1].right + 1 < find_word(noted, 0, "Signature")[0].left
