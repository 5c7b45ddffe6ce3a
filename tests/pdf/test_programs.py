"""The font programs in a file: only what is used, drawn as in the face, under the numbers the file says."""

import io

import pytest
import uharfbuzz
from fontTools.cffLib import CFFFontSet

from handout.pdf.programs import keeps_numbers, make_program
from handout.typesetting.faces import Face


def test_glyphs_of_truetype_keep_their_numbers() -> None:
    glyphs = {Face.BOLD.glyphs[letter]: Face.BOLD.glyphs[letter] for letter in "AÅ"}
    program = make_program(Face.BOLD, glyphs)
    assert keeps_numbers(Face.BOLD)
    font = uharfbuzz.Font(uharfbuzz.Face(program.data))
    for glyph in glyphs:
        assert font.get_glyph_extents(glyph) == Face.BOLD.font.get_glyph_extents(glyph)
    assert font.get_glyph_extents(Face.BOLD.glyphs["B"]).width == 0
    assert len(program.data) < 3000


def test_a_weight_of_a_variable_font_is_drawn_in_that_weight() -> None:
    glyph = Face.NOTO_BOLD.glyphs["ễ"]
    bold, regular = (
        uharfbuzz.Font(uharfbuzz.Face(make_program(face, {glyph: glyph}).data)).get_glyph_extents(glyph)
        for face in (Face.NOTO_BOLD, Face.NOTO)
    )
    assert bold.width > regular.width
    assert "NotoSans-700" in make_program(Face.NOTO_BOLD, {glyph: glyph}).name


def test_glyphs_of_cff_get_the_numbers_of_the_file() -> None:
    first, second = (Face.CHINESE.glyphs[letter] for letter in "张伟")
    assert first > second
    program = make_program(Face.CHINESE, {first: 1, second: 2})
    fonts = CFFFontSet()
    fonts.decompile(io.BytesIO(program.data), None)
    assert fonts[0].charset == [".notdef", "cid00002", "cid00001"]
    assert len(program.data) < 2000


@pytest.mark.slow
@pytest.mark.parametrize("face", list(Face))
def test_the_same_glyphs_are_the_same_bytes(face: Face) -> None:
    numbers = {face.glyphs["-"]: face.glyphs["-"] if keeps_numbers(face) else 1}
    assert make_program(face, numbers) == make_program(face, numbers)
