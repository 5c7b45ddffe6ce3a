"""What is wrong, in the reader's words: flaws, problems with their place, and one error per exit code."""

from collections.abc import Iterable
from typing import NamedTuple


class Flaw(NamedTuple):
    """What is wrong or worth knowing, and how to fix it; each a sentence, the remedy may be empty.

    `near` are words next to it, to find the line in a long text.
    """

    what: str
    remedy: str = ""
    near: str = ""

    def __str__(self) -> str:
        return f"{self.what} {self.remedy}".rstrip()


class FlawError(ValueError):
    """All that is wrong with one thing, raised where its place is not known."""

    def __init__(self, *flaws: Flaw) -> None:
        super().__init__(" ".join(map(str, flaws)))
        self.flaws = flaws


class Place(NamedTuple):
    """Where something is: a file, an option or a command. Counted from 1.

    `line` is for content.yaml, which editors open by its lines. `row` is for class lists, `worksheet` for
    workbooks.
    """

    file: str
    line: int | None = None
    row: int | None = None
    worksheet: str = ""

    def __str__(self) -> str:
        if self.line:
            return f"{self.file}:{self.line}"
        worksheet = f', worksheet "{self.worksheet}"' if self.worksheet else ""
        row = f", row {self.row}" if self.row else ""
        return f"{self.file}{worksheet}{row}"


class Fix(NamedTuple):
    """The cell of a class list in which a problem can be fixed: its column, the field, and what may go in it.

    `column` is its letter; an empty `suggestion` is none.
    """

    column: str
    field: str
    suggestion: str = ""


class Problem(NamedTuple):
    """One thing to fix or to know, and its place; with a `fix` where one cell of that row is to be changed."""

    place: Place
    flaw: Flaw
    fix: Fix | None = None

    @property
    def what(self) -> str:
        return self.flaw.what

    @property
    def remedy(self) -> str:
        return self.flaw.remedy

    def __str__(self) -> str:
        return f"{self.place}: {self.flaw}"


class HandoutError(Exception):
    """What the user can fix; carries every problem found and the exit code of its kind."""

    exit_code = 1

    def __init__(self, problems: Problem | Iterable[Problem]) -> None:
        self.problems = (problems,) if isinstance(problems, Problem) else tuple(problems)
        super().__init__("\n".join(map(str, self.problems)))


class UsageError(HandoutError):
    exit_code = 2


class ContentError(HandoutError):
    exit_code = 3


class RosterError(HandoutError):
    exit_code = 4


class OutputError(HandoutError):
    exit_code = 5
