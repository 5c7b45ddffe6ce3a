"""The typefaces: what each can draw, how wide it is, how its letters are kerned and shaped."""

import unicodedata
from collections.abc import Sequence
from enum import Enum
from functools import cached_property, lru_cache
from importlib.util import find_spec
from itertools import groupby, pairwise
from pathlib import Path
from typing import Any, Generic, NamedTuple, TypeVar

import uharfbuzz as harfbuzz

from handout.typesetting.letters import is_shaped, visible

EM = 1000  # all measures of a face are in thousandths of the type size
END = "\0"  # follows the last letter of a text
KEPT_RUNS = 256  # a shaped name is measured and drawn one after the other
_DRAWN_AS = {"\u00a0": " ", "\u2010": "-", "\u2011": "-"}  # no-break space, hyphen, no-break hyphen
_NOTHING = "\u200b"  # of a glyph beside one that stands for all the letters (zero width space)
# Ligatures that a script can do without: a reader that turns Arabic round turns their letters too.
_FEATURES = {"liga": False, "clig": False}
_PLAIN = str.maketrans(_DRAWN_AS)
Asked = TypeVar("Asked")
Told = TypeVar("Told")


class _Cut(NamedTuple):
    """Where a face is: its package, its file, and in a file of many its weight or its number."""

    package: str
    file: str
    weight: int = 0
    number: int = 0


_ATKINSON = "fontpkg_atkinson_hyperlegible"
_NOTO = "fontpkg_noto_sans"
_TAMIL = "fontpkg_noto_sans_tamil"
_ARABIC = "fontpkg_ibm_plex_sans_arabic"  # a glyph for each letter; others draw dots apart, and readers cannot find the letter again
_CHINESE = "manimgx_fonts_cjk"
_SIMPLIFIED = 2  # of the five editions in one file: Japanese, Korean, Chinese of Singapore, Taiwan, Hong Kong


class Face(Enum):
    """One cut of a family."""

    REGULAR = _Cut(_ATKINSON, "files/AtkinsonHyperlegible-Regular.ttf")
    BOLD = _Cut(_ATKINSON, "files/AtkinsonHyperlegible-Bold.ttf")
    ITALIC = _Cut(_ATKINSON, "files/AtkinsonHyperlegible-Italic.ttf")
    BOLD_ITALIC = _Cut(_ATKINSON, "files/AtkinsonHyperlegible-BoldItalic.ttf")
    TYPED = _Cut("fontpkg_ibm_plex_mono", "files/IBMPlexMono-Medium.ttf")
    NOTO = _Cut(_NOTO, "files/NotoSans[wdth,wght].ttf", 400)
    NOTO_BOLD = _Cut(_NOTO, "files/NotoSans[wdth,wght].ttf", 700)
    NOTO_ITALIC = _Cut(_NOTO, "files/NotoSans-Italic[wdth,wght].ttf", 400)
    NOTO_BOLD_ITALIC = _Cut(_NOTO, "files/NotoSans-Italic[wdth,wght].ttf", 700)
    TAMIL = _Cut(_TAMIL, "files/NotoSansTamil[wdth,wght].ttf", 400)
    TAMIL_BOLD = _Cut(_TAMIL, "files/NotoSansTamil[wdth,wght].ttf", 700)
    ARABIC = _Cut(_ARABIC, "files/IBMPlexSansArabic-Regular.ttf")
    ARABIC_BOLD = _Cut(_ARABIC, "files/IBMPlexSansArabic-Bold.ttf")
    CHINESE = _Cut(_CHINESE, "NotoSansCJK-VF.otf.ttc", 400, _SIMPLIFIED)
    CHINESE_BOLD = _Cut(_CHINESE, "NotoSansCJK-VF.otf.ttc", 700, _SIMPLIFIED)

    @cached_property
    def is_installed(self) -> bool:
        return find_spec(self.value.package) is not None

    @cached_property
    def path(self) -> Path:
        """Its file, straight from the package: fontpkg's own search of all that is installed takes longer than a page."""
        spec = find_spec(self.value.package)
        if not spec or not spec.origin:
            raise FileNotFoundError(self.value.package)
        return Path(spec.origin).parent / self.value.file

    @property
    def weight(self) -> int:
        """Of a face that is one weight of a variable font; else 0."""
        return int(self.value.weight)

    @property
    def is_tall(self) -> bool:
        """Whether it draws signs above and below letters: all do but those at the head of a chain, and Chinese."""
        return self.value.package in {_NOTO, _TAMIL, _ARABIC}

    @cached_property
    def glyphs(self) -> dict[str, int]:
        """The number of the glyph that draws each character, asked for once."""
        return _Glyphs(self)

    @cached_property
    def letters(self) -> frozenset[str]:
        """What it can draw; nothing where its package is not installed."""
        if not self.is_installed:
            return frozenset()
        return visible(map(chr, self.font.face.unicodes)).union(_DRAWN_AS)

    @cached_property
    def simple(self) -> frozenset[str]:
        """Letters that are set one after the other, with no more than kerning."""
        return frozenset(letter for letter in self.letters if not is_shaped(letter))

    @cached_property
    def steps(self) -> dict[tuple[str, str], int]:
        """How far it is from the beginning of one character to that of the next, or to the END of the text."""
        return _Steps(self)

    @cached_property
    def reaches(self) -> dict[int, tuple[int, int]]:
        """How far the ink of each glyph reaches above its baseline, and how far below it."""
        return _Reaches(self)

    def width(self, text: str, size: float) -> float:
        """Width of a line of text in points, without letter-spacing."""
        if self.simple.issuperset(text):
            ems = sum(map(self.steps.__getitem__, pairwise(f"{text}{END}")))
        else:
            ems = sum(glyph.advance for cluster in self.shape(text) for glyph in cluster.glyphs)
        return ems * size / EM

    def ink(self, text: str) -> tuple[int, int]:
        """How far a text reaches above its baseline, and how far below it."""
        return _ink(self, text)

    def shape(self, text: str) -> tuple["Cluster", ...]:
        """The clusters of a text, from left to right. Raises ValueError for a letter that has none."""
        return _shape(self, text)

    @cached_property
    def font(self) -> Any:
        """The face in HarfBuzz's hands."""
        font = harfbuzz.Font(harfbuzz.Face(harfbuzz.Blob.from_file_path(str(self.path)), self.value.number))
        font.scale = (EM, EM)
        if self.weight:
            font.set_variations({"wght": self.weight})
        return font

    def advance(self, glyph: int) -> int:
        """Width of a glyph."""
        return int(self.font.get_glyph_h_advance(glyph))

    @cached_property
    def letters_of_glyphs(self) -> dict[int, str]:
        """What a glyph stands for, of those that stand for one letter."""
        return {self.glyphs[letter]: letter for letter in sorted(self.letters, reverse=True)}


class Glyph(NamedTuple):
    """A glyph in its place: what it adds to the line, how far it is moved, and what it stands for."""

    number: int
    advance: int
    right: int
    up: int
    text: str


class Cluster(NamedTuple):
    """Letters that are drawn together, and their glyphs from left to right."""

    text: str
    glyphs: tuple[Glyph, ...]


class _OfFace(dict[Asked, Told], Generic[Asked, Told]):
    """The measures of a face, kept once asked: a class needs a few hundred different ones."""

    def __init__(self, face: Face) -> None:
        super().__init__()
        self._face = face


class _Glyphs(_OfFace[str, int]):
    def __missing__(self, letter: str) -> int:
        if letter not in self._face.letters:
            raise ValueError(f"{self._face.name} has no glyph for U+{ord(letter):04X}")
        self[letter] = self._face.font.get_nominal_glyph(ord(_DRAWN_AS.get(letter, letter)))
        return self[letter]


class _Reaches(_OfFace[int, tuple[int, int]]):
    def __missing__(self, glyph: int) -> tuple[int, int]:
        extents = self._face.font.get_glyph_extents(glyph)
        self[glyph] = extents.y_bearing, -extents.y_bearing - extents.height
        return self[glyph]


class _Steps(_OfFace[tuple[str, str], int]):
    def __missing__(self, pair: tuple[str, str]) -> int:
        letter, following = pair
        face = self._face
        step = face.advance(face.glyphs[letter])
        if following != END:
            buffer = _set(face, letter + following)
            # Where two letters do not stay two glyphs, nothing is kerned.
            if [info.codepoint for info in buffer.glyph_infos] == [face.glyphs[part] for part in pair]:
                step = buffer.glyph_positions[0].x_advance
        return self.setdefault(pair, step)


def _set(face: Face, text: str) -> Any:
    """A buffer with the glyphs of a text and their places."""
    buffer = harfbuzz.Buffer()
    buffer.add_str(text.translate(_PLAIN))
    buffer.guess_segment_properties()
    harfbuzz.shape(face.font, buffer, _FEATURES)
    return buffer


@lru_cache(maxsize=KEPT_RUNS)
def _ink(face: Face, text: str) -> tuple[int, int]:
    if face.simple.issuperset(text):
        drawn = [(*face.reaches[face.glyphs[letter]], 0) for letter in text]
    else:
        glyphs = (glyph for cluster in face.shape(text) for glyph in cluster.glyphs)
        drawn = [(*face.reaches[glyph.number], glyph.up) for glyph in glyphs]
    return max(above + up for above, _, up in drawn), max(below - up for _, below, up in drawn)


@lru_cache(maxsize=KEPT_RUNS)
def _shape(face: Face, text: str) -> tuple[Cluster, ...]:
    for letter in text:
        face.glyphs[letter]
    buffer = _set(face, text)
    glyphs = zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
    clusters = [(start, list(part)) for start, part in groupby(glyphs, key=lambda glyph: glyph[0].cluster)]
    starts = sorted(start for start, _ in clusters)
    ends = dict(zip(starts, [*starts[1:], len(text)], strict=True))
    return tuple(_cluster(face, text[start : ends[start]], part) for start, part in clusters)


def _cluster(face: Face, text: str, part: Sequence[tuple[Any, Any]]) -> Cluster:
    """Each glyph stands for the letter that it draws alone, and one that no letter has for the rest of the text.

    A ligature of Arabic letters is one letter in Unicode, and is better so: readers turn two letters round.
    """
    alone = [face.letters_of_glyphs.get(info.codepoint, "") for info, _ in part]
    if len(part) == 1:
        texts = alone if len(text) > 1 and unicodedata.normalize("NFKC", alone[0]) == text else [text]
    else:
        plain = [unicodedata.normalize("NFKC", letter) for letter in alone]
        rest = "".join(letter for letter in text if letter not in plain)
        texts = [letter or rest or _NOTHING for letter in plain]
    return Cluster(
        text,
        tuple(
            Glyph(info.codepoint, place.x_advance, place.x_offset, place.y_offset, stands_for)
            for (info, place), stands_for in zip(part, texts, strict=True)
        ),
    )
