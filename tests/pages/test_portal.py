"""The QR code: drawn dark for dark, and left out rather than given a page."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handout.model.content import Content
from handout.model.text import Run
from handout.pages.portal import _dark_modules, _modules, portal_block
from handout.pdf.fonts import FontSet
from handout.pdf.pen import Pen
from handout.pdf.tagging import Element
from handout.theme import LARGE, NORMAL, POINTS_PER_MM, Theme

SIZE, TOP = 100.0, 700.0
ASCENT = 0.7  # of typed capitals and of the slashes of an address, as a part of the size


@given(st.from_regex(r"https://[a-z]{1,20}\.example/[a-z0-9]{0,40}", fullmatch=True))
def test_every_module_is_drawn_as_it_is(address: str) -> None:
    modules = _modules(address)
    module = SIZE / len(modules)
    rectangles = _dark_modules(modules, 0, 0, SIZE)
    for row, cells in enumerate(modules):
        y = SIZE - (row + 0.5) * module
        for column, dark in enumerate(cells):
            x = (column + 0.5) * module
            covered = sum(
                left < x < left + width and bottom < y < bottom + height
                for left, bottom, width, height in rectangles
            )
            assert covered == dark


def test_level_m_mends_what_a_copier_spoils() -> None:
    row = _modules("https://mims.moe.gov.sg/sspr")[8]
    # The code says its own level: 00 for M, printed through the mask 10 (ISO/IEC 18004, 7.9).
    assert row[:2] == [True, False]


def test_it_gives_way_to_everything_else(content: Content) -> None:
    root = Element("Part")
    assert portal_block(content, NORMAL, root).optional
    assert root.kids == [], "nothing to read before it is drawn"


@pytest.mark.parametrize("theme", [NORMAL, LARGE], ids=["normal", "large"])
@pytest.mark.parametrize("words", [1, 60])
def test_the_address_stands_below_the_white_of_the_code_and_below_the_note(
    content: Content, theme: Theme, words: int
) -> None:
    wordy = replace(content, portal_note=(Run("advice " * words),))
    block, pen = portal_block(wordy, theme, Element("Part")), Pen(FontSet(), 0)
    block.draw(pen, 0, TOP)
    drawn = pen.content()
    modules = [float(y) for y in re.findall(r"[\d.]+ ([\d.]+) [\d.]+ [\d.]+ re", drawn)]
    *note, address = [float(y) for y in re.findall(r"BT [\d.]+ ([\d.]+) Td", drawn)]
    head = theme.body.typed * ASCENT
    assert len(note) == len(block.note)
    assert address + head <= min(modules) - 4 * 25 * POINTS_PER_MM / len(block.modules)
    assert address + head <= min(note)
    assert TOP - block.height < address
