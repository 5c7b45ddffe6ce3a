"""Where the slips are on their page, and where to cut."""

from itertools import pairwise

from handout.pages import slip_sizes
from handout.pages.slip_grid import SlipGrid
from handout.theme import PRINTABLE_EDGE

GRID = SlipGrid()
HANDBOOK_PAGE = 148  # A5, wide


def test_eight_to_a_page_and_each_fits_an_a5_page() -> None:
    assert GRID.per_page == len(GRID.corners) == 8
    assert GRID.width <= HANDBOOK_PAGE - 2 * 4


def test_slips_touch_but_never_overlap_and_stay_on_the_paper() -> None:
    across, down = (sorted(set(places)) for places in zip(*GRID.corners, strict=True))
    assert all(right - left == GRID.width for left, right in pairwise(across))
    assert all(lower - upper == GRID.height for upper, lower in pairwise(down))
    assert min(across[0], down[0]) > PRINTABLE_EDGE
    assert across[-1] + GRID.width < GRID.page_width - PRINTABLE_EDGE
    assert down[-1] + GRID.height < GRID.page_height - PRINTABLE_EDGE


def test_slips_are_in_the_order_in_which_they_are_read() -> None:
    assert list(GRID.corners) == sorted(GRID.corners, key=lambda corner: (corner[1], corner[0]))


def test_every_edge_of_a_slip_is_a_line_to_cut() -> None:
    cuts = set(GRID.cut_lines())
    for left, top in GRID.corners:
        for x in (left, left + GRID.width):
            assert any(x1 == x2 == x and y1 <= top and y2 >= top + GRID.height for x1, y1, x2, y2 in cuts)
        for y in (top, top + GRID.height):
            assert any(y1 == y2 == y and x1 <= left and x2 >= left + GRID.width for x1, y1, x2, y2 in cuts)


def test_crop_marks_lengthen_the_cuts_into_the_margin_as_far_as_printers_print() -> None:
    ends = {end for x1, y1, x2, y2 in GRID.cut_lines() for end in ((x1, y1), (x2, y2))}
    marks = list(GRID.crop_marks())
    assert len(marks) == 2 * (3 + 5)
    for x1, y1, x2, y2 in marks:
        assert (x1, y1) in ends or (x2, y2) in ends
        for x, y in ((x1, y1), (x2, y2)):
            assert PRINTABLE_EDGE <= x <= GRID.page_width - PRINTABLE_EDGE
            assert PRINTABLE_EDGE <= y <= GRID.page_height - PRINTABLE_EDGE


def test_nothing_is_cut_below_the_last_slip() -> None:
    for count in range(1, GRID.per_page + 1):
        lowest = max(top for _, top in GRID.corners[:count]) + GRID.height
        grid = GRID.holding(count)
        assert max(y for _, *ys in grid.cut_lines() for y in ys[::2]) == lowest
        assert max(y2 for _, _, _, y2 in grid.crop_marks()) == lowest + slip_sizes.CROP_MARK
