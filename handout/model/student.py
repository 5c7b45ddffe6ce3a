"""The children of a class list, as their pages show them."""

import re
from collections import defaultdict
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from handout.errors import Problem

_LEVEL = re.compile(r"\s*(?:p|pr|pri|primary|class)?\.?\s*([1-6])(?!\d)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Student:
    """One child as the sheet shows it. An empty `username` is a line to write on.

    `suggestion` is a username nobody can be sure of, and `reason` tells why: for notes and the
    hand-out list, never for the child's sheet. `row` is the line in the file.
    """

    name: str
    class_name: str
    register_number: str
    username: str
    origin: Literal["given", "derived", "blank"]
    suggestion: str = ""
    reason: str = ""
    row: int = 0

    @property
    def level(self) -> int | None:
        """Primary 1 to 6, where the class shows it."""
        found = _LEVEL.match(self.class_name)
        return int(found[1]) if found else None


NOBODY = Student(name="", class_name="", register_number="", username="", origin="blank")


def spare_sheets(class_name: str, count: int) -> list[Student]:
    """Sheets for children who are not on the list yet: the class, and lines to write on."""
    return [replace(NOBODY, class_name=class_name)] * count


@dataclass(frozen=True, slots=True)
class Roster:
    """A class list, read. `students` are those that can be printed whatever the `problems`."""

    path: Path
    students: tuple[Student, ...]
    problems: tuple[Problem, ...]
    notes: tuple[Problem, ...]

    @property
    def classes(self) -> dict[str, tuple[Student, ...]]:
        """The students of each class, classes in the order of the list."""
        classes: dict[str, list[Student]] = defaultdict(list)
        for student in self.students:
            classes[student.class_name].append(student)
        return {name: tuple(students) for name, students in classes.items()}
