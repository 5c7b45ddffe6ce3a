"""Image file → print-ready picture: bytes, palette and size."""

from handout.pictures.picture import LEAST_DPI, Picture
from handout.pictures.prepare import prepare_pictures

__all__ = [
    "LEAST_DPI",
    "Picture",
    "prepare_pictures",
]
