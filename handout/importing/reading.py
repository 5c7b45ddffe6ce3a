"""What the reading of one page gathers: passages and pictures in their order, and all that was left out."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from handout.errors import Flaw, Place, Problem
from handout.importing.runs import as_words, cleaned, without
from handout.importing.scripted import WITHOUT_SCRIPTS
from handout.importing.tree import Node
from handout.importing.words import quoted, texts
from handout.model import Passage, Run, Text

_SOURCES = ("src", "data-src", "data-lazy-src", "data-original", "data-lazy", "data-image", WITHOUT_SCRIPTS)
_SETS = ("srcset", "data-srcset", "data-lazy-srcset")
_FILE_NAME = re.compile(r".*\.(?:png|jpe?g|gif|webp|svg|bmp|tiff?|heic)", re.IGNORECASE)


class PageLine(Place):
    """A line of the web page."""

    def __str__(self) -> str:
        return f"{self.file}, line {self.line}" if self.line else self.file


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of the page. `above` is the text right before it where that is inside a list.

    `address` is where it is; `others` where else it, or a larger or smaller copy, may be.
    """

    address: str
    alt: str
    caption: str = ""
    above: str = ""
    others: tuple[str, ...] = ()


def picture_of(node: Node, *, caption: str = "", above: str = "") -> Picture:
    """An img element. Where it is loaded late, its `src` is empty or a placeholder.

    Its alt text may be its file's name, which says nothing; a title says what an alt text would.
    """
    attributes = node.attributes
    sources = [attributes.get(name, "").strip() for name in _SOURCES]
    sources += [source for name in _SETS for source in _largest_first(attributes.get(name, ""))]
    sources = list(dict.fromkeys(filter(None, sources)))
    address, *others = [s for s in sources if not s.startswith("data:")] or sources[:1] or [""]
    alts = (" ".join(attributes.get(name, "").split()) for name in ("alt", "title", "aria-label"))
    alt = next((alt for alt in alts if alt and not _FILE_NAME.fullmatch(alt)), "")
    return Picture(address, alt, caption, above, tuple(others))


def _largest_first(sources: str) -> list[str]:
    """The addresses of a `srcset`: each with its width or scale behind it."""
    found = [
        (*entry.rstrip(",").split(), "1x")[:2] for entry in re.split(r",\s+", sources) if entry.strip(" ,")
    ]
    sizes = [float(size[:-1]) if re.fullmatch(r"[\d.]*\d[wx]", size) else 1 for _, size in found]
    ranked = sorted(zip(sizes, found, strict=True), key=lambda pair: -pair[0])
    return [address for _, (address, _) in ranked]


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
