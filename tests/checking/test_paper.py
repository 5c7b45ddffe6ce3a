"""What can be read on paper, and where a hand will write: each value moved, each patch laid by itself."""

from collections.abc import Callable
from pathlib import Path

import pytest
from helpers.pdfs import MM, find_word, lines_drawn, rewritten
from helpers.school import child
from pypdf import PdfWriter

from handout import class_set, verify_set
from handout.model import Content, Roster

pytestmark = pytest.mark.slow

WIDTH, HEIGHT = 595.276, 841.89  # points
UNREADABLE = "Page 1: a name, class, number or username cannot be read on paper."
OVER = "Page 1: something is printed over a name, class, number or username."
ON_A_LINE = "Page 1: something is printed on a line that must be blank."
UNLIKE = "Page 2: this page differs from the same page of the other children."
OWN, AFTER = 1, 2  # the streams of a sheet behind the first, which all share

Spoil = Callable[[PdfWriter], object]
Found = Callable[[Spoil], list[str]]
STUDENTS = (child("ONG WEI LIN", number="1"), child("SITI AMINAH", number="2"))
ROWS = "No,Name,Email\n1,ONG WEI LIN,ong_wei_lin@students.edu.sg\n2,SITI AMINAH,siti_aminah@students.edu.sg\n"


@pytest.fixture(scope="module")
def sheets(content: Content) -> bytes:
    return class_set(content, STUDENTS, layout="sheet")


@pytest.fixture
def found(tmp_path: Path, content: Content, sheets: bytes) -> Found:
    def verify(spoil: Spoil) -> list[str]:
        (tmp_path / "list.csv").write_text(ROWS, "utf-8")
        (tmp_path / "set.pdf").write_bytes(rewritten(sheets, spoil))
        roster = Roster(tmp_path / "list.csv", STUDENTS, (), ())
        return [problem.what for problem in verify_set(tmp_path / "set.pdf", roster, content)[1]]

    return verify


def changed(place: int, before: str = "", after: str = "") -> Spoil:
    """Operators before and after one stream of the first page."""

    def spoil(writer: PdfWriter) -> None:
        stream = writer.pages[0]["/Contents"][place].get_object()
        stream.set_data(before.encode() + b"\n" + stream.get_data() + b"\n" + after.encode())

    return spoil


def moved(across: float, up: float) -> Spoil:
    return changed(OWN, f"q 1 0 0 1 {across:.2f} {up:.2f} cm", "Q")


@pytest.mark.parametrize("side", ["left", "right", "bottom", "top"])
def test_a_value_where_no_printer_reaches(found: Found, sheets: bytes, side: str) -> None:
    """8 points from an edge; no printer reaches the last 14."""
    username = find_word(sheets, 0, "ong_wei_lin@students.edu.sg")
    edge = {
        "left": (8 - username[0].left * MM, 0),
        "right": (WIDTH - 8 - username[-1].right * MM, 0),
        "bottom": (0, 8 - max(letter.bottom for letter in username) * MM),
        "top": (0, HEIGHT - 8 - username[0].top * MM),
    }
    assert UNREADABLE in found(moved(*edge[side]))


def test_a_light_patch_beneath_a_value_is_no_harm_and_a_dark_one_is(found: Found, sheets: bytes) -> None:
    username = find_word(sheets, 0, "ong_wei_lin@students.edu.sg")
    left, bottom = username[0].left * MM, username[0].bottom * MM
    patch = f"{left:.2f} {bottom:.2f} 40 4 re f"
    assert found(changed(OWN, f"0.8 g {patch}")) == [UNLIKE]
    assert found(changed(OWN, f"0.3 g {patch}")) == [OVER, UNLIKE]
    assert found(changed(OWN, after=f"0.8 g {patch}")) == [OVER, UNLIKE]


@pytest.mark.parametrize(
    ("above", "problems"), [(2, [ON_A_LINE]), (6, [ON_A_LINE]), (10, [ON_A_LINE]), (14, []), (-6, [])]
)
def test_a_patch_where_a_hand_will_write(
    found: Found, sheets: bytes, above: float, problems: list[str]
) -> None:
    """Points above the rule for the password."""
    username = find_word(sheets, 0, "ong_wei_lin@students.edu.sg")
    lowest = min(letter.bottom for letter in username)
    rules = [
        (x1, y1)
        for x1, y1, x2, y2 in lines_drawn(sheets, 0)
        if y1 == y2 and x2 - x1 > 60 and y1 < lowest and x1 > username[0].left - 60
    ]
    left, rule = max(rules, key=lambda ends: ends[1])
    patch = f"0 g {left * MM + 40:.2f} {rule * MM + above:.2f} 20 3 re f"
    assert found(changed(AFTER, after=patch)) == [*problems, UNLIKE]
