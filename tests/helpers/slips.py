"""Slips as they are printed: the letters and the lines of one of them."""

from handout.pages.slip_grid import SlipGrid
from helpers.pdfs import Letter, letters, lines_drawn, squeezed

GRID = SlipGrid()


DOMAIN = "@students.edu.sg"


LONG_NAME = "VENKATARAMAN SUBRAMANIAM GOPALAKRISHNAN S/O KRISHNAMOORTHY IYER AB"


def box(place: int) -> tuple[int, float, float]:
    """A slip's page, and its left and upper edge in mm from the lower left corner of the page."""
    page, slot = divmod(place, GRID.per_page)
    left, down = GRID.corners[slot]
    return page, left, GRID.page_height - down


def on_slip(pdf: bytes, place: int) -> list[Letter]:
    page, left, top = box(place)
    return [
        letter
        for letter in letters(pdf, page)
        if left < letter.left < left + GRID.width and top - GRID.height < letter.bottom < top
    ]


def rules(pdf: bytes, place: int) -> list[tuple[float, float, float]]:
    """The lines to write on: left end, right end and height above the foot of the slip."""
    page, left, top = box(place)
    return [
        (x1, x2, y1 - top + GRID.height)
        for x1, y1, x2, y2 in lines_drawn(pdf, page)
        if y1 == y2 and left < x1 < x2 < left + GRID.width and top - GRID.height < y1 < top
    ]


def part(slip: list[Letter], text: str) -> list[Letter]:
    """The letters of a text of the slip."""
    words = "".join(x.character for x in slip)
    return slip[words.index(squeezed(text)) :][: len(squeezed(text))]


def room_to_write(pdf: bytes, place: int) -> float:
    """How far all but its label is above a line for a password."""
    *above, (_, _, rule), _ = rules(pdf, place)
    foot, slip = box(place)[2] - GRID.height, on_slip(pdf, place)
    labels = [*part(slip, "MIMS password"), *part(slip, "New password")]
    return min([*(x.bottom - foot for x in slip if x not in labels), *(line for *_, line in above)]) - rule


LONG_USERNAME = f"muhammad_danish_haziq_bin_abdul_rahman{DOMAIN}"
