"""Content in reading order: blocks, and the structure that a screen reader walks."""

from dataclasses import replace

import pytest
from helpers.school import child

from handout.content.markup import parse_markup
from handout.model.content import Bullets, Content, Heading, Numbered, Paragraph
from handout.model.text import plain
from handout.pages.story import front_blocks
from handout.pdf.tagging import Element
from handout.theme import LARGE, NORMAL, Theme

THEMES = pytest.mark.parametrize("theme", [NORMAL, LARGE], ids=["normal", "large"])


def structure(element: Element) -> list:
    """Kinds of the elements, those inside one another as lists."""
    below = [structure(kid) for kid in element.kids if isinstance(kid, Element)]
    return [element.kind, *below]


def with_text(content: Content, *text: Heading | Paragraph | Numbered | Bullets) -> Content:
    return replace(content, text=text)


@THEMES
def test_title_panel_and_text_are_read_in_their_order(content: Content, theme: Theme) -> None:
    words = parse_markup("Some words.")
    short = with_text(content, Heading(words), Paragraph(words), Numbered((words, words)), Bullets((words,)))
    root = Element("Part")
    front_blocks(short, short.text, content.panel.everyone, child("TAN MEI LING"), theme, 2, root)
    item = ["LI", ["Lbl"], ["LBody"]]
    assert structure(root) == ["Part", ["H1"], ["Sect"], ["H2"], ["P"], ["L", item, item], ["L", item]]


@THEMES
def test_every_heading_is_a_bookmark(content: Content, theme: Theme) -> None:
    blocks = front_blocks(
        content, content.text, content.panel.everyone, child("TAN"), theme, 2, Element("Part")
    )
    headings = [plain(block.text) for block in content.text if isinstance(block, Heading)]
    assert [block.heading for block in blocks if block.heading] == [plain(content.title), *headings]


@THEMES
def test_a_heading_stays_with_its_text(content: Content, theme: Theme) -> None:
    blocks = front_blocks(
        content, content.text, content.panel.everyone, child("TAN"), theme, 2, Element("Part")
    )
    assert all(block.keep_with_next for block in blocks if block.heading)


def test_text_without_a_heading_is_printed_all_the_same(content: Content) -> None:
    root = Element("Part")
    short = with_text(content, Paragraph(parse_markup("No heading.")))
    front_blocks(short, short.text, content.panel.everyone, child("TAN"), NORMAL, 2, root)
    assert structure(root) == ["Part", ["H1"], ["Sect"], ["P"]]


@THEMES
def test_a_short_paragraph_stays_with_the_list_it_leads_to(content: Content, theme: Theme) -> None:
    lead_in, item = parse_markup("Do this:"), parse_markup("One thing.")
    short = with_text(content, Paragraph(lead_in), Numbered((item,)), Paragraph(item), Paragraph(item))
    *_, first, listed, _, last = front_blocks(
        short, short.text, content.panel.everyone, child("TAN"), theme, 2, Element("Part")
    )
    assert [block.keep_with_next for block in (first, listed, last)] == [True, False, False]


def test_a_long_paragraph_before_a_list_may_go_without_it(content: Content) -> None:
    long, item = parse_markup("Many words. " * 60), parse_markup("One thing.")
    text = (Paragraph(long), Numbered((item,)))
    *_, first, _ = front_blocks(
        content, text, content.panel.everyone, child("TAN"), NORMAL, 2, Element("Part")
    )
    assert not first.keep_with_next
