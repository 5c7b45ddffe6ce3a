"""What the faces can draw, and what of them goes into a file."""

import pytest

from handout.pdf.file import PdfFile
from handout.pdf.fonts import FontSet
from handout.typesetting.faces import Face, missing_characters


def test_names_of_singapore_can_be_drawn() -> None:
    assert missing_characters("TAN MEI LING S/O D/O née O’Neil, Zoë @ Ångström-Łukasz (“x”)") == ""


@pytest.mark.parametrize(
    ("text", "missing"), [("Nguyễn", "ễ"), ("陈大文 陈", "陈大文"), ("Ann\u200b", "\u200b"), ("😀", "😀")]
)
def test_what_cannot_be_drawn_is_named_once(text: str, missing: str) -> None:
    assert missing_characters(text) == missing


def test_a_letter_without_a_glyph_is_refused_rather_than_boxed() -> None:
    with pytest.raises(ValueError, match=r"U\+9648"):
        FontSet().encode(Face.REGULAR, "陈")


def test_a_letter_that_comes_after_the_fonts_are_written_is_refused() -> None:
    fonts = FontSet()
    fonts.encode(Face.REGULAR, "abc")
    fonts.embed(PdfFile())
    fonts.encode(Face.REGULAR, "cab")
    for face in (Face.REGULAR, Face.BOLD):
        with pytest.raises(ValueError, match="before they were embedded"):
            fonts.encode(face, "d")


def test_more_than_256_letters_stay_in_one_font() -> None:
    fonts = FontSet()
    letters = "".join(letter for letter in Face.REGULAR.widths if letter.isprintable())
    assert len(letters) > 256
    codes = fonts.encode(Face.REGULAR, letters).strip("<>")
    assert len(codes) == 4 * len(letters)
    assert fonts.encode(Face.REGULAR, letters[0]) == f"<{codes[:4]}>"


def test_a_no_break_space_is_drawn_as_a_space() -> None:
    fonts = FontSet()
    assert fonts.encode(Face.REGULAR, "a b") == fonts.encode(Face.REGULAR, "a\u00a0b")
