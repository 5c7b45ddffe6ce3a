"""A printed set read back: the right child and username on every page, and nothing that was not to be printed."""

from pathlib import Path

from handout.checking.beside import file_differences
from handout.checking.children import child_differences
from handout.checking.difference import problems_of
from handout.checking.leaks import leak_differences, stray_differences
from handout.checking.listed import Listed
from handout.checking.opened import open_set, told_of
from handout.checking.packs import pack_differences
from handout.checking.paper import paper_differences
from handout.checking.printed import read_set
from handout.checking.words import links_of, said_by
from handout.errors import Problem
from handout.model import Content, Roster


def verify_set(pdf: Path, roster: Roster, content: Content) -> tuple[int, list[Problem]]:
    """Compare a printed set with its class list: how many children's pages it has, and every difference.

    A file that calls itself a whole class must hold all its children; a part or a split file need not.
    Raises RosterError where the file is no set of ours that can be read.
    """
    reader = open_set(pdf)
    listed = Listed.read(roster.path, content.settings.domain)
    said = said_by(content)
    with told_of(pdf):
        printed = read_set(reader, content.panel.labels)
        found = [
            *child_differences(printed, roster, listed),
            *stray_differences(printed, roster, said),
            *paper_differences(printed, said),
            *pack_differences(printed),
            *file_differences(reader, printed.pages, links_of(content)),
            *leak_differences(reader, printed, roster, listed, said),
        ]
    children = sum(not sheet.is_spare for sheet in printed.sheets)
    return children, list(problems_of(found, pdf, roster.path))
