"""The guides under their heading, on as few pages as they need; points unless said otherwise."""

from collections.abc import Sequence
from dataclasses import replace

from handout.model import Content, Guides, on_one_line, plain
from handout.pages.blocks import Block, TextBlock
from handout.pages.guide_setting import GuideSetting
from handout.pages.guide_whites import whites
from handout.pdf import Element
from handout.pictures import Picture
from handout.theme import AFTER_GUIDES_HEADING, MEASURE, POINTS_PER_MM, Theme, points
from handout.typesetting import set_text


def guide_blocks(
    content: Content, pictures: Sequence[Picture], theme: Theme, per_page: int, root: Element
) -> list[Block]:
    """The guides in their order, with a heading on each page."""
    setting = GuideSetting(content, theme, per_page, pictures)
    blocks: list[Block] = []
    pages = setting.pages()
    between = whites(pages, content.guides.pictures, setting.white(pages))
    for page, spaces in zip(pages, between, strict=True):
        blocks.append(_heading(content.guides, theme, root, first=not blocks))
        for block, space in zip(page, [points(AFTER_GUIDES_HEADING), *spaces], strict=True):
            figure = root.child("Figure", alt=on_one_line(content.guides.pictures[block.picture].alt))
            blocks.append(replace(block, space_before=space, figure=figure))
    return blocks


def guide_widths(content: Content, pictures: Sequence[Picture], theme: Theme, per_page: int) -> list[float]:
    """How wide each picture is printed, in mm."""
    pages = GuideSetting(content, theme, per_page, pictures).pages()
    return [block.width / POINTS_PER_MM for page in pages for block in page]


def most_on_a_page(content: Content, pictures: Sequence[Picture], theme: Theme, per_page: int) -> int:
    """How many pictures of full size the fullest page has."""
    guides = content.guides.pictures
    pages = GuideSetting(content, theme, per_page, pictures).pages()
    return max(sum(not guides[block.picture].small for block in page) for page in pages)


def _heading(guides: Guides, theme: Theme, root: Element, *, first: bool) -> Block:
    """The heading of the guides, repeated on further pages in plain small type."""
    style = theme.guides_heading if first else theme.running_head
    return TextBlock(
        lines=set_text(guides.heading, style, points(MEASURE)),
        style=style,
        indent=0,
        element=root.child("H2") if first else None,
        starts_page=True,
        keep_with_next=True,
        heading=plain(guides.heading) if first else "",
    )
