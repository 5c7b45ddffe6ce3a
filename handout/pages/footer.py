"""The foot of every page: where the text is from, and the number of the page. A longer one leaves less room for the page."""

from handout.errors import ContentError, Flaw, Place, Problem
from handout.model import Content, Run
from handout.pdf import Pen
from handout.theme import (
    CAP_HEIGHT,
    FOOTER_BASELINE,
    FOOTER_WHITE,
    MARGIN,
    MEASURE,
    MOST_FOOTER_LINES,
    PAGE_HEIGHT,
    PAGE_NUMBER_COLUMN,
    TypeStyle,
    points,
)
from handout.typesetting import Line, set_text


def frame_height(content: Content, style: TypeStyle) -> float:
    """The height of a page between its upper margin and its footer, in points.

    Raises ContentError where the footer is longer than any page has room for.
    """
    lines = _lines(source_words(content), style)
    if len(lines) > MOST_FOOTER_LINES:
        what = f"The line at the foot of each page takes {len(lines)} lines; there is room for {MOST_FOOTER_LINES}."
        place = Place(content.path.name, line=content.line("settings", "source"))
        raise ContentError(Problem(place, Flaw(what, "Shorten source or school.")))
    footer = points(FOOTER_BASELINE + FOOTER_WHITE) + style.size * CAP_HEIGHT
    return points(PAGE_HEIGHT - MARGIN) - footer - (len(lines) - 1) * style.leading


def source_words(content: Content) -> str:
    """Whose text a page is, and where it is from."""
    return f"{content.settings.school} · {content.settings.source}"


def draw_footer(
    pen: Pen, words: str, style: TypeStyle, left: float, number: int, count: int, notice: str
) -> None:
    """The `notice` of a draft is in the margin below: a draft has the pages of the finished handout."""
    baseline, column = points(FOOTER_BASELINE), points(PAGE_NUMBER_COLUMN)
    (page_number,) = set_text((Run(f"Page {number} of {count}"),), style, column)
    with pen.artifact("/Type /Pagination /Subtype /Footer"):
        for place, line in enumerate(reversed(_lines(words, style))):
            pen.text(left, baseline + place * style.leading, line)
        pen.text(left + points(MEASURE) - page_number.width, baseline, page_number)
        for line in set_text((Run(notice, bold=True),), style, points(MEASURE)):
            pen.text(left, baseline - style.leading, line)


def _lines(words: str, style: TypeStyle) -> tuple[Line, ...]:
    return set_text((Run(words),), style, points(MEASURE - PAGE_NUMBER_COLUMN))
