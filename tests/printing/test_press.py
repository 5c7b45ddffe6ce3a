"""The handout and the class set, read back as a person would."""

import re
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import pytest
from helpers.pdfs import (
    MM,
    Letter,
    all_faults,
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
from helpers.school import SCHOOL_PAGE, checklist, child
from PIL import Image
from pypdf import PdfReader
from pypdf.generic import StreamObject

from handout import build_handout, class_set, theme
from handout.content.markup import parse_markup
from handout.errors import ContentError
from handout.model.content import Content, Heading, Labels, Panel, Paragraph, Reader
from handout.model.look import Look
from handout.model.student import NOBODY, Student, spare_students
from handout.model.text import Run, plain
from handout.printing.press import Press


@pytest.fixture(scope="module")
def handout(content: Content) -> bytes:
    return build_handout(content)


class TestHandout:
    def test_is_three_pages(self, handout: bytes, content: Content) -> None:
        assert page_count(handout) == Press(content, [NOBODY]).handout_pages == 3

    @pytest.mark.slow
    @pytest.mark.parametrize("large", [False, True], ids=["normal", "large"])
    def test_letters_and_lines_are_black_or_blue_never_a_grey_that_a_copier_dots(
        self, content: Content, large: bool
    ) -> None:
        pdf = build_handout(content, Look(large=large))
        drawn = "\n".join(contents(pdf, number) for number in range(page_count(pdf)))
        blue = " ".join(f"{part:.3f}".rstrip("0") for part in theme.ACCENT)
        assert {grey for grey, _ in re.findall(r"([\d.]+) ([gG])\b", drawn)} == {"0"}
        assert {colour for colour, _ in re.findall(r"([\d.]+ [\d.]+ [\d.]+) (rg|RG)\b", drawn)} == {blue}

    @pytest.mark.slow
    def test_is_three_pages_with_the_real_slides(self, real_content: Content) -> None:
        assert page_count(build_handout(real_content)) == 3

    @pytest.mark.slow
    def test_carries_every_sentence_of_the_page(self, real_content: Content) -> None:
        pdf = build_handout(real_content)
        printed = joined(" ".join(page_text(pdf, number) for number in range(page_count(pdf))))
        for sentence in _sentences((SCHOOL_PAGE / "mims-account.html").read_text("utf-8")):
            assert squeezed(sentence) in squeezed(printed), sentence

    def test_every_part_is_on_a_page_of_its_own_and_in_order(self, handout: bytes) -> None:
        drawn = [_pictures_on(handout, number) for number in range(3)]
        assert [[picture.name for picture in page] for page in drawn] == [
            [],
            ["P0", "P1", "P2", "P3"],
            ["P4", "P5", "P6", "P7"],
        ]
        for page in drawn:
            assert [picture.top for picture in page] == sorted(
                (picture.top for picture in page), reverse=True
            )
        title, *steps, thanks = [picture.width for page in drawn for picture in page]
        assert steps == pytest.approx([steps[0]] * 6, abs=0.02)
        assert steps[0] >= 118
        assert title == pytest.approx(thanks, abs=0.02)
        assert title < 45

    @pytest.mark.slow
    @pytest.mark.parametrize(
        ("look", "pages", "least"),
        [
            (Look(guides_per_page=2), 4, 168),
            (Look(), 3, 120),
            (Look(guides_per_page=4), 3, 120),
            (Look(large=True), 6, 165),
        ],
        ids=["two", "three", "four", "large"],
    )
    @pytest.mark.parametrize("slides", ["content", "real_content"])
    def test_guides_have_the_room_of_their_pages(
        self, request: pytest.FixtureRequest, slides: str, look: Look, pages: int, least: float
    ) -> None:
        """Pictures this wide at least; white above the footer; nothing over anything else."""
        pdf = build_handout(request.getfixturevalue(slides), look)
        small = 28 if look.guides_per_page == 2 else 40
        assert page_count(pdf) == pages
        for number in range(1, pages):
            assert _within_margins(pdf, number)
            pictures, found = _pictures_on(pdf, number), letters(pdf, number)
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
    def test_captions_stand_on_the_page_of_their_picture(self, handout: bytes) -> None:
        for page, caption in ((1, "Log in and open"), (2, "click Check Answers"), (2, "Three of: capitals")):
            assert squeezed(caption) in squeezed(page_text(handout, page))

    @pytest.mark.slow
    def test_a_long_caption_keeps_off_the_words_and_pictures_below_it(self, content: Content) -> None:
        first = content.guides.pictures[0]._replace(caption=(Run("a caption of very many words " * 8),))
        guides = content.guides._replace(pictures=(first, *content.guides.pictures[1:]))
        pdf = build_handout(replace(content, guides=guides))
        _, second, *_ = _pictures_on(pdf, 1)
        words_of_first = [
            letter for letter in letters(pdf, 1) if letter.size == 14 and letter.top > second.top
        ]
        assert len(words_of_first) >= 8 * len("acaptionofverymanywords")

    @pytest.mark.slow
    def test_a_picture_that_will_look_soft_is_told(self, content: Content, tmp_path: Path) -> None:
        first, second, *others = content.guides.pictures
        Image.new("RGB", (300, 168), "white").save(tmp_path / "small.png")
        guides = content.guides._replace(
            pictures=(first, second._replace(image=tmp_path / "small.png"), *others)
        )
        assert Press(content, [NOBODY]).warnings == []
        assert [str(note) for note in Press(replace(content, guides=guides), [NOBODY]).warnings] == [
            (
                f'content.yaml:{second.line}: "small.png" has only 63 dots per inch at its printed size'
                " and will look soft. Use a larger picture: at least 120 dots per inch."
            )
        ]

    @pytest.mark.slow
    def test_four_to_a_page_that_change_nothing_are_told(self, content: Content) -> None:
        four = Press(content, [NOBODY], Look(guides_per_page=4))
        assert four.handout() == Press(content, [NOBODY]).handout()
        assert [str(note) for note in four.warnings] == [
            "content.yaml: 4 pictures to a page would save no page, so they are set as with 3."
        ]

    @pytest.mark.slow
    def test_four_to_a_page_that_save_a_page_are_no_matter(self, content: Content) -> None:
        guides = content.guides._replace(pictures=content.guides.pictures[1:5])
        of_four = replace(content, guides=guides)
        assert Press(of_four, [NOBODY]).handout_pages == 3
        four = Press(of_four, [NOBODY], Look(guides_per_page=4))
        assert (four.handout_pages, four.warnings) == (2, [])

    @pytest.mark.slow
    @pytest.mark.parametrize("look", [Look(guides_per_page=4, large=True), Look(guides_per_page=2), Look()])
    def test_other_choices_are_no_matter(self, content: Content, look: Look) -> None:
        assert Press(content, [NOBODY], look).warnings == []

    def test_all_pictures_that_cannot_be_printed_are_told(self, content: Content, tmp_path: Path) -> None:
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

    @pytest.mark.slow
    def test_without_pictures_or_headings(self, content: Content) -> None:
        text = tuple(block for block in content.text if not isinstance(block, Heading))
        bare = replace(content, text=text, guides=content.guides._replace(heading=(), pictures=()))
        press = Press(bare, [NOBODY])
        pdf = press.handout()
        assert page_count(pdf) == press.handout_pages == 1
        assert len(reader(pdf).outline) == 2, "the title, and it once more below"

    @pytest.mark.slow
    def test_text_keeps_the_margins_and_the_gutter(self, handout: bytes) -> None:
        for number in range(3):
            assert _within_margins(handout, number)

    def test_type_is_large_enough(self, handout: bytes) -> None:
        for number in range(3):
            for letter in letters(handout, number):
                is_footer = letter.top < theme.FOOTER_ROOM
                assert letter.size >= (9 if is_footer else 12), letter
        assert all(letter.size >= 14 for letter in find_word(handout, 0, "mary_tan@students.edu.sg"))

    def test_what_is_typed_is_set_in_the_typed_face_and_letter_spaced(self, handout: bytes) -> None:
        word = find_word(handout, 0, "full_name@students.edu.sg")
        assert {letter.font.partition("+")[2] for letter in word} == {"IBMPlexMono-Medium"}
        advance = word[1].left - word[0].left
        underscore = word[4]
        assert underscore.right - underscore.left < advance - 0.1, "two underscores would join"

    def test_three_password_lines_have_room_for_24_letters(self, handout: bytes) -> None:
        ruled = [(x1, y1, x2) for x1, y1, x2, y2 in lines_drawn(handout, 0) if y1 == y2 and x2 - x1 > 100]
        last_three = sorted(ruled, key=lambda line: line[1])[:3]
        for x1, _, x2 in last_three:
            assert x2 - x1 >= theme.PASSWORD_CHARACTERS * theme.CHARACTER_ROOM - 0.01
        for (_, below, _), (_, above, _) in pairwise(last_three):
            assert above - below >= theme.WRITING_HEIGHT

    @pytest.mark.slow
    def test_a_third_password_line_never_costs_a_page(self, content: Content) -> None:
        extra = Paragraph((Run("A few words more. " * 8),))
        pdf = build_handout(replace(content, text=(*content.text, extra)))
        assert page_count(pdf) == 3
        assert squeezed(page_text(pdf, 0)).count("Newpassword") == 1

    @pytest.mark.slow
    @pytest.mark.parametrize("layout", ["pack", "sheet"])
    @pytest.mark.parametrize(
        "look", [Look(guides_per_page=2), Look(), Look(guides_per_page=4), Look(large=True)], ids=str
    )
    def test_page_1_shows_the_way_to_the_portal(self, content: Content, layout: str, look: Look) -> None:
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

    def test_says_what_it_is(self, handout: bytes) -> None:
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

    def test_every_font_is_an_embedded_subset(self, handout: bytes) -> None:
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
    def test_a_press_prints_the_same_again(self, content: Content) -> None:
        press = Press(content, [NOBODY])
        assert press.handout() == press.handout()

    def test_same_input_gives_the_same_bytes(self, content: Content, handout: bytes) -> None:
        class_set(content, [child("ANOTHER CHILD")])  # another history of the process
        assert build_handout(content) == handout

    @pytest.mark.slow
    def test_words_at_line_ends_do_not_join(self, handout: bytes) -> None:
        printed = joined(page_text(handout, 0))
        assert "provides access to multiple applications, such as SLS" in printed

    @pytest.mark.slow
    def test_grey_is_black_but_for_the_pictures(self, content: Content) -> None:
        pdf = build_handout(content, Look(grey=True))
        for number in range(3):
            assert not re.search(r"\b(rg|RG)\b", contents(pdf, number))
            assert set(re.findall(r"([\d.]+) [gG]\b", contents(pdf, number))) == {"0"}

    @pytest.mark.slow
    def test_pictures_take_the_colours_that_were_asked_for(self, content: Content) -> None:
        def pixels(look: Look) -> set[tuple[int, int, int]]:
            page = reader(build_handout(content, look)).pages[1]
            return {pixel for _, pixel in page.images["/P0"].image.convert("RGB").getcolors(1 << 24)}

        full, saver, grey = (pixels(look) for look in (Look(), Look(saver=True), Look(grey=True)))
        assert (160, 184, 246) in full, "the slide's blue ground"
        assert (160, 184, 246) not in saver, "which takes much toner"
        assert (255, 255, 255) in saver
        assert all(red == green == blue for red, green, blue in grey)

    @pytest.mark.slow
    def test_a_grey_print_spares_toner_unless_it_is_told_not_to(self, content: Content) -> None:
        def ground(look: Look) -> int:
            page = reader(build_handout(content, look)).pages[1]
            return page.images["/P0"].image.convert("L").getpixel((20, 20))

        assert ground(Look(grey=True)) == 255
        assert 150 < ground(Look(grey=True, saver=False)) < 200

    @pytest.mark.slow
    def test_the_gutter_is_where_the_sheet_is_punched(self, content: Content) -> None:
        """Holes reach 16 mm from the edge (ISO 838), on the left of a front and on the right of a back."""
        for per_page in (2, 3, 4):
            pdf = build_handout(content, Look(guides_per_page=per_page))
            for number in range(1, page_count(pdf)):
                for x, _, width in _boxes_on(pdf, number):
                    edge = 210 - x - width if number % 2 else x
                    assert edge >= 20 - 0.01

    @pytest.mark.slow
    def test_large_print_is_large(self, content: Content) -> None:
        pdf = build_handout(content, Look(large=True))
        for number in range(page_count(pdf)):
            for letter in letters(pdf, number):
                assert letter.size >= (12 if letter.top < theme.FOOTER_ROOM else 16), letter
            assert _within_margins(pdf, number)
        assert not all_faults(pdf)

    @pytest.mark.slow
    @pytest.mark.parametrize("person", [child("TAN MEI LING"), child("LIM JO", "6A"), NOBODY], ids=str)
    def test_large_print_splits_no_paragraph_and_gives_the_hand_the_room_of_page_1(
        self, content: Content, person: Student
    ) -> None:
        press = Press(content, [person], Look(large=True))
        pdf = press.print([person], person.class_name)
        pages = [joined(page_text(pdf, number)) for number in (0, 1)]
        for passage in content.text:
            words = joined(plain(passage.text)) if isinstance(passage, Paragraph) else ""
            assert any(squeezed(words) in squeezed(page) for page in pages), words
        ruled = sorted({y1 for _, y1, x2, y2 in lines_drawn(pdf, 0) if y1 == y2 and x2 > 150})
        assert min(above - below for below, above in pairwise(ruled)) >= 24.9

    @pytest.mark.slow
    def test_large_print_says_each_picture_in_large_type(self, content: Content) -> None:
        pdf = build_handout(content, Look(large=True))
        for place, guide in enumerate(content.guides.pictures):
            assert all(letter.size >= 16 for letter in find_word(pdf, 2 + place // 2, plain(guide.alt)))

    @pytest.mark.slow
    def test_large_print_has_large_usernames(self, content: Content) -> None:
        long = "muhammad_danish_haziq_abdul_rahman@students.edu.sg"
        people = [child("TAN MEI LING"), child("MUHAMMAD " * 6, number="2", username=long)]
        pdf = class_set(content, people, Look(large=True))
        for person, page in zip(people, (0, 6), strict=True):
            assert all(letter.size >= 18 for letter in find_word(pdf, page, person.username))
            assert all(letter.size >= 16 for letter in find_word(pdf, page, person.name))


class TestClassSet:
    def test_each_page_carries_its_child_and_no_other(self, content: Content, three_a: list) -> None:
        pdf = class_set(content, three_a)
        assert page_count(pdf) == 12
        for place, student in enumerate(three_a):
            text = squeezed(page_text(pdf, place * 4))
            for other in three_a:
                assert (squeezed(other.name) in text) == (other is student)
                if other.username:
                    assert (other.username in text) == (other is student)

    def test_names_are_printed_as_they_are(self, content: Content) -> None:
        pdf = class_set(content, [child("<b>Ann</b> & Co (née O’Neil)", username="ann_co@students.edu.sg")])
        assert squeezed("<b>Ann</b> & Co (née O’Neil)") in squeezed(page_text(pdf, 0))

    @pytest.mark.parametrize(
        ("class_name", "words"),
        [
            ("3A", "Then copy it into the Student Handbook, page 136."),
            ("5B", "The account is yours."),
            ("JOY", "Primary 1 to 3: copy it into the Student Handbook, page 136."),
        ],
    )
    def test_panel_speaks_to_the_right_reader(self, content: Content, class_name: str, words: str) -> None:
        pdf = class_set(content, [child("TAN MEI LING", class_name)], layout="sheet")
        assert words in joined(page_text(pdf, 0))

    def test_packs_start_on_a_fresh_sheet(self, content: Content, three_a: list) -> None:
        pdf = class_set(content, three_a)
        assert page_count(pdf) == 3 * 4
        assert page_text(pdf, 3).strip() == ""
        assert squeezed(three_a[1].name) in squeezed(page_text(pdf, 4))

    @pytest.mark.slow
    def test_pages_are_foretold(self, content: Content, three_a: list) -> None:
        for layout in ("pack", "sheet", "slips"):
            people = [*three_a, *spare_students("3A", 2)]
            press = Press(content, people, layout=layout)
            assert press.pages(people) == page_count(press.print(people, "3A"))

    @pytest.mark.slow
    @pytest.mark.parametrize(("people", "pages"), [(1, 1), (10, 1), (11, 2)])
    def test_pages_of_slips_are_foretold(self, content: Content, people: int, pages: int) -> None:
        children = [child("TAN MEI LING", number=str(number)) for number in range(people)]
        press = Press(content, children, layout="slips")
        assert page_count(press.print(children, "3A")) == press.pages(children) == pages

    @pytest.mark.slow
    def test_pages_are_foretold_where_one_reader_is_told_more(self, content: Content) -> None:
        lower, upper = child("TAN MEI LING"), child("LIM JO", "6A")
        long = content.panel.primary_4_to_6._replace(note=(Run("Many words of advice. " * 60),))
        wordy = replace(content, panel=content.panel._replace(primary_4_to_6=long))
        press = Press(wordy, [lower, upper], Look(guides_per_page=2))
        packs = [page_count(press.print([person], person.class_name)) for person in (lower, upper)]
        assert packs == [4, 6] == [press.pages([person]) for person in (lower, upper)]
        assert press.pages([lower, upper]) == 10

    @pytest.mark.slow
    def test_spares_have_the_class_and_blank_lines(self, content: Content, three_a: list) -> None:
        pdf = class_set(content, three_a[:1], layout="sheet", spares=2)
        assert page_count(pdf) == 3
        for number in (1, 2):
            text = page_text(pdf, number)
            assert "3A" in text
            assert "TAN MEI LING" not in text
            assert "tan_mei_ling" not in text

    def test_no_rule_runs_under_a_username(self, content: Content) -> None:
        pdf = class_set(content, [child("TAN MEI LING")], layout="sheet")
        username = find_word(pdf, 0, "tan_mei_ling@students.edu.sg")
        bottom, top = min(x.bottom for x in username) - 3, max(x.top for x in username)
        for x1, y1, x2, _ in lines_drawn(pdf, 0):
            crosses = min(x2, username[-1].right) - max(x1, username[0].left) > 0
            assert not (crosses and bottom < y1 < top)

    @pytest.mark.slow
    def test_longest_name_and_username_stay_in_their_room(self, content: Content) -> None:
        longest = child("W" * 66, "3A", "40", "w" * 64 + "@students.edu.sg")
        joints = child(
            "MMMMMMMMMM " * 5 + "MMMMMMMMMMM", "3A", "41", "_".join(["m" * 15] * 4) + "@students.edu.sg"
        )
        for student in (longest, joints):
            pdf = class_set(content, [student], layout="sheet")
            name, username = find_word(pdf, 0, student.name), find_word(pdf, 0, student.username)
            assert all(letter.left >= 20 and letter.right <= 195 for letter in name + username)
            assert all(letter.size >= 14 for letter in username)
            value = find_word(pdf, 0, student.register_number)
            assert min(x.bottom for x in name) > max(x.top for x in value)
            assert min(x.bottom for x in value) > max(x.top for x in username)
            assert "MIMSAccount" in squeezed(page_text(pdf, 0))
            assert page_count(pdf) == 1

    @pytest.mark.slow
    def test_bookmarks_go_by_register_number_never_by_name(self, content: Content, three_a: list) -> None:
        document = reader(class_set(content, three_a, spares=1))
        whole, children = document.outline
        assert whole["/Title"] == "Class 3A"
        assert [entry["/Title"] for entry in children] == ["3A No. 1", "3A No. 2", "3A No. 3", "3A spare"]
        assert [document.get_destination_page_number(entry) for entry in children] == [0, 4, 8, 12]

    @pytest.mark.slow
    def test_no_name_is_in_the_metadata(self, content: Content, three_a: list) -> None:
        document = reader(class_set(content, three_a))
        metadata = str(document.metadata) + document.root_object["/Metadata"].get_data().decode()
        for student in three_a:
            assert student.name not in metadata

    @pytest.mark.slow
    def test_what_all_share_is_in_the_file_once(self, content: Content, three_a: list) -> None:
        document = reader(class_set(content, three_a))
        contents_of = [[item.idnum for item in list.__iter__(page["/Contents"])] for page in document.pages]
        assert contents_of[1:4] == contents_of[5:8] == contents_of[9:12]
        assert contents_of[0][0] == contents_of[4][0]
        assert contents_of[0][1] != contents_of[4][1]
        pictures = {
            picture.idnum
            for page in document.pages
            for picture in dict.values(page["/Resources"]["/XObject"])
        }
        assert len(pictures) == 8

    @pytest.mark.slow
    def test_a_further_child_takes_little_room(self, content: Content) -> None:
        few = [child(f"CHILD NUMBER {chr(65 + n)}", number=str(n)) for n in range(10)]
        many = few * 10
        press = Press(content, many)
        assert (len(press.print(many, "3A")) - len(press.print(few, "3A"))) / 90 < 6000

    @pytest.mark.slow
    def test_one_class_holds_nothing_of_another(self, content: Content) -> None:
        ours, theirs = child("TAN MEI LING", "3A"), child("KRISHNA PILLAI", "3B")
        press = Press(content, [ours, theirs])
        press.print([theirs], "3B")
        together, alone = reader(press.print([ours], "3A")), reader(class_set(content, [ours]))
        assert squeezed("TAN MEI LING") in squeezed(together.pages[0].extract_text())
        assert len(together.pages) == len(alone.pages) == 4
        assert _marks_in(together) == _marks_in(alone)

    @pytest.mark.slow
    def test_the_letters_of_a_file_tell_nothing_of_a_child_who_is_not_in_it(self, content: Content) -> None:
        """The fonts know the letters of the whole run: in the order of the face, not of the names."""
        theirs, ours = child("WXYZ QUV", username="wxyz_kq@students.edu.sg"), child("LIM HO", number="2")
        pdf = Press(content, [theirs, ours], layout="sheet").print([ours], "3A", part=True)
        fonts = reader(pdf).pages[0]["/Resources"]["/Font"]
        for face, value in (("/BOLD", theirs.name), ("/TYPED", theirs.username)):
            table = fonts[face]["/ToUnicode"].get_data().decode()
            known = re.findall(r"<(\w{4})> <(\w{4})>", table)
            assert set(value) - {" "} <= {chr(int(letter, 16)) for _, letter in known}
            assert known == sorted(known)

    @pytest.mark.slow
    def test_a_long_word_that_is_cut_needs_no_space_elsewhere(self, content: Content) -> None:
        word = (Run("Word"),)
        labels = Labels(*["Label"] * 10)
        reader_of_it = Reader(word, word)
        panel = Panel(labels, reader_of_it, reader_of_it, reader_of_it)
        terse = replace(
            content, title=word, panel=panel, text=(Paragraph(word),), sheet_text=(Paragraph(word),)
        )
        people = [child("W" * 60), child("LIM", number="2")]
        press = Press(terse, people, layout="sheet")
        assert page_count(press.print(people, "3A")) == 2

    @pytest.mark.slow
    def test_same_class_gives_the_same_bytes(self, content: Content, three_a: list) -> None:
        assert class_set(content, three_a) == class_set(content, three_a)

    def test_nobody_gets_a_spare_all_the_same(self, content: Content) -> None:
        assert page_count(class_set(content, [], spares=1)) == 4


class TestAccessible:
    @pytest.mark.slow
    @pytest.mark.parametrize("layout", ["pack", "sheet", "slips"])
    @pytest.mark.parametrize(
        "look", [Look(), Look(saver=True, grey=True, guides_per_page=2)], ids=["plain", "grey"]
    )
    def test_every_layout_is_valid(self, content: Content, three_a: list, layout: str, look: Look) -> None:
        pdf = class_set(content, three_a, look, layout=layout, spares=1)
        assert not all_faults(pdf)

    @pytest.mark.parametrize(
        "look",
        [
            Look(),
            *(pytest.param(look, marks=pytest.mark.slow) for look in (Look(saver=True), Look(grey=True))),
        ],
        ids=["plain", "saver", "grey"],
    )
    def test_handout_is_valid(self, content: Content, look: Look) -> None:
        assert not all_faults(build_handout(content, look))

    @pytest.mark.slow
    def test_the_file_of_a_single_child_is_valid(self, content: Content, three_a: list) -> None:
        pdf = Press(content, three_a).print(three_a[:1], "3A", part=True)
        assert not all_faults(pdf)
        assert reader(pdf).outline[0]["/Title"] == "Part of class 3A"

    @pytest.mark.slow
    def test_a_grey_hand_out_list_is_valid(self, content: Content, three_a: list) -> None:
        pdf = checklist(content, "3A", three_a, Look(grey=True))
        assert not all_faults(pdf)
        assert "3A" in page_text(pdf, 0)
        assert reader(pdf).metadata.title == "Hand-out list: class 3A"

    @pytest.mark.slow
    def test_a_list_is_grey_where_that_is_asked_for_and_slips_need_no_colour(
        self, content: Content, three_a: list
    ) -> None:
        for look, is_coloured in ((Look(), True), (Look(grey=True), False)):
            slips = Press(content, three_a, look, "slips").print(three_a, "3A")
            for pdf, expected in ((checklist(content, "3A", three_a, look), is_coloured), (slips, False)):
                assert bool(re.search(r"\b(rg|RG)\b", contents(pdf, 0))) == expected

    @pytest.mark.slow
    def test_panel_reads_as_labelled_lines(self, content: Content) -> None:
        pdf = class_set(content, [child("TAN MEI LING")], layout="sheet")
        assert _read_aloud(pdf)[:7] == [
            "MIMS Account",
            "For the parents",
            "Name: TAN MEI LING",
            "Class: 3A",
            "No. 1",
            "MIMS username: tan_mei_ling@students.edu.sg",
            "MIMS password: blank, write here",
        ]

    @pytest.mark.slow
    def test_links_on_several_pages_have_each_their_element(self, content: Content) -> None:
        link = Paragraph(parse_markup("See [the school](https://school.example) first."))
        linked = replace(content, text=(link, *content.text))
        pdf = class_set(linked, [child("TAN MEI LING"), child("LIM JO", number="2")])
        links = [len(page.get("/Annots", [])) for page in reader(pdf).pages]
        assert links == [2, 0, 0, 0] * 2
        assert not all_faults(pdf)

    @pytest.mark.slow
    def test_each_child_is_a_part(self, content: Content, three_a: list) -> None:
        root = reader(class_set(content, three_a)).root_object["/StructTreeRoot"]
        document = root["/K"][0]
        assert document["/S"] == "/Document"
        assert [part["/S"] for part in document["/K"]] == ["/Part"] * 3


def _marks_in(document: PdfReader) -> int:
    """How many pieces of marked content are anywhere in the file, on a page or not."""
    objects = [document.get_object(number) for number in range(1, document.trailer["/Size"])]
    streams = [
        item for item in objects if isinstance(item, StreamObject) and item.get("/Subtype") != "/Image"
    ]
    return sum(stream.get_data().count(b"BDC") for stream in streams)


class Placed(NamedTuple):
    """A picture of a page: its name, and its edges in mm."""

    name: str
    left: float
    bottom: float
    width: float
    height: float

    @property
    def top(self) -> float:
        return self.bottom + self.height

    def touches(self, letter: Letter) -> bool:
        beside = letter.right < self.left - 1 or letter.left > self.left + self.width + 1
        return not (beside or letter.bottom > self.top or letter.top < self.bottom)


def _pictures_on(pdf: bytes, number: int) -> list[Placed]:
    pattern = r"([\d.]+) 0 0 ([\d.]+) ([\d.]+) ([\d.]+) cm /(P\d)"
    return [
        Placed(name, *(float(length) / MM for length in (x, y, width, height)))
        for width, height, x, y, name in re.findall(pattern, contents(pdf, number))
    ]


def _boxes_on(pdf: bytes, number: int) -> list[tuple[float, float, float]]:
    """Left edge, lower edge and width (mm) of each frame of a page."""
    pattern = r"([\d.]+) ([\d.]+) ([\d.]+) [\d.]+ re S"
    return [
        (float(x) / MM, float(y) / MM, float(width) / MM)
        for x, y, width in re.findall(pattern, contents(pdf, number))
    ]


def _within_margins(pdf: bytes, number: int) -> bool:
    """The gutter is on the left of a front page, and on the right of its back."""
    left, right = (theme.MARGIN, theme.GUTTER) if number % 2 else (theme.GUTTER, theme.MARGIN)
    return all(
        letter.left >= left - 0.4
        and letter.right <= theme.PAGE_WIDTH - right + 0.3
        and letter.bottom >= theme.MARGIN
        and letter.top <= theme.PAGE_HEIGHT - theme.MARGIN
        for letter in letters(pdf, number)
    )


def _read_aloud(pdf: bytes) -> list[str]:
    """Each line of text as a screen reader says it: the structure in order, actual text first."""
    document = reader(pdf)
    said: list[str] = []
    texts = [_texts_of_marks(page) for page in document.pages]
    pages = {page.indirect_reference.idnum: place for place, page in enumerate(document.pages)}

    def say(element) -> str:  # noqa: ANN001 - a pypdf dictionary
        if "/ActualText" in element:
            return element["/ActualText"]
        words = ""
        for kid in element["/K"]:
            if "/MCID" in kid:
                words += texts[pages[kid.raw_get("/Pg").idnum]][kid["/MCID"]]
            elif "/S" in kid:
                words += say(kid)
        return words

    def walk(element) -> None:  # noqa: ANN001 - a pypdf dictionary
        for kid in element["/K"]:
            if "/S" in kid:
                if kid["/S"] in {"/P", "/H1", "/H2"}:
                    said.append(joined(say(kid)))
                else:
                    walk(kid)

    walk(document.root_object["/StructTreeRoot"])
    return said


def _texts_of_marks(page) -> dict[int, str]:  # noqa: ANN001 - a pypdf page
    """Text of each marked content of a page, by the fonts' own maps back to text."""
    maps = {}
    for name, font in page["/Resources"]["/Font"].items():
        table = font["/ToUnicode"].get_data().decode()
        maps[name] = {code: chr(int(letter, 16)) for code, letter in re.findall(r"<(....)> <(....)>", table)}
    texts: dict[int, str] = {}
    mark, font = -1, ""
    for line in page.get_contents().get_data().decode("latin-1").split("\n"):
        if found := re.search(r"/MCID (\d+)", line):
            mark = int(found[1])
            texts[mark] = ""
        for name, shown in re.findall(r"(/\w+) [\d.]+ Tf|<([0-9A-F]+)>", line):
            font = name or font
            texts.setdefault(mark, "")
            texts[mark] += "".join(maps[font][shown[at : at + 4]] for at in range(0, len(shown), 4))
    return texts


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
