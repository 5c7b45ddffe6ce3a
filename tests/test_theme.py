"""The numbers of the page keep their promises."""

import pytest

from handout import theme
from handout.theme import Colour, TypeStyle

COLOURS = [value for value in vars(theme).values() if isinstance(value, Colour)]
STYLES = [
    *(value for value in vars(theme).values() if isinstance(value, TypeStyle)),
    *(
        getattr(look, name)
        for look in (theme.NORMAL, theme.LARGE)
        for name in ("title", "heading", "body", "label")
    ),
]


@pytest.mark.parametrize("colour", [*COLOURS, *(style.colour for style in STYLES)])
def test_every_colour_stands_out_from_white_on_a_mono_copier_too(colour: Colour) -> None:
    for seen in (colour, colour.grey):
        assert (1 + 0.05) / (seen.luminance + 0.05) >= theme.LEAST_CONTRAST


def test_sizes_are_no_smaller_than_clear_print() -> None:
    assert theme.NORMAL.body.size >= 12
    assert theme.LARGE.body.size >= 16
    assert theme.FOOTER.size >= 9
    assert min(*theme.USERNAME_SIZES, theme.USERNAME_LEAST, theme.NORMAL.body.typed) >= 14


def test_a_password_of_24_letters_finds_room() -> None:
    line = theme.MEASURE - 2 * theme.PANEL_PADDING - theme.PANEL_LABEL_COLUMN
    assert line >= theme.PASSWORD_CHARACTERS * theme.CHARACTER_ROOM
    assert theme.WRITING_ROW >= theme.WRITING_HEIGHT
