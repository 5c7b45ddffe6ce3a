"""Read a PDF back as a person or a screen reader would: letters with their places, words, structure."""

import ctypes
import io
import re
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import page as page_validation
import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium
from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, NullObject

MM = 72 / 25.4


@dataclass(frozen=True)
class Letter:
    """A drawn character with its ink box in mm from the lower left corner, and its size in points."""

    character: str
    left: float
    bottom: float
    right: float
    top: float
    size: float
    font: str


@lru_cache(maxsize=4)  # a test asks many things of one file
def reader(pdf: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(pdf))


def rewritten(pdf: bytes, change: Callable[[PdfWriter], object]) -> bytes:
    """The PDF after a change, as another program saves it."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf)))
    change(writer)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


@lru_cache(maxsize=16)
def page_text(pdf: bytes, number: int) -> str:
    return reader(pdf).pages[number].extract_text()


def page_count(pdf: bytes) -> int:
    return len(reader(pdf).pages)


def squeezed(text: str) -> str:
    """Without white space: a name or username may be set on two lines."""
    return re.sub(r"\s+", "", text)


def joined(text: str) -> str:
    """With every white space as one space."""
    return re.sub(r"\s+", " ", text).strip()


def letters(pdf: bytes, number: int) -> list[Letter]:
    """Every inked character of a page."""
    return list(_letters(pdf, number))


@lru_cache(maxsize=16)
def _letters(pdf: bytes, number: int) -> tuple[Letter, ...]:
    document = pypdfium2.PdfDocument(pdf)
    text = document[number].get_textpage()
    found = []
    name = ctypes.create_string_buffer(200)
    flags = ctypes.c_int()
    for index in range(text.count_chars()):
        character = chr(pdfium.FPDFText_GetUnicode(text, index))
        if character.isspace():
            continue
        left, bottom, right, top = text.get_charbox(index)
        pdfium.FPDFText_GetFontInfo(text, index, name, len(name), ctypes.byref(flags))
        size = pdfium.FPDFText_GetFontSize(text, index)
        found.append(
            Letter(character, left / MM, bottom / MM, right / MM, top / MM, size, name.value.decode())
        )
    return tuple(found)


def find_word(pdf: bytes, number: int, word: str) -> list[Letter]:
    """The letters of the first run that spells the word."""
    on_page = letters(pdf, number)
    spelled = "".join(letter.character for letter in on_page)
    start = spelled.index(squeezed(word))
    return on_page[start : start + len(squeezed(word))]


def contents(pdf: bytes, number: int) -> str:
    """The operators of a page."""
    return reader(pdf).pages[number].get_contents().get_data().decode("latin-1")


def lines_drawn(pdf: bytes, number: int) -> list[tuple[float, float, float, float]]:
    """Straight lines of a page (x1, y1, x2, y2) in mm."""
    pattern = r"([\d.]+) ([\d.]+) m ([\d.]+) ([\d.]+) l S"
    found = re.findall(pattern, contents(pdf, number))
    return [tuple(float(value) / MM for value in values) for values in found]  # type: ignore[misc]


def boxes(pdf: bytes, page: int) -> list[tuple[float, float, float]]:
    """The boxes to tick: left and lower edge and side, in mm."""
    found = re.findall(r"([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+) re S", contents(pdf, page))
    return [
        (float(x) / MM, float(y) / MM, float(width) / MM) for x, y, width, height in found if width == height
    ]


def syntax_faults(pdf: bytes) -> list[str]:
    """What qpdf has against the file: its cross-references, its objects, its streams."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        return [*document.check_pdf_syntax(), *map(str, document.get_warnings())]


def failures(pdf: bytes, profile: str) -> list[str]:
    """What the validator has against the file; profile "ua1" or "2a"."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "file.pdf"
        path.write_bytes(pdf)
        report = page_validation.validate_pdf(str(path), profile=profile)
    found = [str(failure) for failure in report.failures]
    return found or ([] if report.is_compliant else ["not compliant"])


def all_faults(pdf: bytes) -> list[str]:
    """What speaks against the file as an accessible and archival one."""
    return [*failures(pdf, "ua1"), *failures(pdf, "2a"), *tree_faults(pdf)]


def tree_faults(pdf: bytes) -> list[str]:
    """What no validator checks: marks in the content = parent tree = structure tree, in reading order."""
    document = reader(pdf)
    root = document.root_object["/StructTreeRoot"]
    numbers = root["/ParentTree"]["/Nums"]
    parents = {int(numbers[place]): numbers[place + 1] for place in range(0, len(numbers), 2)}
    pages = {page.indirect_reference.idnum: place for place, page in enumerate(document.pages)}
    owners: dict[tuple[int, int], int] = {}
    faults: list[str] = []
    for element, number, parent in _elements(root, root.indirect_reference):
        if element.raw_get("/P").idnum != parent:
            faults.append(f"element {number} names another parent")
        if element["/S"] == "/Figure" and not element.get("/Alt"):
            faults.append(f"figure {number} has no alternative text")
        if element["/S"] == "/Form" and not _is_print_field(element.get("/A", {})):
            faults.append(f"form {number} is no field to fill in by hand")
    for mark, owner in _marks(root, root.indirect_reference):
        owners[pages[mark.raw_get("/Pg").idnum], int(mark["/MCID"])] = owner
    if list(owners) != sorted(owners):
        faults.append("the reading order is not the printed order")
    for place, page in enumerate(document.pages):
        faults += [f"page {place + 1}: {fault}" for fault in _page_faults(page, place, parents, owners)]
    return faults


def _is_print_field(attributes: DictionaryObject) -> bool:
    """A line to write on or a box to tick: its role and its description; a box is not ticked yet."""
    kinds = {"/tv": None, "/cb": "/off"}
    role = attributes.get("/Role")
    return (
        attributes.get("/O") == "/PrintField"
        and bool(attributes.get("/Desc"))
        and role in kinds
        and attributes.get("/checked") == kinds[role]
    )


def _page_faults(page, place: int, parents: dict, owners: dict[tuple[int, int], int]) -> Iterator[str]:  # noqa: ANN001
    operators = page.get_contents().get_data().decode("latin-1")
    yield from _untagged(operators)
    array = parents.get(int(page.get("/StructParents", -1)), NullObject()).get_object()
    if not isinstance(array, ArrayObject):
        yield "not in the parent tree"
        return
    if [int(number) for number in re.findall(r"/MCID (\d+)", operators)] != list(range(len(array))):
        yield "the marks are not the parent tree's"
    for mark, owner in enumerate(list.__iter__(array)):
        if owners.get((place, mark)) != owner.idnum:
            yield f"mark {mark} has two owners"
    for annotation in (item.get_object() for item in page.get("/Annots", [])):
        link = parents.get(int(annotation["/StructParent"]), NullObject()).get_object()
        if link is None or link["/S"] != "/Link" or not annotation.get("/Contents"):
            yield "a link without its element"


def _elements(
    element: DictionaryObject, reference: IndirectObject
) -> Iterator[tuple[DictionaryObject, int, int]]:
    for kid in _kids(element):
        child = kid.get_object()
        if isinstance(child, DictionaryObject) and "/S" in child:
            yield child, kid.idnum, reference.idnum
            yield from _elements(child, kid)


def _marks(element: DictionaryObject, reference: IndirectObject) -> Iterator[tuple[DictionaryObject, int]]:
    """Marked content in reading order, each with the number of its element."""
    for kid in _kids(element):
        child = kid.get_object()
        if "/MCID" in child:
            yield child, reference.idnum
        elif "/S" in child:
            yield from _marks(child, kid)


def _kids(element: DictionaryObject) -> list:
    kids = element.get("/K", ArrayObject()).get_object()
    return list(list.__iter__(kids)) if isinstance(kids, list) else [element.raw_get("/K")]


_SHOWS = re.compile(r"\bT[jJ]\b|\b[SfBb]\*?(?= |\n|$)|\bDo\b")


def _untagged(operators: str) -> list[str]:
    """Drawing operators outside every tag and artifact, and tags inside one another."""
    depth, faults = 0, []
    for line in operators.split("\n"):
        if line.endswith("BDC"):
            depth += 1
            if depth > 1:
                faults.append("a tag inside a tag")
        elif line == "EMC":
            depth -= 1
        elif depth == 0 and _SHOWS.search(line):
            faults.append(f"drawn outside the structure: {line[:60]}")
    return faults + (["a tag is not closed"] if depth else [])
