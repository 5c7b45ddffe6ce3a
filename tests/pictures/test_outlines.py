"""Outlines that the toner saver draws where an edge would be lost on white."""

from collections.abc import Callable

import pytest
from helpers.flat_slides import (
    BLUE,
    OUTLINE,
    PALE,
    PEACH,
    SIZE,
    WHITE,
    across,
    grid,
    slide,
)
from PIL import Image, ImageChops, ImageDraw

from handout.pictures.toner import paled, whitened


@pytest.mark.slow
class TestOutlines:
    @pytest.mark.parametrize("card", [WHITE, PALE], ids=["white", "pale"])
    @pytest.mark.parametrize("place", range(4))
    def test_a_card_that_would_be_lost_on_white_keeps_its_edge(
        self, card: tuple[int, int, int], place: int
    ) -> None:
        left, top, right, bottom = 300 + place, 100 + place, 900 + place, 400 + place
        area = (left, top, right, bottom)
        spared = paled(whitened(slide(lambda pen: pen.rectangle(area, fill=card))))
        for edge, rows in (
            (left, (across(spared, y, left - 7, left + 7) for y in (150, 200, 333))),
            (right + 1, (across(spared, y, right - 6, right + 8) for y in (150, 200, 333))),
        ):
            for row in rows:
                assert row[:5] + row[-5:] == [255] * 10, edge
                assert all(tone in OUTLINE for tone in row[6:8]), edge
        for y in (top, bottom):
            assert max(across(spared, y, left + 5, right - 5)) in OUTLINE
            assert len(set(across(spared, y, left + 5, right - 5))) == 1

    def test_a_line_of_a_pattern_leaves_no_tick_where_it_meets_a_card(self) -> None:
        def draw(pen: ImageDraw.ImageDraw) -> None:
            for x in range(40, 1180, 61):
                pen.line((x, 0, x, 659), fill=(197, 214, 248), width=1 + x % 3)
            pen.rectangle((200, 100, 900, 400), fill="white")

        spared = whitened(slide(draw))
        assert len({spared.crop((x, 90, x + 1, 110)).tobytes() for x in range(210, 890)}) == 1

    def test_curves_have_soft_edges(self) -> None:
        spared = whitened(slide(lambda pen: pen.ellipse((300, 100, 700, 500), fill="white")))
        tones = spared.convert("L").crop((300, 100, 500, 300)).histogram()
        assert sum(tones[90:250]) > 200

    def test_an_outline_makes_way_for_a_number_on_it(self) -> None:
        def draw(pen: ImageDraw.ImageDraw) -> None:
            pen.rectangle((300, 100, 900, 399), fill="white")
            pen.text((800, 390), "4", fill=(110, 110, 110), font_size=20)

        row = across(whitened(slide(draw)), 399, 790, 826)
        assert row[0] in OUTLINE
        assert row[-1] in OUTLINE
        assert sum(tone in OUTLINE for tone in row[8:24]) < 4

    def test_the_edge_of_a_card_is_drawn_where_it_met_the_ground_alone(self) -> None:
        def draw(pen: ImageDraw.ImageDraw) -> None:
            pen.rectangle((310, 110, 910, 310), fill=(80, 80, 80))  # its shadow
            pen.rectangle((300, 100, 900, 300), fill="white")
            pen.text((320, 120), "Black on white", fill="black", font_size=40)
            pen.line((400, 230, 480, 230), fill=BLUE)  # in a screenshot

        spared = whitened(slide(draw))
        assert all(tone in OUTLINE for tone in across(spared, 150, 299, 301))
        assert across(spared, 150, 895, 903) == [255] * 6 + [80] * 2
        assert not any(tone in OUTLINE for tone in spared.crop((390, 190, 490, 270)).convert("L").tobytes())

    def test_a_frame_around_a_card_needs_no_outline(self) -> None:
        large = Image.new("RGB", (4 * SIZE[0], 4 * SIZE[1]), BLUE)
        pen = ImageDraw.Draw(large)
        pen.ellipse((1201, 402, 2401, 1602), fill="white", outline=(91, 155, 213), width=22)
        pen.rectangle((2802, 402, 4202, 1602), fill="white", outline=(91, 155, 213), width=22)
        spared = whitened(large.reduce(4))
        assert not any(tone in OUTLINE for tone in spared.convert("L").tobytes())

    def test_a_strip_of_the_ground_within_a_frame_needs_no_outline(self) -> None:
        def draw(pen: ImageDraw.ImageDraw) -> None:
            pen.rectangle((300, 100, 900, 400), fill="white")
            pen.rectangle((400, 300, 600, 409), outline=(91, 155, 213), width=5)

        spared = whitened(slide(draw))
        assert not any(tone in OUTLINE for tone in spared.convert("L").crop((410, 310, 590, 409)).tobytes())
        assert all(tone in OUTLINE for tone in across(spared, 200, 300, 301))

    def test_outlines_are_in_their_place_to_the_last_pixel_of_a_picture_of_odd_size(self) -> None:
        image = Image.new("RGB", (1183, 657), BLUE)
        ImageDraw.Draw(image).rectangle((400, 100, 1163, 637), fill="white")
        spared = whitened(image)
        assert all(tone in OUTLINE for tone in across(spared, 300, 1163, 1165))
        assert all(tone in OUTLINE for y in (637, 638) for tone in across(spared, y, 600, 602))

    @pytest.mark.parametrize(
        "draw", [grid, lambda pen: pen.text((60, 60), "Words", fill="black", font_size=60)]
    )
    def test_pale_lines_and_letters_have_no_outline(
        self, draw: Callable[[ImageDraw.ImageDraw], object]
    ) -> None:
        tones = whitened(slide(draw)).convert("L").histogram()
        assert (
            max(tones[level] for level in OUTLINE) < 40
        )  # the soft edges of letters have some of every grey

    def test_what_a_screenshot_has_of_the_window_around_a_slide_turns_white(self) -> None:
        def draw(pen: ImageDraw.ImageDraw) -> None:
            pen.rectangle((0, 0, 3, 659), fill=(240, 240, 240))
            pen.line((4, 0, 4, 659), fill=(198, 198, 198))
            pen.line((0, 0, 1179, 0), fill=(198, 198, 198))

        assert whitened(slide(draw)).getextrema() == ((255, 255),) * 3

    def test_what_is_dark_or_coloured_at_the_edge_stays(self) -> None:
        def draw(pen: ImageDraw.ImageDraw) -> None:
            pen.rectangle((0, 0, 1179, 3), fill=(90, 90, 90))
            pen.rectangle((0, 600, 1179, 659), fill=PEACH)

        spared = whitened(slide(draw))
        assert spared.getpixel((600, 1)) == (90, 90, 90)
        assert spared.getpixel((600, 658)) == PEACH


class TestPaleOutlines:
    def test_pale_buttons_and_fields_of_a_screenshot_get_an_outline(self) -> None:
        def draw(pen: ImageDraw.ImageDraw) -> None:
            pen.rectangle((61, 61, 200, 90), fill=(248, 248, 248), outline=(236, 240, 240))
            pen.text((75, 68), "Change Password", fill=(110, 110, 110), font_size=12)
            pen.rectangle((61, 130, 400, 152), outline=(238, 238, 238))

        spared = paled(slide(draw, WHITE)).convert("L")
        for top, right, bottom in ((61, 200, 90), (130, 400, 152)):
            assert max(across(spared, top, 61, right)) == max(across(spared, bottom, 61, right)) <= 120
            assert all(spared.getpixel((x, y)) <= 120 for x in (61, right) for y in range(top, bottom))
        assert spared.getpixel((70, 66)) == 255  # the button's own tint is not needed

    def test_an_outline_goes_on_where_words_touch_it(self) -> None:
        def draw(pen: ImageDraw.ImageDraw) -> None:
            pen.rectangle((61, 130, 400, 152), outline=(238, 238, 238))
            pen.text((64, 125), "Type your answer here", fill=(230, 120, 40), font_size=15)

        full = slide(draw, WHITE)
        spared = paled(full).convert("L")
        assert max(across(spared, 130, 61, 400)) < 200
        assert ImageChops.subtract(full, paled(full)).crop((61, 100, 401, 130)).getextrema() == ((0, 0),) * 3

    @pytest.mark.parametrize("size", [(1, 1), (3, 2), (5, 500)])
    def test_the_smallest_picture(self, size: tuple[int, int]) -> None:
        assert paled(Image.new("RGB", size, PALE)).size == size

    @pytest.mark.parametrize(
        "draw",
        [
            lambda pen: pen.rectangle((61, 61, 700, 300), fill=(240, 240, 240)),  # a tint
            lambda pen: [pen.line((x, 0, x, 659), fill=(238, 238, 238)) for x in range(0, 1180, 60)],
            lambda pen: pen.text((60, 60), "EHLT words", fill="black", font_size=90),
        ],
        ids=["tint", "pattern", "soft edges of letters"],
    )
    def test_what_is_no_outline_gets_none(self, draw: Callable[[ImageDraw.ImageDraw], object]) -> None:
        full = slide(draw, WHITE)
        spared = paled(full)
        assert ImageChops.subtract(full, spared).getextrema() == ((0, 0),) * 3  # nowhere darker
