"""Where a paragraph is broken into lines.

Lines are broken for the quietest ragged edge of the whole paragraph (the total of the squared gaps
is least, after Knuth and Plass), leave no short word alone on the last line, and keep "page 136" together.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Protocol, TypeVar

SHORT_LAST_LINE = (
    0.2  # of the measure: one word shorter than this, alone on the last line, reads as an accident
)
# In squared measures, as bad as an empty line: it is done only where there is no other way.
_SHORT_LAST_LINE_COST = 1
_TORN_COST = 1
# Of balanced lines: a break between two sentences is better, where the lines are about as even.
_WITHIN_SENTENCE_COST = 0.1
_SENTENCE_END = re.compile(r".*[.!?][”’\"')]*")
# "page 136", "Primary 1 to 3": what a number counts, and the two ends of a range.
_COUNTED = re.compile(r"\W*(page|pages|pg|pp?\.|no\.|primary|secondary|step|part)", re.IGNORECASE)
_NUMBER = re.compile(r"\W*\d+\W*")


class Word(Protocol):
    """Letters without a break; a piece of a cut word has no space before it."""

    @property
    def text(self) -> str: ...
    @property
    def width(self) -> float: ...
    @property
    def space(self) -> object | None: ...
    @property
    def space_width(self) -> float: ...


Broken = TypeVar("Broken", bound=Word)


def break_words(words: list[Broken], measure: float, *, balanced: bool) -> list[list[Broken]]:
    """Words into lines; `balanced`: all as wide as can be alike.

    best[i] is the least cost of setting the words from i on, and where to break.
    """
    count = len(words)
    torn = [0.0, *(_TORN_COST * _belong_together(words, place) for place in range(1, count))]
    if balanced:
        torn[1:] = [
            cost + _WITHIN_SENTENCE_COST * (not _SENTENCE_END.fullmatch(before.text))
            for cost, before in zip(torn[1:], words, strict=False)
        ]
    best: list[tuple[float, int]] = [(0.0, count)] * (count + 1)
    for start in range(count - 1, -1, -1):
        best[start] = min(_continuations(words, start, measure, best, torn, balanced=balanced))
    lines, start = [], 0
    while start < count:
        end = best[start][1]
        lines.append(words[start:end])
        start = end
    return lines


def _continuations(
    words: Sequence[Word],
    start: int,
    measure: float,
    best: Sequence[tuple[float, int]],
    torn: Sequence[float],
    *,
    balanced: bool,
) -> Iterator[tuple[float, int]]:
    width = words[start].width
    for end in range(start + 1, len(words) + 1):
        is_last = end == len(words)
        cost = 0 if is_last and not balanced else max(1 - width / measure, 0) ** 2
        if is_last and 0 < start == end - 1 and width < measure * SHORT_LAST_LINE:
            cost += _SHORT_LAST_LINE_COST
        if not is_last:
            cost += torn[end]
        yield cost + best[end][0], end
        if end < len(words):
            # A piece of a cut word has no space before it and always begins a line of its own.
            if words[end].space is None:
                return
            width += words[end].space_width + words[end].width
            if width > measure:
                return


def _belong_together(words: Sequence[Word], place: int) -> bool:
    """Whether the word at that place is torn from the one before it, if its line begins with it."""
    before, word = words[place - 1].text, words[place].text
    if _is_number(word):
        return bool(_COUNTED.fullmatch(before)) or (before == "to" and _is_number(words[place - 2].text))
    return (
        word == "to"
        and _is_number(before)
        and any(_is_number(end.text) for end in words[place + 1 : place + 2])
    )


def _is_number(word: str) -> bool:
    return bool(_NUMBER.fullmatch(word))
