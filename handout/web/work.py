"""The work behind the pages, done with the library's own functions; plain data in and out.

Each is a generator (see `runner`): short work yields its only answer, printing yields after every file.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import astuple, dataclass, field
from operator import add
from pathlib import Path
from typing import TYPE_CHECKING

from handout import load_content, read_students
from handout.errors import Flaw, Place, Problem, UsageError
from handout.model import (
    NO_ANSWERS,
    NOBODY,
    Answers,
    CellAt,
    Content,
    Derive,
    Look,
    Roster,
    Student,
    spare_students,
)
from handout.printing import Job, Press, PrintOrder, by_file, pages_of_pdf, people_of, plan, produce
from handout.web.choices import LIST, LONGEST, Choices, read_child
from handout.web.school import School

if TYPE_CHECKING:
    from handout.checking import Verdict

PREVIEW_DPI = 90
HANDOUT_FILE = "mims-account.pdf"


@dataclass(frozen=True, slots=True)
class ClassList:
    """An uploaded list: the name it came with, its bytes, and what the office has said of it since."""

    name: str
    data: bytes
    answers: Answers = NO_ANSWERS
    edits: Mapping[CellAt, str] = field(default_factory=dict)
    derive: Derive = "auto"
    skip_hidden: bool = False


@dataclass(frozen=True, slots=True)
class Count:
    """What something adds up to: its children by what their username line holds, its pages and sheets of paper.

    `nameless` are the children whose name line is blank; a spare is no child.
    """

    children: int = 0
    given: int = 0
    derived: int = 0
    blank: int = 0
    nameless: int = 0
    spares: int = 0
    pages: int = 0
    sheets: int = 0

    def __add__(self, other: "Count") -> "Count":
        return Count(*map(add, astuple(self), astuple(other)))


NOTHING = Count()


@dataclass(frozen=True, slots=True)
class Printed:
    """A finished file. `of` says how many files the whole order has, `notes` what is worth a look in the school's page."""

    name: str
    data: bytes
    classes: tuple[str, ...]
    is_list: bool
    one_sided: bool
    count: Count
    of: int
    notes: tuple[str, ...]


def read_list(school: School, source: ClassList) -> Iterator[Roster]:
    """Read the list as the office has corrected it."""
    yield read_students(
        Path(source.name),
        domain=load_content(school.content_file).settings.domain,
        derive=source.derive,
        skip_hidden=source.skip_hidden,
        answers=source.answers,
        edits=source.edits,
        data=source.data,
    )


def measure(school: School, roster: Roster, choices: Choices) -> Iterator[dict[str, Count]]:
    """What the choice adds up to, class by class."""
    jobs = _jobs(roster, choices)
    press = _press(school, jobs, choices)
    yield {job.class_name: _count(job, press) for job in jobs if job.kind == "set"}


def preview(school: School, roster: Roster | None, choices: Choices) -> Iterator[bytes]:
    """A page as a PNG: of the plain handout, of a child, or of a hand-out list."""
    from handout.printing import picture_of_pdf  # noqa: PLC0415 - an extra

    content = load_content(school.content_file)
    if roster is None:
        pdf = Press(content, [NOBODY], choices.look, source=school.pictures).handout()
    else:
        pdf = _previewed(school, content, roster, choices)
    yield picture_of_pdf(pdf, PREVIEW_DPI)


def _previewed(school: School, content: Content, roster: Roster, choices: Choices) -> bytes:
    child = child_shown(roster, choices)
    mates = roster.classes[child.class_name]
    if choices.show == LIST:
        listed = [*mates, *spare_students(child.class_name, choices.order.spares)]
        return Press(content, [], choices.look, "sheet").checklist(listed, child.class_name)
    shown = [child]
    if choices.order.layout == "slips":  # those below it on the same page
        shown = list(mates[mates.index(child) :])
    press = Press(content, shown, choices.look, choices.order.layout, source=school.pictures)
    return press.print(shown, child.class_name, part=True)


def child_shown(roster: Roster, choices: Choices) -> Student:
    """Whom the preview shows: the child asked for, else the first of those ticked, or the longest name."""
    classes = list(roster.classes.values())
    wanted = read_child(choices.show)
    if wanted and wanted[0] < len(classes) and wanted[1] < len(classes[wanted[0]]):
        return classes[wanted[0]][wanted[1]]
    order = choices.order_for(list(roster.classes)) or PrintOrder()
    people = [student for job in plan(roster.classes, order) for student in job.students]
    if choices.show == LONGEST:
        return max(people, key=lambda student: len(student.name))
    return people[0]


def print_set(school: School, roster: Roster, choices: Choices) -> Iterator[Printed]:
    """The files of a class list."""
    if roster.problems and not choices.print_rest:
        raise UsageError(roster.problems)
    jobs = _jobs(roster, choices)
    press = _press(school, jobs, choices)
    notes = tuple(map(str, press.warnings))
    files = by_file(jobs)
    for name, parts in files.items():
        is_list = parts[0].kind == "checklist"
        count = sum((_count(part, press) for part in parts), NOTHING)
        classes = tuple(part.class_name for part in parts)
        data = produce(parts, press)
        if is_list:
            count += _pages(pages_of_pdf(data))
        one_sided = count.pages == 1 or (press.one_sided and not is_list)
        yield Printed(name, data, classes, is_list, one_sided, count, len(files), notes)


def print_handout(school: School, look: Look) -> Iterator[Printed]:
    """The handout for everybody."""
    content = load_content(school.content_file)
    press = Press(content, [NOBODY], look, source=school.pictures)
    count, notes = _pages(press.handout_pages), tuple(map(str, (*content.notes, *press.warnings)))
    yield Printed(
        HANDOUT_FILE, press.handout(), (), is_list=False, one_sided=False, count=count, of=1, notes=notes
    )


def starter_list(ending: str) -> Iterator[bytes]:
    """A class list to fill in."""
    from handout.classlist import roster_template  # noqa: PLC0415 - seldom asked for

    yield roster_template(ending)


def corrected_list(source: ClassList) -> Iterator[bytes]:
    """The list with the corrections of the office, as a workbook."""
    from handout.classlist import corrected_list  # noqa: PLC0415 - seldom asked for

    path = Path(source.name)
    yield corrected_list(path, source.data, source.edits, skip_hidden=source.skip_hidden)


def check(
    school: School, source: ClassList, roster: Roster, name: str, pdf: bytes
) -> Iterator["float | Verdict"]:
    """Compare a printed set with the list as the office has corrected it."""
    from handout.checking import check_set  # noqa: PLC0415 - who prints does not wait for it

    content = load_content(school.content_file)
    yield from check_set(Path(name), roster, content, data=pdf, list_data=source.data, edits=source.edits)


def _press(school: School, jobs: Sequence[Job], choices: Choices) -> Press:
    content = load_content(school.content_file)
    return Press(content, people_of(jobs), choices.look, choices.order.layout, source=school.pictures)


def _jobs(roster: Roster, choices: Choices) -> list[Job]:
    order = choices.order_for(list(roster.classes))
    if order is None:
        flaw = Flaw("Nobody is ticked.", "Tick a class or a child.")
        raise UsageError(Problem(Place("Who"), flaw))
    return plan(roster.classes, order)


def _pages(pages: int) -> Count:
    """Pages on both sides of the paper."""
    return Count(pages=pages, sheets=-(-pages // 2))


def _count(job: Job, press: Press) -> Count:
    origins = [student.origin for student in job.students]
    pages = press.pages(job.people) if job.kind == "set" else 0
    sheets = pages if press.one_sided else -(-pages // 2)
    return Count(
        len(origins),
        origins.count("given"),
        origins.count("derived"),
        origins.count("blank"),
        sum(not student.name for student in job.students),
        job.spares if job.kind == "set" else 0,
        pages,
        sheets,
    )
