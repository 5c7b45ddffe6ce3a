"""Pixels of any size → about as many as print needs; clear pixels → white paper."""

from typing import Any

from PIL import Image

BAND = 256  # rows that are reduced at a time


def reduced(image: Any, width: int, height: int) -> Any:
    """The picture reduced by a whole number where it is far larger than `width` × `height` pixels, else as it is.

    Band by band: a copy of the whole would take as much memory again.
    """
    times = min(image.width // max(width, 1), image.height // max(height, 1))
    mode = _without_palette(image)
    if times <= 1 or mode not in {"RGB", "RGBA", "L", "LA", "CMYK"}:
        return image
    clear = {"RGBA": "RGBa", "LA": "La"}.get(mode, mode)  # clear pixels must lend no colour
    small = Image.new(mode, (-(-image.width // times), -(-image.height // times)))
    step = max(BAND // times, 1) * times
    for top in range(0, image.height, step):
        band = image.crop((0, top, image.width, min(top + step, image.height)))
        small.paste(band.convert(mode).convert(clear).reduce(times).convert(mode), (0, top // times))
    small.info = {
        name: told for name, told in image.info.items() if name != "transparency"
    }  # it is in the pixels
    return small


def _without_palette(image: Any) -> str:
    """The mode that has room for what is between two colours of the picture."""
    if image.mode in {"P", "RGB"}:
        return "RGBA" if image.has_transparency_data else "RGB"
    if image.mode in {"1", "L"}:
        return "LA" if image.has_transparency_data else "L"
    return str(image.mode)


def on_white(image: Image.Image) -> Image.Image:
    """An RGBA picture as it looks on paper, in RGB."""
    alpha = image.getchannel("A")
    colours = image.convert("RGB")
    if alpha.getextrema() == (255, 255):
        return colours
    paper = Image.new("RGB", image.size, "white")
    paper.paste(colours, mask=alpha)
    return paper
