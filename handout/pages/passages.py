"""The passages below a heading: paragraphs, lists and tables as blocks, each with its structure element."""

from collections.abc import Sequence
from dataclasses import replace

from handout.model import Bullets, Nested, Numbered, Paragraph, Passage, Table, Text
from handout.pages.blocks import TextBlock
from handout.pages.table import TableBlock, table_block
from handout.pdf import BULLET_LIST, ORDERED_LIST, Element
from handout.theme import (
    BETWEEN_ITEMS,
    BETWEEN_PARAGRAPHS,
    COLUMN_GAP,
    LIST_INDENT,
    MARGIN_COLUMN,
    MEASURE,
    Theme,
    points,
)
from handout.typesetting import Face, set_text, single_line


def passage_blocks(passage: Passage, theme: Theme, root: Element) -> Sequence[TextBlock | TableBlock]:
    indent = points(MARGIN_COLUMN + COLUMN_GAP) if theme.side_heads else 0
    match passage:
        case Paragraph(text=text):
            return [_paragraph(text, theme, indent, root.child("P"), BETWEEN_PARAGRAPHS)]
        case Numbered() | Bullets():
            return _list_blocks(passage, theme, indent, root, BETWEEN_PARAGRAPHS)
        case Table():
            return [table_block(passage, theme, indent, root.child("Table"))]
    raise TypeError(passage)


def _list_blocks(
    passage: Numbered | Bullets, theme: Theme, indent: float, parent: Element, space: float
) -> list[TextBlock]:
    numbered = isinstance(passage, Numbered)
    element = parent.child("L", attributes=ORDERED_LIST if numbered else BULLET_LIST)
    inner = indent + points(LIST_INDENT)
    blocks: list[TextBlock] = []
    for number, entry in enumerate(passage.items, 1):
        text, below = (entry.text, entry.below) if isinstance(entry, Nested) else (entry, None)
        item = element.child("LI")
        label = single_line(f"{number}. " if numbered else "• ", Face.REGULAR, theme.body.size)
        label_element, body = item.child("Lbl"), item.child("LBody")
        words = body.child("P") if below else body
        block = _paragraph(text, theme, inner, words, BETWEEN_ITEMS if blocks else space)
        blocks.append(replace(block, label=(label, label_element)))
        if below:
            blocks += _list_blocks(below, theme, inner, body, BETWEEN_ITEMS)
    return blocks


def _paragraph(text: Text, theme: Theme, indent: float, element: Element, space_before: float) -> TextBlock:
    return TextBlock(
        lines=set_text(text, theme.body, points(MEASURE) - indent),
        style=theme.body,
        indent=indent,
        element=element,
        space_before=points(space_before),
    )
