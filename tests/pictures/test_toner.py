"""Toner spared: grounds turn white, words stay."""

from collections.abc import Callable
from pathlib import Path

import pytest
from helpers.flat_slides import (
    BLACK,
    BLUE,
    GREEN,
    PALE,
    SIZE,
    WHITE,
    darkest,
    grid,
    slide,
)
from helpers.school import draw_slide
from PIL import Image, ImageChops, ImageDraw, ImageStat

from handout.pictures.toner import whitened

pytestmark = pytest.mark.slow


class TestWhitened:
    def test_the_ground_turns_white_and_text_and_panels_stay(self, tmp_path: Path) -> None:
        draw_slide(tmp_path / "a.png", 1)
        image = Image.open(tmp_path / "a.png").convert("RGB")
        ImageDraw.Draw(image).text((100, 500), "text on the ground", fill="black", font_size=50)
        spared = whitened(image)
        assert spared.getpixel((20, 20)) == WHITE
        assert spared.getpixel((1000, 150)) == WHITE  # a panel with words on it
        assert darkest(spared.crop((100, 500, 560, 560))) < 40

    @pytest.mark.slow
    def test_a_slide_saved_as_jpeg_turns_white_too(self, tmp_path: Path) -> None:
        image = slide(lambda draw: draw.text((100, 100), "Black on blue", fill="black", font_size=60))
        image.save(tmp_path / "a.jpg", quality=75)
        spared = whitened(Image.open(tmp_path / "a.jpg"))
        assert ImageStat.Stat(spared.crop((0, 300, *SIZE)).convert("L")).mean[0] > 254
        assert darkest(spared) < 40

    @pytest.mark.slow
    def test_black_letters_keep_no_rim_of_the_ground(self) -> None:
        spared = whitened(
            slide(lambda draw: draw.text((100, 100), "Black on blue", fill="black", font_size=60))
        )
        red, _, blue = spared.split()
        assert ImageChops.difference(red, blue).getextrema()[1] < 8  # nothing the eye sees as blue

    @pytest.mark.slow
    def test_thin_coloured_letters_keep_their_colour(self) -> None:
        full = slide(lambda draw: draw.text((100, 100), "Save Answers", fill=(140, 60, 60), font_size=20))
        spared = whitened(full)
        assert spared.getpixel((20, 20)) == WHITE
        red, green, _ = spared.crop((100, 100, 400, 130)).split()
        assert ImageChops.subtract(red, green).getextrema()[1] == 80

    @pytest.mark.slow
    def test_a_ground_that_is_not_quite_flat(self) -> None:
        image = slide(lambda _: None)
        for x in range(0, SIZE[0], 12):
            image.paste(tuple(tone - 6 for tone in BLUE), (x, 0, x + 6, SIZE[1]))
        assert whitened(image).convert("L").getextrema()[0] > 240

    @pytest.mark.slow
    def test_nothing_changes_within_panels_and_screenshots(self) -> None:
        def draw(pen: ImageDraw.ImageDraw) -> None:
            pen.rectangle((60, 60, 560, 300), fill=GREEN)  # there is nothing to be read on it
            pen.rectangle((600, 60, 1100, 300), fill=PALE)
            pen.rectangle((60, 340, 560, 600), fill="white")
            pen.line((200, 400, 260, 400), fill=BLUE)  # a thin line in the ground's colour
            pen.text((300, 450), "Grey in a screenshot", fill=(120, 120, 120), font_size=20)

        full = slide(draw)
        spared = whitened(full)
        assert spared.getpixel((20, 20)) == WHITE
        for panel in ((62, 62, 558, 298), (604, 64, 1096, 296), (64, 344, 556, 596)):
            assert not ImageChops.difference(full.crop(panel), spared.crop(panel)).getbbox()

    @pytest.mark.slow
    def test_a_pale_panel_keeps_a_straight_edge(self) -> None:
        spared = whitened(slide(lambda draw: draw.rectangle((303, 101, 901, 302), fill=PALE)))
        edge = spared.crop((295, 150, 310, 250))
        assert len({edge.crop((0, y, 15, y + 1)).tobytes() for y in range(100)}) == 1

    def test_the_ground_of_a_grey_picture(self) -> None:
        spared = whitened(Image.new("L", (300, 200), 190))
        assert spared.mode == "L"
        assert spared.getpixel((2, 2)) == 255

    @pytest.mark.parametrize("size", [(1, 1), (3, 2), (5, 500)])
    def test_the_smallest_picture(self, size: tuple[int, int]) -> None:
        assert whitened(Image.new("RGB", size, BLUE)).getpixel((0, 0)) == WHITE


class TestLeftAlone:
    @pytest.mark.parametrize("colour", [WHITE, BLACK, (20, 20, 60), (250, 248, 246)])
    def test_white_and_dark_grounds(self, colour: tuple[int, int, int]) -> None:
        image = Image.new("RGB", (300, 200), colour)
        assert whitened(image) is image

    def test_a_mid_tone_with_hardly_anything_on_it(self) -> None:
        image = slide(lambda draw: draw.text((40, 100), "1", fill="white", font_size=30), (90, 130, 200))
        assert whitened(image) is image

    def test_a_sky(self) -> None:
        sky = Image.linear_gradient("L").point(lambda value: 170 + value // 4)
        image = Image.merge("RGB", [sky.point(lambda value: value - 20), sky, Image.new("L", sky.size, 245)])
        assert whitened(image) is image

    def test_a_photograph_with_a_dark_corner(self) -> None:
        shades = Image.linear_gradient("L").point(lambda level: 10 + max(0, level - 60) // 4).resize(SIZE)
        photo = Image.merge("RGB", [shades, shades, shades])
        ImageDraw.Draw(photo).text((100, 40), "White on dark", fill="white", font_size=60)
        assert whitened(photo) is photo

    def test_a_bar_of_a_screenshot(self) -> None:
        def draw(pen: ImageDraw.ImageDraw) -> None:
            pen.rectangle((60, 60, 860, 100), fill=(25, 150, 210))
            pen.text((80, 66), "Self Service Password Reset", fill="white", font_size=22)

        image = slide(draw, WHITE)
        assert whitened(image) is image


class TestLightLetters:
    """They turn dark where their ground or their panel turns white."""

    @pytest.mark.slow
    @pytest.mark.parametrize(
        ("words", "colour", "size"),
        [
            ("Self-Service Password", "white", 100),
            ("Log in and click Save Answers", "white", 24),
            ("Thank you", "white", 30),
            ("Welcome", "yellow", 80),
            ("Welcome", (255, 240, 200), 80),
        ],
    )
    @pytest.mark.parametrize("ground", [BLUE, (90, 130, 200), GREEN, (20, 20, 60), BLACK], ids=str)
    def test_on_the_ground(
        self, ground: tuple[int, int, int], words: str, colour: str | tuple[int, int, int], size: int
    ) -> None:
        def black_on_white(pen: ImageDraw.ImageDraw) -> None:
            pen.text((60, 60), words, fill="black", font_size=size)

        spared = whitened(slide(lambda draw: draw.text((60, 60), words, fill=colour, font_size=size), ground))
        expected = slide(black_on_white, WHITE)
        assert ImageStat.Stat(ImageChops.difference(spared, expected).convert("L")).mean[0] < 1
        assert darkest(spared) < 40

    def test_of_a_grey_picture(self) -> None:
        grey = slide(lambda draw: draw.text((60, 60), "Welcome", fill="white", font_size=80), GREEN).convert(
            "L"
        )
        spared = whitened(grey)
        assert spared.mode == "L"
        assert spared.getpixel((20, 20)) == 255
        assert spared.getextrema()[0] < 40

    def test_letters_wider_than_that_keep_an_outline(self) -> None:
        spared = whitened(
            slide(lambda draw: draw.rectangle((300, 200, 500, 400), fill="white"), (90, 130, 200))
        )
        assert spared.getpixel((20, 20)) == (90, 130, 200)  # a card alone is nothing to read

    @pytest.mark.parametrize(
        "draw",
        [
            lambda pen: pen.line((200, 300, 500, 300), fill="white", width=12),
            lambda pen: pen.rounded_rectangle((60, 60, 700, 400), 20, outline="white", width=5),
        ],
        ids=["arrow", "frame"],
    )
    def test_light_lines_turn_dark_too(self, draw: Callable[[ImageDraw.ImageDraw], object]) -> None:
        spared = whitened(slide(draw))
        assert spared.getpixel((20, 20)) == WHITE
        assert darkest(spared) < 40

    def test_black_letters_beside_white_ones_stay_black_and_a_pattern_goes(self) -> None:
        def draw(pen: ImageDraw.ImageDraw) -> None:
            for x in range(0, 1180, 60):
                pen.line((x, 0, x, 659), fill=(110, 150, 220), width=2)
            pen.text((60, 60), "White on blue", fill="white", font_size=60)
            pen.text((60, 200), "Black on blue", fill="black", font_size=60)

        spared = whitened(slide(draw, (90, 130, 200)))
        assert darkest(spared.crop((60, 60, 500, 130))) < 40
        assert darkest(spared.crop((60, 200, 500, 270))) < 40
        assert spared.crop((0, 300, *SIZE)).getextrema() == ((255, 255),) * 3


def cards(pen: ImageDraw.ImageDraw) -> None:
    for left in range(60, 1000, 180):
        pen.rounded_rectangle((left, 60, left + 140, 200), 12, fill="white")


def panel(pen: ImageDraw.ImageDraw) -> None:
    pen.rectangle((60, 60, 700, 400), fill="white")
    pen.text((66, 66), "Black on a white panel,\nclose to its edge", fill="black", font_size=36)


@pytest.mark.parametrize(
    "draw",
    [
        panel,
        cards,
        grid,
        lambda pen: pen.rectangle((0, 0, 1179, 659), outline="white", width=3),
        lambda pen: pen.rectangle((0, 500, 1179, 659), fill="white"),
    ],
    ids=["panel", "cards", "pale grid", "rim", "foot"],
)
def test_light_shapes_that_are_no_letters_do_not_keep_the_ground(
    draw: Callable[[ImageDraw.ImageDraw], object],
) -> None:
    assert whitened(slide(draw)).getpixel((20, 450)) == WHITE
