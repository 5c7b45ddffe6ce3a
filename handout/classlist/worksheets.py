"""Which worksheets of a workbook are lists of its children; asked where that is not plain."""

import re
from collections.abc import Sequence
from pathlib import Path

from handout.classlist.asking import worksheets_question
from handout.classlist.headings import words_of
from handout.classlist.holdings import class_key, is_class, is_name, is_number, is_of_domain
from handout.classlist.rows import Row, Source
from handout.classlist.titles import class_title
from handout.classlist.vocabulary import word_set
from handout.errors import Flaw, Place, Problem, RosterError
from handout.model import Answers, Question

_OTHER = word_set(
    "teacher teachers staff cca ccas old copy archive archived parents volunteers leavers withdrawn "
    "transferred backup previous last"
)
_COPY = re.compile(r".*\(\d+\)\s*")
# Names that programs and offices give to any worksheet.
_GENERAL = word_set(
    "sheet tabelle feuil feuille hoja blad foglio list lists master all school data export copy "
    "students student pupils pupil class classes classlist namelist name names roster table book "
    "workbook report main list1 final new children level form summary s p"
)


def class_of_worksheet(name: str) -> str:
    """The class that the name of a worksheet is; "" for Sheet1, Tabelle1, List."""
    if title := class_title((name,)):
        return title
    words = [word.rstrip("0123456789") for word in words_of(name)]
    is_general = any(not word or word in _GENERAL for word in words)
    return "" if is_general and not re.fullmatch(r"p\s*[1-6]", name, re.IGNORECASE) else name


def chosen(path: Path, names: Sequence[str], answers: Answers) -> list[str]:
    """The worksheets to read, as answered, else all. Raises RosterError where one is not there."""
    wanted = {name.casefold() for name in answers.worksheets}
    missing = [
        name for name in answers.worksheets if name.casefold() not in {known.casefold() for known in names}
    ]
    if missing and any(names):
        have = ", ".join(f'"{name}"' for name in names)
        flaw = Flaw(f'There is no visible worksheet "{missing[0]}".', f"The worksheets are {have}.")
        raise RosterError(Problem(Place(path.name), flaw))
    return [name for name in names if not wanted or not name or name.casefold() in wanted]


def ask_worksheets(
    path: Path, sources: Sequence[tuple[Source, Sequence[Row]]], unread: Sequence[str]
) -> Question | None:
    """The question which worksheets to read, where some may not be a list of these children, or the same ones again.

    `unread` are worksheets without headings whose rows look like those of a list.
    """
    rows: dict[str, list[Row]] = {}
    for source, found in sources:
        rows.setdefault(source.grid.worksheet, []).extend(found)
    names = [*rows, *unread]
    if len(names) < 2:
        return None
    if unread:
        return worksheets_question(
            path, [*rows], f'Worksheet "{unread[0]}" has rows like a list, but no headings.'
        )
    odd = next((name for name in rows if _OTHER & set(words_of(name)) or _COPY.fullmatch(name)), None)
    if odd and not _only_repeats(rows[odd], [row for name in rows if name != odd for row in rows[name]]):
        return worksheets_question(path, names, f'Worksheet "{odd}" may not be a list of these children.')
    bare = [source.grid.worksheet for source, _ in sources if _has_only_names(source)]
    if bare and len(set(bare)) < len(rows):
        return worksheets_question(
            path, names, f'Worksheet "{bare[0]}" has names, but neither numbers, classes nor usernames.'
        )
    if other := _unlike_the_others(sources, rows):
        return worksheets_question(path, names, f'Worksheet "{other}" may not be a list of these children.')
    return _ask_repeated(path, rows)


def _unlike_the_others(sources: Sequence[tuple[Source, Sequence[Row]]], rows: dict[str, list[Row]]) -> str:
    """A worksheet that is called no class among those that are; or that has no usernames, where those have."""
    giving = {source.grid.worksheet for source, _ in sources if source.columns.usernames}
    called = {name for name in rows if is_class(class_of_worksheet(name))}
    others = [name for name in rows if name not in called and (called or (giving and name not in giving))]
    for name in others:
        if not _only_repeats(rows[name], [row for other in rows if other != name for row in rows[other]]):
            return name
    return ""


def _has_only_names(source: Source) -> bool:
    columns = source.columns
    return columns.number is None and columns.class_name is None and not columns.usernames


def _key(row: Row) -> str:
    return class_key(row.name)


def _only_repeats(rows: Sequence[Row], others: Sequence[Row]) -> bool:
    """Whether every row is another worksheet's, in all that is read: each child is printed once then."""
    known = {_content(row) for row in others}
    return bool(rows) and all(_content(row) in known for row in rows)


def _content(row: Row) -> tuple[str, ...]:
    return (row.name, row.class_name, row.register_number, row.username)


def _ask_repeated(path: Path, rows: dict[str, list[Row]]) -> Question | None:
    """Children of one worksheet on another, with something else in their rows."""
    seen: dict[str, tuple[str, tuple[str, ...]]] = {}  # on which worksheet a child is first, and with what
    for name, members in rows.items():
        own = [row for row in members if row.name and not row.fault]
        differing = [row for row in own if _key(row) in seen and _content(row) != seen[_key(row)][1]]
        if len(differing) * 3 > len(own) or len(differing) > 3:
            other = seen[_key(differing[0])][0]
            why = f'Worksheets "{other}" and "{name}" have the same children.'
            return worksheets_question(path, [*rows], why)
        for row in own:
            seen.setdefault(_key(row), (name, _content(row)))
    return None


def looks_like_a_list(rows: Sequence[tuple[int, tuple[str, ...]]], domain: str) -> bool:
    """Whether rows without headings may be children's: a name beside a number, a class or a username."""
    for _, cells in rows[:50]:
        texts = [cell for cell in cells if cell]
        names = [text for text in texts if is_name(text) and len(text.split()) > 1]
        others = [text for text in texts if is_number(text) or is_class(text) or is_of_domain(text, domain)]
        if names and others and len(texts) <= 12:
            return True
    return False
