"""Students in the making: what the rows of a list give."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from handout.classlist.rows import Row
from handout.model import number_and_name


@dataclass(slots=True)
class Draft:
    """A student in the making, and the row it comes from. `suggestions` are usernames nobody can be sure of.

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


def without_number(drafts: Sequence[Draft]) -> list[Draft]:
    """The few of a class that have no register number where nearly all others have one."""
    classes: dict[str, list[Draft]] = defaultdict(list)
    for draft in drafts:
        classes[draft.class_name].append(draft)
    found: list[Draft] = []
    for members in classes.values():
        lacking = [draft for draft in members if not draft.row.register_number.isdigit()]
        if len(lacking) * 4 <= len(members):
            found += lacking
    return found
