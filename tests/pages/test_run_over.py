"""A text a few lines too long is told, with the text to shorten; a page well filled is not."""

from dataclasses import replace

import pytest

from handout.content.markup import parse_markup
from handout.model.content import Content, Paragraph
from handout.model.student import NOBODY
from handout.printing.press import Press


def warnings_of(content: Content, lines: int, layout: str = "pack") -> list[str]:
    """What is said of the content with so many lines more than page 1 has room for."""
    words = "\n".join(f"line {number}" for number in range(lines + 3))
    more = Paragraph(parse_markup(words))
    longer = replace(content, text=(*content.text, more), sheet_text=(*content.sheet_text, more))
    return [str(problem) for problem in Press(longer, [NOBODY], layout=layout).warnings]


def test_a_text_that_fits_is_no_news(content: Content) -> None:
    assert Press(content, [NOBODY]).warnings == []


def test_a_few_lines_too_many_are_reported(content: Content) -> None:
    (told,) = warnings_of(content, 2)
    line = content.line("text", 1)
    assert told.startswith(f"content.yaml:{line}: The text is ")
    assert "too long for page 1, and every copy takes a page more for them. Shorten it by " in told
    assert told.endswith('for example what begins with "MOE Identity Management System (MIMS) provides".')


@pytest.mark.slow
@pytest.mark.parametrize("layout", ["pack", "sheet"])
def test_a_page_well_filled_is_no_news(content: Content, layout: str) -> None:
    assert warnings_of(content, 20, layout) == []
