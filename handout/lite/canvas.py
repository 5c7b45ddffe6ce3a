"""New pictures: the browser decodes them first, and the work that needs them is done after that."""

import asyncio
from collections.abc import AsyncGenerator, Callable, Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from handout.errors import Flaw, FlawError
from handout.lite.heads import kind_of, pixels_of
from handout.pictures import Finish, Picture, from_canvas, refusals
from handout.web import Fault, Slices

Step = TypeVar("Step")
UNKNOWN_HERE = {"TIFF": "a TIFF picture", "PPM": "a PPM picture"}


class Asked(NamedTuple):
    """A picture to make: of this file, which has this name, with this finish."""

    name: str
    digest: bytes
    finish: Finish


class NotYet(Exception):  # noqa: N818 - no error: it comes
    """Pictures must be decoded first."""


class Canvas:
    """A source of pictures. It raises `NotYet` for a picture that it lacks, until `make` has made it.

    `browser` decodes (see canvas.js); `image` turns its pixels into an image of PIL.
    """

    def __init__(self, browser: Any, image: Any) -> None:
        self._browser = browser
        self._image = image
        self._made: dict[Asked, Picture | FlawError] = {}
        self._lacking: dict[Asked, bytes] = {}

    @property
    def lacks(self) -> bool:
        return bool(self._lacking)

    def pictures(self, paths: Sequence[Path], finish: Finish) -> list[Picture | FlawError]:
        found = [self._found(path, finish) for path in paths]
        made = [one for one in found if one]
        if len(made) < len(found):
            raise NotYet
        return made

    def _found(self, path: Path, finish: Finish) -> Picture | FlawError | None:
        try:
            data = path.read_bytes()
        except OSError:
            return refusals.missing(path.name)
        asked = Asked(path.name, sha256(data).digest(), finish)
        if asked not in self._made:
            self._lacking[asked] = data
        return self._made.get(asked)

    async def make(self) -> None:
        """Make all that was lacking, file by file; other requests get their turn in between."""
        lacking, self._lacking = self._lacking, {}
        files: dict[tuple[str, bytes], list[Asked]] = {}
        for asked in lacking:
            files.setdefault((asked.name, asked.digest), []).append(asked)
        for wanted in files.values():
            await self._make(wanted, lacking[wanted[0]])

    async def _make(self, wanted: Sequence[Asked], data: bytes) -> None:
        name = wanted[0].name
        opened = None
        try:
            opened = await self._opened(name, data)
            pictures = from_canvas(Opened(opened, self._image), [asked.finish for asked in wanted])
            for asked, picture in zip(wanted, pictures, strict=True):
                self._made[asked] = picture
                await asyncio.sleep(0)
        except FlawError as error:
            self._made |= dict.fromkeys(wanted, error)
        finally:
            if opened:
                opened.close()

    async def _opened(self, name: str, data: bytes) -> Any:
        if pixels_of(data) > refusals.MOST_PIXELS:  # before there is no room for it
            raise refusals.too_large(name)
        if not await self._browser.isTrue():
            raise _untrue(name)
        opened = await self._browser.open(data)
        if not opened:
            raise _undecoded(name, data)
        if opened.width * opened.height > refusals.MOST_PIXELS:
            opened.close()
            raise refusals.too_large(name)
        return opened


class Opened:
    """A picture in the browser, of which only as many rows are read at a time as are asked for."""

    mode = "RGBA"

    def __init__(self, opened: Any, image: Any) -> None:
        self._opened = opened
        self._image = image
        self.width: int = opened.width
        self.height: int = opened.height
        self.info: dict[str, Any] = {}

    def crop(self, box: tuple[int, int, int, int]) -> Any:
        """All columns of the rows of `box`."""
        _, top, _, bottom = box
        return self._image(self._opened.rows(top, bottom))


class Decoding(Slices):
    """Does the work again once the pictures that it lacked are there."""

    def __init__(self, canvas: Canvas) -> None:
        self._canvas = canvas

    async def run(
        self, work: Callable[..., Iterator[Step]], *arguments: object
    ) -> AsyncGenerator[Step, None]:
        while True:
            try:
                async for step in super().run(work, *arguments):
                    yield step
            except Fault:
                if not self._canvas.lacks:
                    raise
                await self._canvas.make()
            else:
                return


def _undecoded(name: str, data: bytes) -> FlawError:
    kind = kind_of(data)
    if kind in UNKNOWN_HERE:
        return refusals.foreign(name, UNKNOWN_HERE[kind])
    return refusals.damaged(name) if kind else refusals.not_a_picture(name, data[: refusals.HEAD])


def _untrue(name: str) -> FlawError:
    return FlawError(
        Flaw(
            f'"{name}" cannot be read here: this browser changes the pixels of pictures, as a guard against tracking.',
            "Open this file in Edge or Chrome and choose the picture again. In Brave, turn Shields off for this file; in Firefox, "
            "allow it to read canvases (privacy.resistFingerprinting).",
        )
    )
