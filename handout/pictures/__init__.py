"""Image file → print-ready picture: bytes, palette and size.

A `PictureSource` gives the pictures of a run: `FromFiles` makes them with Pillow, `Kept` takes them from a store of
prepared ones, which is a `Folder` or in `Memory`. `from_canvas` makes them of pixels that a browser has decoded.
Pillow is loaded only where a picture is made.
"""

from handout.pictures import refusals
from handout.pictures.canvas import from_canvas
from handout.pictures.judging import unprintable
from handout.pictures.picture import LEAST_DPI, Finish, Picture
from handout.pictures.prepared import Folder, Memory, pack_all, unpack_all
from handout.pictures.source import FromFiles, Kept, PictureSource

__all__ = [
    "LEAST_DPI",
    "Finish",
    "Folder",
    "FromFiles",
    "Kept",
    "Memory",
    "Picture",
    "PictureSource",
    "from_canvas",
    "pack_all",
    "refusals",
    "unpack_all",
    "unprintable",
]
