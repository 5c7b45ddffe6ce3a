"""A picture of each page, drawn by another program than the one that made the PDF."""

import io
import sys
from pathlib import Path

import pytest
from PIL import Image

from handout.errors import UsageError
from handout.printing.preview import PREVIEW_DPI, open_pdf, picture_name, picture_of, picture_of_pdf

A4 = (595, 842)


@pytest.fixture
def two_pages(tmp_path: Path) -> Path:
    """A black page and a white one."""
    path = tmp_path / "two.pdf"
    black, white = (Image.new("1", A4, colour) for colour in (0, 1))
    black.save(path, save_all=True, append_images=[white])
    return path


@pytest.mark.slow
def test_each_page_becomes_its_picture(two_pages: Path) -> None:
    with open_pdf(two_pages) as document:
        black, white = (Image.open(io.BytesIO(picture_of(document, page))).convert("L") for page in (0, 1))
    assert black.getextrema()[0] == 0
    assert white.getextrema() == (255, 255)
    assert white.width == pytest.approx(210 / 25.4 * PREVIEW_DPI, abs=1)
    assert white.height == pytest.approx(297 / 25.4 * PREVIEW_DPI, abs=1)


def test_a_picture_is_whole_as_every_browser_wants_it(two_pages: Path) -> None:
    """ISO/IEC 15948: 8 bits of red, green and blue, nothing unusual, and the end chunk is empty."""
    with open_pdf(two_pages) as document:
        data = picture_of(document, 0)
    assert data[24:29] == bytes((8, 2, 0, 0, 0))
    assert data.endswith(b"\0\0\0\0IEND\xaeB`\x82")
    Image.open(io.BytesIO(data)).verify()


def test_colours_are_where_they_are_on_the_page(tmp_path: Path) -> None:
    red, blue, lime, white = (255, 0, 0), (0, 0, 255), (0, 255, 0), (255, 255, 255)
    page = Image.new("RGB", A4, white)
    for colour, corner in ((red, (0, 0)), (blue, (300, 0)), (lime, (0, 421))):
        page.paste(colour, (*corner, corner[0] + 300, corner[1] + 421))
    page.save(tmp_path / "page.pdf", quality=100, subsampling=0)
    with open_pdf(tmp_path / "page.pdf") as document:
        picture = Image.open(io.BytesIO(picture_of(document, 0, dpi=36))).convert("RGB")
    seen = [picture.getpixel((x, y)) for y in (100, 300) for x in (70, 220)]
    for colour, wanted in zip(seen, (red, blue, lime, white), strict=True):
        assert colour == pytest.approx(wanted, abs=8)


def test_the_first_page_of_a_pdf_in_memory(two_pages: Path) -> None:
    with Image.open(io.BytesIO(picture_of_pdf(two_pages.read_bytes(), dpi=36))) as picture:
        assert picture.width == pytest.approx(210 / 25.4 * 36, abs=1)
        assert picture.convert("L").getextrema()[0] == 0


def test_names_sort_in_the_order_of_the_pages() -> None:
    assert picture_name(0, 4) == "page-1.png"
    names = [picture_name(page, 120) for page in range(120)]
    assert names == sorted(names)
    assert names[-1] == "page-120.png"


def refusal(path: Path) -> str:
    with pytest.raises(UsageError) as error:
        open_pdf(path)
    return str(error.value)


def test_a_missing_file(tmp_path: Path) -> None:
    path = tmp_path / "nowhere.pdf"
    assert refusal(path) == f"{path}: There is no such file. Make it first: handout build"


@pytest.mark.parametrize("data", [b"", b"not a PDF", b"%PDF-1.7\ncut off"])
def test_a_file_that_is_no_pdf(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "other.pdf"
    path.write_bytes(data)
    assert refusal(path) == f"{path}: This cannot be read as a PDF. Give a PDF without a password."


def test_a_folder(tmp_path: Path) -> None:
    assert refusal(tmp_path) == f"{tmp_path}: This is a folder. Give the name of a PDF."


def test_without_the_extra_package_it_says_how_to_get_it(
    two_pages: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    told = refusal(two_pages)
    assert told == "preview: This needs one more package. Install it: pip install pypdfium2"
