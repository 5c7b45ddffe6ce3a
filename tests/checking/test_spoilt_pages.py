"""Pages of a set that are missing, foreign, changed or in another order are found."""

import re
from collections.abc import Callable

import pytest
from helpers.pdfs import rewritten
from helpers.spoilt import LAYOUTS
from pypdf import PdfWriter
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    FloatObject,
    NameObject,
    NumberObject,
)

pytestmark = pytest.mark.slow


def test_a_page_whose_paper_is_moved_is_found(
    found: Callable[[bytes], list[str]], sets: dict[str, bytes]
) -> None:
    def spoil(writer: PdfWriter) -> None:
        writer.pages[0][NameObject("/MediaBox")] = ArrayObject(map(FloatObject, (-90, -90, 505.276, 751.89)))

    assert "Page 1: this page is not A4." in found(rewritten(sets["sheet"], spoil))


def test_a_page_that_is_not_like_the_others_is_found(
    found: Callable[[bytes], list[str]], sets: dict[str, bytes]
) -> None:
    """A stream of its own for one child."""

    def spoil(writer: PdfWriter) -> None:
        page = writer.pages[5]
        own = DecodedStreamObject()
        own.set_data(page["/Contents"][0].get_object().get_data() + b"\n0 G 60 60 m 500 500 l S")
        page["/Contents"][0] = writer._add_object(own)

    assert found(rewritten(sets["pack"], spoil)) == [
        "Page 6: this page differs from the same page of the other children."
    ]


def reordered(pdf: bytes, order: list[int]) -> bytes:
    """The pages in another order; the structure tree keeps its own."""

    def change(writer: PdfWriter) -> None:
        tree = writer.root_object["/Pages"]
        pages = [page.indirect_reference for page in writer.pages]
        tree[NameObject("/Kids")] = ArrayObject(pages[number] for number in order)
        tree[NameObject("/Count")] = NumberObject(len(order))
        for page in pages:
            page.get_object()[NameObject("/Parent")] = tree.indirect_reference
        writer.flattened_pages = None

    return rewritten(pdf, change)


TOO_EARLY = "Page 1: the page of No. 2 SITI AMINAH comes before the first page of its class."
OUT_OF_ORDER = "the page of No. 1 ONG WEI LIN is out of the order of the list."
NOBODY_S = "this page belongs to no child."


@pytest.mark.parametrize(
    ("layout", "order", "problems"),
    [
        ("pack", [4, 5, 6, 7, 0, 1, 2, 3, 8, 9, 10, 11], [TOO_EARLY, f"Page 5: {OUT_OF_ORDER}"]),
        ("pack", [4, 1, 2, 3, 0, 5, 6, 7, 8, 9, 10, 11], [TOO_EARLY, f"Page 5: {OUT_OF_ORDER}"]),
        (
            "pack",
            [0, 2, 1, *range(3, 12)],
            [
                "Page 1: the pack that begins here is not complete.",
                "Pages 6, 7: this page differs from the same page of the other children.",
            ],
        ),
        (
            "three",
            [0, 1, 2, *range(4, 12)],
            [
                "Page 3: the blank back of this sheet is missing.",
                "Pages 4, 8: this page would be printed on the back of another child's.",
            ],
        ),
        ("three", [*range(11)], ["Page 11: the blank back of this sheet is missing."]),
        ("three", [0, 1, 2, 3, 3, 3, *range(4, 12)], [f"Pages 5, 6: {NOBODY_S}"]),
        ("three", [0, 1, 2, 3, *range(12)], ["Page 5: a second page for No. 1 ONG WEI LIN."]),
        (
            "three",
            [3, 0, 1, 2, *range(4, 12)],
            [
                f"Page 1: {NOBODY_S}",
                "Page 2: this page would be printed on the back of another child's.",
                "Page 4: the blank back of this sheet is missing.",
            ],
        ),
        ("sheet", [0, 0, 1, 2], ["Page 2: a second page for No. 1 ONG WEI LIN."]),
        ("sheet", [1, 0, 2], [TOO_EARLY, f"Page 2: {OUT_OF_ORDER}"]),
    ],
)
def test_pages_in_another_order_are_found(
    found: Callable[[bytes], list[str]],
    sets: dict[str, bytes],
    layout: str,
    order: list[int],
    problems: list[str],
) -> None:
    assert found(reordered(sets[layout], order)) == problems


@pytest.mark.parametrize("layout", [*LAYOUTS, "three"])
def test_a_set_as_it_was_printed_passes(
    found: Callable[[bytes], list[str]], sets: dict[str, bytes], layout: str
) -> None:
    assert found(sets[layout]) == []


def test_a_page_that_does_not_say_which_it_is_is_found(
    found: Callable[[bytes], list[str]], sets: dict[str, bytes]
) -> None:
    """The footer of the first child's sheet is taken away."""

    def spoil(writer: PdfWriter) -> None:
        page = writer.pages[0]
        for place, stream in enumerate(list(list.__iter__(page["/Contents"]))):
            own = DecodedStreamObject()
            footer = rb"/Artifact <</Type /Pagination /Subtype /Footer>> BDC\n(.*?)\nEMC"
            own.set_data(re.sub(footer, b"", stream.get_object().get_data(), flags=re.DOTALL))
            page["/Contents"][place] = writer._add_object(own)

    assert found(rewritten(sets["sheet"], spoil)) == [
        f"Page 1: {NOBODY_S}",
        "Page 2: this page differs from the same page of the other children.",
    ]


def test_a_foreign_page_is_found(found: Callable[[bytes], list[str]], sets: dict[str, bytes]) -> None:
    def spoil(writer: PdfWriter) -> None:
        writer.add_blank_page(595.276, 841.89)
        writer.add_blank_page(300, 300)

    assert found(rewritten(sets["sheet"], spoil)) == [
        "Page 5: this page is not A4.",
        f"Pages 4, 5: {NOBODY_S}",
    ]


def test_a_page_of_slips_without_slips_is_found(
    found: Callable[[bytes], list[str]], sets: dict[str, bytes]
) -> None:
    problems = found(rewritten(sets["slips"], lambda writer: writer.add_blank_page(841.89, 595.276)))
    assert problems == ["Page 2: there is no slip on this page."]


def test_a_cut_off_page_is_found(found: Callable[[bytes], list[str]], sets: dict[str, bytes]) -> None:
    def spoil(writer: PdfWriter) -> None:
        writer.pages[2].cropbox.upper_right = (595, 400)

    assert found(rewritten(sets["sheet"], spoil)) == ["Page 3: a part of this page is cut off."]
