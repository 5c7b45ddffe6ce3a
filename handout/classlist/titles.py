"""The class that a title names, above a table or between its rows."""

import re
from collections.abc import Sequence

from handout.classlist.headings import names_a_column
from handout.classlist.holdings import is_class, is_number

LONGEST_TITLE = 20  # letters of a class in a title

# Python compiles each where it is first needed: most lists have no title, and these take long to compile.
_LABELLED = r"(?is)(?:form\s+)?(?:class|kelas|班级|班别)(?:\s*list|\s*name|\s*/\s*form)?(?:\s+of)?\s*([:：=\-–]?)\s*(.*)"
_HINTS = ("class", "kelas", "班")
_NO_CLASS = r"(?i)teacher|list|size|strength|total|(19|20)\d\d"
_PARTS = r"\s{2,}|[|;\n]|\s/\s|,\s"
_BEHIND = r"\s*[(\[][^()\[\]]*[)\]]\s*$"
# 3A, P3A, Primary 3A among other words, and the words that a list's title has beside it.
_PLAIN_CLASS = r"(?i)(?<![\w@/.&-])((?:(?:p|pri|primary)\.?\s?)?[1-6](?!st\b|nd\b|rd\b|th\b|am\b|pm\b)[a-z]{1,2})(?![\w@/-])"
_LIST = r"(?i)\b(class|form|(name)?list|pupils|students|kelas|murid|pelajar)\b|班"
_ANOTHER = r"(?i)\b(from|formerly|former|old|previous|last|ex)\b"
_BESIDE = (
    r"(?i)\b((name|class)\s*list|class|form|name|list|roll|pupils?|students?|of|for|in|the|year|term\s+[1-4]"
    r"|(as\s+(at|of|on)\s+)?\d{1,2}\s+[a-z]{3,9}\s+20\d\d|20\d\d|kelas|senarai|nama|murid|pelajar)\b|[班级名单:：,()\-–]"
)


def class_title(cells: Sequence[str]) -> str:
    """The class that a row is the title of: "Class: 3A", "Class", "3A" beside it, "3A Name List 2026", or 3A alone."""
    texts = [cell for cell in cells if cell]
    if len(texts) > 1:
        words = "".join(texts).casefold()
        if not any(hint in words for hint in _HINTS):
            return ""
    texts = [part for text in texts for part in re.split(_PARTS, text) if part.strip(" :：")]
    for place, text in enumerate(texts):
        found = re.fullmatch(_LABELLED, text)
        if not found or (place and len(texts) > 4):
            continue
        sign, value = found[1], re.sub(_BEHIND, "", found[2]).strip()
        if not value and place + 1 < len(texts) and len(texts) <= 4:
            sign, value = ":", texts[place + 1].lstrip(":： ")
        if is_class(value) or (sign and _is_words(value)):
            return value
    if len(texts) != 1:
        return ""
    alone = " ".join(re.sub(_BESIDE, " ", re.sub(_BEHIND, "", texts[0])).split())
    return alone if is_class(alone) else ""


def _is_words(value: str) -> bool:
    words = value.replace("-", " ").split()
    plain = all(word.isalpha() or is_number(word) for word in words)
    is_other = re.search(_NO_CLASS, value) or names_a_column(value)
    return bool(words) and len(value) <= LONGEST_TITLE and plain and not is_other


def class_above(cells: Sequence[str]) -> str:
    """The class that a row above the headings names: as a title between the rows does, or one 3A among other words."""
    text = " ".join(cells)
    found = {each.casefold(): each for each in re.findall(_PLAIN_CLASS, text)}
    is_told = len(found) == 1 and re.search(_LIST, text) and not re.search(_ANOTHER, text)
    return class_title(cells) or (next(iter(found.values())) if is_told else "")
