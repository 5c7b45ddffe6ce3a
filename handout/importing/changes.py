"""What changed on a page since its last import, as a person would list it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any, Literal

from handout.content import ALT_TO_WRITE, plain_values
from handout.importing.document import Imported
from handout.importing.recording import PICTURES, digest, pictures_of, told_before

LEAST_ALIKE = 0.6  # of the letters: what is less similar is a different sentence


@dataclass(frozen=True, slots=True)
class Change:
    """A sentence of the page that was added, removed, changed or moved."""

    kind: Literal["added", "removed", "changed", "moved"]
    before: str
    after: str

    def __str__(self) -> str:
        return f'{self.kind}: "{self.before or self.after}"' + (
            f' is now "{self.after}"' if self.kind == "changed" else ""
        )


def page_changes(earlier: str, result: Imported) -> list[Change]:
    """What was added to the page, removed from it or changed since the import recorded in `earlier`: sentences first."""
    was, now = plain_values(earlier), plain_values(result.content)
    before, after = list(_sentences(was)), list(_sentences(now))
    changes: list[Change] = []
    for kind, start, end, new_start, new_end in SequenceMatcher(
        None, before, after, autojunk=False
    ).get_opcodes():
        if kind != "equal":
            changes += _paired(before[start:end], after[new_start:new_end])
    changes = [*_with_moves(changes), *_other_changes(was, now, result)]
    if not changes and _parts(was) != _parts(now):
        changes.append(Change("changed", "headings, lists, paragraphs or pictures", "arranged differently"))
    return changes


def _with_moves(changes: list[Change]) -> list[Change]:
    """Each once; what went from one place and came to another has moved."""
    gone, new = (
        {change.before or change.after for change in changes if change.kind == kind}
        for kind in ("removed", "added")
    )
    moved = gone & new
    return list(
        dict.fromkeys(
            Change("moved", words, "") if (words := change.before or change.after) in moved else change
            for change in changes
        )
    )


def _parts(values: Any) -> Any:
    return values.get("text"), list(pictures_of(values))


def _other_changes(was: Any, now: Any, result: Imported) -> Iterator[Change]:
    """Of settings and pictures."""
    for name, value in {**result.told, **result.given}.items():
        before = told_before(was, name) if name not in result.given else was["settings"].get(name, "")
        if value != before and name != "source":
            yield Change("changed", f"{name}: {before}", f"{name}: {value}")
    digests = was.get(PICTURES, {})
    still_there = pictures_of(now)
    yield from (Change("removed", name, "") for name in pictures_of(was) if name not in still_there)
    for name, data in result.images.items():
        if name not in digests:
            yield Change("added", "", f"images/{name}")
        elif digests[name] != digest(data):
            yield Change("changed", f"images/{name}", "another picture")


def _paired(before: list[str], after: list[str]) -> Iterator[Change]:
    """Sentences in the same place: the most similar pair is one sentence that was changed."""
    left = list(after)
    for old in before:
        ranked = [(SequenceMatcher(None, old, new, autojunk=False).ratio(), new) for new in left]
        alike, new = max(ranked, default=(0.0, ""))
        if alike >= LEAST_ALIKE:
            left.remove(new)
            yield Change("changed", old, new)
        else:
            yield Change("removed", old, "")
    yield from (Change("added", "", new) for new in left)


def _sentences(values: Any) -> Iterator[str]:
    """What the page says, in its order: title, text, captions and alt texts."""
    yield values["title"]
    texts = [
        values.get("text", []),
        [[guide["caption"], guide["alt"]] for guide in pictures_of(values).values()],
    ]
    for text in _leaves(texts):
        if text != ALT_TO_WRITE:
            yield from filter(None, (part.strip() for part in re.split(r"(?<=[.!?])\s+|\n", text)))


def _leaves(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    else:
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _leaves(inner)
