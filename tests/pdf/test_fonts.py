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
        FontSet().show(Face.REGULAR, "陈", 12)


def test_a_letter_that_comes_after_the_fonts_are_written_is_refused() -> None:
    fonts = FontSet()
    fonts.learn(Face.REGULAR, "abc")
    fonts.embed(PdfFile())
    fonts.show(Face.REGULAR, "cab", 12)
    for face in (Face.REGULAR, Face.BOLD):
        with pytest.raises(ValueError, match="before the fonts were embedded"):
            fonts.show(face, "d", 12)


def test_more_than_256_letters_stay_in_one_font() -> None:
    fonts = FontSet()
    letters = "".join(sorted(Face.REGULAR.simple - {"\u00a0"}))
    assert len(letters) > 256
    shown = codes(fonts.show(Face.REGULAR, letters, 12))
    assert len(shown) == len(letters)
    assert codes(fonts.show(Face.REGULAR, letters[0], 12)) == shown[:1]


def test_a_no_break_space_is_drawn_as_a_space() -> None:
    fonts = FontSet()
    assert fonts.show(Face.REGULAR, "a b", 12) == fonts.show(Face.REGULAR, "a\u00a0b", 12)


def test_letters_are_kerned_in_their_place() -> None:
    """The operand of TJ moves the next letter to the left, in thousandths of the size."""
    ava = FontSet().show(Face.BOLD, "AVA", 12)
    a, v, _ = codes(ava)
    assert ava == f"[<{a}>89<{v}>67<{a}>] TJ"


def test_what_is_typed_is_not_kerned() -> None:
    assert FontSet().show(Face.TYPED, "ava_tay", 12).endswith("> Tj")


def test_a_mark_is_put_on_its_letter() -> None:
    """Moved by numbers of TJ, and raised by Ts, after which the pen is where it was."""
    shown = FontSet().show(Face.ITALIC, "d\u0302", 10)
    assert len(codes(shown)) == 2
    assert re.search(r"[\d.]+ Ts \[-?\d+<\w{4}>-?\d+\] TJ 0 Ts$", shown)


def test_letters_are_given_where_shaping_reorders_them() -> None:
    shown = FontSet().show(Face.TAMIL, "கெ", 12)
    assert shown.startswith("/Span <</Lang(ta)>> BDC /Span <</ActualText<FEFF0B950BC6>>> BDC ")
    assert shown.endswith(" EMC EMC")
    assert "ActualText" not in FontSet().show(Face.ARABIC, "محمد", 12)


def test_a_shaped_name_that_comes_after_the_fonts_are_written_is_refused() -> None:
    fonts = FontSet()
    fonts.learn(Face.TAMIL, "கவிதா")
    fonts.embed(PdfFile())
    fonts.show(Face.TAMIL, "கவிதா", 12)
    with pytest.raises(ValueError, match="before the fonts were embedded"):
        fonts.show(Face.TAMIL, "சுரேஷ்", 12)
