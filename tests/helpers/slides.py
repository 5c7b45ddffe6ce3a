"""Slides of a fictional school, in files of every kind that an office has."""

import io
from collections.abc import Callable
from functools import cache

from PIL import Image, ImageDraw

RIGHT_SIDE_UP = 6  # EXIF: the camera was held upright


def slide(width: int, height: int, number: int = 1) -> Image.Image:
    """A flat blue ground with black letters, a white card, a coloured drawing and a dark panel with light letters."""
    image = Image.new("RGB", (width, height), (160, 184, 246))
    draw = ImageDraw.Draw(image)
    draw.rectangle((width // 2, height // 3, width * 19 // 20, height * 19 // 20), fill="white")
    draw.text((width // 20, height // 10), f"{number} Our own slide", fill="black", font_size=height // 12)
    for step in range(12):
        left, top = width * step // 24, height // 2 + height * step // 40
        draw.ellipse((left, top, left + width // 6, top + height // 8), fill=(20 * step, 250 - 9 * step, 90))
    draw.rectangle((width // 20, height * 7 // 10, width * 9 // 20, height * 19 // 20), fill=(26, 138, 92))
    draw.text((width // 15, height * 3 // 4), "White on green", fill="white", font_size=height // 18)
    draw.text((width // 2 + 20, height // 2), "Save Answers", fill=(20, 90, 160), font_size=height // 15)
    return image


def see_through(width: int, height: int, number: int) -> Image.Image:
    """A slide that fades to clear towards its corners."""
    image = slide(width, height, number).convert("RGBA")
    image.putalpha(Image.radial_gradient("L").resize((width, height)).point(lambda level: 255 - level))
    return image


def photo(width: int, height: int) -> Image.Image:
    """More colours than a palette holds."""
    bands = [Image.radial_gradient("L"), Image.linear_gradient("L"), Image.linear_gradient("L").rotate(90)]
    return Image.merge("RGB", [band.resize((width, height), Image.Resampling.BICUBIC) for band in bands])


def file_of(image: Image.Image, kind: str, **options: object) -> bytes:
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def _turned(image: Image.Image) -> bytes:
    exif = Image.Exif()
    exif[Image.ExifTags.Base.Orientation] = RIGHT_SIDE_UP
    return file_of(image.rotate(90, expand=True), "JPEG", quality=92, exif=exif)


# One for each of a handout's eight guides: how its file is made.
_FILES: dict[str, Callable[[], bytes]] = {
    "clear.png": lambda: file_of(see_through(900, 510, 1), "PNG"),
    "photo.jpg": lambda: file_of(photo(1200, 800), "JPEG", quality=92),
    "palette.png": lambda: file_of(slide(1000, 560, 3).quantize(60), "PNG"),
    "turned.jpg": lambda: _turned(slide(1280, 720, 4)),
    "large.png": lambda: file_of(slide(3400, 1913, 5), "PNG"),
    "usual.png": lambda: file_of(slide(1600, 900, 6), "PNG"),
    "grey.png": lambda: file_of(slide(1180, 660, 7).convert("L"), "PNG"),
    "large and clear.png": lambda: file_of(see_through(3501, 1969, 8), "PNG"),
}
SLIDES = tuple(_FILES)


@cache
def slide_file(name: str) -> bytes:
    return _FILES[name]()
