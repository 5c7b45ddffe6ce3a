"""What the rows of a list give, until the list is checked: who may become a student."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from handout.classlist.rows import Row
from handout.model import number_and_name


@dataclass(slots=True)
class Candidate:
    """Who may become a student, and the row it comes from. `suggestions` are usernames nobody can be sure of.

    A row that may be mixed up with another is not printable; its username is nobody else's all the same.
    """

    row: Row
    name: str
    class_name: str
    username: str = ""
    origin: Literal["given", "derived", "blank"] = "blank"
    suggestions: tuple[str, ...] = ()
    reason: str = ""
    is_printable: bool = True

    def leave_blank(self, reason: str, suggestions: Sequence[str] = ()) -> None:
        self.username, self.origin = "", "blank"
        self.reason, self.suggestions = reason, tuple(suggestions)

    @property
    def shown(self) -> str:
        """Register number and name, for messages."""
        return number_and_name(self.row.register_number, self.name)


def without_number(candidates: Sequence[Candidate]) -> list[Candidate]:
    """The few of a class that have no register number where nearly all others have one."""
    classes: dict[str, list[Candidate]] = defaultdict(list)
    for candidate in candidates:
        classes[candidate.class_name].append(candidate)
    found: list[Candidate] = []
    for members in classes.values():
        lacking = [candidate for candidate in members if not candidate.row.register_number.isdigit()]
        if len(lacking) * 4 <= len(members):
            found += lacking
    return found
