"""What is printed in which colour."""

import re

import pytest
from helpers.pdfs import (
    contents,
    page_count,
    reader,
)
from helpers.school import checklist

from handout import build_handout, theme
from handout.model.content import Content
from handout.model.look import Look
from handout.printing.press import Press

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("large", [False, True], ids=["normal", "large"])
def test_letters_and_lines_are_black_or_blue_never_a_grey_that_a_copier_dots(
    content: Content, large: bool
) -> None:
    pdf = build_handout(content, Look(large=large))
    drawn = "\n".join(contents(pdf, number) for number in range(page_count(pdf)))
    blue = " ".join(f"{part:.3f}".rstrip("0") for part in theme.ACCENT)
    assert {grey for grey, _ in re.findall(r"([\d.]+) ([gG])\b", drawn)} == {"0"}
    assert {colour for colour, _ in re.findall(r"([\d.]+ [\d.]+ [\d.]+) (rg|RG)\b", drawn)} == {blue}


def test_grey_is_black_but_for_the_pictures(content: Content) -> None:
    pdf = build_handout(content, Look(grey=True))
    for number in range(3):
        assert not re.search(r"\b(rg|RG)\b", contents(pdf, number))
        assert set(re.findall(r"([\d.]+) [gG]\b", contents(pdf, number))) == {"0"}


def test_pictures_take_the_colours_that_were_asked_for(content: Content) -> None:
    def pixels(look: Look) -> set[tuple[int, int, int]]:
        page = reader(build_handout(content, look)).pages[1]
        return {pixel for _, pixel in page.images["/P0"].image.convert("RGB").getcolors(1 << 24)}

    full, saver, grey = (pixels(look) for look in (Look(), Look(saver=True), Look(grey=True)))
    assert (160, 184, 246) in full, "the slide's blue ground"
    assert (160, 184, 246) not in saver, "which takes much toner"
    assert (255, 255, 255) in saver
    assert all(red == green == blue for red, green, blue in grey)


def test_a_grey_print_saves_toner_unless_asked_not_to(content: Content) -> None:
    def ground(look: Look) -> int:
        page = reader(build_handout(content, look)).pages[1]
        return page.images["/P0"].image.convert("L").getpixel((20, 20))

    assert ground(Look(grey=True)) == 255
    assert 150 < ground(Look(grey=True, saver=False)) < 200


def test_lists_and_slips_need_no_colour(content: Content, three_a: list) -> None:
    """A mono laser prints small coloured letters dotted."""
    sheets, slips = (Press(content, three_a, layout=kind).print(three_a, "3A") for kind in ("sheet", "slips"))
    for pdf, is_coloured in ((sheets, True), (slips, False), (checklist(content, "3A", three_a), False)):
        assert bool(re.search(r"\b(rg|RG)\b", contents(pdf, 0))) == is_coloured
