"""Pixels that a browser has decoded → print-ready pictures."""

from collections.abc import Iterable, Iterator
from typing import Any

from handout.pictures.picture import Finish, Picture


def from_canvas(canvas: Any, finishes: Iterable[Finish]) -> Iterator[Picture]:
    """The picture with each of these finishes.

    `canvas` is like an RGBA image of Pillow, of which only parts are asked for, by `crop`.
    """
    from handout.pictures.flat import on_white, reduced  # noqa: PLC0415 - Pillow is loaded only where a picture is made
    from handout.pictures.print_ready import print_of, print_ready, room  # noqa: PLC0415

    size = canvas.width, canvas.height
    made: dict[object, Picture] = {}  # by what their pixels depend on
    for finish in finishes:
        how = print_of(size, finish)
        pixels = (how.needed, how.needed and room(finish), finish.saver, finish.grey)
        if pixels not in made:
            image = reduced(canvas, *room(finish))
            whole = canvas.crop((0, 0, *size)) if image is canvas else image
            made[pixels] = print_ready(on_white(whole), size, finish)
        yield made[pixels]._replace(width_mm=how.width_mm, height_mm=how.height_mm, dpi=how.dpi)
