"""What the page asks for, done through the public API in a process of its own; plain data in and out."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from handout import load_content, read_students
from handout.errors import HandoutError
from handout.model import NOBODY, Content, Layout, Look, Roster, Student
from handout.pages import SlipGrid
from handout.printing import Job, Press, PrintOrder, people_of, plan, produce

PREVIEW_DPI = 90
HANDOUT_FILE = "mims-account.pdf"

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class ClassList:
    """An uploaded list: the name it came with, and its bytes, which live in memory alone."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Choices:
    """What is ticked on the page. No `classes` means all; `children` are places in the list, none means all."""

    layout: Layout = "pack"
    classes: tuple[str, ...] = ()
    children: tuple[int, ...] = ()
    spares: int = 0
    checklist: bool = False
    saver: bool = False
    grey: bool = False
    derive: bool = True
    skip_bad: bool = False
    guides_per_page: int = 3
    large: bool = False

    @property
    def look(self) -> Look:
        return Look(self.guides_per_page, self.saver, self.grey, self.large)


@dataclass(frozen=True, slots=True)
class Survey:
    """What was found in a list, and what would be printed: pages for each class."""

    roster: Roster | None
    problems: tuple[str, ...]
    notes: tuple[str, ...] = ()
    pages: tuple[tuple[str, int, int], ...] = ()  # class, children, pages
    can_print: bool = False


def survey(content_file: Path, source: ClassList, choices: Choices) -> Survey:
    """Read the list and tell what is in it."""
    try:
        content = load_content(content_file)
        roster = _read(content, source, choices)
        problems = tuple(map(str, roster.problems))
        notes = tuple(map(str, roster.notes))
        may_print = bool(roster.students) and (choices.skip_bad or not problems)
        jobs = _jobs(roster, choices) if roster.students else []
        press = Press(content, people_of(jobs), choices.look, choices.layout)
    except HandoutError as error:
        return Survey(None, tuple(map(str, error.problems)))
    pages = tuple(
        (job.class_name, len(job.students), press.pages(job.people)) for job in jobs if job.kind == "sheets"
    )
    return Survey(roster, problems, notes, pages, may_print)


def first_page(content_file: Path, source: ClassList | None, choices: Choices, longest: bool) -> bytes:
    """The first page as a PNG: of the first child, of the one with the longest name, or of the plain handout.

    Empty where there is nothing to show.
    """
    from handout.printing import picture_of_pdf  # noqa: PLC0415 - an extra

    try:
        content = load_content(content_file)
        if source is None:
            return picture_of_pdf(Press(content, [NOBODY], choices.look).handout(), PREVIEW_DPI)
        people = people_of(_jobs(_read(content, source, choices), choices))
    except HandoutError:
        return b""
    person = max(people, key=lambda person: len(person.name)) if longest else people[0]
    shown = people[: SlipGrid().per_page] if choices.layout == "slips" else [person]
    press = Press(content, shown, choices.look, choices.layout)
    return picture_of_pdf(press.print(shown, person.class_name), PREVIEW_DPI)


def print_set(
    content_file: Path, source: ClassList | None, choices: Choices, progress: Progress
) -> dict[str, bytes]:
    """The PDFs by file name. Raises HandoutError."""
    content = load_content(content_file)
    if source is None:
        return {HANDOUT_FILE: Press(content, [NOBODY], choices.look).handout()}
    jobs = _jobs(_read(content, source, choices), choices)
    press = Press(content, people_of(jobs), choices.look, choices.layout)
    files = {}
    for done, job in enumerate(jobs):
        progress(done, len(jobs))
        files[job.file] = produce([job], press)
    return files


def _read(content: Content, source: ClassList, choices: Choices) -> Roster:
    return read_students(
        Path(source.name),
        domain=content.settings.domain,
        derive="auto" if choices.derive else "never",
        data=source.data,
    )


def _jobs(roster: Roster, choices: Choices) -> list[Job]:
    """The files to make; where single children are chosen, a part of their classes."""
    chosen = _chosen(roster.students, choices.children)
    classes = replace(roster, students=chosen).classes
    names = tuple(name for name in choices.classes if name in classes)
    order = PrintOrder(choices.layout, names, (), choices.spares, checklist=choices.checklist)
    jobs = plan(classes, order)
    if not choices.children:
        return jobs
    return [replace(job, part=True, file=job.file.replace(".pdf", "-part.pdf")) for job in jobs]


def _chosen(students: Sequence[Student], places: tuple[int, ...]) -> tuple[Student, ...]:
    if not places:
        return tuple(students)
    return tuple(students[place] for place in places if place < len(students))
