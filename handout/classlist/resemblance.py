"""How a username and a name resemble each other; pure functions of texts."""

import re
import unicodedata
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise

from handout.classlist.usernames import PARTICLES, RELATIONS

_PARTS = re.compile(r"[a-z]+")
_BETWEEN_WORDS = "@()/-,"
_SPACES = str.maketrans(dict.fromkeys(_BETWEEN_WORDS, " "))
_SHORTEST = 2  # letters that prove something


def words_of_name(name: str) -> frozenset[str]:
    """The words of a name in plain small letters, two neighbours also as one."""
    plain = unicodedata.normalize("NFKD", name).casefold()
    letters = plain if plain.replace(" ", "").isalpha() else "".join(filter(_is_kept, plain))
    words = letters.translate(_SPACES).split()
    return frozenset([*words, *(one + two for one, two in pairwise(words))])


def _is_kept(letter: str) -> bool:
    return letter.isalpha() or letter.isspace() or letter in _BETWEEN_WORDS


def has_latin(name: str) -> bool:
    """Whether a name has a word in Latin letters, which a username could come from: D/O is none."""
    words = unicodedata.normalize("NFKD", name).casefold().split()
    return any("a" <= letter <= "z" for word in words if word not in RELATIONS for letter in word)


def words_of_username(username: str) -> list[str]:
    """The words before the @, without the figures that tell namesakes apart."""
    return _PARTS.findall(username.partition("@")[0].casefold().replace("’", "").replace("'", ""))


def is_made_of_words(username: str) -> bool:
    """Whether a username looks like a name: several words, none an initial."""
    parts = words_of_username(username)
    return "@" in username and len(parts) > 1 and all(len(part) >= _SHORTEST for part in parts)


def fits_name(username: str, name: str) -> bool:
    """Whether every word of a username is in a name; most are there as they are."""
    words = frozenset(name.casefold().split())
    return fits(username, words) or fits(username, words_of_name(name))


def fits(username: str, words: AbstractSet[str]) -> bool:
    """Whether every word of a username is a word of the name, or the beginning of one, or the reverse.

    Initials alone prove nothing: s1234a is a number.
    """
    parts = words_of_username(username)
    return any(len(part) >= _SHORTEST for part in parts) and all(
        part in words or any(_alike(part, word) for word in words) for part in parts
    )


def shares_a_word(username: str, words: AbstractSet[str]) -> bool:
    return any(
        len(part) >= _SHORTEST and any(_alike(part, word) for word in words)
        for part in words_of_username(username)
    )


def share_of_words(username: str, words: AbstractSet[str]) -> float:
    """What share of the words of a username are words of a name."""
    parts = words_of_username(username)
    return sum(any(_alike(part, word) for word in words) for part in parts) / max(len(parts), 1)


def _alike(part: str, word: str) -> bool:
    """Whether one begins with the other; of a word, an initial alone says nothing."""
    return word.startswith(part) or (len(word) >= _SHORTEST and part.startswith(word))


def shortens(username: str, name: str) -> bool:
    """Whether a username is made of words of a name or of their first letters, in any order: tanweijie, tan_wj.

    Initials alone prove something only where every word has its own, as in s_kn of S KAVYA NAIR.
    """
    plain = [word for word in unicodedata.normalize("NFKD", name).casefold().split() if word not in PARTICLES]
    return _is_spelt("".join(words_of_username(username)), " ".join(plain).translate(_SPACES).split())


def _is_spelt(letters: str, words: list[str], longest: int = 0) -> bool:
    """Whether letters are beginnings of these words one after the other; `longest` is that of those before."""
    if not letters:
        return longest >= _SHORTEST or RELATIONS.issuperset(words)
    for place, word in enumerate(words):
        others = words[:place] + words[place + 1 :]
        for length in range(len(word), 0, -1):
            if letters.startswith(word[:length]) and _is_spelt(
                letters[length:], others, max(longest, length)
            ):
                return True
    return False


def share_of_own_names(names: Sequence[str], usernames: Sequence[str]) -> float:
    """In what share of the rows with a username it fits the name beside it."""
    rows = [(name, username) for name, username in zip(names, usernames, strict=True) if "@" in username]
    return sum(fits_name(username, name) for name, username in rows) / max(len(rows), 1)
