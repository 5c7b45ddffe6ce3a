"""The pages look as they were signed; the comparator sees what a person would."""

import pytest
from helpers.appearance import MOST_DIFFERENT, REFERENCES, difference, drawn, pages
from PIL import Image, ImageChops, ImageDraw

PAGES = pages()


@pytest.mark.slow
@pytest.mark.parametrize("name", PAGES)
def test_a_page_looks_as_it_was_signed(name: str) -> None:
    page = drawn(*PAGES[name]())
    assert difference(page, Image.open(REFERENCES / f"{name}.png")) <= MOST_DIFFERENT


@pytest.mark.slow
class TestComparator:
    @pytest.fixture
    def page(self) -> Image.Image:
        return Image.open(REFERENCES / "sheet.png")

    def test_sees_no_difference_in_the_edges_of_letters(self, page: Image.Image) -> None:
        softer = page.point([min(255, level + 12) for level in range(256)])
        assert difference(page, softer) <= MOST_DIFFERENT

    def test_sees_a_missing_line_to_write_on(self, page: Image.Image) -> None:
        changed = page.copy()
        row = next(
            y for y in range(100, 200) if sum(page.getpixel((x, y)) < 140 for x in range(120, 360)) > 200
        )
        ImageDraw.Draw(changed).rectangle((110, row - 1, 370, row + 1), fill=255)
        assert difference(page, changed) > MOST_DIFFERENT

    def test_sees_a_missing_word(self, page: Image.Image) -> None:
        changed = page.copy()
        ImageDraw.Draw(changed).rectangle((40, 45, 130, 75), fill=255)
        assert difference(page, changed) > MOST_DIFFERENT

    def test_sees_a_page_moved_by_two_millimetres(self, page: Image.Image) -> None:
        assert difference(page, ImageChops.offset(page, 4, 0)) > MOST_DIFFERENT

    def test_sees_another_size(self, page: Image.Image) -> None:
        assert difference(page, page.crop((0, 0, 100, 100))) == 1
