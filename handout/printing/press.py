"""Content × students → PDF bytes: the handout for everybody, and the set for a class."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from handout.errors import ContentError, Flaw, Place, Problem, UsageError
from handout.model import (
    NOBODY,
    PLAIN,
    Content,
    Layout,
    Look,
    Reader,
    Student,
    bookmark_words,
    checklist_title,
    checklists_title,
    part_title,
    plain,
    several_title,
    whole_title,
)
from handout.pages import (
    TOP,
    Edition,
    SlipGrid,
    draw_checklist,
    draw_slips,
    lay_out,
    learn_letters,
    panel_kind,
    slip_problems,
)
from handout.pdf import Binder, Bookmark, Chapter, Copy, Document, DrawnPage, FontSet, LaidOut
from handout.pictures import FromFiles, PictureSource
from handout.printing.guide_pictures import load_pictures, missed_guides, soft_pictures, unused_choice

# What the pages depend on besides the letters: the reader, and the kind of panel.
Variant = tuple[str | int, ...]

LOWER_PRIMARY = range(1, 4)  # the levels whose parents keep the account
UPPER_PRIMARY = range(4, 7)
BLANK_PAGE = DrawnPage(b"", "", b"", (), ())


class ClassSet(NamedTuple):
    """What of a class goes into a file: these people in their order. `part`: not all of the class."""

    class_name: str
    people: Sequence[Student]
    part: bool = False

    @property
    def title(self) -> str:
        return part_title(self.class_name) if self.part else whole_title(self.class_name)


class Press:
    """Prints the classes of one run; what they share is laid out and packed once.

    `people` are all that will be printed, spares too: their letters must be known before the first page.
    NOBODY among them is the reader of the handout for everybody. `source` gives the guides' pictures.
    """

    def __init__(
        self,
        content: Content,
        people: Sequence[Student],
        look: Look = PLAIN,
        layout: Layout = "pack",
        source: PictureSource = FromFiles(),  # noqa: B008 - it holds nothing
    ) -> None:
        self._content = content
        self._look = look
        self._layout = layout
        self._fonts = FontSet()
        if layout == "slips" and look.large:
            flaw = Flaw("Slips have one size of type.", "Leave out large print, or print sheets.")
            raise UsageError(Problem(Place("Large print"), flaw))
        if layout == "slips" and (problems := slip_problems(content)):
            raise ContentError(problems)
        self._pictures = load_pictures(content, look, source) if layout == "pack" else []
        learn_letters(self._fonts, people)
        self._variants = {} if layout == "slips" else {person: _variant(person, look) for person in people}
        self._editions = self._lay_out({variant: person for person, variant in self._variants.items()})
        self._binder = Binder(self._fonts, self._pictures)
        self._templates = {
            variant: self._binder.template(edition.laid_out if self.one_sided else _padded(edition.laid_out))
            for variant, edition in self._editions.items()
        }

    @property
    def warnings(self) -> list[Problem]:
        """A text that is a little too long or speaks of guides that are not there; pictures that will look soft.

        And a choice that changes nothing.
        """
        notes = dict.fromkeys(edition.note for edition in self._editions.values() if edition.note)
        alone = missed_guides(self._content) if self._layout == "sheet" else []
        unused = unused_choice(self._content, self._pictures, self._look)
        return [*notes, *alone, *soft_pictures(self._content, self._pictures), *unused]

    @property
    def one_sided(self) -> bool:
        """Whether the paper is printed on one side: slips, and pages that are printed alone."""
        single = all(len(edition.laid_out.pages) == 1 for edition in self._editions.values())
        return self._layout == "slips" or (self._layout == "sheet" and single)

    @property
    def handout_pages(self) -> int:
        """How many pages the handout for everybody has."""
        return len(self._editions[self._variants[NOBODY]].laid_out.pages)

    def handout(self) -> bytes:
        """The handout for everybody."""
        edition = self._editions[self._variants[NOBODY]]
        personal = edition.personal_content(NOBODY)
        title, *headings = edition.laid_out.bookmarks
        settings = self._content.settings
        document = Document(f"{title.words} – {settings.school}", settings.language)
        copy = Copy(self._binder.template(edition.laid_out), personal, tuple(headings) or (title,))
        return self._binder.bind([Chapter(title.words, [copy])], document)

    def pages(self, people: Sequence[Student]) -> int:
        """How many pages a PDF of these people has."""
        if self._layout == "slips":
            return -(-len(people) // SlipGrid().per_page)
        return sum(self._templates[self._variants[person]].pages for person in people)

    def print(self, people: Sequence[Student], class_name: str, *, part: bool = False) -> bytes:
        """One PDF: a copy for each of these people in their order; `part`: not all of the class."""
        return self.print_together([ClassSet(class_name, people, part)])

    def print_together(self, sets: Sequence[ClassSet]) -> bytes:
        """One PDF of one or more classes: each has a bookmark of its own and begins on a fresh sheet."""
        title = sets[0].title if len(sets) == 1 else several_title(len(sets))
        if self._layout == "slips":
            return self._print_slips(sets, _document(self._content, title, duplex="Simplex"))
        chapters = (Chapter(part.title, map(self._copy, part.people)) for part in sets)
        duplex = "Simplex" if self.one_sided else "DuplexFlipLongEdge"
        return self._binder.bind(chapters, _document(self._content, title, duplex))

    def checklist(self, students: Sequence[Student], class_name: str) -> bytes:
        """The hand-out list of a class as a PDF."""
        return self.checklists([ClassSet(class_name, students)])

    def checklists(self, sets: Sequence[ClassSet]) -> bytes:
        """The hand-out lists of one or more classes as one PDF, each on a fresh sheet."""
        fonts = FontSet()
        titles = [checklist_title(part.class_name) for part in sets]
        lists = [draw_checklist(self._content, part.class_name, part.people, fonts) for part in sets]
        title = titles[0] if len(sets) == 1 else checklists_title(len(sets))
        fresh = [*map(_padded, lists[:-1]), lists[-1]]
        document = Document(title, self._content.settings.language)
        return _bound(list(zip(titles, fresh, strict=True)), fonts, document)

    def _lay_out(self, kinds: Mapping[Variant, Student]) -> dict[Variant, Edition]:
        """The pages for each kind of people. Raises ContentError with what does not fit in any of them."""
        editions: dict[Variant, Edition] = {}
        problems: list[Problem] = []
        for variant, person in kinds.items():
            reader: Reader = getattr(self._content.panel, _reader_key(person))
            try:
                editions[variant] = lay_out(
                    self._content, reader, person, self._pictures, self._fonts, self._look
                )
            except ContentError as error:
                problems += error.problems
        if problems:
            raise ContentError(list(dict.fromkeys(problems)))
        return editions

    def _copy(self, student: Student) -> Copy:
        variant = self._variants[student]
        personal = self._editions[variant].personal_content(student)
        return Copy(self._templates[variant], personal, (Bookmark(bookmark_words(student), 0, TOP),))

    def _print_slips(self, sets: Sequence[ClassSet], document: Document) -> bytes:
        """Slips share no page, so each file has fonts of its own."""
        fonts = FontSet()
        slips = [(part.title, draw_slips(part.people, self._content, fonts)) for part in sets]
        return _bound(slips, fonts, document)


def _bound(chapters: Sequence[tuple[str, LaidOut]], fonts: FontSet, document: Document) -> bytes:
    """The PDF of pages that are printed as they are, each chapter with the bookmark above its own."""
    binder = Binder(fonts, ())
    copies = [(title, Copy(binder.template(pages), b"", pages.bookmarks)) for title, pages in chapters]
    return binder.bind([Chapter(title, [copy]) for title, copy in copies], document)


def _reader_key(student: Student) -> str:
    """To whom the panel speaks: the one who keeps the account."""
    if student.level in LOWER_PRIMARY:
        return "primary_1_to_3"
    if student.level in UPPER_PRIMARY:
        return "primary_4_to_6"
    return "everyone"


def _variant(student: Student, look: Look) -> Variant:
    return (_reader_key(student), *panel_kind(student, look.theme))


def _padded(laid_out: LaidOut) -> LaidOut:
    """An even number of pages: printed on both sides, the next child begins on a fresh sheet."""
    if len(laid_out.pages) % 2:
        return laid_out._replace(pages=(*laid_out.pages, BLANK_PAGE))
    return laid_out


def _document(content: Content, title: str, duplex: str) -> Document:
    return Document(f"{plain(content.title)} – {title}", content.settings.language, duplex)
