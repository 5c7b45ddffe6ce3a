"""Files with one thing spoilt, to prove that the checks can fail."""

import re
from collections.abc import Callable

from pypdf import PdfWriter
from pypdf.generic import ArrayObject, NameObject


def alt_removed(writer: PdfWriter) -> None:
    del _first(writer, "/Figure")["/Alt"]


def role_removed(writer: PdfWriter) -> None:
    """Of a line to write on or a box to tick."""
    del _first(writer, "/Form")["/A"]


def scope_removed(writer: PdfWriter) -> None:
    for item in _dictionaries(writer):
        if item.get("/S") == "/TH":
            del item["/A"]


def footer_untagged(writer: PdfWriter) -> None:
    stream = writer.pages[1]["/Contents"][0].get_object()
    artifact = rb"/Artifact <</Type /Pagination /Subtype /Footer>> BDC\n(.*?)\nEMC"
    stream.set_data(re.sub(artifact, rb"\1", stream.get_data(), flags=re.DOTALL))


def parent_tree_reversed(writer: PdfWriter) -> None:
    numbers = writer.root_object["/StructTreeRoot"]["/ParentTree"]["/Nums"]
    array = numbers[1].get_object()
    for place, item in enumerate(reversed(list(list.__iter__(array)))):
        list.__setitem__(array, place, item)


def reading_order_turned(writer: PdfWriter) -> None:
    part = writer.root_object["/StructTreeRoot"]["/K"][0]["/K"][0].get_object()
    part[NameObject("/K")] = ArrayObject(reversed(list(list.__iter__(part["/K"]))))


def font_not_embedded(writer: PdfWriter) -> None:
    for item in _dictionaries(writer):
        item.pop("/FontFile2", None)


def language_missing(writer: PdfWriter) -> None:
    del writer.root_object["/Lang"]


def claim_missing(writer: PdfWriter) -> None:
    metadata = writer.root_object["/Metadata"]
    metadata.set_data(metadata.get_data().replace(b"<pdfuaid:part>1</pdfuaid:part>", b""))


# The validators know the file's parts; what the parts mean together only our own look at the tree sees.
FOR_VALIDATORS: tuple[Callable[[PdfWriter], None], ...] = (
    alt_removed,
    footer_untagged,
    font_not_embedded,
    language_missing,
    claim_missing,
)
# Of a file that has a table, or something to fill in by hand.
FOR_VALIDATORS_OF_A_LIST = (role_removed, scope_removed)
FOR_THE_TREE: dict[Callable[[PdfWriter], None], str] = {
    alt_removed: "no alternative text",
    footer_untagged: "drawn outside the structure",
    parent_tree_reversed: "two owners",
    reading_order_turned: "the reading order is not the printed order",
}


def _first(writer: PdfWriter, kind: str) -> dict:
    return next(item for item in _dictionaries(writer) if item.get("/S") == kind)


def _dictionaries(writer: PdfWriter) -> list:
    return [item for item in writer._objects if isinstance(item, dict)]
