"""Content blocks → blocks that know their height and draw themselves; points throughout."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import count, groupby
from typing import NamedTuple, Protocol

from handout.pdf import Element, Pen
from handout.theme import (
    CAP_HEIGHT,
    LIST_INDENT,
    TypeStyle,
    points,
)
from handout.typesetting import Line

LEAST_LINES = 2  # of a paragraph that stay together at the foot and at the head of a page


class Block(Protocol):
    """A piece of a page. `space_before` is not taken at the head of a page."""

    @property
    def height(self) -> float: ...
    @property
    def reach(self) -> float:
        """How far down it is drawn, where that is farther than its height."""

    @property
    def space_before(self) -> float: ...
    @property
    def keep_with_next(self) -> bool: ...
    @property
    def starts_page(self) -> bool: ...
    @property
    def heading(self) -> str:
        """The words of a heading, for the bookmarks."""

    def split(self, room: float) -> "tuple[Block, Block] | None":
        """The part that fits the room and the rest; None where nothing sensible fits."""

    def draw(self, pen: Pen, x: float, top: float) -> None: ...


@dataclass(frozen=True, eq=False)
class Unbroken:
    """The defaults of a block: one piece, anywhere on a page.

    With `eq=False` Python defines the class in half the time; blocks are never compared.
    """

    space_before: float = 0
    reach: float = 0
    keep_with_next: bool = False
    starts_page: bool = False
    heading: str = ""

    def split(self, room: float) -> None:  # noqa: ARG002 - one piece fits no smaller room
        return None


@dataclass(frozen=True, kw_only=True, eq=False)
class TextBlock(Unbroken):
    """Lines of one element. `label` is the number or bullet of a list item, before its first line."""

    lines: tuple[Line, ...]
    style: TypeStyle
    indent: float
    element: Element | None  # None: a running head, said once already
    label: tuple[Line, Element] | None = None

    @cached_property
    def height(self) -> float:
        return len(self.lines) * self.style.leading

    def split(self, room: float) -> "tuple[TextBlock, TextBlock] | None":  # type: ignore[override]
        fitting = min(int(room / self.style.leading), len(self.lines) - LEAST_LINES)
        if fitting < LEAST_LINES:
            return None
        head = replace(self, lines=self.lines[:fitting], keep_with_next=False)
        return head, replace(self, lines=self.lines[fitting:], space_before=0, label=None)

    def draw(self, pen: Pen, x: float, top: float) -> None:
        if self.label:
            line, element = self.label
            with pen.tag(element):
                pen.text(x + self.indent - points(LIST_INDENT), next(baselines(top, self.style)), line)
        if self.element:
            draw_lines(pen, self.element, self.lines, self.style, x + self.indent, top)
        else:
            with pen.artifact("/Type /Pagination /Subtype /Header"):
                for line, baseline in zip(self.lines, baselines(top, self.style), strict=False):
                    pen.text(x + self.indent, baseline, line)


@dataclass(frozen=True, kw_only=True, eq=False)
class SideHead(Unbroken):
    """A heading in the margin column, level with the text that follows; it takes no height of its own."""

    lines: tuple[Line, ...]
    style: TypeStyle
    element: Element
    keep_with_next: bool = True
    height: float = 0

    def draw(self, pen: Pen, x: float, top: float) -> None:
        draw_lines(pen, self.element, self.lines, self.style, x, top)


def baselines(top: float, style: TypeStyle) -> Iterator[float]:
    """Baseline of each line of a text below `top`: half of the leading's white stands above it."""
    return count(top - style.leading / 2 - style.size * CAP_HEIGHT / 2, -style.leading)


class PlacedLine(NamedTuple):
    """A line, and where its baseline begins."""

    left: float
    baseline: float
    line: Line


def draw_lines(
    pen: Pen, element: Element, lines: Sequence[Line], style: TypeStyle, x: float, top: float
) -> None:
    """Lines of a text as content of the element; each link inside it becomes a Link of its own."""
    draw_placed(pen, element, placed_lines(lines, style, x, top))


def placed_lines(lines: Sequence[Line], style: TypeStyle, x: float, top: float) -> list[PlacedLine]:
    return [
        PlacedLine(x, baseline, line) for line, baseline in zip(lines, baselines(top, style), strict=False)
    ]


def draw_placed(pen: Pen, element: Element, lines: Iterable[PlacedLine]) -> None:
    """What is between two links is one mark, however many lines it has: a child's copy costs bytes for each."""
    links: dict[str, Element] = {}
    parts = [
        PlacedLine(left, baseline, part) for x, baseline, line in lines for left, part in _by_link(line, x)
    ]
    for address, of_one in groupby(parts, key=lambda placed: placed.line.spans[0].link):
        if not address:
            with pen.tag(element):
                for left, baseline, part in of_one:
                    pen.text(left, baseline, part)
            continue
        link = links.get(address) or element.child("Link")
        links[address] = link
        for left, baseline, part in of_one:
            with pen.tag(link):
                pen.text(left, baseline, part)
            size = part.spans[0].size
            area = (left, baseline - size * 0.3, left + part.width, baseline + size * 0.9)
            pen.link(link, area, address, part.text.strip())


def _by_link(line: Line, x: float) -> list[tuple[float, Line]]:
    """A line cut where a link begins or ends."""
    parts: list[tuple[float, Line]] = []
    for left, span in line.placed(x):
        if parts and parts[-1][1].spans[0].link == span.link:
            start, before = parts[-1]
            parts[-1] = (start, Line((*before.spans, span)))
        else:
            parts.append((left, Line((span,))))
    return parts
