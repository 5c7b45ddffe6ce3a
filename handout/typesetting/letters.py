"""Letters of all scripts: which are seen, which need shaping, which are written from right to left."""

import unicodedata
from collections.abc import Iterable

_STRONG = {"L", "R", "AL"}  # directions of letters (Unicode Standard Annex 9)
JOINERS = "\u200c\u200d"  # say which forms their neighbours take, and are not seen themselves
_UNSEEN = f" \u00a0{JOINERS}"  # which have a place in a line all the same
# Blocks of scripts whose letters change with their neighbours: Arabic (three), Devanagari, Tamil.
_SHAPED_BLOCKS = ((0x600, 0x6FF), (0x750, 0x77F), (0x8A0, 0x8FF), (0x900, 0x97F), (0xB80, 0xBFF))
_SHAPED = frozenset(chr(code) for first, last in _SHAPED_BLOCKS for code in range(first, last + 1))


def visible(letters: Iterable[str]) -> frozenset[str]:
    """Those that can be drawn, or change how their neighbours are; a face may have 45,000."""
    known = frozenset(letters)
    return known.intersection(_UNSEEN).union(filter(str.isprintable, known))


def is_shaped(letter: str) -> bool:
    """Whether it needs more than kerning: letters of such a script, and marks that are put on a letter."""
    return letter in _SHAPED or letter in JOINERS or is_mark(letter)


def is_mark(letter: str) -> bool:
    """Whether it is put on the letter before it."""
    return unicodedata.category(letter).startswith("M")


def is_neutral(letter: str) -> bool:
    """Whether it belongs to no script: spaces, figures, punctuation."""
    return not (letter.isalpha() or letter in JOINERS or is_mark(letter))


def is_right_to_left(text: str) -> bool:
    """Whether its first letter is of such a script: a piece in one face has one direction."""
    directions = (unicodedata.bidirectional(letter) for letter in text)
    return next((direction for direction in directions if direction in _STRONG), "L") != "L"


def language_of(text: str) -> str:
    """The language of a text as a tag (BCP 47), where its script leaves no doubt; else ""."""
    names = {_first_word(letter) for letter in text if letter.isalpha()}
    if names & {"HIRAGANA", "KATAKANA"}:
        return "ja"
    return {frozenset({"TAMIL"}): "ta", frozenset({"HANGUL"}): "ko", frozenset({"CJK"}): "zh"}.get(
        frozenset(names), ""
    )


def _first_word(letter: str) -> str:
    return unicodedata.name(letter, "").partition(" ")[0]
