"""What kramdown and Jekyll have beyond other Markdown."""

import pytest
from helpers.site import imported, png, remarks, text, values


def test_footnotes_are_paragraphs_that_begin_with_their_numbers() -> None:
    page = """One account[^sls] for all[^2], and again[^sls]; this one[^none] has no note.

[^2]: Seldom.
[^sls]: Also for the *Learning Space*.
"""
    assert text(page) == [
        {"paragraph": "One account[1] for all[2], and again[1]; this one[^none] has no note."},
        {"paragraph": "[2] Seldom.\n[1] Also for the *Learning Space*."},
    ]


def test_a_word_and_its_meanings() -> None:
    page = """Words that we use

Username
: What you type, such as **mary_tan**
:   also called a login

Password
: What nobody else knows

Time: half past one
"""
    assert text(page) == [
        {"paragraph": "Words that we use"},
        {"heading": "Username"},
        {"paragraph": "What you type, such as **mary_tan**\nalso called a login"},
        {"heading": "Password"},
        {"paragraph": "What nobody else knows"},
        {"paragraph": "Time: half past one"},
    ]


def test_a_meaning_may_be_below_a_blank_line() -> None:
    page = "Username\n\n:   What you type\n\n:   also a login\n\nTime\n\n\n: half past one\n"
    assert text(page) == [
        {"heading": "Username"},
        {"paragraph": "What you type"},
        {"paragraph": "also a login"},
        {"paragraph": "Time"},
        {"paragraph": ": half past one"},
    ]


def test_further_paragraphs_of_a_footnote_are_no_code() -> None:
    page = "One[^1].\n\n[^1]: A note\n    that goes on.\n\n    And on.\n"
    assert text(page)[1:] == [{"paragraph": "[1] A note\nthat goes on."}, {"paragraph": "And on."}]


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("## Log in {#login}", [{"heading": "Log in"}]),
        ("* TOC\n{:toc}\n\nWords.", [{"paragraph": "Words."}]),
        ("1. Contents\n{:toc .x}\n\nWords.", [{"paragraph": "Words."}]),
        ("The MIMS page.\n\n*[MIMS]: an account", [{"paragraph": "The MIMS page."}]),
        ('<div class="x" markdown="1">\n**Bold** words.\n\n</div>', [{"paragraph": "**Bold** words."}]),
        ("See [it](https://x.example/a b).", [{"paragraph": "See [it](https://x.example/a%20b)."}]),
        ("[one](/a) two (three)", [{"paragraph": "one two (three)"}]),
    ],
)
def test_what_kramdown_does_not_print(page: str, words: list[dict[str, str]]) -> None:
    assert text(page) == words


@pytest.mark.parametrize(
    "source",
    [
        "![x](/images/My slide (1).png)",
        '![x](/images/My slide (1).png "A title")',
        "![x](</images/My slide (1).png>)",
        "![x]({{ '/images/My slide (1).png' | relative_url }})",
        '<img alt=x src="{{ "/images/My slide (1).png" | absolute_url }}">',
        "![x]({{ site.baseurl }}/images/My slide (1).png)",
    ],
)
def test_a_picture_whose_name_has_spaces(source: str) -> None:
    result = imported(f"Words.\n\n{source}\n", {"images/My slide (1).png": png()})
    assert [guide["alt"] for guide in values(result)["guides"]["pictures"]] == ["x"]
    assert list(result.images) == ["My-slide-1.png"]


@pytest.mark.parametrize(
    ("command", "shown"),
    [
        ("{% comment %}Not\nshown{% endcomment %}", "{% comment %}Not shown{% endcomment %}"),
        ("{::comment}\nNot shown\n{:/comment}", "{::comment} Not shown {:/comment}"),
        ("{% include a.html\n  text='x'\n%}", "{% include a.html text='x' %}"),
        ("{::options a='b' /}", "{::options a='b' /}"),
    ],
)
def test_a_command_over_several_lines_is_named_on_one(command: str, shown: str) -> None:
    page = f"Before.\n\n{command}\n\nAfter <s>x</s>."
    assert text(page) == [{"paragraph": "Before."}, {"paragraph": "After."}]
    line = page.count("\n") + 1
    assert remarks(page) == [
        f'page.md, line 3: a command of the website was left out: "{shown}"',
        f'page.md, line {line}: a struck-through text was left out: "x"',
    ]


def test_a_page_of_html_may_have_commands_too() -> None:
    page = "---\ntitle: MIMS\n---\n<p>Before.</p>\n{% include x.html %}\n"
    result = imported(page, name="page.html")
    assert values(result)["text"] == [{"paragraph": "Before."}]
    assert "{% x %}" in imported("<p>{% x %}</p>", name="page.html").content.replace("\\", "")
