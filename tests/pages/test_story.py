"""Content in reading order: blocks, and the structure that a screen reader walks."""

from dataclasses import replace

import pytest
from helpers.school import child

from handout.content.markup import parse_markup
from handout.model.content import Bullets, Content, Heading, Numbered, Paragraph
from handout.model.text import plain
from handout.pages.story import front_blocks, guide_blocks, guide_box
from handout.pdf.tagging import Element
from handout.pictures.picture import Picture
from handout.theme import FRAME_HEIGHT, LARGE, MAIN_COLUMN, MEASURE, NORMAL, Theme

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
@pytest.mark.parametrize("per_page", [1, 2, 3, 4])
def test_guides_are_a_caption_and_a_figure_each_under_one_heading(
    content: Content, theme: Theme, per_page: int
) -> None:
    width, height = guide_box(content.guides, theme, per_page)
    assert width <= (MAIN_COLUMN if per_page >= 3 else MEASURE)
    assert 0 < height * per_page < FRAME_HEIGHT
    pictures = [Picture(1, 1, width, height, "L", b"", b"", 300)] * len(content.guides.pictures)
    root = Element("Part")
    blocks = guide_blocks(content.guides, pictures, theme, per_page, root)
    assert structure(root) == ["Part", ["H2"], *[["P"], ["Figure"]] * len(pictures)]
    starts = [place for place, block in enumerate(blocks) if block.starts_page]
    assert starts == list(range(0, len(blocks), per_page + 1))
    figures = [kid for kid in root.walk() if kid.kind == "Figure"]
    assert [figure.alt for figure in figures] == [guide.alt for guide in content.guides.pictures]
