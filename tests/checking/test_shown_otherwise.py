"""A set that a viewer, a printer or a screen reader shows otherwise than it was printed is found."""

from collections.abc import Callable
from typing import Any

import pytest
from helpers.pdfs import rewritten
from helpers.spoilt import LAYOUTS, NO_PAGE_SHOWS
from pypdf import PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, NumberObject, TextStringObject

pytestmark = pytest.mark.slow


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("/NumCopies", NumberObject(3)),
        ("/PrintPageRange", ArrayObject([NumberObject(0), NumberObject(3)])),
        ("/PrintScaling", NameObject("/AppDefault")),
        ("/Duplex", NameObject("/DuplexFlipShortEdge")),
    ],
)
def test_changed_settings_for_the_printer_are_found(
    found: Callable[[bytes], list[str]], sets: dict[str, bytes], key: str, value: Any
) -> None:
    def spoil(writer: PdfWriter) -> None:
        writer.root_object["/ViewerPreferences"][NameObject(key)] = value

    assert "The file has settings for the printer that a class set never has." in found(
        rewritten(sets["sheet"], spoil)
    )


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("/Decode", ArrayObject([NumberObject(255), NumberObject(0)])),
        ("/Mask", ArrayObject([NumberObject(0), NumberObject(255)])),
        ("/Alternates", ArrayObject()),
        ("/OC", DictionaryObject()),
    ],
)
def test_a_picture_that_is_shown_differently_is_found(
    found: Callable[[bytes], list[str]], sets: dict[str, bytes], key: str, value: Any
) -> None:
    def spoil(writer: PdfWriter) -> None:
        for page in writer.pages:
            for picture in page["/Resources"]["/XObject"].values():
                picture.get_object()[NameObject(key)] = value

    assert any("that a class set never has" in problem for problem in found(rewritten(sets["pack"], spoil)))


def test_widths_that_are_not_those_of_the_letters_are_found(
    found: Callable[[bytes], list[str]], sets: dict[str, bytes]
) -> None:
    def spoil(writer: PdfWriter) -> None:
        typed = writer.pages[0]["/Resources"]["/Font"]["/TYPED"]["/DescendantFonts"][0].get_object()
        typed[NameObject("/W")] = ArrayObject([NumberObject(0), NumberObject(65535), NumberObject(40)])

    assert any("that a class set never has" in problem for problem in found(rewritten(sets["sheet"], spoil)))


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_letter_drawn_as_another_is_found(
    found: Callable[[bytes], list[str]], sets: dict[str, bytes], layout: str
) -> None:
    """The file's table says "o" for the shape of "n": who copies the text gets what no eye sees."""

    def spoil(writer: PdfWriter) -> None:
        fonts = writer.pages[0]["/Resources"]["/Font"]
        table = fonts["/TYPED"]["/ToUnicode"]
        table.set_data(table.get_data().replace(b"<006E>", b"<006F>"))

    problems = found(rewritten(sets[layout], spoil))
    first, second = ("1", "1") if layout == "slips" else ("1", "5") if layout == "pack" else ("1", "2")
    other = "has another username in the list."
    assert problems[:2] == [
        f"Page {first}: No. 1 ONG WEI LIN {other}",
        f"Page {second}: No. 2 SITI AMINAH {other}",
    ]
    pages = {"pack": "Pages 1, 2, 3 and 9 more", "sheet": "Pages 1, 2, 3", "slips": "Page 1"}[layout]
    assert problems[2] == f"{pages}: something is drawn here that a class set never has."


def test_another_typeface_under_our_name_is_found(
    found: Callable[[bytes], list[str]], sets: dict[str, bytes]
) -> None:
    def spoil(writer: PdfWriter) -> None:
        fonts = writer.pages[0]["/Resources"]["/Font"]
        typed = fonts["/TYPED"]["/DescendantFonts"][0].get_object()
        bold = fonts["/BOLD"]["/DescendantFonts"][0].get_object()
        typed["/FontDescriptor"][NameObject("/FontFile2")] = bold["/FontDescriptor"].raw_get("/FontFile2")

    assert found(rewritten(sets["pack"], spoil)) == [
        "Pages 1, 2, 3 and 9 more: something is drawn here that a class set never has.",
        NO_PAGE_SHOWS,
    ]


def test_a_screen_reader_that_says_another_username_is_found(
    found: Callable[[bytes], list[str]], sets: dict[str, bytes]
) -> None:
    def spoil(writer: PdfWriter) -> None:
        document = writer.root_object["/StructTreeRoot"]["/K"][0].get_object()
        section = next(kid for kid in _walk(document) if kid.get("/S") == "/Sect")
        spans = [kid for kid in _walk(section) if kid.get("/S") == "/Span"]
        spans[7][NameObject("/ActualText")] = TextStringObject("someone@students.edu.sg")

    assert found(rewritten(sets["pack"], spoil)) == [
        "Page 1: a screen reader says something different from the page."
    ]


def _walk(element: Any) -> list[Any]:
    kids = [kid.get_object() for kid in element.get("/K", [])]
    return [deep for kid in kids if "/S" in kid for deep in (kid, *_walk(kid))]
