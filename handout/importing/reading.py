"""What the reading of one page gathers: passages and pictures in their order, and all that was left out."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from handout.errors import Flaw, Place, Problem
from handout.importing.runs import as_words, cleaned, without
from handout.importing.tree import Node
from handout.importing.words import quoted, texts
from handout.model import Passage, Run, Text

_FILE_NAME = re.compile(r".*\.(?:png|jpe?g|gif|webp|svg|bmp|tiff?|heic)", re.IGNORECASE)


class PageLine(Place):
    """A line of the web page."""

    def __str__(self) -> str:
        return f"{self.file}, line {self.line}" if self.line else self.file


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of the page. `above` is the text right before it where that is inside a list."""

    address: str
    alt: str
    caption: str = ""
    above: str = ""


def picture_of(node: Node, *, caption: str = "", above: str = "") -> Picture:
    """An img element. Where it is loaded late, its `src` is empty or a placeholder.

    Its alt text may be its file's name, which says nothing; a title says what an alt text would.
    """
    attributes = node.attributes
    sources = [attributes.get(name, "").strip() for name in ("src", "data-src")]
    sources.append(attributes.get("srcset", "").strip().partition(" ")[0].rstrip(","))
    real = [source for source in sources if source and not source.startswith("data:")]
    alts = (" ".join(attributes.get(name, "").split()) for name in ("alt", "title"))
    return Picture(
        next(iter([*real, *filter(None, sources)]), ""),
        next((alt for alt in alts if alt and not _FILE_NAME.fullmatch(alt)), ""),
        caption,
        above,
    )


@dataclass(frozen=True, slots=True)
class Piece:
    """A passage or a picture, and its line. `level`: of a heading; `start`: the number of a list's first entry."""

    line: int
    what: Passage | Picture
    level: int = 0
    start: int = 1


@dataclass(slots=True)
class Reading:
    """`lacking` returns the letters of a text that no typeface has; `to_add` says how a missing picture is added."""

    name: str
    lacking: Callable[[str], str]
    to_add: str
    pieces: list[Piece] = field(default_factory=list)
    remarks: list[Problem] = field(default_factory=list)

    def add(self, line: int, what: Passage | Picture, *, level: int = 0, start: int = 1) -> None:
        self.pieces.append(Piece(line, what, level, start))

    def remark(self, line: int | None, what: str, remedy: str = "") -> None:
        self.remarks.append(Problem(PageLine(self.name, line), Flaw(what, remedy)))

    def leave_out(self, node: Node, what: str) -> None:
        words = quoted(texts(node))
        self.remark(node.line, f"{what} was left out{f': {words}' if words else '.'}")

    def text(self, runs: Iterable[Run], line: int) -> Text:
        """Clean runs; letters that no typeface has are left out and named."""
        text = cleaned(runs)
        missing = self.lacking(as_words(text))
        if missing:
            named = ", ".join(f"{letter} (U+{ord(letter):04X})" for letter in dict.fromkeys(missing))
            self.remark(line, f"{named} cannot be printed and was left out of {quoted([as_words(text)])}")
            text = without(text, missing)
        return text
