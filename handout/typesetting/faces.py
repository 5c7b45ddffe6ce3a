"""The typefaces: what each can draw, how wide it is, and how its letters are kerned."""

from collections.abc import Iterable
from enum import Enum
from functools import cache, cached_property
from itertools import pairwise
from pathlib import Path
from typing import Any

import fontpkg_atkinson_hyperlegible
import fontpkg_ibm_plex_mono
import uharfbuzz as harfbuzz

EM = 1000  # all measures of a face are in thousandths of the type size

# Straight from their packages: fontpkg's own search of all that is installed takes longer than a page.
_TEXT = fontpkg_atkinson_hyperlegible.ROOT / "files"
_TYPED = fontpkg_ibm_plex_mono.ROOT / "files"

_DRAWN_AS = {"\u00a0": " ", "\u2010": "-", "\u2011": "-"}  # no-break space, hyphen, no-break hyphen

# Tables a PDF has no use for: it places glyphs by number (ISO 32000-1, 9.9).
_UNUSED_TABLES = ("GDEF", "GPOS", "GSUB", "OS/2", "cmap", "gasp", "name", "post")


class Face(Enum):
    """One cut of a family, by its file."""

    REGULAR = _TEXT / "AtkinsonHyperlegible-Regular.ttf"
    BOLD = _TEXT / "AtkinsonHyperlegible-Bold.ttf"
    ITALIC = _TEXT / "AtkinsonHyperlegible-Italic.ttf"
    BOLD_ITALIC = _TEXT / "AtkinsonHyperlegible-BoldItalic.ttf"
    TYPED = _TYPED / "IBMPlexMono-Medium.ttf"

    @property
    def path(self) -> Path:
        path: Path = self.value
        return path

    @cached_property
    def glyphs(self) -> dict[str, int]:
        """The number of the glyph that draws each character."""
        font = self._font
        glyphs = {chr(code): font.get_nominal_glyph(code) for code in font.face.unicodes}
        return glyphs | {letter: glyphs[plain] for letter, plain in _DRAWN_AS.items()}

    @cached_property
    def widths(self) -> dict[str, int]:
        """Advance width of every character."""
        return {letter: self.advance(glyph) for letter, glyph in self.glyphs.items()}

    @cached_property
    def kerning(self) -> "_Kerning":
        """How much closer (below zero) the second of two characters stands than its neighbour's width says."""
        return _Kerning(self)

    def advance(self, glyph: int) -> int:
        width: int = self._font.get_glyph_h_advance(glyph)
        return width

    def width(self, text: str, size: float, spacing: float = 0) -> float:
        """Width of a line of text in points; `spacing` is added after every letter but the last."""
        letters = sum(map(self.widths.__getitem__, text))
        kerns = sum(map(self.kerning.__getitem__, pairwise(text)))
        return (letters + kerns) * size / EM + spacing * max(len(text) - 1, 0)

    def shape(self, text: str) -> Any:
        """The text as HarfBuzz sets it: a buffer of glyphs and their places."""
        buffer = harfbuzz.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        harfbuzz.shape(self._font, buffer)
        return buffer

    def subset(self, glyphs: Iterable[int]) -> bytes:
        """The font program with these glyphs alone, under their numbers in the face.

        Without hinting: it is for screens of few dots, and half of the program.
        """
        wish = harfbuzz.SubsetInput()
        wish.glyph_set.update(glyphs)
        wish.drop_table_tag_set.update(int.from_bytes(tag.encode()) for tag in _UNUSED_TABLES)
        flags = harfbuzz.SubsetFlags
        wish.flags = flags.RETAIN_GIDS | flags.NO_HINTING | flags.NO_LAYOUT_CLOSURE
        program: bytes = harfbuzz.subset(self._font.face, wish).blob.data
        return program

    @cached_property
    def descriptor(self) -> str:
        """What a PDF says of the face beside its program (ISO 32000-1, 9.8)."""
        font, tags = self._font, harfbuzz.OTMetricsTag
        extents = font.get_font_extents("ltr")
        cap_height = font.get_metric_position_with_fallback(tags.CAP_HEIGHT)
        slant = font.get_style_value(harfbuzz.StyleTag.SLANT_ANGLE)
        weight = font.get_style_value(harfbuzz.StyleTag.WEIGHT)
        head = font.face.reference_table("head").data
        box = [int.from_bytes(head[place : place + 2], signed=True) for place in range(36, 44, 2)]
        edges = " ".join(str(round(edge * EM / font.face.upem)) for edge in box)
        return (
            f"/Flags {_SYMBOLIC}/FontBBox[{edges}]/ItalicAngle {slant:g}/Ascent {extents.ascender}"
            f"/Descent {extents.descender}/CapHeight {cap_height}/StemV {50 + int((weight / 65) ** 2)}"
        )

    @cached_property
    def _font(self) -> Any:
        font = harfbuzz.Font(harfbuzz.Face(harfbuzz.Blob.from_file_path(str(self.path))))
        font.scale = (EM, EM)
        return font


_SYMBOLIC = 4  # ISO 32000-1, table 123: the glyphs go by numbers of their own


class _Kerning(dict[tuple[str, str], int]):
    """Pairs of characters, each asked of HarfBuzz once: a class has few hundred different ones."""

    def __init__(self, face: Face) -> None:
        super().__init__()
        self._face = face

    def __missing__(self, pair: tuple[str, str]) -> int:
        face = self._face
        buffer = face.shape("".join(pair))
        # Where two letters do not stay two glyphs, or one of them is invisible, nothing is kerned.
        is_pair = [info.codepoint for info in buffer.glyph_infos] == [face.glyphs[letter] for letter in pair]
        kern = buffer.glyph_positions[0].x_advance - face.widths[pair[0]] if is_pair else 0
        self[pair] = kern
        return kern


@cache
def _drawable() -> frozenset[str]:
    """Characters that every face has: then no emphasis can lose one."""
    faces = [face.glyphs.keys() for face in Face]
    return frozenset(faces[0]).intersection(*faces[1:]) - {"\r", "\uffff"}


def missing_characters(text: str) -> str:
    """Characters of a text that cannot be printed, each once, in order; "" when all can be."""
    drawable = _drawable()
    if drawable.issuperset(text):
        return ""
    return "".join(dict.fromkeys(letter for letter in text if letter not in drawable))
