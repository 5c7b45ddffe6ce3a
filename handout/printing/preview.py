"""PDF → a picture of each page, to look at without a printer."""

import zlib
from pathlib import Path
from typing import TYPE_CHECKING

from handout.errors import Flaw, Place, Problem, UsageError

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

PREVIEW_DPI = 110
POINTS_PER_INCH = 72
RGB = 2  # as PNG counts the kinds of colour
PNG_LEVEL = 3  # of deflate; a picture to look at once
PICTURES = "page-*.png"


def open_pdf(path: Path) -> "PdfDocument":
    """Open a PDF to draw its pages. Raises UsageError."""
    try:
        import pypdfium2  # noqa: PLC0415 - an extra, which may not be installed
    except ImportError:
        problem = Problem(
            Place("preview"), Flaw("This needs one more package.", "Install it: pip install pypdfium2")
        )
        raise UsageError(problem) from None
    try:
        return pypdfium2.PdfDocument(path)
    except FileNotFoundError:
        flaw = Flaw("There is no such file.", "Make it first: handout build")
        if path.is_dir():
            flaw = Flaw("This is a folder.", "Give the name of a PDF.")
        problem = Problem(Place(str(path)), flaw)
    except (pypdfium2.PdfiumError, OSError):
        problem = Problem(
            Place(str(path)), Flaw("This cannot be read as a PDF.", "Give a PDF without a password.")
        )
    raise UsageError(problem)


def picture_of(document: "PdfDocument", page: int, dpi: int = PREVIEW_DPI) -> bytes:
    """One page, counted from 0, as a PNG."""
    bitmap = document[page].render(scale=dpi / POINTS_PER_INCH, rev_byteorder=True)
    return _png(bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride)


def _png(pixels: bytes, width: int, height: int, stride: int) -> bytes:
    """Pixels of red, green and blue as a PNG (ISO/IEC 15948), written here: the one-file edition has no Pillow."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return len(data).to_bytes(4) + kind + data + zlib.crc32(kind + data).to_bytes(4)

    rows = (pixels[at : at + width * 3] for at in range(0, stride * height, stride))
    header = width.to_bytes(4) + height.to_bytes(4) + bytes((8, RGB, 0, 0, 0))
    samples = zlib.compress(b"".join(b"\0" + row for row in rows), PNG_LEVEL)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", samples) + chunk(b"IEND", b"")


def picture_name(page: int, pages: int) -> str:
    """Names that sort in the order of the pages."""
    return f"page-{page + 1:0{len(str(pages))}}.png"


def pages_of_pdf(pdf: bytes) -> int:
    """How many pages a PDF in memory has."""
    import pypdfium2  # noqa: PLC0415 - an extra

    with pypdfium2.PdfDocument(pdf) as document:
        return len(document)


def picture_of_pdf(pdf: bytes, dpi: int, page: int = 0) -> bytes:
    """A page of a PDF in memory as a PNG, counted from 0."""
    import pypdfium2  # noqa: PLC0415 - an extra

    with pypdfium2.PdfDocument(pdf) as document:
        return picture_of(document, page, dpi)
