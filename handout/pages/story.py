"""Content → the blocks of the handout, in reading order, each with its place in the structure tree."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from handout.model import (
    Bullets,
    Content,
    Heading,
    Numbered,
    Paragraph,
    Passage,
    Reader,
    Student,
    Table,
    plain,
)
from handout.pages.blocks import Block, SideHead, TextBlock
from handout.pages.panel import PanelBlock
from handout.pages.passages import passage_blocks
from handout.pages.table import TableBlock
from handout.pdf import Element
from handout.theme import (
    AFTER_TITLE,
    BEFORE_HEADING,
    MARGIN_COLUMN,
    MEASURE,
    MOST_LEAD_IN_LINES,
    Theme,
    points,
)
from handout.typesetting import set_text


def front_blocks(
    content: Content,
    text: Sequence[Passage],
    reader: Reader,
    student: Student,
    theme: Theme,
    new_passwords: int,
    root: Element,
) -> list[Block]:
    """Title, panel with this many lines for new passwords, and text."""
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


def _text_blocks(text: Sequence[Passage], theme: Theme, root: Element) -> list[Block]:
    """The text section by section; none takes less room than its heading in the margin column."""
    blocks: list[Block] = []
    missing = 0.0
    for heading, passages in _sections(text):
        head = _heading_block(heading, theme, root, points(BEFORE_HEADING) + missing) if heading else None
        body = list(_with_lead_ins(passages, theme, root))
        if head and body and theme.side_heads:
            body[0] = replace(body[0], space_before=0)
        taken = sum(block.height + block.space_before for block in body)
        missing = max((head.reach if head else 0) - taken, 0)
        blocks += [*([head] if head else []), *body]
    return blocks


def _with_lead_ins(
    passages: Sequence[Passage], theme: Theme, root: Element
) -> Iterator[TextBlock | TableBlock]:
    """The blocks of a section; a short paragraph stays with the list or table that it leads to."""
    for passage, following in zip_longest(passages, passages[1:]):
        blocks = passage_blocks(passage, theme, root)
        leads = isinstance(passage, Paragraph) and isinstance(following, Numbered | Bullets | Table)
        if leads and isinstance(blocks[0], TextBlock) and len(blocks[0].lines) <= MOST_LEAD_IN_LINES:
            blocks = [replace(blocks[0], keep_with_next=True)]
        yield from blocks


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
