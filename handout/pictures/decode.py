"""Image file → pixels: upright, opaque, 8 bits, sRGB, whatever the file."""

import io
import logging
import os
import threading
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from PIL import Image, ImageMath, ImageOps, UnidentifiedImageError

from handout.errors import FlawError
from handout.pictures import refusals
from handout.pictures.colour import in_srgb
from handout.pictures.flat import on_white, reduced

# What a school's office has; EPS would start a program, the rest nobody prints.
FORMATS = ("PNG", "JPEG", "GIF", "WEBP", "TIFF", "BMP", "PPM", "AVIF")
# The chunks of a PNG that its pixels depend on; all others may be broken without harm.
_NEEDED_CHUNKS = {b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"sRGB", b"iCCP"}

# Pillow's warnings about odd files are dropped: what the user needs to know is a FlawError.
logging.getLogger("PIL").addHandler(logging.NullHandler())
_silencing = threading.Lock()


def decode(path: Path, width: int, height: int) -> tuple[Image.Image, tuple[int, int]]:
    """The file's first picture as RGB, L or P, and its size in pixels as the file has it, upright.

    A picture far larger than `width` × `height` pixels is reduced by a whole number on the way, so that
    it takes less memory. Raises FlawError.
    """
    with _explained(path):
        try:
            return _decode(path, path.open("rb"), width, height)
        except (SyntaxError, ValueError, zlib.error, UnidentifiedImageError):
            # Perhaps only a text next to the pixels is broken: other programs print such a picture.
            data = path.read_bytes()
            if not data.startswith(b"\x89PNG"):
                raise
            return _decode(path, io.BytesIO(_bare_png(data)), width, height)


def _decode(path: Path, file: Any, width: int, height: int) -> tuple[Image.Image, tuple[int, int]]:
    with file, Image.open(file, formats=FORMATS) as image:
        if image.width * image.height > refusals.MOST_PIXELS:
            raise refusals.too_large(path.name)
        with _silent(image.format == "TIFF"):
            image.load()
        with suppress(Exception):  # a broken EXIF text does not break the picture
            ImageOps.exif_transpose(image, in_place=True)
        return _opaque(in_srgb(reduced(_on_its_canvas(image), width, height))), image.size


# Transparency and depth -------------------------------------------------------------------------------


def _opaque(image: Image.Image) -> Image.Image:
    if image.mode.startswith(("I", "F")):
        return _eight_bit(image)
    if image.has_transparency_data:
        return on_white(image if image.mode == "RGBA" else image.convert("RGBA"))
    if image.mode in ("RGB", "L", "P"):
        return image.copy()
    return image.convert("L" if image.mode == "1" else "RGB")


def _on_its_canvas(image: Any) -> Image.Image:
    """A GIF whose first frame is smaller than its canvas, with white around it."""
    frame = image.dispose_extent if image.format == "GIF" else None
    if frame in {None, (0, 0, *image.size)}:
        return image  # type: ignore[no-any-return]
    canvas = Image.new("RGBA", image.size, "white")
    part = image.convert("RGBA").crop(frame)
    canvas.paste(part, frame[:2], part)
    return canvas


def _eight_bit(image: Image.Image) -> Image.Image:
    """Deep greys scaled to 8 bits; Pillow's own conversion would cut off all above 255, to white.

    A 16-bit grey may name one level as clear: it becomes paper.
    """
    deep = image.convert("F")
    brightest: Any = deep.getextrema()[1]
    scale = 255 / max(brightest, 65535 if image.mode.startswith("I") else 1)
    grey = deep.point(lambda value: value * scale + 0.5).convert("L")
    clear = image.info.get("transparency")
    if isinstance(clear, int):
        is_clear: Any = ImageMath.lambda_eval(lambda of: (of["deep"] == clear) * 255, deep=image.convert("I"))
        grey.paste(255, mask=is_clear.convert("L"))
    return grey


# Files ------------------------------------------------------------------------------------------------


def _bare_png(data: bytes) -> bytes:
    """A PNG with only the chunks that its pixels need."""
    kept, at = bytearray(data[:8]), 8
    while at + 12 <= len(data):
        end = at + 12 + int.from_bytes(data[at : at + 4])
        if data[at + 4 : at + 8] in _NEEDED_CHUNKS:
            kept += data[at:end]
        at = end
    return bytes(kept)


@contextmanager
def _silent(needed: bool) -> Iterator[None]:
    """The TIFF library writes its own lines to standard error, past Python: here they are dropped."""
    if not needed:
        yield
        return
    with _silencing:
        standard_error = os.dup(2)
        nowhere = os.open(os.devnull, os.O_WRONLY)
        try:
            os.dup2(nowhere, 2)
            yield
        finally:
            os.dup2(standard_error, 2)
            os.close(standard_error)
            os.close(nowhere)


@contextmanager
def _explained(path: Path) -> Iterator[None]:
    """Turn whatever a decoder raises into a FlawError: on a damaged file it can be nearly anything."""
    try:
        yield
    except FlawError:
        raise
    except Image.DecompressionBombError:
        raise refusals.too_large(path.name) from None
    except UnidentifiedImageError:
        raise refusals.not_a_picture(path.name, _head(path)) from None
    except FileNotFoundError:
        raise refusals.missing(path.name) from None
    except IsADirectoryError:
        raise refusals.a_folder(path.name) from None
    except PermissionError:
        raise refusals.not_allowed(path.name) from None
    except Exception:  # noqa: BLE001 - a decoder may raise anything
        raise refusals.damaged(path.name) from None


def _head(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(refusals.HEAD)
