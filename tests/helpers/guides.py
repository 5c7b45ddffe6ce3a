"""Guides drawn on pages, and what tests ask of them."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from handout.model.content import Content
from handout.model.text import Run, plain
from handout.pages.blocks import Block
from handout.pages.guide_block import GuideBlock
from handout.pages.guides import guide_blocks
from handout.pdf.fonts import FontSet
from handout.pdf.pen import Pen
from handout.pdf.tagging import Element
from handout.pictures.picture import Picture
from handout.theme import (
    LARGE,
    NORMAL,
    Theme,
)
from handout.typesetting import Line

THEMES = pytest.mark.parametrize("theme", [NORMAL, LARGE], ids=["normal", "large"])


PER_PAGE = pytest.mark.parametrize("per_page", [2, 3, 4])


SLIDE = (1180, 660)


PHONE = (390, 844)


TOP = 800


def picture(width: float, height: float) -> Picture:
    return Picture(1, 1, width, height, "L", b"", b"", 300)


def drawn(
    content: Content, theme: Theme, per_page: int, shapes: Sequence[tuple[int, int]] = (SLIDE,) * 8
) -> tuple[list[list[GuideBlock]], Element, list[Block]]:
    """The guides of each page, drawn; the structure; and all blocks."""
    root, pen = Element("Part"), Pen(FontSet(), 0)
    blocks = guide_blocks(content, [picture(*shape) for shape in shapes], theme, per_page, root)
    pages: list[list[GuideBlock]] = []
    for block in blocks:
        block.draw(pen, 0, TOP)
        if isinstance(block, GuideBlock):
            pages[-1].append(block)
        else:
            pages.append([])
    return pages, root, blocks


def numbers(pages: list[list[GuideBlock]]) -> list[list[int]]:
    """The guides of each page, counted from 1 as content.yaml has them."""
    return [[block.picture + 1 for block in page] for page in pages]


def of_full_size(content: Content, count: int = 8) -> Content:
    """So many guides of no part, none of them small."""
    first = content.guides.pictures[1]
    return replace(content, guides=content.guides._replace(pictures=(first,) * count))


def with_caption(content: Content, words: str, place: int = 1) -> Content:
    pictures = list(content.guides.pictures)
    pictures[place] = pictures[place]._replace(caption=(Run(words),))
    return replace(content, guides=content.guides._replace(pictures=tuple(pictures)))


def lines(block: GuideBlock) -> list[Line]:
    """All lines of its words, what to do first."""
    return [line for words in block.caption for line in words.lines]


def captions(content: Content) -> list[str]:
    return [plain(guide.caption) for guide in content.guides.pictures]
