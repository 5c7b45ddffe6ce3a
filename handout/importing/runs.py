"""The words of a web page as runs of print: white space and stray marks are cleaned, no word is changed."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby

from handout.model import Run, Text, plain

_PLAIN = Run("")
_HOST = r"(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,}"
# What somebody types letter by letter: a username or mail address, a web address.
_TYPED = re.compile(
    rf"[\w.%+-]+@{_HOST}(?![\w@])|https?://[^\s<>\"“”‘’]*[\w/=#&-]|(?<![\w@.])www\.{_HOST}(?:/[^\s<>\"“”‘’]*[\w/=#&-])?"
    rf"|(?<![\w@.])(?:[a-z0-9-]+\.)+sg(?:/[\w./?=&%#~-]*[\w/])?(?![\w@]|\.\w)"
)
_STRAY = (
    re.compile(r" (?=[.,;:!?](?:\s|$))"),  # white space before a full stop
    re.compile(r"(?<![.!?…])\.(?=\.(?:\s|$))"),  # one of two full stops; three are meant
    re.compile(r"(?<=\n) +| +(?=\n)|(?<=\n)\n+|(?<= ) +|^\s+|\s+$"),
)
_VARIANTS = frozenset(map(chr, range(0xFE00, 0xFE10)))  # how the letter before it is drawn
_SPACED_DASH = re.compile(r"(?<= )-(?= )")

Letter = tuple[str, Run]  # and its style: a run without text


def cleaned(runs: Iterable[Run]) -> Text:
    """White space as single spaces, none at the edges of lines and styles; addresses as what is typed."""
    letters = [(letter, run._replace(text="")) for run in runs for letter in _printable(run.text)]
    for pattern in _STRAY * 2:
        letters = _without(letters, pattern)
    for found in _SPACED_DASH.finditer(_words(letters)):
        letters[found.start()] = ("–", letters[found.start()][1])
    return _joined(_typed(_loose(letters)))


def without(text: Text, letters: Iterable[str]) -> Text:
    """The text less some letters."""
    gone = dict.fromkeys(map(ord, letters))
    return cleaned(run._replace(text=run.text.translate(gone)) for run in text)


def on_lines(texts: Iterable[Text]) -> Text:
    """Texts one below the other."""
    return cleaned(run for text in texts if text for run in (*text, Run("\n")))


def is_bold(text: Text) -> bool:
    """Whether all its words are bold, and none of them leads anywhere or is to be typed."""
    return bool(text) and all((run.bold and not run.link) or not run.text.strip(" –:\n") for run in text)


def plainer(text: Text) -> Text:
    """The words of a heading: neither bold nor underlined."""
    return cleaned(run._replace(bold=False, underline=False) for run in text)


def as_words(text: Text) -> str:
    return " ".join(plain(text).split())


def mapped(text: Text, change: Callable[[str], str]) -> Text:
    return tuple(run._replace(text=change(run.text)) for run in text)


def _printable(words: str) -> str:
    """Composed letters; every kind of white space as a space, and no invisible characters."""
    letters = []
    for letter in unicodedata.normalize("NFC", words):
        category = unicodedata.category(letter)
        if letter == "\n":
            letters.append(letter)
        elif letter.isspace() or category[0] == "Z":
            letters.append(" ")
        elif category[0] != "C" and letter not in _VARIANTS:
            letters.append(letter)
    return "".join(letters)


def _without(letters: list[Letter], pattern: re.Pattern[str]) -> list[Letter]:
    gone = {place for found in pattern.finditer(_words(letters)) for place in range(*found.span())}
    return [letter for place, letter in enumerate(letters) if place not in gone] if gone else letters


def _loose(letters: list[Letter]) -> list[Letter]:
    """White space, dashes and line breaks at the edge of a style have no style."""
    loose: list[Letter] = []
    for style, group in groupby(letters, key=lambda pair: pair[1]):
        words = [letter for letter, _ in group]
        inner = [place for place, letter in enumerate(words) if letter not in " \n–"]
        first, last = (inner[0], inner[-1]) if inner else (len(words), -1)
        loose += [
            (letter, style if first <= place <= last and letter != "\n" else _PLAIN)
            for place, letter in enumerate(words)
        ]
    return loose


def _typed(letters: list[Letter]) -> list[Letter]:
    """Addresses as what is typed; a link stays one."""
    for found in _TYPED.finditer(_words(letters)):
        for place in range(*found.span()):
            letter, style = letters[place]
            letters[place] = (letter, Run("", typed=True, link=style.link))
    return letters


def _words(letters: Iterable[Letter]) -> str:
    return "".join(letter for letter, _ in letters)


def _joined(letters: Iterable[Letter]) -> Text:
    return tuple(
        style._replace(text=_words(group)) for style, group in groupby(letters, key=lambda pair: pair[1])
    )


def sentences(words: str) -> Iterator[str]:
    """Cut after a full stop, question or exclamation mark that white space follows, and at line breaks."""
    for sentence in re.split(r"(?<=[.!?])\s+|(?<=[.!?][”’\")])\s+|\n", words):
        if sentence.strip():
            yield sentence.strip()
