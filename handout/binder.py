"""Drawn pages × copies → one PDF: shared streams, each copy its own pages, structure and bookmarks.

Streams, fonts and pictures are written once, whatever the number of copies. A copy adds its personal
stream, page dictionaries, links and structure elements, stamped from templates: nothing is parsed or
laid out again, and no copy can carry what another copy's stream holds.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from handout.colour_profile import srgb_profile
from handout.fonts import FontSet
from handout.layout import Bookmark, LaidOut
from handout.metadata import PRODUCER, Document, Entry, add_outline, xmp_packet
from handout.pdffile import PdfFile, references, text_string
from handout.pen import DrawnPage, Link
from handout.pictures import Picture
from handout.tagging import StructureTemplate
from handout.theme import PAGE_HEIGHT, PAGE_WIDTH, points


@dataclass(frozen=True, slots=True)
class Template:
    """The pages of a copy with their shared streams, ready to be stamped. Numbers are objects of the base."""

    pages: tuple[DrawnPage, ...]
    resources: tuple[int, ...]
    contents: tuple[tuple[int, int], ...]  # before and after the personal part
    structure: StructureTemplate

    @property
    def links(self) -> int:
        return sum(len(page.links) for page in self.pages)


@dataclass(frozen=True, slots=True)
class Copy:
    """One copy to bind: the personal content of its first page, and its bookmarks."""

    template: Template
    personal: bytes
    bookmarks: tuple[Bookmark, ...]


@dataclass(slots=True)
class _Bound:
    """What has been bound so far."""

    page_nodes: list[int] = field(default_factory=list)
    pages: int = 0
    roots: list[int] = field(default_factory=list)
    parent_tree: list[str] = field(default_factory=list)
    next_key: int = 0
    outline: list[Entry] = field(default_factory=list)


class Binder:
    """Holds what all files of a run share; `fonts` must know every character that will be printed."""

    def __init__(self, fonts: FontSet, pictures: Sequence[Picture], *, tagged: bool = True) -> None:
        self._tagged = tagged
        self._base = PdfFile()
        self._streams: dict[bytes, int] = {}
        self._profile = self._base.add_stream(srgb_profile(), "/N 3")
        fonts_of_page = "".join(
            f"/{face.name} {number} 0 R" for face, number in fonts.embed(self._base).items()
        )
        self._fonts = self._base.add(f"<<{fonts_of_page}>>")
        self._pictures = [_add_picture(self._base, picture) for picture in pictures]

    def template(self, laid_out: LaidOut) -> Template:
        """Write the shared streams of these pages, each once however many templates have it."""
        resources, contents = [], []
        for page in laid_out.pages:
            pictures = "".join(f"/P{number} {self._pictures[number]} 0 R" for number in page.pictures)
            resources.append(self._base.add(f"<</Font {self._fonts} 0 R/XObject<<{pictures}>>>>"))
            contents.append((self._stream(page.before), self._stream(page.after)))
        links = sum(len(page.links) for page in laid_out.pages)
        structure = StructureTemplate(laid_out.root, len(laid_out.pages), links)
        return Template(laid_out.pages, tuple(resources), tuple(contents), structure)

    def bind(self, copies: Iterable[Copy], document: Document) -> bytes:
        """The PDF of all the copies, in their order."""
        file = self._base.fork()
        pages, tree, parent = file.reserve(), file.reserve(), file.reserve()
        bound = _Bound()
        for copy in copies:
            self._stamp(file, copy, pages, parent, bound)
        file.add(
            f"<</Type/Pages/MediaBox[0 0 {points(PAGE_WIDTH):.3f} {points(PAGE_HEIGHT):.3f}]"
            f"/Count {bound.pages}/Kids[{references(bound.page_nodes)}]>>",
            pages,
        )
        if self._tagged:
            file.add(
                f"<</Type/StructElem/S/Document/P {tree} 0 R/K[{references(bound.roots)}]>>",
                parent,
            )
            parent_tree = file.add(f"<</Nums[{' '.join(bound.parent_tree)}]>>")
            file.add(
                f"<</Type/StructTreeRoot/K[{parent} 0 R]/ParentTree {parent_tree} 0 R"
                f"/ParentTreeNextKey {bound.next_key}>>",
                tree,
            )
        return self._finish(file, document, pages, tree, bound)

    def _stream(self, content: bytes) -> int:
        if content not in self._streams:
            self._streams[content] = self._base.add_stream(content)
        return self._streams[content]

    def _stamp(self, file: PdfFile, copy: Copy, pages: int, parent: int, bound: _Bound) -> None:
        """Write one copy. Its objects are numbered in a row: pages, links, structure."""
        template = copy.template
        count, links = len(template.pages), template.links
        structure = template.structure.size if self._tagged else 0
        node = file.reserve()
        first = file.reserve(count + links + structure)
        personal = file.add_stream(copy.personal) if copy.personal else None
        self._add_pages(file, template, (node, first, personal), bound.next_key)
        page_numbers = references(range(first, first + count))
        file.add(f"<</Type/Pages/Parent {pages} 0 R/Count {count}/Kids[{page_numbers}]>>", node)
        if self._tagged:
            for number, body in enumerate(template.structure.stamp(first, parent), first + count + links):
                file.add(body, number)
            bound.roots.append(template.structure.root(first))
            bound.parent_tree.append(template.structure.parent_tree(first, bound.next_key))
        bound.page_nodes.append(node)
        bound.pages += count
        bound.next_key += count + links
        bound.outline += [Entry(mark.words, first + mark.page, mark.top) for mark in copy.bookmarks]

    def _add_pages(
        self, file: PdfFile, template: Template, numbers: tuple[int, int, int | None], key: int
    ) -> None:
        """Page dictionaries and links of a copy; the links come after the pages, in numbers and in keys."""
        node, first, personal = numbers
        link = first + len(template.pages)
        for place, page in enumerate(template.pages):
            before, after = template.contents[place]
            own = () if personal is None or page.personal_mark is None else (personal,)
            links = range(link, link + len(page.links))
            for number, drawn in zip(links, page.links, strict=True):
                file.add(_link(drawn, key + number - first), number)
            link = links.stop
            annotations = f"/Annots[{references(links)}]" if links else ""
            file.add(
                f"<</Type/Page/Parent {node} 0 R/Resources {template.resources[place]} 0 R"
                f"/Contents[{references((before, *own, after))}]/StructParents {key + place}/Tabs/S{annotations}>>",
                first + place,
            )

    def _finish(self, file: PdfFile, document: Document, pages: int, tree: int, bound: _Bound) -> bytes:
        outlines = add_outline(file, document.bookmark, bound.outline)
        metadata = file.add_plain_stream(
            xmp_packet(document, tagged=self._tagged), "/Type/Metadata/Subtype/XML"
        )
        structure = f"/StructTreeRoot {tree} 0 R/MarkInfo<</Marked true>>" if self._tagged else ""
        root = file.add(
            f"<</Type/Catalog/Pages {pages} 0 R/Lang{text_string(document.language)}{structure}"
            f"/Metadata {metadata} 0 R/Outlines {outlines} 0 R/PageMode/UseOutlines"
            f"/ViewerPreferences<</DisplayDocTitle true/PrintScaling/None/Duplex/{document.duplex}>>"
            "/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)"
            f"/Info(sRGB)/DestOutputProfile {self._profile} 0 R>>]>>"
        )
        information = file.add(f"<</Title{text_string(document.title)}/Producer{text_string(PRODUCER)}>>")
        return file.finish(root, information)


def _link(link: Link, key: int) -> str:
    """A link's annotation; `key` leads to its element in the parent tree."""
    rectangle = " ".join(f"{edge:.2f}" for edge in link.area)
    return (
        f"<</Type/Annot/Subtype/Link/Rect[{rectangle}]/Border[0 0 0]/F 4/StructParent {key}"
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
