"""What is beside what in the hand-out list: usernames, and lines to write them on."""

from itertools import groupby, pairwise
from typing import Literal

import pypdfium2
import pytest
from helpers.pdfs import boxes, find_word, joined, lines_drawn, page_text
from helpers.school import checklist, child
from PIL import Image

from handout import theme
from handout.model import Content, spare_students
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
    """The lines to write names and usernames on: left end, right end and height."""
    left, right = find_word(pdf, 0, "Username (add")[0].left, find_word(pdf, 0, "Note Signature")[0].left
    return [
        (x1, x2, y1)
        for x1, y1, x2, y2 in lines_drawn(pdf, 0)
        if y1 == y2 and left - 0.5 < x1 < left + 0.5 and x2 < right
    ]


def test_a_blank_username_is_written_by_hand_above_what_it_might_be(pdf: bytes) -> None:
    """The line is 79 mm long, 9 mm below the name; what is said of it ends 2 mm above the next row."""
    ((x1, x2, y),) = username_lines(pdf)
    assert x2 - x1 >= 79
    said = find_word(pdf, 0, "An apostrophe in the name. Perhaps jo_oneil or jo_o_neil")
    assert 0.8 < y - max(x.top for x in said) < 2
    assert said[0].left == pytest.approx(x1, abs=0.5)
    assert min(x.bottom for x in find_word(pdf, 0, "CHILD CA")) - y >= 9
    foot = max(rule for rule in rules(pdf) if rule < y)
    assert min(x.bottom for x in said) - foot >= 2


def test_a_row_reads_across(pdf: bytes) -> None:
    """Number and name on one line; the box in the middle of name and username; beside a line to write on what it is."""
    row, mark = find_word(pdf, 0, "3 CHILD CA"), find_word(pdf, 0, "jo_o_neil blank")[len("jo_o_neil")]
    feet = [x.bottom for x in row]
    ((*_, line),) = username_lines(pdf)
    assert max(feet) - min(feet) < 0.2
    assert mark.bottom - line == pytest.approx(2, abs=0.2)
    name, username = find_word(pdf, 0, "CHILD BA"), find_word(pdf, 0, "child_ba")
    middle = (name[0].top + username[0].bottom) / 2
    assert boxes(pdf, 0)[0][1] + checklist_sizes.TICK_BOX / 2 == pytest.approx(middle, abs=0.5)


def test_what_a_username_might_be_is_on_one_line_where_it_fits_else_below_why(content: Content) -> None:
    long = "venkataraman_subramaniam"
    short = child("CHILD BA", username="")._replace(suggestion=f"lee{AT} or lee_ann{AT}")
    both = child("CHILD CA", username="")._replace(
        suggestion=f"{long}_gopal{AT} or {long}_iyer{AT}", reason="S/O inside the name"
    )
    made = checklist(content, "3A", [short, both])
    assert len({round(x.bottom) for x in find_word(made, 0, "Perhaps lee or") if x.character in "harel"}) == 1
    why, first, second = (
        find_word(made, 0, words)[0] for words in ("S/O inside", f"{long}_gopal or", f"{long}_iyer")
    )
    assert [upper.bottom - lower.bottom > 3 for upper, lower in pairwise((why, first, second))] == [True] * 2
    assert [x.left for x in (first, second)] == [pytest.approx(why.left, abs=0.5)] * 2


def test_perhaps_is_on_the_line_of_what_a_username_might_be(content: Content) -> None:
    doubted = child("D'CRUZ, ANNE", username="")._replace(
        suggestion=f"dcruz_anne{AT}", reason="a comma in the name, an apostrophe in the name"
    )
    lines = page_text(checklist(content, "3A", [doubted]), 0).splitlines()
    found = [line.strip() for line in lines if "omma" in line or "Perhaps" in line]
    assert found == ["A comma in the name, an apostrophe in the name.", "Perhaps dcruz_anne"]


def test_a_worked_out_username_says_so_beside_a_blank_name_too(content: Content) -> None:
    nameless = child("", username=f"mei{AT}")._replace(origin="derived", unprintable_name="張")
    text = joined(page_text(checklist(content, "3A", [nameless]), 0))
    assert "1 mei blank worked out" in text


def test_a_spare_has_a_row_to_write_name_and_username(content: Content) -> None:
    """After all children: a new child gets it. Two lines, each with 9 mm above it."""
    made = checklist(content, "3A", [child("TAN", number="1"), *spare_students("3A", 2)])
    text = joined(page_text(made, 0))
    assert "1 child and 2 spares. Usernames: 1 from the list." in text
    assert "Give a new child a spare, and fill in its row." in text
    assert "blank" not in text
    _, *feet = rules(made)
    lines = [y for *_, y in username_lines(made)]
    assert len(lines) == 4
    assert all(
        upper - line >= 8.98
        for upper, line in zip((feet[0], lines[0], feet[1], lines[2]), lines, strict=True)
    )
    assert find_word(made, 0, "spare spare")[0].bottom - lines[0] == pytest.approx(2, abs=0.2)
    assert len(boxes(made, 0)) == 3


def test_rows_of_a_kind_are_of_one_height(content: Content) -> None:
    children = [child("TAN", number=str(n), username="") for n in range(1, 6)]
    made = checklist(content, "3A", children)
    steps = [upper - lower for (_, upper, _), (_, lower, _) in pairwise(boxes(made, 0))]
    assert steps == [pytest.approx(steps[0], abs=0.05)] * 4
    assert steps[0] < 21


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
    assert max(x.right for x in word) < find_word(made, 0, "Signature")[0].left - 2.9


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
    assert max(x.right for x in found) < find_word(made, 0, "Signature")[0].left - 2.9


@pytest.mark.parametrize(("name", "count"), [(TAMIL_NAME, 2), (" ".join(TAMIL_NAME.split()[:3]), 1)])
def test_lines_with_signs_above_and_below_are_apart_and_no_word_reaches_the_next_column(
    content: Content, name: str, count: int
) -> None:
    """Seen in the ink: readers do not say where each Tamil sign is."""
    made = checklist(content, "3A", [child(name, username=f"a{AT}")])
    rules = sorted(y1 for x1, y1, x2, _ in lines_drawn(made, 0) if x2 - x1 > 120)
    left, right = (find_word(made, 0, words)[0].left for words in ("Username (add", "Signature"))
    image = pypdfium2.PdfDocument(made)[0].render(scale=INK_PER_MM * 25.4 / 72).to_pil().convert("1")

    def cut(x1: float, x2: float) -> Image.Image:
        """The row between its rules."""
        edges = (x1, theme.PAGE_HEIGHT - rules[1] + 0.5, x2, theme.PAGE_HEIGHT - rules[0] - 0.5)
        return image.crop(tuple(round(edge * INK_PER_MM) for edge in edges))

    ink = cut(left, right - 2)
    lines = [ink.crop((0, y, ink.width, y + 1)).getextrema()[0] == 0 for y in range(ink.height)]
    runs = [(is_ink, len(list(run))) for is_ink, run in groupby(lines)][1:-1]
    assert sum(is_ink for is_ink, _ in runs) == count + 1, "the username below"
    assert min(height for is_ink, height in runs if not is_ink) / INK_PER_MM >= 0.4
    assert cut(right - 2, right - 0.5).getextrema() == (255, 255)


@pytest.mark.parametrize(
    ("origin", "length", "size"),
    [("given", 43, 10), ("given", 47, 9), ("derived", 34, 10), ("derived", 37, 9)],
)
def test_a_username_is_on_one_line(
    content: Content, origin: Literal["given", "derived"], length: int, size: float
) -> None:
    """In smaller type rather than on two; where nothing is said of it, it has that room as well."""
    word = "muhammad_danish_haziq_bin_abdul_rahman_iskandar"[:length]
    made = checklist(content, "3A", [child("TAN", username=f"{word}{AT}")._replace(origin=origin)])
    found = find_word(made, 0, word)
    feet = [x.bottom for x in found if x.character in "aumnr"]
    assert max(feet) - min(feet) < 0.5
    assert {x.size for x in found} == {size}
    if origin == "derived":
        assert found[-1].right < find_word(made, 0, f"{word} worked out")[length].left - 3.5


@pytest.mark.parametrize(
    ("name", "size", "lines"),
    [
        ("NUR AISYAH QISTINA BINTE ABDUL RAHMAN BIN SHAH", 10.5, 1),
        ("SHAIK ABDUL KADER BIN SHAIK MOHAMED NOORDEEN MARICAR", 9, 1),
        (LONG_NAME, 10.5, 2),
    ],
)
def test_a_long_name_is_on_one_line_above_what_is_said_of_its_username(
    content: Content, name: str, size: float, lines: int
) -> None:
    derived = child(name, username=f"a_b_c{AT}")._replace(origin="derived")
    made = checklist(content, "3A", [derived])
    found, mark = find_word(made, 0, name), find_word(made, 0, "a_b_c worked out")[len("a_b_c") :]
    assert len({round(x.bottom) for x in found if x.character in "AHMN"}) == lines
    assert {x.size for x in found} == {size}
    assert min(x.bottom for x in found) - max(x.top for x in mark) >= 0.8
