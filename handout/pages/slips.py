"""Slips for the handbook: their pages, to cut out and stick in."""

from collections.abc import Sequence

from handout.errors import Problem
from handout.model import Content, Student, bookmark_words, plain
from handout.pages import slip_sizes
from handout.pages.slip_form import SlipForm
from handout.pages.slip_grid import Segment, SlipGrid
from handout.pdf import Bookmark, Element, FontSet, LaidOut, Pen
from handout.theme import points
from handout.typesetting import Face, fit_name, single_line

GRID = SlipGrid()
HEADER = "/Type /Pagination /Subtype /Header"
YOUNGEST = range(1, 4)  # Primary 1 to 3
ADVICE = "Print at 100%. Cut along the dashed lines."


def draw_slips(students: Sequence[Student], content: Content, fonts: FontSet) -> LaidOut:
    """Pages of slips, all black, one for each student in their order; the handout's title is in the margin of each."""
    form = SlipForm(content)
    root = Element("Part")
    heading = root.child("H1")
    pages, bookmarks = [], []
    starts = range(0, len(students), GRID.per_page)
    for number, start in enumerate(starts):
        pen = Pen(fonts, number, landscape=True)
        title = plain(content.title)
        on_page = students[start : start + GRID.per_page]
        page, advice = f", page {number + 1} of {len(starts)}", _advice(on_page, content)
        _draw_margin(pen, None if number else heading, title, page, advice)
        for student, (left, down) in zip(on_page, GRID.corners, strict=False):
            top = points(GRID.page_height - down)
            form.draw(pen, root.child("Sect"), student, points(left + slip_sizes.PADDING), top)
            bookmarks.append(Bookmark(bookmark_words(student), number, top))
        _draw_cuts(pen, GRID.holding(len(on_page)))
        pages.append(pen.finish())
    return LaidOut(tuple(pages), root, tuple(bookmarks))


def slip_problems(content: Content) -> list[Problem]:
    """Labels, and an address of the portal, that a slip has no room for."""
    return SlipForm(content).problems()


def _advice(students: Sequence[Student], content: Content) -> str:
    """How to print and cut them, and where the youngest children stick them."""
    page = content.settings.handbook_page
    if page and all(student.level in YOUNGEST for student in students):
        return f"{ADVICE} Stick on page {page} of the Student Handbook."
    return ADVICE


def _draw_margin(pen: Pen, heading: Element | None, title: str, page: str, words: str) -> None:
    """What is above the slips, on paper that is cut off."""
    baseline = points(GRID.page_height - slip_sizes.MARGIN_LINE)
    left, right = points(GRID.left + slip_sizes.PADDING), points(GRID.right - slip_sizes.PADDING)
    rest = single_line(page, Face.REGULAR, slip_sizes.MARGIN.size)
    (name,) = fit_name(title, points(slip_sizes.MEASURE) - rest.width, (slip_sizes.MARGIN.size,), 1)
    advice = single_line(words, Face.REGULAR, slip_sizes.MARGIN.size)
    with pen.tag(heading) if heading else pen.artifact(HEADER):
        pen.text(left, baseline, name)
    with pen.artifact(HEADER):
        pen.text(left + name.width, baseline, rest)
        pen.text(right - advice.width, baseline, advice)


def _draw_cuts(pen: Pen, grid: SlipGrid) -> None:
    """The last page is cut no further down than it has slips."""
    with pen.artifact():
        for mark in grid.crop_marks():
            pen.line(*_upwards(mark), points(slip_sizes.CUT_LINE))
        for cut in grid.cut_lines():
            pen.line(*_upwards(cut), points(slip_sizes.CUT_LINE), dash=points(slip_sizes.CUT_DASH))


def _upwards(segment: Segment) -> Segment:
    """From millimetres below the upper edge of the page to points above the lower one."""
    x1, y1, x2, y2 = segment
    height = GRID.page_height
    return points(x1), points(height - y1), points(x2), points(height - y2)
