"""The guides: their steps, the sizes of their pictures, and what a screen reader is told of each."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import chain, pairwise

import pytest

from handout.model.content import Content, Guides
from handout.model.text import Run, on_one_line, plain
from handout.pages.blocks import Block
from handout.pages.guide_block import GuideBlock
from handout.pages.guide_setting import guide_box
from handout.pages.guide_steps import steps
from handout.pages.guides import guide_blocks, guide_widths
from handout.pdf.fonts import FontSet
from handout.pdf.pen import Pen
from handout.pdf.tagging import Element
from handout.pictures.picture import Picture
from handout.theme import (
    AFTER_GUIDES_HEADING,
    FRAME_HEIGHT,
    LARGE,
    MAIN_COLUMN,
    MEASURE,
    NORMAL,
    POINTS_PER_MM,
    Theme,
    points,
)
from handout.typesetting import Face, Line

THEMES = pytest.mark.parametrize("theme", [NORMAL, LARGE], ids=["normal", "large"])
PER_PAGE = pytest.mark.parametrize("per_page", [2, 3, 4])
SLIDE = (1180, 660)
PHONE = (390, 844)
TOP = 800


def picture(width: float, height: float) -> Picture:
    return Picture(1, 1, width, height, "L", b"", b"", 300)


def structure(element: Element) -> list:
    """Kinds of the elements, those inside one another as lists."""
    below = [structure(kid) for kid in element.kids if isinstance(kid, Element)]
    return [element.kind, *below]


def drawn(
    content: Content, theme: Theme, per_page: int, shapes: Sequence[tuple[int, int]] = (SLIDE,) * 8
) -> tuple[list[list[GuideBlock]], Element, list[Block]]:
    """The guides of each page, drawn; the structure; and all blocks."""
    root, pen = Element("Part"), Pen(FontSet(), 0)
    blocks = guide_blocks(content, [picture(*shape) for shape in shapes], theme, per_page, root)
    pages: list[list[GuideBlock]] = []
    for block in blocks:
        block.draw(pen, 0, TOP)
        if isinstance(block, GuideBlock):
            pages[-1].append(block)
        else:
            pages.append([])
    return pages, root, blocks


def numbers(pages: list[list[GuideBlock]]) -> list[list[int]]:
    """The guides of each page, counted from 1 as content.yaml has them."""
    return [[block.picture + 1 for block in page] for page in pages]


def of_full_size(content: Content, count: int = 8) -> Content:
    """So many guides of no part, none of them small."""
    first = content.guides.pictures[1]
    return replace(content, guides=content.guides._replace(pictures=(first,) * count))


def with_caption(content: Content, words: str, place: int = 1) -> Content:
    pictures = list(content.guides.pictures)
    pictures[place] = pictures[place]._replace(caption=(Run(words),))
    return replace(content, guides=content.guides._replace(pictures=tuple(pictures)))


def lines(block: GuideBlock) -> list[Line]:
    """All lines of its words, what to do first."""
    return [line for words in block.caption for line in words.lines]


def captions(content: Content) -> list[str]:
    return [plain(guide.caption) for guide in content.guides.pictures]


def box_of(block: GuideBlock) -> list[float]:
    """Left, bottom, right and top of the picture as the structure has them."""
    return [float(edge) for edge in block.figure.attributes.split("[")[1].rstrip("]").split()]


@pytest.mark.slow
@THEMES
@PER_PAGE
def test_a_guide_is_a_figure_with_its_caption(content: Content, theme: Theme, per_page: int) -> None:
    pages, root, _ = drawn(content, theme, per_page)
    assert structure(root) == ["Part", ["H2"], *[["Figure", ["Caption"]]] * 8]
    figures = [kid for kid in root.walk() if kid.kind == "Figure"]
    assert [figure.alt for figure in figures] == [on_one_line(guide.alt) for guide in content.guides.pictures]
    assert [block.figure for page in pages for block in page] == figures


@pytest.mark.slow
@pytest.mark.parametrize(
    ("theme", "per_page", "expected"),
    [
        (NORMAL, 2, [[1, 2, 3], [4, 5], [6, 7, 8]]),
        (NORMAL, 3, [[1, 2, 3, 4], [5, 6, 7, 8]]),
        (NORMAL, 4, [[1, 2, 3, 4], [5, 6, 7, 8]]),
        (LARGE, 2, [[1, 2], [3, 4], [5, 6], [7, 8]]),
    ],
    ids=["two", "three", "four", "large"],
)
def test_which_guide_is_on_which_page(
    content: Content, theme: Theme, per_page: int, expected: list[list[int]]
) -> None:
    assert numbers(drawn(content, theme, per_page)[0]) == expected


@PER_PAGE
@pytest.mark.parametrize("count", [5, 7, 8, 9, 12])
def test_without_small_ones_no_page_has_more_than_was_asked_for(
    content: Content, per_page: int, count: int
) -> None:
    pages, _, _ = drawn(of_full_size(content, count), NORMAL, per_page, [SLIDE] * count)
    assert list(chain(*numbers(pages))) == list(range(1, count + 1))
    assert len(pages) == -(-count // per_page)
    assert max(map(len, pages)) <= per_page


@pytest.mark.slow
@THEMES
@PER_PAGE
@pytest.mark.parametrize(
    "shapes", [(SLIDE,) * 8, (SLIDE, PHONE) * 4, (PHONE,) * 8], ids=["slides", "mixed", "phone"]
)
def test_the_guides_of_a_page_end_eight_millimetres_above_the_footer(
    content: Content, theme: Theme, per_page: int, shapes: Sequence[tuple[int, int]]
) -> None:
    pages, _, blocks = drawn(content, theme, per_page, shapes)
    heading = blocks[0].height
    footer_capitals = points(FRAME_HEIGHT) + points(3.9)
    for page in pages:
        used = heading + sum(block.space_before + block.height for block in page)
        assert used <= footer_capitals - points(8) + 1.5
        assert all(block.width * block.shape >= points(50) or block.picture in (0, 7) for block in page)


@PER_PAGE
def test_the_words_of_a_guide_are_one_mark(content: Content, per_page: int) -> None:
    """Every mark of a page costs a child's copy some bytes."""
    figures = [kid for kid in drawn(content, NORMAL, per_page)[1].walk() if kid.kind == "Figure"]
    captions = [kid for figure in figures for kid in figure.kids if isinstance(kid, Element)]
    assert [len(caption.kids) for caption in captions] == [1, 1, 2, 2, 2, 2, 2, 1], "and the step another"


def test_steps_are_counted_within_their_part(content: Content) -> None:
    assert steps(content.guides.pictures, captions(content)) == [
        "", "", "Set up 1", "Set up 2", "Forgot 1", "Forgot 2", "Forgot 3", "",
    ]  # fmt: skip


def test_guides_without_parts_are_counted_through(content: Content) -> None:
    pictures = [guide._replace(part="") for guide in content.guides.pictures]
    assert steps(pictures, captions(content)) == list("12345678")


@pytest.mark.parametrize("words", ["Picture {}", "Step {}: log in", "Log in (step {})"])
def test_a_caption_that_counts_has_no_second_number_beside_it(content: Content, words: str) -> None:
    pictures = [guide._replace(part="") for guide in content.guides.pictures]
    assert steps(pictures, [words.format(number) for number in range(1, 9)]) == [""] * 8
    assert steps(pictures, [words.format(20)] * 8) == list("12345678"), "another number"


def test_words_that_count_a_step_have_the_name_of_its_part_alone_before_them(content: Content) -> None:
    words = [*captions(content)[:3], "How do I enable this? Step 2: choose 3 questions."]
    assert steps(content.guides.pictures[:4], words) == ["", "", "Set up 1", "Set up"]
    words[3] = "Choose 2 questions, those of step 12, or step 3"
    assert steps(content.guides.pictures[:4], words)[3] == "Set up 2"


def test_large_print_counts_a_step_once_where_the_alt_text_counts_it(content: Content) -> None:
    pictures = list(content.guides.pictures)
    pictures[2] = pictures[2]._replace(alt=(Run("How do I enable this? Step 1: log in."),))
    content = replace(content, guides=Guides(content.guides.heading, tuple(pictures)))
    (_, large, *_), (normal, *_) = drawn(content, LARGE, 2)[0], drawn(content, NORMAL, 3)[0]
    labels = [block.step.text for block in (large[0], large[1], normal[2]) if block.step]
    assert labels == ["Set up ", "Set up 2 ", "Set up 1 "]


@PER_PAGE
def test_pictures_of_nearly_one_shape_are_equally_wide(content: Content, per_page: int) -> None:
    shapes = [(1180, 660), (1191, 669), (1174, 658), PHONE] * 2
    pages, _, _ = drawn(of_full_size(content), NORMAL, per_page, shapes)
    blocks = list(chain(*pages))
    slides = {round(block.width, 3) for block in blocks if block.picture % 4 != 3}
    phones = {round(block.width, 3) for block in blocks if block.picture % 4 == 3}
    assert len(slides) == len(phones) == 1
    assert max(phones) < min(slides) / 2
    if per_page >= 3:
        assert len({block.picture_left for block in blocks}) == 1, "all at one left edge"


@pytest.mark.parametrize(
    ("theme", "per_page", "least", "small"),
    [
        (NORMAL, 2, MEASURE - 0.01, (24, 13.8)),
        (NORMAL, 3, 121, (24, 24)),
        (NORMAL, 4, 121, (24, 24)),
        (LARGE, 2, MEASURE - 0.01, (42, 42)),
    ],
    ids=["two", "three", "four", "large"],
)
def test_our_pictures_are_as_wide_as_the_pages_allow(
    content: Content, theme: Theme, per_page: int, least: float, small: tuple[float, float]
) -> None:
    """In mm: the six that are steps, all alike, and the two that are small and as high as their page has room for."""
    first, *others, last = guide_widths(content, [picture(*SLIDE)] * 8, theme, per_page)
    assert len(set(others)) == 1
    assert others[0] >= least
    assert (first, last) == pytest.approx([height * 1180 / 660 for height in small], rel=0.01)
    assert max(first, last) < others[0] / 2


@THEMES
def test_the_words_of_the_steps_of_a_part_begin_at_one_left_edge(content: Content, theme: Theme) -> None:
    lefts: dict[str, set[float]] = {"Set up": set(), "Forgot": set()}
    for block in chain(*drawn(content, theme, 2)[0]):
        if part := content.guides.pictures[block.picture].part:
            lefts[part].add(block.caption_left)
    assert {part: len(found) for part, found in lefts.items()} == {"Set up": 1, "Forgot": 1}


@THEMES
def test_the_widest_step_of_a_part_keeps_off_its_words(content: Content, theme: Theme) -> None:
    first = content.guides.pictures[2]
    content = replace(content, guides=content.guides._replace(pictures=(first,) * 11))
    blocks = list(chain(*drawn(content, theme, 2, [SLIDE] * 11)[0]))
    widths = {block.step.width for block in blocks if block.step}
    assert len(widths) > 2, "the last is not the widest: 10 is wider than 11"
    (left,) = {block.caption_left for block in blocks}
    assert left >= max(widths) + points(3)


def test_words_above_a_picture_end_at_its_right_edge(content: Content) -> None:
    for theme in (NORMAL, LARGE):
        for block in chain(*drawn(content, theme, 2)[0]):
            if not content.guides.pictures[block.picture].small:
                assert all(block.caption_left + line.width <= block.width for line in lines(block))


def test_long_words_above_a_picture_have_the_width_of_the_page(content: Content) -> None:
    """They take fewer lines, which leaves more height to the picture."""
    content = with_caption(of_full_size(content), "capitals and small letters " * 45, 1)
    block = next(block for block in chain(*drawn(content, NORMAL, 2)[0]) if block.picture == 1)
    assert block.width < points(MAIN_COLUMN)
    assert max(line.width for line in lines(block)) > points(MAIN_COLUMN)


def test_above_a_picture_the_rules_for_a_password_are_two_lines_of_whole_sentences(content: Content) -> None:
    *_, (_, rules, _) = drawn(content, NORMAL, 2)[0]
    action, first, second = (line.text for line in lines(rules))
    assert action.endswith("click Change Password. ")
    assert first.endswith("symbols. ")
    assert second.endswith("Capitals matter.")


@pytest.mark.parametrize(
    ("theme", "per_page"), [(NORMAL, 3), (NORMAL, 4), (LARGE, 2)], ids=["three", "four", "large"]
)
def test_elsewhere_each_rule_for_a_password_has_its_own_line(
    content: Content, theme: Theme, per_page: int
) -> None:
    rules = list(chain(*drawn(content, theme, per_page)[0]))[6]
    guide = content.guides.pictures[6]
    said = plain(guide.alt if theme is LARGE else guide.caption).split("\n")
    assert ["".join(line.text for line in words.lines).strip() for words in rules.caption] == said
    assert len(said) == 6


@THEMES
@PER_PAGE
def test_what_there_is_to_know_is_apart_from_what_to_do(
    content: Content, theme: Theme, per_page: int
) -> None:
    """Rules are below the action with white between, in type that is no larger."""
    rules = list(chain(*drawn(content, theme, per_page)[0]))[6]
    action, *details = rules.caption
    assert details[0].down - action.foot == pytest.approx(points(1.6))
    assert all(words.style == theme.caption for words in details)
    assert action.style.size >= theme.caption.size
    for words, below in pairwise(details):
        assert below.down - words.foot == pytest.approx(points(1.1))


@THEMES
@PER_PAGE
def test_the_names_of_buttons_are_bold_and_addresses_typed(
    content: Content, theme: Theme, per_page: int
) -> None:
    spans = [
        span
        for block in chain(*drawn(content, theme, per_page)[0])
        for line in lines(block)
        for span in line.spans
    ]
    said = {face: "".join("".join(span.text for span in spans if span.face is face).split()) for face in Face}
    assert said[Face.BOLD] == ("SetupSecurityQuestionsSaveAnswersForgotPassword?CheckAnswersChangePassword")
    assert not said[Face.ITALIC]
    assert said[Face.TYPED] == ("https://mims.moe.gov.sg/sspr" * 2 if theme is LARGE else "")


def test_captions_above_large_pictures_are_as_large_as_those_beside(content: Content) -> None:
    for per_page in (2, 3):
        sizes = {block.caption[0].style.size for block in chain(*drawn(content, NORMAL, per_page)[0])}
        assert sizes == {14}


@pytest.mark.parametrize("per_page", [3, 4])
def test_the_pictures_of_a_page_have_one_white_between_them(content: Content, per_page: int) -> None:
    """No caption of ours ends below its picture, the small ones of title and end included."""
    for page in drawn(content, NORMAL, per_page)[0]:
        assert all(block.caption_foot <= block.width * block.shape for block in page)


def foot(page: Sequence[GuideBlock]) -> float:
    """Where the last guide of a page ends, in mm below the first."""
    heights = sum(block.height for block in page)
    return (heights + sum(block.space_before for block in page[1:])) / POINTS_PER_MM


@pytest.mark.parametrize("per_page", [3, 4])
def test_all_pages_of_guides_end_at_one_foot(content: Content, per_page: int) -> None:
    feet = [foot(page) for page in drawn(content, NORMAL, per_page)[0]]
    assert max(feet) - min(feet) < 0.1


def test_of_two_on_a_page_only_the_one_without_a_small_picture_ends_earlier(content: Content) -> None:
    first, between, last = (foot(page) for page in drawn(content, NORMAL, 2)[0])
    assert abs(first - last) < 0.4, "a title slide grows in whole points"
    assert 10 < last - between < 20


def test_large_print_leaves_less_room_at_its_feet_than_a_picture_needs(content: Content) -> None:
    feet = [foot(page) for page in drawn(content, LARGE, 2)[0]]
    assert max(feet[1:3]) - min(feet[1:3]) < 0.1
    assert max(feet) - feet[3] < 35, "the last page"
    assert max(feet) - feet[0] < 50, "the words of the first picture are few"


def test_white_to_spare_is_where_a_part_ends(content: Content) -> None:
    *_, (set_up, forgot), _ = drawn(content, NORMAL, 2)[0]
    assert forgot.space_before == points(24)
    assert set_up.space_before == points(AFTER_GUIDES_HEADING)
    _, _, (_, second), _ = drawn(content, LARGE, 2)[0]
    assert points(6) <= second.space_before <= points(14), "both are of one part"


def test_a_last_page_that_ends_early_has_no_more_white_than_the_others(content: Content) -> None:
    (_, second, third), *_, (_, last) = drawn(of_full_size(content), NORMAL, 3)[0]
    assert points(5) <= last.space_before == second.space_before == third.space_before < points(6)


def test_pages_that_all_have_room_have_more_white_between_their_pictures(content: Content) -> None:
    """Eight of full size, two to a page, are as wide as the page: 30 mm would stay at each foot."""
    pages = drawn(of_full_size(content), NORMAL, 2)[0]
    assert [len(page) for page in pages] == [2, 2, 2, 2]
    assert {second.space_before for _, second in pages} == {points(14)}


def test_a_page_with_room_has_larger_pictures_where_that_is_much(content: Content) -> None:
    seven, nine = (
        guide_widths(of_full_size(content, count), [picture(*SLIDE)] * count, NORMAL, 4) for count in (7, 9)
    )
    assert len(set(seven[:4])) == len(set(seven[4:])) == 1
    assert seven[4] > 1.2 * seven[0]
    assert len(set(nine)) == 1


def test_a_small_picture_keeps_the_left_edge_of_its_page(content: Content) -> None:
    for per_page in (2, 3, 4):
        for page in drawn(content, NORMAL, per_page)[0]:
            assert len({block.picture_left for block in page}) == 1


@pytest.mark.slow
@THEMES
def test_a_long_caption_takes_room_from_the_pictures_of_its_page(content: Content, theme: Theme) -> None:
    content = of_full_size(content)
    guides = content.guides._replace(
        pictures=tuple(guide._replace(alt=()) for guide in content.guides.pictures)
    )
    content = replace(content, guides=guides)
    plain, _, _ = drawn(content, theme, 2)
    wordy, _, _ = drawn(
        with_caption(content, "words of a caption " * (24 if theme is LARGE else 44)), theme, 2
    )
    assert numbers(plain) == numbers(wordy)
    assert wordy[0][0].width < 0.9 * plain[0][0].width
    assert wordy[1][0].width == plain[1][0].width


@pytest.mark.parametrize(("fourth", "fifth"), [(3, 15), (9, 9), (14, 3), (15, 3)])
def test_words_that_take_more_lines_beside_lower_pictures_keep_off_the_footer(
    content: Content, fourth: int, fifth: int
) -> None:
    """The height that another page has room for may be too low for the words of this one."""
    pictures = [guide._replace(part="") for guide in content.guides.pictures]
    content = replace(content, guides=content.guides._replace(pictures=tuple(pictures)))
    content = with_caption(content, "capitals and small letters " * fourth, 3)
    content = with_caption(content, "capitals and small letters " * fifth, 4)
    pages, _, blocks = drawn(content, NORMAL, 2)
    assert numbers(pages) == [[1, 2, 3], [4, 5], [6, 7, 8]]
    for page in pages:
        used = blocks[0].height + sum(block.space_before + block.height for block in page)
        assert used <= points(FRAME_HEIGHT) + points(3.9) - points(8)


def test_large_print_has_the_words_of_each_picture_instead_of_its_caption(content: Content) -> None:
    pages, _, _ = drawn(content, LARGE, 2)
    for block in list(chain(*pages)):
        guide = content.guides.pictures[block.picture]
        assert "".join(line.text for line in lines(block)) == on_one_line(guide.alt)
        assert {words.style for words in block.caption} == {LARGE.caption}


def test_what_has_no_words_yet_keeps_its_caption_in_large_print(content: Content) -> None:
    first, second, *others = content.guides.pictures
    pictures = (first._replace(alt=()), second._replace(alt=(Run("\U00013000 has no face"),)), *others)
    pages, _, _ = drawn(replace(content, guides=Guides(content.guides.heading, pictures)), LARGE, 2)
    said = ["".join(line.text for line in lines(block)) for block in pages[0]]
    assert said == ["".join(run.text for run in guide.caption) for guide in (first, second)]


def test_white_stands_between_the_heading_and_the_first_guide(content: Content) -> None:
    _, _, (heading, first, *_) = drawn(content, NORMAL, 3)
    assert first.space_before == points(AFTER_GUIDES_HEADING) >= points(6)
    assert heading.style.bold


def test_a_heading_that_runs_on_is_lighter_and_said_once(content: Content) -> None:
    _, _, blocks = drawn(content, NORMAL, 2)
    first, *further = [block for block in blocks if block.starts_page]
    assert len(further) == 2
    for heading in further:
        assert heading.style.size < first.style.size
        assert not heading.style.bold
        assert heading.element is None
        assert heading.heading == ""
        assert heading.height == first.height


@THEMES
@PER_PAGE
def test_a_caption_keeps_off_its_picture(content: Content, theme: Theme, per_page: int) -> None:
    content = with_caption(content, "A caption of rather many words, which needs several lines " * 3, 2)
    for page in drawn(content, theme, per_page)[0]:
        for block in page:
            left, _, right, upper = box_of(block)
            assert right - left == pytest.approx(block.width, abs=0.02)
            assert right <= points(MEASURE) + 0.01
            words = [(block.caption_left, line) for line in lines(block)]
            words += [(block.step_left, block.step)] if block.step else []
            above = TOP - block.caption_foot >= upper
            for start, line in words:
                beside = start + line.width <= left - points(4.9) or start >= right + points(4.9)
                assert above or beside
                assert start + line.width <= points(MEASURE) + 0.01


@pytest.mark.parametrize("per_page", [3, 4])
def test_no_caption_of_ours_is_longer_than_its_picture_is_high(content: Content, per_page: int) -> None:
    for page in drawn(content, NORMAL, per_page)[0]:
        for block in page:
            style = block.caption[-1].style
            words = block.caption_foot - (style.leading - style.size) / 2
            assert words <= block.width * block.shape + points(1)


@THEMES
@PER_PAGE
def test_a_picture_has_a_box(content: Content, theme: Theme, per_page: int) -> None:
    width, height = guide_box(content, theme, per_page)
    assert width == (MAIN_COLUMN if per_page >= 3 else MEASURE)
    assert 0 < height * min(per_page, 3) < FRAME_HEIGHT
