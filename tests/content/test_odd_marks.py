"""Marks that would be printed among the words are noted with their line; honest words are not."""

from pathlib import Path

import pytest
from helpers.school import ROOT

from handout import load_content
from handout.content.markup import parse_markup
from handout.content.odd_marks import marks_on_paper

CASES = ROOT.parent / "shared" / "cases" / "files"


@pytest.mark.parametrize(
    ("words", "mark"),
    [
        ("Please <b>note</b> this", "<b>"),
        ("One line<br/>and another", "<br/>"),
        ("Tea&nbsp;time", "&nbsp;"),
        (">- **Primary 1** and on", ">-"),
        ("| a text", "|"),
        ("one item >- another item", ">-"),
        ("first -> then", "->"),
        ("first => then", "=>"),
        ("## A heading", "##"),
        ("# A heading", "#"),
        ("some __bold__ words", "__"),
        ("first –> then", "–>"),
        ("＞- **Primary 1** and on", "＞-"),
        ("I- **Primary 1** and on", "I-"),
        ("One line\n# another", "#"),
        ("some ~~struck~~ words", "~~"),
        ("some ＊＊bold＊＊ words", "＊＊"),
        ("{% raw %}", "{%"),
        ("See [our page] (https://kite.example)", "]"),
        ("See [our page(www.kite.example)", "["),
        ('Log in"', '"'),
    ],
)
def test_a_mark_that_would_be_printed(words: str, mark: str) -> None:
    (flaw,) = marks_on_paper(parse_markup(words))
    assert flaw.near == mark
    assert flaw.remedy


def test_all_marks_of_a_text_are_named_at_once() -> None:
    (flaw,) = marks_on_paper(parse_markup("One<br>two <b>three</b>&nbsp;<br>four"))
    assert flaw.what == (
        '"<br>", "<b>", "</b>", "&nbsp;" will be printed as they are. They look like marks of web pages.'
    )
    assert flaw.remedy == "Delete them."


@pytest.mark.parametrize(
    "words",
    [
        'Click "Save Answers" now',
        "1 < 2 and 3 > 2",
        "Room #4, item no. 7",
        "full_name and mary_tan",
        "`full__name->x`",
        "Write here: ______________",
        "AT&T; R&D, tea & cake",
        "Take the bus [no. 7] (or walk)",
        "[our page](https://kite.example) (www.kite.example)",
        "I-cube, A-I-",
        "Primary 1 – 3",
    ],
)
def test_honest_words(words: str) -> None:
    assert list(marks_on_paper(parse_markup(words))) == []


def content_with(folder: Path, school: Path, old: str, new: str) -> Path:
    text = (school / "content.yaml").read_text("utf-8")
    assert old in text
    (folder / "content.yaml").write_text(text.replace(old, new, 1), "utf-8")
    (folder / "images").symlink_to(school / "images")
    return folder / "content.yaml"


def line_of(path: Path, words: str) -> int:
    text = path.read_text("utf-8")
    return text[: text.index(words)].count("\n") + 1


def test_the_note_has_the_line_of_the_mark_within_a_long_text(tmp_path: Path, school: Path) -> None:
    path = content_with(tmp_path, school, "ensures they\n", "ensures <i>they\n")
    (note,) = load_content(path).notes
    assert note.place.line == line_of(path, "<i>")


def test_the_shipped_text_has_no_note(school: Path) -> None:
    assert load_content(school / "content.yaml").notes == ()


@pytest.mark.slow
@pytest.mark.skipif(not CASES.exists(), reason="the field's cases are not beside this checkout")
@pytest.mark.parametrize("name", ["missing-dash-prints-mark", "arrow-for-mark", "html-tags"])
def test_cases_of_the_field(tmp_path: Path, school: Path, name: str) -> None:
    (tmp_path / "images").symlink_to(school / "images")
    (tmp_path / "content.yaml").write_bytes((CASES / f"{name}.yaml").read_bytes())
    assert load_content(tmp_path / "content.yaml").notes
