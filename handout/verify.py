"""A printed set read back: the right child and username on every sheet, and nothing that was not to be printed."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pypdf import PdfReader
from pypdf.errors import PyPdfError
from pypdf.generic import ContentStream, DictionaryObject, StreamObject

from handout.content import Content
from handout.errors import Problem, RosterError
from handout.metadata import whole_title
from handout.roster import dropped_values
from handout.students import Roster, Student

_FOOTER = re.compile(r"Page(\d+)of(\d+)$")
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
    """Text of a page without white space: of each marked content, and of everything."""

    marks: Mapping[int, str]
    outside: str


def verify_set(pdf: Path, roster: Roster, content: Content) -> tuple[int, list[Problem]]:
    """Compare a printed set with its class list: how many children's sheets it has, and every difference.

    A file that calls itself a whole class must hold all its children; a part or a split file need not.
    Raises RosterError where the file is no set of ours that can be read.
    """
    try:
        reader = PdfReader(pdf)
        pages = _read_pages(reader)
        sheets = list(_sheets(reader, pages))
        whole = _title_of(reader)
        texts = _all_texts(reader)
    except FileNotFoundError:
        raise RosterError(Problem(str(pdf), None, "There is no such file.", "Check its name.")) from None
    except (PyPdfError, OSError, KeyError, TypeError, ValueError, AttributeError):
        what = "This is no class set of ours, or it is damaged."
        raise RosterError(Problem(str(pdf), None, what, "Print it again: handout class")) from None
    common = _squeezed(str(content))
    found = [
        *_wrong_sheets(sheets, roster),
        *_missing(sheets, roster, whole),
        *_strays(pages, sheets, roster, common),
        *_page_faults(pages, sheets),
        *_leaks([*texts, *map(_whole, pages)], roster, common),
    ]
    problems = [Problem(pdf.name, None, what, "Print it again: handout class") for what in found]
    return sum(not sheet.is_spare for sheet in sheets), problems


# Reading ------------------------------------------------------------------------------------------


def _read_pages(reader: PdfReader) -> list[ReadPage]:
    """Every page; one whose streams have been read already is not read again."""
    known: dict[tuple[object, ...], ReadPage] = {}
    pages = []
    for page in reader.pages:
        contents: Any = page["/Contents"]
        key = tuple(getattr(item, "idnum", None) for item in list.__iter__(contents))
        if key not in known or None in key:
            known[key] = _read_page(page)
        pages.append(known[key])
    return pages


def _read_page(page: Any) -> ReadPage:
    maps = {name: _letters(font) for name, font in page["/Resources"]["/Font"].items()}
    marks: dict[int, str] = {}
    outside: list[str] = []
    mark: int | None = None
    letters: dict[str, str] = {}
    for operands, operator in ContentStream(page["/Contents"], page.pdf).operations:
        if operator == b"BDC":
            properties = operands[1] if isinstance(operands[1], DictionaryObject) else {}
            mark = properties.get("/MCID")
            if mark is not None:
                marks.setdefault(mark, "")
        elif operator == b"EMC":
            mark = None
        elif operator == b"Tf":
            letters = maps[operands[0]]
        elif operator == b"Tj":
            text = _decoded(operands[0], letters)
            if mark is None:
                outside.append(text)
            else:
                marks[mark] += text
    return ReadPage({number: _squeezed(text) for number, text in marks.items()}, _squeezed("".join(outside)))


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
            spans = [kid for kid in row["/K"] if kid.get("/S") == "/Span"]
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
    """Every text of the file that is no page: strings of all objects, and streams that are not pictures or fonts."""
    texts: list[str] = []
    size: Any = reader.trailer["/Size"]
    for number in range(1, size):
        item = reader.get_object(number)
        _collect(item, texts)
        if isinstance(item, StreamObject) and item.get("/Subtype") != "/Image" and "/Length1" not in item:
            data = item.get_data()
            texts += [
                data.decode("latin-1"),
                data.decode("utf-8", "ignore"),
                data.decode("utf-16-be", "ignore"),
            ]
    return texts


def _collect(item: Any, texts: list[str]) -> None:
    if isinstance(item, dict):
        for value in dict.values(item):
            _collect(value, texts)
    elif isinstance(item, list):
        for value in list.__iter__(item):
            _collect(value, texts)
    elif isinstance(item, bytes):
        texts.append(item.decode("latin-1"))
    elif isinstance(item, str):
        texts.append(str(item))


def _squeezed(text: str) -> str:
    """Without white space: a long name or username stands on two lines."""
    return re.sub(r"\s+", "", text)


# Comparing ----------------------------------------------------------------------------------------


def _whole(page: ReadPage) -> str:
    return "".join(page.marks.values()) + page.outside


def _values(student: Student) -> tuple[str, ...]:
    texts = (student.name, student.class_name, student.register_number, student.username)
    return tuple(map(_squeezed, texts))


def _who(student: Student) -> str:
    return f"No. {student.register_number} {student.name}" if student.register_number else student.name


def _wrong_sheets(sheets: Sequence[Sheet], roster: Roster) -> Iterator[str]:
    """Sheets that are no child's of the list, sheets too many, and password lines that are not blank."""
    by_values = {_values(student): student for student in roster.students}
    wanted = Counter(map(_values, roster.students))
    names = {values[:3]: student for values, student in by_values.items()}
    printed: Counter[tuple[str, ...]] = Counter()
    for sheet in sheets:
        if any(sheet.passwords):
            yield f"Page {sheet.page}: something is printed on a password line."
        if sheet.is_spare:
            continue
        values = (sheet.name, sheet.class_name, sheet.register_number, sheet.username)
        printed[values] += 1
        if values not in by_values:
            known = names.get(values[:3])
            who = f": {_who(known)} has another username in the list" if known else ""
            yield f"Page {sheet.page}: this sheet is no child's of the list{who}."
        elif printed[values] > wanted[values]:
            yield f"Page {sheet.page}: a second sheet for {_who(by_values[values])}."


def _missing(sheets: Sequence[Sheet], roster: Roster, title: str) -> Iterator[str]:
    """Children of the class without a sheet, where the file holds a whole class."""
    printed = {(sheet.name, sheet.class_name, sheet.register_number, sheet.username) for sheet in sheets}
    for student in roster.students:
        is_whole = title == whole_title(student.class_name)
        if is_whole and _values(student) not in printed:
            yield f"{_who(student)} has no sheet with the right name and username."


def _strays(pages: Sequence[ReadPage], sheets: Sequence[Sheet], roster: Roster, common: str) -> Iterator[str]:
    """A name or username on a page that is not its child's, beyond what content.yaml itself says."""
    own: dict[int, str] = {}
    for sheet in sheets:
        own[sheet.page] = own.get(sheet.page, "") + f"{sheet.name} {sheet.username} "
    known = dict.fromkeys(
        text
        for student in roster.students
        for text in map(_squeezed, (student.name, student.username))
        if text
    )
    allowed = {text: common.count(text) for text in known}
    seen: dict[int, Counter[str]] = {}
    for number, page in enumerate(pages, 1):
        if id(page) not in seen:
            whole = _whole(page)
            seen[id(page)] = Counter({text: whole.count(text) for text in known if text in whole})
        for text, count in seen[id(page)].items():
            if count > own.get(number, "").count(text) + allowed[text]:
                yield f"Page {number}: a name or username stands where it does not belong."
                break


def _page_faults(pages: Sequence[ReadPage], sheets: Sequence[Sheet]) -> Iterator[str]:
    """Packs that are not whole: their footers must count 1 to the last, an odd pack ends with a blank page."""
    starts = {sheet.page for sheet in sheets}
    expected, last = 1, 0
    for number, page in enumerate(pages, 1):
        footer = _FOOTER.search(page.outside)
        if footer is None:
            blank = not page.outside and not page.marks
            if not (blank and last % 2 and expected == last + 1) and number not in starts:
                yield f"Page {number}: a page that belongs to no pack."
            expected, last = 1, 0
            continue
        if expected > last and last:
            expected = 1
        place, last = int(footer[1]), int(footer[2])
        if place != expected or (place == 1) != (number in starts):
            yield f"Page {number}: the pack before it or its own is not whole."
        expected = place + 1
    if last and expected <= last:
        yield f"Page {len(pages)}: the last pack is not whole."


def _leaks(texts: Sequence[str], roster: Roster, common: str) -> Iterator[str]:
    """Values of columns that were not to be read. What they say is never told."""
    printed = common + "".join("".join(_values(student)) for student in roster.students)
    secrets = [value for value in dropped_values(roster.path) if _squeezed(value) not in printed]
    found = sum(any(value in text or _squeezed(value) in text for text in texts) for value in secrets)
    if found:
        yield f"{found} values of columns that must not be printed are in the file."
