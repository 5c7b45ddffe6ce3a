"""Texts compared whatever their line breaks and spelling, and many words found in one text at once."""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from itertools import groupby

from handout.model import Content, Run, Student, number_and_name, plain

_FROM_THE_RIGHT = {"R", "AL"}
START = 8  # letters: few words of a list begin with the same


def squeezed(text: str) -> str:
    """Without white space: a long name or username is on two lines."""
    return "".join(text.split())


def as_read(line: str) -> str:
    """A line in the order in which it is read, where letters of a script from right to left are drawn from the left.

    A shape that stands for two of their letters becomes those.
    """
    runs = groupby(line, key=lambda letter: unicodedata.bidirectional(letter) in _FROM_THE_RIGHT)
    return "".join(
        unicodedata.normalize("NFKC", "".join(run)[::-1]) if turned else "".join(run) for turned, run in runs
    )


def who(student: Student) -> str:
    return number_and_name(student.register_number, student.listed_name)


def letters_of(text: str) -> str:
    """Letters and figures alone, accents, width and case taken away."""
    folded = unicodedata.normalize("NFKD", text).casefold()
    return "".join(filter(str.isalnum, folded))


def said_by(content: Content) -> str:
    """All texts of content.yaml, each as one, squeezed."""
    return "\n".join(map(squeezed, _texts(content)))


def links_of(content: Content) -> frozenset[str]:
    """Every address that content.yaml has."""
    return frozenset({content.settings.portal, *_links(content)})


def _links(noun: object) -> Iterator[str]:
    if isinstance(noun, Run):
        yield noun.link
    elif isinstance(noun, tuple):
        for item in noun:
            yield from _links(item)
    elif is_dataclass(noun):
        for field in fields(noun):
            yield from _links(getattr(noun, field.name))


def _texts(noun: object) -> Iterator[str]:
    if isinstance(noun, str):
        yield noun
    elif isinstance(noun, tuple):
        if noun and all(isinstance(item, Run) for item in noun):
            yield plain(noun)
        for item in noun:
            yield from _texts(item)
    elif is_dataclass(noun):
        for field in fields(noun):
            if field.compare:  # what is not compared is about the file: its lines, notes on it
                yield from _texts(getattr(noun, field.name))
    else:
        yield str(noun)


class Words:
    """Finds which of many words are in a text: their first letters rule out nearly all of them at once.

    Asking word by word takes half a minute for one class of a school's list.
    """

    def __init__(self, words: Iterable[str]) -> None:
        self._by_start: dict[str, list[str]] = defaultdict(list)
        for word in dict.fromkeys(words):
            self._by_start[word[:START]].append(word)
        self._lengths = set(map(len, self._by_start)) - {0}
        self._by_line: dict[str, list[str]] = {}

    def found_in(self, text: str) -> list[str]:
        """The longest first: where TAN MEI LING is, TAN MEI is too."""
        starts = {text[at : at + length] for length in self._lengths for at in range(len(text))}
        found = [
            word for start in self._by_start.keys() & starts for word in self._by_start[start] if word in text
        ]
        return sorted(found, key=_longest_first)

    def found_in_lines(self, lines: Iterable[str]) -> list[str]:
        """The same for the lines of a page: those that many pages have are looked through once."""
        found: set[str] = set()
        for line in lines:
            if line not in self._by_line:
                self._by_line[line] = self.found_in(line)
            found.update(self._by_line[line])
        return sorted(found, key=_longest_first)


def _longest_first(word: str) -> tuple[int, str]:
    return -len(word), word
