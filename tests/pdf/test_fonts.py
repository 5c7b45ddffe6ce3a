"""How text is shown, and what of the faces goes into a file."""

import re

import pytest

from handout.pdf.file import PdfFile
from handout.pdf.fonts import FontSet
from handout.typesetting.faces import Face


def codes(shown: str) -> list[str]:
    """The codes of the letters shown, without the kerns between them."""
    return re.findall("....", "".join(re.findall(r"<(\w*)>", shown)))


def test_a_letter_without_a_glyph_is_refused_rather_than_boxed() -> None:
    with pytest.raises(ValueError, match=r"U\+9648"):
        FontSet().show(Face.REGULAR, "陈")


def test_a_letter_that_comes_after_the_fonts_are_written_is_refused() -> None:
    fonts = FontSet()
    fonts.learn(Face.REGULAR, "abc")
    fonts.embed(PdfFile())
    fonts.show(Face.REGULAR, "cab")
    for face in (Face.REGULAR, Face.BOLD):
        with pytest.raises(ValueError, match="before they were embedded"):
            fonts.show(face, "d")


def test_more_than_256_letters_stay_in_one_font() -> None:
    fonts = FontSet()
    letters = "".join(letter for letter in Face.REGULAR.glyphs if letter.isprintable())
    assert len(letters) > 256
    shown = codes(fonts.show(Face.REGULAR, letters))
    assert len(shown) == len(letters)
    assert codes(fonts.show(Face.REGULAR, letters[0])) == shown[:1]


def test_a_no_break_space_is_drawn_as_a_space() -> None:
    fonts = FontSet()
    assert fonts.show(Face.REGULAR, "a b") == fonts.show(Face.REGULAR, "a\u00a0b")


def test_letters_are_kerned_where_they_stand() -> None:
    """The operand of TJ moves the next letter to the left, in thousandths of the size."""
    ava = FontSet().show(Face.BOLD, "AVA")
    a, v, _ = codes(ava)
    kern = -Face.BOLD.kerning["A", "V"]
    assert kern > 50
    assert ava == f"[<{a}>{kern}<{v}>{-Face.BOLD.kerning['V', 'A']}<{a}>] TJ"


def test_what_is_typed_is_not_kerned() -> None:
    assert FontSet().show(Face.TYPED, "ava_tay").endswith("> Tj")
