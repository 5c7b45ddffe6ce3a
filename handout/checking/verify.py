"""A printed set read back: the right child and username on every sheet, and nothing that was not to be printed."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from handout.checking.printed import ReadPage, Sheet, read_set, squeezed
from handout.classlist import dropped_values
from handout.errors import Flaw, Place, Problem
from handout.model import Content, Roster, Student, bookmark_words, part_title, whole_title

# What the paper itself says, and the format of its file.
FIXED_WORDS = "Page of Class set Part of a class set No. spare handout sRGB Adobe Identity UCS"
# What the file says of itself (XMP): names of namespaces and of the standards it follows.
METADATA_WORDS = (
    "xpacket begin id W5M0MpCehiHzreSzNTczkc9d x:xmpmeta xmlns:x adobe:ns:meta/ rdf:RDF xmlns:rdf "
    "http://www.w3.org/1999/02/22-rdf-syntax-ns# rdf:Description rdf:about xmlns:dc "
    "http://purl.org/dc/elements/1.1/ xmlns:pdf http://ns.adobe.com/pdf/1.3/ xmlns:pdfuaid "
    "http://www.aiim.org/pdfua/ns/id/ xmlns:pdfaid http://www.aiim.org/pdfa/ns/id/ "
    "xmlns:pdfaExtension http://www.aiim.org/pdfa/ns/extension/ xmlns:pdfaSchema "
    "http://www.aiim.org/pdfa/ns/schema# xmlns:pdfaProperty http://www.aiim.org/pdfa/ns/property# "
    "dc:title rdf:Alt rdf:li xml:lang x-default rdf:li rdf:Alt dc:title dc:language rdf:Bag rdf:li "
    "rdf:li rdf:Bag dc:language pdf:Producer handout pdf:Producer pdfuaid:part 1 pdfuaid:part "
    "pdfaid:part 2 pdfaid:part pdfaid:conformance A pdfaid:conformance pdfaExtension:schemas rdf:Bag "
    "rdf:li rdf:parseType Resource pdfaSchema:schema PDF/UA identification pdfaSchema:schema "
    "pdfaSchema:namespaceURI http://www.aiim.org/pdfua/ns/id/ pdfaSchema:namespaceURI "
    "pdfaSchema:prefix pdfuaid pdfaSchema:prefix pdfaSchema:property rdf:Seq rdf:li rdf:parseType "
    "Resource pdfaProperty:name part pdfaProperty:name pdfaProperty:valueType Integer "
    "pdfaProperty:valueType pdfaProperty:category internal pdfaProperty:category "
    "pdfaProperty:description Part of PDF/UA the file follows pdfaProperty:description rdf:li rdf:Seq "
    "pdfaSchema:property rdf:li rdf:Bag pdfaExtension:schemas rdf:Description rdf:RDF x:xmpmeta "
    "xpacket end r "
)
SHORTEST_NAME = 6  # letters: a shorter one stands in any text by chance
START = 8  # letters: few words of a list begin with the same
_FOOTER = re.compile(r"Page(\d+)of(\d+)$")


def verify_set(pdf: Path, roster: Roster, content: Content) -> tuple[int, list[Problem]]:
    """Compare a printed set with its class list: how many children's sheets it has, and every difference.

    A file that calls itself a whole class must hold all its children; a part or a split file need not.
    Raises RosterError where the file is no set of ours that can be read.
    """
    printed = read_set(pdf)
    pages, sheets = printed.pages, printed.sheets
    common = squeezed(str(content) + FIXED_WORDS + METADATA_WORDS)
    found = [
        *_wrongsheets(sheets, roster),
        *_misplaced(sheets, roster, printed.title),
        *_missing(sheets, roster, printed.title),
        *_strays(pages, sheets, roster, common),
        *_page_faults(pages, sheets),
        *_names_off_the_page(printed.texts, roster, common),
        *_leaks([*printed.texts, *(page.whole for page in pages)], roster, common),
    ]
    problems = [Problem(Place(pdf.name), Flaw(what, "Print it again: handout class")) for what in found]
    return sum(not sheet.is_spare for sheet in sheets), problems


class _Words:
    """Finds which of many words stand in a text: their first letters sift out nearly all at once.

    Asking word by word takes half a minute for one class of a school's list.
    """

    def __init__(self, words: Iterable[str]) -> None:
        self._by_start: dict[str, list[str]] = defaultdict(list)
        for word in dict.fromkeys(words):
            self._by_start[word[:START]].append(word)
        self._lengths = set(map(len, self._by_start)) - {0}

    def found_in(self, text: str) -> list[str]:
        """The longest first: where it is TAN MEI LING, TAN MEI stands too."""
        starts = {text[at : at + length] for length in self._lengths for at in range(len(text))}
        found = [
            word for start in self._by_start.keys() & starts for word in self._by_start[start] if word in text
        ]
        return sorted(found, key=lambda word: (-len(word), word))


def _values(student: Student) -> tuple[str, ...]:
    texts = (student.name, student.class_name, student.register_number, student.username)
    return tuple(map(squeezed, texts))


def _titles(roster: Roster) -> str:
    """What the title and the bookmarks may say of the classes."""
    return squeezed("".join(whole_title(name) + part_title(name) for name in roster.classes))


def _bookmark(student: Student) -> str:
    return squeezed(bookmark_words(student))


def _owners(roster: Roster) -> dict[str, Student]:
    """Whose each name and username is."""
    return {
        text: student
        for student in roster.students
        for text in map(squeezed, (student.name, student.username))
        if text
    }


def _who(student: Student) -> str:
    return f"No. {student.register_number} {student.name}" if student.register_number else student.name


def _wrongsheets(sheets: Sequence[Sheet], roster: Roster) -> Iterator[str]:
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


def _misplaced(sheets: Sequence[Sheet], roster: Roster, title: str) -> Iterator[str]:
    """A file of no class of the list, children of another class than the file's, or out of the list's order."""
    own = next((name for name in roster.classes if title in {whole_title(name), part_title(name)}), None)
    if own is None:
        yield "This file is no set of a class of the list."
    places: dict[tuple[str, ...], int] = {}
    for number, student in enumerate(roster.students):
        places.setdefault(_values(student), number)
    last = -1
    for sheet in sheets:
        place = places.pop((sheet.name, sheet.class_name, sheet.register_number, sheet.username), None)
        who = "this sheet" if place is None else f"the sheet of {_who(roster.students[place])}"
        if own is not None and sheet.class_name != squeezed(own):
            yield f"Page {sheet.page}: {who} is not for class {own}."
        if place is not None and place < last:
            yield f"Page {sheet.page}: {who} is out of the order of the list."
        last = last if place is None else max(last, place)


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
        values = (sheet.name, sheet.class_name, sheet.register_number, sheet.username)
        own[sheet.page] = " ".join((own.get(sheet.page, ""), *values))
    owners = _owners(roster)
    known = _Words(owners)
    seen: dict[int, Counter[str]] = {}
    for number, page in enumerate(pages, 1):
        if id(page) not in seen:
            whole = page.whole
            seen[id(page)] = Counter({text: whole.count(text) for text in known.found_in(whole)})
        for text, count in seen[id(page)].items():
            if count > own.get(number, "").count(text) + common.count(text):
                yield (
                    f"Page {number}: the name or username of {_who(owners[text])} "
                    "stands where it does not belong."
                )
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


def _names_off_the_page(texts: Sequence[str], roster: Roster, common: str) -> Iterator[str]:
    """A child in the metadata, the bookmarks, an attachment or a note."""
    hidden = squeezed(" ".join(texts))
    owners = _owners(roster)
    said = common + _titles(roster)
    for text in _Words(owners).found_in(hidden):
        if len(text) >= SHORTEST_NAME and text not in said:
            yield f"The name or username of {_who(owners[text])} is in the file beside its pages."
            break


def _leaks(texts: Sequence[str], roster: Roster, common: str) -> Iterator[str]:
    """Values of columns that were not to be read. What they say is never told."""
    printed = common + _titles(roster)
    printed += "".join("".join((*_values(student), _bookmark(student))) for student in roster.students)
    forms = {value: {value, squeezed(value)} for value in dropped_values(roster)}
    found_forms = set(_Words(form for pair in forms.values() for form in pair).found_in("\n".join(texts)))
    found = sum(bool(pair & found_forms) and squeezed(value) not in printed for value, pair in forms.items())
    if found:
        yield f"{found} values of columns that must not be printed are in the file."
