"""The school's own slides in handout.html: decoded by the browser's canvas, printed as the native program prints them."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from helpers.browsing import drop_files, new_page, opened, patient
from helpers.pdfs import reader
from helpers.slides import SLIDES, file_of, slide, slide_file
from PIL import Image, ImageChops, ImageStat
from playwright.sync_api import expect
from starlette.testclient import TestClient

from handout.model import Look
from handout.web import School, Slices, create_app
from handout.web.work import print_handout

pytestmark = pytest.mark.slow

LOOKS = {
    "plain": Look(),
    "toner saver": Look(saver=True),
    "grey": Look(grey=True),
    "large print, two to a page": Look(guides_per_page=2, large=True),
    "four to a page": Look(guides_per_page=4),
}
LOSSY = {"photo.jpg", "turned.jpg"}
# As Brave and Firefox do on request: now and then a level is another one.
NOISE = """{
    const read = OffscreenCanvasRenderingContext2D.prototype.getImageData;
    OffscreenCanvasRenderingContext2D.prototype.getImageData = function (...area) {
        const found = read.apply(this, area);
        for (let at = 0; at < found.data.length; at += 997) found.data[at] ^= 1;
        return found;
    };
}"""
IN_EVERY_WORKER = """
    const { Blob } = globalThis;
    globalThis.Blob = function (parts, options) {
        return new Blob(options?.type === "text/javascript" ? [%r, ...parts] : parts, options);
    };
"""


def refused() -> list[tuple[str, bytes, str]]:
    """Files that cannot be printed: what is said of each."""
    return [
        (
            "scan.tiff",
            file_of(slide(64, 48), "TIFF"),
            "is a TIFF picture, which cannot be printed here. Save it as PNG.",
        ),
        (
            "photo.heic",
            b"\0\0\0\x18ftypheic" + bytes(99),
            "is a HEIC photo, which cannot be printed here. Save it as PNG.",
        ),
        ("wide.png", file_of(Image.new("L", (8001, 5000)), "PNG"), "has more than 40 million pixels."),
        ("cut.jpg", slide_file("photo.jpg")[:-900], "is damaged or cut short."),
        ("words.png", b"no picture", "is not a picture that can be read here."),
    ]


@pytest.fixture(scope="module")
def natively(school: Path, tmp_path_factory: pytest.TempPathFactory) -> School:
    """A school of the served page with the same slides."""
    folder = tmp_path_factory.mktemp("native")
    own = School(folder / "content.yaml")
    own.content_file.write_bytes((school / "content.yaml").read_bytes())
    (folder / "images").mkdir()
    for path in (school / "images").iterdir():
        (folder / "images" / path.name).write_bytes(path.read_bytes())
    files = [(f"picture-{place}", (name, slide_file(name))) for place, name in enumerate(SLIDES)]
    with TestClient(create_app(own, Slices())) as client:
        assert "Saved." in client.post("/school", data={"save": "1"}, files=files).text
    return own


@pytest.fixture(scope="module")
def own_file(office: Any, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The school's own handout.html, saved after its slides were dropped on their places."""
    to_school(office)
    for place, name in enumerate(SLIDES):
        drop(office, place, name, slide_file(name))
    settled(office)
    with new_page(office, "[data-school]"):
        office.click("button[name=save]")
    office.wait_for_selector("text=brings the former texts back")
    with office.expect_download() as download:
        office.click("text=Save our own handout.html")
    path = tmp_path_factory.mktemp("own") / "handout.html"
    download.value.save_as(path)
    return path


@pytest.fixture(scope="module")
def again(chromium: Any, own_file: Path) -> Iterator[Any]:
    """The saved file, opened in a browser that falsifies its canvas: it needs none."""
    context = patient(chromium)
    context.add_init_script(IN_EVERY_WORKER % NOISE)
    yield opened(context, own_file)
    context.close()


def to_school(page: Any) -> None:
    """To the page of the school, anew where it is shown already."""
    with new_page(page, "[data-place]"):
        page.click("nav >> text=School")
    page.click("summary:has-text('The guides')")


def drop(page: Any, place: int, name: str, data: bytes) -> None:
    """Drop a picture from the desktop on a guide's place."""
    drop_files(page, {name: data}, on=f"[data-place] >> nth={place}")


def settled(page: Any) -> None:
    """The page shows what came of it."""
    for place in page.locator("[data-place] input[type=file]").all():
        expect(place).to_have_value("")  # it was sent
    expect(page.locator("#state")).to_contain_text("Not saved yet.")


def printed(page: Any, look: Look) -> bytes:
    """The plain handout, made in the browser."""
    with new_page(page, "h1:has-text('plain handout')"):
        page.click("nav >> text=Plain handout")
    for name in ("saver", "grey", "large"):
        page.set_checked(f"[name={name}]", getattr(look, name))
    page.select_option("[name=guides]", str(look.guides_per_page))
    with new_page(page, ".files"):
        page.click("text=Make the PDF")
    with page.expect_download() as download:
        page.click(".files a[download]")
    return Path(download.value.path()).read_bytes()


def pictures(pdf: bytes) -> list[Image.Image]:
    """The pictures of a PDF in their order, each once."""
    found = {
        image.indirect_reference.idnum: image.image for page in reader(pdf).pages for image in page.images
    }
    return [image.convert("RGB") for image in found.values()]


def alike(one: Image.Image, other: Image.Image) -> float:
    """The mean difference of two pictures, in levels."""
    assert one.size == other.size
    return max(ImageStat.Stat(ImageChops.difference(one, other)).mean)


def compare(pdf: bytes, natively: School, look: Look) -> None:
    (native,) = print_handout(natively, look)
    ours, theirs = pictures(pdf), pictures(native.data)
    assert len(ours) == len(theirs) == 8
    for name, one, other in zip(SLIDES, ours, theirs, strict=False):
        assert alike(one, other) <= (1 if name in LOSSY else 0), name


def test_new_slides_are_printed_as_natively(office: Any, own_file: Path, natively: School) -> None:  # noqa: ARG001 - they are dropped for it
    compare(printed(office, Look()), natively, Look())


@pytest.mark.parametrize("name", LOOKS)
def test_the_saved_file_prints_them_in_every_look(again: Any, natively: School, name: str) -> None:
    compare(printed(again, LOOKS[name]), natively, LOOKS[name])


def test_what_the_browser_cannot_decode_is_reported_all_at_once(office: Any) -> None:
    to_school(office)
    for place, (name, data, _) in enumerate(refused()):
        drop(office, place, name, data)
    settled(office)
    told = office.locator("#problems li").all_inner_texts()
    for name, _, words in refused():
        assert any(name.partition(".")[0] in line and words in line for line in told), (name, told)
    office.click("button[name=save]")
    office.wait_for_selector("text=Not saved: fix the problems first.")
    office.click("button[name=discard]")
    office.wait_for_selector("#state:has-text('All is saved.')")
    assert office.locator("#problems").count() == 0


def test_a_browser_that_changes_pixels_is_refused_in_words(again: Any) -> None:
    to_school(again)
    drop(again, 0, "new.png", file_of(slide(640, 360), "PNG"))
    settled(again)
    (told,) = again.locator("#problems li").all_inner_texts()
    assert "cannot be read here: this browser changes the pixels of pictures" in told
    assert "Open this file in Edge or Chrome and choose the picture again." in told
    again.click("button[name=discard]")
    again.wait_for_selector("#state:has-text('All is saved.')")


def test_the_comparison_sees_a_single_pixel() -> None:
    image = slide(400, 300)
    other = image.copy()
    other.putpixel((3, 4), (1, 2, 3))
    assert alike(image, image) == 0
    assert alike(image, other) > 0
