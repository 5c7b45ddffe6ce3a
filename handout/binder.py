"""Drawn pages × copies → one PDF: shared streams, each copy its own pages, structure and bookmarks.

Streams, fonts and pictures are written once, whatever the number of copies. A copy adds its personal
stream, page dictionaries, links and structure elements, stamped from templates: nothing is parsed or
laid out again, and no copy can carry what another copy's stream holds.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from xml.sax.saxutils import escape

from handout.colour_profile import srgb_profile
from handout.fonts import FontSet
from handout.layout import Bookmark, LaidOut
from handout.pdffile import PdfFile, references, text_string
from handout.pen import DrawnPage
from handout.pictures import Picture
from handout.tagging import StructureTemplate
from handout.theme import PAGE_HEIGHT, PAGE_WIDTH, points

PRODUCER = "handout"


@dataclass(frozen=True, slots=True)
class Document:
    """What the file says of itself. `duplex` is a value of /Duplex (ISO 32000-1, 12.2)."""

    title: str
    language: str
    bookmark: str
    duplex: str = "DuplexFlipLongEdge"


@dataclass(frozen=True, slots=True)
class Template:
    """The pages of a copy with their shared streams, ready to be stamped. Numbers are objects of the base."""

    pages: tuple[DrawnPage, ...]
    resources: tuple[int, ...]
    contents: tuple[tuple[int, int], ...]  # before and after the personal part
    structure: StructureTemplate


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
    outline: list[tuple[str, int, float]] = field(default_factory=list)


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
        count = len(template.pages)
        links = sum(len(page.links) for page in template.pages)
        size = template.structure.size if self._tagged else 0
        node = file.reserve()
        first = file.reserve(count + links + size)
        personal = file.add_stream(copy.personal) if copy.personal else None
        link = first + count
        for place, page in enumerate(template.pages):
            before, after = template.contents[place]
            streams = (
                (before, personal, after) if personal and page.personal_mark is not None else (before, after)
            )
            own_links = range(link, link + len(page.links))
            for number, drawn in zip(own_links, page.links, strict=True):
                key = bound.next_key + number - first
                rectangle = " ".join(f"{edge:.2f}" for edge in drawn.area)
                file.add(
                    f"<</Type/Annot/Subtype/Link/Rect[{rectangle}]/Border[0 0 0]/F 4/StructParent {key}"
                    f"/Contents{text_string(drawn.words)}/A<</S/URI/URI{text_string(drawn.address)}>>>>",
                    number,
                )
            link = own_links.stop
            annotations = f"/Annots[{references(own_links)}]" if own_links else ""
            file.add(
                f"<</Type/Page/Parent {node} 0 R/Resources {template.resources[place]} 0 R"
                f"/Contents[{references(streams)}]/StructParents {bound.next_key + place}/Tabs/S{annotations}>>",
                first + place,
            )
        file.add(
            f"<</Type/Pages/Parent {pages} 0 R/Count {count}/Kids[{references(range(first, first + count))}]>>",
            node,
        )
        bound.page_nodes.append(node)
        bound.pages += count
        bound.outline += [(mark.words, first + mark.page, mark.top) for mark in copy.bookmarks]
        if self._tagged:
            for number, body in enumerate(template.structure.stamp(first, parent), first + count + links):
                file.add(body, number)
            bound.roots.append(template.structure.root(first))
            bound.parent_tree.append(template.structure.parent_tree(first, bound.next_key))
        bound.next_key += count + links

    def _finish(self, file: PdfFile, document: Document, pages: int, tree: int, bound: _Bound) -> bytes:
        outlines = _add_outline(file, document.bookmark, bound.outline)
        metadata = file.add_plain_stream(_xmp(document, tagged=self._tagged), "/Type/Metadata/Subtype/XML")
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


def _add_outline(file: PdfFile, heading: str, entries: Sequence[tuple[str, int, float]]) -> int:
    """Bookmarks: one for the whole, and one below it for each entry (words, page, top)."""
    root, whole = file.reserve(2), file.reserve(len(entries)) if entries else 0
    top = root + 1
    for place, (words, page, y) in enumerate(entries):
        before = f"/Prev {whole + place - 1} 0 R" if place else ""
        after = f"/Next {whole + place + 1} 0 R" if place + 1 < len(entries) else ""
        file.add(
            f"<</Title{text_string(words)}/Parent {top} 0 R{before}{after}/Dest[{page} 0 R/XYZ 0 {y:.1f} null]>>",
            whole + place,
        )
    file.add(
        f"<</Title{text_string(heading)}/Parent {root} 0 R/First {whole} 0 R/Last {whole + len(entries) - 1} 0 R"
        f"/Count {len(entries)}/Dest[{entries[0][1]} 0 R/Fit]>>",
        top,
    )
    file.add(f"<</Type/Outlines/First {top} 0 R/Last {top} 0 R/Count {len(entries) + 1}>>", root)
    return root


_PDFUA_SCHEMA = (
    "<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType='Resource'>"
    "<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>"
    "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>"
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType='Resource'>"
    "<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>"
    "<pdfaProperty:category>internal</pdfaProperty:category>"
    "<pdfaProperty:description>Part of PDF/UA the file follows</pdfaProperty:description>"
    "</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>"
)


def _xmp(document: Document, *, tagged: bool) -> bytes:
    """Metadata that names the title, the language and the two standards (ISO 19005-2, 14289-1)."""
    claims = (
        "<pdfuaid:part>1</pdfuaid:part><pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>"
        if tagged
        else "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>U</pdfaid:conformance>"
    )
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"'
        ' xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"'
        ' xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"'
        ' xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"'
        ' xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">'
        f'<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{escape(document.title)}</rdf:li></rdf:Alt></dc:title>'
        f"<dc:language><rdf:Bag><rdf:li>{escape(document.language)}</rdf:li></rdf:Bag></dc:language>"
        f"<pdf:Producer>{PRODUCER}</pdf:Producer>{claims}{_PDFUA_SCHEMA}"
        "</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end='r'?>"
    ).encode()
