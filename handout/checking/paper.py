"""What is on the paper: every value can be read, every blank line is blank, no word is foreign."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from handout.checking.difference import Difference
from handout.checking.graphics import Box, Painted
from handout.checking.printed import PERSONAL, Field, Panel, PrintedSet
from handout.checking.surfaces import Page

A4 = (595.276, 841.89)  # points
_NEARLY = 1  # point
_MARGIN = 14  # points along the edge that no printer reaches
_SMALLEST, _LARGEST = 7, 40  # points: type that can be read, and type that has room
_DARK = 0.5  # the lightest that a value may be
_FLAT = 4  # points: what is lower is a rule
_HAND = 12  # points above a rule, where a hand writes
# What the paper says besides content.yaml: which page it is, how slips are printed, the numbers of lists.
_OWN_WORDS = re.compile(
    r",?[Pp]age\d+of\d+|Printat100%\.Cutalongthedashedlines\.(?:Stickonpage\d+oftheStudentHandbook\.)?"
)
_NUMBERING = re.compile(r"\W*\d{0,2}\W*")
_STEP = re.compile(r"(.*\D)\d{1,2}")  # of a guide: the part it belongs to, a text of its own, and a number
_BETWEEN_WORDS = "·"  # in a footer


def paper_differences(printed: PrintedSet, said: str) -> Iterator[Difference]:
    """`said` is all that content.yaml says, squeezed."""
    panels: dict[int, list[Panel]] = defaultdict(list)
    for panel in printed.panels:
        panels[panel.page].append(panel)
    known: dict[int, list[str]] = {}
    for number in printed.unread:
        yield Difference("the child's panel on this page cannot be read.", number)
    for page in printed.pages:
        yield from _page_faults(page)
        own = panels.get(page.number, [])
        for panel in own:
            for name, field in panel.fields.items():
                yield from _field_faults(page, name, field)
        if _is_covered(page.surface.painted, frozenset().union(*(panel.marks for panel in own))):
            yield Difference("something is printed over the words of this page.", page.number)
        if own or id(page.surface) not in known:
            known[id(page.surface)] = list(_foreign_words(page, own, said))
        for what in known[id(page.surface)]:
            yield Difference(what, page.number)


def _page_faults(page: Page) -> Iterator[Difference]:
    left, bottom, right, top = page.paper
    sides = sorted((right - left, top - bottom))
    if (
        any(abs(side - wanted) > _NEARLY for side, wanted in zip(sides, A4, strict=True))
        or max(abs(left), abs(bottom)) > _NEARLY
    ):
        yield Difference("this page is not A4.", page.number)
    if page.surface.faults:
        yield Difference("something is drawn here that a class set never has.", page.number)


def _field_faults(page: Page, name: str, field: Field) -> Iterator[Difference]:
    """What keeps a value from being read, or a line from being blank."""
    own = [thing for thing in page.surface.painted if thing.mark in field.marks]
    if "password" in name and field.text:
        yield Difference("something is printed on a password line.", page.number)
    elif name in PERSONAL and field.text:
        if not all(_is_readable(thing, page.paper) for thing in own) or not _is_in_order(field, own):
            yield Difference("a name, class, number or username cannot be read on paper.", page.number)
        elif _is_disturbed(field, page.surface.painted):
            yield Difference("something is printed over a name, class, number or username.", page.number)
        if field.spoken not in {"", field.text}:
            yield Difference("a screen reader says something different from the page.", page.number)
    elif not field.text and any(_is_used(area, field, page.surface.painted) for area in _areas(own)):
        yield Difference("something is printed on a line that must be blank.", page.number)


def _is_readable(thing: Painted, paper: Box) -> bool:
    """Dark type of a usual size, upright and on the paper."""
    left, bottom, right, top = paper
    inside = Box(left + _MARGIN, bottom + _MARGIN, right - _MARGIN, top - _MARGIN)
    return (
        thing.kind == "text"
        and thing.lightness <= _DARK
        and _SMALLEST <= thing.size <= _LARGEST
        and thing.box.is_in(inside)
    )


def _is_in_order(field: Field, own: Sequence[Painted]) -> bool:
    """Whether the parts of a value follow each other to the right and downwards; other scripts are drawn otherwise."""
    return bool(field.spoken) or all(
        after.box.bottom < one.box.bottom - _NEARLY
        or (abs(after.box.bottom - one.box.bottom) <= _NEARLY and after.box.left >= one.box.right - _NEARLY)
        for one, after in pairwise(own)
    )


def _is_disturbed(field: Field, painted: Sequence[Painted]) -> bool:
    """Whether anything is painted over a value, or it is on a dark ground."""
    boxes = [thing.box for thing in painted if thing.mark in field.marks]
    seen = False
    for thing in painted:
        if thing.mark in field.marks:
            seen = True
        elif (seen or _is_seen(thing)) and any(thing.box.meets(box) for box in boxes):
            return True
    return False


def _is_covered(painted: Sequence[Painted], personal: frozenset[int]) -> bool:
    """Whether a patch or a picture is painted over a text that is no child's own."""
    texts: list[Box] = []
    for thing in painted:
        if thing.kind == "text":
            texts += [thing.box] if thing.mark not in personal else []
        elif thing.kind != "line" and any(map(thing.box.meets, texts)):
            return True
    return False


def _is_seen(thing: Painted) -> bool:
    """A light ground beneath a text does not disturb it."""
    return thing.kind != "fill" or thing.lightness <= _DARK


def _areas(own: Sequence[Painted]) -> list[Box]:
    """Where a hand will write: in a box, or above a rule."""
    return [
        box._replace(top=max(box.top, box.bottom + _HAND)) if box.top - box.bottom < _FLAT else box
        for box in (thing.box for thing in own)
        if box.right - box.left > _FLAT
    ]


def _is_used(area: Box, field: Field, painted: Sequence[Painted]) -> bool:
    """Whether a text, a picture or a patch is where a hand will write; a rule may frame it."""
    seen = False
    for thing in painted:
        if thing.mark in field.marks:
            seen = True
        elif thing.kind != "line" and (seen or _is_seen(thing)) and thing.box.meets(area):
            return True
    return False


def _foreign_words(page: Page, panels: Sequence[Panel], said: str) -> Iterator[str]:
    """Words that neither content.yaml nor the list says."""
    personal = frozenset().union(*(panel.marks for panel in panels))
    texts = [text for mark, text in page.surface.texts.items() if mark not in personal]
    parts = [part for text in (*texts, *page.surface.outside) for part in text.split(_BETWEEN_WORDS)]
    rests = [_OWN_WORDS.sub("", part) for part in parts]
    if any(
        not _NUMBERING.fullmatch(rest) and rest not in said and not _is_step(rest, said) for rest in rests
    ):
        yield "there are words here that content.yaml does not have."


def _is_step(text: str, said: str) -> bool:
    step = _STEP.fullmatch(text)
    return step is not None and step[1] in said.split("\n")
