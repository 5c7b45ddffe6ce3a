"""Image file → print-ready picture: upright, opaque, no sharper than print needs, sparing toner on request."""

import io
import logging
import math
import warnings
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from PIL import Image, ImageChops, ImageOps, ImageStat, UnidentifiedImageError

from handout.errors import Flaw, FlawError
from handout.pictures.picture import Picture
from handout.pictures.toner import greyed, sampled, whitened

PRINT_DPI = 300
SLACK = 1.15  # a little sharper is left alone: resampling would only soften it
MOST_PIXELS = 40_000_000
MM_PER_INCH = 25.4

# What a school's office has; EPS would start a program, the rest nobody prints.
FORMATS = ("PNG", "JPEG", "GIF", "WEBP", "TIFF", "BMP", "PPM", "AVIF")
FOREIGN = {
    b"%PDF": "a PDF",
    b"%!PS": "a PostScript file",
    b"<svg": "an SVG drawing",
    b"ftyphe": "a HEIC photo",
    b"ftypmif1": "a HEIC photo",
}

# Measured on a school's eight slides (1180 × 660), one core: RGB deflated at zlib level 6 takes 0.15 s and
# 613 KB; 256 colours by fast octree and a check 0.06 s, then 0.03 s and 230 KB, at 44 dB or better. Median
# cut reaches 49 dB but takes 0.37 s; level 9 saves 10 % in seven times the time of level 5. The octree keeps
# a coarse cube of all colours, so no pixel strays by more than 64: a small coloured mark keeps its colour.
ZLIB_LEVEL = 5
WHOLE_PALETTE = 3 * 256
LEAST_PSNR = 44.0  # dB; a palette that keeps less is not used: photographs stay RGB

# Pillow's notes on odd files go nowhere: what the user needs to know is a FlawError.
logging.getLogger("PIL").addHandler(logging.NullHandler())


def prepare_pictures(
    paths: Sequence[Path],
    box_width_mm: float,
    box_height_mm: float,
    *,
    saver: bool = False,
    grey: bool = False,
) -> list[Picture | FlawError]:
    """Prepare many at once, in order; one that cannot be printed gives its error in its place."""

    def prepare(path: Path) -> Picture | FlawError:
        try:
            return _printable(_read(path), box_width_mm, box_height_mm, saver=saver, grey=grey)
        except FlawError as error:
            return error

    with warnings.catch_warnings(), ThreadPoolExecutor(2) as pool:
        warnings.simplefilter("ignore")
        return list(pool.map(prepare, paths))


def _printable(
    image: Image.Image, box_width_mm: float, box_height_mm: float, *, saver: bool, grey: bool
) -> Picture:
    scale = min(box_width_mm / image.width, box_height_mm / image.height)
    width_mm, height_mm = image.width * scale, image.height * scale
    dpi = MM_PER_INCH / scale
    if dpi > PRINT_DPI * SLACK:
        image = _without_palette(image).resize(
            (_print_pixels(width_mm), _print_pixels(height_mm)), Image.Resampling.LANCZOS
        )
    if saver:
        image = whitened(_without_palette(image))
    if grey:
        image = greyed(image)
    image = _with_palette(image)
    samples, palette = _png_parts(image)
    colours: Any = image.mode
    return Picture(image.width, image.height, width_mm, height_mm, colours, samples, palette, dpi)


def _print_pixels(length_mm: float) -> int:
    return max(1, round(length_mm / MM_PER_INCH * PRINT_DPI))


# Reading ----------------------------------------------------------------------------------------------


def _read(path: Path) -> Image.Image:
    """Return the file's first picture, upright and opaque, as RGB, L or P."""
    with _explained(path), path.open("rb") as file, Image.open(file, formats=FORMATS) as image:
        if image.width * image.height > MOST_PIXELS:
            raise _too_large(path)
        ImageOps.exif_transpose(image, in_place=True)
        return _opaque(image)


@contextmanager
def _explained(path: Path) -> Iterator[None]:
    """Turn whatever a decoder raises into a FlawError; they raise nearly anything on a damaged file."""
    try:
        yield
    except FlawError:
        raise
    except Image.DecompressionBombError:
        raise _too_large(path) from None
    except UnidentifiedImageError:
        raise _unreadable(path) from None
    except FileNotFoundError:
        raise FlawError(
            Flaw(f'There is no picture "{path.name}".', "Check the name and the folder.")
        ) from None
    except IsADirectoryError:
        raise FlawError(Flaw(f'"{path.name}" is a folder.', "Name a picture in it.")) from None
    except PermissionError:
        raise FlawError(Flaw(f'"{path.name}" may not be read.', "Allow yourself to read the file.")) from None
    except Exception:  # noqa: BLE001  # a decoder may raise anything
        raise FlawError(
            Flaw(
                f'"{path.name}" is damaged or cut short.',
                "Copy it again from where it came, or save it anew as PNG.",
            ),
        ) from None


def _too_large(path: Path) -> FlawError:
    return FlawError(
        Flaw(
            f'"{path.name}" has more than {MOST_PIXELS // 1_000_000} million pixels.',
            "Make it smaller: 2000 pixels across are plenty for print.",
        ),
    )


def _unreadable(path: Path) -> FlawError:
    with path.open("rb") as file:
        head = file.read(4096)
    if not head:
        return FlawError(Flaw(f'"{path.name}" is empty.', "Copy it again from where it came."))
    kind = next((kind for mark, kind in FOREIGN.items() if mark in head), None)
    if kind:
        return FlawError(Flaw(f'"{path.name}" is {kind}, which cannot be printed here.', "Save it as PNG."))
    return FlawError(
        Flaw(
            f'"{path.name}" is not a picture that can be read here.',
            "Open it in a picture program and save it as PNG, or copy it again from where it came.",
        ),
    )


def _opaque(image: Image.Image) -> Image.Image:
    if image.has_transparency_data:
        return _on_white(image if image.mode == "RGBA" else image.convert("RGBA"))
    if image.mode in ("RGB", "L", "P"):
        image.load()
        return image
    if image.mode == "1":
        return image.convert("L")
    if image.mode.startswith(("I", "F")):
        return _eight_bit(image)
    return image.convert("RGB")


def _on_white(image: Image.Image) -> Image.Image:
    alpha = image.getchannel("A")
    colours = image.convert("RGB")
    if alpha.getextrema() == (255, 255):
        return colours
    paper = Image.new("RGB", image.size, "white")
    paper.paste(colours, mask=alpha)
    return paper


def _eight_bit(image: Image.Image) -> Image.Image:
    """Scale deep greys to 8 bits; Pillow's own conversion would cut off all above 255, to white."""
    deep = image.convert("F")
    brightest: Any = deep.getextrema()[1]
    scale = 255 / max(brightest, 65535 if image.mode.startswith("I") else 1)
    return deep.point(lambda value: value * scale + 0.5).convert("L")


# Packing ----------------------------------------------------------------------------------------------


def _without_palette(image: Image.Image) -> Image.Image:
    return image.convert("RGB") if image.mode == "P" else image


def _with_palette(image: Image.Image) -> Image.Image:
    """Give an RGB picture 256 colours of its own where the eye sees no difference."""
    if image.mode != "RGB":
        return image
    few = image.quantize(256, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    return few if _psnr(sampled(image), sampled(few).convert("RGB")) >= LEAST_PSNR else image


def _psnr(image: Image.Image, other: Image.Image) -> float:
    """Peak signal-to-noise ratio in dB."""
    error = ImageStat.Stat(ImageChops.difference(image, other))
    mean_square = sum(error.sum2) / sum(error.count)
    return 10 * math.log10(255**2 / mean_square) if mean_square else math.inf


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
