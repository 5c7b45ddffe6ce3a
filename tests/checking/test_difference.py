"""How differences are told: each once, with its pages and what fixes it."""

from pathlib import Path

from handout.checking.difference import Difference, problems_of


def told(*found: Difference) -> list[str]:
    return [str(problem) for problem in problems_of(found, Path("out/set.pdf"), Path("lists/3A.csv"))]


def test_one_page() -> None:
    assert told(Difference("this page is odd.", 7)) == [
        "set.pdf: Page 7: this page is odd. Print it again from 3A.csv."
    ]


def test_the_same_on_many_pages_is_reported_once() -> None:
    pages = [Difference("this page is odd.", page) for page in (9, 1, 5, 5)]
    again = "Print it again from 3A.csv."
    assert told(*pages) == [f"set.pdf: Pages 1, 5, 9: this page is odd. {again}"]
    assert told(*pages, Difference("this page is odd.", 13), Difference("this page is odd.", 17)) == [
        f"set.pdf: Pages 1, 5, 9 and 2 more: this page is odd. {again}"
    ]


def test_the_file_as_a_whole() -> None:
    assert told(Difference("row 3 has no page.", remedy="list"), Difference("tHIS is odd.", remedy="")) == [
        "set.pdf: Row 3 has no page. Correct 3A.csv, then print it again.",
        "set.pdf: THIS is odd.",
    ]
