"""The rows of a class list → students: each with a username that is given, derived or left blank."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from pathlib import Path

from handout.classlist.drafts import Draft, note_numbers, note_usernames, place_of
from handout.classlist.findings import Findings, Lacking, one_spaced, row_faults
from handout.classlist.rows import Row, read_rows
from handout.classlist.usernames import check_given, derive_username
from handout.errors import Flaw
from handout.model import NO_ANSWERS, NO_EDITS, Answers, Derive, Edits, Roster, Student

DOMAIN = "students.edu.sg"
MOST_PLACES = 5  # rows that one message names


def read_students(
    path: str | Path,
    lacking: Lacking,
    *,
    domain: str = DOMAIN,
    derive: Derive = "auto",
    skip_hidden: bool = False,  # noqa: ARG001
    answers: Answers = NO_ANSWERS,  # noqa: ARG001
    edits: Edits = NO_EDITS,  # noqa: ARG001
    data: bytes | None = None,
) -> Roster:
    """Read a class list, CSV or XLSX; from `data` where its bytes are at hand, `path` being only its name then.

    `lacking` returns the letters of a text that no typeface has. A given username wins; else one is derived from the name where that is sure and `derive` is not "never".
    Problems of single rows are all in the roster: such a row is left out, or has a blank line where only
    its username is wrong. Raises RosterError where the file cannot be read as a class list.
    """
    path = Path(path)
    found = read_rows(path, data)
    findings = Findings(path.name)
    drafts = _drafts(found.rows, domain, findings, lacking)
    given = {draft.username for draft in drafts}
    _settle_conflicts(drafts, findings)
    if derive != "never":
        _derive(drafts, domain, given)
    drafts = _in_register_order(draft for draft in drafts if draft.printable)
    note_usernames(drafts, findings)
    note_numbers(drafts, findings)
    order = {(row.sheet, row.line): place for place, row in enumerate(found.rows)}
    problems = sorted(
        findings.problems, key=lambda problem: order[problem.place.worksheet, problem.place.row or 0]
    )
    students = tuple(map(_student, drafts))
    return Roster(path, students, tuple(problems), (*found.notes, *findings.notes))


def _drafts(rows: Sequence[Row], domain: str, findings: Findings, lacking: Lacking) -> list[Draft]:
    """The rows with the usernames that the list gives them; an identical row counts once."""
    has_classes = any(row.class_name for row in rows)
    seen: dict[tuple[str, ...], Row] = {}
    drafts = []
    for row in (_with_username(row, domain) for row in rows):
        given = check_given(row.username, domain)
        faults = list(row_faults(row, has_classes=has_classes, lacking=lacking))
        draft = Draft(row, one_spaced(row.name), one_spaced(row.class_name), printable=not faults)
        content = (draft.class_name, row.register_number, draft.name, given.username or row.username)
        if draft.printable and content in seen:
            same = f"This row is the same as {place_of(seen[content])}: it is printed once."
            findings.note(row, f"{same} Two children need two register numbers.")
            continue
        if draft.printable:
            seen[content] = row
        for flaw in faults:
            findings.problem(row, flaw)
        if given.username:
            draft.username, draft.origin = given.username, "given"
        elif given.fault and draft.printable:
            remedy = "Correct the cell, or empty it to leave the line blank."
            findings.problem(row, Flaw(f"The username {given.fault}.", remedy))
            draft.reason = "the username in the list cannot be right"
        if given.apostrophe:
            findings.note(row, "The username has an apostrophe: check that it belongs there.")
        drafts.append(draft)
    return drafts


def _with_username(row: Row, domain: str) -> Row:
    """The row with a well-formed username of its other columns where its own is empty."""
    if row.username:
        return row
    # The other columns may hold a parent's address as well, which is nobody's username.
    fitting = (text for text in row.other_usernames if check_given(text, domain).username)
    return replace(row, username=next(fitting, ""))


def _settle_conflicts(drafts: Sequence[Draft], findings: Findings) -> None:
    """No username may be two children's: where one is, all of them are named and have a blank line."""
    owners: dict[str, list[Draft]] = defaultdict(list)
    for draft in drafts:
        if draft.username:
            owners[draft.username].append(draft)
    for members in owners.values():
        if len(members) == 1:
            continue
        for draft in members:
            what = f"The same username is also in {_others(draft, members)}."
            findings.problem(draft.row, Flaw(what, "Find out whose it is, and correct the others."))
            draft.leave_blank("the list gives this username to more than one child")


def _others(draft: Draft, members: Sequence[Draft]) -> str:
    """Where else a username stands; one that was filled down a whole column is not told row by row."""
    places = [place_of(other.row) for other in members[: MOST_PLACES + 1] if other is not draft][:MOST_PLACES]
    more = len(members) - 1 - len(places)
    return ", ".join(places) + (f" and {more} more" if more else "")


def _derive(drafts: Sequence[Draft], domain: str, given: AbstractSet[str]) -> None:
    """Derive a username where the list gives none; where that is not sure, suggest it.

    `given` are all usernames of the list, also of rows that are not printed: none of them is derived. Nor is
    one sure that the name of any other row leads to, whatever that row gives: namesakes get numbers.
    """
    waiting = [draft.printable and not draft.username and not draft.reason for draft in drafts]
    if not any(waiting):
        return
    derivations = [derive_username(draft.name, domain) for draft in drafts]
    namesakes = Counter(derivation.username for derivation in derivations)
    for draft, derivation, waits in zip(drafts, derivations, waiting, strict=True):
        if not waits:
            continue
        username = derivation.username
        if username is None:
            draft.leave_blank(derivation.reason)
        elif username in given:
            draft.leave_blank("the list gives the username of this name to another child")
        elif namesakes[username] > 1:
            draft.leave_blank("more than one name leads to the same username", username)
        elif not derivation.sure:
            draft.leave_blank(derivation.reason, username)
        else:
            draft.username, draft.origin = username, "derived"


def _in_register_order(drafts: Iterable[Draft]) -> list[Draft]:
    """Class by class as in the list; in a class by number where all have one, else as in the list."""
    classes: dict[str, list[Draft]] = defaultdict(list)
    for draft in drafts:
        classes[draft.class_name].append(draft)
    for members in classes.values():
        if all(draft.row.register_number.isdecimal() for draft in members):
            members.sort(key=lambda draft: int(draft.row.register_number))
    return [draft for members in classes.values() for draft in members]


def _student(draft: Draft) -> Student:
    row = draft.row
    return Student(
        draft.name, draft.class_name, row.register_number, draft.username,
        draft.origin, draft.suggestion, draft.reason, row.line,
    )  # fmt: skip
