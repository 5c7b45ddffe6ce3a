"""Text → lines: which words are on which line, in which face, how wide."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from handout.model import Run, Text
from handout.theme import INK, TYPED_SPACING, Colour, TypeStyle
from handout.typesetting.breaks import break_words
from handout.typesetting.chain import in_faces
from handout.typesetting.faces import EM, Face

KEPT_TEXTS = 256  # the editions of a run, one for each kind of reader, set the same texts again
_PIECES = r"_*[^/@._-]*[/@.-]|_*[^/@._-]+|_+"
_TYPED_PIECES = r"[_-]*[^/@._-]*[/@.]|[_-]*[^/@._-]+|[_-]+"


class Span(NamedTuple):
    """A piece of a line in one style; sizes in points."""

    text: str
    face: Face
    size: float
    spacing: float = 0
    colour: Colour = INK
    underline: bool = False
    link: str = ""

    @property
    def width(self) -> float:
        """Advance width, letter-spacing after every letter included, as the page shows it."""
        return self.face.width(self.text, self.size) + self.spacing * len(self.text)

    def style(self) -> tuple[object, ...]:
        """All but the text."""
        return self[1:]


class Line(NamedTuple):
    """Spans set side by side."""

    spans: tuple[Span, ...]

    @property
    def width(self) -> float:
        """Width in points; the space that ends a line is not seen."""
        text_width = sum(span.width for span in self.spans)
        last = self.spans[-1]
        return text_width - (last._replace(text=" ").width if last.text.endswith(" ") else 0)

    @property
    def text(self) -> str:
        return "".join(span.text for span in self.spans)

    @property
    def above(self) -> float:
        """How far its ink reaches above the baseline, in points."""
        return max(span.face.ink(span.text)[0] * span.size for span in self.spans) / EM

    @property
    def below(self) -> float:
        """How far its ink reaches below the baseline, in points."""
        return max(span.face.ink(span.text)[1] * span.size for span in self.spans) / EM

    @property
    def is_tall(self) -> bool:
        """Whether it has signs high above its letters or far below."""
        return any(span.face.is_tall for span in self.spans)

    def placed(self, x: float) -> Iterator[tuple[float, Span]]:
        """Each span with its left edge, for a line that begins at x."""
        for span in self.spans:
            yield x, span
            x += span.width


def single_line(text: str, face: Face, size: float, colour: Colour = INK) -> Line:
    """A text on one line, whatever its width; typed text is letter-spaced."""
    spacing = size * TYPED_SPACING / 1000 if face is Face.TYPED else 0
    return Line(_in_faces(Span(text, face, size, spacing, colour)))


@lru_cache(maxsize=KEPT_TEXTS)
def set_text(text: Text, style: TypeStyle, measure: float, *, balanced: bool = False) -> tuple[Line, ...]:
    """Break a text into lines no wider than the measure, in points; `balanced`: all as wide as can be alike.

    Every line but the last of the text ends with a space: no reader may join two words.
    """
    lines: list[Line] = []
    for words in _forced_lines(text, style):
        fitting = [piece for word in words for piece in _cut_to(word, measure)]
        lines += [_join(part) for part in break_words(fitting, measure, balanced=balanced)]
    return (*(with_space(line) for line in lines[:-1]), *lines[-1:])


class _Word:
    """Letters without a break; `space` is before it unless the line begins here."""

    def __init__(self, spans: tuple[Span, ...], space: Span | None) -> None:
        self.spans = spans
        self.space = space
        self.text = "".join(span.text for span in spans)
        self.width = sum(span.width for span in spans)
        self.space_width = space.width if space else 0


@lru_cache(maxsize=KEPT_TEXTS)
def _forced_lines(text: Text, style: TypeStyle) -> list[list[_Word]]:
    """The words between the forced breaks: the same for every measure that a caption is tried with."""
    lines: list[list[_Word]] = [[]]
    letters: list[Span] = []
    space: Span | None = None

    def finish_word() -> None:
        nonlocal letters
        if letters:
            lines[-1].append(_Word(_merged(letters), space))
            letters = []

    for run in text:
        for span in _in_faces(_span(run, style)):
            for piece in re.findall(r"[^ \n]+| |\n", span.text):
                if piece == "\n":
                    finish_word()
                    space = None
                    lines.append([])
                elif piece == " ":
                    finish_word()
                    space = span._replace(text=" ")
                else:
                    letters.append(span._replace(text=piece))
    finish_word()
    return [words for words in lines if words]


def _in_faces(span: Span) -> tuple[Span, ...]:
    """The span, in pieces where one face does not have all its letters."""
    if span.face.letters.issuperset(span.text):
        return (span,)
    return tuple(span._replace(text=text, face=face) for text, face in in_faces(span.text, span.face))


def _span(run: Run, style: TypeStyle) -> Span:
    bold = run.bold or style.bold
    if run.typed:
        spacing = style.typed * TYPED_SPACING / 1000
        # An underline would hide the underscores of what is to be typed.
        return Span(run.text, Face.TYPED, style.typed, spacing, style.colour, link=run.link)
    face = {
        (False, False): Face.REGULAR,
        (True, False): Face.BOLD,
        (False, True): Face.ITALIC,
        (True, True): Face.BOLD_ITALIC,
    }[bold, run.italic]
    return Span(run.text, face, style.size, 0, style.colour, run.underline or bool(run.link), run.link)


def _cut_to(word: _Word, measure: float) -> Iterator[_Word]:
    """A word wider than the measure in pieces, cut at a joint of an address where there is one.

    An underscore begins the next line, and so does the hyphen of what is typed: a reader who copies a username
    would miss it at the end of a line.
    """
    if word.width <= measure:
        yield word
        return
    taken = _Word((), word.space)
    for span in word.spans:
        for piece in re.findall(_TYPED_PIECES if span.face is Face.TYPED else _PIECES, span.text):
            for part in _letters_to(span._replace(text=piece), measure):
                longer = _Word(_merged((*taken.spans, part)), taken.space)
                if longer.width > measure and taken.spans:
                    yield taken
                    longer = _Word((part,), None)
                taken = longer
    yield taken


def _letters_to(span: Span, measure: float) -> Iterator[Span]:
    if span.width <= measure or not span.face.simple.issuperset(span.text):
        yield span  # letters that change with their neighbours are not split
    else:
        for letter in span.text:
            yield span._replace(text=letter)


def _join(words: list[_Word]) -> Line:
    spans: list[Span] = []
    for place, word in enumerate(words):
        spans += (word.space, *word.spans) if place and word.space else word.spans
    return Line(_merged(spans))


def _merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Neighbours of one style as one span: letters are kerned within a span."""
    runs = (list(run) for _, run in groupby(spans, key=Span.style))
    return tuple(run[0]._replace(text="".join(span.text for span in run)) for run in runs)


def with_space(line: Line) -> Line:
    """The line with a space at its end: no reader may join its last word to the next line."""
    last = line.spans[-1]
    if last.face.simple.issuperset(last.text):
        return Line((*line.spans[:-1], last._replace(text=last.text + " ")))
    return Line((*line.spans, last._replace(text=" ")))  # in the word it could end up at its left
