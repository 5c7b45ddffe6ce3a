"""Pixels → print-ready picture: no sharper than print needs, sparing toner on request, packed small."""

import io
from typing import Any, NamedTuple

from PIL import Image

from handout.pictures.grey import greyed
from handout.pictures.palette import with_palette
from handout.pictures.picture import Finish, Picture
from handout.pictures.toner import paled, whitened

PRINT_DPI = 300
SLACK = 1.5  # sharper is left alone: resampling would soften it, and soft edges pack worse
MM_PER_INCH = 25.4

ZLIB_LEVEL = 5  # level 9 saves 10 % in seven times the time
WHOLE_PALETTE = 3 * 256


def room(finish: Finish) -> tuple[int, int]:
    """The pixels that print needs at most."""
    return _print_pixels(finish.width_mm), _print_pixels(finish.height_mm)


class Print(NamedTuple):
    """How large a picture of so many pixels is printed. `needed`: the pixels that it is resampled to, if it is."""

    width_mm: float
    height_mm: float
    dpi: float
    needed: tuple[int, int] | None


def print_of(size: tuple[int, int], finish: Finish) -> Print:
    width, height = size
    scale = min(finish.width_mm / width, finish.height_mm / height)  # mm per pixel of the file
    width_mm, height_mm, dpi = width * scale, height * scale, MM_PER_INCH / scale
    needed = (_print_pixels(width_mm), _print_pixels(height_mm)) if dpi > PRINT_DPI * SLACK else None
    return Print(width_mm, height_mm, dpi, needed)


def print_ready(image: Image.Image, size: tuple[int, int], finish: Finish) -> Picture:
    """`image` is RGB, L or P; `size` is the file's own, of which it may be a reduced copy."""
    how = print_of(size, finish)
    image = scaled(image, how.needed)
    return at_its_size(packed(spared(image) if finish.saver else image, finish.grey), how)


def scaled(image: Image.Image, needed: tuple[int, int] | None) -> Image.Image:
    return _without_palette(image).resize(needed, Image.Resampling.LANCZOS) if needed else image


def spared(image: Image.Image) -> Image.Image:
    """The picture with little toner."""
    return paled(whitened(_without_palette(image)))


def packed(image: Image.Image, grey: bool) -> Picture:
    """The picture as the PDF takes it, of no size yet."""
    image = greyed(image) if grey else image
    image = with_palette(image) if image.mode == "RGB" else image
    samples, palette = _png_parts(image)
    colours: Any = image.mode
    return Picture(image.width, image.height, 0, 0, colours, samples, palette, 0)


def at_its_size(picture: Picture, how: Print) -> Picture:
    return picture._replace(width_mm=how.width_mm, height_mm=how.height_mm, dpi=how.dpi)


def _print_pixels(length_mm: float) -> int:
    return max(1, round(length_mm / MM_PER_INCH * PRINT_DPI))


def _without_palette(image: Image.Image) -> Image.Image:
    return image.convert("RGB") if image.mode == "P" else image


def _png_parts(image: Image.Image) -> tuple[bytes, bytes]:
    """Return samples and palette: the IDAT and PLTE data of a PNG are just what a PDF takes."""
    buffer = io.BytesIO()
    if image.mode == "P":  # Pillow packs few colours into fewer bits than the eight we tell the PDF of
        colours = image.getpalette() or []
        image.putpalette(colours + [255] * (WHOLE_PALETTE - len(colours)))
    image.save(buffer, "PNG", compress_level=ZLIB_LEVEL)
    parts = {b"IDAT": bytearray(), b"PLTE": bytearray()}
    png, at = buffer.getbuffer(), 8
    while at < len(png):
        length, kind = int.from_bytes(png[at : at + 4]), bytes(png[at + 4 : at + 8])
        if kind in parts:
            parts[kind] += png[at + 8 : at + 8 + length]
        at += 12 + length
    return bytes(parts[b"IDAT"]), bytes(parts[b"PLTE"])
