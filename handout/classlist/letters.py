"""The letters of a text: as they are printed, and those that nobody sees."""

import re
import unicodedata
from collections.abc import Callable

Lacking = Callable[[str], str]  # the letters of a text that no typeface has

# Tab and new line are white space, these only pass for it.
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029]")
_UNSEEN = {"Cc", "Cf", "Co", "Cn", "Cs", "Zl", "Zp"}
# Fillers, joiners and the choice of a glyph's shape: letters or marks by their category, and nothing on paper.
_BLANK = re.compile(r"[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\ufe00-\ufe0f\uffa0]")
_ADDED = ("CJK", "HIRAGANA", "KATAKANA", "HANGUL", "TAMIL")  # scripts of the extra `scripts`
_HYPHENS = str.maketrans({"\u2010": "-", "\u2011": "-"})


def one_spaced(text: str) -> str:
    """A text as it is printed: each run of white space one space, letters composed, wide ones plain (NFKC)."""
    if text.isascii():
        return " ".join(text.split())
    return " ".join(unicodedata.normalize("NFKC", text.translate(_HYPHENS)).split())


def may_be_added(letters: str) -> bool:
    """Whether there are typefaces for one of these letters, which not every installation has."""
    return any(unicodedata.name(letter, "").startswith(_ADDED) for letter in letters)


def has_unseen(text: str) -> bool:
    """Whether a letter of a text cannot be seen, or only passes for white space."""
    if text.isascii() and text.isprintable():
        return False
    letters = one_spaced(text)
    return bool(_CONTROL.search(text) or _BLANK.search(text)) or any(
        unicodedata.category(letter) in _UNSEEN for letter in letters
    )
