"""Content × students → PDF bytes: the handout for everybody, and the set for a class."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from handout.binder import Binder, Copy
from handout.content import Content, Panel, Reader
from handout.errors import ContentError, Problem
from handout.fields import PERSONAL_FIELDS, bookmark_words
from handout.fonts import Face, FontSet
from handout.layout import LEFT, TOP, Bookmark, LaidOut, draw_pages, paginate
from handout.markup import plain
from handout.metadata import Document
from handout.pen import DrawnPage, Pen
from handout.pictures import LEAST_DPI, Picture, PictureError, prepare_pictures
from handout.sheet import PanelBlock
from handout.slips import SlipGrid, draw_slips
from handout.story import front_blocks, guide_blocks, guide_box, portal_block
from handout.students import Student
from handout.tagging import Element
from handout.theme import LARGE, NORMAL, Theme

Layout = Literal["pack", "sheet", "slips"]

LOWER_PRIMARY = range(1, 4)  # the levels whose parents keep the account
UPPER_PRIMARY = range(4, 7)
BLANK_PAGE = DrawnPage(b"", b"", None, (), ())


@dataclass(frozen=True, slots=True)
class Look:
    """How the pages are printed, whatever they say. `grey` and `saver` (of toner) reach the pictures."""

    guides_per_page: int = 3
    saver: bool = False
    grey: bool = False
    large: bool = False

    @property
    def theme(self) -> Theme:
        return LARGE if self.large else NORMAL


PLAIN = Look()


@dataclass(frozen=True, slots=True)
class Front:
    """The pages of a copy for one reader, with the panel that is drawn anew for each child."""

    laid_out: LaidOut
    panel: PanelBlock
    panel_top: float

    def personal_content(self, student: Student, fonts: FontSet, *, grey: bool) -> bytes:
        pen = Pen(fonts, 0, grey=grey, first_mark=self.laid_out.pages[0].personal_mark or 0)
        self.panel.draw_fields(pen, student, Element("Sect"), LEFT, self.panel_top)
        return pen.content()


def build_handout(content: Content, look: Look = PLAIN) -> bytes:
    """The handout for everybody: an A4 PDF with blank lines. Raises ContentError."""
    return Press(content, (), look).handout()


def bind_once(
    laid_out: LaidOut,
    fonts: FontSet,
    document: Document,
    pictures: Sequence[Picture] = (),
    personal: bytes = b"",
) -> bytes:
    """The PDF of pages that are printed as they are."""
    binder = Binder(fonts, pictures)
    return binder.bind([Copy(binder.template(laid_out), personal, laid_out.bookmarks)], document)


def lay_out(
    content: Content,
    reader: Reader,
    student: Student,
    pictures: Sequence[Picture],
    fonts: FontSet,
    look: Look,
) -> Front:
    """Lay out and draw the pages of one copy; without pictures, its first page alone."""
    root = Element("Part")
    blocks = front_blocks(content, reader, student, look.theme, root)
    if pictures:
        blocks += guide_blocks(content.guides, pictures, look.theme, look.guides_per_page, root)
    blocks.append(portal_block(content, look.theme, root))
    pages = paginate(blocks)
    panel, top = next(
        (placed.block, TOP - placed.down) for placed in pages[0] if isinstance(placed.block, PanelBlock)
    )
    return Front(draw_pages(pages, content, root, fonts, grey=look.grey), panel, top)


def load_pictures(content: Content, look: Look) -> list[Picture]:
    """The guides' pictures, ready for print; raises ContentError with every one that cannot be printed."""
    guides = content.guides
    width, height = guide_box(guides, look.theme, look.guides_per_page)
    found = prepare_pictures(
        [guide.image for guide in guides.pictures], width, height, saver=look.saver, grey=look.grey
    )
    problems = [
        Problem(content.path.name, guide.line, picture.what, picture.remedy)
        for guide, picture in zip(guides.pictures, found, strict=True)
        if isinstance(picture, PictureError)
    ]
    if problems:
        raise ContentError(problems)
    return [picture for picture in found if isinstance(picture, Picture)]


def class_set(
    content: Content,
    students: Sequence[Student],
    look: Look = PLAIN,
    *,
    layout: Layout = "pack",
    spares: int = 0,
    tagged: bool = True,
) -> bytes:
    """One class as one PDF, a copy for each student in their order, then the spares. Raises ContentError."""
    press = Press(content, students, look, layout, tagged=tagged)
    return press.print(students, students[0].class_name if students else "", spares)


class Press:
    """Prints the classes of one run; what they share is laid out and packed once.

    `students` are all that will be printed: the fonts must know their letters before the first page.
    `tagged=False` leaves the structure tree out, to measure what it costs.
    """

    def __init__(
        self,
        content: Content,
        students: Sequence[Student],
        look: Look = PLAIN,
        layout: Layout = "pack",
        *,
        tagged: bool = True,
    ) -> None:
        self._content = content
        self._look = look
        self._layout = layout
        self._fonts = FontSet()
        self._pictures = load_pictures(content, look) if layout == "pack" else []
        self._fronts: dict[object, Front] = {}
        classes = dict.fromkeys(student.class_name for student in students)
        for student in (*students, *map(spare, classes), NOBODY):
            self._learn(student)
        self._binder = Binder(self._fonts, self._pictures, tagged=tagged)
        self._templates = {
            variant: self._binder.template(_padded(front.laid_out)) for variant, front in self._fronts.items()
        }

    @property
    def warnings(self) -> list[Problem]:
        """Pictures that will look soft in print."""
        return [
            Problem(
                self._content.path.name,
                guide.line,
                f'"{guide.image.name}" has only {picture.dpi:.0f} dots per inch at its printed size and will look soft.',
                f"Use a larger picture: at least {LEAST_DPI} dots per inch.",
            )
            for guide, picture in zip(
                self._content.guides.pictures, self._pictures, strict=bool(self._pictures)
            )
            if picture.dpi < LEAST_DPI
        ]

    @property
    def handout_pages(self) -> int:
        """How many pages the handout for everybody has."""
        return len(self._fronts[_variant(NOBODY)].laid_out.pages)

    def handout(self) -> bytes:
        """The handout for everybody."""
        front = self._fronts[_variant(NOBODY)]
        personal = front.personal_content(NOBODY, self._fonts, grey=self._look.grey)
        title, *headings = front.laid_out.bookmarks
        settings = self._content.settings
        document = Document(f"{title.words} – {settings.school}", settings.language, title.words)
        copy = Copy(self._binder.template(front.laid_out), personal, tuple(headings))
        return self._binder.bind([copy], document)

    def pages(self, count: int, spares: int = 0) -> int:
        """How many pages a PDF of so many students and spares has."""
        copies = count + spares
        if self._layout == "slips":
            return -(-copies // SlipGrid().per_page)
        return copies * len(next(iter(self._templates.values())).pages)

    def print(self, students: Sequence[Student], class_name: str, spares: int = 0) -> bytes:
        """One PDF: a copy for each student in their order, then the spares."""
        people = [*students, *[spare(class_name)] * spares]
        if self._layout == "slips":
            return self._print_slips(people, class_name)
        return self._binder.bind(map(self._copy, people), _document(self._content, class_name))

    def _learn(self, student: Student) -> None:
        """Lay out the pages for such a student where it has not been done, and learn the letters."""
        for text in (student.name, student.class_name, student.register_number):
            self._fonts.add(Face.BOLD, text)
        self._fonts.add(Face.TYPED, student.username)
        if _variant(student) not in self._fronts:
            reader = reader_for(self._content.panel, student)
            self._fronts[_variant(student)] = lay_out(
                self._content, reader, student, self._pictures, self._fonts, self._look
            )

    def _copy(self, student: Student) -> Copy:
        variant = _variant(student)
        personal = self._fronts[variant].personal_content(student, self._fonts, grey=self._look.grey)
        return Copy(self._templates[variant], personal, (Bookmark(bookmark_words(student), 0, TOP),))

    def _print_slips(self, students: Sequence[Student], class_name: str) -> bytes:
        """Slips share no page, so each class has fonts of its own."""
        fonts = FontSet()
        laid_out = draw_slips(students, self._content.panel.labels, fonts, grey=self._look.grey)
        return bind_once(laid_out, fonts, _document(self._content, class_name, duplex="Simplex"))


NOBODY = Student(name="", class_name="", register_number="", username="", origin="blank")


def spare(class_name: str) -> Student:
    """The sheet for a child who is not on the list yet."""
    return replace(NOBODY, class_name=class_name)


def reader_for(panel: Panel, student: Student) -> Reader:
    """The words of the panel for the one who keeps the account."""
    if student.level in LOWER_PRIMARY:
        return panel.primary_1_to_3
    if student.level in UPPER_PRIMARY:
        return panel.primary_4_to_6
    return panel.everyone


def _variant(student: Student) -> tuple[object, ...]:
    """What the pages depend on besides the letters: the reader, and which lines stay blank."""
    reader = next((levels for levels in (LOWER_PRIMARY, UPPER_PRIMARY) if student.level in levels), None)
    return (reader, *(bool(getattr(student, name)) for name in PERSONAL_FIELDS))


def _padded(laid_out: LaidOut) -> LaidOut:
    """An even number of pages: printed on both sides, the next child begins on a fresh sheet."""
    if len(laid_out.pages) % 2:
        return replace(laid_out, pages=(*laid_out.pages, BLANK_PAGE))
    return laid_out


def _document(content: Content, class_name: str, duplex: str = "DuplexFlipLongEdge") -> Document:
    title = plain(content.title)
    words = f"Class {class_name}" if class_name else "Class set"
    return Document(f"{title} – {words}", content.settings.language, words, duplex)
