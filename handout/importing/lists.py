"""Lists of the page: entries with the list below each, and lists that go on after a break."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from handout.importing.inline import inline, is_inline, left_out, styled
from handout.importing.reading import Picture, Piece, Reading, picture_of
from handout.importing.runs import as_words, on_lines, sentences
from handout.importing.tree import Node
from handout.importing.words import counted
from handout.model import Bullets, Nested, Numbered, Paragraph, Run, Text

_LETTERED = re.compile(r"list-style(?:-type)?\s*:[^;]*(?:alpha|roman|latin|greek)", re.IGNORECASE)
_NUMBER = re.compile(r"-?[0-9]{1,4}")
_LOOK = "Check whether a text refers to its numbers."
LISTS: dict[str, type[Numbered | Bullets]] = {"ol": Numbered, "ul": Bullets, "menu": Bullets, "dir": Bullets}


@dataclass(slots=True)
class Entry:
    """What belongs to one dot or number."""

    texts: list[Text] = field(default_factory=list)
    below: list[Text] = field(default_factory=list)
    kind: type[Numbered | Bullets] = Bullets

    def add(self, text: Text) -> None:
        """Text after a nested list continues that list's last entry: the order of the page stays."""
        if self.below:
            self.below[-1] = on_lines([self.below[-1], text])
        else:
            self.texts.append(text)

    def last(self) -> str:
        texts = self.below or self.texts
        return as_words(texts[-1]) if texts else ""


def read_list(reading: Reading, node: Node, style: Run) -> None:
    """The list as a piece, then the pictures in it."""
    pictures: list[Piece] = []
    items: list[Text | Nested] = []
    for entry in _entries(reading, node, style, pictures):
        text = on_lines(entry.texts)
        if text and entry.below:
            items.append(Nested(text, entry.kind(tuple(entry.below))))
        elif text or entry.below:
            items += [text] if text else entry.below
    if items:
        _remark_numbers(reading, node)
        reading.add(node.line, LISTS[node.tag](tuple(items)), start=_start(node))
    reading.pieces += pictures


def _remark_numbers(reading: Reading, node: Node) -> None:
    """Say where the 1, 2, 3 of the paper differ from what is before the entries on the page."""
    lettered = _LETTERED.search(node.attributes.get("style", ""))
    if node.tag == "ol" and (lettered or node.attributes.get("type", "1") != "1"):
        what = "a list with letters or Roman numerals on the page is numbered 1, 2, 3 on the paper."
        reading.remark(node.line, what, _LOOK)
    elif node.tag == "ol" and _numbers(node) != list(range(_start(node), _start(node) + len(_numbers(node)))):
        what = "a list has numbers of its own on the page, and 1, 2, 3 on the paper."
        reading.remark(node.line, what, _LOOK)


def _start(node: Node) -> int:
    """The number of its first entry; 1 where it is none to count on from."""
    start = node.attributes.get("start", "1")
    return int(start) if start.isdecimal() and len(start) < 5 and start != "0" else 1


def _numbers(node: Node) -> list[int]:
    """What is before each entry on the page."""
    values = [kid.attributes.get("value", "") for kid in node.nodes if kid.tag == "li"]
    step = -1 if "reversed" in node.attributes else 1
    start = node.attributes.get("start", "")
    first = int(start) if _NUMBER.fullmatch(start) else len(values) if step < 0 else 1
    return [
        int(value) if _NUMBER.fullmatch(value) else first + step * place for place, value in enumerate(values)
    ]


def _entries(reading: Reading, node: Node, style: Run, pictures: list[Piece]) -> list[Entry]:
    entries: list[Entry] = []
    for kid in node.kids:
        if isinstance(kid, Node) and kid.tag in LISTS and entries:
            _add_list(reading, kid, style, entries[-1], pictures)
        elif isinstance(kid, Node) and kid.is_hidden and left_out(reading, kid):
            continue
        elif isinstance(kid, Node) or kid.strip():
            entry = Entry()
            whole = isinstance(kid, Node) and kid.tag == "li"
            _fill(
                reading,
                kid.kids if whole and isinstance(kid, Node) else [kid],
                style,
                entry,
                pictures,
                node.line,
            )
            entries.append(entry)
    return entries


def _fill(
    reading: Reading, kids: list[Node | str], style: Run, entry: Entry, pictures: list[Piece], line: int
) -> None:
    """Put what is in an entry into it, block by block."""
    waiting: list[Node | str] = []

    def finish() -> None:
        runs: list[Run] = []
        for part in inline(reading, waiting, style):
            if isinstance(part, Run):
                runs.append(part)
                continue
            _add_text(reading, runs, entry, part.line)
            runs = []
            pictures.append(Piece(part.line, _picture(part, entry)))
        _add_text(reading, runs, entry, line)
        waiting.clear()

    for kid in kids:
        if isinstance(kid, str) or is_inline(kid):
            waiting.append(kid)
            continue
        finish()
        line = kid.line
        if kid.tag in LISTS:
            _add_list(reading, kid, style, entry, pictures)
        elif kid.tag == "table":
            reading.leave_out(kid, f"a table of {counted(len(kid.find('tr')), 'row')} inside a list")
        elif not left_out(reading, kid):
            _fill(reading, kid.kids, styled(reading, kid, style), entry, pictures, line)
    finish()


def _add_text(reading: Reading, runs: list[Run], entry: Entry, line: int) -> None:
    if text := reading.text(runs, line):
        entry.add(text)


def _add_list(reading: Reading, node: Node, style: Run, entry: Entry, pictures: list[Piece]) -> None:
    """A list inside an entry; deeper lists move up to its level."""
    if not entry.below:
        entry.kind = LISTS[node.tag]
    for inner in _entries(reading, node, style, pictures):
        entry.below += [text for text in (on_lines(inner.texts), *inner.below) if text]


def _picture(node: Node, entry: Entry) -> Picture:
    above = list(sentences(entry.last()))
    return picture_of(node, above=above[-1] if above else "")


def joined_lists(reading: Reading) -> list[Piece]:
    """Numbered lists that continue are joined: the page has a list for each number, and paragraphs between them."""
    joined: list[Piece] = []
    last: int | None = None  # where in `joined` the list is that may go on
    for piece in reading.pieces:
        before = joined[last].what if last is not None else None
        if isinstance(piece.what, Numbered) and piece.start > 1:
            if last is not None and isinstance(before, Numbered) and piece.start == len(before.items) + 1:
                between = [other.what for other in joined[last + 1 :]]
                items = [*before.items, *piece.what.items]
                place = len(before.items) - 1
                items[place] = _with_paragraphs(items[place], between)
                joined[last] = replace(joined[last], what=Numbered(tuple(items)))
                joined[last + 1 :] = [
                    other for other in joined[last + 1 :] if isinstance(other.what, Picture)
                ]
                continue
            reading.remark(
                piece.line, f"a list begins with {piece.start} on the page, and with 1 on the paper."
            )
        if isinstance(piece.what, Numbered):
            last = len(joined)
        elif not isinstance(piece.what, Paragraph | Picture):
            last = None
        joined.append(piece)
    return joined


def _with_paragraphs(item: Text | Nested, between: Sequence[object]) -> Text | Nested:
    texts = [what.text for what in between if isinstance(what, Paragraph)]
    if not texts:
        return item
    if isinstance(item, Nested):
        *others, last = item.below.items
        return item._replace(below=replace(item.below, items=(*others, _with_paragraphs(last, between))))
    return on_lines([item, *texts])
