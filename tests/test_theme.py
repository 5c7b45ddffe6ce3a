"""The numbers of the page keep their promises."""

import pytest

from handout import theme
from handout.pages import checklist_sizes, slip_sizes
from handout.theme import Colour, TypeStyle

NUMBERS = [value for part in (theme, slip_sizes, checklist_sizes) for value in vars(part).values()]
COLOURS = [value for value in NUMBERS if isinstance(value, Colour)]
STYLES = [
    *(value for value in NUMBERS if isinstance(value, TypeStyle)),
    *(
        getattr(look, name)
        for look in (theme.NORMAL, theme.LARGE)
        for name in ("title", "heading", "body", "label")
    ),
]


@pytest.mark.parametrize("colour", [*COLOURS, *(style.colour for style in STYLES)])
def test_every_colour_stands_out_from_white_on_a_mono_copier_too(colour: Colour) -> None:
    level = 0.299 * colour.red + 0.587 * colour.green + 0.114 * colour.blue  # ITU-R BT.601
    for seen in (colour, Colour(level, level, level)):
        assert (1 + 0.05) / (seen.luminance + 0.05) >= theme.LEAST_CONTRAST


def vars_of(look: theme.Theme, kind: type) -> list:
    return [value for value in look if isinstance(value, kind)]


def test_sizes_are_no_smaller_than_clear_print() -> None:
    assert theme.NORMAL.body.size >= 12
    large = [style.size for style in vars_of(theme.LARGE, TypeStyle) if style is not theme.LARGE.footer]
    assert min(*large, *theme.LARGE.name_sizes, *theme.LARGE.name_wrapped_sizes) >= 16
    assert min(*theme.LARGE.username_sizes, *theme.LARGE.username_wrapped_sizes, theme.LARGE.body.typed) >= 18
    assert theme.LARGE.footer.size >= 12
    assert theme.FOOTER.size >= 9
    assert min(*theme.USERNAME_SIZES, theme.USERNAME_LEAST, theme.NORMAL.body.typed) >= 14
    assert min(theme.USERNAME_WRAPPED_SIZES) >= 13


def test_a_password_of_24_letters_finds_room() -> None:
    for look in (theme.NORMAL, theme.LARGE):
        line = theme.MEASURE - 2 * theme.PANEL_PADDING - look.label_column
        assert line >= theme.PASSWORD_CHARACTERS * theme.CHARACTER_ROOM
        assert look.row >= theme.WRITING_HEIGHT
