"""What PyYAML complains of, in the reader's words, and how to fix it."""

import re

import yaml

from handout.errors import Flaw, Place, Problem

BLOCK = "Write >- there, and the text on the next line, indented."
_INDENT = "Indent it like its neighbours."

# What its scanner and parser say, the reader's words for it, and how to fix it.
_EXPLANATIONS = (
    (
        "mapping values are not allowed",
        "A colon with a space after it makes a key, and no key can be here.",
        f"Is it part of a text? {BLOCK} Is it a key? {_INDENT}",
    ),
    (
        "found character '\\t'",
        "There is a tab here.",
        "Type spaces instead: YAML does not indent with tabs.",
    ),
    ("that cannot start any token", "A text may not begin with this mark.", BLOCK),
    ("mapping keys are not allowed", 'A text may not begin with "?".', BLOCK),
    ("scanning an alias", 'A text may not begin with "*".', BLOCK),
    ("scanning an anchor", 'A text may not begin with "&".', BLOCK),
    ("scanning a tag", 'A text may not begin with "!".', BLOCK),
    ("found unknown escape", "Between double quotes a backslash has a meaning of its own.", BLOCK),
    ("scanning a double-quoted", "Between double quotes a backslash has a meaning of its own.", BLOCK),
    (
        "scanning a quoted scalar",
        "The quotes opened here are never closed.",
        "Close them at the end of the text.",
    ),
    ("parsing a flow", "A text that begins with a bracket makes a list.", BLOCK),
    (
        "could not find expected ':'",
        "There is no key with a colon here.",
        "Write key: and the text, or indent it to the text above.",
    ),
    ("scanning a block scalar", "After this mark the text begins on the next line.", BLOCK),
    (
        "sequence entries are not allowed",
        "A dash makes an entry of a list, and there can be no list here.",
        BLOCK,
    ),
    ("expected a single document", "A second document begins here.", "Delete the line with ---."),
    (
        "but found '<scalar>'",
        "There are words here that do not fit: after a closing quote or bracket, or indented less than the line above.",
        BLOCK,
    ),
    ("expected <block end>", "This is indented differently from the lines above it.", _INDENT),
    (
        "too deep",
        "Lists are inside lists here, deeper than this file needs.",
        "Delete brackets or indentation.",
    ),
)
_ELSEWHERE = ("This cannot be read as YAML.", f"Compare it with the lines above. Is it a text? {BLOCK}")

# Of these PyYAML finds the end; the reader wants the line on which it began.
_BEGAN_EARLIER = ("unexpected end of stream", "could not find expected ':'", "expected ','")


# What a word processor or another keyboard makes of the marks; the fault shows only below them.
_KEYS = "heading|paragraph|bullets|numbered|table|pack|sheet|text|image"
_ODD_LINES = (
    (
        re.compile(r"( *)(?:- )?\w+: +([-–]>|>[–—>]-?|[＞｜][-–－]?|[Il]-)\s*"),
        'A long text does not begin with "{}".',
        "Write >- there: the keys > and -.",
    ),
    (
        re.compile(rf"( *)([-–—•·▪*]) *(?<!- )(?:{_KEYS})\s*[:：].*"),
        'An entry of a list does not begin with "{}" like this.',
        "Begin it with a dash and a space, then its key: - heading: What is MIMS?",
    ),
    (
        re.compile(r"( *)(?:- )?([a-z0-9_]+)：.*"),
        'The colon after "{}" is not one that makes a key.',
        "Type the colon of an English keyboard, and a space after it.",
    ),
)
_ODD_ENTRY = re.compile(r" *([–—•·▪]|-(?=[^\s-])) *\S")
_ENTRY = "Begin it with a dash and a space, in line with the dashes above."


def explained(error: yaml.MarkedYAMLError, file: str, text: str) -> Problem:
    complaint = f"{error.context} {error.problem}"
    began_earlier = any(words in complaint for words in _BEGAN_EARLIER)
    mark = error.context_mark if began_earlier and error.context_mark else error.problem_mark
    if mark and (odd := _odd_line_above(text.split("\n"), mark.line)):
        return Problem(Place(file, line=odd[0]), odd[1])
    what, remedy = next(
        ((what, remedy) for words, what, remedy in _EXPLANATIONS if words in complaint), _ELSEWHERE
    )
    return Problem(Place(file, line=mark.line + 1 if mark else None), Flaw(what, remedy))


def _odd_line_above(lines: list[str], at: int) -> tuple[int, Flaw] | None:
    """What is wrong with the line of this fault, or with the one to which it belongs."""
    inside = len(lines[at]) if at < len(lines) else 0
    for place in range(min(at, len(lines) - 1), -1, -1):
        line = lines[place]
        indent = len(line) - len(line.lstrip(" "))
        if not line.strip() or indent > inside:
            continue
        for pattern, what, remedy in _ODD_LINES:
            if found := pattern.fullmatch(line):
                return place + 1, Flaw(what.format(found[2]), remedy)
        if place == at and (found := _ODD_ENTRY.match(line)):
            return place + 1, Flaw(f'An entry of a list does not begin with "{found[1]}" like this.', _ENTRY)
        inside = indent if place < at else inside
        if place < at and not indent:
            return None
    return None
