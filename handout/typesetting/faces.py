"""The typefaces: what they can draw, and how wide it is."""

import threading
from enum import Enum
from functools import cache, cached_property

import fontpkg_atkinson_hyperlegible
import fontpkg_ibm_plex_mono
from reportlab.pdfbase.ttfonts import TTFontFile

# Straight from their packages: fontpkg's own search of all that is installed takes longer than a page.
_TEXT = fontpkg_atkinson_hyperlegible.ROOT / "files"
_TYPED = fontpkg_ibm_plex_mono.ROOT / "files"

# A font file is read at its own position: two threads in one file would read each other's bytes.
_reading = threading.Lock()


class Face(Enum):
    """One cut of a family, by its file."""

    REGULAR = _TEXT / "AtkinsonHyperlegible-Regular.ttf"
    BOLD = _TEXT / "AtkinsonHyperlegible-Bold.ttf"
    ITALIC = _TEXT / "AtkinsonHyperlegible-Italic.ttf"
    BOLD_ITALIC = _TEXT / "AtkinsonHyperlegible-BoldItalic.ttf"
    TYPED = _TYPED / "IBMPlexMono-Medium.ttf"

    @cached_property
    def file(self) -> TTFontFile:
        return TTFontFile(str(self.value))

    @cached_property
    def widths(self) -> dict[str, float]:
        """Advance width of every character the face has, in thousandths of the size."""
        return {
            chr(code): self.file.charWidths.get(code, self.file.defaultWidth)
            for code, glyph in self.file.charToGlyph.items()
            if glyph
        }

    def subset(self, letters: list[str]) -> bytes:
        """The font program with these letters alone, as glyphs 1, 2 and so on."""
        with _reading:
            program: bytes = self.file.makeSubset([ord(letter) for letter in letters])
        return program

    def width(self, text: str, size: float, spacing: float = 0) -> float:
        """Width of a line of text in points; `spacing` is added after every letter but the last."""
        return sum(map(self.widths.__getitem__, text)) * size / 1000 + spacing * max(len(text) - 1, 0)


@cache
def _drawable() -> frozenset[str]:
    """Characters that every face has: then no emphasis can lose one."""
    faces = [face.widths.keys() for face in Face]
    return frozenset(faces[0]).intersection(*faces[1:]) - {"\r", "\uffff"}


def missing_characters(text: str) -> str:
    """Characters of a text that cannot be printed, each once, in order; "" when all can be."""
    drawable = _drawable()
    if drawable.issuperset(text):
        return ""
    return "".join(dict.fromkeys(letter for letter in text if letter not in drawable))
