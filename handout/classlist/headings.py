"""What the words of a heading may mean, and how much of a heading may be shown."""

import re
import unicodedata
from dataclasses import dataclass
from typing import Literal

LONGEST_HEADING = 40  # letters of one that are shown
WEAK = 5  # from this rank on a heading decides nothing by itself

Part = Literal["name", "given", "middle", "family", "number", "class", "level", "username"]

# Words of a column that no child's page has a use for. A password is never read, whatever anybody answers.
SECRETS = frozenset(
    [
        "password",
        "passwords",
        "passwd",
        "pwd",
        "pw",
        "pin",
        "pins",
        "passcode",
        "passphrase",
        "pass",
        "secret",
        "otp",
        "密码",
    ]
)
_OTHERS = frozenset(
    [
        "parent",
        "parents",
        "father",
        "fathers",
        "mother",
        "mothers",
        "guardian",
        "guardians",
        "teacher",
        "teachers",
        "tutor",
        "emergency",
        "preferred",
        "nickname",
        "nick",
        "tongue",
        "mt",
        "mtl",
        "old",
        "previous",
        "prev",
        "former",
        "past",
        "cca",
        "contact",
        "kin",
        "nok",
        "spouse",
        "caregiver",
        "sibling",
        "siblings",
        "buddy",
        "friend",
        "partner",
        "coach",
        "staff",
        "personal",
        "private",
        "home",
        "alternate",
        "alternative",
        "recovery",
        "backup",
        "secondary",
        "other",
        "pinyin",
        "chinese",
        "tamil",
        "malay",
        "vernacular",
        "dialect",
        "hanyu",
        "alias",
        "maiden",
        "sponsor",
        "mentor",
        "leader",
        "doctor",
        "driver",
        "helper",
        "reset",
    ]
)
_NO_NAME = frozenset(
    [
        "school",
        "sch",
        "course",
        "subject",
        "event",
        "company",
        "file",
        "cca",
        "group",
        "team",
        "house",
        "bus",
        "template",
    ]
)
_NO_CLASS = frozenset(
    [
        "math",
        "maths",
        "mathematics",
        "science",
        "english",
        "tuition",
        "lesson",
        "period",
        "subject",
        "pe",
        "music",
        "art",
    ]
)

_PERSON = frozenset(["student", "students", "pupil", "pupils", "child", "children", "learner", "学生"])
_FILLER = frozenset(["of", "the", "as", "in", "per", "on", "to", "for", "and", "a", "an", "s"])
_OFFICIAL = frozenset(
    [
        "statutory",
        "registered",
        "official",
        "legal",
        "full",
        "complete",
        "bc",
        "nric",
        "ic",
        "fin",
        "birth",
        "certificate",
        "cert",
        "passport",
    ]
)
_NAMES = frozenset(["name", "names", "nama", "姓名", "名字", "学生姓名"])
_GIVEN = frozenset(["first", "given", "forename", "firstname", "givenname", "名"])
_FAMILY = frozenset(["last", "family", "surname", "lastname", "familyname", "姓"])
_NUMBER = frozenset(
    [
        "register",
        "reg",
        "registration",
        "index",
        "idx",
        "no",
        "nos",
        "number",
        "num",
        "nr",
        "sn",
        "crn",
        "roll",
        "学号",
        "座号",
        "序号",
        "编号",
    ]
)
_NUMBER_MORE = frozenset(["class", "form", "sr", "serial", "seat", "list", "running", "pupil", "student"])
_CLASS = frozenset(["class", "cls", "form", "classname", "班级", "班"])
_CLASS_MORE = frozenset(
    ["level", "lvl", "current", "new", "this", "year", "code", "name", "pri", "primary", "registration"]
)
_LEVEL = frozenset(["level", "lvl", "grade", "year", "standard", "std", "primary", "年级"])
_WEAK_CLASS = frozenset(["group", "section", "department", "homeroom", "room", "division", "stream"])
_ACCOUNT = frozenset(
    [
        "mims",
        "icon",
        "email",
        "emails",
        "mail",
        "login",
        "logon",
        "account",
        "acct",
        "username",
        "usernames",
        "userid",
        "upn",
        "sls",
        "用户名",
        "账号",
        "帐号",
        "电邮",
        "邮箱",
        "电子邮件",
    ]
)
_ACCOUNT_MORE = frozenset(
    [
        "id",
        "ids",
        "address",
        "user",
        "name",
        "principal",
        "google",
        "moe",
        "school",
        "sch",
        "portal",
        "microsoft",
        "ms",
        "teams",
        "office",
        "365",
        "o365",
        "workspace",
        "edu",
        "sg",
        "official",
        "student",
        "pupil",
        "new",
    ]
)

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
    (re.compile(r"\bsur\s+name"), "surname"),
)
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_WORD = re.compile(r"[^\W_]+")
_END_OF_SHOWN = re.compile(r"[(\[{（【:：=]")


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a heading says its column is. The lower the `rank`, the plainer; from `WEAK` on it may be anything."""

    part: Part
    rank: int

    @property
    def is_weak(self) -> bool:
        return self.rank >= WEAK


@dataclass(frozen=True, slots=True)
class Heading:
    """The heading of a column: its own words, and those of the group that it stands in."""

    text: str
    group: str = ""

    @property
    def shown(self) -> str:
        return shown(self.text)

    @property
    def is_secret(self) -> bool:
        return bool(SECRETS & {*words_of(self.text), *words_of(self.group)})

    @property
    def is_ruled_out(self) -> bool:
        """Tell whether the words say that the column is somebody else's, or a secret."""
        return bool((SECRETS | _OTHERS) & {*words_of(self.text), *words_of(self.group)})

    @property
    def meaning(self) -> Meaning | None:
        own = meaning_of(self.text)
        if own is None and self.group and not self.is_ruled_out:
            own = meaning_of(f"{self.group} {self.text}")
        return own if own is None or own.part == "number" or not self.is_ruled_out else None


def shown(heading: str) -> str:
    """A heading up to its first bracket or colon, in one line, with nothing that a terminal would obey.

    What comes after may be a secret: "Password (default …)".
    """
    start = _END_OF_SHOWN.split(heading, maxsplit=1)[0] if heading.strip()[:1] not in "([{（【" else ""
    words = "".join(letter if letter.isprintable() else " " for letter in start).split()
    if SECRETS & set(words_of(start)):
        words = [word for word in words if word.isalpha()]
    return " ".join(words)[:LONGEST_HEADING]


def words_of(heading: str) -> list[str]:
    """The words of a heading in small letters, spellings of one word made one."""
    text = _CAMEL.sub(" ", unicodedata.normalize("NFKC", heading)).lower()
    for pattern, word in _JOINED:
        text = pattern.sub(word, text)
    return _WORD.findall(text)


def meaning_of(heading: str) -> Meaning | None:
    """What a heading means by its own words; None where they say nothing, or rule it out."""
    words = set(words_of(heading))
    if not words or len(heading) > 2 * LONGEST_HEADING or words & SECRETS or words & _OTHERS:
        return None
    years = {word for word in words if re.fullmatch(r"(19|20)?\d\d", word)}
    telling = words - _FILLER
    return (
        _account(telling)
        or _number(telling)
        or _class(telling - years)
        or _name_part(telling)
        or _name(telling)
        or _level(telling - years)
    )


def _account(words: set[str]) -> Meaning | None:
    if not words & _ACCOUNT:
        return None
    if words - _ACCOUNT - _ACCOUNT_MORE - _PERSON:
        return Meaning("username", WEAK + 1)
    ranks = (
        ("mims", "icon"),
        ("username", "usernames", "userid", "login", "account", "upn"),
        ("student", "school"),
    )
    return Meaning("username", next((rank for rank, those in enumerate(ranks) if words & set(those)), 3))


def _number(words: set[str]) -> Meaning | None:
    if not words & _NUMBER or words - _NUMBER - _NUMBER_MORE:
        return None
    if words & {"register", "reg", "registration"} or words >= {"class", "index"}:
        return Meaning("number", 0)
    if words & {"index", "idx", "crn", "roll", "class", "form", "座号", "学号"}:
        return Meaning("number", 1)
    return Meaning("number", 3 if words & _PERSON else 2)


def _class(words: set[str]) -> Meaning | None:
    if words & _CLASS and not words - _CLASS - _CLASS_MORE:
        return Meaning("class", 0)
    if words & (_CLASS | _WEAK_CLASS) and not words & _NO_CLASS and not words & _NAMES:
        return Meaning("class", WEAK + 1)
    return None


def _name_part(words: set[str]) -> Meaning | None:
    rest = words - _NAMES - _PERSON - _OFFICIAL
    kinds: dict[Part, frozenset[str]] = {
        "given": _GIVEN,
        "family": _FAMILY,
        "middle": frozenset({"middle", "middlename"}),
    }
    found = [part for part, those in kinds.items() if rest & those]
    if not found or rest - _GIVEN - _FAMILY - {"middle", "middlename"}:
        return None
    return Meaning("name", 1) if {"given", "family"} <= set(found) else Meaning(found[0], 1)


def _name(words: set[str]) -> Meaning | None:
    rest = words - _NAMES - _PERSON - _OFFICIAL - {"display"}
    if words & _NO_NAME or not words & (_NAMES | _PERSON):
        return None
    if not words & _NAMES:
        return None if rest or words & _OFFICIAL else Meaning("name", 2)
    if rest:
        return Meaning("name", WEAK if rest == {"english"} else WEAK + 1)
    return Meaning("name", 0 if words & _OFFICIAL else 1)


def _level(words: set[str]) -> Meaning | None:
    return Meaning("level", 0) if words & _LEVEL and not words - _LEVEL - _PERSON else None
