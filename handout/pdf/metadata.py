"""What a file says of itself: title, language, bookmarks, and the standards it follows."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import NamedTuple

from handout.pdf.file import PdfFile, text_string

PRODUCER = "handout"


@dataclass(frozen=True, slots=True)
class Document:
    """What the file says of itself. `duplex` is a value of /Duplex (ISO 32000-1, 12.2)."""

    title: str
    language: str
    bookmark: str
    duplex: str = "DuplexFlipLongEdge"


class Entry(NamedTuple):
    """A bookmark: its words, the object number of its page, and the y it shows at the top."""

    words: str
    page: int
    top: float


def add_outline(file: PdfFile, heading: str, entries: Sequence[Entry]) -> int:
    """Bookmarks: one for the whole, and one below it for each entry."""
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
        f'<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{escape(document.title)}</rdf:li></rdf:Alt></dc:title>'
        f"<dc:language><rdf:Bag><rdf:li>{escape(document.language)}</rdf:li></rdf:Bag></dc:language>"
        f"<pdf:Producer>{PRODUCER}</pdf:Producer>{_CLAIMS}{_PDFUA_SCHEMA}"
        "</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end='r'?>"
    ).encode()
