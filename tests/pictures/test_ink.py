"""How much ink pictures take, real slides and our own, and that no letter is lost for it."""

from pathlib import Path

import pytest
from guide import FINER, Guide
from helpers.pictures import BOX, corner, decoded, ink, prepare_picture, saved
from helpers.school import ROOT, SCHOOL_PAGE, draw_slide
from PIL import Image, ImageChops

from handout.pictures.picture import Finish
from handout.pictures.prepare import prepare_pictures


def mean_ink(paths: list[Path], *, saver: bool, grey: bool = False) -> float:
    pictures = prepare_pictures(paths, Finish(*BOX, saver, grey))
    return sum(ink(decoded(picture)) for picture in pictures) / len(paths)


@pytest.mark.slow
def test_the_saver_halves_the_ink_of_the_real_slides() -> None:
    if not SCHOOL_PAGE.exists():
        pytest.skip("the school's page is not beside this checkout")
    slides = sorted((SCHOOL_PAGE / "images").glob("*.png"))
    assert mean_ink(slides, saver=False) == pytest.approx(0.264, abs=0.005)
    assert mean_ink(slides, saver=True) <= 0.12
    assert mean_ink(slides, saver=True, grey=True) <= 0.125


@pytest.mark.slow
def test_the_saver_prints_our_own_guides_with_no_more_ink_and_white_paper() -> None:
    guides = sorted((ROOT / "images").glob("mims*.png"))
    assert mean_ink(guides, saver=True) <= mean_ink(guides, saver=False)


@pytest.mark.slow
def test_whitened_paper_is_white_and_prints_no_dot(tmp_path: Path) -> None:
    for number in range(1, 4):
        draw_slide(tmp_path / "a.png", number)
        shown = decoded(prepare_picture(tmp_path / "a.png", *BOX, saver=True))
        _, commonest = max(shown.getcolors(shown.width * shown.height))
        assert commonest == (255, 255, 255)


@pytest.mark.slow
def test_smaller_prints_of_our_own_guides_take_no_more_room() -> None:
    guides = sorted((ROOT / "images").glob("mims*.png"))
    three, four = (prepare_pictures(guides, Finish(142, height)) for height in (78, 58))
    assert sum(len(picture.samples) for picture in four) <= sum(len(picture.samples) for picture in three)


@pytest.mark.slow
def test_the_saver_halves_the_ink_of_a_slide_on_a_blue_ground(tmp_path: Path) -> None:
    draw_slide(tmp_path / "a.png", 1)
    assert mean_ink([tmp_path / "a.png"], saver=True) < 0.5 * mean_ink([tmp_path / "a.png"], saver=False)


@pytest.mark.slow
@pytest.mark.parametrize("number", range(1, 9))
def test_the_saver_keeps_every_black_letter_of_our_own_guides(number: int) -> None:
    """A title whose strokes are broad is no coloured area."""
    path = ROOT / "images" / f"mims{number}.png"
    plain, spared = (
        decoded(prepare_picture(path, *BOX, saver=saver)).convert("L").point(lambda value: 255 * (value < 40))
        for saver in (False, True)
    )
    lost = ImageChops.subtract(plain, spared).histogram()[255]
    assert lost <= 0.005 * plain.histogram()[255]


@pytest.mark.slow
@pytest.mark.parametrize("grey", [False, True])
@pytest.mark.parametrize("size", [33, 36, 48])
def test_the_saver_keeps_a_title_in_large_type_black(tmp_path: Path, size: float, grey: bool) -> None:
    """Of a colour that covers as much as a panel."""
    guide = Guide()
    guide.text(8, 10, "Self-Service Password\nReset Service", size, bold=True, leading=1.15)
    path = saved(tmp_path, guide.image.reduce(FINER))
    plain, spared = (
        decoded(prepare_picture(path, *BOX, **finish)).convert("L").point(lambda value: 255 * (value < 40))
        for finish in ({}, {"saver": True, "grey": grey})
    )
    lost = ImageChops.subtract(plain, spared).histogram()[255]
    assert lost <= 0.005 * plain.histogram()[255]


@pytest.mark.slow
def test_grey_and_saver_go_together(tmp_path: Path) -> None:
    draw_slide(tmp_path / "a.png", 1)
    picture = prepare_picture(tmp_path / "a.png", *BOX, saver=True, grey=True)
    assert picture.colours == "L"
    assert corner(picture) == (255, 255, 255)


@pytest.mark.parametrize("saver", [False, True])
def test_a_picture_of_few_colours_can_be_spared_and_greyed(tmp_path: Path, saver: bool) -> None:
    image = Image.new("P", (300, 200), 0)
    image.putpalette([157, 186, 244])
    picture = prepare_picture(saved(tmp_path, image), *BOX, saver=saver, grey=True)
    assert picture.colours == "L"
    assert (corner(picture) == (255, 255, 255)) is saver
