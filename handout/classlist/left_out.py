"""Rows that are no child's: headings again, totals, titles, remarks, vacancies; each is reported."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from handout.classlist.footers import is_footer, is_role, is_vacancy
from handout.classlist.holdings import (
    is_bare_username,
    is_name,
    is_number,
    is_of_domain,
    is_titled,
    plain_cell,
)
from handout.classlist.rows import Row, Source, has_any, has_breaks
from handout.classlist.tables import TableRow
from handout.classlist.titles import class_title
from handout.errors import Problem

MOST_WORDS = 6  # words of a name; more are a remark
_MARKS = r"[,;|\t]|\s{2,}"  # between values that are all in one cell


class UsualLines:
    """What most rows of a table have."""

    def __init__(self, source: Source, lines: Sequence[tuple[TableRow, Row]]) -> None:
        names = len(source.columns.name)
        all_named = [(line, row) for line, row in lines if row.name]
        named = [(line, row) for line, row in all_named if len(line.filled) > names] or all_named
        number = source.columns.number
        self.numbers = number is not None and _most([bool(line.cell(number)) for line, _ in named])
        self.capitals = _most([row.name.isupper() for _, row in named])
        self.more = len(named) * 2 > len(all_named) and len(named[0][0].filled) > names


def _most(facts: Sequence[bool]) -> bool:
    return sum(facts) * 2 > len(facts)


def why_no_child(source: Source, line: TableRow, row: Row, usual: UsualLines, domain: str) -> str | None:
    """Why a row is no child's, "" where that needs no word; None where it is one, or may be."""
    unsaved = has_any(source.grid.unsaved, line.number, source.columns.name)
    if not line.filled:
        return None if unsaved else ""
    if (source.grid.is_text and has_breaks(line.cells)) or _is_whole_row(source, line, domain):
        return None
    if _is_headings(source, line):
        return "the headings again"
    if _is_second_of_merged(source, line):
        return ""
    return _other_words(line, row, usual) or (
        None if unsaved or (row.name and not is_vacancy(row.name)) else _without_name(source, line, row)
    )


def _other_words(line: TableRow, row: Row, usual: UsualLines) -> str:
    """What the words of a row are, if not a child's; else ""."""
    if _is_footer(line, row):
        return "a total or footer"
    if _is_title(line, row):
        return "a title"
    is_remark = _is_remark(line, row, usual) if row.name else _is_sentence(line, row)
    return "a remark" if is_remark else ""


def _is_sentence(line: TableRow, row: Row) -> bool:
    """Whether all that is read of a row is a sentence, a link or an adult's name."""
    text = row.username or row.class_name or row.register_number
    return len(line.filled) == 1 and (len(text.split()) > MOST_WORDS or "://" in text or is_titled(text))


def _is_whole_row(source: Source, line: TableRow, domain: str) -> bool:
    """Whether all values of a child's row are in one cell, parted by a mark that this list does not use."""
    if len(line.filled) > 1 or sum(bool(heading.text) for heading in source.table.headings) < 2:
        return False
    cell = line.cell(line.filled[0])
    parts = list(filter(None, map(plain_cell, re.split(_MARKS, cell))))
    if len(parts) < 2:
        return False
    is_child = any(map(is_number, parts)) and any(is_name(part) and " " in part for part in parts)
    return is_child or is_of_domain(cell, domain)


def _may_be_username(text: str) -> bool:
    return "@" in text or is_bare_username(text)


def _is_footer(line: TableRow, row: Row) -> bool:
    """Words of a footer in the columns that are read; or anywhere, where neither name nor username is."""
    username = row.username if _may_be_username(row.username) else ""
    if not row.register_number.isdigit() and "@" not in username and any(map(is_role, line.texts)):
        return True
    if not row.name and not username:
        words = [line.cell(place) for place in line.filled]
        if any(is_name(word) and len(word.split()) > 1 and not is_footer(word) for word in words):
            return False
        if any(map(is_footer, words)) and all(is_footer(word) or word.isdigit() for word in words):
            return True
    return is_footer(row.name, row.register_number, username, row.class_name)


def _is_title(line: TableRow, row: Row) -> bool:
    title = class_title(line.cells) if len(line.filled) < 3 else ""
    return bool(title) and (not row.name.replace(title, "") or class_title((row.name,)) == title)


def _is_headings(source: Source, line: TableRow) -> bool:
    return all(line.cell(place) == source.table.heading(place).text for place in line.filled)


def _is_second_of_merged(source: Source, line: TableRow) -> bool:
    """Whether the name, and whatever else is read, is merged into this row from the child's above."""
    if not source.grid.repeated:
        return False
    repeated = [place for place in source.columns.read if (line.number, place) in source.grid.repeated]
    if not set(source.columns.name) & set(repeated):
        return False
    return all(place in repeated or not line.cell(place) for place in source.columns.read)


def _is_remark(line: TableRow, row: Row, usual: UsualLines) -> bool:
    """Whether words in the names' column are none: alone in a row, and not written as names are."""
    if len(line.filled) > 1 or not (usual.numbers or usual.more):
        return False
    other_case = usual.capitals and not row.name.isupper()
    is_odd = not is_name(" ".join(row.name.split())) or row.name[0] in "([*" or is_titled(row.name)
    return is_odd or len(row.name.split()) > MOST_WORDS or other_case


def _without_name(source: Source, line: TableRow, row: Row) -> str | None:
    """A row without a name is a vacancy where nothing else is a child's; else a child may be lost."""
    given = row.username.partition("@")[0] or any(other.partition("@")[0] for other in row.other_usernames)
    places = set(line.filled) - set(source.columns.name)
    unread = places - source.columns.read.keys()
    addressed = any("@" in line.cell(place) for place in places - set(source.columns.usernames))
    if given or addressed:
        return None
    if not places - unread:
        return "no name" if row.name else "nothing in the columns that are read"
    if len(places) == 1 and not (row.class_name or row.username or row.register_number.isdigit()):
        return "a title" if len(line.filled) == 1 else None
    return None if unread or (row.register_number and not row.register_number.isdigit()) else "no name"


def told(source: Source, left_out: list[tuple[int, str]]) -> Iterator[Problem]:
    """A note for each run of rows that were left out for one reason."""
    for why, run in groupby(left_out, key=lambda item: item[1]):
        numbers = [number for number, _ in run]
        which = "This row was" if len(numbers) == 1 else f"{len(numbers)} rows up to row {numbers[-1]} were"
        yield source.note(numbers[0], f"{which} left out: {why}.")
