"""A printed set read back with pypdf: what each panel says, what else is on the pages and in the file."""

import io
import logging
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pypdf import PdfReader
from pypdf.errors import DeprecationError, PyPdfError
from pypdf.generic import ContentStream, DictionaryObject, NameObject, StreamObject

from handout.errors import Flaw, Place, Problem, RosterError

# pypdf's notes on odd files go nowhere: what the user needs to know is a RosterError.
logging.getLogger("pypdf").addHandler(logging.NullHandler())

_LITERAL = re.compile(rb"\(((?:\\.|[^\\()])*)\)")
OTHER_TEXT = {b"'", b'"'}  # operators that show text and that we never write
# What pypdf raises on damaged bytes, seen by changing bytes at random.
DAMAGE = (
    PyPdfError,
    DeprecationError,
    OSError,
    LookupError,
    TypeError,
    ValueError,
    AttributeError,
    AssertionError,
    RuntimeError,
)
_PERSONAL = 4  # name, class, register number, username; what follows are lines for the password


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a panel or slip says: its page from 1, its four personal values, and what is on the password lines."""

    page: int
    name: str
    class_name: str
    register_number: str
    username: str
    passwords: tuple[str, ...]

    @property
    def is_spare(self) -> bool:
        return not (self.name or self.register_number or self.username)


@dataclass(frozen=True, slots=True)
class ReadPage:
    """Text of a page without white space: of each marked content, and of the rest; of everything, a line each."""

    marks: Mapping[int, str]
    outside: str

    @property
    def whole(self) -> str:
        return "\n".join([*self.marks.values(), self.outside])


@dataclass(frozen=True, slots=True)
class PrintedSet:
    """A set as it was read back; `texts` is every text of the file that is on no page."""

    pages: Sequence[ReadPage]
    sheets: Sequence[Sheet]
    title: str
    texts: Sequence[str]


def read_set(pdf: Path) -> PrintedSet:
    """Read a set of ours. Raises RosterError where the file is none."""
    try:
        data = pdf.read_bytes()
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted:
            raise _refused(pdf, "This file is locked with a password.")
        pages = _read_pages(reader)
        printed = PrintedSet(pages, list(_sheets(reader, pages)), _title_of(reader), _all_texts(reader))
    except FileNotFoundError:
        raise RosterError(
            Problem(Place(str(pdf)), Flaw("There is no such file.", "Check its name."))
        ) from None
    except DAMAGE:
        raise _refused(pdf, "This is no class set of ours, or it is damaged.") from None
    # We write a file in one go. What a viewer adds stands behind the end, with an end of its own.
    if data.count(b"startxref") != 1 or not data.rstrip().endswith(b"%%EOF"):
        raise _refused(pdf, "Something was added to this file after it was printed.")
    return printed


def _refused(pdf: Path, what: str) -> RosterError:
    return RosterError(Problem(Place(str(pdf)), Flaw(what, "Print it again: handout class")))


def _read_pages(reader: PdfReader) -> list[ReadPage]:
    """Every page; a stream that many pages share is read once."""
    known: dict[tuple[int, int], ReadPage] = {}
    whole: dict[tuple[tuple[int, int], ...], ReadPage] = {}
    pages = []
    for page in reader.pages:
        contents: Any = page["/Contents"]
        resources: Any = page["/Resources"]
        keys = tuple((stream.idnum, id(resources)) for stream in list.__iter__(contents))
        for key, stream in zip(keys, list.__iter__(contents), strict=True):
            if key not in known:
                known[key] = _read_stream(stream.get_object(), resources, reader)
        if keys not in whole:
            whole[keys] = _joined([known[key] for key in keys])
        pages.append(whole[keys])
    return pages


def _joined(parts: Sequence[ReadPage]) -> ReadPage:
    """A page of its streams. One mark in two of them is one mark: what is in both stands there."""
    marks: dict[int, str] = {}
    for part in parts:
        for number, text in part.marks.items():
            marks[number] = marks.get(number, "") + text
    return ReadPage(marks, "".join(part.outside for part in parts))


def _read_stream(stream: Any, resources: Any, reader: PdfReader) -> ReadPage:
    """Raises ValueError where it draws in a way we never do, for then we could not read what it says."""
    maps = {name: _letters(font) for name, font in resources["/Font"].items()}
    marks: dict[int, str] = {}
    outside: list[str] = []
    mark: int | None = None
    letters: dict[str, str] = {}
    for operands, operator in ContentStream(stream, reader).operations:
        if operator == b"BDC":
            properties = operands[1] if isinstance(operands[1], DictionaryObject) else {}
            mark = properties.get("/MCID")
            if mark is not None:
                marks.setdefault(mark, "")
        elif operator == b"EMC":
            mark = None
        elif operator == b"Tf":
            letters = maps[operands[0]]
        elif operator in {b"Tj", b"TJ"}:
            shown = operands[0] if operator == b"TJ" else operands
            text = "".join(_decoded(piece, letters) for piece in shown if not isinstance(piece, (int, float)))
            if mark is None:
                outside.append(text)
            else:
                marks[mark] += text
        elif operator in OTHER_TEXT or (
            operator == b"Do" and resources["/XObject"][operands[0]]["/Subtype"] != "/Image"
        ):
            raise ValueError(operator)
    return ReadPage({number: squeezed(text) for number, text in marks.items()}, squeezed("".join(outside)))


def _letters(font: Any) -> dict[str, str]:
    table = font["/ToUnicode"].get_data().decode("latin-1")
    return {
        code: bytes.fromhex(text).decode("utf-16-be")
        for code, text in re.findall(r"<(\w{4})> <(\w+)>", table)
    }


def _decoded(shown: Any, letters: Mapping[str, str]) -> str:
    codes = (shown.original_bytes if hasattr(shown, "original_bytes") else bytes(shown)).hex().upper()
    return "".join(letters.get(codes[at : at + 4], "?") for at in range(0, len(codes), 4))


def _sheets(reader: PdfReader, pages: Sequence[ReadPage]) -> Iterator[Sheet]:
    """Each panel or slip, found by its rows in the structure tree, read from the page's content."""
    numbers = {
        page.indirect_reference.idnum: place
        for place, page in enumerate(reader.pages)
        if page.indirect_reference
    }
    for section in _elements(reader.root_object["/StructTreeRoot"], "/Sect"):
        values, place = [], 0
        for row in section["/K"]:
            spans = [kid for kid in row["/K"] if kid.get("/S") in {"/Span", "/Form"}]
            if len(spans) == 2:
                mark = spans[1]["/K"][0]
                place = numbers[mark.raw_get("/Pg").idnum]
                values.append(pages[place].marks[mark["/MCID"]])
        name, class_name, register_number, username = values[:_PERSONAL]
        yield Sheet(place + 1, name, class_name, register_number, username, tuple(values[_PERSONAL:]))


def _elements(element: Any, kind: str) -> Iterator[Any]:
    for kid in element.get("/K", []):
        if kid.get("/S") == kind:
            yield kid
        elif "/S" in kid:
            yield from _elements(kid, kind)


def _title_of(reader: PdfReader) -> str:
    """The first bookmark: what the file says it holds."""
    first: Any = reader.outline[0]
    return str(first["/Title"])


def _all_texts(reader: PdfReader) -> list[str]:
    """Every text of the file that is no page: strings of all objects, metadata, attachments.

    Names of the format itself (/Page, /None) are no text, nor are the codes of drawn letters: a page's
    text is read through its fonts, and of a stream that draws only its literal strings are.
    """
    texts: list[str] = []
    # Not up to /Size: a damaged one may say a thousand million.
    for number in sorted(
        {number for table in reader.xref.values() for number in table} | {*reader.xref_objStm}
    ):
        item = reader.get_object(number)
        _collect(item, texts)
        if isinstance(item, StreamObject) and not _is_ours(item):
            data = item.get_data()
            if b" BDC" in data or b"begincmap" in data:
                data = b"\n".join(_LITERAL.findall(data))
            texts += [data.decode(encoding, "ignore") for encoding in ("latin-1", "utf-8", "utf-16-be")]
    return texts


def _is_ours(stream: StreamObject) -> bool:
    """Pictures, fonts, colour profiles and packed objects, where any four letters stand by chance."""
    return (
        stream.get("/Subtype") == "/Image"
        or stream.get("/Type") in {"/ObjStm", "/XRef"}
        or "/Length1" in stream
        or "/N" in stream
    )


def _collect(item: Any, texts: list[str]) -> None:
    if isinstance(item, dict):
        for value in dict.values(item):
            _collect(value, texts)
    elif isinstance(item, list):
        for value in list.__iter__(item):
            _collect(value, texts)
    elif isinstance(item, bytes):
        texts.append(item.decode("latin-1"))
    elif isinstance(item, str) and not isinstance(item, NameObject):
        texts.append(str(item))


def squeezed(text: str) -> str:
    """Without white space: a long name or username stands on two lines."""
    return re.sub(r"\s+", "", text)
