"""The typefaces in a file: which letter each code stands for, how wide it is, and whether its shape is that letter's."""

import importlib.util
import pkgutil
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import uharfbuzz as harfbuzz

_CHARS = re.compile(rb"beginbfchar(.*?)endbfchar", re.DOTALL)
_RANGES = re.compile(rb"beginbfrange(.*?)endbfrange", re.DOTALL)
_HEX = re.compile(rb"<([0-9A-Fa-f\s]*)>")
_RANGE = re.compile(rb"<(\w+)>\s*<(\w+)>\s*(?:<(\w+)>|\[(.*?)\])", re.DOTALL)
_PACKAGES = ("fontpkg_", "manimgx_fonts")  # how the names of packages with typefaces begin
_WEIGHT = re.compile(r"(.+)-(\d{3})")
_ONE_FACE = {".otf", ".ttf"}  # not a collection, whose letters are beyond those that are compared
_MANY_SHAPES = "\u0590"  # from here on are scripts whose letters are drawn in many ways
_ROUNDED = 1.5  # units of the design: how far an outline of a variable face may differ
# What is drawn with the shape of another letter.
_SHAPED_AS = {"\u00a0": " ", "\u2010": "-", "\u2011": "-"}


@dataclass(frozen=True, slots=True)
class Typeface:
    """One typeface of a file. `letters` and `widths` (thousandths of the size) are by code."""

    letters: Mapping[int, str]
    widths: Mapping[int, float]
    fault: str


def read_typeface(font: Any) -> Typeface:
    """Raises KeyError where it is embedded in another way than ours."""
    descendant = font["/DescendantFonts"][0].get_object()
    letters = dict(_letters(font["/ToUnicode"].get_data()))
    plain = (
        font["/Subtype"] == "/Type0"
        and font["/Encoding"] == "/Identity-H"
        and descendant.get("/CIDToGIDMap", "/Identity") == "/Identity"
    )
    widths = dict(_widths(descendant))
    is_true = plain and widths.keys() >= letters.keys() and _shapes_are_true(descendant, letters, widths)
    return Typeface(letters, widths, "" if is_true else "letters that are not what they seem")


def _letters(table: bytes) -> Iterator[tuple[int, str]]:
    """The letter of each code by the file's own table (ToUnicode)."""
    for block in _CHARS.findall(table):
        texts = _HEX.findall(block)
        yield from ((int(code, 16), _text(text)) for code, text in zip(texts[::2], texts[1::2], strict=True))
    for block in _RANGES.findall(table):
        for low, high, first, several in _RANGE.findall(block):
            codes = range(int(low, 16), int(high, 16) + 1)
            if several:
                yield from zip(codes, map(_text, _HEX.findall(several)), strict=True)
            else:
                start = _text(first)
                yield from ((code, start[:-1] + chr(ord(start[-1]) + at)) for at, code in enumerate(codes))


def _text(code: bytes) -> str:
    return bytes.fromhex(code.decode("ascii")).decode("utf-16-be")


def _widths(descendant: Any) -> Iterator[tuple[int, float]]:
    """The widths as a file has them: a code and its widths, or two codes and one width (ISO 32000-1, 9.7.4.3)."""
    items = [item.get_object() for item in list.__iter__(descendant["/W"])]
    while items:
        first, second, *items = items
        if isinstance(second, list):
            yield from enumerate(map(float, second), int(first))
        else:
            width, *items = items
            yield from ((code, float(width)) for code in range(int(first), int(second) + 1))


def _shapes_are_true(descendant: Any, letters: Mapping[int, str], widths: Mapping[int, float]) -> bool:
    """Whether each glyph in the file has the shape and width that its typeface gives to that letter."""
    descriptor = descendant["/FontDescriptor"]
    program = next(
        descriptor[key].get_object() for key in ("/FontFile2", "/FontFile3") if key in descriptor
    ).get_data()
    path, weight = _original(str(descendant["/BaseFont"]).rpartition("+")[2])
    if path is None:
        return False
    if path.suffix not in _ONE_FACE:
        return True
    drawn = harfbuzz.Font(harfbuzz.Face(program))
    original = harfbuzz.Font(harfbuzz.Face(harfbuzz.Blob.from_file_path(str(path))))
    if weight:
        original.set_variations({"wght": weight})
    return all(
        _is_shape_of(letter, drawn, code, original) and abs(_width(drawn, code) - widths[code]) <= _ROUNDED
        for code, letter in letters.items()
        if len(letter) == 1 and letter < _MANY_SHAPES
    )


def _width(font: harfbuzz.Font, glyph: int) -> float:
    """Thousandths of the size."""
    return float(font.get_glyph_h_advance(glyph) * 1000 / font.face.upem)


def _is_shape_of(letter: str, drawn: harfbuzz.Font, code: int, original: harfbuzz.Font) -> bool:
    glyph = original.get_nominal_glyph(ord(_SHAPED_AS.get(letter, letter)))
    if glyph is None:
        return False
    one, other = _outline(drawn, code), _outline(original, glyph)
    return len(one) == len(other) and all(
        len(stroke) == len(same)
        and all(abs(here - there) <= _ROUNDED for here, there in zip(stroke, same, strict=True))
        for stroke, same in zip(one, other, strict=True)
    )


def _outline(font: harfbuzz.Font, glyph: int) -> list[tuple[Any, ...]]:
    path: list[tuple[Any, ...]] = []
    font.draw_glyph(glyph, _pen(), path)
    return path


@cache
def _pen() -> harfbuzz.DrawFuncs:
    """Records the strokes of an outline."""
    pen = harfbuzz.DrawFuncs()
    pen.set_move_to_func(lambda x, y, path: path.append((x, y)))
    pen.set_line_to_func(lambda x, y, path: path.append((x, y)))
    pen.set_quadratic_to_func(lambda *stroke: stroke[-1].append(stroke[:-1]))
    pen.set_cubic_to_func(lambda *stroke: stroke[-1].append(stroke[:-1]))
    pen.set_close_path_func(lambda path: path.append(()))
    return pen


@cache
def _original(name: str) -> tuple[Path | None, int]:
    """The file of that typeface as its package has it, not as the drawing says; and the weight of a variable one."""
    found = _WEIGHT.fullmatch(name)
    stem, weight = (found[1], int(found[2])) if found else (name, 0)
    for module in pkgutil.iter_modules():
        if module.name.startswith(_PACKAGES) and (spec := importlib.util.find_spec(module.name)):
            for folder in spec.submodule_search_locations or ():
                for path in sorted(Path(folder).rglob(f"{stem}[[.]*")):
                    return path, weight
    return None, 0
