"""A printed set read back: the right child and username on every page, and nothing that was not to be printed."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from handout.checking.beside import file_differences
from handout.checking.children import NO_SET, child_differences
from handout.checking.difference import Difference, problems_of
from handout.checking.leaks import leak_differences, stray_differences
from handout.checking.listed import Listed
from handout.checking.opened import explained, open_set, read_objects
from handout.checking.packs import pack_differences
from handout.checking.paper import paper_differences
from handout.checking.printed import read_set
from handout.checking.strangers import of_other_children
from handout.checking.surfaces import Page, read_pages
from handout.checking.words import links_of, said_by
from handout.errors import Problem
from handout.model import NO_EDITS, Content, Edits, Roster

_OBJECTS, _PAGES = 0.6, 0.2  # how much of the time they take; the comparison has the rest


class Verdict(NamedTuple):
    """How many children's pages a set has, and every difference from its list."""

    children: int
    problems: tuple[Problem, ...]


def check_set(
    pdf: Path,
    roster: Roster,
    content: Content,
    *,
    data: bytes | None = None,
    list_data: bytes | None = None,
    edits: Edits = NO_EDITS,
) -> Iterator[float | Verdict]:
    """Compare a printed set with its class list: how much is done, of 1, and in the end the verdict.

    `data` and `list_data` are the bytes of both files if they are in memory; `edits` are those that the list was read
    with. A file that calls itself a whole class must hold all its children; a part or a split file need not.
    Raises RosterError where the file is not a class set made here that can be read.
    """
    yield 0.0
    reader = open_set(pdf, data)
    listed = Listed.read(roster.path, content.settings.domain, list_data, edits)
    said = said_by(content)
    with explained(pdf):
        for part in read_objects(reader):
            yield part * _OBJECTS
        pages: list[Page] = []
        for page in read_pages(reader):
            pages.append(page)
            yield _OBJECTS + _PAGES * page.number / len(reader.pages)
        printed = read_set(reader, pages, content.panel.labels)
        found: list[Difference] = list(of_other_children(printed, roster))
        if not found:
            found += child_differences(printed, roster, listed)
            found += stray_differences(printed, roster, said)
            found += paper_differences(printed, said)
            if NO_SET not in found:
                found += pack_differences(printed)
            found += file_differences(reader, pages, links_of(content))
            yield 1 - _PAGES / 2
            found += leak_differences(reader, printed, roster, listed, said)
    children = sum(not panel.is_spare for panel in printed.panels)
    yield Verdict(children, tuple(problems_of(found, pdf, roster.path)))


def verify_set(pdf: Path, roster: Roster, content: Content) -> tuple[int, list[Problem]]:
    """The same at once: how many children's pages it has, and every difference."""
    verdicts = [step for step in check_set(pdf, roster, content) if isinstance(step, Verdict)]
    return verdicts[0].children, list(verdicts[0].problems)
