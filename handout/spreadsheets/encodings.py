"""The bytes of a text file → its letters. Where others than those typed are possible, it says so."""

import codecs
import re
from pathlib import Path

from handout.errors import Flaw, Place, Problem, RosterError
from handout.spreadsheets.grids import unreadable

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAVE_AS = "In Excel, choose Save As, then CSV UTF-8 or Excel Workbook."
# Next to a letter these are signs or rare letters in the old Windows encoding, accents in that of DOS or the Mac.
_ACCENT = rb"[\x80-\x84\x86-\x90\x98-\x9f\xa1-\xa5]"
_DOUBTFUL = re.compile(rb"(?<=[A-Za-z])" + _ACCENT + rb"|" + _ACCENT + rb"(?=[A-Za-z])")
# A Chinese or Korean letter has two of these, in the encodings of its own.
_NOT_LATIN = re.compile(rb"[\x80-\xff]{3}|[\xa1-\xfe]{2}")


def decode(path: Path, data: bytes) -> tuple[str, tuple[Problem, ...]]:
    """The text of a file, and a note where its encoding is an old one. Raises RosterError."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _strict(path, data, encoding).lstrip("\ufeff"), ()
    if b"\0" in data:
        return _strict(path, data, _without_mark(path, data)), ()
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError:
        return _old(path, data)


def _without_mark(path: Path, data: bytes) -> str:
    """Which half of each pair of bytes is 0 in UTF-16 without its mark. Raises RosterError where it is no text."""
    first, second = data[::2].count(0), data[1::2].count(0)
    if min(first, second) > 0 or max(first, second) < len(data) // 4:
        raise _no_text(path)
    return "utf-16-le" if second else "utf-16-be"


def _strict(path: Path, data: bytes, encoding: str) -> str:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        raise _no_text(path) from None
    if "\0" in text:
        raise _no_text(path)
    return text


def _old(path: Path, data: bytes) -> tuple[str, tuple[Problem, ...]]:
    """A text in the old Windows encoding, unless its bytes may as well be those of another."""
    if _NOT_LATIN.search(data) or _DOUBTFUL.search(data):
        what = "The letters with accents in this file can be read in more than one way."
        raise unreadable(path, what, _SAVE_AS)
    note = Flaw("The file is in the old Windows encoding.", "Check names with accents; CSV UTF-8 is safer.")
    return _strict(path, data, "cp1252"), (Problem(Place(path.name), note),)


def _no_text(path: Path) -> RosterError:
    return unreadable(path, "This is not a text file with a class list.", _SAVE_AS)
