"""Toner spared on coloured panels: their words are dark on white, screenshots on them stay."""

import pytest
from helpers.flat_slides import (
    BLUE,
    GREEN,
    WHITE,
    across,
    darkest,
    slide,
)
from PIL import ImageChops, ImageDraw, ImageStat

from handout.pictures.toner import whitened

pytestmark = pytest.mark.slow

YELLOW, ORANGE = (255, 178, 63), (247, 90, 46)


class TestPanels:
    @pytest.mark.parametrize("ground", [BLUE, WHITE], ids=["blue", "white"])
    @pytest.mark.parametrize(
        "panel",
        [ORANGE, *(pytest.param(panel, marks=pytest.mark.slow) for panel in (GREEN, (80, 80, 80)))],
        ids=str,
    )
    def test_light_words_on_a_dark_one_are_dark_on_white(
        self, ground: tuple[int, int, int], panel: tuple[int, int, int]
    ) -> None:
        def draw(pen: ImageDraw.ImageDraw) -> None:
            pen.rounded_rectangle((60, 60, 760, 360), 30, fill=panel)
            pen.text((100, 100), "Go to", fill="white", font_size=40)
            pen.text((100, 180), "https://mims.example/sspr", fill=YELLOW, font_size=40)

        spared = whitened(slide(draw, ground))
        assert max(spared.getcolors(1 << 20))[1] == WHITE
        for line in ((90, 90, 750, 160), (90, 170, 750, 250)):
            assert darkest(spared.crop(line)) < 140  # yellow on orange is faint there too
            assert spared.crop(line).getpixel((0, 0)) == WHITE
        assert darkest(spared.crop((90, 90, 750, 160))) < 40
        assert darkest(spared.crop((300, 55, 400, 65))) < 95  # its outline
        assert spared.crop((300, 70, 700, 90)).getextrema() == ((255, 255),) * 3

    def test_dark_words_on_a_light_one_keep_their_colour(self) -> None:
        def draw(pen: ImageDraw.ImageDraw) -> None:
            pen.rectangle((60, 60, 760, 360), fill=YELLOW)
            pen.text((100, 100), "Black on yellow", fill="black", font_size=40)
            pen.text((100, 200), "Red on yellow", fill=(180, 0, 0), font_size=40)

        spared = whitened(slide(draw))
        assert spared.getpixel((90, 300)) == WHITE
        assert darkest(spared.crop((90, 90, 700, 160))) < 40
        assert (180, 0, 0) in {colour for _, colour in spared.getcolors(1 << 20)}
        assert across(spared, 300, 50, 70) == across(spared, 320, 50, 70)
        assert min(across(spared, 300, 50, 70)) < 90

    def test_a_screenshot_on_one_stays_as_it_is(self) -> None:
        def draw(pen: ImageDraw.ImageDraw) -> None:
            pen.rectangle((60, 60, 1100, 600), fill=GREEN)
            pen.text((80, 100), "White on green", fill="white", font_size=40)
            pen.rectangle((600, 100, 1060, 560), fill="white")
            pen.rectangle((600, 100, 1060, 140), fill=(25, 150, 210))
            pen.text((620, 106), "Self Service Password Reset", fill="white", font_size=22)
            pen.text((660, 300), "In the panel's colour", fill=GREEN, font_size=30)
            pen.text((660, 400), "Grey words", fill=(120, 120, 120), font_size=16)

        full = slide(draw)
        inside = (604, 104, 1056, 556)
        assert not ImageChops.difference(full.crop(inside), whitened(full).crop(inside)).getbbox()

    def test_a_pointer_much_like_the_panel_stays_whole_on_the_frame_of_a_screenshot(self) -> None:
        def draw(pen: ImageDraw.ImageDraw) -> None:
            pen.rectangle((60, 60, 1100, 600), fill=(244, 89, 47))
            pen.text((80, 100), "White on orange", fill="white", font_size=40)
            pen.rectangle((600, 100, 1060, 560), fill="white", outline=(217, 217, 217), width=8)
            pen.line((700, 530, 700, 565), fill=(237, 125, 49), width=7)

        full = slide(draw)
        pointer = (696, 530, 705, 556)
        assert not ImageChops.difference(full.crop(pointer), whitened(full).crop(pointer)).getbbox()

    def test_words_in_the_colour_of_another_panel_are_words(self) -> None:
        def draw(pen: ImageDraw.ImageDraw) -> None:
            pen.rectangle((60, 40, 560, 320), fill=GREEN)
            pen.text((90, 80), "Yellow on green", fill=YELLOW, font_size=40)
            pen.rectangle((60, 360, 560, 620), fill=YELLOW)
            pen.text((90, 380), "Green on yellow", fill=GREEN, font_size=40)

        spared = whitened(slide(draw, WHITE))
        for top, words in ((80, "Yellow on green"), (380, "Green on yellow")):
            here = (70, top, 550, top + 60)
            expected = slide(lambda pen: pen.text((90, top), words, fill="black", font_size=40), WHITE)  # noqa: B023
            ink = [
                ImageStat.Stat(ImageChops.invert(one.crop(here).convert("L"))).mean[0]
                for one in (spared, expected)
            ]
            assert 0.5 * ink[1] < ink[0] < 1.4 * ink[1]
