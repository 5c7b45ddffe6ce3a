"""A name → the username it leads to by the school's rule, with how sure that is and why; pure functions.

Sources: the page (`Mary Tan` → `mary_tan@students.edu.sg`) and schools' published answers: spaces become
underscores, all in lower case, words such as Bte and s/o left out. No list can predict the number that
sets children of one name apart, so a given username always wins and a derived one is a suggestion.
"""

import re
import unicodedata
from typing import NamedTuple

from handout.classlist.vocabulary import word_set

LONGEST_LOCAL = 64  # letters before the @ (RFC 5321, 4.5.3.1.1)
LONGEST = 80  # letters in all: what a sheet and a slip have room for
MOST_WORDS = 4  # some schools stop after the fourth word of the name

# Left out of a username; they count as words of the name all the same.
PARTICLES = frozenset({"bte", "binte", "binti", "s/o", "d/o"})
_ALSO_LEFT_OUT = frozenset({"a/l", "a/p"})
# What a registry made of these nobody can tell: both readings are offered, the likelier first.
_KEPT_OR_NOT = frozenset({"bin"})
RELATIONS = PARTICLES | _ALSO_LEFT_OUT | _KEPT_OR_NOT  # of a child to the father: no name of its own
_LEFT_OUT_OR_NOT = word_set("b bt bti bint ibn so do son daughter of anak al")
_TITLES = word_set("mr mrs ms mdm madam miss dr prof hj hjh haji hajah dato datuk datin tan-sri")
_REMARKS = word_set(
    "withdrawn withdrew new transferred transfer left leaving absent deferred repeat repeater "
    "confirmed tbc pending"
)
_SUFFIXES = word_set("jr sr ii iii iv junior senior")

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
)  # nothing optional inside: else it takes forever to fail


class Derivation(NamedTuple):
    """What a name leads to: the likeliest username first, none where nothing can be worked out.

    `reason` says why it is not sure.
    """

    suggestions: tuple[str, ...]
    sure: bool
    reason: str

    @property
    def username(self) -> str | None:
        return self.suggestions[0] if self.suggestions else None


class GivenUsername(NamedTuple):
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
    readings = [[_letters_of(word) for word in reading] for reading in _readings(words)]
    if any(None in parts for parts in readings):
        return Derivation((), sure=False, reason="the name has a letter that no username has")
    locals_ = dict.fromkeys("_".join(filter(None, parts)) for parts in readings)
    locals_.pop("", None)
    if not locals_:
        return Derivation((), sure=False, reason="the name has no letters a username can have")
    if any(len(local) > LONGEST_LOCAL or len(f"{local}@{domain}") > LONGEST for local in locals_):
        return Derivation((), sure=False, reason="the name is too long for a username")
    usernames = tuple(f"{local}@{domain}" for local in locals_)
    return Derivation(usernames, sure=not reasons, reason=", ".join(reasons))


def _readings(words: list[str]) -> list[list[str]]:
    """The words that a username may be made of, the likeliest first; titles and remarks left out."""
    plain = [word for word in words if _bare(word) not in _TITLES | _REMARKS | _ALSO_LEFT_OUT] or words
    kept_or_not = [
        word
        for place, word in enumerate(plain)
        if not (0 < place < len(plain) - 1 and _bare(word) in _KEPT_OR_NOT)
    ]
    fewer = [word for word in plain if _bare(word) not in _LEFT_OUT_OR_NOT] or plain
    return [fewer, plain] if fewer != plain else [plain, kept_or_not]


def _bare(word: str) -> str:
    return word.lower().rstrip(".,")


def _doubts(words: list[str]) -> list[str]:
    """Why nobody can be sure what a registry made of these words."""
    lower = [word.lower() for word in words]
    bare = [_bare(word) for word in words]
    text = " ".join(words)
    found = dict.fromkeys(kind for sign, kind in _SIGNS.items() if sign in text)
    doubts = [f"{kind} in the name" for kind in found]
    if "a/l" in bare or "a/p" in bare:
        doubts.append("A/L or A/P in the name")
    if "bin" in bare[1:-1]:
        doubts.append("BIN inside the name")
    unclear = (_LEFT_OUT_OR_NOT | _TITLES | _REMARKS | _SUFFIXES) & set(bare)
    unclear |= {word for word in bare if len(word) == 1 and word.isalpha()}
    doubts += [f"{word.upper()} in the name" for word in bare if word in unclear]
    particles = [word for word in bare if word in RELATIONS | _LEFT_OUT_OR_NOT]
    if len(particles) > 1:
        doubts.append("two words such as BTE or S/O in the name")
    if bare and bare[-1] in PARTICLES | _ALSO_LEFT_OUT:
        doubts.append(f"{bare[-1].upper()} at the end of the name")
    if len(words) > MOST_WORDS:
        doubts.append(f"more than {MOST_WORDS} words")
    if sum(word not in PARTICLES for word in bare) == 1:
        doubts.append("a single word")
    if not all(map(_is_plain, lower)):
        doubts.append("letters with marks, or signs, in the name")
    return doubts


def _is_plain(word: str) -> bool:
    """Plain letters alone, but for what has a doubt of its own."""
    letters = word.translate(_WITHOUT_SIGNS)
    return not letters or (letters.isascii() and letters.isalpha()) or letters in PARTICLES | _ALSO_LEFT_OUT


def _letters_of(word: str) -> str | None:
    """A word's part of the username: plain small letters and digits; nothing for a particle.

    None where a letter has no plain form, and the rest would be another word.
    """
    lower = word.lower()
    if _bare(word) in PARTICLES:
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


def folded(username: str) -> str:
    """What usernames that only look alike have in common: a curly apostrophe passes for a straight one."""
    return username.replace("’", "'")


def check_given(cell: str, domain: str) -> GivenUsername:
    """Read a username cell of the list; an empty one gives no username and no fault."""
    text = cell.strip()
    if not text:
        return GivenUsername()
    lower = text.lower()
    local, _, given_domain = lower.partition("@")
    fault = "" if _is_sound(text, local, given_domain, domain) else _fault(text, local, given_domain, domain)
    return GivenUsername(fault=fault) if fault else GivenUsername(lower)


def repaired(cell: str, domain: str) -> str:
    """A username as it was probably meant: without mailto:, signs around it and letters nobody sees; else "".

    Only of a cell that holds an address of the school's domain: anything else may be a secret.
    """
    seen = "".join(letter for letter in cell if unicodedata.category(letter) not in _UNSEEN).strip()
    text = seen.casefold().removeprefix("mailto:").strip(" ;,.<>()\"'")
    return check_given("_".join(text.split()), domain).username


def _is_sound(text: str, local: str, given_domain: str, domain: str) -> bool:
    """Whether nothing can be wrong with a given username, as with nearly all of a list."""
    return (
        given_domain == domain
        and text.isascii()
        and len(local) <= LONGEST_LOCAL
        and len(text) <= LONGEST
        and bool(_LOCAL.fullmatch(local))
    )


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
