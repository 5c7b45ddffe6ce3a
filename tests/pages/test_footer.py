"""The footer: its room is taken from the page, and one without end is told."""

from dataclasses import replace

import pytest
from helpers.pdfs import MM, contents, letters, page_count

from handout import build_handout
from handout.errors import ContentError
from handout.model.content import Content
from handout.model.look import Look
from handout.pages.footer import frame_height
from handout.theme import FRAME_HEIGHT, NORMAL, points

SOURCE = "School website, MIMS Account page. "


def with_source(content: Content, times: int) -> Content:
    return replace(content, settings=content.settings._replace(source=SOURCE * times))


def test_a_line_leaves_the_usual_frame(content: Content) -> None:
    assert frame_height(content, NORMAL.footer) == pytest.approx(points(FRAME_HEIGHT), abs=0.2)


@pytest.mark.slow
@pytest.mark.parametrize(
    "look", [Look(), Look(guides_per_page=2), Look(guides_per_page=4), Look(large=True)], ids=str
)
def test_a_footer_of_more_lines_takes_its_room_from_the_page(content: Content, look: Look) -> None:
    pdf = build_handout(with_source(content, 4), look)
    size = look.theme.footer.size
    for number in range(page_count(pdf)):
        footer = [letter for letter in letters(pdf, number) if letter.size == size and letter.top < 40]
        assert len({round(letter.bottom) for letter in footer if letter.character == "S"}) >= 2
        head = max(letter.top for letter in footer)
        for line in contents(pdf, number).split("\n"):
            if line.endswith("Do Q"):
                assert float(line.split()[6]) / MM > head + 2, "a picture over the footer"


def test_an_endless_footer_is_reported_with_its_line(content: Content) -> None:
    with pytest.raises(ContentError) as raised:
        build_handout(with_source(content, 12))
    (problem,) = raised.value.problems
    assert problem.place.line == content.line("settings", "source")
    assert problem.what == "The line at the foot of each page takes 5 lines; there is room for 3."
    assert problem.remedy == "Shorten source or school."
