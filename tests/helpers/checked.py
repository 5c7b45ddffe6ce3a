"""A printed set given by hand, and how it differs from a list."""

from pathlib import Path

from handout.checking.children import child_differences
from handout.checking.listed import Listed
from handout.checking.printed import WORKED_OUT, Bookmark, Field, Panel, PrintedSet
from handout.errors import Problem
from handout.model import Answers, Roster, Student, bookmark_words
from handout.spreadsheets import RawRow
from helpers.school import child

MEI = child("TAN MEI", number="1")


JO = child("LIM JO", number="2")


KAI = child("ONG KAI", "5B", number="1")


NAMES = ("name", "class_name", "register_number", "username")


def panel_of(student: Student, page: int) -> Panel:
    values = ("".join(getattr(student, name).split()) for name in NAMES)
    fields = dict(zip(NAMES, map(Field, values), strict=True))
    return Panel(page, fields | ({WORKED_OUT: Field()} if student.origin == "derived" else {}))


def printed(*students: Student, titles: dict[int, str] | None = None) -> PrintedSet:
    """A page for each, below the bookmark of a class."""
    panels = [panel_of(student, page) for page, student in enumerate(students, 1)]
    marks = [Bookmark(bookmark_words(student), page, ()) for page, student in enumerate(students, 1)]
    tops = [Bookmark(words, page, marks) for page, words in (titles or {1: "Class 3A"}).items()]
    return PrintedSet([], panels, [], tops, is_one_sided=True)


def row_of(student: Student, number: int, *more: str, worksheet: str = "") -> RawRow:
    cells = (student.register_number, student.name, student.class_name, student.username)
    return RawRow(worksheet, number, (*cells, *more))


def found(
    pdf: PrintedSet,
    students: tuple[Student, ...],
    *rows: RawRow,
    problems: tuple[Problem, ...] = (),
    worksheets: tuple[str, ...] = (),
) -> list[tuple[int, str, str]]:
    roster = Roster(Path("list.csv"), students, problems, (), answers=Answers(worksheets=worksheets))
    known = rows or tuple(row_of(student, number) for number, student in enumerate(students, 2))
    differences = child_differences(pdf, roster, Listed(known, "students.edu.sg"))
    return [(difference.page, difference.what, difference.remedy) for difference in differences]
