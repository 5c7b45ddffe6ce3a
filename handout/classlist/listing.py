"""The file of a class list → its tables with their columns, their rows, and the questions they leave."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from handout.classlist.asking import Asking
from handout.classlist.classes import with_classes
from handout.classlist.columns import decide_columns
from handout.classlist.edits import edited, without_hidden_rows
from handout.classlist.other_tables import other_table
from handout.classlist.reading_rows import read_rows
from handout.classlist.rows import Row, Source
from handout.classlist.tables import SAMPLE_ROWS, doubtful_headings, find_tables
from handout.classlist.worksheets import ask_worksheets, chosen, looks_like_a_list
from handout.errors import Flaw, Place, Problem
from handout.model import JOINED, Answers, Edits, Field, Question
from handout.spreadsheets import Grid, Grids, column_letters, read_grids, unreadable

_FITTING: dict[Field, str] = {
    "name": "the names: the usernames fit them",
    "username": "the usernames: they fit the names",
}


class Listing(NamedTuple):
    """A class list as far as its columns are known. `tables` are its tables with the rows of their children."""

    path: Path
    grids: Grids
    tables: list[tuple[Source, list[Row]]]
    questions: list[Question]
    notes: list[Problem]


def read_listing(
    path: Path, data: bytes | None, domain: str, answers: Answers, edits: Edits, *, skip_hidden: bool
) -> Listing:
    """Read the tables of a list. Raises RosterError where it has none, or cannot be read."""
    grids = read_grids(path, data)

    def wanted(grid: Grid) -> Grid:
        return edited(without_hidden_rows(grid) if skip_hidden else grid, edits)

    grids = grids._replace(tables=tuple(map(wanted, grids.tables)))
    listing = Listing(path, grids, [], [], list(grids.notes))
    names = chosen(path, [grid.worksheet for grid in grids.tables], answers)
    unread = []
    for grid in grids.tables:
        if grid.worksheet in names:
            found = list(_tables(listing, grid, domain, answers))
            listing.tables.extend(found)
            if not found and grid.rows:
                unread.append(grid)
    if not listing.tables:
        what = f"No row among the first {SAMPLE_ROWS} has a heading for the names."
        raise unreadable(
            path, what, 'Write "Name" above the names, and "Index", "Class", "Username" above theirs.'
        )
    lists = [grid.worksheet for grid in unread if looks_like_a_list(grid.rows, domain)]
    if not answers.worksheets and (question := ask_worksheets(path, listing.tables, lists)):
        listing.questions.append(question)
    for grid in unread:
        what = "This worksheet has no heading for the names and was not read."
        listing.notes.append(Problem(Place(path.name, worksheet=grid.worksheet), Flaw(what)))
    listing.notes.extend(_told_of_columns(listing))
    return listing


def _tables(
    listing: Listing, grid: Grid, domain: str, answers: Answers
) -> Iterator[tuple[Source, list[Row]]]:
    """The tables of a worksheet with their columns and rows."""
    headings = [
        part.strip() for answer in answers.columns for part in (answer.column, *answer.column.split(JOINED))
    ]
    ask = Asking(listing.path.name, grid.worksheet)
    tables = find_tables(grid, headings)
    if tables and (row := doubtful_headings(grid, tables[0])):
        what = f"Are these headings? What is between them and row {tables[0].row} was not read."
        listing.notes.append(Problem(Place(listing.path.name, row=row, worksheet=grid.worksheet), Flaw(what)))
    for table in tables:
        columns, questions = decide_columns(table, domain, answers, ask)
        source = Source(listing.path.name, grid, table, columns)
        if flaw := other_table(source, domain):
            yield source, [Row(grid.worksheet, table.row).faulted(flaw)]
            continue
        listing.questions.extend(questions)
        rows, notes = read_rows(source, domain) if columns.name else ([], [])
        listing.notes.extend(notes)
        yield source, with_classes(source, rows)


def _told_of_columns(listing: Listing) -> Iterator[Problem]:
    """What is not read, and what is read though its heading does not say so or nobody sees it."""
    dropped: dict[str, None] = {}
    secret: dict[str, None] = {}
    for source, _ in listing.tables:
        read = source.columns.read
        for place, heading in enumerate(source.table.headings):
            if heading.text and place not in read:
                if heading.is_secret:
                    secret[column_letters(place)] = None
                else:
                    dropped[heading.shown or "(in brackets)"] = None
        for place, of in read.items():
            label = source.table.heading(place).shown
            column = f"Column {column_letters(place)}" + (f' "{label}"' if label else "")
            if of in source.columns.unsure:
                yield source.note(source.table.row, f"{column} was read as {_FITTING[of]}.")
            if place in source.grid.hidden_columns:
                yield source.note(source.table.row, f"{column} is hidden and was read.")
    if dropped:
        named = ", ".join(f'"{heading}"' for heading in dropped)
        yield Problem(Place(listing.path.name), Flaw(f"These columns were not read: {named}."))
    for column in secret:
        yield Problem(Place(listing.path.name), Flaw(f"Column {column} is for passwords and was not read."))


def all_rows(tables: Sequence[tuple[Source, list[Row]]]) -> list[Row]:
    return [row for _, rows in tables for row in rows]
