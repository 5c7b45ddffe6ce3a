"""What the page tells of a list besides its problems: where something is, notes, and what was corrected."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from handout.errors import Place, Problem
from handout.model import WHOLE_ROW, Edits, Field, Roster, Survey

LABELS: Mapping[Field, str] = {
    "name": "Name",
    "number": "Register number",
    "class": "Class",
    "username": "MIMS username",
}
_LEFT = re.compile("child (has )?left")
_COMMAND = "--"  # how an answer on the command line begins


@dataclass(frozen=True, slots=True)
class Note:
    """What is worth knowing: of a row, of the list, or of its hidden rows.

    `key` is the row of a child who may have left the school: the page offers to leave it out.
    """

    words: str
    of_row: bool
    of_hidden: bool = False
    key: str = ""


def at_row(place: Place, roster: Roster) -> str:
    """Where it is, without what all rows of the list share: its file, and a worksheet that has no other beside it."""
    where = place._replace(file="", worksheet=place.worksheet if len(roster.surveys) > 1 else "")
    words = str(where).removeprefix(", ")
    return words[:1].upper() + words[1:]


def note_of(problem: Problem, roster: Roster) -> Note:
    where = at_row(problem.place, roster)
    of_hidden = problem.remedy.startswith(_COMMAND)
    words = problem.what if of_hidden else str(problem.flaw)
    worksheets = [survey.worksheet for survey in roster.surveys]
    row = f"{worksheets.index(problem.place.worksheet)}:{problem.place.row}" if problem.place.row else ""
    key = row if _LEFT.search(problem.what) else ""
    return Note(f"{where}: {words}" if where else words, bool(problem.place.row), of_hidden, key)


def corrections(roster: Roster, edits: Edits) -> Sequence[str]:
    """What the office has said of each row, in the order of the list. Of columns that are not read nothing is told."""
    rows: dict[tuple[str, int], dict[str, str]] = defaultdict(dict)
    for (worksheet, row, letter), text in edits.items():
        rows[worksheet, row][letter] = text
    surveys = {survey.worksheet: (number, survey) for number, survey in enumerate(roster.surveys)}
    return [
        f"{at_row(Place('', row=row, worksheet=worksheet), roster)}: {words}"
        for (worksheet, row), cells in sorted(
            rows.items(), key=lambda item: (surveys[item[0][0]][0], item[0][1])
        )
        if (words := ", ".join(_said(surveys[worksheet][1], cells)))
    ]


def _said(survey: Survey, cells: dict[str, str]) -> Iterator[str]:
    if WHOLE_ROW in cells:
        yield "left out"
        return
    for column in survey.columns:
        if column.field and column.letter in cells and column.heading != cells[column.letter]:
            yield f"{LABELS[column.field]} {cells[column.letter] or 'blank'}"
