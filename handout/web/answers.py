"""The forms of a list → answers and edits in the words of the class list."""

from collections import defaultdict
from collections.abc import Iterator

from starlette.datastructures import FormData

from handout.model import (
    FIELDS,
    JOINED,
    NO_COLUMN,
    WHOLE_ROW,
    Answers,
    CellAt,
    ColumnAnswer,
    Edits,
    Field,
    Roster,
    Survey,
)
from handout.web.fixes import Fixes, fixes_of
from handout.web.keys import RowAt
from handout.web.open_list import OpenList

LAST_ROW = 1_048_576  # of any worksheet
LONGEST_CELL = 300  # letters
_SEVERAL = 2  # columns to choose from
NEW_HEADING = "MIMS username"


def read_answers(form: FormData, roster: Roster, before: Answers) -> Answers:
    """The pick-lists of each worksheet; an answered question comes before them.

    A pick-list that was left as it was found is no answer: what the cells say is still asked.
    """
    chosen: dict[tuple[str, str], list[str]] = {}
    for number, question in enumerate(roster.questions):
        sent = form.getlist(f"question-{number}")
        chosen[question.kind, question.place.worksheet] = [
            choice.value for choice in question.choices if choice.value in sent
        ]
    ticked = form.getlist("worksheet")
    worksheets = [survey.worksheet for number, survey in enumerate(roster.surveys) if str(number) in ticked]
    worksheets = next((values for (kind, _), values in chosen.items() if kind == "worksheets"), worksheets)
    for (kind, worksheet), values in list(chosen.items()):
        if kind == "domain" and NO_COLUMN in values:
            chosen["username", worksheet] = values
    columns = [
        ColumnAnswer(field, (chosen.get((field, survey.worksheet)) or [column])[0], survey.worksheet)
        for number, survey in enumerate(roster.surveys)
        for field, column in _picked(form, number, survey, before).items()
        if chosen.get((field, survey.worksheet))
        or before.column(field, survey.worksheet)
        or column != _found(field, survey)
    ]
    add_domain = any(kind == "domain" and "yes" in values for (kind, _), values in chosen.items())
    return Answers(tuple(columns), tuple(worksheets), add_domain or before.add_domain)


def _picked(form: FormData, number: int, survey: Survey, before: Answers) -> dict[Field, str]:
    """The column of each field, columns that make one field joined; nothing where there are no pick-lists.

    The pick-lists show no order: that of an earlier answer with the same columns is kept.
    """
    picked: dict[str, list[str]] = defaultdict(list)
    for column in survey.columns:
        picked[str(form.get(f"column-{number}-{column.letter}", ""))].append(column.letter)
    if not survey.columns:
        return {}
    for field in FIELDS:
        answered = (before.column(field, survey.worksheet) or "").split(JOINED)
        picked[field] = answered if set(answered) == set(picked[field]) else picked[field]
    return {field: JOINED.join(picked[field]) or NO_COLUMN for field in FIELDS}


def _found(field: Field, survey: Survey) -> str:
    """The columns of a field as they were found; "" where only the cells say so."""
    columns = [column for column in survey.columns if column.field == field]
    if not all(column.sure for column in columns):
        return ""
    return JOINED.join(column.letter for column in columns) or NO_COLUMN


def lasting(answers: Answers, before: Answers, roster: Roster) -> Answers:
    """The new answers that hold for other lists with these headings too.

    Not those to "Does this column have the usernames?", which the cells of this list have raised, nor that none has.
    """
    of_cells = {
        ("username" if question.kind == "domain" else question.kind, question.place.worksheet)
        for question in roster.questions
        if sum(choice.value not in {NO_COLUMN, "yes"} for choice in question.choices) < _SEVERAL
    }
    columns = tuple(
        answer
        for answer in answers.columns
        if answer not in before.columns
        and (answer.field, answer.worksheet) not in of_cells
        and (answer.field, answer.column) != ("username", NO_COLUMN)
    )
    return Answers(columns)


def read_settled(form: FormData, roster: Roster) -> frozenset[RowAt]:
    """The rows whose username line the office leaves blank."""
    row = _row_at(str(form.get("blank", "")), roster)
    return frozenset([row] if row else [])


def read_edits(form: FormData, roster: Roster, opened: OpenList) -> dict[CellAt, str]:
    """Cells that were typed into, usernames that were accepted or emptied."""
    edits = dict(_typed(form, roster))
    fixes = fixes_of(roster, opened.settled)
    edits |= _suggested(form, fixes, roster)
    accepted = _accepted(form, fixes)
    if (row := _row_at(str(form.get("blank", "")), roster)) and (cell := _username_cell(row, roster)):
        edits[cell] = ""
    if row := _row_at(str(form.get("leave_out", "")), roster):
        edits[*row, WHOLE_ROW] = ""
    for key, username in accepted.items():
        at = _row_at(key, roster)
        if at:
            edits |= _given(at, username, roster)
    for fix in fixes.problems:
        if not fix.is_read and (row := _row_at(fix.key, roster)):
            edits |= _emptied(row, {**opened.source.edits, **edits}, roster)
    return edits


def _emptied(at: RowAt, edits: Edits, roster: Roster) -> dict[CellAt, str]:
    """The columns of a moved row that are not read, once its name and username are typed: they may be there."""
    columns = next(survey for survey in roster.surveys if survey.worksheet == at[0]).columns
    typed = [(*at, column.letter) in edits for column in columns if column.field in {"name", "username"}]
    if not typed or not all(typed):
        return {}
    return {(*at, column.letter): "" for column in columns if not column.field}


def _typed(form: FormData, roster: Roster) -> Iterator[tuple[CellAt, str]]:
    for name, value in form.multi_items():
        kind, _, key = name.partition(":")
        row, _, letter = key.rpartition(":")
        at = _row_at(row, roster) if kind == "cell" else None
        if (
            at
            and isinstance(value, str)
            and value != form.get(f"was:{key}", "")
            and _is_letter(letter, at, roster)
        ):
            yield (*at, letter), value[:LONGEST_CELL].strip()


def _suggested(form: FormData, fixes: Fixes, roster: Roster) -> dict[CellAt, str]:
    """The edit that puts the suggestion into the wrong cell."""
    cells = [cell for fix in fixes.problems for cell in fix.cells]
    found = next((cell for cell in cells if cell.suggestion and cell.key == form.get("suggested")), None)
    if not found:
        return {}
    row, _, letter = found.key.rpartition(":")
    at = _row_at(row, roster)
    return {(*at, letter): found.suggestion} if at else {}


def _accepted(form: FormData, fixes: Fixes) -> dict[str, str]:
    """The usernames that the office accepts, by the keys of their rows."""
    kinds = list(fixes.suggested.values())
    of_kind = str(form.get("accept_all", ""))
    wanted = kinds[int(of_kind)] if of_kind.isdecimal() and int(of_kind) < len(kinds) else []
    accepted = {child.key: child.readings[0] for child in wanted if len(child.readings) == 1}
    for child in (child for children in kinds for child in children):
        for number, reading in enumerate(child.readings):
            if form.get("accept") == f"{child.key}:{number}":
                accepted[child.key] = reading
    return accepted


def _given(at: RowAt, username: str, roster: Roster) -> dict[CellAt, str]:
    """The edit that gives a child a username; a list without such a column gets one, to the right of all its cells."""
    if cell := _username_cell(at, roster):
        return {cell: username}
    survey = next(survey for survey in roster.surveys if survey.worksheet == at[0])
    return {(at[0], survey.header_row, survey.free): NEW_HEADING, (*at, survey.free): username}


def _username_cell(at: RowAt, roster: Roster) -> CellAt | None:
    letters = [
        column.letter
        for survey in roster.surveys
        for column in survey.columns
        if survey.worksheet == at[0] and column.field == "username"
    ]
    return (*at, letters[0]) if letters else None


def _row_at(key: str, roster: Roster) -> RowAt | None:
    """A row as the form sends it: the place of its worksheet, and its number."""
    number, _, row = key.partition(":")
    if not (number.isdecimal() and row.isdecimal() and int(number) < len(roster.surveys)):
        return None
    return (roster.surveys[int(number)].worksheet, int(row)) if int(row) <= LAST_ROW else None


def _is_letter(letter: str, at: RowAt, roster: Roster) -> bool:
    """Whether it is a column of that worksheet that is read; others cannot be changed from here."""
    return any(
        column.letter == letter and column.field
        for survey in roster.surveys
        for column in survey.columns
        if survey.worksheet == at[0]
    )
