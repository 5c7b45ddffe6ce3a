"""What can be fixed in a list, as the page shows it: problems beside their rows, and usernames that are suggested."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from handout.errors import Problem
from handout.model import FIELDS, NO_EDITS, Edits, Roster, Student, Survey
from handout.web.keys import RowAt
from handout.web.told import LABELS, Note, at_row, corrections, note_of


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell to type into. `key` is how the form sends it; `value` is empty where it must not be shown.

    `suggestion` is what it was probably meant to say.
    """

    key: str
    label: str
    value: str
    suggestion: str = ""


@dataclass(frozen=True, slots=True)
class Fix:
    """A problem, and where it has a row the cells of it: those to change, and the others.

    `short` says what is wrong and in which row, `words` how to fix it as well. Nothing of a row that was not read is
    shown. `may_be_blank`: an empty username line is an answer too.
    """

    words: str
    short: str
    cells: tuple[Cell, ...] = ()
    others: tuple[Cell, ...] = ()
    key: str = ""  # of the row
    is_read: bool = True
    may_be_blank: bool = True


@dataclass(frozen=True, slots=True)
class Suggested:
    """A child whose username line is blank, and what it could say: usually one reading of the name, two where BIN is in it."""

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
    notes: Sequence[Note]  # on the list, without those that only repeat a suggestion
    corrected: Sequence[str]  # what the office has corrected, row by row


NO_FIXES = Fixes((), {}, 0, (), ())


def fixes_of(roster: Roster, settled: AbstractSet[RowAt], edits: Edits = NO_EDITS) -> Fixes:
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
            problems.append(Fix(str(problem), str(problem)))
            continue
        problems.append(_fix(problem, roster, number, children.get(at)))
    suggested: dict[str, list[Suggested]] = {}
    repeated = {}
    for student in roster.students:
        at = (student.worksheet, student.row)
        if student.suggestion and student.origin == "blank" and at not in settled:
            key = f"{worksheets.get(student.worksheet, 0)}:{student.row}"
            suggested.setdefault(student.reason, []).append(Suggested(key, student))
            repeated[at] = student.suggestion
    notes = [note_of(note, roster) for note in roster.notes if not _repeats(note, repeated)]
    return Fixes(tuple(problems), suggested, len(repeated), notes, corrections(roster, edits))


def _repeats(note: Problem, suggestions: Mapping[RowAt, str]) -> bool:
    """Whether a note only suggests a username: the page has a button for it."""
    suggestion = suggestions.get((note.place.worksheet, note.place.row or 0))
    return suggestion is not None and note.what.endswith(f"Perhaps {suggestion}.")


def _fix(problem: Problem, roster: Roster, number: int, student: Student | None) -> Fix:
    """The wrong cell comes first, where the problem knows it; else all cells of the row do."""
    key = f"{number}:{problem.place.row}"
    cells = _cells(roster.surveys[number], key, student)
    wrong = problem.fix
    known = f"{key}:{wrong.column}" if wrong else ""
    first = tuple(replace(cell, suggestion=wrong.suggestion) for cell in cells if wrong and cell.key == known)
    others = tuple(cell for cell in cells if cell.key != known) if first else ()
    short = f"{at_row(problem.place, roster)}: {problem.what}"
    words = f"{short} {problem.remedy}".rstrip()
    is_read = student is not None
    may_be_blank = is_read or not wrong or wrong.field == "username"
    return Fix(words, short, first or cells, others, key, is_read, may_be_blank)


def _cells(survey: Survey, row: str, student: Student | None) -> tuple[Cell, ...]:
    """The cells of a row that are read; none of a row that may have moved."""
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
            cells.append(Cell(f"{row}:{column.letter}", label, value))
    return tuple(cells)
