"""Names, usernames and values of the list where they do not belong: on other pages, or in the rest of the file."""

from collections import Counter
from collections.abc import Iterator, Sequence

from pypdf import PdfReader

from handout.checking.difference import Difference
from handout.checking.listed import Listed
from handout.checking.printed import PrintedSet
from handout.checking.texts import texts_of
from handout.checking.words import Words, squeezed, who
from handout.model import Roster, Student, bookmark_words, part_title, whole_title

# What a set says besides content.yaml: on its pages, and in the file of its producer, colours and standards.
FILE_WORDS = squeezed(
    "Page of Class set spare handout sRGB Adobe Identity UCS x-default PDF/UA identification internal Integer "
    "Part of PDF/UA the file follows GTS_PDFA1 printable"
)
SHORTEST_NAME = 6  # letters: a shorter one is in any text by chance
SHORTEST_VALUE = 4


def stray_differences(printed: PrintedSet, roster: Roster, said: str) -> Iterator[Difference]:
    """A name or username on a page that is not its child's, beyond what content.yaml itself says."""
    own: dict[int, str] = {}
    for panel in printed.panels:
        own[panel.page] = " ".join((own.get(panel.page, ""), *panel.values))
    owners = _owners(roster)
    known = Words(owners)
    seen: dict[int, Counter[str]] = {}
    for page in printed.pages:
        surface = page.surface
        if id(surface) not in seen:
            whole = surface.whole
            found = known.found_in_lines(surface.lines)
            seen[id(surface)] = Counter({text: whole.count(text) for text in found})
        allowed = own.get(page.number, "")
        for text, count in seen[id(surface)].items():
            if count > allowed.count(text) + said.count(text) + FILE_WORDS.count(text):
                what = f"the name or username of {who(owners[text])} is where it does not belong."
                yield Difference(what, page.number)
                break


def leak_differences(
    reader: PdfReader, printed: PrintedSet, roster: Roster, listed: Listed, said: str
) -> Iterator[Difference]:
    """A child, or a value that is not printed, in the file. The values themselves are never shown."""
    texts, foreign = texts_of(reader, {number for page in printed.pages for number in page.streams})
    if foreign:
        yield Difference("there is something in this file that no page shows.")
    titles = "".join(whole_title(name) + part_title(name) for name in roster.classes)
    format_words = said + FILE_WORDS + squeezed(titles)
    yield from _names_beside(texts, roster, format_words)
    surfaces = {id(page.surface): page.surface for page in printed.pages}
    everything = "\n".join([*texts, *(surface.whole for surface in surfaces.values())])
    told = "".join(
        value for panel in printed.panels for value in panel.values
    )  # as those of a wrong page, if they are
    yield from _values(everything, roster, listed, format_words + told)


def _owners(roster: Roster) -> dict[str, Student]:
    """Whose each name and username is."""
    return {
        text: student
        for student in roster.students
        for text in map(squeezed, (student.name, student.username))
        if text
    }


def _names_beside(texts: Sequence[str], roster: Roster, said: str) -> Iterator[Difference]:
    """A child in the metadata, the bookmarks, an attachment or a note."""
    owners = _owners(roster)
    for text in Words(owners).found_in(squeezed(" ".join(texts))):
        if len(text) >= SHORTEST_NAME and text not in said:
            yield Difference(f"the name or username of {who(owners[text])} is in the file outside its pages.")
            return


def _values(everything: str, roster: Roster, listed: Listed, said: str) -> Iterator[Difference]:
    """Cells of the list that are in the file, though no page should show them."""
    shown = said + "".join(
        squeezed(
            f"{child.name}{child.class_name}{child.register_number}{child.username}{bookmark_words(child)}"
        )
        for child in roster.students
    )
    cells = {cell for row in listed.rows for cell in row.cells if len(cell) >= SHORTEST_VALUE}
    forms = {cell: {cell, squeezed(cell)} for cell in cells if squeezed(cell) not in shown}
    found = set(Words(form for pair in forms.values() for form in pair).found_in(everything))
    count = sum(bool(pair & found) for pair in forms.values())
    if count:
        values = "1 value" if count == 1 else f"{count} values"
        yield Difference(f"the file has {values} of the list that must not be printed.")
