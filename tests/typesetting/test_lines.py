"""Text set into lines."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handout.content.markup import parse_markup
from handout.model.text import Run
from handout.theme import NORMAL, points
from handout.typesetting.faces import Face
from handout.typesetting.lines import set_text, single_line

STYLE = NORMAL.body
WORDS = st.lists(st.text("abcdefgilmno@_./-", min_size=1, max_size=40), min_size=1, max_size=60)


@given(WORDS, st.floats(60, 500))
def test_no_word_is_lost_and_no_line_is_too_wide(words: list[str], measure: float) -> None:
    lines = set_text((Run(" ".join(words)),), STYLE, measure)
    assert "".join(line.text for line in lines).replace(" ", "") == "".join(words)
    assert all(line.width <= measure + 0.001 for line in lines)


@given(WORDS)
def test_all_lines_but_the_last_end_with_a_space(words: list[str]) -> None:
    lines = set_text((Run(" ".join(words)),), STYLE, 200)
    assert all(line.text.endswith(" ") for line in lines[:-1])
    assert not lines[-1].text.endswith(" ")


def test_a_newline_breaks_the_line() -> None:
    lines = set_text(parse_markup("*Example: Mary Tan*\nUsername"), STYLE, 400)
    assert [line.text for line in lines] == ["Example: Mary Tan ", "Username"]


LONG = "It is important for every child to know the username and the password of the account well"


@pytest.mark.parametrize("end", ["", " so", " so it is", " everywhere", " and so on"])
def test_the_last_line_is_no_lone_short_word(end: str) -> None:
    for width in range(60, 140, 7):
        *_, last = set_text((Run(LONG + end),), STYLE, points(width))
        assert len(last.text.split()) > 1 or last.width >= points(width) / 5, width


@pytest.mark.parametrize("together", ["page 136.", "(pg 136)", "Primary 1 to 3", "No. 5", "4 to 6"])
def test_what_belongs_together_is_on_one_line(together: str) -> None:
    for width in range(40, 140, 3):
        lines = set_text((Run(f"{LONG}, {together} {LONG}"),), STYLE, points(width))
        assert any(together in line.text for line in lines), width


def test_what_belongs_together_is_separated_where_there_is_no_room() -> None:
    lines = set_text((Run("Primary 1 to 3"),), STYLE, points(15))
    assert [line.text for line in lines] == ["Primary ", "1 to 3"]


@pytest.mark.parametrize("width", range(50, 140, 7))
def test_balanced_lines_are_about_as_wide(width: int) -> None:
    text, measure = (Run(LONG),), points(width)
    plain, balanced = set_text(text, STYLE, measure), set_text(text, STYLE, measure, balanced=True)
    assert len(balanced) == len(plain)
    longest_word = max(set_text((Run(word),), STYLE, measure)[0].width for word in LONG.split())
    widths = [line.width for line in balanced]
    assert max(widths) - min(widths) <= longest_word * 1.2


@pytest.mark.parametrize("end", [".", "!", "?", ".”"])
def test_balanced_lines_are_broken_between_sentences_where_they_are_about_as_even(end: str) -> None:
    text = (Run(f"Capital and small letters matter{end} Write each new password on the next line."),)
    first, second = set_text(text, NORMAL.note, points(120), balanced=True)
    assert first.text == f"Capital and small letters matter{end} "
    assert second.text.startswith("Write each")


def test_a_short_sentence_has_no_line_of_its_own() -> None:
    text = (Run("No. Write each new password on the next line, and keep it to yourself."),)
    first, second = set_text(text, NORMAL.note, points(100), balanced=True)
    assert len(first.text) == pytest.approx(len(second.text), abs=8)


def test_marks_choose_the_face() -> None:
    (line,) = set_text(parse_markup("plain **bold** *italic* ***both*** `typed`"), STYLE, 500)
    faces = {span.text.strip(): span.face for span in line.spans if span.text.strip()}
    assert faces == {
        "plain": Face.REGULAR,
        "bold": Face.BOLD,
        "italic": Face.ITALIC,
        "both": Face.BOLD_ITALIC,
        "typed": Face.TYPED,
    }


def test_what_is_typed_has_no_underline() -> None:
    (line,) = set_text(parse_markup("++under `a_b` line++"), STYLE, 500)
    assert [(span.text, span.underline) for span in line.spans] == [
        ("under ", True),
        ("a_b", False),
        (" line", True),
    ]


def test_lines_of_scripts_with_high_signs_are_tall() -> None:
    texts = {"Tan": False, "张伟": False, "Nguyễn": True, "கவிதா": True, "محمد": True}
    assert {text: single_line(text, Face.BOLD, 10).is_tall for text in texts} == texts
