"""MIMS account handouts: one for every family, and a page of its own for every child.

This is the library's face. What a function needs is loaded when it is first called.
"""

# ruff: noqa: PLC0415 - to read a list must not load what prints

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from handout.errors import HandoutError, Problem

if TYPE_CHECKING:
    from handout.importing import Imported
    from handout.model import Answers, Content, Derive, Edits, Layout, Look, Roster, Student

    __version__: str

__all__ = [
    "HandoutError",
    "__version__",
    "build_handout",
    "class_set",
    "import_page",
    "load_content",
    "read_students",
    "verify_set",
]


def load_content(path: str | Path = "content.yaml") -> "Content":
    """Read content.yaml. Raises HandoutError with every problem and its line."""
    from handout.content import load_content
    from handout.typesetting import missing_characters

    return load_content(path, missing_characters)


def read_students(
    path: str | Path,
    *,
    domain: str = "students.edu.sg",
    derive: "Derive" = "auto",
    skip_hidden: bool = False,
    answers: "Answers | None" = None,
    edits: "Edits | None" = None,
    data: bytes | None = None,
) -> "Roster":
    """Read a class list from its file, or from the bytes in `data`; `path` is only its name then.

    `derive` says when usernames are worked out from names: "auto" only where the list gives none at all.
    `answers` are to the roster's questions, `edits` correct single cells.
    Problems of single rows are in the roster. Raises HandoutError where the file is no class list.
    """
    from handout.classlist import read_students
    from handout.model import NO_ANSWERS, NO_EDITS
    from handout.typesetting import missing_characters

    return read_students(
        path,
        missing_characters,
        domain=domain,
        derive=derive,
        skip_hidden=skip_hidden,
        answers=answers or NO_ANSWERS,
        edits=edits or NO_EDITS,
        data=data,
    )


def build_handout(content: "Content", look: "Look | None" = None) -> bytes:
    """The handout for everybody: an A4 PDF with blank lines. Raises HandoutError."""
    from handout.model import NOBODY, PLAIN
    from handout.printing import Press

    return Press(content, [NOBODY], look or PLAIN).handout()


def class_set(
    content: "Content",
    students: "Sequence[Student]",
    look: "Look | None" = None,
    *,
    layout: "Layout" = "pack",
    spares: int = 0,
) -> bytes:
    """One class as one PDF: a copy for each student in their order, then the spares.

    Raises HandoutError, and ValueError where there is nobody to print.
    """
    from handout.model import PLAIN, spare_students
    from handout.printing import Press

    class_name = students[0].class_name if students else ""
    people = [*students, *spare_students(class_name, spares)]
    if not people:
        raise ValueError("a set needs a student or a spare")
    return Press(content, people, look or PLAIN, layout).print(people, class_name)


def verify_set(pdf: str | Path, roster: "Roster", content: "Content") -> tuple[int, list[Problem]]:
    """Compare a printed set with its class list: how many children's pages it has, and every difference."""
    from handout.checking import verify_set

    return verify_set(Path(pdf), roster, content)


def import_page(
    page: str | Path,
    *,
    images: str | Path | None = None,
    settings: str | Path | None = None,
    files: Mapping[str, bytes] | None = None,
) -> "Imported":
    """Turn a school's web page into a content.yaml and its pictures, from disk or from the bytes in `files`.

    `images`: the folder of the page's pictures; `settings`: a file with the school's own. With `files`, the page and
    its pictures are looked up there by their names. Raises HandoutError where the file is no page.
    """
    from handout.importing import Given, import_file, import_page, read_given
    from handout.pictures import unprintable
    from handout.typesetting import missing_characters

    given = read_given(Path(settings)) if settings else Given()
    if files is not None:
        return import_page(str(page), files, missing_characters, unprintable, given=given)
    folder = Path(images) if images else None
    return import_file(Path(page), folder, missing_characters, unprintable, given=given)


def __getattr__(name: str) -> str:
    if name != "__version__":
        raise AttributeError(name)
    from importlib import metadata

    try:
        return metadata.version("handout")
    except metadata.PackageNotFoundError:
        return "not installed"
