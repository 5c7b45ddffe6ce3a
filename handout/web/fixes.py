"""What can be fixed in a list, as the page shows it: problems beside their rows, and usernames that are suggested."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from handout.model import FIELDS, Field, Roster, Student, Survey
from handout.web.open_list import RowAt

LABELS: Mapping[Field, str] = {
    "name": "Name",
    "number": "Register number",
    "class": "Class",
    "username": "MIMS username",
}


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell to type into. `key` is how the form sends it; `value` is empty where it must not be shown."""

    key: str
    label: str
    value: str


@dataclass(frozen=True, slots=True)
class Fix:
    """A problem, and the cells of its row where it has one."""

    words: str
    cells: tuple[Cell, ...] = ()
    key: str = ""  # of the row


@dataclass(frozen=True, slots=True)
class Suggested:
    """A child whose username line is blank, and what it could say: often one reading of the name, of BIN two."""

    key: str
    student: Student

    @property
    def readings(self) -> tuple[str, ...]:
        return tuple(self.student.suggestion.split(" or "))


@dataclass(frozen=True, slots=True)
class Fixes:
    problems: tuple[Fix, ...]
    suggested: Mapping[str, Sequence[Suggested]]  # by the reason why nobody can be sure
    count: int  # of those suggested


def fixes_of(roster: Roster, settled: AbstractSet[RowAt]) -> Fixes:
    """What the office can fix on the page."""
    worksheets = {survey.worksheet: number for number, survey in enumerate(roster.surveys)}
    children = {(student.worksheet, student.row): student for student in roster.students}
    questions = {question.problem for question in roster.questions}
    problems = []
    for problem in roster.problems:
        if problem in questions:
            continue
        at = (problem.place.worksheet, problem.place.row or 0)
        number = worksheets.get(at[0])
        if number is None or not at[1]:
            problems.append(Fix(str(problem)))
            continue
        cells = _cells(roster.surveys[number], number, at[1], children.get(at))
        problems.append(Fix(str(problem), cells, f"{number}:{at[1]}"))
    suggested: dict[str, list[Suggested]] = {}
    for student in roster.students:
        at = (student.worksheet, student.row)
        if student.suggestion and student.origin == "blank" and at not in settled:
            key = f"{worksheets.get(student.worksheet, 0)}:{student.row}"
            suggested.setdefault(student.reason, []).append(Suggested(key, student))
    return Fixes(tuple(problems), suggested, sum(map(len, suggested.values())))


def _cells(survey: Survey, number: int, row: int, student: Student | None) -> tuple[Cell, ...]:
    """The cells of a row that are read. Of a row that may have moved none is shown."""
    values = {"name": "", "number": "", "class": "", "username": ""}
    if student:
        values |= {"name": student.listed_name, "number": student.register_number}
        values |= {"class": student.class_name, "username": student.username}
    cells = []
    for field in FIELDS:
        columns = [column for column in survey.columns if column.field == field]
        for column in columns:
            alone = len(columns) == 1  # a name in two columns is not to be taken apart
            label, value = (LABELS[field], values[field]) if alone else (column.heading, "")
            cells.append(Cell(f"{number}:{row}:{column.letter}", label, value))
    return tuple(cells)
