"""Blocks on pages: coordinates without drawing."""

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handout.model.text import Run
from handout.pages.blocks import TextBlock, Unbroken
from handout.pages.pagination import TooTallError, paginate
from handout.pdf.tagging import Element
from handout.theme import NORMAL
from handout.typesetting.lines import set_text

FRAME = 100


@dataclass(frozen=True, kw_only=True)
class Box(Unbroken):
    height: float

    def draw(self, pen: object, x: float, top: float) -> None:
        raise NotImplementedError


BOXES = st.lists(
    st.builds(
        Box,
        height=st.floats(1, 45),
        space_before=st.floats(0, 5),
        keep_with_next=st.booleans(),
        starts_page=st.booleans(),
    ),
    max_size=30,
).map(lambda boxes: [box if place % 2 else Box(height=box.height) for place, box in enumerate(boxes)])


@pytest.mark.slow
@given(BOXES)
def test_blocks_keep_their_order_and_never_overlap(boxes: list[Box]) -> None:
    pages = paginate(boxes, FRAME)
    assert [placed.block for page in pages for placed in page] == boxes
    for page in pages:
        foot = 0.0
        for placed in page:
            assert placed.down >= foot - 1e-9
            foot = placed.down + placed.block.height
        assert foot <= FRAME + 1e-9


@given(BOXES)
def test_what_keeps_with_the_next_is_never_last_on_a_page(boxes: list[Box]) -> None:
    pages = paginate([*boxes, Box(height=1)], FRAME)
    for page in pages:
        assert not page[-1].block.keep_with_next


def text_block(lines: int) -> TextBlock:
    text = set_text((Run("\n".join(f"line {number}" for number in range(lines))),), NORMAL.body, 400)
    return TextBlock(lines=text, style=NORMAL.body, indent=0, element=Element("P"))


@pytest.mark.parametrize(
    ("fitting", "lines", "expected"), [(3, 4, [2, 2]), (5, 9, [5, 4]), (1, 4, [4]), (2, 3, [3])]
)
def test_no_lone_line_at_foot_or_head(fitting: int, lines: int, expected: list[int]) -> None:
    leading = NORMAL.body.leading
    pages = paginate([Box(height=100), text_block(lines)], 100 + fitting * leading + 1)
    assert [
        len(placed.block.lines) for page in pages for placed in page if isinstance(placed.block, TextBlock)
    ] == expected
    assert len(pages) == 2


def test_a_text_stays_whole_where_that_is_asked_for() -> None:
    text = text_block(5)
    filled = Box(height=FRAME - 3 * text.style.leading)
    assert len(paginate([filled, text], FRAME)[0]) == 2
    first, second = paginate([filled, text], FRAME, whole=True)
    assert [len(first), len(second)] == [1, 1]
    assert second[0].block == text


def test_a_text_longer_than_a_page_is_split_all_the_same() -> None:
    pages = paginate([Box(height=50), text_block(9)], FRAME, whole=True)
    assert [[type(placed.block) for placed in page] for page in pages] == [[Box], [TextBlock], [TextBlock]]


def test_the_running_head_is_on_every_further_page() -> None:
    head = Box(height=5)
    pages = paginate([Box(height=60) for _ in range(3)], FRAME, running_head=head)
    assert [page[0].block is head for page in pages] == [False, True, True]


def test_the_tallest_of_what_must_stay_together_is_named() -> None:
    tall = Box(height=80)
    with pytest.raises(TooTallError) as raised:
        paginate([Box(height=30, keep_with_next=True), tall], FRAME)
    assert raised.value.block is tall


def test_headings_in_the_margin_never_overlap() -> None:
    heads = [Box(height=0, reach=10, space_before=12, keep_with_next=True) for _ in range(3)]
    (page,) = paginate([*heads, Box(height=20)], FRAME)
    assert [placed.down for placed in page] == [0, 12, 24, 24]


def test_what_reaches_below_the_page_moves_to_the_next() -> None:
    head = Box(height=0, reach=30, keep_with_next=True)
    pages = paginate([Box(height=80), head, Box(height=10)], FRAME)
    assert [len(page) for page in pages] == [1, 2]
