"""Each line of a panel given by hand: whether a value on it can be read, and whether a blank one is blank."""

import pytest

from handout.checking.graphics import Box, Painted
from handout.checking.paper import paper_differences
from handout.checking.printed import Field, Panel, PrintedSet
from handout.checking.surfaces import Page, Surface

A4 = Box(0, 0, 595.276, 841.89)
UNREADABLE = "a name, class, number or username cannot be read on paper."
OVER = "something is printed over a name, class, number or username."
SPOKEN = "a screen reader says something different from the page."
ON_A_LINE = "something is printed on a line that must be blank."
OWN = 3  # the mark of the line
VALUE = Painted("text", Box(100, 100, 160, 106), OWN, 0, "TANMEI", 1, 12)
RULE = Painted("line", Box(100, 100, 200, 100.5), OWN, 0)


def told(*painted: Painted, name: str = "name", text: str = "", spoken: str = "") -> list[str]:
    names = ("name", "class_name", "register_number", "username")
    fields = {one: Field() for one in names} | {name: Field(text, frozenset({OWN}), spoken)}
    page = Page(1, A4, Surface(painted, {OWN: text}, (), frozenset()), {}, ())
    found = paper_differences(PrintedSet([page], [Panel(1, fields)], [], [], is_one_sided=True), "TANMEI")
    return [difference.what for difference in found]


def patch(lightness: float, *edges: float) -> Painted:
    return Painted("fill", Box(*edges), None, lightness)


@pytest.mark.parametrize(
    ("change", "problems"),
    [
        ({}, []),
        ({"lightness": 0.5}, []),
        ({"lightness": 0.51}, [UNREADABLE]),
        ({"size": 7}, []),
        ({"size": 6.9}, [UNREADABLE]),
        ({"size": 40}, []),
        ({"size": 41}, [UNREADABLE]),
        ({"size": 0}, [UNREADABLE]),
        ({"kind": "picture"}, [UNREADABLE]),
        ({"box": Box(14, 14, 80, 20)}, []),
        ({"box": Box(13, 14, 80, 20)}, [UNREADABLE]),
        ({"box": Box(14, 13, 80, 20)}, [UNREADABLE]),
        ({"box": Box(500, 820, 581, 827)}, []),
        ({"box": Box(500, 820, 582, 827)}, [UNREADABLE]),
        ({"box": Box(500, 820, 581, 828)}, [UNREADABLE]),
    ],
)
@pytest.mark.parametrize("name", ["name", "class_name", "register_number", "username"])
def test_a_value_that_can_be_read(name: str, change: dict, problems: list[str]) -> None:
    assert told(VALUE._replace(**change), name=name, text="TANMEI") == problems


@pytest.mark.parametrize(
    ("before", "after", "problems"),
    [
        ([patch(0.8, 90, 90, 170, 110)], [], []),
        ([patch(0.5, 90, 90, 170, 110)], [], [OVER]),
        ([], [patch(0.8, 90, 90, 170, 110)], [OVER]),
        ([patch(0.5, 90, 20, 170, 99)], [patch(0.5, 90, 110, 170, 120)], []),
        ([Painted("line", Box(90, 102, 170, 103), None, 1)], [], [OVER]),
        ([Painted("line", Box(90, 96, 170, 97), None, 0)], [], []),
        ([Painted("text", Box(150, 100, 170, 106), 4, 0, "X", 2, 12)], [], [OVER]),
        ([Painted("text", Box(170, 100, 190, 106), 4, 0, "X", 2, 12)], [], []),
    ],
)
def test_nothing_is_over_a_value(before: list[Painted], after: list[Painted], problems: list[str]) -> None:
    said = [what for what in told(*before, VALUE, *after, text="TANMEI") if "words here" not in what]
    assert said == problems


def test_a_screen_reader_says_what_is_there() -> None:
    assert told(VALUE, text="TANMEI", spoken="TANMEI") == []
    assert told(VALUE, text="TANMEI", spoken="LIMJO") == [SPOKEN]


def test_a_password_line_is_blank() -> None:
    for name in ("password", "new_password", "new_password+"):
        assert told(VALUE, name=name, text="TANMEI") == ["something is printed on a password line."]
        assert told(RULE, name=name) == []


@pytest.mark.parametrize(
    ("before", "after", "problems"),
    [
        ([], [], []),
        ([patch(0.4, 110, 102, 140, 105)], [], [ON_A_LINE]),
        ([patch(0.4, 110, 111, 140, 120)], [], [ON_A_LINE]),
        ([patch(0.4, 110, 112, 140, 120)], [], []),
        ([patch(0.4, 110, 90, 140, 100)], [], []),
        ([patch(0.8, 110, 102, 140, 105)], [], []),
        ([], [patch(0.8, 110, 102, 140, 105)], [ON_A_LINE]),
        ([Painted("line", Box(110, 102, 140, 105), None, 0)], [], []),
        ([], [Painted("picture", Box(110, 102, 140, 105), None, 0)], [ON_A_LINE]),
        ([Painted("text", Box(195, 102, 240, 105), 4, 0)], [], [ON_A_LINE]),
        ([Painted("text", Box(205, 102, 240, 105), 4, 0)], [], []),
    ],
)
def test_a_line_that_must_be_blank(before: list[Painted], after: list[Painted], problems: list[str]) -> None:
    """A hand writes in the 12 points above the rule."""
    assert told(*before, RULE, *after, name="class_name") == problems
    frame = [
        Painted("line", Box(100, 100, 200, 100.5), OWN, 0),
        Painted("line", Box(100, 100, 100.5, 118), OWN, 0),
    ]
    assert told(*frame) == []


def test_a_box_to_write_in_is_blank_to_its_top() -> None:
    box = Painted("fill", Box(100, 100, 200, 130), OWN, 1)
    assert told(box) == []
    assert told(box, patch(0.4, 110, 125, 140, 128)) == [ON_A_LINE]
    assert told(box, patch(0.4, 110, 131, 140, 140)) == []


@pytest.mark.parametrize(
    ("left", "bottom", "problems"),
    [
        (160, 100, []),
        (159, 100, []),
        (158.9, 100, [UNREADABLE]),  # over the first part
        (40, 100, [UNREADABLE]),  # before it
        (160, 101, []),
        (160, 101.1, [UNREADABLE]),  # higher
        (40, 98.9, []),  # on the next line
        (40, 99.1, [UNREADABLE]),
    ],
)
def test_the_parts_of_a_value_follow_each_other(left: float, bottom: float, problems: list[str]) -> None:
    first = VALUE._replace(what="TAN")
    then = VALUE._replace(what="MEI", box=Box(left, bottom, left + 60, bottom + 6))
    assert told(first, then, text="TANMEI") == problems
