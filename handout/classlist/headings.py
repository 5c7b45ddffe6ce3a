"""What the words of a heading may mean, and how much of a heading may be shown."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, NamedTuple

from handout.classlist.vocabulary import (
    ACCOUNT,
    ACCOUNT_MORE,
    CLASS,
    CLASS_MORE,
    FAMILY,
    FILLER,
    GIVEN,
    LEVEL,
    NAMES,
    NAMES_MORE,
    NO_CLASS,
    NO_NAME,
    NUMBER,
    NUMBER_MORE,
    OFFICIAL,
    OTHERS,
    PERSON,
    SECRETS,
    WEAK_CLASS,
)

LONGEST_HEADING = 40  # letters of one that are shown
WEAK = 5  # from this rank on a heading decides nothing by itself

Part = Literal["name", "given", "middle", "family", "number", "class", "level", "username"]

_JOINED = (
    (re.compile(r"['’`]s\b"), ""),
    (re.compile(r"\bi con\b"), "icon"),
    (re.compile(r"\buser principal name"), "upn"),
    (re.compile(r"\be[- ]mail"), "email"),
    (re.compile(r"\buser[-_ ]*name"), "username"),
    (re.compile(r"\buser[-_ ]*id\b"), "userid"),
    (re.compile(r"\blog[- ](in|on)\b"), r"log\1"),
    (re.compile(r"\bs\s*[/.]?\s*no?\b"), "sn"),
    (re.compile(r"#"), " no "),
    (re.compile(r"\bhome[\s_]*room"), "homeroom"),
    (re.compile(r"\be[-\s]?mel\b"), "email"),
    (re.compile(r"\bsur\s+name"), "surname"),
    (re.compile(r"\bunderlined?\s+(surname|family name)|(surname|family name)\s+underlined?"), " "),
    (re.compile(r"\breg(istration)?\s+class\b"), "class"),
    (re.compile(r"\be\.\s?g\.\s*(p?\s?[1-6]\s?[a-z]{1,2}\b)?"), " "),
    # Tamil words lose their marks where words are parted.
    (re.compile("பெற்றோர்|தந்தை|தாய்|பாதுகாவலர்"), " parent "),
    (re.compile("மாணவர்|மாணவி"), " pupil "),
    (re.compile("பெயர்"), " name "),
    (re.compile("வகுப்பு"), " class "),
    (re.compile("(வரிசை\\s*)?எண்"), " no "),
    (re.compile("கடவுச்சொல்"), " password "),
    (re.compile("மின்னஞ்சல்"), " email "),
)
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_WORD = re.compile(r"[^\W_]+")
# Every word that means something has one of these in it, or is in another script: most cells of a list are neither.
_HINT = re.compile(
    "name|nama|pupil|student|child|learner|first|last|given|fam|middle|reg|index|idx|no|num|nr|sn|s *[/.] *n|crn|roll|#"
    "|class|cls|kelas|darjah|tingkat|bil|nom|angka|daftar|seq|sl|item|att|murid|pelajar|form|level|lvl|grade|year|std|stand|prim|group|section|dep|room|divis|stream"
    "|mims|i.?con|mel|mail|log|acc|user|upn|sls|[^\x00-\x7f]"
)
_END_OF_SHOWN = re.compile(r"[(\[{（【:：=]")


class Meaning(NamedTuple):
    """What a heading says its column is. The lower the `rank`, the plainer; from `WEAK` on it may be anything."""

    part: Part
    rank: int

    @property
    def is_weak(self) -> bool:
        return self.rank >= WEAK


@dataclass(frozen=True)
class Heading:
    """The heading of a column: its own words, and those of the group that it is in."""

    text: str
    group: str = ""

    @property
    def shown(self) -> str:
        return shown(self.text)

    @property
    def is_secret(self) -> bool:
        return bool(SECRETS & self._words)

    @cached_property
    def is_ruled_out(self) -> bool:
        """Whether the words say that the column is somebody else's, or a secret."""
        return bool((SECRETS | OTHERS) & self._words)

    @cached_property
    def _words(self) -> set[str]:
        """Its own words and those of its group, which most have none of."""
        return {*words_of(self.text), *(words_of(self.group) if self.group else ())}

    @cached_property
    def meaning(self) -> Meaning | None:
        own = meaning_of(self.text)
        if own is None and self.group and not self.is_ruled_out:
            own = meaning_of(f"{self.group} {self.text}")
        return own if own is None or own.part == "number" or not self.is_ruled_out else None


def shown(heading: str) -> str:
    """A heading up to its first bracket or colon, in one line, with nothing that a terminal would obey.

    What comes after may be a secret: "Password (default …)".
    """
    start = _END_OF_SHOWN.split(heading)[0]
    words = "".join(letter if letter.isprintable() else " " for letter in start).split()
    is_secret = bool(SECRETS & set(words_of(start)))
    words = [word for word in words if word.isalpha() or not (is_secret or _may_be_secret(word))]
    return " ".join(words)[:LONGEST_HEADING]


def _may_be_secret(word: str) -> bool:
    """Whether a word in a heading is long and has letters and figures, as a password has."""
    return len(word) > 7 and any(map(str.isdigit, word)) and any(map(str.isalpha, word))


def words_of(heading: str) -> list[str]:
    """The words of a heading in small letters, spellings of one word made one."""
    text = _CAMEL.sub(" ", unicodedata.normalize("NFKC", heading)).lower()
    for pattern, word in _JOINED:
        text = pattern.sub(word, text)
    return _WORD.findall(text)


def meaning_of(heading: str) -> Meaning | None:
    """What a heading means by its own words; None where they say nothing, or rule it out."""
    if len(heading) > 2 * LONGEST_HEADING or not _HINT.search(heading.lower()):
        return None
    words = set(words_of(heading))
    if not words or words & SECRETS or words & OTHERS:
        return None
    years = {word for word in words if re.fullmatch(r"(ay)?(19|20)?\d\d", word)}
    telling = words - FILLER
    return (
        _account(telling)
        or _number(telling)
        or _class(telling - years)
        or _name_part(telling)
        or _name(telling)
        or _level(telling - years)
    )


def names_a_column(text: str) -> bool:
    """Whether a text is plainly a heading: of a column that is read, or of secrets."""
    heading = Heading(text)
    return heading.is_secret or (heading.meaning is not None and not heading.meaning.is_weak)


def _account(words: set[str]) -> Meaning | None:
    if not words & ACCOUNT:
        return None
    if words - ACCOUNT - ACCOUNT_MORE - PERSON:
        return Meaning("username", WEAK + 1)
    ranks = (
        ("mims", "icon"),
        ("username", "usernames", "userid", "login", "account", "upn"),
        ("student", "school"),
    )
    return Meaning("username", next((rank for rank, those in enumerate(ranks) if words & set(those)), 3))


def _number(words: set[str]) -> Meaning | None:
    if not words & NUMBER or words - NUMBER - NUMBER_MORE:
        return None
    if words & {"register", "reg", "registration"} or words >= {"class", "index"}:
        return Meaning("number", 0)
    if words & {"index", "idx", "crn", "roll", "class", "form", "座号", "学号"}:
        return Meaning("number", 1)
    return Meaning("number", 3 if words & PERSON else 2)


def _class(words: set[str]) -> Meaning | None:
    if words & CLASS and not words - CLASS - CLASS_MORE:
        return Meaning("class", 0)
    if words & (CLASS | WEAK_CLASS) and not words & NO_CLASS and not words & NAMES:
        return Meaning("class", WEAK + 1)
    return None


def _name_part(words: set[str]) -> Meaning | None:
    rest = words - NAMES - PERSON - OFFICIAL
    kinds: dict[Part, frozenset[str]] = {
        "given": GIVEN,
        "family": FAMILY,
        "middle": frozenset({"middle", "middlename"}),
    }
    found = [part for part, those in kinds.items() if rest & those]
    if not found or rest - GIVEN - FAMILY - {"middle", "middlename"}:
        return None
    return Meaning("name", 1) if {"given", "family"} <= set(found) else Meaning(found[0], 1)


def _name(words: set[str]) -> Meaning | None:
    rest = words - NAMES - PERSON - OFFICIAL - NAMES_MORE
    if words & NO_NAME or not words & (NAMES | PERSON):
        return None
    if not words & NAMES:
        return None if rest or words & OFFICIAL else Meaning("name", 2)
    if rest:
        return Meaning("name", WEAK if rest == {"english"} else WEAK + 1)
    return Meaning("name", 0 if words & OFFICIAL else 1)


def _level(words: set[str]) -> Meaning | None:
    return Meaning("level", 0) if words & LEVEL and not words - LEVEL - PERSON else None
