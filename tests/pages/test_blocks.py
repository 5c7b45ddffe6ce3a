"""Blocks: how they are cut, and what becomes of the links in them."""

import pytest

from handout.content.markup import parse_markup
from handout.model.text import Run
from handout.pages.blocks import LEAST_LINES, TextBlock, draw_lines
from handout.pdf.fonts import FontSet
from handout.pdf.pen import Pen
from handout.pdf.tagging import Annotation, Element, Mark
from handout.theme import NORMAL
from handout.typesetting.lines import set_text


def text(lines: int) -> TextBlock:
    words = set_text((Run("\n".join(f"line {number}" for number in range(lines))),), NORMAL.body, 400)
    return TextBlock(lines=words, style=NORMAL.body, indent=0, element=Element("P"), space_before=9)


@pytest.mark.parametrize("room", range(12))
def test_parts_of_a_text_are_the_text(room: int) -> None:
    block = text(7)
    parts = block.split(room * NORMAL.body.leading)
    if parts is None:
        assert room < LEAST_LINES
        return
    head, rest = parts
    assert head.lines + rest.lines == block.lines
    assert head.height <= room * NORMAL.body.leading
    assert min(len(head.lines), len(rest.lines)) >= LEAST_LINES
    assert rest.space_before == 0


def test_a_link_over_two_lines_is_one_element_with_two_areas() -> None:
    words = parse_markup("Go to [the portal of the Ministry of Education](https://a.example) now.")
    lines = set_text(words, NORMAL.body, 130)
    element, pen = Element("P"), Pen(FontSet(), 0)
    draw_lines(pen, element, lines, NORMAL.body, 100, 700)
    (link,) = [kid for kid in element.kids if isinstance(kid, Element)]
    areas = [drawn.area for drawn in pen.finish().links]
    assert link.kind == "Link"
    assert len(areas) == len([kid for kid in link.kids if isinstance(kid, Annotation)]) > 1
    assert len([kid for kid in link.kids if isinstance(kid, Mark)]) == len(areas)
    assert all(100 <= left < right <= 231 for left, _, right, _ in areas)
    bottoms = [bottom for _, bottom, _, _ in areas]
    assert bottoms == sorted(bottoms, reverse=True)


def test_a_running_head_is_no_second_heading() -> None:
    pen = Pen(FontSet(), 0)
    TextBlock(lines=text(1).lines, style=NORMAL.heading, indent=0, element=None).draw(pen, 0, 500)
    assert pen.content().startswith("/Artifact <</Type /Pagination /Subtype /Header>> BDC")
