"""Pictures for the tests: prepared, and seen as a PDF viewer sees them."""

import io
import struct
import zlib
from pathlib import Path

from PIL import Image, ImageStat

from handout.errors import FlawError
from handout.pictures import Finish, Picture
from handout.pictures.prepare import prepare_pictures

BOX = (142, 80)


def prepare_picture(path: Path, width_mm: float, height_mm: float, **look: bool) -> Picture:
    """One picture alone; its error is raised."""
    (picture,) = prepare_pictures([path], Finish(width_mm, height_mm, **look))
    if isinstance(picture, FlawError):
        raise picture
    return picture


def ink(image: Image.Image) -> float:
    """Mean ink: 0 is white paper, 1 all black."""
    return 1 - ImageStat.Stat(image.convert("L")).mean[0] / 255


def decoded(picture: Picture) -> Image.Image:
    """The picture as a PDF viewer gets it: the samples put back into a PNG."""
    kind = {"L": 0, "RGB": 2, "P": 3}[picture.colours]

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    header = struct.pack(">IIBBBBB", picture.width, picture.height, 8, kind, 0, 0, 0)
    palette = chunk(b"PLTE", picture.palette) if picture.palette else b""
    png = (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + palette
        + chunk(b"IDAT", picture.samples)
        + chunk(b"IEND", b"")
    )
    return Image.open(io.BytesIO(png)).convert("RGB")


def saved(folder: Path, image: Image.Image, name: str = "picture.png", **options: object) -> Path:
    image.save(folder / name, **options)
    return folder / name


def corner(picture: Picture) -> tuple[int, int, int]:
    return decoded(picture).getpixel((2, 2))


def near(colour: tuple[int, int, int], wanted: tuple[int, int, int], tolerance: int = 4) -> bool:
    return all(abs(one - other) <= tolerance for one, other in zip(colour, wanted, strict=True))
