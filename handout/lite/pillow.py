"""The operations of Pillow that `handout.pictures` makes its pictures with, over the worker's own pixels.

Pillow itself has no build for the browser. In the file this is the module PIL: `pictures.print_ready` and what
it uses run on it as they are.
"""

import zlib
from collections.abc import Callable, Sequence
from types import SimpleNamespace
from typing import Any, BinaryIO

import js
from pyodide.ffi import to_js

__version__ = "none"  # pypdf asks for it

pixels = js.handoutPixels
LEVELS = range(256)
Box = tuple[int, int, int, int]
Table = Sequence[int] | Callable[[int], int]


class Picture:
    """What is in Pillow an `Image.Image`: `held` are its pixels, in the worker."""

    def __init__(self, held: Any) -> None:
        self.held = held
        self.mode: str = held.mode
        self.width: int = held.width
        self.height: int = held.height
        self.info: dict[str, Any] = {}

    @property
    def size(self) -> tuple[int, int]:
        return self.width, self.height

    @property
    def _bands(self) -> int:
        return len(self.mode)

    def copy(self) -> "Picture":
        return Picture(pixels.copy(self.held))

    def convert(self, mode: str, matrix: Sequence[float] | None = None) -> "Picture":
        if matrix:
            return Picture(pixels.weighed(self.held, to_js(matrix)))
        return self.copy() if mode == self.mode else Picture(pixels.converted(self.held, mode))

    def tobytes(self) -> bytes:
        return bytes(self.held.data.to_bytes())

    def point(self, table: Table, mode: str = "") -> "Picture":
        if (self.mode, mode) == ("I", "L"):
            return Picture(pixels.lookedUp(self.held, to_js(table)))
        levels = [table(level) for level in LEVELS] * self._bands if callable(table) else table
        return Picture(pixels.point(self.held, to_js(bytes(levels))))

    def split(self) -> tuple["Picture", ...]:
        return tuple(Picture(pixels.band(self.held, number)) for number in range(self._bands))

    def getchannel(self, name: str) -> "Picture":
        return Picture(pixels.band(self.held, self.mode.index(name)))

    def crop(self, box: Box) -> "Picture":
        return Picture(pixels.crop(self.held, *box))

    def paste(self, other: "Picture", at: tuple[int, int] = (0, 0), mask: "Picture | None" = None) -> None:
        pixels.paste(self.held, other.held, *at, mask.held if mask else None)

    def reduce(self, times: int) -> "Picture":
        return Picture(pixels.reduce(self.held, times))

    def resize(self, size: tuple[int, int], how: str) -> "Picture":
        if how == "nearest":
            return Picture(pixels.nearest(self.held, *size))
        return Picture(pixels.resampled(self.held, *size, how))

    def filter(self, radius: int) -> "Picture":
        return Picture(pixels.boxBlur(self.held, radius))

    def getextrema(self) -> tuple[int, ...]:
        return tuple(pixels.extremes(self.held))

    def histogram(self) -> list[int]:
        return list(pixels.histogram(self.held))

    def getbbox(self) -> Box | None:
        found = pixels.box(self.held)
        return tuple(found) if found else None

    def getcolors(self, most: int) -> list[tuple[int, tuple[int, int, int]]] | None:
        found = pixels.colours(self.held, most)
        if found is None:
            return None
        pairs = memoryview(found.to_bytes()).cast("I")
        return [(pairs[at + 1], _channels(pairs[at])) for at in range(0, len(pairs), 2)]

    def quantize(self, _colours: int, _method: None, dither: None) -> "Picture":  # noqa: ARG002 - as Pillow's
        return Picture(pixels.octree(self.held))

    def getpalette(self) -> list[int]:
        return list(self.held.palette.to_bytes())

    def putpalette(self, colours: Sequence[int]) -> None:
        """Of an L too, which becomes a P by it."""
        self.mode = self.held.mode = "P"
        self.held.palette = to_js(bytes(colours))

    def save(self, file: BinaryIO, _format: str, compress_level: int) -> None:
        """As a PNG (ISO/IEC 15948)."""
        kind = {"L": 0, "RGB": 2, "P": 3}[self.mode]
        header = self.width.to_bytes(4) + self.height.to_bytes(4) + bytes((8, kind, 0, 0, 0))
        palette = bytes(self.getpalette()) if self.mode == "P" else b""
        rows = zlib.compress(pixels.filtered(self.held).to_memoryview(), compress_level)
        file.write(b"\x89PNG\r\n\x1a\n")
        for name, data in ((b"IHDR", header), (b"PLTE", palette), (b"IDAT", rows), (b"IEND", b"")):
            if data or name == b"IEND":
                file.write(len(data).to_bytes(4) + name + data + zlib.crc32(name + data).to_bytes(4))


class Stat:
    """Each band's sums."""

    def __init__(self, image: Picture) -> None:
        found = list(pixels.sums(image.held))
        bands = len(found) // 2
        self.count = [image.width * image.height] * bands
        self.mean = [total / count for total, count in zip(found[:bands], self.count, strict=True)]
        self.sum2 = found[bands:]


def _channels(colour: int) -> tuple[int, int, int]:
    return colour >> 16, colour >> 8 & 255, colour & 255


def _new(mode: str, size: tuple[int, int], colour: str | Sequence[int] = ()) -> Picture:
    """`colour` is "white" or a level for each band; nothing is 0."""
    levels = [255] * len(mode) if colour == "white" else list(colour)
    return Picture(pixels.filled(mode, *size, to_js(levels)))


def _merge(mode: str, bands: Sequence[Picture]) -> Picture:
    return Picture(pixels.merged(mode, to_js([band.held for band in bands])))


def _frombytes(mode: str, size: tuple[int, int], data: bytes, *_decoder: str) -> Picture:
    return Picture(pixels.picture(mode, *size, to_js(data)))


def _composite(one: Picture, other: Picture, mask: Picture) -> Picture:
    made = other.copy()
    made.paste(one, mask=mask)
    return made


def _chop(name: str) -> Callable[[Picture, Picture], Picture]:
    return lambda one, other: Picture(pixels.chop(name, one.held, other.held))


def _inverted(image: Picture) -> Picture:
    return image.point(lambda level: 255 - level)


def _expanded(image: Picture, border: int, fill: int) -> Picture:
    wider = _new(image.mode, (image.width + 2 * border, image.height + 2 * border), [fill])
    wider.paste(image, (border, border))
    return wider


def _cropped(image: Picture, border: int) -> Picture:
    return image.crop((border, border, image.width - border, image.height - border))


Image = SimpleNamespace(
    Image=Picture,
    new=_new,
    composite=_composite,
    frombytes=_frombytes,
    merge=_merge,
    Resampling=SimpleNamespace(NEAREST="nearest", BILINEAR="bilinear", LANCZOS="lanczos"),
    Quantize=SimpleNamespace(FASTOCTREE=None),
    Dither=SimpleNamespace(NONE=None),
)
ImageChops = SimpleNamespace(
    invert=_inverted,
    **{
        name: _chop(name)
        for name in ("add_modulo", "difference", "multiply", "lighter", "darker", "subtract")
    },
)
ImageFilter = SimpleNamespace(BoxBlur=lambda radius: radius)
ImageOps = SimpleNamespace(expand=_expanded, crop=_cropped)
ImageStat = SimpleNamespace(Stat=Stat)
