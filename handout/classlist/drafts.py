"""Students in the making, and what the office must know of them before their sheets are handed out."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from handout.classlist.findings import Findings
from handout.classlist.rows import Row


@dataclass(slots=True)
class Draft:
    """A student in the making, and the row it comes from.

    A draft that is not `printable` is kept till the end: its username, too, may be another child's.
    """

    row: Row
    name: str
    class_name: str
    username: str = ""
    origin: Literal["given", "derived", "blank"] = "blank"
    suggestion: str = ""
    reason: str = ""
    printable: bool = True

    def leave_blank(self, reason: str, suggestion: str = "") -> None:
        self.username, self.origin, self.reason, self.suggestion = "", "blank", reason, suggestion


def note_usernames(drafts: Sequence[Draft], findings: Findings) -> None:
    """What the office must know of usernames: class by class what is sure, child by child what is not."""
    derived: dict[str, list[str]] = defaultdict(list)
    capitals: Counter[str] = Counter()
    for draft in drafts:
        if draft.origin == "derived":
            number = draft.row.register_number
            derived[draft.class_name].append(f"No. {number}" if number else draft.name)
        elif draft.origin == "given" and draft.row.username.strip() != draft.username:
            capitals[draft.class_name] += 1
    for name, members in derived.items():
        which = ", ".join(members).replace(", No. ", ", ")
        findings.note_class(name, f"{_usernames(len(members))} worked out from the name: check {which}.")
    for name, count in capitals.items():
        findings.note_class(
            name, f"{_usernames(count)} given with capital letters; printed in small letters."
        )
    for draft in drafts:
        if draft.origin == "blank":
            why = f": {draft.reason}" if draft.reason else ", as the list gives none"
            perhaps = f" Perhaps {draft.suggestion}." if draft.suggestion else ""
            findings.note(draft.row, f"The username line is blank{why}.{perhaps}")


def _usernames(count: int) -> str:
    return "1 username was" if count == 1 else f"{count} usernames were"


def note_numbers(drafts: Sequence[Draft], findings: Findings) -> None:
    """Which children of a class have one register number between them."""
    seen: dict[tuple[str, str], Row] = {}
    for draft in drafts:
        number = (draft.class_name, draft.row.register_number)
        if number[1] and number in seen:
            place = place_of(seen[number])
            findings.note(draft.row, f"{place[0].upper()}{place[1:]} has the same register number.")
        seen.setdefault(number, draft.row)


def place_of(row: Row) -> str:
    """Where in the list a row stands, in words."""
    return f'worksheet "{row.sheet}", row {row.line}' if row.sheet else f"row {row.line}"
