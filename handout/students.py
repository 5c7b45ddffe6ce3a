"""The rows of a class list → students: each with a username that is given, derived or left blank."""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from handout.errors import Problem
from handout.findings import Findings, row_faults
from handout.roster import Row, read_rows
from handout.usernames import Derivation, check_given, derive_username

DOMAIN = "students.edu.sg"

_LEVEL = re.compile(r"\s*(?:p|pri|primary)?\.?\s*([1-6])(?!\d)", re.IGNORECASE)


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


@dataclass(frozen=True, slots=True)
class Entry:
    """A student and the row it came from, for messages."""

    student: Student
    row: Row


def read_students(
    path: str | Path, *, domain: str = DOMAIN, derive: bool = True, data: bytes | None = None
) -> Roster:
    """Read a class list, CSV or XLSX; from `data` where its bytes are at hand, `path` being only its name then.

    A given username wins; else one is derived from the name where that is sure and `derive` is set.
    Problems of single rows are all in the roster: such a row is left out, or has a blank line where only
    its username is wrong. Raises RosterError where the file cannot be read as a class list.
    """
    path = Path(path)
    found = read_rows(path, data)
    findings = Findings(path.name)
    entries = without_conflicts(_entries(found.rows, domain, findings), findings)
    if derive:
        given = {check_given(row.username, domain).username for row in found.rows}
        entries = with_derived(entries, domain, given)
    entries = _in_register_order(entries)
    _note_usernames(entries, findings)
    _note_numbers(entries, findings)
    problems = sorted(findings.problems, key=lambda problem: (problem.sheet, problem.line or 0))
    students = tuple(entry.student for entry in entries)
    return Roster(path, students, tuple(problems), (*found.notes, *findings.notes))


def _entries(rows: Sequence[Row], domain: str, findings: Findings) -> list[Entry]:
    """The students of the rows that can be printed; an identical row counts once."""
    has_classes = any(row.class_name for row in rows)
    seen: dict[tuple[str, ...], int] = {}
    entries = []
    for row in rows:
        content = (row.class_name, row.register_number, row.name, row.username, row.fault)
        if content in seen:
            findings.note(row, f"This row is the same as row {seen[content]}: it is printed once.")
            continue
        seen[content] = row.line
        faults = list(row_faults(row, has_classes=has_classes))
        for what, remedy in faults:
            findings.problem(row, what, remedy)
        if not faults:
            entries.append(Entry(_student(row, domain, findings), row))
    return entries


def _student(row: Row, domain: str, findings: Findings) -> Student:
    given = check_given(row.username, domain)
    if given.fault:
        remedy = "Correct the cell, or empty it to leave the line blank."
        findings.problem(row, f"The username {given.fault}.", remedy)
    if given.apostrophe:
        findings.note(row, "The username has an apostrophe: check that it belongs there.")
    return Student(
        name=_one_spaced(row.name),
        class_name=_one_spaced(row.class_name),
        register_number=row.register_number,
        username=given.username,
        origin="given" if given.username else "blank",
        reason="the username in the list cannot be right" if given.fault else "",
        row=row.line,
    )


def _one_spaced(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())


def _in_register_order(entries: Sequence[Entry]) -> list[Entry]:
    """Class by class as in the list; in a class by number where all have one, else as in the list."""
    classes: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        classes[entry.student.class_name].append(entry)
    for members in classes.values():
        if all(entry.student.register_number.isdecimal() for entry in members):
            members.sort(key=lambda entry: int(entry.student.register_number))
    return [entry for members in classes.values() for entry in members]


def _note_usernames(entries: Sequence[Entry], findings: Findings) -> None:
    """What the office must know of usernames: class by class what is sure, child by child what is not."""
    derived: dict[str, list[str]] = defaultdict(list)
    for entry in entries:
        if entry.student.origin == "derived":
            derived[entry.student.class_name].append(entry.student.register_number or entry.student.name)
    capitals = Counter(
        entry.student.class_name
        for entry in entries
        if entry.student.origin == "given" and entry.row.username.strip() != entry.student.username
    )
    for name, members in derived.items():
        which = ", ".join(members)
        findings.note_class(name, f"{_usernames(len(members))} worked out from the name: check No. {which}.")
    for name, count in capitals.items():
        findings.note_class(
            name, f"{_usernames(count)} given with capital letters; printed in small letters."
        )
    for entry in entries:
        student = entry.student
        if student.origin == "blank":
            why = f": {student.reason}" if student.reason else ", as the list gives none"
            perhaps = f" Perhaps {student.suggestion}." if student.suggestion else ""
            findings.note(entry.row, f"The username line is blank{why}.{perhaps}")


def _usernames(count: int) -> str:
    return "1 username was" if count == 1 else f"{count} usernames were"


def _note_numbers(entries: Sequence[Entry], findings: Findings) -> None:
    seen: dict[tuple[str, str], Row] = {}
    for entry in entries:
        number = (entry.student.class_name, entry.student.register_number)
        if number[1] and number in seen:
            findings.note(entry.row, f"Row {seen[number].line} has the same register number.")
        seen.setdefault(number, entry.row)


def without_conflicts(entries: Sequence[Entry], findings: Findings) -> list[Entry]:
    """No username may be two children's: where one is, all of them are named and have a blank line."""
    owners: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        if entry.student.username:
            owners[entry.student.username].append(entry)
    shared = {username for username, members in owners.items() if len(members) > 1}
    for username in shared:
        for entry in owners[username]:
            others = ", ".join(_place(other.row) for other in owners[username] if other is not entry)
            what = f"The same username is also in {others}."
            findings.problem(entry.row, what, "Find out whose it is, and correct the others.")
    return [
        _left_blank(entry, "the list gives this username to more than one child")
        if entry.student.username in shared
        else entry
        for entry in entries
    ]


def with_derived(entries: Sequence[Entry], domain: str, given: AbstractSet[str]) -> list[Entry]:
    """Derive a username where the list gives none; where that is not sure, suggest it.

    `given` are all usernames of the list, also of rows that are not printed: none of them is derived.
    """
    derivations = {
        id(entry): derive_username(entry.student.name, domain)
        for entry in entries
        if not entry.student.username and not entry.student.reason
    }
    count = Counter(derivation.username for derivation in derivations.values())
    return [
        _with(entry, derivations[id(entry)], given, count) if id(entry) in derivations else entry
        for entry in entries
    ]


def _with(entry: Entry, derivation: Derivation, given: AbstractSet[str], count: Counter[str | None]) -> Entry:
    username, reason = derivation.username, derivation.reason
    if username is None:
        return _left_blank(entry, reason)
    if username in given:
        return _left_blank(entry, "the list gives the username of this name to another child")
    if count[username] > 1:
        return _left_blank(entry, "more than one name leads to the same username", username)
    if not derivation.sure:
        return _left_blank(entry, reason, username)
    return replace(entry, student=replace(entry.student, username=username, origin="derived"))


def _left_blank(entry: Entry, reason: str, suggestion: str = "") -> Entry:
    student = replace(entry.student, username="", origin="blank", reason=reason, suggestion=suggestion)
    return replace(entry, student=student)


def _place(row: Row) -> str:
    return f'sheet "{row.sheet}", row {row.line}' if row.sheet else f"row {row.line}"
