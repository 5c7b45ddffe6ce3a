"""Blocks → pages: which block stands where, then each page drawn with its footer; points throughout."""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from handout.blocks import Block
from handout.content import Content
from handout.fonts import FontSet
from handout.markup import Run
from handout.pen import DrawnPage, Pen
from handout.tagging import Element
from handout.theme import (
    FOOTER,
    FOOTER_BASELINE,
    FRAME_HEIGHT,
    GUTTER,
    MARGIN,
    MEASURE,
    PAGE_HEIGHT,
    PAGE_NUMBER_COLUMN,
    points,
)
from handout.typeset import set_text

LEFT = points(GUTTER)
TOP = points(PAGE_HEIGHT - MARGIN)


@dataclass(frozen=True, slots=True)
class Placed:
    """A block and how far below the head of the frame it begins."""

    block: Block
    down: float


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A heading and where it is: its page from 0, and the y above it."""

    words: str
    page: int
    top: float


@dataclass(frozen=True, slots=True)
class LaidOut:
    """The pages of one copy, drawn, with the structure of what is on them."""

    pages: tuple[DrawnPage, ...]
    root: Element
    bookmarks: tuple[Bookmark, ...]


def paginate(blocks: Iterable[Block], frame_height: float = points(FRAME_HEIGHT)) -> list[list[Placed]]:
    """Put the blocks on as few pages as they need.

    A block that keeps with the next goes where the next goes; a text is split so that neither page
    has a lone line; an optional block is left out where it would need a page of its own.
    """
    waiting = deque(blocks)
    pages: list[list[Placed]] = [[]]
    used = 0.0
    while waiting:
        group = _take_group(waiting)
        if group[0].starts_page and pages[-1]:
            pages.append([])
            used = 0.0
        placed = _place(group, used, frame_height)
        if placed is None and group[0].optional:
            continue
        if placed is None and pages[-1]:
            pages.append([])
            used = 0.0
            waiting.extendleft(reversed(group))
            continue
        if placed is None:
            raise ValueError("a block is taller than a page")
        on_page, rest = placed
        pages[-1] += on_page
        used = on_page[-1].down + on_page[-1].block.height
        if rest:
            waiting.appendleft(rest)
            pages.append([])
            used = 0.0
    return pages


def _take_group(waiting: deque[Block]) -> list[Block]:
    """The next blocks that must stand together."""
    group = [waiting.popleft()]
    while group[-1].keep_with_next and waiting:
        group.append(waiting.popleft())
    return group


def _place(
    group: Sequence[Block], used: float, frame_height: float
) -> tuple[list[Placed], Block | None] | None:
    """The group below what is used already, its last block split where it must be; None where it does not fit."""
    placed: list[Placed] = []
    for block in group:
        down = used + (block.space_before if used else 0)
        if down + block.height <= frame_height:
            placed.append(Placed(block, down))
            used = down + block.height
            continue
        parts = block.split(frame_height - down) if block is group[-1] else None
        if parts is None:
            return None
        return [*placed, Placed(parts[0], down)], parts[1]
    return placed, None


def draw_pages(
    pages: Sequence[Sequence[Placed]], content: Content, root: Element, fonts: FontSet, *, grey: bool
) -> LaidOut:
    """Draw every page, its footer too, and note where the headings are."""
    drawn: list[DrawnPage] = []
    links = 0
    for number, placed_blocks in enumerate(pages):
        pen = Pen(fonts, number, grey=grey, first_link=links)
        for placed in placed_blocks:
            placed.block.draw(pen, LEFT, TOP - placed.down)
        _draw_footer(pen, content, number + 1, len(pages))
        drawn.append(pen.finish())
        links += len(drawn[-1].links)
    return LaidOut(tuple(drawn), root, tuple(_bookmarks(pages)))


def _bookmarks(pages: Sequence[Sequence[Placed]]) -> Iterator[Bookmark]:
    for number, placed_blocks in enumerate(pages):
        for placed in placed_blocks:
            if placed.block.heading:
                yield Bookmark(placed.block.heading, number, TOP - placed.down)


def _draw_footer(pen: Pen, content: Content, number: int, count: int) -> None:
    settings = content.settings
    baseline = points(FOOTER_BASELINE)
    column = points(PAGE_NUMBER_COLUMN)
    source = set_text((Run(f"{settings.school} · {settings.source}"),), FOOTER, points(MEASURE) - column)
    (page_number,) = set_text((Run(f"Page {number} of {count}"),), FOOTER, column)
    with pen.artifact("/Type /Pagination /Subtype /Footer"):
        for place, line in enumerate(reversed(source)):
            pen.text(LEFT, baseline + place * FOOTER.leading, line)
        pen.text(LEFT + points(MEASURE) - page_number.width, baseline, page_number)
