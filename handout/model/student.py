"""The children of a class list, as their pages show them."""

import re
from collections import defaultdict
from pathlib import Path
from typing import Literal, NamedTuple

from handout.errors import Problem
from handout.model.questions import NO_ANSWERS, Answers, Question, Survey

_LEVEL = re.compile(r"\s*(?:p|pr|pri|primary|class)?\.?\s*([1-6])(?!\d)", re.IGNORECASE)


class Student(NamedTuple):
    """One child as the page shows it. An empty `name` or `username` is a line to write on.

    `unprintable_name` is the name of the list where no typeface has all its letters; `suggestion` is a username
    nobody can be sure of, and `reason` says why: for notes and screens, never for the child's page. `row` is
    the row of the file, on `worksheet`.
    """

    name: str
    class_name: str
    register_number: str
    username: str
    origin: Literal["given", "derived", "blank"]
    suggestion: str = ""
    reason: str = ""
    row: int = 0
    worksheet: str = ""
    unprintable_name: str = ""

    @property
    def listed_name(self) -> str:
        """The name as the list has it, printable or not."""
        return self.name or self.unprintable_name

    @property
    def is_spare(self) -> bool:
        """Whether it is a page for a child who is not on the list yet."""
        return self == NOBODY._replace(class_name=self.class_name)

    @property
    def level(self) -> int | None:
        """Primary 1 to 6, where the name of the class shows it."""
        found = _LEVEL.match(self.class_name)
        return int(found[1]) if found else None


NOBODY = Student(name="", class_name="", register_number="", username="", origin="blank")


def spare_students(class_name: str, count: int) -> list[Student]:
    """Pages for children who are not on the list yet: the class, and lines to write on."""
    return [NOBODY._replace(class_name=class_name)] * count


class Roster(NamedTuple):
    """A class list, read. `students` are those that can be printed whatever the `problems`.

    While there are `questions` there are no students; each question is one of the problems too.
    `answers` are what it was read with.
    """

    path: Path
    students: tuple[Student, ...]
    problems: tuple[Problem, ...]
    notes: tuple[Problem, ...]
    questions: tuple[Question, ...] = ()
    surveys: tuple[Survey, ...] = ()
    answers: Answers = NO_ANSWERS

    @property
    def classes(self) -> dict[str, tuple[Student, ...]]:
        """The students of each class, classes in the order of the list."""
        classes: dict[str, list[Student]] = defaultdict(list)
        for student in self.students:
            classes[student.class_name].append(student)
        return {name: tuple(students) for name, students in classes.items()}
