"""The guides that the repository draws itself."""

from collections.abc import Callable
from pathlib import Path

import draw_guides
import guide
import pytest
from guide import HEIGHT, Guide
from helpers.pictures import BOX, decoded, ink, prepare_picture
from helpers.school import ROOT
from PIL import Image, ImageChops

from handout.theme import SMALL_PICTURE


@pytest.mark.slow
@pytest.mark.parametrize("number", range(1, 9))
def test_our_own_guides_are_drawn_for_paper(number: int) -> None:
    path = ROOT / "images" / f"mims{number}.png"
    picture = prepare_picture(path, *BOX)
    assert (picture.width, picture.height) == (1677, 938)
    assert picture.width / picture.height == pytest.approx(1180 / 660, abs=0.002)
    assert picture.dpi == pytest.approx(300, abs=4)
    assert ink(decoded(picture)) < 0.1
    assert decoded(picture).getpixel((3, 3)) == (255, 255, 255)
    assert path.stat().st_size < 100_000


@pytest.fixture
def sizes(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The sizes of all type that a guide is drawn with, in points."""
    found: list[float] = []
    font: Callable = Guide.font

    def noted(drawn: object, size: float, **style: bool) -> object:
        found.append(size)
        return font(drawn, size, **style)

    monkeypatch.setattr(Guide, "font", noted)
    return found


@pytest.mark.slow
def test_the_guides_are_what_their_script_draws_in_no_text_under_11_pt(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, sizes: list[float]
) -> None:
    monkeypatch.setattr(guide, "FOLDER", tmp_path)
    draw_guides.main()
    assert min(sizes) >= 11
    for number in range(1, 9):
        ours, drawn = (
            Image.open(folder / f"mims{number}.png").convert("RGB").reduce(4)  # one letter still tells
            for folder in (ROOT / "images", tmp_path)
        )
        assert max(high for _, high in ImageChops.difference(ours, drawn).getextrema()) < 48


@pytest.mark.slow
@pytest.mark.parametrize("name", ["cover", "thanks"])
def test_what_is_printed_small_has_type_of_7_pt_there(sizes: list[float], name: str) -> None:
    getattr(draw_guides, name)(Guide())
    assert min(sizes) * SMALL_PICTURE / HEIGHT >= 7
