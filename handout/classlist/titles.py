"""The class that a title names, above a table or between its rows."""

import re
from collections.abc import Sequence

from handout.classlist.holdings import is_class, is_number

LONGEST_TITLE = 20  # letters of a class in a title

_LABELLED = re.compile(
    r"(?:form\s+)?(?:class|kelas|班级|班别)(?:\s*list|\s*name|\s*/\s*form)?(?:\s+of)?\s*([:：=\-–]?)\s*(.*)",
    re.IGNORECASE | re.DOTALL,
)
_HINTS = ("class", "kelas", "班")
_NO_CLASS = re.compile(r"teacher|list|size|strength|total|(19|20)\d\d", re.IGNORECASE)
_PARTS = re.compile(r"\s{2,}|[|;\n]")
_BEHIND = re.compile(r"\s*[(\[][^()\[\]]*[)\]]\s*$")
# 3A, P3A, Primary 3A among other words, and the words that a list's title has beside it.
_PLAIN_CLASS = re.compile(
    r"(?<![\w@/.&-])((?:(?:p|pri|primary)\.?\s?)?[1-6](?!st\b|nd\b|rd\b|th\b|am\b|pm\b)[a-z]{1,2})(?![\w@/-])",
    re.IGNORECASE,
)
_LIST = re.compile(r"\b(class|form|(name)?list|pupils|students|kelas|murid|pelajar)\b|班", re.IGNORECASE)
_ANOTHER = re.compile(r"\b(from|formerly|former|old|previous|last|ex)\b", re.IGNORECASE)
_BESIDE = re.compile(
    r"\b((name|class)\s*list|class|form|name|list|roll|pupils?|students?|of|for|in|the|year|term\s+[1-4]"
    r"|(as\s+(at|of|on)\s+)?\d{1,2}\s+[a-z]{3,9}\s+20\d\d|20\d\d|kelas|senarai|nama|murid|pelajar)\b|[班级名单:：,()\-–]",
    re.IGNORECASE,
)  # fmt: skip


def class_title(cells: Sequence[str]) -> str:
    """The class that a row is the title of: "Class: 3A", "Class", "3A" beside it, "3A Name List 2026", or 3A alone."""
    texts = [cell for cell in cells if cell]
    if len(texts) > 1:
        words = "".join(texts).casefold()
        if not any(hint in words for hint in _HINTS):
            return ""
    texts = [part for text in texts for part in _PARTS.split(text) if part.strip(" :：")]
    for place, text in enumerate(texts):
        found = _LABELLED.fullmatch(text)
        if not found or (place and len(texts) > 4):
            continue
        sign, value = found[1], _BEHIND.sub("", found[2]).strip()
        if not value and place + 1 < len(texts) and len(texts) <= 4:
            sign, value = ":", texts[place + 1].lstrip(":： ")
        if is_class(value) or (sign and _is_words(value)):
            return value
    if len(texts) != 1:
        return ""
    alone = " ".join(_BESIDE.sub(" ", _BEHIND.sub("", texts[0])).split())
    return alone if is_class(alone) else ""


def _is_words(value: str) -> bool:
    words = value.replace("-", " ").split()
    plain = all(word.isalpha() or is_number(word) for word in words)
    return bool(words) and len(value) <= LONGEST_TITLE and plain and not _NO_CLASS.search(value)


def class_above(cells: Sequence[str]) -> str:
    """The class that a row above the headings names: as a title between the rows does, or one 3A among other words."""
    text = " ".join(cells)
    found = {each.casefold(): each for each in _PLAIN_CLASS.findall(text)}
    is_told = len(found) == 1 and _LIST.search(text) and not _ANOTHER.search(text)
    return class_title(cells) or (next(iter(found.values())) if is_told else "")
