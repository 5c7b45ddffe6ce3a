"""The pictures of the handout: where they are, how large, and what is said of them."""

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from helpers.pdfs import letters, page_count, page_text, squeezed
from helpers.placed import pictures_on, within_margins
from PIL import Image

from handout import build_handout, theme
from handout.errors import ContentError
from handout.model.content import Content
from handout.model.look import Look
from handout.model.student import NOBODY
from handout.model.text import Run
from handout.printing.press import Press


@pytest.fixture(scope="module")
def handout(content: Content) -> bytes:
    return build_handout(content)


def test_every_part_is_on_a_page_of_its_own_and_in_order(handout: bytes) -> None:
    drawn = [pictures_on(handout, number) for number in range(3)]
    assert [[picture.name for picture in page] for page in drawn] == [
        [],
        ["P0", "P1", "P2", "P3"],
        ["P4", "P5", "P6", "P7"],
    ]
    for page in drawn:
        assert [picture.top for picture in page] == sorted((picture.top for picture in page), reverse=True)
    title, *steps, thanks = [picture.width for page in drawn for picture in page]
    assert steps == pytest.approx([steps[0]] * 6, abs=0.02)
    assert steps[0] >= 118
    assert title == pytest.approx(thanks, abs=0.02)
    assert title < 45


@pytest.mark.slow
@pytest.mark.parametrize(
    ("look", "pages", "least"),
    [
        (Look(guides_per_page=2), 4, 174.9),
        (Look(), 3, 120),
        (Look(guides_per_page=4), 3, 120),
        (Look(large=True), 6, 174.9),
    ],
    ids=["two", "three", "four", "large"],
)
@pytest.mark.parametrize("slides", ["content", "real_content"])
def test_guides_have_the_room_of_their_pages(
    request: pytest.FixtureRequest, slides: str, look: Look, pages: int, least: float
) -> None:
    """Pictures this wide at least; white above the footer; nothing over anything else."""
    pdf = build_handout(request.getfixturevalue(slides), look)
    small = 24 if look.guides_per_page == 2 else 40
    assert page_count(pdf) == pages
    for number in range(1, pages):
        assert within_margins(pdf, number)
        pictures, found = pictures_on(pdf, number), letters(pdf, number)
        footer = max(letter.top for letter in found if letter.top < theme.FOOTER_ROOM)
        words = [letter for letter in found if letter.top > footer + 0.1]
        if not pictures:
            continue
        assert min(picture.bottom for picture in pictures) >= footer + 7.9
        assert min(letter.bottom for letter in words) >= footer + 7
        heading = min(letter.bottom for letter in words if letter.top > words[0].bottom)
        assert heading - max(picture.top for picture in pictures) >= 6 or look.large
        for picture in pictures:
            assert picture.width >= (small if picture.name in {"P0", "P7"} else least)
            assert not [letter for letter in words if picture.touches(letter)]
        for one, other in pairwise(pictures):
            assert one.bottom - other.top >= 4.9


@pytest.mark.slow
def test_captions_are_on_the_page_of_their_picture(handout: bytes) -> None:
    for page, caption in ((1, "Log in and open"), (2, "click Check Answers"), (2, "Three of: capitals")):
        assert squeezed(caption) in squeezed(page_text(handout, page))


@pytest.mark.slow
def test_a_long_caption_keeps_off_the_words_and_pictures_below_it(content: Content) -> None:
    first = content.guides.pictures[0]._replace(caption=(Run("a caption of very many words " * 8),))
    guides = content.guides._replace(pictures=(first, *content.guides.pictures[1:]))
    pdf = build_handout(replace(content, guides=guides))
    _, second, *_ = pictures_on(pdf, 1)
    words_of_first = [letter for letter in letters(pdf, 1) if letter.size == 14 and letter.top > second.top]
    assert len(words_of_first) >= 8 * len("acaptionofverymanywords")


@pytest.mark.slow
def test_a_picture_that_will_look_soft_is_reported(content: Content, tmp_path: Path) -> None:
    first, second, *others = content.guides.pictures
    Image.new("RGB", (300, 168), "white").save(tmp_path / "small.png")
    guides = content.guides._replace(pictures=(first, second._replace(image=tmp_path / "small.png"), *others))
    assert Press(content, [NOBODY]).warnings == []
    assert [str(note) for note in Press(replace(content, guides=guides), [NOBODY]).warnings] == [
        (
            f'content.yaml:{second.line}: "small.png" has only 63 dots per inch at its printed size'
            " and will look soft. Use a larger picture: at least 120 dots per inch."
        )
    ]


@pytest.mark.slow
def test_four_to_a_page_that_change_nothing_are_noted(content: Content) -> None:
    four = Press(content, [NOBODY], Look(guides_per_page=4))
    assert four.handout() == Press(content, [NOBODY]).handout()
    assert [str(note) for note in four.warnings] == [
        "content.yaml: 4 pictures to a page would save no page, so they are set as with 3."
    ]


@pytest.mark.slow
def test_four_to_a_page_that_save_a_page_are_no_matter(content: Content) -> None:
    guides = content.guides._replace(pictures=content.guides.pictures[1:5])
    of_four = replace(content, guides=guides)
    assert Press(of_four, [NOBODY]).handout_pages == 3
    four = Press(of_four, [NOBODY], Look(guides_per_page=4))
    assert (four.handout_pages, four.warnings) == (2, [])


@pytest.mark.slow
@pytest.mark.parametrize("look", [Look(guides_per_page=4, large=True), Look(guides_per_page=2), Look()])
def test_other_choices_are_no_matter(content: Content, look: Look) -> None:
    assert Press(content, [NOBODY], look).warnings == []


def test_all_pictures_that_cannot_be_printed_are_reported(content: Content, tmp_path: Path) -> None:
    first, second, *others = content.guides.pictures
    (tmp_path / "words.png").write_text("no picture")
    pictures = (
        first._replace(image=tmp_path / "gone.png"),
        second._replace(image=tmp_path / "words.png"),
        *others,
    )
    with pytest.raises(ContentError) as raised:
        Press(replace(content, guides=content.guides._replace(pictures=pictures)), [NOBODY])
    assert [(str(problem.place), problem.what) for problem in raised.value.problems] == [
        (f"content.yaml:{first.line}", 'There is no picture "gone.png".'),
        (f"content.yaml:{second.line}", '"words.png" is not a picture that can be read here.'),
    ]
