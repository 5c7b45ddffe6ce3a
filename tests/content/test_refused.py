"""What can be wrong with content.yaml is told with its line, all at once."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from helpers.examples import examples
from helpers.school import ROOT
from helpers.written import GOOD, changed, line_of, problems_of
from hypothesis import HealthCheck, given
from hypothesis import strategies as st

from handout import load_content
from handout.errors import ContentError

WRONG = sorted((Path(__file__).parent / "faults").glob("*.yaml"))
SAVE_AGAIN = "Save the file again with the encoding UTF-8 (in Notepad: Save as, Encoding)."
BEGIN = "begin a new one with: handout new FOLDER"


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("wrong", WRONG, ids=lambda path: path.stem)
def test_a_wrong_file_gives_its_expected_messages(wrong: Path) -> None:
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


def test_one_missing_picture_reads_like_many(folder: Path) -> None:
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
