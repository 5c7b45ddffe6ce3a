"""The teacher's hand-out list: who gets a sheet, what is printed on it, and which usernames to check."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from handout.model import Content, Run, Student, checklist_title
from handout.pages.blocks import Block, TextBlock
from handout.pages.checklist_columns import (
    NAME,
    NOTE,
    NUMBER,
    PADDING,
    USERNAME,
    WITH_NOTES,
    WITHOUT_NOTES,
    Columns,
    Paragraph,
    paragraph,
)
from handout.pages.checklist_rows import (
    Cell,
    NoteOnBlank,
    Remark,
    RowBlock,
    RunningHead,
    SignOff,
    TextCell,
    TickCell,
    WritingCell,
    heading_row,
)
from handout.pages.footer import frame_height
from handout.pages.pagination import Placed, draw_pages, paginate
from handout.pdf import ROW_HEADER, Element, FontSet, LaidOut
from handout.theme import (
    CHECKLIST_CELL,
    CHECKLIST_MARK,
    CHECKLIST_NOTE,
    CHECKLIST_REMARK,
    CHECKLIST_ROOMY_ROWS,
    CHECKLIST_ROW,
    CHECKLIST_RUNNING_HEAD,
    CHECKLIST_TITLE,
    CHECKLIST_WORD_GAP,
    FOOTER,
    MEASURE,
    TypeStyle,
    points,
)
from handout.typesetting import MOST_LINES, Face, set_text, single_line

_ORIGINS = {"given": "from the list", "derived": "worked out", "blank": "blank"}
NO_BREAK = "\u00a0"
SIGN_OFF = (("Teacher", 115.0), ("Date", 57.0))  # as wide as the page, in millimetres


def draw_checklist(
    content: Content, class_name: str, students: Sequence[Student], fonts: FontSet, *, grey: bool
) -> LaidOut:
    """The pages of the hand-out list of one class, its students in their order."""
    root, title, blank = Element("Part"), checklist_title(class_name), content.panel.labels.blank
    opening: list[Block] = [
        _text((Run(title),), CHECKLIST_TITLE, root.child("H1")),
        *(_text(runs, CHECKLIST_NOTE, root.child("P")) for runs in _notes(students, content.settings.domain)),
        SignOff(lines=SIGN_OFF, blank=blank, parent=root.child("Div"), keep_with_next=True),
    ]
    table = root.child("Table")
    columns = WITH_NOTES if any(map(_marks, students)) else WITHOUT_NOTES
    opening.append(heading_row(columns, table.child("TR")))
    rows = [_row(student, columns, table.child("TR"), blank) for student in students]
    words = single_line(title, Face.BOLD, CHECKLIST_RUNNING_HEAD.size)
    running_head = RunningHead(title=words, columns=columns)
    height = frame_height(content, FOOTER)
    pages = _balanced([*opening, *_roomy(opening, rows, height, running_head)], height, running_head)
    return draw_pages(pages, content, root, fonts, grey=grey)


def _roomy(
    opening: Sequence[Block], rows: Sequence[RowBlock], height: float, running_head: Block
) -> Sequence[RowBlock]:
    """The rows as high as they can be without a further page: a signature likes room."""
    fewest = len(paginate([*opening, *rows], height, running_head))
    for least in CHECKLIST_ROOMY_ROWS:
        higher = [replace(row, least_height=points(least)) for row in rows]
        if len(paginate([*opening, *higher], height, running_head)) == fewest:
            return higher
    return rows


def _balanced(blocks: Sequence[Block], height: float, running_head: Block) -> list[list[Placed]]:
    """On as few pages as it takes, none much fuller than the others."""
    pages = paginate(blocks, height, running_head)
    while len(pages) > 1:
        height -= points(CHECKLIST_ROW)
        shorter = paginate(blocks, height, running_head)
        if len(shorter) > len(pages):
            break
        pages = shorter
    return pages


def _text(runs: tuple[Run, ...], style: TypeStyle, element: Element) -> TextBlock:
    lines = set_text(runs, style, points(MEASURE))
    return TextBlock(lines=lines, style=style, indent=0, element=element, keep_with_next=True)


def _notes(students: Sequence[Student], domain: str) -> Iterator[tuple[Run, ...]]:
    """What the list holds, and what to do with it."""
    count = "1 child" if len(students) == 1 else f"{len(students)} children"
    origins = Counter[str](student.origin for student in students)
    usernames = ", ".join(
        f"{origins[origin]}{NO_BREAK}{words}" for origin, words in _ORIGINS.items() if origins[origin]
    )
    yield Run(f"{count}. Usernames: {usernames}. Each ends with{NO_BREAK}"), Run(f"@{domain}", typed=True)
    blank = [what for what in ("name", "username") if not all(getattr(one, what) for one in students)]
    to_do = [
        "Tick the box when the child gets the paper.",
        "Check each username that was worked out." if origins["derived"] else "",
        f"Where a {' or '.join(blank)} is blank, write it here and on the paper." if blank else "",
    ]
    yield (Run(" ".join(filter(None, to_do))),)


def _row(student: Student, columns: Columns, element: Element, blank: str) -> RowBlock:
    number = student.register_number
    child = student.name or (f"No. {number}" if number else "this child")
    figures = (columns.paragraph(NUMBER, CHECKLIST_CELL, Run(number, typed=True)),) if number else ()
    cells = (
        TickCell(f"Handed out to {child}"),
        TextCell(figures, to_the_right=True),
        TextCell((_name(student.name, columns),), ROW_HEADER)
        if student.name
        else WritingCell("Name", blank, ROW_HEADER),
        *_username(student, columns, f"Username of {child}", blank),
        WritingCell(f"Signature for {child}", blank, at_foot=True),
    )
    by_hand = any(isinstance(cell, NoteOnBlank) for cell in cells)
    return RowBlock(columns=columns, cells=cells, element=element, by_hand=by_hand)


def _name(name: str, columns: Columns) -> Paragraph:
    """In smaller type where it would take more than two lines, or a word of it is too long."""
    usual = columns.paragraph(NAME, CHECKLIST_CELL, Run(name))
    if len(usual.lines) <= MOST_LINES and usual.width <= columns.room(NAME):
        return usual
    smaller = columns.paragraph(NAME, CHECKLIST_REMARK, Run(name))
    scale = min(1, columns.room(NAME) / smaller.width)
    fitting = CHECKLIST_REMARK._replace(size=CHECKLIST_REMARK.size * scale)
    return columns.paragraph(NAME, fitting, Run(name))


def _marks(student: Student) -> list[str]:
    """What a teacher looks at before handing a page out."""
    marks = [] if student.origin == "given" else [_ORIGINS[student.origin]]
    return marks if student.name or not student.username else [*marks, "name blank"]


def _username(student: Student, columns: Columns, purpose: str, blank: str) -> Iterator[Cell]:
    """What is on the child's sheet, or a line to write on; and in a list with notes what is said of it."""
    notes = tuple(columns.paragraph(NOTE, CHECKLIST_MARK, Run(mark)) for mark in _marks(student))
    if student.username:
        local = Run(_without_domain(student.username), typed=True)
        yield TextCell((columns.paragraph(USERNAME, CHECKLIST_CELL, local),))
        if columns is WITH_NOTES:
            yield TextCell(notes)
        return
    yield WritingCell(purpose, blank)
    remarks = tuple(_remarks(student, columns))
    if remarks:
        yield NoteOnBlank(notes, remarks, indent=points(columns.widths[USERNAME]) - PADDING)
    else:
        yield TextCell(notes)


def _remarks(student: Student, columns: Columns) -> Iterator[Remark]:
    """Why nobody can be sure of a username, and what it might be: the suggestions are below each other."""
    room = columns.room(USERNAME, columns=2)
    if student.reason:
        reason = Run(f"{student.reason[:1].upper()}{student.reason[1:]}.")
        yield Remark(paragraph((reason,), CHECKLIST_REMARK, room))
    words = [single_line(word, Face.REGULAR, CHECKLIST_REMARK.size) for word in ("Perhaps ", "or ")]
    indent = words[0].width + points(CHECKLIST_WORD_GAP)
    for place, username in enumerate(filter(None, student.suggestion.split(" or "))):
        runs = (Run(_without_domain(username), typed=True),)
        yield Remark(paragraph(runs, CHECKLIST_REMARK, room - indent), words[min(place, 1)], indent)


def _without_domain(username: str) -> str:
    """What differs from child to child: the list says once what follows the @."""
    return username.partition("@")[0]
