"""The handout for everybody, read back as a person would."""

import re
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from helpers.pdfs import (
    MM,
    contents,
    find_word,
    joined,
    letters,
    lines_drawn,
    page_count,
    page_text,
    reader,
    squeezed,
)
from helpers.placed import within_margins
from helpers.school import SCHOOL_PAGE, child

from handout import build_handout, class_set, theme
from handout.model.content import Content, Heading, Paragraph
from handout.model.look import Look
from handout.model.student import NOBODY
from handout.model.text import Run
from handout.printing.press import Press


@pytest.fixture(scope="module")
def handout(content: Content) -> bytes:
    return build_handout(content)


def test_is_three_pages(handout: bytes, content: Content) -> None:
    assert page_count(handout) == Press(content, [NOBODY]).handout_pages == 3


@pytest.mark.slow
def test_is_three_pages_with_the_real_slides(real_content: Content) -> None:
    assert page_count(build_handout(real_content)) == 3


@pytest.mark.slow
def test_carries_every_sentence_of_the_page(real_content: Content) -> None:
    pdf = build_handout(real_content)
    printed = joined(" ".join(page_text(pdf, number) for number in range(page_count(pdf))))
    for sentence in _sentences((SCHOOL_PAGE / "mims-account.html").read_text("utf-8")):
        assert squeezed(sentence) in squeezed(printed), sentence


@pytest.mark.slow
def test_without_pictures_or_headings(content: Content) -> None:
    text = tuple(block for block in content.text if not isinstance(block, Heading))
    bare = replace(content, text=text, guides=content.guides._replace(heading=(), pictures=()))
    press = Press(bare, [NOBODY])
    pdf = press.handout()
    assert page_count(pdf) == press.handout_pages == 1
    assert len(reader(pdf).outline) == 2, "the title, and it once more below"


@pytest.mark.slow
def test_text_keeps_the_margins_and_the_gutter(handout: bytes) -> None:
    for number in range(3):
        assert within_margins(handout, number)


def test_type_is_large_enough(handout: bytes) -> None:
    for number in range(3):
        for letter in letters(handout, number):
            is_footer = letter.top < theme.FOOTER_ROOM
            assert letter.size >= (9 if is_footer else 12), letter
    assert all(letter.size >= 14 for letter in find_word(handout, 0, "mary_tan@students.edu.sg"))


def test_what_is_typed_is_set_in_the_typed_face_and_letter_spaced(handout: bytes) -> None:
    word = find_word(handout, 0, "full_name@students.edu.sg")
    assert {letter.font.partition("+")[2] for letter in word} == {"IBMPlexMono-Medium"}
    advance = word[1].left - word[0].left
    underscore = word[4]
    assert underscore.right - underscore.left < advance - 0.1, "two underscores would join"


def test_three_password_lines_have_room_for_24_letters(handout: bytes) -> None:
    ruled = [(x1, y1, x2) for x1, y1, x2, y2 in lines_drawn(handout, 0) if y1 == y2 and x2 - x1 > 100]
    last_three = sorted(ruled, key=lambda line: line[1])[:3]
    for x1, _, x2 in last_three:
        assert x2 - x1 >= theme.PASSWORD_CHARACTERS * theme.CHARACTER_ROOM - 0.01
    for (_, below, _), (_, above, _) in pairwise(last_three):
        assert above - below >= theme.WRITING_HEIGHT


@pytest.mark.slow
def test_a_third_password_line_never_costs_a_page(content: Content) -> None:
    extra = Paragraph((Run("A few words more. " * 8),))
    pdf = build_handout(replace(content, text=(*content.text, extra)))
    assert page_count(pdf) == 3
    assert squeezed(page_text(pdf, 0)).count("Newpassword") == 1


@pytest.mark.slow
@pytest.mark.parametrize("layout", ["pack", "sheet"])
@pytest.mark.parametrize(
    "look", [Look(guides_per_page=2), Look(), Look(guides_per_page=4), Look(large=True)], ids=str
)
def test_page_1_shows_the_way_to_the_portal(content: Content, layout: str, look: Look) -> None:
    pdf = class_set(content, [child("TAN MEI LING")], look, layout=layout)
    address = find_word(pdf, 0, "https://mims.moe.gov.sg/sspr")
    assert all(letter.size >= 14 for letter in address)
    modules = [
        tuple(float(part) / MM for part in box)
        for box in re.findall(r"([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+) re", contents(pdf, 0))
        if float(box[3]) < 3.5
    ]
    left, right = min(box[0] for box in modules), max(box[0] + box[2] for box in modules)
    bottom, module = min(box[1] for box in modules), modules[0][3]
    assert right - left == pytest.approx(look.theme.code, abs=0.05)
    quiet = theme.QR_QUIET_ZONE * module - 0.01
    for letter in letters(pdf, 0):
        beside = bottom - quiet < letter.top and letter.bottom < bottom + look.theme.code + quiet
        assert not (beside and left - quiet < letter.right and letter.left < right + quiet), letter
    for x1, y1, x2, y2 in lines_drawn(pdf, 0):
        beside = bottom - quiet < y1 < bottom + look.theme.code + quiet
        assert not (beside and left - quiet < max(x1, x2) and min(x1, x2) < right + quiet), (
            x1,
            y1,
            x2,
            y2,
        )


def test_says_what_it_is(handout: bytes) -> None:
    document = reader(handout)
    root = document.root_object
    assert document.metadata is not None
    assert document.metadata.title == "MIMS Account – Rain Tree Primary School"
    assert root["/Lang"] == "en-SG"
    assert root["/ViewerPreferences"] == {
        "/DisplayDocTitle": True,
        "/PrintScaling": "/None",
        "/Duplex": "/DuplexFlipLongEdge",
    }
    title, headings = document.outline
    assert title["/Title"] == "MIMS Account"
    assert [entry["/Title"] for entry in headings] == [
        "What is MIMS?",
        "Managing MIMS Account",
        "MIMS username",
        "Setting up and resetting the password",
    ]
    assert document.get_destination_page_number(headings[-1]) == 1


def test_every_font_is_an_embedded_subset(handout: bytes) -> None:
    fonts = {
        font.get_object()["/BaseFont"]: font.get_object()
        for page in reader(handout).pages
        for font in page["/Resources"]["/Font"].values()
    }
    assert {name.partition("+")[2] for name in fonts} == {
        "AtkinsonHyperlegible-Regular",
        "AtkinsonHyperlegible-Bold",
        "AtkinsonHyperlegible-Italic",
        "IBMPlexMono-Medium",
    }
    for name, font in fonts.items():
        assert re.match(r"/[A-Z]{6}\+", name)
        descriptor = font["/DescendantFonts"][0].get_object()["/FontDescriptor"]
        assert len(descriptor["/FontFile2"].get_data()) > 1000


@pytest.mark.slow
def test_a_press_prints_the_same_again(content: Content) -> None:
    press = Press(content, [NOBODY])
    assert press.handout() == press.handout()


def test_same_input_gives_the_same_bytes(content: Content, handout: bytes) -> None:
    class_set(content, [child("ANOTHER CHILD")])  # another history of the process
    assert build_handout(content) == handout


@pytest.mark.slow
def test_words_at_line_ends_do_not_join(handout: bytes) -> None:
    printed = joined(page_text(handout, 0))
    assert "provides access to multiple applications, such as SLS" in printed


@pytest.mark.slow
def test_the_gutter_is_where_the_sheet_is_punched(content: Content) -> None:
    """Holes reach 16 mm from the edge (ISO 838), on the left of a front and on the right of a back."""
    for per_page in (2, 3, 4):
        pdf = build_handout(content, Look(guides_per_page=per_page))
        for number in range(1, page_count(pdf)):
            for x, _, width in _boxes_on(pdf, number):
                edge = 210 - x - width if number % 2 else x
                assert edge >= 20 - 0.01


def _boxes_on(pdf: bytes, number: int) -> list[tuple[float, float, float]]:
    """Left edge, lower edge and width (mm) of each frame of a page."""
    pattern = r"([\d.]+) ([\d.]+) ([\d.]+) [\d.]+ re S"
    return [
        (float(x) / MM, float(y) / MM, float(width) / MM)
        for x, y, width in re.findall(pattern, contents(pdf, number))
    ]


def _sentences(html: str) -> list[str]:
    """The sentences of the page, its headings and examples too."""

    class Reader(HTMLParser):
        text = ""

        def handle_data(self, data: str) -> None:
            self.text += data.replace("\n", " ")

        def handle_endtag(self, tag: str) -> None:
            if tag in {"p", "h1"}:
                self.text += "\n"

        def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002 - the parser's signature
            if tag == "br":
                self.text += "\n"

    page = Reader()
    page.feed(html.rpartition("---\n")[2])
    # The page divides these by a hyphen with a space inside its bold; paper has a dash.
    text = page.text.replace("\xa0", " ").replace("1 to 3 - ", "1 to 3 – ").replace("4 to 6 - ", "4 to 6 – ")
    parts = [part for line in text.split("\n") for part in re.split(r"(?<=[.?])\s+", line)]
    return [joined(part) for part in parts if joined(part)]
