"""Values and words of a set that were changed on the paper after it was printed are found."""

import re
from collections.abc import Callable
from itertools import pairwise

import pytest
from helpers.pdfs import rewritten
from helpers.spoilt import (
    COVERED,
    FOREIGN,
    MOVED,
    NO_PAGE_SHOWS,
    ON_A_LINE,
    OVER,
    UNREADABLE,
    appended,
    changed,
    picture_on_page_1,
    stream_of,
)
from pypdf import PdfWriter

pytestmark = pytest.mark.slow


@pytest.mark.parametrize(
    ("change", "problems"),
    [
        (lambda data: data.replace(b"BT ", b"BT 3 Tr "), [FOREIGN, NO_PAGE_SHOWS]),
        (lambda data: data.replace(b"BT ", b"BT 40 Tz "), [FOREIGN, NO_PAGE_SHOWS]),
        (lambda data: b"/G0 gs\n" + data, [FOREIGN, NO_PAGE_SHOWS]),
        (lambda data: b"0 0 1 1 re W n\n" + data, [FOREIGN, NO_PAGE_SHOWS]),
        (lambda data: b"/OC /L0 BDC\n" + data + b"\nEMC", [FOREIGN]),
        (lambda data: b"q\n" + data, [FOREIGN]),
        (lambda data: data.replace(b" 0 g ", b" 1 g "), [UNREADABLE]),
        (lambda data: data.replace(b" 0 g ", b" 0.9 0.9 1 rg "), [UNREADABLE]),
        (lambda data: b"q 1 0 0 1 900 0 cm\n" + data + b"\nQ", [UNREADABLE, MOVED]),
        (lambda data: b"q .1 0 0 .1 0 0 cm\n" + data + b"\nQ", [UNREADABLE, MOVED]),
        (lambda data: b"q 0 1 -1 0 600 0 cm\n" + data + b"\nQ", [UNREADABLE, MOVED]),
        (lambda data: b"q -1 0 0 1 600 0 cm\n" + data + b"\nQ", [UNREADABLE, COVERED, MOVED]),
        (lambda data: re.sub(rb"/TYPED \d+ Tf", b"/TYPED 1 Tf", data), [UNREADABLE]),
        (lambda data: re.sub(rb"/TYPED \d+ Tf", b"/TYPED 90 Tf", data), [OVER, UNREADABLE]),
        (lambda data: data + b"\n1 g 60 560 480 180 re f", [OVER, COVERED, MOVED]),
        (lambda data: b"0 g 60 560 480 180 re f\n" + data, [OVER, ON_A_LINE, COVERED, MOVED]),
        (lambda data: data + b"\nq 480 0 0 180 60 560 cm /P0 Do Q", [OVER, ON_A_LINE, COVERED, MOVED]),
        (lambda data: data + b"\n1 G 400 w 60 600 m 500 600 l S", [OVER, MOVED]),
    ],
)
def test_a_value_that_cannot_be_read_is_found(
    found: Callable[[bytes], list[str]],
    sets: dict[str, bytes],
    change: Callable[[bytes], bytes],
    problems: list[str],
) -> None:
    with_picture = rewritten(sets["pack"], picture_on_page_1)
    assert found(rewritten(with_picture, changed(0, 1, change))) == problems


def letters_of_username(arrange: Callable[[list[bytes]], bytes]) -> Callable[[bytes], bytes]:
    """The username's letters, shown by other operators."""

    def change(data: bytes) -> bytes:
        *_, last = re.finditer(rb"<([0-9A-F]{40,})> Tj", data)
        codes = re.findall(rb"....", last[1])
        return data[: last.start()] + arrange(codes) + data[last.end() :]

    return change


def kerned(first: int, second: int) -> Callable[[list[bytes]], bytes]:
    return lambda codes: (
        b"[" + b"".join(b"<%s>%d<%s>%d" % (one, first, two, second) for one, two in pairwise(codes)) + b"]TJ"
    )


@pytest.mark.parametrize(
    ("arrange", "problem"),
    [
        (kerned(-600, 1200), FOREIGN),
        (kerned(560, 560), FOREIGN),
        (lambda codes: b"-15 Tc <" + b"".join(codes) + b"> Tj", FOREIGN),
        (lambda codes: b"<" + b"".join(codes[1:]) + b"> Tj -20 0 Td <" + codes[0] + b"> Tj", UNREADABLE),
        (lambda codes: b"".join(b"<%s> Tj 0 0 Td " % code for code in codes), UNREADABLE),
        (lambda codes: b"".join(b"<%s> Tj 0 15 Td " % code for code in codes), UNREADABLE),
        (
            lambda codes: (
                b"/Span <</ActualText (ong_wei_lin@students.edu.sg)>> BDC <"
                + b"".join(reversed(codes))
                + b"> Tj EMC"
            ),
            FOREIGN,
        ),
    ],
)
def test_letters_of_a_username_out_of_their_order_are_found(
    found: Callable[[bytes], list[str]],
    sets: dict[str, bytes],
    arrange: Callable[[list[bytes]], bytes],
    problem: str,
) -> None:
    assert problem in found(rewritten(sets["pack"], changed(0, 1, letters_of_username(arrange))))


@pytest.mark.parametrize("operators", [b"q 1 g 60 100 480 300 re f Q", b"q 480 0 0 300 60 100 cm /P0 Do Q"])
def test_words_that_are_covered_on_every_page_are_found(
    found: Callable[[bytes], list[str]], sets: dict[str, bytes], operators: bytes
) -> None:
    with_picture = rewritten(sets["pack"], picture_on_page_1)
    problems = found(rewritten(with_picture, changed(0, 2, appended(operators))))
    assert any("is printed over the words of this page." in problem for problem in problems)


def test_a_panel_over_the_next_is_found(found: Callable[[bytes], list[str]], sets: dict[str, bytes]) -> None:
    """The text after the personal part covers it: a white box in the stream that the packs share."""
    covered = rewritten(sets["pack"], changed(0, 2, appended(b"1 g 60 560 480 180 re f")))
    assert found(covered) == [OVER, ON_A_LINE, COVERED, MOVED]


def test_words_that_content_yaml_does_not_have_are_found(
    found: Callable[[bytes], list[str]], sets: dict[str, bytes]
) -> None:
    """The username of the panel's own letters, set again at the foot of page 1, in pieces that are no username."""

    def spoil(writer: PdfWriter) -> None:
        text = re.findall(rb"BT [^\n]* ET", stream_of(writer, 0, 1).get_data())[-1]
        few = re.sub(rb"<([0-9A-F]{24})[0-9A-F]*>", rb"<\1>", text)
        after = stream_of(writer, 0, 2)
        after.set_data(after.get_data() + b"\n" + re.sub(rb"BT [\d.]+ [\d.]+ Td", b"BT 60 100 Td", few))

    assert found(rewritten(sets["pack"], spoil)) == [
        "Page 1: there are words here that content.yaml does not have.",
        MOVED,
    ]
