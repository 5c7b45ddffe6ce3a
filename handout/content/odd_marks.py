"""Marks of YAML or of Markdown that would be printed among the words of a text."""

import re
from collections.abc import Iterator

from handout.errors import Flaw
from handout.model import Text

_MARKS = (
    (re.compile(r"</?[a-zA-Z][^<>]*>|&(?:[a-zA-Z]{2,8}|#\d{2,6});"), "of web pages", "Delete {it}."),
    (
        re.compile(r"^(?:[>|＞｜]|[Il]-)(?=\s)|(?<!\S)(?:[>|＞｜][-+–－]|[-=–]>)(?!\S)"),
        "of this file",
        "Delete {it}, or check the dash before it.",
    ),
    (
        re.compile(r"^#+(?=\s)|##+|(?<=\s)#(?=\s)", re.MULTILINE),
        "of another form",
        "For a heading write - heading: before the words.",
    ),
    (
        re.compile(r"__+(?=\w)|(?<=\w)__+"),
        "of another form",
        "For bold words write **words**, for underlined ones ++words++.",
    ),
    (re.compile(r"~~+|＊＊+|＋＋+|\{%|%\}"), "of another form", "Delete {it}."),
    (
        re.compile(r"\](?=\s+\((?:https?:|mailto:|www\.))|\[(?=[^\[\]()]*\((?:https?:|mailto:|www\.))"),
        "of a link",
        "Write [words](https://school.example), with no space between them.",
    ),
)
MOST_NAMED = 8
_LINE_TO_WRITE_ON = re.compile(r"_{3,}")


def marks_on_paper(text: Text | str) -> Iterator[Flaw]:
    """A flaw for each kind of odd mark, with all of its marks; what is typed letter by letter may have any."""
    words = text if isinstance(text, str) else "".join(run.text for run in text if not run.typed)
    for pattern, whose, remedy in _MARKS:
        found = pattern.finditer(_LINE_TO_WRITE_ON.sub(" ", words))
        marks = list(dict.fromkeys(mark[0] for mark in found))
        named = ", ".join(f'"{mark}"' for mark in marks[:MOST_NAMED]) + (" …" if marks[MOST_NAMED:] else "")
        if len(marks) == 1:
            what = f"{named} will be printed as it is. It looks like a mark {whose}."
            yield Flaw(what, remedy.format(it="it"), near=marks[0])
        elif marks:
            what = f"{named} will be printed as they are. They look like marks {whose}."
            yield Flaw(what, remedy.format(it="them"), near=marks[0])
    if words.count('"') % 2:
        what = "There is one quotation mark without a partner in this text."
        yield Flaw(what, "Delete it, or add the other one.", near='"')
