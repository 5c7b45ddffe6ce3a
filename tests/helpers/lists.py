"""Class lists for the tests: written to a folder, and what is read of them."""

from pathlib import Path
from typing import Any

from openpyxl import Workbook

from handout import read_students
from handout.errors import RosterError
from handout.model import Roster

SECRET = "Hunter2-Hunter2"


def write(folder: Path, name: str, content: str | bytes, encoding: str = "utf-8") -> Path:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode(encoding))
    return path


def workbook(folder: Path, *sheets: tuple[str, list[list]], name: str = "list.xlsx") -> Path:
    book = Workbook()
    book.remove(book.active)
    for title, rows in sheets:
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    book.save(folder / name)
    return folder / name


def names(path: Path) -> list[tuple[str, str, str]]:
    return [
        (student.class_name, student.register_number, student.name)
        for student in read_students(path).students
    ]


def noted_rows(path: Path) -> list[int]:
    """The rows that the notes name, of those that were left out."""
    return [
        note.place.row for note in read_students(path).notes if note.place.row and "left out" in note.what
    ]


SIMPLE = "Index,Name,Class\n1,TAN MEI LING,3A\n2,LIM JO ANN,3A\n"

CHILDREN = [
    ("1", "TAN MEI LING", "3A", "tan_mei_ling_4"),
    ("2", "NUR AISYAH", "3A", "nur_aisyah"),
    ("3", "RAJ KUMAR", "3B", "raj_kumar"),
]


def listed(folder: Path, number: str, name: str, class_name: str, username: str) -> Path:
    """A list of the CHILDREN, under these headings."""
    rows = "".join(f"{row[0]},{row[1]},{row[2]},{row[3]}@students.edu.sg\n" for row in CHILDREN)
    return write(folder, "list.csv", f"{number},{name},{class_name},{username}\n{rows}")


def fields(roster: Roster) -> list[tuple[str, str, str, str]]:
    return [
        (student.register_number, student.name, student.class_name, student.username.partition("@")[0])
        for student in roster.students
    ]


def told(path: Path, **options: Any) -> list[str]:
    """Questions with their choices, else problems and notes; the columns and usernames that are usual left out."""
    try:
        roster = read_students(path, **options)
    except RosterError as error:
        return [str(error)]
    asked = [
        line
        for question in roster.questions
        for line in (
            str(question.problem),
            *(f"{choice.value}: {choice.label}" for choice in question.choices),
        )
    ]
    usual = ("were not read", "is for passwords", "worked out from the name")
    notes = [str(note) for note in roster.notes if not any(words in note.what for words in usual)]
    return asked + ([] if asked else list(map(str, roster.problems))) + notes


def numbered(folder: Path, headings: str, *columns: list[str]) -> Path:
    """A list of numbered children with the cells of these columns behind their numbers."""
    rows = "".join(f"{n},{','.join(cells)}\n" for n, cells in enumerate(zip(*columns, strict=True), 1))
    return write(folder, "list.csv", f"No,{headings}\n{rows}")


def kinds_asked(path: Path) -> list[str]:
    return [question.kind for question in read_students(path).questions]


def read(folder: Path, text: str, **options: bool) -> Roster:
    (folder / "list.csv").write_text(text, "utf-8")
    return read_students(folder / "list.csv", **options)


def usernames(roster: Roster) -> list[tuple[str, str]]:
    return [(student.origin, student.username.partition("@")[0]) for student in roster.students]
