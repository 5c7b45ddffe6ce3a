"""Colours turn grey, contrast stays."""

import pytest
from helpers.flat_slides import BLACK, BLUE, GREEN, WHITE, darkest, slide
from PIL import Image, ImageDraw

from handout.pictures.grey import greyed
from handout.pictures.toner import whitened


def contrast(one: int, other: int) -> float:
    """Contrast of two greys as WCAG 2 counts it."""

    def luminance(grey: int) -> float:
        share = grey / 255
        return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4

    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


class TestGreyed:
    @pytest.mark.parametrize(
        ("ground", "text", "least"),
        [
            ((247, 90, 46), WHITE, 4.5),
            (GREEN, WHITE, 4.5),
            (BLUE, BLACK, 7),
            ((255, 178, 63), BLACK, 7),
            (WHITE, (10, 79, 125), 4.5),
            (WHITE, (200, 0, 0), 4.5),
            (WHITE, (230, 120, 20), 3),
            (GREEN, (255, 178, 63), 2.5),
        ],
    )
    def test_text_keeps_its_contrast(
        self, ground: tuple[int, int, int], text: tuple[int, int, int], least: float
    ) -> None:
        image = Image.new("RGB", (2, 1), ground)
        image.putpixel((1, 0), text)
        grey = greyed(image)
        assert grey.mode == "L"
        assert contrast(grey.getpixel((0, 0)), grey.getpixel((1, 0))) >= least

    @pytest.mark.parametrize("mode", ["RGB", "L", "P"])
    def test_white_and_black_stay(self, mode: str) -> None:
        image = Image.new("L", (2, 1), 255)
        image.putpixel((0, 0), 0)
        assert list(greyed(image.convert(mode)).tobytes()) == [0, 255]

    @pytest.mark.slow
    def test_letters_and_lines_on_paper_are_black_that_prints_no_dots(self) -> None:
        def draw(pen: ImageDraw.ImageDraw) -> None:
            pen.text((60, 60), "Dark grey words", fill=(70, 70, 70), font_size=30)
            pen.text((60, 160), "Grey words of a screenshot", fill=(115, 115, 115), font_size=16)
            pen.rectangle((60, 260, 400, 300), outline=(110, 110, 110), width=2)

        grey = greyed(slide(draw, WHITE))
        for area in ((60, 60, 400, 100), (60, 160, 400, 185), (60, 260, 401, 301)):
            assert darkest(grey.crop(area)) == 0

    def test_words_on_a_pale_tint_are_as_dark_as_on_paper(self) -> None:
        def words(pen: ImageDraw.ImageDraw) -> None:
            pen.text((60, 60), "Grey words of a screenshot", fill=(115, 115, 115), font_size=16)

        tinted = greyed(slide(words, (232, 236, 236)))
        assert darkest(tinted) == 0
        assert tinted.getpixel((20, 20)) > 230

    @pytest.mark.slow
    def test_a_whitened_ground_stays_white(self) -> None:
        image = slide(lambda draw: draw.text((60, 60), "Black", fill="black", font_size=60))
        spared = greyed(whitened(image))
        assert spared.getpixel((20, 20)) == 255
        assert darkest(spared) == 0
