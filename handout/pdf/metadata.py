"""What a file says of itself: title, language, bookmarks, and the standards it follows."""

from collections.abc import Sequence
from typing import NamedTuple

from handout.pdf.file import PdfFile, text_string

PRODUCER = "handout"
_IN_XML = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})


class Document(NamedTuple):
    """What the file says of itself. `duplex` is a value of /Duplex (ISO 32000-1, 12.2)."""

    title: str
    language: str
    duplex: str = "DuplexFlipLongEdge"


class Entry(NamedTuple):
    """A bookmark: its words, the object number of its page, and the y it shows at the top."""

    words: str
    page: int
    top: float


class Section(NamedTuple):
    """A bookmark with others below it: its words, the object number of its first page, and those below."""

    words: str
    page: int
    entries: Sequence[Entry]


def add_outline(file: PdfFile, sections: Sequence[Section]) -> int:
    """The bookmarks of the file: its sections, and what is below each; object number of them all."""
    root = file.reserve()
    tops = [file.reserve(1 + len(section.entries)) for section in sections]
    for place, (top, (heading, first_page, entries)) in enumerate(zip(tops, sections, strict=True)):
        below = range(top + 1, top + 1 + len(entries))
        for number, (words, page, y) in zip(below, entries, strict=True):
            links = _neighbours(below, number - below.start)
            dest = f"/Dest[{page} 0 R/XYZ 0 {y:.1f} null]"
            file.add(f"<</Title{text_string(words)}/Parent {top} 0 R{links}{dest}>>", number)
        kids = f"/First {below[0]} 0 R/Last {below[-1]} 0 R/Count {len(below)}" if below else ""
        file.add(
            f"<</Title{text_string(heading)}/Parent {root} 0 R{_neighbours(tops, place)}{kids}"
            f"/Dest[{first_page} 0 R/Fit]>>",
            top,
        )
    count = sum(1 + len(section.entries) for section in sections)
    file.add(f"<</Type/Outlines/First {tops[0]} 0 R/Last {tops[-1]} 0 R/Count {count}>>", root)
    return root


def _neighbours(numbers: Sequence[int], place: int) -> str:
    """The links of a bookmark to those before and after it."""
    before = f"/Prev {numbers[place - 1]} 0 R" if place else ""
    after = f"/Next {numbers[place + 1]} 0 R" if place + 1 < len(numbers) else ""
    return before + after


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


_CLAIMS = (
    "<pdfuaid:part>1</pdfuaid:part><pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>"
)


def xmp_packet(document: Document) -> bytes:
    """Metadata that names the title, the language and the two standards (ISO 19005-2, 14289-1)."""
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"'
        ' xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"'
        ' xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"'
        ' xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"'
        ' xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">'
        f'<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{document.title.translate(_IN_XML)}</rdf:li></rdf:Alt></dc:title>'
        f"<dc:language><rdf:Bag><rdf:li>{document.language.translate(_IN_XML)}</rdf:li></rdf:Bag></dc:language>"
        f"<pdf:Producer>{PRODUCER}</pdf:Producer>{_CLAIMS}{_PDFUA_SCHEMA}"
        "</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end='r'?>"
    ).encode()
