"""Blocks → pages: which block is where, then each page drawn with its footer; points throughout."""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from handout.pages.blocks import Block
from handout.pages.footer import draw_footer
from handout.pdf import Bookmark, DrawnPage, Element, FontSet, LaidOut, Pen
from handout.theme import (
    FOOTER,
    GUTTER,
    MARGIN,
    PAGE_HEIGHT,
    TypeStyle,
    points,
)

LEFT = points(GUTTER)
RIGHT_PUNCHED = points(MARGIN)  # the left edge where the gutter is on the right
TOP = points(PAGE_HEIGHT - MARGIN)


class Placed(NamedTuple):
    """A block and how far below the head of the frame it begins."""

    block: Block
    down: float


class TooTallError(Exception):
    """A block too tall for any page."""

    def __init__(self, block: Block) -> None:
        super().__init__()
        self.block = block


def paginate(
    blocks: Iterable[Block],
    frame_height: float,
    running_head: Block | None = None,
    *,
    whole: bool = False,
) -> list[list[Placed]]:
    """Put the blocks on as few pages as they need; the running head is on every page but the first.

    A block that keeps with the next goes where the next goes; a text is split so that neither page
    has a lone line; `whole`: only where it is longer than a page. Raises TooTallError.
    """
    waiting = deque(blocks)
    every_next_page = [Placed(running_head, 0)] if running_head else []
    pages: list[list[Placed]] = [[]]
    fresh = True  # nothing but the running head is on the page yet
    while waiting:
        group = _take_group(waiting)
        placed = None
        if fresh or not group[0].starts_page:
            last = pages[-1][-1] if pages[-1] else None
            used = last.down + last.block.height if last else 0
            placed = _place(group, used, frame_height, may_split=fresh or not whole)
        if placed:
            on_page, rest = placed
            pages[-1] += on_page
            fresh = False
            if rest is None:
                continue
            waiting.appendleft(rest)
        elif fresh:
            raise TooTallError(max(group, key=_extent))
        else:
            waiting.extendleft(reversed(group))
        pages.append(every_next_page.copy())
        fresh = True
    return pages


def _take_group(waiting: deque[Block]) -> list[Block]:
    """The next blocks that must stay together; what starts a page keeps with nothing before it."""
    group = [waiting.popleft()]
    while group[-1].keep_with_next and waiting and not waiting[0].starts_page:
        group.append(waiting.popleft())
    return group


def _place(
    group: Sequence[Block], used: float, frame_height: float, *, may_split: bool
) -> tuple[list[Placed], Block | None] | None:
    """The group below what is used already, and the rest of its last block where that had to be split.

    None where it does not fit.
    """
    placed: list[Placed] = []
    rest: Block | None = None
    for block in group:
        down = used + (block.space_before if used or placed else 0)
        fitting = block
        if down + _extent(block) > frame_height:
            parts = block.split(frame_height - down) if may_split and block is group[-1] else None
            if parts is None:
                return None
            fitting, rest = parts
        placed.append(Placed(fitting, down))
        used = down + fitting.height
    return placed, rest


def _extent(block: Block) -> float:
    return max(block.height, block.reach)


def draw_pages(
    pages: Sequence[Sequence[Placed]],
    root: Element,
    fonts: FontSet,
    *,
    grey: bool,
    source: str,
    footer: TypeStyle = FOOTER,
    notice: str = "",
) -> LaidOut:
    """Draw every page, the `source` at its foot too, and note where the headings are. Even pages are punched on the right."""
    drawn: list[DrawnPage] = []
    links = 0
    for number, placed_blocks in enumerate(pages):
        left = RIGHT_PUNCHED if number % 2 else LEFT
        pen = Pen(fonts, number, grey=grey, first_link=links)
        for placed in placed_blocks:
            placed.block.draw(pen, left, TOP - placed.down)
        draw_footer(pen, source, footer, left, number + 1, len(pages), notice)
        drawn.append(pen.finish())
        links += len(drawn[-1].links)
    return LaidOut(tuple(drawn), root, tuple(_bookmarks(pages)))


def _bookmarks(pages: Sequence[Sequence[Placed]]) -> Iterator[Bookmark]:
    for number, placed_blocks in enumerate(pages):
        for placed in placed_blocks:
            if placed.block.heading:
                yield Bookmark(placed.block.heading, number, TOP - placed.down)
