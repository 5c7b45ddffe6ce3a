"""content.yaml becomes Content."""

from pathlib import Path

import pytest
from helpers.written import GOOD, changed, line_of, problems_of

from handout import load_content
from handout.model.content import Bullets, Content, Heading, Numbered, Paragraph
from handout.model.text import Run, plain
from handout.typesetting.chain import missing_characters


def test_the_page_is_read_in_its_order(content: Content) -> None:
    kinds = [type(block) for block in content.text]
    assert kinds == [Heading, Paragraph, Heading, Paragraph, Numbered, Heading, *[Paragraph] * 3]
    assert [plain(block.text) for block in content.text if isinstance(block, Heading)] == [
        "What is MIMS?",
        "Managing MIMS Account",
        "MIMS username",
    ]


def test_settings_are_filled_in_wherever_they_are_used(content: Content) -> None:
    numbered = next(block for block in content.text if isinstance(block, Numbered))
    assert "Student Handbook (pg 136)" in plain(numbered.items[0])
    assert content.text[-2] == Paragraph((Run("full_name@students.edu.sg", typed=True),))
    assert content.guides.pictures[4].alt[1] == Run("https://mims.moe.gov.sg/sspr", typed=True)
    assert plain(content.panel.primary_1_to_3.note).endswith("the Student Handbook, page 136.")


def test_the_example_keeps_its_emphasis_and_its_two_lines(content: Content) -> None:
    assert content.text[-1] == Paragraph(
        (
            Run("Example: Mary Tan", italic=True),
            Run("\n"),
            Run("Username =", italic=True),
            Run(" "),
            Run("mary_tan@students.edu.sg", typed=True),
        )
    )


def test_every_guide_has_its_file_its_words_and_its_line(content: Content, school: Path) -> None:
    guides = content.guides.pictures
    assert [guide.image for guide in guides] == [school / "images" / f"mims{n}.png" for n in range(1, 9)]
    assert all(plain(guide.caption) and guide.alt for guide in guides)
    assert [guide.line for guide in guides] == [line_of(f"images/mims{n}.png") for n in range(1, 9)]


def test_the_file_is_known_to_its_content(content: Content, school: Path) -> None:
    assert content.path == school / "content.yaml"


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("words", ["2026", "Yes", "~", "007", "1e3", "2026-01-01", "0x1F", "12:30"])
def test_a_text_is_read_as_it_is_written(words: str) -> None:
    assert problems_of(changed("school: Rain Tree Primary School", f"school: {words}")) == []
    assert load_content().settings.school == words


@pytest.mark.usefixtures("folder")
def test_a_setting_with_marks_in_it_is_printed_as_it_is() -> None:
    assert (
        problems_of(changed("school: Rain Tree Primary School", 'school: "**The** \\\\ [old] `school`"'))
        == []
    )
    assert (
        problems_of(GOOD.replace("title: MIMS Account", "title: '{school}'").replace("Rain Tree", "A *b* C"))
        == []
    )
    assert load_content().title == (Run("A *b* C Primary School"),)


@pytest.mark.usefixtures("folder")
def test_a_setting_and_a_label_are_one_line() -> None:
    source = changed("school: Rain Tree Primary School", "school: |-\n    Rain Tree\n    Primary School")
    source = source.replace("name: Name", "name: |-\n      Full\n      name")
    assert problems_of(source) == []
    content = load_content()
    assert content.settings.school == "Rain Tree Primary School"
    assert content.panel.labels.name == "Full name"


@pytest.mark.slow
@pytest.mark.parametrize(
    ("written", "small"), [("yes", True), ("true", True), ("Yes", True), ("no", False), ("False", False)]
)
@pytest.mark.usefixtures("folder")
def test_a_picture_may_be_printed_small(written: str, small: bool) -> None:
    start = "- image: images/mims1.png\n      small: "
    Path("content.yaml").write_text(changed(f"{start}yes", f"{start}{written}"), "utf-8")
    pictures = load_content().guides.pictures
    assert [guide.small for guide in pictures] == [small, *[False] * 6, True]


@pytest.mark.usefixtures("folder")
def test_bullets_may_be_in_the_text() -> None:
    assert problems_of(changed("  - numbered:", "  - bullets:")) == []
    assert any(isinstance(block, Bullets) for block in load_content().text)


@pytest.mark.slow
@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["plain", "BOM"])
def test_any_editor_will_do(ending: str, mark: str) -> None:
    assert problems_of((mark + GOOD.replace("\n", ending)).encode()) == []


@pytest.mark.usefixtures("folder")
def test_every_printed_character_has_a_glyph() -> None:
    assert problems_of(changed("title: MIMS Account", "title: “Café” – naïve… × 5 °C, $ € £ ½")) == []
    assert missing_characters(plain(load_content().title)) == ""
