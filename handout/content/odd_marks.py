"""Marks of the form, or of another one, that would be printed among the words of a text."""

import re
from collections.abc import Iterator

from handout.errors import Flaw
from handout.model import Text

_MARKS = (
    (re.compile(r"</?[a-zA-Z][^<>]*>|&(?:[a-zA-Z]{2,8}|#\d{2,6});"), "a mark of web pages", "Delete it."),
    (
        re.compile(r"^[>|](?=\s)|(?<!\S)(?:[>|][-+]|[-=]>)(?!\S)"),
        "a mark of this file",
        "Delete it, or check the dash before it.",
    ),
    (
        re.compile(r"^#+(?=\s)|##+"),
        "a mark of another form",
        "For a heading write - heading: before the words.",
    ),
    (
        re.compile(r"__+(?=\w)|(?<=\w)__+"),
        "a mark of another form",
        "For bold words write **words**, for underlined ones ++words++.",
    ),
)
_LINE_TO_WRITE_ON = re.compile(r"_{3,}")


def marks_on_paper(text: Text | str) -> Iterator[Flaw]:
    """A flaw for each kind of odd mark; what is typed letter by letter may have any."""
    words = text if isinstance(text, str) else "".join(run.text for run in text if not run.typed)
    for pattern, what, remedy in _MARKS:
        found = pattern.search(_LINE_TO_WRITE_ON.sub(" ", words))
        if found:
            yield Flaw(f'"{found[0]}" will be printed as it is. It looks like {what}.', remedy, near=found[0])
    if words.count('"') % 2:
        what = "There is one quotation mark without a partner in this text."
        yield Flaw(what, "Delete it, or add the other one.", near='"')
