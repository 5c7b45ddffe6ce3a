"""Drawn pages × copies → one PDF: shared streams, each copy its own pages, structure and bookmarks.

Streams, fonts and pictures are written once, whatever the number of copies. A copy adds its personal
stream, page dictionaries, links and structure elements, stamped from a pattern: nothing is parsed or
laid out again, and no copy can carry what another copy's stream holds.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from handout.pdf.colour_profile import srgb_profile
from handout.pdf.drawn import Bookmark, DrawnPage, LaidOut, Link
from handout.pdf.file import PdfFile, references, text_string
from handout.pdf.fonts import FontSet
from handout.pdf.metadata import PRODUCER, Document, Entry, Section, add_outline, xmp_packet
from handout.pdf.stamp import Pattern, Stamp, moving, moving_reference
from handout.pdf.tagging import FIRST_PAGE, Structure
from handout.pictures import Picture
from handout.theme import PAGE_HEIGHT, PAGE_WIDTH, points

_PORTRAIT, _LANDSCAPE = (
    f"/MediaBox[0 0 {points(width):.3f} {points(height):.3f}]"
    for width, height in ((PAGE_WIDTH, PAGE_HEIGHT), (PAGE_HEIGHT, PAGE_WIDTH))
)


class Template(NamedTuple):
    """A copy ready to be stamped: its objects, its entries in the parent tree, and how many pages it has.

    `top_element` is the place of its topmost structure element among its objects. A copy with a personal
    stream has it behind its objects.
    """

    objects: Stamp
    parent_tree: Pattern
    pages: int
    top_element: int
    personal: bool


class Copy(NamedTuple):
    """One copy to bind: the personal content of its first page, and its bookmarks."""

    template: Template
    personal: bytes
    bookmarks: tuple[Bookmark, ...]


class Chapter(NamedTuple):
    """Copies that belong together, and the bookmark above theirs."""

    bookmark: str
    copies: Iterable[Copy]


class _Bound:
    """What has been bound so far."""

    def __init__(self) -> None:
        self.nodes: list[int] = []
        self.pages = 0
        self.top_elements: list[int] = []
        self.parent_tree: list[bytes] = []
        self.outline: list[Section] = []


class Binder:
    """Holds what all files of a run share; `fonts` must know every character that will be printed."""

    def __init__(self, fonts: FontSet, pictures: Sequence[Picture]) -> None:
        self._base = PdfFile()
        self._pages, self._tree, self._parent = (self._base.reserve() for _ in range(3))
        self._streams: dict[bytes, int] = {}
        self._resources: dict[tuple[int, ...], int] = {}
        self._profile = self._base.add_stream(srgb_profile(), "/N 3")
        fonts_of_page = "".join(
            f"/{face.name} {number} 0 R" for face, number in fonts.embed(self._base).items()
        )
        self._fonts = self._base.add(f"<<{fonts_of_page}>>")
        self._pictures = [_add_picture(self._base, picture) for picture in pictures]

    def template(self, laid_out: LaidOut) -> Template:
        """Write the shared streams of these pages, each once however many templates have it."""
        pages = laid_out.pages
        links = [link for page in pages for link in page.links]
        structure = Structure(laid_out.root, len(pages), len(links), self._parent)
        elements = structure.bodies()
        personal = FIRST_PAGE + len(pages) + len(links) + len(elements)
        kids = " ".join(moving_reference(FIRST_PAGE + place) for place in range(len(pages)))
        node = f"<</Type/Pages/Parent {self._pages} 0 R/Count {len(pages)}/Kids[{kids}]>>"
        bodies = [node, *self._page_bodies(pages, personal), *elements]
        return Template(
            Stamp(bodies),
            Pattern(structure.parent_tree()),
            len(pages),
            structure.top_element,
            any(page.personal for page in pages),
        )

    def bind(self, chapters: Iterable[Chapter], document: Document) -> bytes:
        """The PDF of all the copies, in their order."""
        file = self._base.fork()
        bound = _Bound()
        for chapter in chapters:
            start = len(bound.nodes)
            entries = [entry for copy in chapter.copies for entry in _stamp(file, copy, bound)]
            bound.outline.append(Section(chapter.bookmark, bound.nodes[start] + FIRST_PAGE, entries))
        file.add(
            f"<</Type/Pages{_PORTRAIT}/Count {bound.pages}/Kids[{references(bound.nodes)}]>>",
            self._pages,
        )
        file.add(
            f"<</Type/StructElem/S/Document/P {self._tree} 0 R/K[{references(bound.top_elements)}]>>",
            self._parent,
        )
        parent_tree = file.add(b"<</Nums[" + b" ".join(bound.parent_tree) + b"]>>")
        file.add(
            f"<</Type/StructTreeRoot/K[{self._parent} 0 R]/ParentTree {parent_tree} 0 R"
            f"/ParentTreeNextKey {parent_tree}>>",
            self._tree,
        )
        return self._finish(file, document, bound)

    def _stream(self, content: bytes) -> int:
        if content not in self._streams:
            self._streams[content] = self._base.add_stream(content)
        return self._streams[content]

    def _resources_of(self, pictures: tuple[int, ...]) -> int:
        if pictures not in self._resources:
            named = "".join(f"/P{number} {self._pictures[number]} 0 R" for number in pictures)
            self._resources[pictures] = self._base.add(f"<</Font {self._fonts} 0 R/XObject<<{named}>>>>")
        return self._resources[pictures]

    def _page_bodies(self, pages: Sequence[DrawnPage], personal: int) -> list[str]:
        """Page dictionaries, then the links of them all; the key of each in the parent tree is its own number."""
        bodies, links = [], []
        link = FIRST_PAGE + len(pages)
        for number, page in enumerate(pages, FIRST_PAGE):
            resources = self._resources_of(page.pictures)
            before, after = self._stream(page.before), self._stream(page.after)
            own = moving_reference(personal) if page.personal else ""
            of_page = [_link(drawn, link + place) for place, drawn in enumerate(page.links)]
            areas = " ".join(moving_reference(link + place) for place in range(len(of_page)))
            annotations = f"/Annots[{areas}]" if areas else ""
            size = _LANDSCAPE if page.landscape else ""
            bodies.append(
                f"<</Type/Page/Parent {moving_reference(0)}{size}/Resources {resources} 0 R"
                f"/Contents[{before} 0 R {own} {after} 0 R]/StructParents {moving(number)}/Tabs/S{annotations}>>"
            )
            links += of_page
            link += len(of_page)
        return bodies + links

    def _finish(self, file: PdfFile, document: Document, bound: _Bound) -> bytes:
        outlines = add_outline(file, bound.outline)
        metadata = file.add_plain_stream(xmp_packet(document), "/Type/Metadata/Subtype/XML")
        root = file.add(
            f"<</Type/Catalog/Pages {self._pages} 0 R/Lang{text_string(document.language)}/StructTreeRoot {self._tree} 0 R/MarkInfo<</Marked true>>"
            f"/Metadata {metadata} 0 R/Outlines {outlines} 0 R/PageMode/UseOutlines"
            f"/ViewerPreferences<</DisplayDocTitle true/PrintScaling/None/Duplex/{document.duplex}>>"
            "/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)"
            f"/Info(sRGB)/DestOutputProfile {self._profile} 0 R>>]>>"
        )
        information = file.add(f"<</Title{text_string(document.title)}/Producer{text_string(PRODUCER)}>>")
        return file.finish(root, information)


def _stamp(file: PdfFile, copy: Copy, bound: _Bound) -> list[Entry]:
    """Add a copy to what is bound; its bookmarks."""
    template = copy.template
    count = len(template.objects)
    first = file.reserve(count + template.personal)
    file.add_stamped(template.objects.at(first), template.objects.places, first)
    if template.personal:
        file.add_stream(copy.personal, number=first + count)
    bound.nodes.append(first)
    bound.pages += template.pages
    bound.top_elements.append(first + template.top_element)
    bound.parent_tree.append(template.parent_tree.at(first))
    return [Entry(mark.words, first + FIRST_PAGE + mark.page, mark.top) for mark in copy.bookmarks]


def _link(link: Link, key: int) -> str:
    """A link's annotation; `key` leads to its element in the parent tree."""
    rectangle = " ".join(f"{edge:.2f}" for edge in link.area)
    return (
        f"<</Type/Annot/Subtype/Link/Rect[{rectangle}]/Border[0 0 0]/F 4/StructParent {moving(key)}"
        f"/Contents{text_string(link.words)}/A<</S/URI/URI{text_string(link.address)}>>>>"
    )


def _add_picture(file: PdfFile, picture: Picture) -> int:
    spaces = {"RGB": ("/DeviceRGB", 3), "L": ("/DeviceGray", 1)}
    if picture.colours == "P":
        palette = file.add_stream(picture.palette)
        space, channels = f"[/Indexed/DeviceRGB {len(picture.palette) // 3 - 1} {palette} 0 R]", 1
    else:
        space, channels = spaces[picture.colours]
    keys = (
        f"/Type/XObject/Subtype/Image/Width {picture.width}/Height {picture.height}/BitsPerComponent 8"
        f"/ColorSpace{space}/DecodeParms<</Predictor 15/Colors {channels}/Columns {picture.width}>>"
    )
    return file.add_stream(picture.samples, keys, packed=True)
