"""The QR code: drawn dark for dark, with white around it and its name below."""

import re
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handout.model.content import Content
from handout.pages.portal import _dark_modules, _modules, portal_code
from handout.pdf.fonts import FontSet
from handout.pdf.pen import Pen
from handout.pdf.tagging import Element
from handout.theme import LARGE, NORMAL, POINTS_PER_MM, Theme

SIZE, TOP = 100.0, 700.0
ASCENT = 0.67  # of capitals, as a part of the size


@pytest.mark.slow
@given(st.from_regex(r"https://[a-z]{1,20}\.example/[a-z0-9]{0,40}", fullmatch=True))
def test_every_module_is_drawn_as_it_is(address: str) -> None:
    modules = _modules(address)
    module = SIZE / len(modules)
    rectangles = _dark_modules(modules, 0, 0, SIZE)
    centres = [(place + 0.5) * module for place in range(len(modules))]
    covered = Counter(
        (row, column)
        for left, bottom, width, height in rectangles
        for row, down in enumerate(centres)
        if bottom < SIZE - down < bottom + height
        for column, x in enumerate(centres)
        if left < x < left + width
    )
    dark = {
        (row, column) for row, cells in enumerate(modules) for column, is_dark in enumerate(cells) if is_dark
    }
    assert covered == dict.fromkeys(dark, 1)


def test_level_m_mends_what_a_copier_spoils() -> None:
    row = _modules("https://mims.moe.gov.sg/sspr")[8]
    # The code says its own level: 00 for M, printed through the mask 10 (ISO/IEC 18004, 7.9).
    assert row[:2] == [True, False]


@pytest.mark.parametrize("theme", [NORMAL, LARGE], ids=["normal", "large"])
def test_its_name_is_below_the_white_of_the_code(content: Content, theme: Theme) -> None:
    code, pen = (
        portal_code("https://mims.moe.gov.sg/sspr", content.panel.labels, theme),
        Pen(FontSet(), 0),
    )
    code.draw(pen, Element("Part"), 0, TOP)
    drawn = pen.content()
    modules = [
        [float(part) for part in box] for box in re.findall(r"([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+) re", drawn)
    ]
    left, right = min(x for x, *_ in modules), max(x + width for x, _, width, _ in modules)
    assert right - left == pytest.approx(theme.code * POINTS_PER_MM, abs=0.2)
    names = [(float(x), float(y)) for x, y in re.findall(r"BT ([\d.-]+) ([\d.]+) Td", drawn)]
    head = max(y for _, y in names) + theme.label.size * ASCENT
    assert head <= min(y for _, y, *_ in modules) - 4 * theme.code * POINTS_PER_MM / len(code.modules) + 0.5
    assert TOP - code.height <= min(y for _, y in names) + 0.01
    assert len(code.name) == 1
    for (x, _), line in zip(names, code.name, strict=True):
        assert x + line.width / 2 == pytest.approx((left + right) / 2, abs=0.2)
