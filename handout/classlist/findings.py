"""What the office must know of a list: its problems, and notes on its children."""

from collections import defaultdict
from collections.abc import Sequence

from handout.classlist.candidates import Candidate, without_number
from handout.classlist.rows import Row
from handout.errors import Fix, Flaw, Place, Problem
from handout.model import Field


class Findings:
    """Collects the problems and notes of one list: one line for each row with a problem."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._problems: dict[tuple[str, int], Problem] = {}
        self.notes: list[Problem] = []

    @property
    def problems(self) -> list[Problem]:
        return list(self._problems.values())

    def has_problem(self, row: Row) -> bool:
        return (row.worksheet, row.number) in self._problems

    def fault(self, row: Row) -> None:
        """A row of which only its number may be shown."""
        if row.fault:
            self._add(row, row.fault, row.wrong, "")

    def problem(
        self, candidate: Candidate, what: str, remedy: str, wrong: Field | None = None, suggestion: str = ""
    ) -> None:
        self._add(candidate.row, Flaw(f"{candidate.shown}: {what}", remedy), wrong, suggestion)

    def mixed_up(self, candidate: Candidate, what: str, remedy: str) -> None:
        """A row that may have cells of another: only its number is shown."""
        self._add(candidate.row, Flaw(what, remedy), "username", "")

    def _add(self, row: Row, flaw: Flaw, wrong: Field | None, suggestion: str) -> None:
        problem = Problem(self._place(row), flaw, _fix(row, wrong, suggestion))
        self._problems.setdefault((row.worksheet, row.number), problem)

    def note(self, candidate: Candidate, what: str, wrong: Field | None = None, suggestion: str = "") -> None:
        flaw = Flaw(f"{candidate.shown}: {what}")
        self.notes.append(Problem(self._place(candidate.row), flaw, _fix(candidate.row, wrong, suggestion)))

    def note_class(self, class_name: str, what: str) -> None:
        where = f"Class {class_name}: " if class_name else ""
        self.notes.append(Problem(Place(self._file), Flaw(f"{where}{what}")))

    def _place(self, row: Row) -> Place:
        return Place(self._file, row=row.number, worksheet=row.worksheet)


def _fix(row: Row, wrong: Field | None, suggestion: str) -> Fix | None:
    if wrong is None or wrong not in row.letters:
        return None
    return Fix(row.letters[wrong], wrong, suggestion)


def place_of(row: Row) -> str:
    """Where in the list a row is, in words."""
    return f'worksheet "{row.worksheet}", row {row.number}' if row.worksheet else f"row {row.number}"


def begun_with_capital(place: str) -> str:
    return place[:1].upper() + place[1:]


def note_usernames(candidates: Sequence[Candidate], findings: Findings) -> None:
    """What the office must know of usernames: class by class what is sure, child by child what is not."""
    derived: dict[str, list[Candidate]] = defaultdict(list)
    capitals: dict[str, int] = defaultdict(int)
    for candidate in candidates:
        if candidate.origin == "derived":
            derived[candidate.class_name].append(candidate)
        elif candidate.origin == "given" and candidate.row.username != candidate.row.username.lower():
            capitals[candidate.class_name] += 1
    for name, members in derived.items():
        findings.note_class(
            name, f"{_usernames(len(members))} worked out from the name: check {_which(members)}."
        )
    for name, count in capitals.items():
        findings.note_class(
            name, f"{_usernames(count)} given with capital letters; printed in small letters."
        )
    for candidate in candidates:
        if candidate.origin == "blank" and not findings.has_problem(candidate.row):
            why = f": {candidate.reason}" if candidate.reason else ", as the list gives none"
            perhaps = f" Perhaps {' or '.join(candidate.suggestions)}." if candidate.suggestions else ""
            only = candidate.suggestions[0] if len(candidate.suggestions) == 1 else ""
            findings.note(candidate, f"The username line is blank{why}.{perhaps}", "username", only)


def _which(candidates: Sequence[Candidate]) -> str:
    """The register numbers, then the names of those without one: "No. 2, 5, TAN MEI"."""
    numbers = [candidate.row.register_number for candidate in candidates if candidate.row.register_number]
    names = [candidate.name for candidate in candidates if not candidate.row.register_number]
    return ", ".join([f"No. {', '.join(numbers)}", *names] if numbers else names)


def _usernames(count: int) -> str:
    return "1 username was" if count == 1 else f"{count} usernames were"


def note_numbers(candidates: Sequence[Candidate], findings: Findings) -> None:
    """Which children of a class have one register number between them, and who alone has none."""
    seen: dict[tuple[str, str], Row] = {}
    for candidate in candidates:
        number = (candidate.class_name, candidate.row.register_number)
        if number[1] and number in seen:
            place = begun_with_capital(place_of(seen[number]))
            findings.note(candidate, f"{place} has the same register number.", "number")
        seen.setdefault(number, candidate.row)
    for candidate in without_number(candidates):
        findings.note(
            candidate, "This row has no register number, though all others of the class have one.", "number"
        )
