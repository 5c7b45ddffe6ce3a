"""Every text of a file besides the content of its pages: strings of all objects, metadata, what was added."""

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from typing import Any

from pypdf import PdfReader
from pypdf.generic import ContentStream, IndirectObject, NameObject, StreamObject

from handout.checking.opened import DAMAGE
from handout.checking.painter import OPERATORS

_PLAIN_STREAM = {"/Length", "/Filter", "/DecodeParms"}  # all entries of a page's content, and of a table
# Entries that lead to a table or a program, and so say what a stream is for.
_TABLES = {"/ToUnicode", "/FontFile2", "/FontFile3", "/CIDToGIDMap", "/DestOutputProfile"}
_FORMAT = {"/ObjStm", "/XRef"}
_ENCODINGS = ("latin-1", "utf-8", "utf-16-be")
_LITERAL = re.compile(rb"\(((?:\\.|[^\\()])*)\)")
_DATE = re.compile(r"D:\d{4,14}")
# The markup of metadata (XMP): elements, namespaces, attributes. What is left is what it says.
_MARKUP = re.compile(
    rb"<\?xpacket[^>]*\?>|</?\w+:\w+|\bxmlns:\w+\s*=\s*(?:\"[^\"]*\"|'[^']*')"
    rb"|\brdf:parseType\s*=\s*(?:\"Resource\"|'Resource')|\b(?:rdf|xml|x):\w+\s*="
)


def texts_of(reader: PdfReader, drawn: AbstractSet[int]) -> tuple[list[str], bool]:
    """The texts, and whether the file has a stream that is no part of a set; `drawn` are those that pages show.

    Names of the format itself (/Page, /None) are no text, nor are the codes of drawn letters.
    """
    numbers = {number for table in reader.xref.values() for number in table} | {*reader.xref_objStm}
    # Not up to /Size: a damaged one may say a thousand million.
    objects = {number: reader.get_object(number) for number in sorted(numbers)}
    texts: list[str] = []
    tables: set[int] = {_hints_of(reader)}
    for item in objects.values():
        _collect(item, texts, tables)
    foreign = False
    for number, item in objects.items():
        if isinstance(item, StreamObject) and number not in tables and not _is_binary(item):
            is_ours, said = _read(item, reader, is_drawn=number in drawn)
            foreign |= not is_ours
            texts += said
    return [_DATE.sub("", text) for text in texts], foreign


def _collect(item: Any, texts: list[str], tables: set[int]) -> None:
    """The strings of an object, and the numbers of the tables that it leads to."""
    if isinstance(item, dict):
        tables |= {
            value.idnum
            for key, value in dict.items(item)
            if key in _TABLES and isinstance(value, IndirectObject)
        }
        for value in dict.values(item):
            _collect(value, texts, tables)
    elif isinstance(item, list):
        values = list(list.__iter__(item))
        if values[:1] == ["/Indexed"] and isinstance(values[-1], IndirectObject):
            tables.add(values[-1].idnum)
        for value in values:
            _collect(value, texts, tables)
    elif isinstance(item, bytes):
        texts.append(item.decode("latin-1"))
    elif isinstance(item, str) and not isinstance(item, NameObject):
        texts.append(str(item))


def _hints_of(reader: PdfReader) -> int:
    """The stream that says where the pages are, in a file that is saved for the web (Annex F); else 0."""
    numbers = {place: number for table in reader.xref.values() for number, place in table.items()}
    first: Any = reader.get_object(numbers[min(numbers)])
    is_linearized = isinstance(first, dict) and "/Linearized" in first
    return numbers.get(int(first["/H"][0]), 0) if is_linearized else 0


def _is_binary(stream: StreamObject) -> bool:
    """Pictures and packed objects, in which any four letters can occur by chance."""
    return stream.get("/Subtype") == "/Image" or stream.get("/Type") in _FORMAT


def _read(stream: StreamObject, reader: PdfReader, *, is_drawn: bool) -> tuple[bool, list[str]]:
    """Whether a stream is metadata or the content of a page, and what it says."""
    data = stream.get_data()
    if stream.get("/Type") == "/Metadata":
        return True, [_MARKUP.sub(b" ", data).decode("utf-8", "replace")]
    if stream.keys() <= _PLAIN_STREAM and (is_drawn or _is_content(stream, data, reader)):
        data = b"\n".join(_LITERAL.findall(data))
        return True, list(_decoded(data))
    return False, list(_decoded(data))


def _decoded(data: bytes) -> Iterator[str]:
    for encoding in _ENCODINGS:
        yield data.decode(encoding, "ignore")


def _is_content(stream: StreamObject, data: bytes, reader: PdfReader) -> bool:
    try:
        operations = ContentStream(stream, reader).operations
    except DAMAGE:
        return False
    used = {operator.decode("latin-1") for _, operator in operations}
    return used <= OPERATORS and bool(used or not data.strip())
