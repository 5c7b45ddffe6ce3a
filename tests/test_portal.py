"""The QR code: drawn dark for dark, and left out rather than given a page."""

from hypothesis import given
from hypothesis import strategies as st

from handout.content import Content
from handout.portal import PortalBlock, _dark_modules, _modules, portal_block
from handout.tagging import Element
from handout.theme import LARGE, NORMAL, POINTS_PER_MM, QR_QUIET_ZONE

SIZE = 100.0


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
    for theme in (NORMAL, LARGE):
        root = Element("Part")
        block = portal_block(content, theme, root)
        assert isinstance(block, PortalBlock)
        assert block.optional
        assert root.kids == [], "nothing to read before it is drawn"


def test_the_quiet_zone_is_four_modules(content: Content) -> None:
    block = portal_block(content, NORMAL, Element("Part"))
    assert isinstance(block, PortalBlock)
    module = 25 * POINTS_PER_MM / len(block.modules)
    lines = len(block.address) * block.style.leading
    assert abs(block.height - 25 * POINTS_PER_MM - QR_QUIET_ZONE * module - lines) < 0.001
