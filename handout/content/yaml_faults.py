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


# What is typed for the mark of a long text: a dash that a word processor made long, letters of another keyboard.
_ODD_BLOCK = re.compile(r"( *)(?:- )?\w+: +([-–]>|>[–—>]-?|[＞｜][-–－]?|[Il]-)\s*")


def explained(error: yaml.MarkedYAMLError, file: str, text: str) -> Problem:
    if odd := _odd_block_above(text.split("\n"), error.problem_mark.line if error.problem_mark else 0):
        line, typed = odd
        flaw = Flaw(f'A long text does not begin with "{typed}".', "Write >- there: the keys > and -.")
        return Problem(Place(file, line=line), flaw)
    complaint = f"{error.context} {error.problem}"
    began_earlier = any(words in complaint for words in _BEGAN_EARLIER)
    mark = error.context_mark if began_earlier and error.context_mark else error.problem_mark
    what, remedy = next(
        ((what, remedy) for words, what, remedy in _EXPLANATIONS if words in complaint), _ELSEWHERE
    )
    return Problem(Place(file, line=mark.line + 1 if mark else None), Flaw(what, remedy))


def _odd_block_above(lines: list[str], at: int) -> tuple[int, str] | None:
    """The line and the mark of a long text around this line, where that is no mark that YAML has."""
    for place in range(min(at, len(lines) - 1), -1, -1):
        if found := _ODD_BLOCK.fullmatch(lines[place]):
            below = filter(str.strip, lines[place + 1 : at + 1])
            is_around = all(line.startswith(f"{found[1]} ") for line in below)
            return (place + 1, found[2]) if is_around else None
    return None
