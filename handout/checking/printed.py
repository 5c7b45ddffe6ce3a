"""A printed set read back with pypdf: the children's panels on its pages, and the bookmarks."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pypdf import PdfReader

from handout.checking.opened import ForeignFileError
from handout.checking.surfaces import Page
from handout.checking.words import squeezed
from handout.model import Labels

WORKED_OUT = "worked_out"
PERSONAL = ("name", "class_name", "register_number", "username")


@dataclass(frozen=True, slots=True)
class Field:
    """What is on a line of a panel, in which marks, and what a screen reader says in its place."""

    text: str = ""
    marks: frozenset[int] = frozenset()
    spoken: str = ""


@dataclass(frozen=True, slots=True)
class Panel:
    """A child's panel or slip. `fields` are by the name of their label in content.yaml."""

    page: int
    fields: Mapping[str, Field]

    @property
    def values(self) -> tuple[str, ...]:
        return tuple([self.fields[name].text for name in PERSONAL])

    @property
    def name(self) -> str:
        return self.fields["name"].text

    @property
    def class_name(self) -> str:
        return self.fields["class_name"].text

    @property
    def username(self) -> str:
        return self.fields["username"].text

    @property
    def says_worked_out(self) -> bool:
        return WORKED_OUT in self.fields

    @property
    def is_spare(self) -> bool:
        return not (self.name or self.fields["register_number"].text or self.username)

    @property
    def marks(self) -> frozenset[int]:
        """The marks of all that is the child's own."""
        return frozenset().union(*(self.fields[name].marks for name in PERSONAL))


@dataclass(frozen=True, slots=True)
class Bookmark:
    words: str
    page: int
    below: Sequence["Bookmark"]


@dataclass(frozen=True, slots=True)
class PrintedSet:
    """`unread` are the pages with a panel that is not as ours are."""

    pages: Sequence[Page]
    panels: Sequence[Panel]
    unread: Sequence[int]
    bookmarks: Sequence[Bookmark]
    is_one_sided: bool


def read_set(reader: PdfReader, pages: Sequence[Page], labels: Labels) -> PrintedSet:
    """Raises ForeignFileError, or what pypdf raises, where the file is not a class set made here."""
    places: dict[int, list[int]] = {}
    for place, page in enumerate(reader.pages):
        if page.indirect_reference:
            places.setdefault(page.indirect_reference.idnum, []).append(place)
    found = [
        panel
        for section in _elements(reader.root_object["/StructTreeRoot"], "/Sect")
        for panel in _panels(section, pages, places, labels)
    ]
    whole = [panel for panel in found if panel.fields.keys() >= set(PERSONAL)]
    panels = sorted(whole, key=lambda panel: panel.page)
    unread = [panel.page for panel in found if panel not in whole]
    preferences: Any = reader.root_object.get("/ViewerPreferences", {})
    outlines: Any = reader.root_object["/Outlines"]
    one_sided = preferences.get("/Duplex") == "/Simplex"
    return PrintedSet(pages, panels, unread, list(_bookmarks(outlines, places)), one_sided)


def _elements(element: Any, kind: str) -> Iterator[Any]:
    for kid in _kids(element):
        if kid.get("/S") == kind:
            yield kid
        elif "/S" in kid:
            yield from _elements(kid, kind)


def _kids(element: Any) -> list[Any]:
    kids: Any = element.get("/K", [])
    found = [kid.get_object() for kid in (list.__iter__(kids) if isinstance(kids, list) else [kids])]
    return [kid for kid in found if isinstance(kid, dict)]


@dataclass(frozen=True, slots=True)
class _Leaf:
    """Marked content below a section: its elements from the top, page, number, and what is said for it."""

    above: tuple[int, ...]
    page: int
    mark: int
    spoken: str


def _leaves(element: Any, above: tuple[int, ...] = ()) -> Iterator[_Leaf]:
    for kid in _kids(element):
        if "/MCID" in kid:
            spoken = str(element.get("/ActualText", ""))
            yield _Leaf(above, kid.raw_get("/Pg").idnum, int(kid["/MCID"]), spoken)
        elif "/S" in kid:
            yield from _leaves(kid, (*above, id(element)))


def _panels(
    section: Any, pages: Sequence[Page], places: Mapping[int, Sequence[int]], labels: Labels
) -> Iterator[Panel]:
    """The panel of a section, on each page where its marks are shown."""
    leaves = list(_leaves(section))
    home = {leaf.page for leaf in leaves}
    if len(home) != 1:
        raise ForeignFileError
    for place in places[home.pop()]:
        page = pages[place]
        yield Panel(page.number, _fields(leaves, page.surface.texts, labels))


def _fields(leaves: Sequence[_Leaf], texts: Mapping[int, str], labels: Labels) -> dict[str, Field]:
    """What follows each label in its row, up to the next label; a second line of one label has a + behind its name."""
    names = {squeezed(label): name for name, label in labels._asdict().items()}
    found: dict[str, Field] = {}
    name, row, waits = "", 0, False
    for leaf in leaves:
        text = texts[leaf.mark]
        known = names.get(text.removesuffix(":"), "")
        in_row = bool(name) and row in leaf.above
        if known == WORKED_OUT:  # about the username above it, in a row of its own
            found[known], name = Field(), ""
        elif known and not (in_row and waits) and (known not in found or known not in PERSONAL):
            name, row, waits = known, leaf.above[-1] if leaf.above else 0, True
            while name in found:
                name += "+"
            found[name] = Field()
        elif in_row:
            former = found[name]
            spoken = former.spoken + squeezed(leaf.spoken)
            found[name], waits = Field(former.text + text, former.marks | {leaf.mark}, spoken), False
    return found


def _bookmarks(above: Any, places: Mapping[int, Sequence[int]]) -> Iterator[Bookmark]:
    entry = above.get("/First")
    while entry is not None:
        entry = entry.get_object()
        if "/A" in entry:
            raise ForeignFileError
        page = list.__getitem__(entry["/Dest"], 0).idnum
        yield Bookmark(str(entry["/Title"]), places[page][0] + 1, list(_bookmarks(entry, places)))
        entry = entry.get("/Next")
