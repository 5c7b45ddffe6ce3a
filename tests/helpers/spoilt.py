"""Ways to change a page of a printed set, and what the check says of them."""

from collections.abc import Callable
from typing import Any

from pypdf import PdfWriter
from pypdf.generic import NameObject

LAYOUTS = ("pack", "sheet", "slips")
NO_PAGE_SHOWS = "There is something in this file that no page shows."


def stream_of(writer: PdfWriter, page: int, place: int) -> Any:
    return writer.pages[page]["/Contents"][place].get_object()


def changed(page: int, place: int, change: Callable[[bytes], bytes]) -> Callable[[PdfWriter], None]:
    """One stream of a page, after a change."""

    def spoil(writer: PdfWriter) -> None:
        stream = stream_of(writer, page, place)
        old = stream.get_data()
        new = change(old)
        assert new != old
        stream.set_data(new)

    return spoil


def appended(operators: bytes) -> Callable[[bytes], bytes]:
    return lambda data: data + b"\n" + operators


OVER = "Page 1: something is printed over a name, class, number or username."
UNREADABLE = "Page 1: a name, class, number or username cannot be read on paper."
ON_A_LINE = "Page 1: something is printed on a line that must be blank."
COVERED = "Page 1: something is printed over the words of this page."
FOREIGN = "Page 1: something is drawn here that a class set never has."
MOVED = "Page 5: this page differs from the same page of the other children."


def picture_on_page_1(writer: PdfWriter) -> None:
    """Page 1 may use the picture of page 2."""
    pictures = writer.pages[1]["/Resources"]["/XObject"]
    writer.pages[0]["/Resources"]["/XObject"][NameObject("/P0")] = pictures.raw_get("/P0")
