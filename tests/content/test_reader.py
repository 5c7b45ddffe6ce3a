"""content.yaml: what it becomes, and what is said of everything that can be wrong with it."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from helpers.examples import examples
from helpers.school import ROOT
from hypothesis import HealthCheck, given
from hypothesis import strategies as st

from handout import load_content
from handout.errors import ContentError, Problem
from handout.model.content import Bullets, Content, Heading, Numbered, Paragraph
from handout.model.text import Run, plain
from handout.typesetting.chain import missing_characters

WRONG = sorted((Path(__file__).parent / "faults").glob("*.yaml"))
GOOD = (ROOT / "content.yaml").read_text("utf-8")

SAVE_AGAIN = "Save the file again with the encoding UTF-8 (in Notepad: Save as, Encoding)."
BEGIN = "begin a new one with: handout new FOLDER"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The reader's own folder, with pictures in it, so that a message names the file as he did."""
    (tmp_path / "images").mkdir()
    for number in range(1, 9):
        (tmp_path / "images" / f"mims{number}.png").touch()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def problems_of(data: bytes | str) -> list[Problem]:
    """What is wrong with a content.yaml in the current folder; nothing when it loads."""
    Path("content.yaml").write_bytes(data if isinstance(data, bytes) else data.encode())
    try:
        load_content()
    except ContentError as error:
        return list(error.problems)
    return []


def changed(old: str, new: str) -> str:
    """The repository's content.yaml with one thing changed."""
    assert GOOD.count(old) == 1, f"{old!r} should stand once in content.yaml"
    return GOOD.replace(old, new)


def line_of(words: str) -> int:
    return GOOD[: GOOD.index(words)].count("\n") + 1


# What it becomes ---------------------------------------------------------------------------------------


def test_the_page_stands_there_in_its_order(content: Content) -> None:
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
def test_bullets_may_stand_in_the_text() -> None:
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


# What can be wrong -------------------------------------------------------------------------------------


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("wrong", WRONG, ids=lambda path: path.stem)
def test_a_wrong_file_gives_the_messages_beside_it(wrong: Path) -> None:
    shutil.copy(wrong, wrong.name)
    with pytest.raises(ContentError) as caught:
        load_content(wrong.name)
    assert str(caught.value).splitlines() == wrong.with_suffix(".txt").read_text("utf-8").splitlines()


def test_each_wrong_file_has_its_messages() -> None:
    messages = {path.stem for path in (Path(__file__).parent / "faults").glob("*.txt")}
    assert messages == {path.stem for path in WRONG}


@pytest.mark.slow
@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("old", "bad"),
    [
        ("136  ", ["0", "-1", "1.5", "0136", "1_000", "12345", "٣", "pg 136", "one", ""]),
        (
            "domain: students.edu.sg",
            [
                f"domain: {bad}"
                for bad in ("Students.edu.sg", "'@students.edu.sg'", "students edu", "students", "a@b.sg")
            ],
        ),
        (
            "https://mims.moe.gov.sg/sspr",
            [
                "http://mims.moe.gov.sg",
                "mims.moe.gov.sg",
                "https://",
                "https://mims moe.sg",
                "https://localhost",
                f"https://mims.moe.gov.sg/{'a' * 200}",
            ],
        ),
        (
            "language: en-SG  ",
            [f"language: {bad}  " for bad in ("en_SG", "English", "e", "en-", "en SG", "-")],
        ),
    ],
    ids=["handbook_page", "domain", "portal", "language"],
)
def test_a_bad_setting_is_found_on_its_line(old: str, bad: list[str]) -> None:
    for new in bad:
        (problem,) = problems_of(changed(old, new))
        assert str(problem.place) == f"content.yaml:{line_of(old)}", new
        assert problem.remedy, new


@pytest.mark.slow
@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    "language", ["en", "en-SG", "ms", "zh-Hans", "zh-Hans-SG", "ta", "es-419", "sl-rozaj"]
)
def test_a_language_has_its_code(language: str) -> None:
    assert problems_of(changed("language: en-SG", f"language: {language}")) == []


@pytest.mark.usefixtures("folder")
def test_texts_are_checked_even_when_a_setting_is_wrong() -> None:
    both = changed("136  ", "none").replace("title: MIMS Account", "title: MIMS **Account")
    assert [problem.place.line for problem in problems_of(both)] == [
        line_of("handbook_page:"),
        line_of("title:"),
    ]


def test_one_missing_picture_and_many_missing_pictures_read_alike(folder: Path) -> None:
    shutil.rmtree(folder / "images")
    problems = problems_of(GOOD)
    assert [problem.what for problem in problems] == [
        f'There is no picture "images/mims{number}.png".' for number in range(1, 9)
    ]


@pytest.mark.usefixtures("folder")
def test_a_picture_that_cannot_be_looked_for_is_not_there() -> None:
    (problem,) = problems_of(changed("images/mims1.png", f"images/{'a' * 300}.png"))
    assert problem.what.startswith("There is no picture")


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("old", ["Rain Tree Primary School", "images/mims1.png", "students.edu.sg  "])
def test_nothing_invisible_hides_in_a_setting_or_a_file_name(old: str) -> None:
    (problem,) = problems_of(changed(old, f"\u200b{old}"))
    assert str(problem).startswith(f"content.yaml:{line_of(old)}: There is an invisible character, U+200B")


@pytest.mark.usefixtures("folder")
def test_a_word_after_a_number_sign_is_not_lost_in_silence() -> None:
    problem, *rest = problems_of(changed("class: Class", "class: Class #1"))
    assert rest == []
    assert str(problem).startswith(f'content.yaml:{line_of("class: Class")}: "#1" is taken for a comment')
    assert problems_of(changed("class: Class", "class: Class # as on the register\n    #really")) == []
    assert problems_of(changed("class: Class", 'class: "Class" #1')) == []


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", f"content.yaml:1: There is nothing in it. B{BEGIN[1:]}"),
        (
            b"\xef\xbb\xbf \n",
            f"content.yaml:1: There is nothing in it. B{BEGIN[1:]}",
        ),
        (
            b"title: MIMS\nschool: \xc9cole\n",
            f"content.yaml:2: There is a letter here that is not UTF-8. {SAVE_AGAIN}",
        ),
        (
            "title: MIMS\n".encode("utf-16"),
            f"content.yaml: The file is UTF-16, not UTF-8. {SAVE_AGAIN}",
        ),
        (
            b"title: MIMS\nschool: a\0b\n",
            "content.yaml:2: There is a control character here, U+0000. Delete it.",
        ),
        ("title: M\u2028S\n", "content.yaml:1: There is a control character here, U+2028. Delete it."),
        (
            b"#" * (256 * 1024 + 1),
            "content.yaml: It is larger than 256 KB, too much for a text of four pages. Is it the right file?",
        ),
    ],
    ids=["empty", "blank", "not UTF-8", "UTF-16", "control character", "line separator", "too large"],
)
def test_a_file_that_cannot_be_read_says_why(data: bytes | str, message: str) -> None:
    assert [str(problem) for problem in problems_of(data)] == [message]


@pytest.mark.slow
@pytest.mark.usefixtures("folder")
def test_a_file_of_the_greatest_size_is_read() -> None:
    assert problems_of(GOOD.encode() + b"#" * (256 * 1024 - len(GOOD.encode()))) == []


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("path", "message"),
    [
        (
            "contents.yaml",
            f"contents.yaml: There is no such file. Name another with --content, or {BEGIN}",
        ),
        ("images", "images: This is a folder. Name the file: content.yaml in it, perhaps."),
        (
            "a\0b",
            "a\0b: It cannot be read: not a name a file can have. Fix that, or name another with --content.",
        ),
    ],
)
def test_a_file_that_is_not_there_says_so(path: str, message: str) -> None:
    with pytest.raises(ContentError) as caught:
        load_content(path)
    assert str(caught.value) == message


# Whatever the file holds -------------------------------------------------------------------------------

yaml_marks = st.text("abAB019 \n\t-:?#&*!|>'\"%@`{}[],.~\\<=é\u200b学", max_size=80)


@examples(150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.binary(max_size=200) | yaml_marks.map(str.encode))
@pytest.mark.usefixtures("folder")
def test_any_bytes_give_content_or_a_content_error(data: bytes) -> None:
    assert all(problem.what and problem.remedy for problem in problems_of(data))


@pytest.mark.slow
@examples(150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(place=st.integers(0, len(GOOD) - 1), cut=st.integers(0, 30), marks=yaml_marks)
@pytest.mark.usefixtures("folder")
def test_any_slip_of_the_hand_gives_content_or_a_content_error(place: int, cut: int, marks: str) -> None:
    problems = problems_of(GOOD[:place] + marks + GOOD[place + cut :])
    assert all(problem.what and problem.remedy for problem in problems)
    assert problems == sorted(problems, key=lambda problem: problem.place.line or 0)


@pytest.mark.slow
@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    "piece",
    ["[", "{", "- ", "? ", "a: ", "a:", "!", "%", '"a\\n', "''", "&a ", "*a ", "k\n", "k:\n", "\n", "|\n"],
)
def test_a_hostile_file_is_refused(piece: str) -> None:
    assert problems_of(piece * (100_000 // len(piece)))


@pytest.mark.slow
def test_to_import_it_loads_no_pdf_library() -> None:
    loaded = (
        "import sys, handout.content; print([name for name in ('uharfbuzz', 'PIL') if name in sys.modules])"
    )
    answer = subprocess.run(
        [sys.executable, "-c", loaded], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert answer.stdout.strip() == "[]"
