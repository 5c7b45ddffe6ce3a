"""What the faces can draw, how wide it is, how close two letters stand."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handout.typesetting.faces import Face, missing_characters

TEXT_FACES = [face for face in Face if face is not Face.TYPED]
# Not those that are set otherwise than letter by letter: marks that are put on a letter, stand-ins.
LETTERS = [
    letter
    for letter in sorted(Face.REGULAR.glyphs)
    if letter.isprintable() and not unicodedata.combining(letter) and letter not in "\u2010\u2011"
]


def test_names_of_singapore_can_be_drawn() -> None:
    assert missing_characters("TAN MEI LING S/O D/O née O’Neil, Zoë @ Ångström-Łukasz (“x”)") == ""


@pytest.mark.parametrize(
    ("text", "missing"), [("Nguyễn", "ễ"), ("陈大文 陈", "陈大文"), ("Ann\u200b", "\u200b"), ("😀", "😀")]
)
def test_what_cannot_be_drawn_is_named_once(text: str, missing: str) -> None:
    assert missing_characters(text) == missing


@pytest.mark.parametrize("face", list(Face))
def test_letter_spacing_stands_between_letters(face: Face) -> None:
    assert face.width("ab", 10, 2) == pytest.approx(face.width("ab", 10) + 2)


def test_a_name_in_capitals_is_kerned() -> None:
    assert Face.BOLD.width("AVA TAY WAI RAYYAN", 18) == pytest.approx(192.24)


def test_what_is_typed_is_as_wide_as_its_letters() -> None:
    assert Face.TYPED.width("ava_tay_1", 10) == pytest.approx(9 * Face.TYPED.width("m", 10))


@given(st.text(LETTERS, min_size=1), st.sampled_from(TEXT_FACES))
def test_pairs_add_up_to_what_harfbuzz_makes_of_the_whole(text: str, face: Face) -> None:
    whole = sum(place.x_advance for place in face.shape(text).glyph_positions)
    assert face.width(text, 1000) == pytest.approx(whole)


@given(st.text(LETTERS), st.text(LETTERS), st.sampled_from(TEXT_FACES))
def test_words_are_not_kerned_across_a_space(before: str, after: str, face: Face) -> None:
    """So a line is as wide as its words and spaces."""
    apart = sum(face.width(piece, 1000) for piece in (before, " ", after))
    assert face.width(f"{before} {after}", 1000) == pytest.approx(apart)
