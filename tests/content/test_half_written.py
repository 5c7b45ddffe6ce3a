"""Settings, links and entries of lists that are written only half are shown how they are written."""

import pytest
from helpers.written import changed, line_of, problems_of


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    "odd", ["{ handbook_page }", "{{handbook_page}}", "{handbook_page", "{ Handbook_Page}"]
)
def test_half_a_setting_is_shown_how_to_write_it(odd: str) -> None:
    (problem,) = problems_of(
        changed("**page {handbook_page}**.\n  # In a class", f"page {odd}.\n  # In a class")
    )
    assert str(problem) == (
        f'content.yaml:{line_of("  # In a class") - 1}: "{odd}" is not how a setting is written. '
        "Write {handbook_page}. To print the bracket, write \\{."
    )
    assert problems_of(changed("title: MIMS", "title: \\{domain \\\\{school} MIMS")) == []


@pytest.mark.usefixtures("folder")
def test_an_entry_of_a_list_is_not_taken_for_words_in_silence() -> None:
    old = "  - heading: MIMS username\n"
    for odd, named in (("        - Two", "- Two"), ("       -Two words", "-Two"), ("        • Two", "• Two")):
        problem, *rest = problems_of(changed(old, f"  - bullets:\n      - One\n{odd}\n{old}"))
        assert rest == []
        assert str(problem).startswith(
            f'content.yaml:{line_of(old) + 2}: "{named}" is taken for words of the text above'
        )


@pytest.mark.usefixtures("folder")
def test_marks_around_nothing_are_found_on_their_line() -> None:
    for odd in ("[words]()", "[](https://kite.example)", "****"):
        problems = problems_of(changed("refer to it whenever they need to.", f"refer to it. {odd}"))
        assert [problem.place.line for problem in problems] == [line_of("refer to it whenever")], odd
