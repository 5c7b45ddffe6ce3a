"""Runs written back as an author would mark them: parse_markup gives the same runs again."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from handout.content.marks import write_markup
from handout.content.markup import parse_markup
from handout.model import Run, Text, plain

SCHOOL = "https://school.example/a(b)c"


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ((Run("plain (words) + [more]!"),), "plain (words) + [more]!"),
        ((Run("bold ", bold=True), Run("and not")), "**bold** and not"),
        ((Run("a", italic=True), Run("\n"), Run("b =", italic=True)), "*a*\n*b =*"),
        ((Run("5 * 3 {x} `y` C++ \\"),), "5 \\* 3 \\{x} \\`y\\` C\\+\\+ \\\\"),
        ((Run("Call +65 6123 4567"),), "Call +65 6123 4567"),
        ((Run("name@x.example", typed=True),), "`name@x.example`"),
        ((Run("here", link="https://a.example/b"),), "[here](https://a.example/b)"),
        ((Run("a ", bold=True), Run("b", bold=True, italic=True)), "**a** ***b***"),
        ((Run("a", italic=True), Run("b", italic=True, underline=True)), "*a++b++*"),
    ],
)
def test_marks_are_written_as_an_author_would(text: Text, source: str) -> None:
    assert write_markup(text) == source


runs = st.lists(
    st.builds(
        Run,
        st.text("ab \n+*`\\[](){x}é", min_size=1, max_size=8),
        bold=st.booleans(),
        italic=st.booleans(),
        underline=st.booleans(),
        typed=st.booleans(),
        link=st.sampled_from(["", "", SCHOOL, "mailto:a@b.example"]),
    ),
    max_size=5,
)


def seen(text: Text) -> list[tuple[str, Run]]:
    """Every letter that leaves ink, with its style."""
    letters = [(letter, run._replace(text="")) for run in text for letter in run.text]
    return [pair for pair in letters if pair[0].strip()]


@pytest.mark.slow
@given(runs)
@example([Run("a+\n"), Run("b", typed=True)])
def test_what_is_written_is_read_as_it_was(written: list[Run]) -> None:
    read = parse_markup(write_markup(tuple(written)))
    assert seen(read) == seen(tuple(written))
    assert plain(read).split() == plain(tuple(written)).split()
