"""What the head of a picture's file says: its kind, and how many pixels it has."""

from typing import Literal

Kind = Literal["PNG", "JPEG", "GIF", "WebP", "BMP", "AVIF", "TIFF", "PPM"]

MARKS: tuple[tuple[Kind, int, bytes], ...] = (  # at this byte
    ("PNG", 0, b"\x89PNG\r\n\x1a\n"),
    ("JPEG", 0, b"\xff\xd8\xff"),
    ("GIF", 0, b"GIF8"),
    ("WebP", 8, b"WEBP"),
    ("BMP", 0, b"BM"),
    ("AVIF", 4, b"ftypavif"),
    ("TIFF", 0, b"II*\0"),
    ("TIFF", 0, b"MM\0*"),
    ("PPM", 0, b"P4"),
    ("PPM", 0, b"P5"),
    ("PPM", 0, b"P6"),
)
_NO_SIZE = {0xC4, 0xC8, 0xCC}  # of the JPEG segments from C0 to CF, those that are no frame


def kind_of(data: bytes) -> Kind | None:
    return next((kind for kind, at, mark in MARKS if data.startswith(mark, at)), None)


def pixels_of(data: bytes) -> int:
    """Width times height; 0 where the head does not say."""
    kind = kind_of(data)
    if kind == "PNG":
        return int.from_bytes(data[16:20]) * int.from_bytes(data[20:24])
    if kind == "GIF":
        return _little(data, 6, 2) * _little(data, 8, 2)
    if kind == "BMP":
        return _little(data, 18, 4) * _little(data, 22, 4)
    if kind == "WebP" and data.startswith(b"VP8X", 12):
        return (_little(data, 24, 3) + 1) * (_little(data, 27, 3) + 1)
    return _pixels_of_jpeg(data) if kind == "JPEG" else 0


def _little(data: bytes, at: int, size: int) -> int:
    return int.from_bytes(data[at : at + size], "little")


def _pixels_of_jpeg(data: bytes) -> int:
    at = 2
    while at + 9 <= len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        if 0xC0 <= marker <= 0xCF and marker not in _NO_SIZE:
            return int.from_bytes(data[at + 5 : at + 7]) * int.from_bytes(data[at + 7 : at + 9])
        at += 2 + int.from_bytes(data[at + 2 : at + 4])
    return 0
