"""What is beside what in the hand-out list: usernames, and lines to write them on."""

from itertools import groupby, pairwise

import pypdfium2
import pytest
from helpers.pdfs import boxes, find_word, joined, lines_drawn, page_text
from helpers.school import checklist, child
from PIL import Image

from handout import theme
from handout.model import NOBODY, Content
from handout.pages import checklist_sizes

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


def rules(pdf: bytes) -> list[float]:
    """Below the headings and the rows, from the top."""
    return sorted((y1 for x1, y1, x2, _ in lines_drawn(pdf, 0) if x2 - x1 > 120), reverse=True)


def username_lines(pdf: bytes) -> list[tuple[float, float, float]]:
    """The lines to write usernames on: left end, right end and height."""
    left = find_word(pdf, 0, "Username Signature")[0].left
    return [
        (x1, x2, y1)
        for x1, y1, x2, y2 in lines_drawn(pdf, 0)
        if y1 == y2 and left - 0.5 < x1 < left + 0.5 and x2 < find_word(pdf, 0, "Signature")[0].left
    ]


def test_a_blank_username_is_written_by_hand_above_what_it_might_be(pdf: bytes) -> None:
    """The line is 50 mm long, 10 mm below the row above; what is said of it ends 2 mm above the next."""
    ((x1, x2, y),) = username_lines(pdf)
    assert x2 - x1 >= 50
    said = find_word(pdf, 0, "blank: an apostrophe in the name. Perhaps jo_oneil or jo_o_neil")
    assert 0.8 < y - max(x.top for x in said) < 2
    assert said[0].left == pytest.approx(x1, abs=0.5)
    head = min(rule for rule in rules(pdf) if rule > y)
    foot = max(rule for rule in rules(pdf) if rule < y)
    assert head - y >= 9.9
    assert min(x.bottom for x in said) - foot >= 2


def test_a_row_with_a_blank_username_reads_across(pdf: bytes) -> None:
    """Number and name are 2 mm above the line to write on, and the box is beside them."""
    row = find_word(pdf, 0, "3 CHILD CA")
    feet = [x.bottom for x in row]
    ((*_, line),) = username_lines(pdf)
    assert max(feet) - min(feet) < 0.2
    assert min(feet) - line == pytest.approx(2, abs=0.2)
    middle = (row[1].bottom + row[1].top) / 2
    assert any(
        y + checklist_sizes.TICK_BOX / 2 == pytest.approx(middle, abs=0.2) for _, y, _ in boxes(pdf, 0)
    )


def test_the_first_lines_of_a_row_are_level(content: Content) -> None:
    """Of a long name, of a long username, of one that was worked out."""
    shah = child("MUHAMMAD DANISH HAZIQ BIN ABDUL RAHMAN", number="17", username=f"danish_haziq{AT}")
    long = child("TAN", number="18", username=f"muhammad_danish_haziq_bin_abdul{AT}")
    derived = child("LIM", number="19", username=f"lim{AT}")._replace(origin="derived")
    made = checklist(content, "3A", [shah, long, derived])
    for number, name, username in (
        ("17", "MUHAMMAD DANISH HAZIQ", "danish_haziq 18"),
        ("18", "TAN muha", "muhammad_danish"),
        ("19", "LIM lim", "lim worked"),
    ):
        figures = find_word(made, 0, f"{number} {name}")
        feet = [figures[0], figures[2], find_word(made, 0, username)[0]]
        assert [x.bottom for x in feet] == [pytest.approx(feet[0].bottom, abs=0.2)] * 3
        middle = (figures[2].bottom + figures[2].top) / 2
        assert any(
            y + checklist_sizes.TICK_BOX / 2 == pytest.approx(middle, abs=0.2) for _, y, _ in boxes(made, 0)
        )


def test_each_suggestion_has_a_line_of_its_own(pdf: bytes) -> None:
    found = [find_word(pdf, 0, words)[0] for words in ("blank: an", "jo_oneil or", "jo_o_neil 4")]
    assert all(upper.bottom - lower.bottom > 3 for upper, lower in pairwise(found))
    assert [x.left for x in found] == [pytest.approx(found[0].left, abs=0.4)] * 3


def test_suggestions_are_below_each_other_however_long(content: Content) -> None:
    long = "venkataraman_subramaniam_gopalakrishnan"
    blank = child("CHILD CA", username="")._replace(suggestion=f"{long}{AT} or {long}_iyer{AT}")
    made = checklist(content, "3A", [blank])
    first, second = find_word(made, 0, f"{long} or"), find_word(made, 0, f"{long}_iyer")
    assert first[0].bottom - second[0].bottom > 6
    assert second[0].left == pytest.approx(first[0].left, abs=0.02)
    assert max(x.right for x in (*first, *second)) < find_word(made, 0, "Signature")[0].left - 2


def test_a_worked_out_username_says_so_beside_a_blank_name_too(content: Content) -> None:
    nameless = child("", username=f"mei{AT}")._replace(origin="derived", unprintable_name="張")
    text = joined(page_text(checklist(content, "3A", [nameless]), 0))
    assert "1 blank mei worked out" in text


def test_rows_to_write_in_are_of_one_height(content: Content) -> None:
    """With room for a name and a username to be written above their lines."""
    children = [child("TAN", number=str(n), username="") for n in range(1, 5)]
    made = checklist(content, "3A", [*children, NOBODY._replace(class_name="3A")])
    steps = [upper - lower for (_, upper, _), (_, lower, _) in pairwise(boxes(made, 0))]
    assert steps == [pytest.approx(steps[0], abs=0.05)] * 4
    assert steps[0] < 16.5
    head, *feet = rules(made)
    lines = [y for *_, y in username_lines(made)]
    assert len(lines) == 5
    assert all(upper - line >= 9.9 for upper, line in zip([head, *feet], lines, strict=False))


@pytest.mark.parametrize("number", ["7", "107", "123456"])
def test_a_register_number_is_on_one_line_clear_of_its_box(content: Content, number: str) -> None:
    made = checklist(content, "3A", [child("TAN MEI LING", number=number)])
    found = find_word(made, 0, f"{number} TAN")[: len(number)]
    assert len({round(x.bottom, 1) for x in found}) == 1
    left, _, side = boxes(made, 0)[0]
    assert found[0].left - left - side >= 1
    assert found[-1].right == pytest.approx(find_word(made, 0, "No. Name")[2].right, abs=0.5)


@pytest.mark.parametrize("name", ["KRISHNAMOORTHYVENKATARAMANSUBRAMANIAM", "ANN " + "W" * 30])
def test_no_word_of_a_name_is_split(content: Content, name: str) -> None:
    made = checklist(content, "3A", [child(name, username=f"a{AT}")])
    word = find_word(made, 0, name.rsplit(maxsplit=1)[-1])
    assert len({round(x.bottom, 1) for x in word}) == 1
    assert max(x.right for x in word) < find_word(made, 0, "Username Signature")[0].left - 3.5


@pytest.mark.parametrize("username", [f"a{AT}", ""])
def test_a_long_name_keeps_to_its_row_and_column(content: Content, username: str) -> None:
    mei = child("TAN MEI LING")
    made = checklist(content, "3A", [mei, child(LONG_NAME, username=username), mei])
    found = find_word(made, 0, LONG_NAME)
    rules = [y1 for x1, y1, x2, _ in lines_drawn(made, 0) if x2 - x1 > 120]
    foot = max(y for y in rules if y < found[-1].bottom)
    head = min(y for y in rules if y > found[0].bottom)
    assert min(x.bottom for x in found) - foot >= 1.9
    assert head - max(x.top for x in found) >= 1.9
    assert max(x.right for x in found) < find_word(made, 0, "Name Username")[4].left - 3.5


@pytest.mark.parametrize(("name", "count"), [(TAMIL_NAME, 4), (" ".join(TAMIL_NAME.split()[:3]), 2)])
def test_lines_with_signs_above_and_below_are_apart_and_no_word_reaches_the_next_column(
    content: Content, name: str, count: int
) -> None:
    """Seen in the ink: readers do not say where each Tamil sign is."""
    made = checklist(content, "3A", [child(name, username="")])
    rules = sorted(y1 for x1, y1, x2, _ in lines_drawn(made, 0) if x2 - x1 > 120)
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


def test_a_username_of_21_letters_is_on_one_line(content: Content) -> None:
    word = "muhammad_danish_haziq_bin"[:21]
    given = child("TAN", username=f"{word}{AT}")
    for student in (given, given._replace(origin="derived")):
        found = find_word(checklist(content, "3A", [student]), 0, word)
        assert len({round(x.bottom) for x in found if x.character in "aumnr"}) == 1


def test_a_longer_username_is_smaller_rather_than_on_two_lines(content: Content) -> None:
    word = "muhammad_danish_irfan_34"
    found = find_word(checklist(content, "3A", [child("TAN", username=f"{word}{AT}")]), 0, word)
    assert len({round(x.bottom) for x in found if x.character in "aumnr"}) == 1
    assert {x.size for x in found} == {9}
