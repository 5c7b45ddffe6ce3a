"""What the office must know of a list: its problems, and notes on its children."""

from collections import defaultdict
from collections.abc import Sequence

from handout.classlist.drafts import Draft, without_number
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
        self, draft: Draft, what: str, remedy: str, wrong: Field | None = None, suggestion: str = ""
    ) -> None:
        self._add(draft.row, Flaw(f"{draft.shown}: {what}", remedy), wrong, suggestion)

    def mixed_up(self, draft: Draft, what: str, remedy: str) -> None:
        """A row that may have cells of another: only its number is shown."""
        self._add(draft.row, Flaw(what, remedy), "username", "")

    def _add(self, row: Row, flaw: Flaw, wrong: Field | None, suggestion: str) -> None:
        problem = Problem(self._place(row), flaw, _fix(row, wrong, suggestion))
        self._problems.setdefault((row.worksheet, row.number), problem)

    def note(self, draft: Draft, what: str, wrong: Field | None = None, suggestion: str = "") -> None:
        flaw = Flaw(f"{draft.shown}: {what}")
        self.notes.append(Problem(self._place(draft.row), flaw, _fix(draft.row, wrong, suggestion)))

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


def note_usernames(drafts: Sequence[Draft], findings: Findings) -> None:
    """What the office must know of usernames: class by class what is sure, child by child what is not."""
    derived: dict[str, list[Draft]] = defaultdict(list)
    capitals: dict[str, int] = defaultdict(int)
    for draft in drafts:
        if draft.origin == "derived":
            derived[draft.class_name].append(draft)
        elif draft.origin == "given" and draft.row.username != draft.row.username.lower():
            capitals[draft.class_name] += 1
    for name, members in derived.items():
        findings.note_class(
            name, f"{_usernames(len(members))} worked out from the name: check {_which(members)}."
        )
    for name, count in capitals.items():
        findings.note_class(
            name, f"{_usernames(count)} given with capital letters; printed in small letters."
        )
    for draft in drafts:
        if draft.origin == "blank" and not findings.has_problem(draft.row):
            why = f": {draft.reason}" if draft.reason else ", as the list gives none"
            perhaps = f" Perhaps {' or '.join(draft.suggestions)}." if draft.suggestions else ""
            only = draft.suggestions[0] if len(draft.suggestions) == 1 else ""
            findings.note(draft, f"The username line is blank{why}.{perhaps}", "username", only)


def _which(drafts: Sequence[Draft]) -> str:
    """The register numbers, then the names of those without one: "No. 2, 5, TAN MEI"."""
    numbers = [draft.row.register_number for draft in drafts if draft.row.register_number]
    names = [draft.name for draft in drafts if not draft.row.register_number]
    return ", ".join([f"No. {', '.join(numbers)}", *names] if numbers else names)


def _usernames(count: int) -> str:
    return "1 username was" if count == 1 else f"{count} usernames were"


def note_numbers(drafts: Sequence[Draft], findings: Findings) -> None:
    """Which children of a class have one register number between them, and who alone has none."""
    seen: dict[tuple[str, str], Row] = {}
    for draft in drafts:
        number = (draft.class_name, draft.row.register_number)
        if number[1] and number in seen:
            place = begun_with_capital(place_of(seen[number]))
            findings.note(draft, f"{place} has the same register number.", "number")
        seen.setdefault(number, draft.row)
    for draft in without_number(drafts):
        findings.note(
            draft, "This row has no register number, though all others of the class have one.", "number"
        )
