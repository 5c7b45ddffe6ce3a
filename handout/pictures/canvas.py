"""Pixels that a browser has decoded → print-ready pictures."""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from handout.pictures.picture import Finish, Picture

Size = tuple[int, int]


def from_canvas(canvas: Any, finishes: Iterable[Finish]) -> Iterator[Picture]:
    """The picture with each of these finishes; what several have in common is done once.

    `canvas` is like an RGBA image of Pillow, of which only parts are asked for, by `crop`.
    """
    # Pillow is loaded only where a picture is made.
    from handout.pictures.flat import on_white, reduced  # noqa: PLC0415
    from handout.pictures.print_ready import at_its_size, packed, print_of, room, scaled, spared  # noqa: PLC0415

    size = canvas.width, canvas.height

    @cache
    def image(most: Size, needed: Size | None, saver: bool) -> Any:
        if saver:
            return spared(image(most, needed, saver=False))
        part = reduced(canvas, *most)
        return scaled(on_white(canvas.crop((0, 0, *size)) if part is canvas else part), needed)

    @cache
    def picture(most: Size, needed: Size | None, saver: bool, grey: bool) -> Picture:
        return packed(image(most, needed, saver=saver), grey)

    for finish in finishes:
        how = print_of(size, finish)
        most = room(finish) if how.needed else size
        yield at_its_size(picture(most, how.needed, saver=finish.saver, grey=finish.grey), how)
