"""A page that changed and a handout that was edited, merged: three versions, one result."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

Values = list[Any]
LEAST_ALIKE = 0.5  # of the letters: what is less similar is a different entry
LONGEST_COMPARED = 400  # letters


@dataclass(frozen=True, slots=True)
class Conflict:
    """What both sides changed: as it was at the last import, as the school has it, as the page has it now."""

    before: str
    ours: str
    page: str


# Whether the page's version is to be used.
Choose = Callable[[Conflict], bool]


def merge_value(before: Any, ours: Any, page: Any, choose: Choose) -> Any:
    """A change by one side alone wins; a text is merged sentence by sentence, a list entry by entry."""
    if page in (before, ours):
        return ours
    if ours == before:
        return page
    if isinstance(before, str) and isinstance(ours, str) and isinstance(page, str):
        was, own, new = _cut(before), _cut(ours), _cut(page)
        if max(map(len, (was, own, new))) > 1 and _can_be_cut(was, own, new):
            return _rejoined(merge_list(was, own, new, choose, side_by_side=False))
    if isinstance(before, list) and isinstance(ours, list) and isinstance(page, list):
        return merge_list(before, ours, page, choose)
    sides = (before, ours, page)
    if all(isinstance(side, dict) for side in sides) and before.keys() == ours.keys() == page.keys():
        return {key: merge_value(before[key], ours[key], page[key], choose) for key in ours}
    return page if choose(Conflict(shown(before), shown(ours), shown(page))) else ours


def merge_list(
    before: Values, ours: Values, page: Values, choose: Choose, *, side_by_side: bool = True
) -> Values:
    """Entry by entry: what became of each, and what was put in before it.

    `side_by_side`: what both sides put in at one place can follow each other, as paragraphs can.
    """
    merged: Values = []
    for was, own, new in zip([*before, None], _aligned(before, ours), _aligned(before, page), strict=True):
        if side_by_side or not own.added or not new.added or own.added == new.added:
            merged += [*own.added, *(value for value in new.added if value not in own.added)]
        else:
            conflict = Conflict("", shown(own.added), shown(new.added))
            merged += new.added if choose(conflict) else own.added
        if was is None:
            break
        if own.kept and new.kept:
            merged.append(merge_value(was, own.kept[0], new.kept[0], choose))
        elif own.kept != new.kept and was not in (*own.kept, *new.kept):
            conflict = Conflict(shown(was), shown(own.kept), shown(new.kept))
            merged += new.kept if choose(conflict) else own.kept
    return merged


@dataclass(slots=True)
class _Place:
    """What a side put in before an entry, and what became of the entry: one value, or none where it is gone."""

    added: Values
    kept: Values


def _aligned(before: Values, after: Values) -> list[_Place]:
    """A place for each entry of before, and one for the end."""
    places = [_Place([], []) for _ in range(len(before) + 1)]
    old, new = (list(map(repr, side)) for side in (before, after))
    for kind, start, end, new_start, new_end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            pairs = list(zip(range(start, end), range(new_start, new_end), strict=True))
        else:
            pairs = _alike(before, after, range(start, end), range(new_start, new_end))
        found = {two: one for one, two in pairs}
        place = start
        for number in range(new_start, new_end):
            if number in found:
                place = found[number]
                places[place].kept.append(after[number])
                place += 1
            else:
                places[place].added.append(after[number])
    return places


def _alike(before: Values, after: Values, olds: range, news: range) -> list[tuple[int, int]]:
    """Entries that are the same ones, changed: in order, each with the next one that is like it."""
    pairs: list[tuple[int, int]] = []
    left = list(news)
    for old in olds:
        likely = [new for new in left if _likeness(before[old], after[new]) >= LEAST_ALIKE]
        if likely:
            pairs.append((old, likely[0]))
            left = [new for new in left if new > likely[0]]
    return pairs if pairs or len(olds) != len(news) else list(zip(olds, news, strict=True))


def _likeness(one: Any, other: Any) -> float:
    if isinstance(one, dict) != isinstance(other, dict) or (
        isinstance(one, dict) and one.keys() != other.keys()
    ):
        return 0
    return SequenceMatcher(
        None, shown(one)[:LONGEST_COMPARED], shown(other)[:LONGEST_COMPARED], autojunk=False
    ).ratio()


def _can_be_cut(before: Values, ours: Values, page: Values) -> bool:
    """Whether every conflict is between a sentence of one side and the same sentence of the other."""
    conflicts: list[Conflict] = []

    def note(conflict: Conflict) -> bool:
        conflicts.append(conflict)
        return False

    merge_list(before, ours, page, note, side_by_side=False)
    return all(conflict.before and conflict.ours and conflict.page for conflict in conflicts)


def _rejoined(sentences: Values) -> str:
    return "".join(
        part if part[:1].isspace() or not place else f" {part}" for place, part in enumerate(sentences)
    ).strip()


def _cut(text: str) -> list[str]:
    """Sentences, each with the white space before it."""
    return re.split(r"(?<=[.!?])(?=\s)", text)


def shown(value: Any) -> str:
    """The words of a value of content.yaml."""
    if isinstance(value, dict):
        return " ".join(map(shown, value.values()))
    if isinstance(value, list):
        return " ".join(map(shown, value))
    return " ".join(str(value).split())
