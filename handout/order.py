"""What of a class list is printed, and into which files."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from handout.errors import Problem, UsageError
from handout.output import distinct_names
from handout.press import Layout
from handout.students import Student

Classes = Mapping[str, Sequence[Student]]


@dataclass(frozen=True, slots=True)
class Order:
    """The wishes of one run. No `classes` or no `numbers` means all of them."""

    layout: Layout = "pack"
    classes: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    spares: int = 0
    split: bool = False
    checklist: bool = False
    proof: bool = False


@dataclass(frozen=True, slots=True)
class Job:
    """One file to make: the sheets of these students and so many spares, or their checklist."""

    kind: Literal["sheets", "checklist"]
    file: str
    class_name: str
    students: Sequence[Student]
    spares: int = 0


def plan(classes: Classes, order: Order) -> list[Job]:
    """The files of a run, class by class. Raises UsageError where a wish names nobody."""
    files = _file_names(classes)
    chosen = _choose(classes, order)
    return [
        job for class_name, students in chosen.items() for job in _jobs(class_name, students, order, files)
    ]


def students_of(jobs: Iterable[Job]) -> list[Student]:
    """All that will be printed."""
    return [student for job in jobs if job.kind == "sheets" for student in job.students]


def _jobs(
    class_name: str, students: Sequence[Student], order: Order, files: Mapping[object, str]
) -> Iterator[Job]:
    if order.proof:
        yield Job("sheets", files[class_name, "proof"], class_name, _first_and_longest(students), 1)
    elif order.split:
        for student in students:
            yield Job("sheets", files[id(student)], class_name, [student])
        if order.spares:
            yield Job("sheets", files[class_name, "spares"], class_name, [], order.spares)
    else:
        yield Job("sheets", files[class_name, "set"], class_name, students, order.spares)
    if order.checklist:
        yield Job("checklist", files[class_name, "checklist"], class_name, students)


def _first_and_longest(students: Sequence[Student]) -> list[Student]:
    longest = max(students, key=lambda student: len(student.name))
    return [students[0]] if longest is students[0] else [students[0], longest]


def _choose(classes: Classes, order: Order) -> dict[str, list[Student]]:
    """The classes and students asked for, in the order of the list."""
    if unknown := [name for name in order.classes if name not in classes]:
        raise UsageError(
            Problem(
                "--class", None, f"There is no class {_listed(unknown)}.", f"The list has {_listed(classes)}."
            )
        )
    chosen = {
        name: [student for student in students if _is_wanted(student, order.numbers)]
        for name, students in classes.items()
        if not order.classes or name in order.classes
    }
    found = [student for students in chosen.values() for student in students]
    if missing := [n for n in order.numbers if not any(_is_wanted(student, (n,)) for student in found)]:
        raise UsageError(
            Problem(
                "--only",
                None,
                f"There is no register number {_listed(missing)} in class {_listed(chosen)}.",
                "Look at the class list, or take the number out.",
            )
        )
    if not found:
        raise UsageError(Problem("ROSTER", None, "There is nobody to print."))
    return {name: students for name, students in chosen.items() if students}


def _is_wanted(student: Student, numbers: Sequence[str]) -> bool:
    return not numbers or _number(student.register_number) in map(_number, numbers)


def _number(text: str) -> str:
    """07 and 7 are one number."""
    return text.strip().lstrip("0") or text.strip()


def _listed(names: Iterable[str]) -> str:
    return ", ".join(names)


def _file_names(classes: Classes) -> dict[object, str]:
    """Names for every file the whole list could give, so that a part of it never overwrites another part."""
    stems: dict[object, str] = {"handout": "mims-account"}
    stems |= {(name, "set"): f"mims-account-{name}" for name in classes}
    for kind in ("checklist", "proof"):
        stems |= {(name, kind): f"mims-account-{name}-{kind}" for name in classes}
    for name, students in classes.items():
        stems |= {
            id(
                student
            ): f"{name}-{student.register_number.zfill(2) if student.register_number else 'no-number'}"
            for student in students
        }
        stems[name, "spares"] = f"{name}-spares"
    return {key: f"{file}.pdf" for key, file in zip(stems, distinct_names(stems.values()), strict=True)}
