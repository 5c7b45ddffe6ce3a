"""A tick stays with its child whatever is corrected meanwhile."""

from dataclasses import replace
from pathlib import Path

from handout.model import Roster, Student
from handout.web.choices import Choices
from handout.web.keys import Keys

BEFORE = [(2, "5B"), (3, "5B"), (5, "5B"), (6, "6C")]


def roster(rows: list[tuple[int, str]]) -> Roster:
    students = (Student(f"CHILD {row}", class_name, "", "", "blank", row=row) for row, class_name in rows)
    return Roster(Path("list.csv"), tuple(students), (), ())


def shown(keys: Keys, choices: Choices, listed: Roster) -> tuple[list[str], list[int], str]:
    """The names of the classes and the rows of the children that are ticked, and what the preview shows."""
    placed, classes = keys.placed(choices, listed), list(listed.classes)
    children = [listed.classes[classes[first]][place].row for first, place in sorted(placed.children)]
    return [classes[place] for place in sorted(placed.classes)], children, placed.show


def test_a_row_that_is_corrected_comes_between_the_children_and_no_tick_moves() -> None:
    keys, first = Keys(), roster(BEFORE)
    keys.learn(first)
    choices = Choices(everybody=False, classes=frozenset({1}), children=frozenset({(0, 2)}), show="0-1")
    assert shown(keys, choices, first) == (["6C"], [5], "0-1")
    second = roster([(1, "3A"), (2, "5B"), (3, "5B"), (4, "5B"), (5, "5B"), (6, "6C")])
    keys.learn(second)
    assert shown(keys, choices, second) == (["6C"], [5], "1-1")
    new = replace(choices, children=frozenset({(0, 3), (2, 0)}))
    assert shown(keys, new, second) == (["6C"], [1, 4], "1-1"), "what is new has keys of its own"


def test_a_child_of_another_class_keeps_its_tick_and_one_who_is_gone_has_none() -> None:
    keys, first = Keys(), roster(BEFORE)
    keys.learn(first)
    choices = Choices(everybody=False, children=frozenset({(0, 0), (0, 2)}), show="0-0")
    second = roster([(3, "5B"), (5, "6C"), (6, "6C")])
    keys.learn(second)
    assert shown(keys, choices, second) == ([], [5], "first")
