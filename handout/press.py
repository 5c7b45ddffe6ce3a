"""Content × students → PDF bytes: the handout for everybody, and the set for a class."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from handout.binder import Binder, Copy
from handout.content import Content, Panel, Reader
from handout.edition import PLAIN, Edition, Look, lay_out, load_pictures
from handout.errors import Problem
from handout.fields import PERSONAL_FIELDS, bookmark_words
from handout.fonts import Face, FontSet
from handout.layout import TOP, Bookmark, LaidOut
from handout.markup import plain
from handout.metadata import Document, part_title, whole_title
from handout.pen import DrawnPage
from handout.pictures import LEAST_DPI, Picture
from handout.slips import SlipGrid, draw_slips
from handout.students import Student

Layout = Literal["pack", "sheet", "slips"]

LOWER_PRIMARY = range(1, 4)  # the levels whose parents keep the account
UPPER_PRIMARY = range(4, 7)
BLANK_PAGE = DrawnPage(b"", b"", None, (), ())


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
        self._editions: dict[object, Edition] = {}
        classes = dict.fromkeys(student.class_name for student in students)
        people = (*students, *map(spare, classes), NOBODY)
        self._learn_letters(people)
        for student in people:
            self._lay_out_for(student)
        self._binder = Binder(self._fonts, self._pictures, tagged=tagged)
        self._templates = {
            variant: self._binder.template(_padded(edition.laid_out))
            for variant, edition in self._editions.items()
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
        return len(self._editions[_variant(NOBODY)].laid_out.pages)

    def handout(self) -> bytes:
        """The handout for everybody."""
        edition = self._editions[_variant(NOBODY)]
        personal = edition.personal_content(NOBODY)
        title, *headings = edition.laid_out.bookmarks
        settings = self._content.settings
        document = Document(f"{title.words} – {settings.school}", settings.language, title.words)
        copy = Copy(self._binder.template(edition.laid_out), personal, tuple(headings))
        return self._binder.bind([copy], document)

    def pages(self, count: int, spares: int = 0) -> int:
        """How many pages a PDF of so many students and spares has."""
        copies = count + spares
        if self._layout == "slips":
            return -(-copies // SlipGrid().per_page)
        return copies * next(iter(self._templates.values())).pages

    def print(
        self, students: Sequence[Student], class_name: str, spares: int = 0, *, part: bool = False
    ) -> bytes:
        """One PDF: a copy for each student in their order, then the spares; `part`: not all of the class."""
        title = part_title(class_name) if part else whole_title(class_name)
        people = [*students, *[spare(class_name)] * spares]
        if self._layout == "slips":
            return self._print_slips(people, _document(self._content, title, duplex="Simplex"))
        return self._binder.bind(map(self._copy, people), _document(self._content, title))

    def _learn_letters(self, people: Sequence[Student]) -> None:
        words = "".join(
            text for person in people for text in (person.name, person.class_name, person.register_number)
        )
        self._fonts.encode(Face.BOLD, words)
        self._fonts.encode(Face.TYPED, "".join(person.username for person in people))

    def _lay_out_for(self, student: Student) -> None:
        """Lay out the pages for such a student where it has not been done."""
        variant = _variant(student)
        if variant not in self._editions:
            reader = reader_for(self._content.panel, student)
            self._editions[variant] = lay_out(
                self._content, reader, student, self._pictures, self._fonts, self._look
            )

    def _copy(self, student: Student) -> Copy:
        variant = _variant(student)
        personal = self._editions[variant].personal_content(student)
        return Copy(self._templates[variant], personal, (Bookmark(bookmark_words(student), 0, TOP),))

    def _print_slips(self, students: Sequence[Student], document: Document) -> bytes:
        """Slips share no page, so each class has fonts of its own."""
        fonts = FontSet()
        laid_out = draw_slips(students, self._content.panel.labels, fonts, grey=self._look.grey)
        return bind_once(laid_out, fonts, document)


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


def _document(content: Content, title: str, duplex: str = "DuplexFlipLongEdge") -> Document:
    return Document(f"{plain(content.title)} – {title}", content.settings.language, title, duplex)
