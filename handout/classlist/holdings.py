"""What a cell or a column holds, whatever its heading says; pure functions of texts."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Literal

from handout.classlist.vocabulary import word_set

Kind = Literal["empty", "username", "address", "number", "class", "name", "word", "other"]

_PLACEHOLDERS = word_set("- -- --- – — _ . .. ? * / nil n/a na n.a n.a. none null tbc tba tbd nan")
_LEAST_SECRET = 8  # letters of a password
_LONGEST_PLACEHOLDER = max(map(len, _PLACEHOLDERS))
_AS_TEXT = re.compile(r'="(.*)"', re.DOTALL)  # how a text file keeps a spreadsheet from reading a number
_NUMBER = re.compile(r"'?(\d{1,3})(?:\.0*)?[.)]?")
# One letter or two right behind the level, or words with a sign or space between: 3A, 3-2, P3 Joy.
_CLASS = re.compile(
    r"(?:(?:p|pr|pri|primary|class|form)\.?\s*)?[1-6]"
    r"(?:\s*[a-z]{1,2}|\s*[-–./]\s*(?:\d{1,2}|[a-z]+)|\s+[a-z]+(?:[ -][a-z]+)?)",
    re.IGNORECASE,
)
_LEVEL = re.compile(r"(?:(?:p|pr|pri|primary)\.?\s*)?[1-6]", re.IGNORECASE)
# Python compiles the next ones where they are first needed: many lists need none of them.
_MONTH = "(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
_SERIAL = r"[45]\d{4}(\.\d+)?"  # the number of a day: 46025 is 3 January 2026
_POWER = r"\d(\.\d+)?E\+\d+"  # of ten: 3E1 is 3.00E+01
_DATE = rf"(?i){_SERIAL}|{_POWER}|\d\d?月\d\d?日|\d{{4}}-\d\d-\d\d.*|\d\d?-{_MONTH}\b.*|{_MONTH}-\d\d\b.*|\d\d?/\d\d?/(\d\d)?\d\d|\d\d?:\d\d(:\d\d)?"
# AHMAD@ALI is a name; what goes on as a mail address does is none.
_ADDRESS = r"(?i)@[\w-]+(\.[\w-]+)*\.(com|edu|gov|net|org|my|sg)\b"
_LOCAL = r"(?i)[a-z0-9]+(?:[._'’-][a-z0-9]+)*"
_UIN = r"(?i)[stfgm]\d{7}[a-z]"
_NAME_SIGNS = frozenset(" '’‘`.,-‐‑–/()[]@&·\u00a0\u3000")


def plain_cell(text: str) -> str:
    """The text of a cell without what only keeps a spreadsheet from reading it as a number; "" for "-" or NIL."""
    text = text.strip()
    if text[:1] == "=" and (found := _AS_TEXT.fullmatch(text)):
        text = found[1].strip()
    return "" if len(text) <= _LONGEST_PLACEHOLDER and text.lower() in _PLACEHOLDERS else text


def plain_number(text: str) -> str:
    """A register number as written, without a point behind it: 1 for 1.0, 01 for '01; other text as it is."""
    found = _NUMBER.fullmatch(text if text.isascii() else unicodedata.normalize("NFKC", text))
    return found[1] if found else text


def is_number(text: str) -> bool:
    return bool(_NUMBER.fullmatch(text))


def is_class(text: str) -> bool:
    """Whether a text can hardly be anything but a class: 3A, P3 Joy, Primary 3-2."""
    return len(text) <= 30 and bool(_CLASS.fullmatch(text))


def is_level(text: str) -> bool:
    """Whether a text is a level: 3, P3, Primary 3."""
    return bool(_LEVEL.fullmatch(text))


def is_date(text: str) -> bool:
    """Whether a text is what Excel makes of 3-1, 12/5 or 3E1: a date, a time, the number of a day, a power of ten."""
    return len(text) > 3 and bool(re.fullmatch(_DATE, text))


def class_key(text: str) -> str:
    """What 3A, 3a and 3 A have in common: the same but for spaces and capitals."""
    return "".join(text.split()).casefold()


def is_address(text: str) -> bool:
    if "@" not in text:
        return False
    local, at, domain = text.partition("@")
    return bool(local and at and "." in domain and " " not in text)


def is_of_domain(text: str, domain: str) -> bool:
    """Whether an address of the school's domain is in a text, well-formed or not."""
    return "@" in text and f"@{domain}" in text.casefold()


def is_bare_username(text: str) -> bool:
    """Whether a text may be a username without its domain; the number of an identity card is none."""
    return bool(re.fullmatch(_LOCAL, text)) and any(map(str.isalpha, text)) and not re.fullmatch(_UIN, text)


def may_be_secret(text: str) -> bool:
    """Whether a text is written as a password is: long, with three of capitals, small letters, figures and signs."""
    kinds = (
        str.isupper,
        str.islower,
        str.isdigit,
        lambda letter: not letter.isalnum() and letter not in "_.",
    )
    return len(text) >= _LEAST_SECRET and sum(any(map(is_kind, text)) for is_kind in kinds) > 2


def is_name(text: str) -> bool:
    """Whether a text has only what names have: letters, spaces, and the signs between them."""
    if text.replace(" ", "").isalpha():
        return True
    if "@" in text and re.search(_ADDRESS, text):
        return False
    return any(map(str.isalpha, text)) and all(
        letter in _NAME_SIGNS or letter.isalpha() or unicodedata.category(letter).startswith("M")
        for letter in text
    )


def is_titled(name: str) -> bool:
    """Whether a name begins with a title, as a parent's or a teacher's does."""
    return name.partition(" ")[0].rstrip(".").casefold() in {"mr", "mrs", "ms", "mdm", "madam"}


def kind_of(text: str, domain: str) -> Kind:
    """What a plain cell holds. One word alone may be a name, a class or a secret."""
    if not text:
        return "empty"
    if "@" in text and (is_of_domain(text, domain) or is_address(text)):
        return "username" if is_of_domain(text, domain) else "address"
    if is_number(text):
        return "number"
    if is_class(text):
        return "class"
    if is_name(text):
        return "name" if len(text.split()) > 1 else "word"
    return "other"


def kinds_of(texts: Iterable[str], domain: str) -> Counter[Kind]:
    """How many plain cells of a column hold what; empty ones are not counted."""
    found = all_kinds_of(texts, domain)
    del found["empty"]
    return found


def all_kinds_of(texts: Iterable[str], domain: str) -> Counter[Kind]:
    """How many plain cells of a column hold what, and how many are empty."""
    found: Counter[Kind] = Counter()
    for text, count in Counter(texts).items():
        found[kind_of(text, domain)] += count
    return found


def mostly(kinds: Counter[Kind], *wanted: Kind, share: float = 0.5) -> bool:
    """Whether more than a share of a column's cells is of these kinds; nothing is true of an empty one."""
    total = kinds.total()
    return total > 0 and sum(kinds[kind] for kind in wanted) > share * total


def agree(first: Sequence[str], second: Sequence[str]) -> bool:
    """Whether two columns say the same wherever both say something, and do so somewhere."""
    both = [(one, two) for one, two in zip(first, second, strict=True) if one and two]
    return bool(both) and all(class_key(one) == class_key(two) for one, two in both)
