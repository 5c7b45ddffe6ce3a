"""New pictures in the one file, with a browser that is played here: when they are made, and what is refused in words."""

import asyncio
import io
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from helpers.pictures import decoded
from helpers.slides import SLIDES, file_of, slide, slide_file
from PIL import Image

from handout.errors import FlawError
from handout.lite.canvas import Canvas, Decoding, NotYet
from handout.pictures import Finish, FromFiles, Picture
from handout.web import Fault

FINISHES = [Finish(142, 78, saver, grey) for saver in (False, True) for grey in (False, True)]
PLAIN = FINISHES[0]


class Browser:
    """Decodes as a browser does; `true` says whether it leaves pixels as they are."""

    def __init__(self, true: bool = True) -> None:
        self.true = true
        self.opened = 0
        self.closed = 0

    async def isTrue(self) -> bool:  # noqa: N802 - as in canvas.js
        return self.true

    async def open(self, data: bytes) -> Any:
        try:
            image = Image.open(io.BytesIO(data), formats=["PNG", "JPEG"]).convert("RGBA")
        except OSError:
            return None
        self.opened += 1
        return SimpleNamespace(
            width=image.width,
            height=image.height,
            rows=lambda top, bottom: image.crop((0, top, image.width, bottom)),
            close=self._close,
        )

    def _close(self) -> None:
        self.closed += 1


def canvas_of(browser: Browser) -> Canvas:
    return Canvas(browser, lambda rows: rows)


def made(canvas: Canvas, path: Path, finish: Finish = PLAIN) -> Picture | FlawError:
    with pytest.raises(NotYet):
        canvas.pictures([path], finish)
    asyncio.run(canvas.make())
    (picture,) = canvas.pictures([path], finish)
    return picture


def refused(path: Path, browser: Browser) -> str:
    found = made(canvas_of(browser), path)
    assert isinstance(found, FlawError)
    assert browser.closed == browser.opened
    return f"{found.flaws[0].what} {found.flaws[0].remedy}"


@pytest.mark.parametrize(
    ("name", "finish"),
    [
        pytest.param(name, finish, marks=[] if (name, finish) == ("grey.png", PLAIN) else pytest.mark.slow)
        for finish in FINISHES
        for name in sorted(SLIDES)
        if name.endswith(".png")
    ],
)
def test_pixels_become_what_the_file_becomes(tmp_path: Path, name: str, finish: Finish) -> None:
    path = tmp_path / name
    path.write_bytes(slide_file(name))
    ours = made(canvas_of(Browser()), path, finish)
    (theirs,) = FromFiles().pictures([path], finish)
    assert isinstance(ours, Picture)
    assert isinstance(theirs, Picture)
    assert ours[:4] == theirs[:4]
    assert decoded(ours).tobytes() == decoded(theirs).tobytes()


@pytest.mark.slow
def test_a_picture_is_decoded_once_for_all_its_finishes(tmp_path: Path) -> None:
    path = tmp_path / "slide.png"
    path.write_bytes(file_of(slide(640, 360), "PNG"))
    browser = Browser()
    canvas = canvas_of(browser)
    for finish in FINISHES:
        with pytest.raises(NotYet):
            canvas.pictures([path], finish)
    asyncio.run(canvas.make())
    assert not canvas.lacks
    assert all(isinstance(canvas.pictures([path], finish)[0], Picture) for finish in FINISHES)
    assert browser.opened == browser.closed == 1


def test_the_work_is_done_again_when_its_pictures_are_there(tmp_path: Path) -> None:
    path = tmp_path / "slide.png"
    path.write_bytes(file_of(slide(64, 36), "PNG"))
    canvas = canvas_of(Browser())
    begun = []

    def work() -> Iterator[str]:
        begun.append(1)
        canvas.pictures([path], PLAIN)
        yield "one"
        yield "two"

    async def steps() -> list[str]:
        return [step async for step in Decoding(canvas).run(work)]

    assert asyncio.run(steps()) == ["one", "two"]
    assert len(begun) == 2


def test_a_fault_of_ours_is_still_one() -> None:
    def work() -> Iterator[str]:
        yield str(1 // 0)

    async def steps() -> list[str]:
        return [step async for step in Decoding(canvas_of(Browser())).run(work)]

    with pytest.raises(Fault):
        asyncio.run(steps())


def test_a_browser_that_changes_pixels_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "slide.png"
    path.write_bytes(file_of(slide(64, 36), "PNG"))
    words = refused(path, Browser(true=False))
    assert words.startswith('"slide.png" cannot be read here: this browser changes the pixels of pictures')
    assert "Open this file in Edge or Chrome" in words


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (file_of(slide(64, 36), "TIFF"), "is a TIFF picture, which cannot be printed here. Save it as PNG."),
        (file_of(slide(64, 36), "PPM"), "is a PPM picture, which cannot be printed here. Save it as PNG."),
        (b"\0\0\0\x18ftypheic" + bytes(99), "is a HEIC photo, which cannot be printed here. Save it as PNG."),
        (slide_file("photo.jpg")[:200], "is damaged or cut short. Copy it again"),
        (b"no picture", "is not a picture that can be read here."),
        (b"", "is empty."),
    ],
    ids=["TIFF", "PPM", "HEIC", "cut", "words", "empty"],
)
def test_what_cannot_be_decoded_is_reported(tmp_path: Path, data: bytes, words: str) -> None:
    (tmp_path / "picture").write_bytes(data)
    assert words in refused(tmp_path / "picture", Browser())


def test_a_picture_that_is_gone_is_reported(tmp_path: Path) -> None:
    (found,) = canvas_of(Browser()).pictures([tmp_path / "gone.png"], PLAIN)
    assert isinstance(found, FlawError)
    assert found.flaws[0].what == 'There is no picture "gone.png".'


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF", "BMP"])
def test_too_many_pixels_are_seen_before_anything_is_decoded(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "huge"
    path.write_bytes(file_of(Image.new("L", (8001, 5000)), kind))
    browser = Browser()
    assert "has more than 40 million pixels." in refused(path, browser)
    assert browser.opened == 0
