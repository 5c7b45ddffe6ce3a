"""The pages of a set as packs, one for each child: whole, on sheets of their own, and alike."""

import re
from collections import Counter, defaultdict
from collections.abc import Container, Hashable, Iterator, Sequence
from dataclasses import dataclass

from handout.checking.difference import Difference
from handout.checking.graphics import Painted
from handout.checking.printed import Panel, PrintedSet
from handout.checking.surfaces import Page

_FOOTER = re.compile(r"Page(\d+)of(\d+)")


@dataclass(frozen=True, slots=True)
class _Pack:
    panel: Panel
    pages: Sequence[Page]


def pack_differences(printed: PrintedSet) -> Iterator[Difference]:
    """A file of slips has no packs: no page of it says which of how many it is."""
    if not any(map(_counts, printed.pages)):
        yield from _stray_pages(printed)
        return
    starts = {panel.page: panel for panel in printed.panels}
    packs: list[_Pack] = []
    for page in printed.pages:
        if page.number in starts:
            packs.append(_Pack(starts[page.number], [page]))
        elif packs:
            packs[-1] = _Pack(packs[-1].panel, [*packs[-1].pages, page])
        else:
            yield Difference("this page belongs to no child.", page.number)
    for pack in packs:
        yield from _pack_faults(pack, one_sided=printed.is_one_sided)
    yield from _unlike_the_others(packs)


def _stray_pages(printed: PrintedSet) -> Iterator[Difference]:
    with_slips = {panel.page for panel in printed.panels}
    for page in printed.pages:
        if with_slips and page.number not in with_slips:
            yield Difference("there is no slip on this page.", page.number)


def _counts(page: Page) -> tuple[int, int] | None:
    """Which page of how many, as its footer says."""
    found = [_FOOTER.fullmatch(text) for text in page.surface.outside]
    counts = [(int(match[1]), int(match[2])) for match in found if match]
    return counts[0] if len(counts) == 1 else None


def _pack_faults(pack: _Pack, *, one_sided: bool) -> Iterator[Difference]:
    """Its footers count from 1 to the last; on both sides of the paper, it begins on a fresh sheet."""
    first = pack.pages[0].number
    counts = [_counts(page) for page in pack.pages]
    number = next((count[1] for count in counts if count), 0)
    if counts[:number] != [(place, number) for place in range(1, number + 1)]:
        yield Difference("the pack that begins here is not complete.", first)
        return
    if not one_sided and first % 2 == 0:
        yield Difference("this page would be printed on the back of another child's.", first)
    for place, page in enumerate(pack.pages[number:], number):
        if one_sided or place != number or place % 2 == 0 or not page.surface.is_blank:
            yield Difference("this page belongs to no child.", page.number)
    if not one_sided and len(pack.pages) % 2:
        yield Difference("the blank back of this sheet is missing.", pack.pages[-1].number)


def _unlike_the_others(packs: Sequence[_Pack]) -> Iterator[Difference]:
    """Pages whose common part is not that of the other children's, who have the same lines filled."""
    alike: dict[Hashable, list[tuple[int, tuple[Painted, ...]]]] = defaultdict(list)
    for pack in packs:
        filled = frozenset(name for name, field in pack.panel.fields.items() if field.text)
        fields = frozenset(pack.panel.fields)
        kind = (pack.panel.class_name, filled, fields, len(pack.pages), _lines(pack))
        for place, page in enumerate(pack.pages):
            common = _common(page, pack.panel.marks if place == 0 else frozenset())
            alike[kind, place].append((page.number, common))
    for pages in alike.values():
        usual = Counter(common for _, common in pages).most_common(1)[0][0]
        for number, common in pages:
            if common != usual:
                yield Difference("this page differs from the same page of the other children.", number)


def _common(page: Page, personal: frozenset[int]) -> tuple[Painted, ...]:
    return tuple(thing for thing in page.surface.painted if thing.mark not in personal)


def _lines(pack: _Pack) -> tuple[int, ...]:
    """How many lines name and username take: their labels are higher, or what is below them is lower."""
    return tuple(_lines_of(pack, pack.panel.fields[name].marks) for name in ("name", "username"))


def _lines_of(pack: _Pack, marks: Container[int]) -> int:
    return len({round(thing.box.bottom) for thing in pack.pages[0].surface.painted if thing.mark in marks})
