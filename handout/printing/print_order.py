"""What of a class list is printed, and into which files."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from handout.errors import Flaw, Place, Problem, UsageError
from handout.files import distinct_names
from handout.model import Layout, Student, spare_students
from handout.printing.press import ClassSet, Press

Classes = Mapping[str, Sequence[Student]]
# By class, by what each child gets (nothing for hand-out lists), and by kind of file or the child's place in the class.
FileNames = Mapping[tuple[str, str, str | int], str]
ENDINGS: Mapping[Layout, str] = {"pack": "", "sheet": "-sheet", "slips": "-slips"}


class PrintOrder(NamedTuple):
    """What one run should print. No `classes` or no `numbers` means all of them.

    `children` are single ones besides the whole `classes`, each by class and place in it from 0.
    `together`: one file for all classes, and one for their hand-out lists.
    """

    layout: Layout = "pack"
    classes: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    spares: int = 0
    split: bool = False
    checklist: bool = False
    proof: bool = False
    together: bool = False
    children: tuple[tuple[str, int], ...] = ()


class Job(NamedTuple):
    """What of a class goes into a file: the pages of these students and so many spares, or their hand-out list."""

    kind: Literal["set", "checklist"]
    file: str
    class_name: str
    students: Sequence[Student]
    spares: int = 0
    part: bool = False  # of the class

    @property
    def people(self) -> list[Student]:
        """All who get pages, the spares last."""
        return [*self.students, *spare_students(self.class_name, self.spares)]


def plan(classes: Classes, order: PrintOrder) -> list[Job]:
    """The jobs of a run, class by class. Raises UsageError where it names nobody."""
    files = _file_names(classes, split=order.split)
    chosen = _choose(classes, order)
    jobs = [
        job
        for name, students in chosen.items()
        for job in _jobs(name, students, order, files, part=_is_part(students, classes[name], order))
    ]
    if not order.together or len(chosen) == 1:
        return jobs
    return [
        job._replace(file=files["", "" if job.kind == "checklist" else order.layout, "all"]) for job in jobs
    ]


def by_file(jobs: Iterable[Job]) -> dict[str, list[Job]]:
    """The jobs of each file, by its name."""
    files: dict[str, list[Job]] = {}
    for job in jobs:
        files.setdefault(job.file, []).append(job)
    return files


def people_of(jobs: Iterable[Job]) -> list[Student]:
    """All that will be printed."""
    return [person for job in jobs if job.kind == "set" for person in job.people]


def produce(jobs: Sequence[Job], press: Press) -> bytes:
    """The PDF of the jobs of one file; `press` knows all the people of the run."""
    if jobs[0].kind == "checklist":
        return press.checklists([ClassSet(job.class_name, job.people) for job in jobs])
    return press.print_together([ClassSet(job.class_name, job.people, job.part) for job in jobs])


def _is_part(chosen: Mapping[int, Student], whole: Sequence[Student], order: PrintOrder) -> bool:
    """A reprint never has the file name of the whole class."""
    return bool(order.numbers) or len(chosen) < len(whole)


def _jobs(
    name: str, chosen: Mapping[int, Student], order: PrintOrder, files: FileNames, *, part: bool
) -> Iterator[Job]:
    students, layout = list(chosen.values()), order.layout
    if order.proof:
        yield Job("set", files[name, layout, "proof"], name, _first_and_longest(students), 1, part=True)
    elif order.split:
        for place, student in chosen.items():
            yield Job("set", files[name, layout, place], name, [student], part=True)
        if order.spares:
            yield Job("set", files[name, layout, "spares"], name, [], order.spares, part=True)
    elif part:
        yield Job("set", files[name, layout, "part"], name, students, order.spares, part=True)
    else:
        yield Job("set", files[name, layout, "set"], name, students, order.spares)
    if order.checklist:
        yield Job("checklist", files[name, "", "part" if part else "set"], name, students, order.spares)


def _first_and_longest(students: Sequence[Student]) -> list[Student]:
    longest = max(students, key=lambda student: len(student.name))
    return [students[0]] if longest is students[0] else [students[0], longest]


def _choose(classes: Classes, order: PrintOrder) -> dict[str, dict[int, Student]]:
    """The classes asked for, and in each the students asked for by their place."""
    if order.children:
        return _choose_children(classes, order)
    names = _wanted_classes(classes, order)
    present = {_number(student.register_number) for name in names for student in classes[name]}
    if not present:
        raise UsageError(
            Problem(Place("ROSTER"), Flaw("There is nobody to print.", "Add a row for each child."))
        )
    if missing := [number for number in order.numbers if _number(number) not in present]:
        what = f"There is no register number {_listed(missing)} in class {_listed(names)}."
        raise UsageError(
            Problem(Place("--only"), Flaw(what, "Look at the class list, or take the number out."))
        )
    wanted = set(map(_number, order.numbers)) or present
    chosen = {
        name: {
            place: student
            for place, student in enumerate(classes[name])
            if _number(student.register_number) in wanted
        }
        for name in names
    }
    return {name: students for name, students in chosen.items() if students}


def _wanted_classes(classes: Classes, order: PrintOrder) -> list[str]:
    if unknown := [name for name in order.classes if name not in classes]:
        what = f"There is no class {_listed(unknown)}."
        raise UsageError(Problem(Place("--class"), Flaw(what, f"The list has {_listed(classes)}.")))
    return [name for name in classes if not order.classes or name in order.classes]


def _choose_children(classes: Classes, order: PrintOrder) -> dict[str, dict[int, Student]]:
    """Whole classes, and single children of others."""
    wanted = set(order.children)
    chosen = {
        name: {
            place: student
            for place, student in enumerate(students)
            if name in order.classes or (name, place) in wanted
        }
        for name, students in classes.items()
    }
    return {name: students for name, students in chosen.items() if students}


def _number(text: str) -> str:
    """07 and 7 are one number."""
    return text.lstrip("0") or text


def _file_number(student: Student) -> str:
    return student.register_number.zfill(2) if student.register_number else "no-number"


def _listed(names: Iterable[str]) -> str:
    return ", ".join(name or "(no class)" for name in names)


def _file_names(classes: Classes, *, split: bool) -> FileNames:
    """Names for every file the whole list could give, so that no run overwrites the file of another.

    The name of the handout for everybody is taken too. The files of single children have the last choice.
    """
    words = {name: name or "class" for name in classes}
    stems: dict[tuple[str, str, str | int], str] = {("", "", "all"): "mims-account-hand-out-lists"}
    for name, word in words.items():
        stems[name, "", "set"] = f"mims-account-{word}-hand-out-list"
        stems[name, "", "part"] = f"mims-account-{word}-part-hand-out-list"
    for layout, ending in ENDINGS.items():
        stems["", layout, "all"] = f"mims-account-classes{ending}"
        for name, word in words.items():
            stems[name, layout, "set"] = f"mims-account-{word}{ending}"
            stems[name, layout, "part"] = f"mims-account-{word}{ending}-part"
            stems[name, layout, "proof"] = f"mims-account-{word}{ending}-proof"
    for layout, ending in ENDINGS.items() if split else ():
        for name, word in words.items():
            stems[name, layout, "spares"] = f"{word}{ending}-spares"
            for place, student in enumerate(classes[name]):
                stems[name, layout, place] = f"{word}-{_file_number(student)}{ending}"
    _handout, *files = distinct_names(["mims-account", *stems.values()])
    return {key: f"{file}.pdf" for key, file in zip(stems, files, strict=True)}
