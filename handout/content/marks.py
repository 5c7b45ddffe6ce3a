"""Runs of text written back with the marks that an author may use; the way back from `markup`."""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from handout.model import Run, Text

_STYLES = {"**": "bold", "*": "italic", "++": "underline"}  # in the order in which they open at one place
_WORDS = re.compile(r"[\\*`{]|\+(?=\+)|(?<=\+)\+|\](?=\(|$)")
_WORDS_OF_A_LINK = re.compile(r"[\\*`{\[\]]|\+(?=\+)|(?<=\+)\+")
_TYPED = re.compile(r"[\\`{\[\]]")
_BARE_PLUS = re.compile(r"(?<!\\)(?:\\\\)*\+\Z")  # at the end, without a backslash of its own
_ADDRESS = re.compile(r"[\\(){}]")


def write_markup(text: Text) -> str:
    """A source that parse_markup reads as this text; white space at the edge of a style moves outside it."""
    return "".join(map(_linked, *zip(*_by_link(text), strict=True))) if text else ""


def _by_link(text: Text) -> Iterator[tuple[str, list[Run]]]:
    for link, group in groupby(text, key=lambda run: run.link):
        yield link, list(_loosened(run._replace(link="") for run in group))


def _loosened(runs: Iterable[Run]) -> Iterator[Run]:
    """White space at the edges of a style in runs of its own, without style; runs of one style joined."""
    parts = []
    for run in runs:
        inner = run.text.strip()
        start = run.text.index(inner) if inner else len(run.text)
        before, after = Run(run.text[:start]), Run(run.text[start + len(inner) :])
        parts += [part for part in (before, run._replace(text=inner), after) if part.text]
    for style, group in groupby(parts, key=lambda run: run._replace(text="")):
        yield style._replace(text="".join(run.text for run in group))


def _linked(link: str, runs: list[Run]) -> str:
    words = "".join(run.text for run in runs)
    inner = words.strip()
    if not link or not inner:
        return _marked(runs, _WORDS)
    before, _, after = words.partition(inner)
    runs[0] = runs[0]._replace(text=runs[0].text.lstrip())
    runs[-1] = runs[-1]._replace(text=runs[-1].text.rstrip())
    runs = [run for run in runs if run.text]
    return f"{before}[{_marked(runs, _WORDS_OF_A_LINK)}]({_escaped(link, _ADDRESS)}){after}"


def _marked(runs: list[Run], to_escape: re.Pattern[str]) -> str:
    """Styles that two neighbours share stay open from one to the other."""
    source = ""
    opened: list[str] = []
    for place, run in enumerate(runs):
        wanted = [mark for mark, style in _STYLES.items() if getattr(run, style)]
        while not set(opened) <= set(wanted):
            source += opened.pop()
        for mark in wanted:
            if mark not in opened:
                opened.append(mark)
                source += mark
        words = f"`{_escaped(run.text, _TYPED)}`" if run.typed else _escaped(run.text, to_escape)
        if words.startswith("+") and source.endswith("+"):
            words = f"\\{words}"
        if _BARE_PLUS.search(words) and (opened or place < len(runs) - 1):
            words = f"{words[:-1]}\\+"
        source += words
    return source + "".join(reversed(opened))


def _escaped(words: str, to_escape: re.Pattern[str]) -> str:
    return to_escape.sub(lambda mark: f"\\{mark[0]}", words)
