"""Names for the classes and children of a list in forms and addresses, which hold nothing of the list itself.

A correction may move a child to another place, or bring a class before the others: a tick must stay where it was set.
"""

from collections import Counter
from dataclasses import replace

from handout.model import Roster, Student
from handout.web.choices import FIRST, Child, Choices, read_child

RowAt = tuple[str, int]  # worksheet, row


class Keys:
    """Each class has a number, each child a number in the class where it was first seen, from 0."""

    def __init__(self) -> None:
        self._classes: dict[str, int] = {}
        self._children: dict[RowAt, Child] = {}
        self._taken: Counter[int] = Counter()

    def learn(self, roster: Roster) -> None:
        for name, students in roster.classes.items():
            number = self._classes.setdefault(name, len(self._classes))
            for student in students:
                if (student.worksheet, student.row) not in self._children:
                    self._children[student.worksheet, student.row] = number, self._taken[number]
                    self._taken[number] += 1

    def of_class(self, name: str) -> int:
        return self._classes[name]

    def of_child(self, student: Student) -> Child:
        return self._children[student.worksheet, student.row]

    def placed(self, choices: Choices, roster: Roster) -> Choices:
        """The choices by the places that classes and children have in the list as it is read now."""
        classes, children = {}, {}
        for first, (name, students) in enumerate(roster.classes.items()):
            classes[self.of_class(name)] = first
            for place, student in enumerate(students):
                children[self.of_child(student)] = first, place
        shown = read_child(choices.show)
        show = shown_as(children[shown]) if shown in children else FIRST if shown else choices.show
        return replace(
            choices,
            classes=frozenset(classes[key] for key in choices.classes if key in classes),
            children=frozenset(children[key] for key in choices.children if key in children),
            show=show,
        )


def shown_as(child: Child) -> str:
    """A child as a form or an address has it."""
    return "-".join(map(str, child))
