"""What is cut from a typeface changes nothing that is printed."""

from pathlib import Path

import pytest
import uharfbuzz as harfbuzz

from handout.lite.typefaces import is_of_many_widths, without_widths
from handout.typesetting import Face

pytestmark = pytest.mark.slow


def at_weight(data: bytes, weight: int) -> bytes:
    """The typeface of this weight and usual width: every letter, its ligatures, its kerning."""
    face = harfbuzz.Face(data)
    wish = harfbuzz.SubsetInput()
    wish.unicode_set.update(face.unicodes)
    wish.pin_all_axes_to_default(face)
    wish.pin_axis_location(face, "wght", weight)
    program: bytes = harfbuzz.subset(face, wish).blob.data
    return program


@pytest.mark.parametrize(
    "face", [Face.NOTO, Face.NOTO_BOLD, Face.NOTO_ITALIC, Face.NOTO_BOLD_ITALIC, Face.TAMIL]
)
def test_every_glyph_of_every_weight_is_the_same(face: Face, tmp_path: Path) -> None:
    whole = face.path.read_bytes()
    assert is_of_many_widths(face.path.name)
    cut = without_widths(whole, tmp_path)
    assert len(cut) < 0.7 * len(whole)
    assert face.weight
    assert at_weight(cut, face.weight) == at_weight(whole, face.weight)


def test_a_typeface_of_one_width_is_left_alone() -> None:
    assert not is_of_many_widths(Face.REGULAR.path.name)
