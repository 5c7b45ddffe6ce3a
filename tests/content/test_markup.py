"""Inline marks become runs of text, and nothing else happens to the words."""

import re
import unicodedata
from contextlib import suppress
from itertools import pairwise

import pytest
from helpers.examples import examples
from hypothesis import example, given, reject
from hypothesis import strategies as st

from handout.content.markup import escape, is_web_address, parse_markup
from handout.errors import FlawError
from handout.model.text import Run, plain

SCHOOL = "https://school.example/page"

# Words with every mark in them, and letters that Unicode can compose (e + acute) or knows as compatible (fi).
WORDS = st.text("ab e\u0301\ufb01é \n.,*+`\\[](){}<>&_#!", max_size=60)


def printed(source: str) -> str:
    """What is left of words without marks: composed, and with one white space where there were several."""
    lines = (" ".join(re.split(r"[ \t\r]+", line)).strip(" ") for line in source.split("\n"))
    return unicodedata.normalize("NFC", "\n".join(line for line in lines if line))


# Each mark ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("source", "run"),
    [
        ("plain", Run("plain")),
        ("**bold**", Run("bold", bold=True)),
        ("*italic*", Run("italic", italic=True)),
        ("++underlined++", Run("underlined", underline=True)),
        ("`typed`", Run("typed", typed=True)),
        (f"[words]({SCHOOL})", Run("words", link=SCHOOL)),
        ("[words](mailto:office@school.example)", Run("words", link="mailto:office@school.example")),
    ],
)
def test_each_mark_gives_its_style(source: str, run: Run) -> None:
    assert parse_markup(source) == (run,)


def test_marks_nest_and_the_words_around_them_stay_as_they_are() -> None:
    assert parse_markup(f"Read **all of *this* [here]({SCHOOL})** `now`.") == (
        Run("Read "),
        Run("all of ", bold=True),
        Run("this", bold=True, italic=True),
        Run(" ", bold=True),
        Run("here", bold=True, link=SCHOOL),
        Run(" "),
        Run("now", typed=True),
        Run("."),
    )


def test_marks_work_in_the_words_of_a_link() -> None:
    assert parse_markup(f"**[the *school*]({SCHOOL})**") == (
        Run("the ", bold=True, link=SCHOOL),
        Run("school", bold=True, italic=True, link=SCHOOL),
    )


@pytest.mark.parametrize("source", ["***both***", "*a **b***", "**a *b***"])
def test_three_asterisks_close_the_mark_opened_last_first(source: str) -> None:
    assert parse_markup(source)[-1].bold
    assert parse_markup(source)[-1].italic


def test_what_is_typed_keeps_its_marks() -> None:
    assert parse_markup("`mary__tan*`") == (Run("mary__tan*", typed=True),)


def test_a_single_underscore_or_plus_marks_nothing() -> None:
    assert parse_markup("mary_tan_1 + 2") == (Run("mary_tan_1 + 2"),)


def test_a_backslash_prints_the_mark_itself() -> None:
    assert parse_markup(r"\*not italic\* \`x\` \\ C:\temp") == (Run(r"*not italic* `x` \ C:\temp"),)


def test_what_looks_like_html_is_words() -> None:
    assert parse_markup("<b>S/O <RAJ></b> &amp; <img src=x>") == (Run("<b>S/O <RAJ></b> &amp; <img src=x>"),)


def test_white_space_is_collapsed_and_a_newline_breaks_the_line() -> None:
    assert parse_markup("  one \t two  \r\n\r\n  three \n") == (Run("one two\nthree"),)


def test_letters_are_composed() -> None:
    assert parse_markup("cafe\u0301") == (Run("café"),)


def test_neighbours_of_one_style_are_one_run() -> None:
    assert parse_markup(r"**a**\***b**") == (Run("a", bold=True), Run("*"), Run("b", bold=True))
    assert parse_markup(r"**a\*b**") == (Run("a*b", bold=True),)


# What cannot be read -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("source", "what"),
    [
        ("**bold", '"**" before "bold" is never closed.'),
        ("words **", '"**" at the end is never closed.'),
        ("a ` b", '"`" before " b" is never closed.'),
        ("2 * 3", '"*" is before a space and marks nothing.'),
        ("*a **b* c**", '"**" before "b* c**" is still open where "*" closes.'),
        ("** **", '"**" is before a space and marks nothing.'),
        ("****", 'What "**" marks has no words.'),
        ("*open *", 'What "*" marks has a space at its edge: "open ".'),
        ("``", 'What "`" marks has no words.'),
        (f"[]({SCHOOL})", 'What "[" marks has no words.'),
        ("[words](www.school.example)", '"www.school.example" is not an address a link can have.'),
        ("[words](javascript:alert)", '"javascript:alert" is not an address a link can have.'),
        ("[words](file:///etc/passwd)", '"file:///etc/passwd" is not an address a link can have.'),
        ("[words]()", '"" is not an address a link can have.'),
        ("words](there)", 'The link at "](" before "there)" cannot be read.'),
        (
            f"[a [b]({SCHOOL})]({SCHOOL})",
            'The link at "](" before "https://school.example/p" cannot be read.',
        ),
    ],
)
def test_a_mark_that_cannot_be_read_is_named_with_its_place(source: str, what: str) -> None:
    with pytest.raises(FlawError) as caught:
        parse_markup(source)
    assert caught.value.flaws[0].what == what
    assert caught.value.flaws[0].remedy.endswith(".")


@pytest.mark.parametrize(
    "hidden", ["\u200b", "\u00ad", "\u202e", "\u2028", "\ufeff", "\0", "\x1b", "\ud800", "\ue000"]
)
def test_an_invisible_character_is_found(hidden: str) -> None:
    with pytest.raises(FlawError, match=rf'U\+{ord(hidden):04X} .* after "my "\.'):
        parse_markup(f"my {hidden}words")


# Addresses ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "address",
    [
        "https://a.sg",
        "http://school.example:8080/a/b?c=d#e",
        "https://www.school-1.example/(a)",
        "https://a.sg?b",
    ],
)
def test_web_addresses(address: str) -> None:
    assert is_web_address(address)


@pytest.mark.parametrize(
    "address",
    [
        "",
        "https://",
        "https://localhost",
        "https://a..sg",
        "https://-a.sg",
        "https://a b.sg",
        "https://a.sg/b c",
        "https://a.sg/\\b",
        "https://a.sg/b\n",
        "https://me:secret@a.sg",
        "https://école.sg",
        "ftp://a.sg",
        "HTTPS//a.sg",
    ],
)
def test_what_is_no_web_address(address: str) -> None:
    assert not is_web_address(address)


# Whatever is written -----------------------------------------------------------------------------------


@pytest.mark.slow
@given(WORDS)
def test_escaped_words_come_back_as_they_were(words: str) -> None:
    assert plain(parse_markup(escape(words))) == printed(words)


@given(WORDS)
def test_escaped_words_have_no_style(words: str) -> None:
    assert parse_markup(escape(words)) in {(), (Run(printed(words)),)}


@given(st.text() | WORDS)
@example("`a``b`")
@examples(300)
def test_any_text_is_read_or_refused_in_words(source: str) -> None:
    with suppress(FlawError):
        text = parse_markup(source)
        assert all(run.text for run in text)
        assert all(run._replace(text=after.text) != after for run, after in pairwise(text))


word = st.text("abc_.-+", min_size=1, max_size=6)
marked = st.recursive(
    word.map(lambda words: (words, escape(words))),
    lambda inner: st.tuples(st.sampled_from(["**", "*", "++", "`", "["]), st.lists(inner, min_size=1)).map(
        lambda parts: _wrapped(*parts)
    ),
    max_leaves=8,
)


def _wrapped(mark: str, parts: list[tuple[str, str]]) -> tuple[str, str]:
    words = " ".join(words for words, _ in parts)
    source = " ".join(source for _, source in parts)
    if mark == "`":
        return words, f"`{escape(words)}`"
    return words, f"[{source}]({SCHOOL})" if mark == "[" else f"{mark}{source}{mark}"


@pytest.mark.slow
@given(marked)
@examples(300)
def test_no_word_is_lost_between_marks(pair: tuple[str, str]) -> None:
    words, source = pair
    try:
        text = parse_markup(source)
    except FlawError:
        reject()  # a mark within itself, a link in a link
    assert plain(text) == words


@pytest.mark.slow
@pytest.mark.parametrize("piece", [" ", "\r", "\n ", "\\", "`", "[", "[a](", "a*", "(\\", "*", "**a** "])
def test_a_long_text_is_read_or_refused(piece: str) -> None:
    source = "x" + piece * (100_000 // len(piece)) + "x"
    with suppress(FlawError):
        assert plain(parse_markup(source)).startswith("x")
