"""What went wrong, in the reader's words: `Problem`, and one error per exit code."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to mend or to know: where it is, what it is, how to mend it.

    `line` counts from 1. `sheet` is the worksheet of a workbook, whose lines are rows.
    """

    file: str
    line: int | None
    what: str
    remedy: str = ""
    sheet: str = ""

    @property
    def place(self) -> str:
        if self.sheet:
            row = f", row {self.line}" if self.line else ""
            return f'{self.file}, sheet "{self.sheet}"{row}'
        return f"{self.file}:{self.line}" if self.line else self.file

    def __str__(self) -> str:
        return f"{self.place}: {self.what} {self.remedy}".rstrip()


class HandoutError(Exception):
    """What the user can mend; carries every problem found and the exit code of its kind."""

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
