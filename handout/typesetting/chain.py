"""Which face draws which piece of a text: the first of a chain of faces that has its letters.

A face further down the chain is read only for a letter that those before it lack.
"""

import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import groupby

from handout.typesetting.faces import Face
from handout.typesetting.letters import JOINERS, is_mark, is_neutral

_CHAINS = {
    Face.REGULAR: (Face.REGULAR, Face.NOTO, Face.TAMIL, Face.ARABIC, Face.CHINESE),
    Face.BOLD: (Face.BOLD, Face.NOTO_BOLD, Face.TAMIL_BOLD, Face.ARABIC_BOLD, Face.CHINESE_BOLD),
    Face.ITALIC: (Face.ITALIC, Face.NOTO_ITALIC, Face.TAMIL, Face.ARABIC, Face.CHINESE),
    Face.BOLD_ITALIC: (
        Face.BOLD_ITALIC,
        Face.NOTO_BOLD_ITALIC,
        Face.TAMIL_BOLD,
        Face.ARABIC_BOLD,
        Face.CHINESE_BOLD,
    ),
    Face.TYPED: (Face.TYPED, Face.NOTO, Face.TAMIL, Face.ARABIC, Face.CHINESE),
}
# The faces of one family, in all their cuts: what one of them lacks some emphasis would lose.
_FALLBACKS = [frozenset(family) for family in zip(*_CHAINS.values(), strict=True)][1:]


@cache
def _always() -> frozenset[str]:
    """What every face at the head of a chain can draw: no emphasis can lose it."""
    return frozenset.intersection(*(face.letters for face in _CHAINS))


def missing_characters(text: str) -> str:
    """Characters of a text that no face can draw, each once, in order; "" when all can be printed."""
    if _always().issuperset(text):
        return ""
    return "".join(
        dict.fromkeys(
            letter
            for letter in text
            if letter not in _always() and not all(map(_has_fallback, _plain_form(letter)))
        )
    )


def in_faces(text: str, face: Face) -> Iterator[tuple[str, Face]]:
    """Pieces of a text, each with the face that draws it, `face` wherever it can.

    Letters that no face has stay with `face`, which refuses to draw them.
    """
    if face.letters.issuperset(text):
        yield text, face
        return
    text = "".join(
        letter if letter in face.letters else _plain_form(letter)
        for letter in unicodedata.normalize("NFC", text)
    )
    faces = _with_neutrals(text, _faces_of_letters(text, face))
    for drawn_by, letters in groupby(zip(text, faces, strict=True), key=lambda pair: pair[1]):
        yield "".join(letter for letter, _ in letters), drawn_by


def _plain_form(letter: str) -> str:
    """A ligature as its letters, a letter for typewriters of another script as the common one (NFKC)."""
    return letter if letter in _always() else unicodedata.normalize("NFKC", letter)


@cache
def _has_fallback(letter: str) -> bool:
    return letter in _always() or any(all(letter in face.letters for face in family) for family in _FALLBACKS)


def _faces_of_letters(text: str, face: Face) -> list[Face]:
    """The face of each letter by itself, but a mark, a joiner and a line break go with the letter before them.

    Where one Latin letter needs the second face of the chain, all take it: a name in two faces looks broken.
    """
    chain = _CHAINS[face]
    faces: list[Face] = []
    for letter in text:
        before = faces[-1] if faces else face
        is_joined = (is_mark(letter) or letter in JOINERS) and letter in before.letters
        goes_along = is_joined or letter == "\n"  # no face draws one: to look for it would open them all
        faces.append(before if goes_along else _first_with(letter, chain))
    second = chain[1]
    if any(used is second and not is_neutral(letter) for letter, used in zip(text, faces, strict=True)):
        faces = [
            second if used is face and letter in second.letters else used
            for letter, used in zip(text, faces, strict=True)
        ]
    return faces


def _with_neutrals(text: str, faces: list[Face]) -> list[Face]:
    """Spaces and signs between two pieces in one face are set in it, so that the pieces are one.

    Figures are not: they run from left to right in every script.
    """
    faces = faces.copy()
    place = 0
    for neutral, letters in groupby(text, key=is_neutral):
        count = len(list(letters))
        start, place = place, place + count
        if neutral and start > 0 and place < len(text) and faces[start - 1] is faces[place]:
            around = faces[place]
            if all(letter in around.letters and not letter.isdigit() for letter in text[start:place]):
                faces[start:place] = [around] * count
    return faces


def _first_with(letter: str, chain: Iterable[Face]) -> Face:
    faces = list(chain)
    return next((face for face in faces if letter in face.letters), faces[0])
