"""The teacher's hand-out list: who gets the paper, what is printed on it, and which usernames to check."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from handout.model import Content, Run, Student, checklist_title
from handout.pages import checklist_sizes
from handout.pages.blocks import Block, TextBlock
from handout.pages.checklist_columns import NAME, USERNAME, Column, Paragraph, figures
from handout.pages.checklist_rows import (
    Cell,
    RowBlock,
    RunningHead,
    SignatureCell,
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
    FOOTER,
    MEASURE,
    TypeStyle,
    points,
)
from handout.typesetting import Face, set_text, single_line

_ORIGINS = {"given": "from the list", "derived": "worked out", "blank": "blank"}
NO_BREAK = "\u00a0"
SIGN_OFF = (("Teacher", 115.0), ("Date", 57.0))  # as wide as the page, in millimetres


def draw_checklist(content: Content, class_name: str, students: Sequence[Student], fonts: FontSet) -> LaidOut:
    """The pages of the hand-out list of one class, its students in their order: all black."""
    root, title, blank = Element("Part"), checklist_title(class_name), content.panel.labels.blank
    opening: list[Block] = [
        _text((Run(title),), checklist_sizes.TITLE, root.child("H1")),
        *(
            _text(runs, checklist_sizes.NOTE, root.child("P"))
            for runs in _notes(students, content.settings.domain)
        ),
        SignOff(lines=SIGN_OFF, blank=blank, parent=root.child("Div"), keep_with_next=True),
    ]
    table = root.child("Table")
    opening.append(heading_row(table.child("TR")))
    rows = [_row(student, table.child("TR"), blank) for student in students]
    words = single_line(title, Face.BOLD, checklist_sizes.RUNNING_HEAD.size)
    running_head = RunningHead(title=words)
    height = frame_height(content, FOOTER)
    pages = _balanced([*opening, *_roomy(opening, rows, height, running_head)], height, running_head)
    return draw_pages(pages, root, fonts, grey=True, source=content.settings.school)


def _roomy(
    opening: Sequence[Block], rows: Sequence[RowBlock], height: float, running_head: Block
) -> Sequence[RowBlock]:
    """The rows as high as they can be without a further page: a signature needs room."""
    fewest = len(paginate([*opening, *rows], height, running_head))
    for least in checklist_sizes.ROOMY_ROWS:
        higher = [replace(row, least_height=points(least)) for row in rows]
        if len(paginate([*opening, *higher], height, running_head)) == fewest:
            return higher
    return rows


def _balanced(blocks: Sequence[Block], height: float, running_head: Block) -> list[list[Placed]]:
    """On as few pages as possible, none much fuller than the others."""
    pages = paginate(blocks, height, running_head)
    while len(pages) > 1:
        height -= points(checklist_sizes.ROW)
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


def _row(student: Student, element: Element, blank: str) -> RowBlock:
    number = student.register_number
    child = student.name or (f"No. {number}" if number else "this child")
    name = (
        TextCell((NAME.whole_words(student.name),), ROW_HEADER)
        if student.name
        else WritingCell("Name", blank, (_mark(NAME, "blank"),), ROW_HEADER)
    )
    cells = (
        TickCell(f"Handed out to {child}"),
        TextCell((figures(number),) if number else (), to_the_right=True),
        name,
        _username(student, f"Username of {child}", blank),
        SignatureCell(f"Signature for {child}", blank),
    )
    return RowBlock(cells=cells, element=element)


def _username(student: Student, purpose: str, blank: str) -> Cell:
    """What is on the child's paper, or a line to write on, and what is said of it."""
    if not student.username:
        return WritingCell(purpose, blank, tuple(_remarks(student)))
    printed = _typed(student.username, checklist_sizes.CELL)
    mark = () if student.origin == "given" else (_mark(USERNAME, _ORIGINS[student.origin]),)
    return TextCell((printed, *mark))


def _mark(column: Column, word: str, reason: str = "") -> Paragraph:
    """What a teacher sees at a glance, and why."""
    return column.paragraph(
        checklist_sizes.SMALL, Run(word, bold=True), *([Run(reason)] if reason else []), balanced=True
    )


def _remarks(student: Student) -> Iterator[Paragraph]:
    """Why nobody can be sure of a username, and what it might be: the suggestions are below each other."""
    suggestions = list(filter(None, student.suggestion.split(" or ")))
    reason = f": {student.reason}" if student.reason else ""
    perhaps = ". Perhaps" if suggestions else "." if reason else ""
    yield _mark(USERNAME, _ORIGINS[student.origin], reason + perhaps)
    for place, username in enumerate(suggestions, 1):
        yield _typed(username, checklist_sizes.SMALL, " or" if place < len(suggestions) else "")


def _typed(username: str, style: TypeStyle, after: str = "") -> Paragraph:
    """What differs from child to child: the list says once what follows the @."""
    return USERNAME.typed(username.partition("@")[0], style, after)
