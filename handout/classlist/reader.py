"""A class list → students: each with a username that is given, derived or left blank."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from handout.classlist.candidates import Candidate
from handout.classlist.findings import Findings, note_numbers, note_usernames, place_of
from handout.classlist.holdings import class_key, may_be_secret
from handout.classlist.leaving import note_leaving
from handout.classlist.letters import Lacking, may_be_added, one_spaced
from handout.classlist.list_checks import drop_repeated, settle_conflicts
from handout.classlist.listing import Listing, all_rows, read_listing
from handout.classlist.mixed_up import cross_check
from handout.classlist.resemblance import shares_a_word, words_of_name
from handout.classlist.row_checks import check_rows
from handout.classlist.rows import Row
from handout.classlist.surveys import survey
from handout.classlist.usernames import GivenUsername, check_given, folded, repaired
from handout.classlist.working_out import work_out
from handout.errors import Problem
from handout.model import Answers, Derive, Edits, Roster, Student, Survey
from handout.spreadsheets import unreadable

_HOW_TO_PRINT = (
    "The person who set up this program can add typefaces for Chinese, Japanese, Korean and Tamil."
)


def read_students(
    path: str | Path,
    lacking: Lacking,
    *,
    domain: str,
    derive: Derive,
    skip_hidden: bool,
    answers: Answers,
    edits: Edits,
    data: bytes | None,
) -> Roster:
    """Read a class list from its file, or from the bytes in `data`; `path` is only its name then.

    `lacking` returns the letters of a text that no typeface has. `answers` are to the questions of the
    roster, `edits` correct single cells. Problems of single rows are all in the roster: such a row is left
    out, or has a blank line where only its username is wrong. Raises RosterError where the file cannot be
    read as a class list.
    """
    path = Path(path)
    listing = read_listing(path, data, domain, answers, edits, skip_hidden=skip_hidden)
    tables = [(source, check_rows(source, rows, domain, lacking)) for source, rows in listing.tables]
    if listing.questions:
        surveys = tuple(survey(listing.grids, tables, domain, frozenset()))
        return _asking(listing, surveys, answers)
    rows = all_rows(tables)
    if not rows:
        raise unreadable(path, "There is no child in this list.", "Add a row for each child.")
    findings = Findings(path.name)
    candidates = _checked(rows, domain, findings, add_domain=answers.add_domain)
    taken = _taken(listing, domain)
    work_out(candidates, domain, taken, derive, gives_any=bool(taken) or any(row.username for row in rows))
    candidates = _in_register_order(candidate for candidate in candidates if candidate.is_printable)
    note_leaving(listing.tables, candidates, findings)
    note_usernames(candidates, findings)
    note_numbers(candidates, findings)
    students = tuple(_student(candidate, lacking, findings) for candidate in candidates)
    if not any(candidate.class_name for candidate in candidates):
        findings.note_class("", "No class is in this list: the line of the class is left out.")
    notes = [*listing.notes, *_seen_rows(listing, candidates), *findings.notes]
    problems = _in_order(findings.problems, rows)
    wrong = {(problem.place.worksheet, problem.place.row or 0) for problem in problems}
    surveys = tuple(survey(listing.grids, tables, domain, wrong))
    return Roster(path, students, problems, tuple(notes), (), surveys, answers)


def _asking(listing: Listing, surveys: tuple[Survey, ...], answers: Answers) -> Roster:
    """The roster of a list with open questions; one answer is for all worksheets with the same headings."""
    by_words = {question.flaw: question.problem for question in reversed(listing.questions)}
    problems, questions = tuple(reversed(by_words.values())), tuple(listing.questions)
    return Roster(listing.path, (), problems, tuple(listing.notes), questions, surveys, answers)


def _checked(rows: Sequence[Row], domain: str, findings: Findings, *, add_domain: bool) -> list[Candidate]:
    """Each child once, with the username that is given, and the list checked against itself."""
    candidates = drop_repeated(_candidates(rows, domain, findings, add_domain=add_domain), findings)
    faulted = [
        (username, place_of(row))
        for row in rows
        if row.fault
        for username in _usernames_in(row.cells, domain)
    ]
    settle_conflicts(candidates, faulted, findings)
    cross_check(candidates, faulted, domain, findings)
    return candidates


def _candidates(rows: Sequence[Row], domain: str, findings: Findings, *, add_domain: bool) -> list[Candidate]:
    """The rows that can be printed, with the usernames that the list gives them; 3A, 3a and 3 A are one class."""
    spellings: dict[str, Counter[str]] = defaultdict(Counter)
    counts = Counter(row.class_name for row in rows)
    for name, count in counts.items():
        spellings[class_key(name)][one_spaced(name)] += count
    usual = {name: spellings[class_key(name)].most_common(1)[0][0] for name in counts}
    candidates = []
    for row in rows:
        if row.fault:
            findings.fault(row)
            continue
        candidate = Candidate(row, one_spaced(row.name), usual[row.class_name])
        _give(candidate, domain, findings, add_domain=add_domain)
        candidates.append(candidate)
    return candidates


def _give(candidate: Candidate, domain: str, findings: Findings, *, add_domain: bool) -> None:
    """The username that the list gives a child: of its own column, else a well-formed one of another."""
    row = candidate.row
    is_bare = add_domain and bool(row.username) and "@" not in row.username
    given = check_given(f"{row.username}@{domain}" if is_bare else row.username, domain)
    if is_bare and may_be_secret(row.username) and not shares_a_word(row.username, words_of_name(row.name)):
        given = GivenUsername(fault="looks like a password")
    others = [username for other in row.other_usernames if (username := check_given(other, domain).username)]
    if not row.username and others:
        given = check_given(others[0], domain)
    if given.fault:
        remedy = "Correct the cell, or empty it to leave the line blank."
        findings.problem(
            candidate, f"The username {given.fault}.", remedy, "username", repaired(row.username, domain)
        )
        candidate.leave_blank("the username in the list cannot be right")
    elif others and any(folded(other) != folded(given.username) for other in others):
        what = "Two columns give this child different usernames."
        findings.problem(candidate, what, "Find out which is right, and empty the other.", "username")
        candidate.leave_blank("two columns of the list give different usernames")
    elif given.username:
        candidate.username, candidate.origin = given.username, "given"
    if given.apostrophe:
        findings.note(candidate, "The username has an apostrophe: check that it belongs there.", "username")


def _taken(listing: Listing, domain: str) -> set[str]:
    """Every well-formed username anywhere in the file."""
    cells = (cells for grid in listing.grids.tables for _, cells in grid.rows)
    return {folded(username) for row in cells for username in _usernames_in(row, domain)}


def _usernames_in(cells: Iterable[str], domain: str) -> Iterator[str]:
    for cell in cells:
        if "@" in cell:
            for word in cell.split():
                if username := check_given(word.strip(",;<>()\"'"), domain).username:
                    yield username


def _in_register_order(candidates: Iterable[Candidate]) -> list[Candidate]:
    """Class by class as in the list; in a class by number where all have one, else as in the list."""
    classes: dict[str, list[Candidate]] = defaultdict(list)
    for candidate in candidates:
        classes[candidate.class_name].append(candidate)
    for members in classes.values():
        if all(candidate.row.register_number.isdecimal() for candidate in members):
            members.sort(key=lambda candidate: int(candidate.row.register_number))
    return [candidate for members in classes.values() for candidate in members]


def _in_order(problems: Iterable[Problem], rows: Sequence[Row]) -> tuple[Problem, ...]:
    """The problems in the order of the list."""
    order = {(row.worksheet, row.number): place for place, row in enumerate(rows)}
    return tuple(sorted(problems, key=lambda problem: order[problem.place.worksheet, problem.place.row or 0]))


def _seen_rows(listing: Listing, candidates: Sequence[Candidate]) -> Iterator[Problem]:
    """Children in rows that are hidden or struck through."""
    printed = {(candidate.row.worksheet, candidate.row.number) for candidate in candidates}
    for source, rows in listing.tables:
        own = [row.number for row in rows if (row.worksheet, row.number) in printed]
        hidden = [number for number in own if number in source.grid.hidden_rows]
        if hidden:
            what = "This row is hidden, but it has a page."
            if len(hidden) > 1:
                what = f"{len(hidden)} hidden rows have a page, of which this is the first."
            yield source.note(hidden[0], what, "--skip-hidden leaves hidden rows out.")
        for number in own:
            if any((number, place) in source.grid.struck for place in source.columns.name):
                what = "This row is struck through, but it has a page: has the child left?"
                yield source.note(number, what)


def _student(candidate: Candidate, lacking: Lacking, findings: Findings) -> Student:
    row = candidate.row
    missing = lacking(candidate.name)
    if missing:
        them = ", ".join(missing)
        what = f"The name line is blank, to be written by hand: {them} cannot be printed."
        findings.note(candidate, f"{what} {_HOW_TO_PRINT}" if may_be_added(missing) else what)
    return Student(
        "" if missing else candidate.name,
        candidate.class_name,
        row.register_number,
        candidate.username,
        candidate.origin,
        " or ".join(candidate.suggestions),
        candidate.reason,
        row.number,
        row.worksheet,
        candidate.name if missing else "",
    )
