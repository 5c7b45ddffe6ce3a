"""The teacher's hand-out list: who gets the paper, what is printed on it, and which usernames to check."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from handout.model import Content, Run, Student, checklist_title
from handout.pages import checklist_sizes
from handout.pages.blocks import Block, TextBlock
from handout.pages.checklist_columns import NOTE, UNNOTED, USERNAME, Paragraph, figures
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
SPARE = "spare"
SIGN_OFF = (("Teacher", 115.0), ("Date", 57.0))  # as wide as the page, in millimetres


def draw_checklist(content: Content, class_name: str, people: Sequence[Student], fonts: FontSet) -> LaidOut:
    """The pages of the hand-out list of one class, its students in their order, spares last: all black."""
    root, title = Element("Part"), checklist_title(class_name)
    blank, domain = content.panel.labels.blank, content.settings.domain
    opening: list[Block] = [
        _text((Run(title),), checklist_sizes.TITLE, root.child("H1")),
        *(_text((Run(words),), checklist_sizes.WORDS, root.child("P")) for words in _notes(people)),
        SignOff(lines=SIGN_OFF, blank=blank, parent=root.child("Div"), keep_with_next=True),
    ]
    table = root.child("Table")
    opening.append(heading_row(table.child("TR"), domain))
    rows = [_row(student, table.child("TR"), blank) for student in people]
    words = single_line(title, Face.BOLD, checklist_sizes.RUNNING_HEAD.size)
    running_head = RunningHead(title=words, domain=domain)
    height = frame_height(content, FOOTER) - points(checklist_sizes.AFTER_TABLE)
    pages = _balanced([*opening, *_roomy(opening, rows, height, running_head)], height, running_head)
    return draw_pages(pages, root, fonts, grey=True, source=content.settings.school)


def _roomy(
    opening: Sequence[Block], rows: Sequence[RowBlock], height: float, running_head: Block
) -> Sequence[RowBlock]:
    """The rows as high as they can be without a further page: a signature needs room."""
    fewest = len(paginate([*opening, *rows], height, running_head))
    for padding in checklist_sizes.ROOMY_PADDINGS:
        higher = [replace(row, padding=points(padding)) for row in rows]
        if len(paginate([*opening, *higher], height, running_head)) == fewest:
            return higher
    return rows


def _balanced(blocks: Sequence[Block], height: float, running_head: Block) -> list[list[Placed]]:
    """On as few pages as possible, none much fuller than the others."""
    pages = paginate(blocks, height, running_head)
    while len(pages) > 1:
        height -= points(checklist_sizes.STEP)
        shorter = paginate(blocks, height, running_head)
        if len(shorter) > len(pages):
            break
        pages = shorter
    return pages


def _text(runs: tuple[Run, ...], style: TypeStyle, element: Element) -> TextBlock:
    lines = set_text(runs, style, points(MEASURE))
    return TextBlock(lines=lines, style=style, indent=0, element=element, keep_with_next=True)


def _notes(people: Sequence[Student]) -> Iterator[str]:
    """What the list holds, and what to do with it."""
    students = [one for one in people if not one.is_spare]
    spares = len(people) - len(students)
    count = "1 child" if len(students) == 1 else f"{len(students)} children"
    if spares:
        count += " and 1 spare" if spares == 1 else f" and {spares} spares"
    origins = Counter[str](student.origin for student in students)
    usernames = ", ".join(
        f"{origins[origin]}{NO_BREAK}{words}" for origin, words in _ORIGINS.items() if origins[origin]
    )
    yield f"{count}. Usernames: {usernames}."
    blank = [what for what in ("name", "username") if not all(getattr(one, what) for one in students)]
    to_do = [
        "Tick the box when the child gets the paper.",
        "Check each username that was worked out." if origins["derived"] else "",
        f"Where a {' or '.join(blank)} is blank, write it here and on the paper." if blank else "",
        "Give a new child a spare, and fill in its row." if spares else "",
    ]
    yield " ".join(filter(None, to_do))


def _row(student: Student, element: Element, blank: str) -> RowBlock:
    number = student.register_number
    child = student.name or (
        f"No. {number}" if number else "a new child" if student.is_spare else "this child"
    )
    name = (
        TextCell((UNNOTED.whole_words(student.name),), ROW_HEADER)
        if student.name
        else WritingCell("Name", blank, ROW_HEADER)
    )
    cells = (
        TickCell(f"Handed out to {child}"),
        TextCell((figures(number),) if number else (), to_the_right=True),
        name,
        _username(student, f"Username of {child}", blank),
        _note(student),
        SignatureCell(f"Signature for {child}", blank),
    )
    return RowBlock(cells=cells, element=element)


def _username(student: Student, purpose: str, blank: str) -> Cell:
    """What is on the child's paper, or a line to write on with what it might be."""
    if student.username:
        column = UNNOTED if student.origin == "given" else USERNAME
        return TextCell((column.typed(_local(student.username), checklist_sizes.CELL),), level=1)
    return WritingCell(purpose, blank, level=1, remarks=_remarks(student))


def _note(student: Student) -> TextCell:
    """What a teacher sees at a glance: beside a name that is blank, else beside the username."""
    words = [] if student.name else [SPARE if student.is_spare else _ORIGINS["blank"]]
    if student.origin != "given" and not student.is_spare:
        words.append(_ORIGINS[student.origin])
    marks = [NOTE.paragraph(checklist_sizes.SMALL, Run(word, bold=True)) for word in dict.fromkeys(words)]
    return TextCell(tuple(marks), level=1 if student.name else 0)


def _remarks(student: Student) -> Sequence[Paragraph]:
    """Why nobody can be sure of a username, and what it might be: on as few lines as have room for the words."""
    suggestions = list(filter(None, student.suggestion.split(" or ")))
    why = [Run(f"{student.reason[0].upper()}{student.reason[1:]}. ")] if student.reason else []
    if not suggestions:
        return [_remark(*why)] if why else []
    first, *others = (Run(_local(one), typed=True) for one in suggestions)
    either = [first, *(run for other in others for run in (Run(" or "), other))]
    perhaps = Run("Perhaps ")
    ways = [[[*why, perhaps, *either]], [why, [perhaps, *either]], [[*why, perhaps], either]]
    *short, last = ([_remark(*runs) for runs in way if runs] for way in ways)
    return next((way for way in short if all(len(words.lines) == 1 for words in way)), last)


def _remark(*runs: Run) -> Paragraph:
    return UNNOTED.paragraph(checklist_sizes.SMALL, *runs)


def _local(username: str) -> str:
    """What differs from child to child: the list says once what follows the @."""
    return username.partition("@")[0]
