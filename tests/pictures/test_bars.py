"""Grey print of a screenshot: light letters are on black, pale ones are black; colours and photographs keep their grey."""

from collections.abc import Callable

import pytest
from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageStat

from handout.pictures.grey import _tone, greyed

pytestmark = pytest.mark.slow

SIZE = (1180, 660)
BLACK = 0.2 * 255  # at most: 80 % of it is toner
Pen = ImageDraw.ImageDraw


def grey_of(draw: Callable[[Pen], object], ground: str | tuple[int, int, int] = "white") -> Image.Image:
    image = Image.new("RGB", SIZE, ground)
    draw(ImageDraw.Draw(image))
    return greyed(image)


def share(image: Image.Image, box: tuple[int, int, int, int], low: float, high: float) -> float:
    """How much of a part of a picture is between two tones."""
    tones = image.crop(box).histogram()
    return sum(tones[round(low) : round(high) + 1]) / sum(tones)


class TestLightLetters:
    @pytest.mark.parametrize("colour", [(25, 150, 210), (128, 128, 128), (60, 150, 90), (240, 140, 40)])
    def test_a_bar_is_nearly_black_all_along_and_its_letters_white(
        self, colour: tuple[int, int, int]
    ) -> None:
        def draw(pen: Pen) -> None:
            pen.rectangle((60, 60, 860, 100), fill=colour)
            pen.text((80, 66), "Self Service Password Reset", fill="white", font_size=22)

        bar = grey_of(draw).crop((60, 60, 861, 101))
        assert share(bar, (0, 0, 801, 41), 0, BLACK) > 0.85
        assert share(bar, (400, 0, 801, 41), 0, BLACK) == 1
        assert share(bar, (20, 6, 330, 36), 250, 255) > 0.1

    def test_so_is_one_of_a_soft_screenshot(self) -> None:
        image = Image.new("RGB", SIZE, "white")
        pen = ImageDraw.Draw(image)
        for x in range(60, 860):
            pen.line((x, 60, x, 100), fill=(30 + x // 40, 150 - x // 60, 210))
        pen.text((80, 66), "Self Service Password Reset", fill="white", font_size=22)
        grey = greyed(
            image.resize((820, 459), Image.Resampling.BILINEAR).resize(SIZE, Image.Resampling.BICUBIC)
        )
        assert share(grey, (400, 64, 856, 96), 0, BLACK) == 1

    def test_a_list_with_a_line_chosen_is_black_to_its_rounded_corners(self) -> None:
        def draw(pen: Pen) -> None:
            pen.rounded_rectangle((60, 60, 460, 260), 6, fill=(128, 128, 128))
            pen.rectangle((60, 64, 460, 84), fill=(90, 150, 250))
            for line, words in enumerate(
                ["- Please choose -", "Dragons", "Rockets", "Comics", "Poems aloud"]
            ):
                pen.text((80, 66 + 24 * line), words, fill="white", font_size=15)

        grey = grey_of(draw)
        assert share(grey, (200, 61, 459, 259), 0, BLACK) > 0.97
        assert share(grey, (66, 60, 200, 260), 60, 200) < 0.05
        assert grey.getpixel((60, 60)) == 255

    @pytest.mark.parametrize("width", [76, 44])
    def test_a_chip_and_a_round_number(self, width: int) -> None:
        def draw(pen: Pen) -> None:
            pen.rounded_rectangle((100, 100, 100 + width, 144), 22, fill=(70, 130, 200))
            pen.text((116, 106), "2", fill="white", font_size=28)

        grey = grey_of(draw)
        assert share(grey, (104, 116, 114, 130), 0, BLACK) == 1
        assert grey.crop((114, 106, 134, 140)).getextrema()[1] == 255

    def test_a_coloured_link_on_a_panel_is_as_clear(self) -> None:
        def draw(pen: Pen) -> None:
            pen.rounded_rectangle((60, 60, 700, 400), 30, fill=(26, 138, 92))
            pen.text((100, 100), "Go to books.example.sg", fill="white", font_size=40)
            pen.text((100, 180), "books.example.sg", fill=(255, 190, 80), font_size=40)

        grey = grey_of(draw)
        assert grey.crop((100, 180, 420, 220)).getextrema() == (grey.getpixel((600, 300)), 255)

    def test_dark_letters_need_their_ground_as_it_is(self) -> None:
        def draw(pen: Pen) -> None:
            pen.rectangle((60, 60, 860, 100), fill=(130, 170, 200))
            pen.text((80, 66), "Self Service Password Reset", fill="black", font_size=22)

        grey = grey_of(draw)
        assert grey.getpixel((700, 80)) > 150
        assert share(grey, (80, 66, 400, 96), 0, 20) > 0.05

    def test_a_colour_is_the_same_in_a_chart_and_in_its_legend(self) -> None:
        def draw(pen: Pen) -> None:
            for left, colour in ((100, (66, 133, 244)), (300, (110, 190, 110))):
                pen.rectangle((left, 300, left + 90, 600), fill=colour)
                pen.rectangle((left, 630, left + 14, 644), fill=colour)
            pen.text((110, 560), "24", fill="white", font_size=28)

        grey = grey_of(draw)
        assert grey.getpixel((150, 400)) == grey.getpixel((107, 637)) <= BLACK
        assert grey.getpixel((350, 400)) == grey.getpixel((307, 637)) > 100

    @pytest.mark.parametrize("card", [(254, 212, 166), (217, 217, 217), (222, 226, 228)])
    def test_a_pale_card_on_a_ground_has_one_grey_all_over(self, card: tuple[int, int, int]) -> None:
        grey = grey_of(lambda pen: pen.rectangle((100, 60, 1000, 200), fill=card), (157, 186, 244))
        assert len(set(grey.crop((101, 61, 1000, 200)).tobytes())) == 1


class TestWriting:
    def test_small_words_are_equally_dark_beside_an_area_and_far_from_it(self) -> None:
        words = "Please choose your questions and answers"

        def draw(pen: Pen) -> None:
            for line in range(8):
                pen.text((100, 100 + 13 * line), words, fill=(80, 80, 80), font_size=11)

        grey = grey_of(draw)
        lines = [ImageStat.Stat(grey.crop((100, top, 330, top + 13))).mean[0] for top in range(100, 200, 13)]
        assert max(lines) - min(lines) < 1

    @pytest.mark.parametrize(
        ("ink", "ground"), [((185, 188, 188), (248, 249, 249)), ((170, 174, 178), (238, 241, 242))]
    )
    def test_pale_words_are_black(self, ink: tuple[int, int, int], ground: tuple[int, int, int]) -> None:
        grey = grey_of(lambda pen: pen.text((100, 100), "Save Answers", fill=ink, font_size=22), ground)
        assert share(grey, (100, 100, 240, 126), 0, 60) > 0.08

    def test_a_pointer_is_black_and_a_swatch_is_not(self) -> None:
        arrow = [(100, 100), (100, 126), (106, 120), (112, 132), (117, 130), (111, 118), (119, 118)]

        def draw(pen: Pen) -> None:
            pen.polygon(arrow, fill=(240, 125, 45))
            pen.rectangle((200, 100, 224, 124), fill=(240, 125, 45))

        grey = grey_of(draw)
        assert grey.getpixel((105, 114)) < 60
        assert grey.getpixel((212, 112)) == _tone(greyed_luminance((240, 125, 45)))


def greyed_luminance(colour: tuple[int, int, int]) -> int:
    red, green, blue = colour
    return round(0.2126 * red + 0.7152 * green + 0.0722 * blue)


class TestPhotographs:
    def test_a_sky_with_clouds_and_a_wood_keep_their_greys(self) -> None:
        sky = Image.linear_gradient("L").resize(SIZE).point(lambda level: 120 + level // 3)
        pen = ImageDraw.Draw(sky)
        for cloud in range(9):
            left, top = 120 * cloud, 60 + 25 * (cloud % 4)
            pen.ellipse((left, top, left + 180, top + 50), fill=235)
        sky = sky.filter(ImageFilter.GaussianBlur(4))
        wood = Image.radial_gradient("L").resize((20, 20)).point(lambda level: 60 + level // 2)
        for x in range(0, SIZE[0], 20):
            for y in range(400, SIZE[1], 20):
                sky.paste(wood, (x, y))
        difference = ImageChops.difference(greyed(sky), sky.point(_tone))
        assert difference.getextrema()[1] == 0

    def test_a_caption_on_one_turns_nothing_around_it_black(self) -> None:
        shades = Image.radial_gradient("L").resize(SIZE).point(lambda level: 200 - level // 2)
        noise = Image.effect_noise(SIZE, 8)
        photo = ImageChops.add(shades, noise, 1, -128)
        ImageDraw.Draw(photo).text((300, 600), "White caption on a photograph", fill="white", font_size=26)
        around = (0, 0, *SIZE)
        assert share(greyed(photo), around, 0, 10) < share(photo.point(_tone), around, 0, 10) + 0.002
