"""Content → the blocks of the handout, in reading order, each with its place in the structure tree."""

from collections.abc import Sequence
from dataclasses import replace

from handout.model import (
    Content,
    Guides,
    Heading,
    Passage,
    Reader,
    Student,
    plain,
)
from handout.pages.blocks import Block, GuideBlock, SideHead, TextBlock
from handout.pages.panel import PanelBlock
from handout.pages.passages import passage_blocks
from handout.pdf import Element
from handout.pictures import Picture
from handout.theme import (
    ACCENT,
    AFTER_CAPTION,
    AFTER_GUIDES_HEADING,
    AFTER_TITLE,
    BEFORE_HEADING,
    BETWEEN_GUIDES,
    COLUMN_GAP,
    FRAME_HEIGHT,
    MAIN_COLUMN,
    MARGIN_COLUMN,
    MEASURE,
    NUMBER_COLUMN,
    NUMBER_SIZE,
    POINTS_PER_MM,
    Theme,
    points,
)
from handout.typesetting import Face, set_text, single_line

BESIDE_FROM = 3  # guides to a page from which the caption stands beside its picture


def front_blocks(
    content: Content,
    text: Sequence[Passage],
    reader: Reader,
    student: Student,
    theme: Theme,
    new_passwords: int,
    root: Element,
) -> list[Block]:
    """Title, panel with so many lines for new passwords, and text."""
    title = TextBlock(
        lines=set_text(content.title, theme.title, points(MEASURE)),
        style=theme.title,
        indent=0,
        element=root.child("H1"),
        keep_with_next=True,
        heading=plain(content.title),
    )
    panel = PanelBlock(
        reader=reader,
        labels=content.panel.labels,
        settings=content.settings,
        portal_note=content.portal_note,
        theme=theme,
        student=student,
        element=root.child("Sect"),
        new_passwords=new_passwords,
        space_before=points(AFTER_TITLE),
    )
    return [title, panel, *_text_blocks(text, theme, root)]


def guide_box(guides: Guides, theme: Theme, per_page: int) -> tuple[float, float]:
    """Width and height of the room of one picture, in mm."""
    heading = _heading_height(guides, theme) / POINTS_PER_MM + AFTER_GUIDES_HEADING
    slot = (FRAME_HEIGHT - heading - (per_page - 1) * BETWEEN_GUIDES) / per_page
    if per_page >= BESIDE_FROM:
        return MAIN_COLUMN, slot
    room = points(MEASURE - NUMBER_COLUMN)
    caption_lines = max(
        len(set_text(guide.caption, theme.caption, room, balanced=True)) for guide in guides.pictures
    )
    return MEASURE, slot - caption_lines * theme.caption.leading / POINTS_PER_MM - AFTER_CAPTION


def guide_blocks(
    guides: Guides, pictures: Sequence[Picture], theme: Theme, per_page: int, root: Element
) -> list[Block]:
    """The guides in their order, so many to a page, under a heading that runs on from page to page."""
    blocks: list[Block] = []
    for place, (guide, picture) in enumerate(zip(guides.pictures, pictures, strict=True)):
        if place % per_page == 0:
            blocks.append(_guides_heading(guides, theme, root, first=place == 0))
        beside = per_page >= BESIDE_FROM
        room = MEASURE - picture.width_mm - COLUMN_GAP if beside else MEASURE - NUMBER_COLUMN
        blocks.append(
            GuideBlock(
                number=single_line(f"{place + 1} ", Face.BOLD, NUMBER_SIZE, ACCENT),
                caption=set_text(guide.caption, theme.caption, points(room), balanced=True),
                style=theme.caption,
                picture=picture,
                picture_number=place,
                beside=beside,
                caption_element=root.child("P"),
                figure=root.child("Figure", alt=guide.alt),
                space_before=points(BETWEEN_GUIDES if place % per_page else AFTER_GUIDES_HEADING),
            )
        )
    return blocks


def _guides_heading(guides: Guides, theme: Theme, root: Element, *, first: bool) -> Block:
    return TextBlock(
        lines=set_text(guides.heading, theme.heading, points(MEASURE)),
        style=theme.heading,
        indent=0,
        element=root.child("H2") if first else None,
        starts_page=True,
        keep_with_next=True,
        heading=plain(guides.heading) if first else "",
    )


def _text_blocks(text: Sequence[Passage], theme: Theme, root: Element) -> list[Block]:
    """The text section by section; none takes less room than its heading in the margin column."""
    blocks: list[Block] = []
    missing = 0.0
    for heading, passages in _sections(text):
        head = _heading_block(heading, theme, root, points(BEFORE_HEADING) + missing) if heading else None
        body = [block for passage in passages for block in passage_blocks(passage, theme, root)]
        if head and body and theme.side_heads:
            body[0] = replace(body[0], space_before=0)
        taken = sum(block.height + block.space_before for block in body)
        missing = max((head.reach if head else 0) - taken, 0)
        blocks += [*([head] if head else []), *body]
    return blocks


def _sections(text: Sequence[Passage]) -> list[tuple[Heading | None, list[Passage]]]:
    sections: list[tuple[Heading | None, list[Passage]]] = []
    for block in text:
        if isinstance(block, Heading):
            sections.append((block, []))
        elif sections:
            sections[-1][1].append(block)
        else:
            sections.append((None, [block]))
    return sections


def _heading_block(
    heading: Heading, theme: Theme, root: Element, space_before: float
) -> SideHead | TextBlock:
    element = root.child("H2")
    if theme.side_heads:
        lines = set_text(heading.text, theme.heading, points(MARGIN_COLUMN))
        return SideHead(
            lines=lines,
            style=theme.heading,
            element=element,
            reach=len(lines) * theme.heading.leading,
            space_before=space_before,
            heading=plain(heading.text),
        )
    return TextBlock(
        lines=set_text(heading.text, theme.heading, points(MEASURE)),
        style=theme.heading,
        indent=0,
        element=element,
        space_before=space_before,
        keep_with_next=True,
        heading=plain(heading.text),
    )


def _heading_height(guides: Guides, theme: Theme) -> float:
    return len(set_text(guides.heading, theme.heading, points(MEASURE))) * theme.heading.leading
