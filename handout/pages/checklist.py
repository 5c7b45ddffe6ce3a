"""The teacher's hand-out list: who gets a sheet, what is printed on it, and which usernames to check."""

from collections import Counter
from collections.abc import Iterator, Sequence

from handout.model import Content, Run, Student, checklist_title
from handout.pages.blocks import Block, TextBlock
from handout.pages.checklist_rows import (
    BOX,
    PADDING,
    Paragraph,
    RowBlock,
    RunningHead,
    SignOff,
    TextCell,
    TickCell,
    WritingCell,
    heading_row,
    paragraph,
)
from handout.pages.footer import frame_height
from handout.pages.pagination import draw_pages, paginate
from handout.pdf import ROW_HEADER, Element, FontSet, LaidOut
from handout.theme import (
    CHECKLIST_CELL,
    CHECKLIST_CHECK,
    CHECKLIST_NOTE,
    CHECKLIST_REMARK,
    CHECKLIST_RUNNING_HEAD,
    CHECKLIST_TITLE,
    FOOTER,
    MEASURE,
    TypeStyle,
    points,
)
from handout.typesetting import Face, set_text, single_line

HEADINGS = ("No.", "Name", "Username", "Check", "Signature")
NUMBER, NAME, USERNAME, CHECK, _SIGNATURE = range(len(HEADINGS))
_ORIGINS = {"given": "given", "derived": "worked out", "blank": "blank"}
NO_BREAK = "\u00a0"
SIGN_OFF = (("Teacher", 115.0), ("Date", 57.0))  # as wide as the page, in millimetres


def draw_checklist(
    content: Content, class_name: str, students: Sequence[Student], fonts: FontSet, *, grey: bool
) -> LaidOut:
    """The pages of the hand-out list of one class, its students in their order."""
    root, title, blank = Element("Part"), checklist_title(class_name), content.panel.labels.blank
    opening: list[Block] = [
        _text((Run(title),), CHECKLIST_TITLE, root.child("H1")),
        _text(_note(students, content.settings.domain), CHECKLIST_NOTE, root.child("P")),
        SignOff(lines=SIGN_OFF, blank=blank, parent=root.child("Div"), keep_with_next=True),
    ]
    table = root.child("Table")
    rows = [heading_row(HEADINGS, table.child("TR"))]
    rows += [_row(student, table.child("TR"), blank) for student in students]
    words = single_line(title, Face.BOLD, CHECKLIST_RUNNING_HEAD.size)
    running_head = RunningHead(title=words, headings=HEADINGS)
    pages = paginate([*opening, *rows], frame_height(content, FOOTER), running_head=running_head)
    return draw_pages(pages, content, root, fonts, grey=grey)


def _text(runs: tuple[Run, ...], style: TypeStyle, element: Element) -> TextBlock:
    lines = set_text(runs, style, points(MEASURE))
    return TextBlock(lines=lines, style=style, indent=0, element=element, keep_with_next=True)


def _note(students: Sequence[Student], domain: str) -> tuple[Run, ...]:
    count = "1 child" if len(students) == 1 else f"{len(students)} children"
    origins = Counter(_ORIGINS[student.origin] for student in students)
    usernames = ", ".join(
        f"{origins[words]}{NO_BREAK}{words}" for words in _ORIGINS.values() if origins[words]
    )
    words = (
        f"{count}. Tick the box when the child gets the page or slip. Usernames: {usernames}. Each ends with "
    )
    return Run(words), Run(f"@{domain}", typed=True)


def _row(student: Student, element: Element, blank: str) -> RowBlock:
    number, name = student.register_number, student.name
    child = name or (f"No. {number}" if number else "this child")
    figures = paragraph(NUMBER, CHECKLIST_CELL, Run(number, typed=True), indent=BOX + PADDING)
    cells = (
        TickCell((figures,) if number else (), f"Handed out to {child}"),
        TextCell((paragraph(NAME, CHECKLIST_CELL, Run(name)),), ROW_HEADER)
        if name
        else WritingCell("Name", blank, ROW_HEADER),
        TextCell(tuple(_username(student))),
        TextCell(tuple(_check(student))),
        WritingCell(f"Signature for {child}", blank),
    )
    return RowBlock(cells=cells, element=element)


def _username(student: Student) -> Iterator[Paragraph]:
    """What is on the child's sheet, or might be."""
    if student.username:
        yield paragraph(USERNAME, CHECKLIST_CELL, Run(_without_domain(student.username), typed=True))
    if student.suggestion:
        yield paragraph(USERNAME, CHECKLIST_REMARK, Run("perhaps"))
        yield paragraph(USERNAME, CHECKLIST_CELL, Run(_without_domain(student.suggestion), typed=True))


def _check(student: Student) -> Iterator[Paragraph]:
    """What a teacher looks at before handing it out; nothing where the list gave the username."""
    if student.origin != "given":
        yield paragraph(CHECK, CHECKLIST_CHECK, Run(_ORIGINS[student.origin]))
    if student.origin == "blank" and student.reason:
        yield paragraph(CHECK, CHECKLIST_REMARK, Run(student.reason))
    if not student.name:
        yield paragraph(CHECK, CHECKLIST_CHECK, Run("name by hand"))


def _without_domain(username: str) -> str:
    """What differs from child to child: the list says once what follows the @."""
    return username.partition("@")[0]
