"""How wide the faces draw a text, and how close two letters stand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handout.typesetting.faces import Face

KERNED = [Face.REGULAR, Face.BOLD, Face.ITALIC, Face.BOLD_ITALIC, Face.NOTO_BOLD]
# All but stand-ins: for HarfBuzz a face without a no-break hyphen has none.
LETTERS = sorted(Face.REGULAR.simple & Face.NOTO.simple - set("\u00a0\u2010\u2011"))
EACH = st.text(LETTERS, min_size=1)


def whole(face: Face, text: str) -> float:
    """The width that HarfBuzz gives the text as a whole, in thousandths of the size."""
    return sum(glyph.advance for cluster in face.shape(text) for glyph in cluster.glyphs)


def test_a_name_in_capitals_is_kerned() -> None:
    assert Face.BOLD.width("AVA TAY WAI RAYYAN", 18) == pytest.approx(192.24)


def test_what_is_typed_is_as_wide_as_its_letters() -> None:
    assert Face.TYPED.width("ava_tay_1", 10) == pytest.approx(9 * Face.TYPED.width("m", 10))


@given(EACH, st.sampled_from(KERNED))
def test_pairs_add_up_to_the_whole(text: str, face: Face) -> None:
    assert face.width(text, 1000) == pytest.approx(whole(face, text))


@given(EACH, EACH, st.sampled_from(KERNED))
def test_words_are_not_kerned_across_a_space(before: str, after: str, face: Face) -> None:
    """So a line is as wide as its words and spaces."""
    apart = sum(face.width(piece, 1000) for piece in (before, " ", after))
    assert face.width(f"{before} {after}", 1000) == pytest.approx(apart)


@pytest.mark.parametrize(("face", "text"), [(Face.TAMIL_BOLD, "கவிதா"), (Face.ARABIC, "محمد")])
def test_what_is_shaped_is_as_wide_as_its_glyphs(face: Face, text: str) -> None:
    assert face.width(text, 1000) == whole(face, text)
    assert whole(face, text) != sum(whole(face, letter) for letter in text)


def test_a_letter_with_a_mark_is_as_wide_as_without() -> None:
    assert Face.BOLD.width("n\u0308", 10) == pytest.approx(Face.BOLD.width("n", 10))


def test_a_letter_that_the_face_lacks_has_no_width() -> None:
    for text in ("陈", "n̈陈"):
        with pytest.raises(ValueError, match=r"U\+9648"):
            Face.REGULAR.width(text, 10)


def test_arabic_runs_from_right_to_left() -> None:
    assert "".join(cluster.text for cluster in Face.ARABIC.shape("محمد")) == "دمحم"


def test_tamil_vowels_are_before_their_consonant() -> None:
    (cluster,) = Face.TAMIL.shape("கெ")
    assert [glyph.text for glyph in cluster.glyphs] == ["ெ", "க"]
