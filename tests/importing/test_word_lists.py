"""The lists of a page saved from Word."""

from helpers.site import imported, values

_GAP = "<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp;&nbsp; </span>"


def bullet(words: str, letter: str = "·", font: str = "Symbol", indent: int = 36) -> str:
    mark = f"<span style='font-family:{font}'>{letter}{_GAP}</span>"
    return (
        f"<p class=MsoListParagraph style='margin-left:{indent}.0pt;text-indent:-18.0pt'>{mark}{words}</p>\n"
    )


def number(mark: str, words: str) -> str:
    return f"<p class=MsoListParagraph style='margin-left:36.0pt'><![if !supportLists]>{mark}{_GAP}<![endif]>{words}</p>\n"


def text_of(body: str) -> object:
    return values(
        imported(f"<html><body><div class=WordSection1>{body}</div></body></html>", name="page.html")
    )["text"]


def test_bullets_are_no_letters_of_a_symbol_font() -> None:
    page = bullet("One") + bullet("<b>Two</b> more", "§", "Wingdings") + bullet("Three", "Ø", "Wingdings")
    assert text_of(page) == [{"bullets": ["One", "**Two** more", "Three"]}]


def test_a_list_below_an_entry() -> None:
    page = number("1.", "One") + bullet("a", "o", '"Courier New"', 72) + bullet("b", "o", '"Courier New"', 72)
    page += number("2.", "Two") + "<p>Between</p>" + number("1)", "Again")
    assert text_of(page.replace('"Courier New"', "Courier")) == [
        {"numbered": [{"text": "One", "bullets": ["a", "b"]}, "Two"]},
        {"paragraph": "Between"},
        {"numbered": ["Again"]},
    ]


def test_two_lists_that_follow_each_other_stay_two() -> None:
    page = number("1.", "One") + number("2.", "Two") + number("1.", "Other")
    assert text_of(page) == [{"numbered": ["One", "Two"]}, {"numbered": ["Other"]}]


def test_a_gap_among_words_is_no_mark() -> None:
    page = f"<p>Name and{_GAP}class</p><p>{_GAP}Indented</p>"
    assert text_of(page) == [{"paragraph": "Name and class"}, {"paragraph": "Indented"}]
