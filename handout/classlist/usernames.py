"""A name → the username it leads to by the school's rule, with how sure that is and why; pure functions.

Sources: the page (`Mary Tan` → `mary_tan@students.edu.sg`) and schools' published answers: spaces become
underscores, all in lower case, words such as Bte and s/o left out. No list can foretell the number that
sets children of one name apart, so a given username always wins and a derived one is a suggestion.
"""

import re
import unicodedata
from dataclasses import dataclass

LONGEST_LOCAL = 64  # letters before the @ (RFC 5321, 4.5.3.1.1)
LONGEST = 80  # letters in all: what a sheet and a slip have room for
MOST_WORDS = 4  # some schools stop after the fourth word of the name

# Left out of a username; they count as words of the name all the same.
PARTICLES = frozenset({"bte", "binte", "binti", "s/o", "d/o"})

_UNSEEN = {"Cc", "Cf", "Co", "Cn"}
_SLASHED = re.compile(r"\b([sdaSDA])\s*/\s*([oplOPL])\b")
_BRACKETED = re.compile(r"\([^)]*\)?|\[[^\]]*\]?")
# Signs that a registry may have kept or left out.
_SIGNS = {
    ",": "a comma",
    "'": "an apostrophe",
    "’": "an apostrophe",
    "‘": "an apostrophe",
    "`": "an apostrophe",
    ".": "a full stop",
    "-": "a hyphen",
    "‐": "a hyphen",
    "–": "a hyphen",
}
_WITHOUT_SIGNS = str.maketrans("", "", "".join(_SIGNS))
_LOCAL = re.compile(
    r"[a-z0-9]+(?:[._'’-][a-z0-9]+)*"
)  # nothing optional inside: else it takes for ever to fail


@dataclass(frozen=True, slots=True)
class Derivation:
    """What a name leads to. `username` is None where nothing can be worked out; `reason` says why not sure."""

    username: str | None
    sure: bool
    reason: str


@dataclass(frozen=True, slots=True)
class GivenUsername:
    """A username of the list, trimmed and in small letters; or the fault why it cannot be right.

    The text of a rejected cell is nowhere in it: the cell may hold a password by mistake.
    """

    username: str = ""
    fault: str = ""

    @property
    def apostrophe(self) -> bool:
        return "'" in self.username or "’" in self.username


def derive_username(name: str, domain: str) -> Derivation:
    """Work out a username from a name as registered."""
    text = _SLASHED.sub(r"\1/\2", _one_spaced(name))
    reasons = []
    if "(" in text or "[" in text:
        text = _one_spaced(_BRACKETED.sub(" ", text))
        reasons.append("words in brackets were left out")
    if "@" in text:
        text = _one_spaced(text.partition("@")[0])
        reasons.append("the name after @ was left out")
    words = text.split()
    reasons += _doubts(words)
    parts = [_letters_of(word) for word in words]
    local = "_".join(part for part in parts if part)
    if None in parts:
        return Derivation(None, sure=False, reason="the name has a letter that no username has")
    if not local:
        return Derivation(None, sure=False, reason="the name has no letters a username can have")
    if len(local) > LONGEST_LOCAL or len(f"{local}@{domain}") > LONGEST:
        return Derivation(None, sure=False, reason="the name is too long for a username")
    return Derivation(f"{local}@{domain}", sure=not reasons, reason=", ".join(reasons))


def _doubts(words: list[str]) -> list[str]:
    """Why nobody can be sure what a registry made of these words."""
    lower = [word.lower() for word in words]
    text = " ".join(words)
    found = dict.fromkeys(kind for sign, kind in _SIGNS.items() if sign in text)
    doubts = [f"{kind} in the name" for kind in found]
    if "a/l" in lower or "a/p" in lower:
        doubts.append("A/L or A/P in the name")
    if "bt" in lower:
        doubts.append("BT in the name")
    if "bin" in lower[1:-1]:
        doubts.append("BIN inside the name")
    if len(words) > MOST_WORDS:
        doubts.append(f"more than {MOST_WORDS} words")
    if sum(word not in PARTICLES for word in lower) == 1:
        doubts.append("a single word")
    if not all(map(_is_plain, lower)):
        doubts.append("letters with marks, or signs, in the name")
    return doubts


def _is_plain(word: str) -> bool:
    """Plain letters alone, but for what has a doubt of its own."""
    letters = word.translate(_WITHOUT_SIGNS)
    return not letters or (letters.isascii() and letters.isalpha()) or letters in PARTICLES | {"a/l", "a/p"}


def _letters_of(word: str) -> str | None:
    """A word's part of the username: plain small letters and digits; nothing for a particle.

    None where a letter has no plain one to stand for it, and the rest would be another word.
    """
    lower = word.lower()
    if lower in PARTICLES:
        return ""
    if lower.isascii() and lower.isalpha():
        return lower
    plain = unicodedata.normalize("NFKD", lower)
    letters = "".join(letter for letter in plain if letter.isascii() and letter.isalnum())
    is_mixed = letters and any(letter.isalpha() and not letter.isascii() for letter in plain)
    return None if is_mixed else letters


def _one_spaced(name: str) -> str:
    """The name with each run of white space as one space, compatible letters as one (NFKC)."""
    return " ".join(unicodedata.normalize("NFKC", name).split())


def check_given(cell: str, domain: str) -> GivenUsername:
    """Read a username cell of the list; an empty one gives no username and no fault."""
    text = cell.strip()
    if not text:
        return GivenUsername()
    local, _, given_domain = text.lower().partition("@")
    fault = _fault(text, local, given_domain, domain)
    return GivenUsername(fault=fault) if fault else GivenUsername(text.lower())


def _fault(text: str, local: str, given_domain: str, domain: str) -> str:
    """What is wrong with a given username, in words that tell nothing of what it says."""
    odd = " " in text or not (text.isascii() and text.isprintable())
    faults = (
        (
            odd and any(unicodedata.category(letter) in _UNSEEN for letter in text),
            "has an invisible letter in it",
        ),
        (odd and any(letter.isspace() for letter in text), "has a space in it"),
        (text.lower().startswith("mailto:"), 'begins with "mailto:"'),
        (text.count("@") > 1, "has more than one @"),
        (given_domain != domain, f"does not end with @{domain}"),
        (not text.replace("’", "'").isascii(), "has a letter that only looks like a plain one"),
        (not local.strip("_"), "has nothing before the @"),
        (local != local.strip("_") or "__" in local, "has an underscore too many"),
        (len(local) > LONGEST_LOCAL, f"has more than {LONGEST_LOCAL} letters before the @"),
        (len(text) > LONGEST, f"has more than {LONGEST} letters, too many for the sheet"),
        (not _LOCAL.fullmatch(local), "has a sign in it that no username has"),
    )
    return next((words for wrong, words in faults if wrong), "")
