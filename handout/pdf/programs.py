"""The font program of a face: only the outlines of glyphs that a document uses."""

import re
import zlib
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import uharfbuzz as harfbuzz

from handout.typesetting import EM, Face

# Tables a PDF has no use for: it places glyphs by number (ISO 32000-1, 9.9).
_UNUSED_TABLES = ("BASE", "GDEF", "GPOS", "GSUB", "OS/2", "STAT", "cmap", "gasp", "name", "post")
_CHARSET = b"\x0f"  # operator of a CFF program: the charset's place, before it as a number of four bytes
_CHARSET_PLACE = re.compile(b"\x1d[\0-\xff]{4}" + _CHARSET)
_SYMBOLIC = 4  # ISO 32000-1, table 123: the glyphs have their own numbers


class Program(NamedTuple):
    """The program, and the words by which a PDF knows its kind."""

    name: str
    data: bytes
    keys: str
    kind: str
    font_kind: str
    glyph_map: str = ""


def keeps_numbers(face: Face) -> bool:
    """Whether glyphs keep their numbers in the file: those of TrueType do, those of CFF are numbered from 1.

    A font of 65,535 glyphs would keep a hundred kilobytes of empty ones.
    """
    return "glyf" in face.font.face.table_tags


def make_program(face: Face, numbers: Mapping[int, int]) -> Program:
    """The glyphs of a face under their numbers in the file.

    Without hinting, which is for coarse screens and takes half of the program.
    """
    wish, flags = harfbuzz.SubsetInput(), harfbuzz.SubsetFlags
    wish.glyph_set.update(numbers)
    wish.drop_table_tag_set.update(int.from_bytes(tag.encode()) for tag in _UNUSED_TABLES)
    wish.flags = flags.NO_HINTING | flags.NO_LAYOUT_CLOSURE
    if face.weight:
        wish.pin_all_axes_to_default(face.font.face)
        wish.pin_axis_location(face.font.face, "wght", face.weight)
    if keeps_numbers(face):
        wish.flags |= flags.RETAIN_GIDS
        data: bytes = harfbuzz.subset(face.font.face, wish).blob.data
        kinds = (f"/Length1 {len(data)}", "FontFile2", "CIDFontType2", "/CIDToGIDMap/Identity")
    else:
        wish.flags |= flags.DOWNGRADE_CFF2
        outlines: bytes = harfbuzz.subset(face.font.face, wish).reference_table("CFF ").data
        data = _numbered(outlines, [number for _, number in sorted(numbers.items())])
        kinds = ("/Subtype/CIDFontType0C", "FontFile3", "CIDFontType0", "")
    family = face.path.name.partition("[")[0].partition(".")[0]
    name = f"{family}-{face.weight}" if face.weight else family
    return Program(f"/{_subset_tag(data)}+{name}", data, *kinds)


def _numbered(program: bytes, numbers: Sequence[int]) -> bytes:
    """A CFF program whose glyphs have these numbers, by a charset behind its end (Adobe Technical Note 5176, 13)."""
    charset = b"\0" + b"".join(number.to_bytes(2) for number in numbers)
    place = b"\x1d" + len(program).to_bytes(4) + _CHARSET
    return _CHARSET_PLACE.sub(place.replace(b"\\", rb"\\"), program, count=1) + charset


def descriptor(face: Face) -> str:
    """What a PDF says of a face besides its program (ISO 32000-1, 9.8)."""
    font, tags = face.font, harfbuzz.StyleTag
    extents = font.get_font_extents("ltr")
    cap_height = font.get_metric_position_with_fallback(harfbuzz.OTMetricsTag.CAP_HEIGHT)
    slant, weight = font.get_style_value(tags.SLANT_ANGLE), font.get_style_value(tags.WEIGHT)
    head = font.face.reference_table("head").data
    box = [int.from_bytes(head[place : place + 2], signed=True) for place in range(36, 44, 2)]
    edges = " ".join(str(round(edge * EM / font.face.upem)) for edge in box)
    return (
        f"/Flags {_SYMBOLIC}/FontBBox[{edges}]/ItalicAngle {slant:g}/Ascent {extents.ascender}"
        f"/Descent {extents.descender}/CapHeight {cap_height}/StemV {50 + int((weight / 65) ** 2)}"
    )


def _subset_tag(program: bytes) -> str:
    """Six letters that name the subset (ISO 32000-1, 9.6.4), made from its bytes so that they repeat."""
    digest = zlib.crc32(program)
    return "".join(chr(ord("A") + digest // 26**place % 26) for place in range(6))
