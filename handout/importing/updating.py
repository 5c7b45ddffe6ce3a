"""A page imported again over an older import: what changed on it, and the handout with both sides' changes."""

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any, Literal

import yaml

from handout.content import ALT_TO_WRITE, edit_content
from handout.errors import Problem
from handout.importing.document import Imported
from handout.importing.merging import Choose, Conflict, merge_list, merge_value, shown

Guides = dict[str, dict[str, str]]  # by image

LEAST_ALIKE = 0.5  # of the letters: what is less alike is another sentence
# Keys of the record of an import: digests of its pictures and of its remarks, and what the page told of the school.
_PICTURES, _REMARKS, _TOLD = "imported_pictures", "imported_remarks", "imported_settings"


@dataclass(frozen=True, slots=True)
class Change:
    """A sentence of the page that was added, removed or changed."""

    kind: Literal["added", "removed", "changed"]
    before: str
    after: str

    def __str__(self) -> str:
        return f'{self.kind}: "{self.before or self.after}"' + (
            f' is now "{self.after}"' if self.kind == "changed" else ""
        )


def record(result: Imported) -> str:
    """What is kept of an import, to know at the next what changed where."""
    kept: dict[str, dict[str, str] | list[str]] = {
        _PICTURES: {name: _digest(data) for name, data in result.images.items()},
        _REMARKS: sorted({_remark_digest(remark) for remark in result.remarks}),
        _TOLD: dict(result.told),
    }
    return edit_content(result.content, {(key,): value for key, value in kept.items() if value})


def is_record(text: str) -> bool:
    """Whether it is what `record` wrote, and nobody has broken it."""
    try:
        values = _read(text)
    except (yaml.YAMLError, RecursionError):
        return False
    return isinstance(values, dict) and {"title", "settings"} <= values.keys()


def new_remarks(earlier: str, result: Imported) -> list[Problem]:
    """What the import recorded in `earlier` has not said yet, whatever its line."""
    said = _read(earlier).get(_REMARKS, [])
    return [remark for remark in result.remarks if _remark_digest(remark) not in said]


def page_changes(earlier: str, result: Imported) -> list[Change]:
    """What is new on the page, gone from it, or other than at the import recorded in `earlier`: its sentences first."""
    was, now = _read(earlier), _read(result.content)
    before, after = list(_sentences(was)), list(_sentences(now))
    changes: list[Change] = []
    for kind, start, end, new_start, new_end in SequenceMatcher(
        None, before, after, autojunk=False
    ).get_opcodes():
        if kind != "equal":
            changes += _paired(before[start:end], after[new_start:new_end])
    changes += _other_changes(was, now, result)
    if not changes and was.get("text") != now.get("text"):
        changes.append(Change("changed", "headings, lists or paragraphs", "arranged differently"))
    return changes


def _other_changes(was: Any, now: Any, result: Imported) -> Iterator[Change]:
    """Of settings and pictures."""
    for name, value in {**result.told, **result.given}.items():
        before = _told_before(was, name) if name not in result.given else was["settings"].get(name, "")
        if value != before and name != "source":
            yield Change("changed", f"{name}: {before}", f"{name}: {value}")
    digests = was.get(_PICTURES, {})
    still_there = _pictures(now)
    yield from (Change("removed", name, "") for name in _pictures(was) if name not in still_there)
    for name, data in result.images.items():
        if name not in digests:
            yield Change("added", "", f"images/{name}")
        elif digests[name] != _digest(data):
            yield Change("changed", f"images/{name}", "another picture")


def _told_before(was: Any, name: str) -> str:
    """What the page told at the last import; where that was not kept, the setting."""
    return str(was.get(_TOLD, was["settings"]).get(name, ""))


def updated(earlier: str, ours: str, result: Imported, choose: Choose) -> str:
    """The content.yaml of the school with the page's changes in it; `choose` decides where both changed the same."""
    was, now, page = _read(earlier), _read(ours), _read(result.content)
    changes: dict[tuple[str | int, ...], Any] = {}
    for name, told in result.told.items():
        ours_now = now["settings"].get(name, "")
        merged = merge_value(_told_before(was, name), ours_now, told, choose)
        if merged != ours_now:
            changes["settings", name] = merged
    changes |= {("settings", name): value for name, value in result.given.items()}
    title = merge_value(was["title"], now.get("title", ""), page["title"], choose)
    if title != now.get("title"):
        changes["title",] = title
    text = merge_list(was.get("text", []), now.get("text", []), page.get("text", []), choose)
    if text != now.get("text", []):
        changes["text",] = text or None
    return edit_content(edit_content(ours, changes), _guide_changes(was, now, page, choose))


def pictures_to_write(earlier: str, result: Imported, there: Mapping[str, bytes]) -> dict[str, bytes]:
    """New pictures and those that changed on the page; one that the school has replaced stays."""
    digests = _read(earlier).get(_PICTURES, {})

    def is_ours(name: str) -> bool:
        return name in there and _digest(there[name]) != digests.get(name)

    return {name: data for name, data in result.images.items() if not is_ours(name)}


def _guide_changes(was: Any, now: Any, page: Any, choose: Choose) -> dict[tuple[str | int, ...], Any]:
    before, ours, theirs = (_pictures(side) for side in (was, now, page))
    merged = [
        {**ours[name], **_merged_guide(before.get(name, {}), ours[name], theirs.get(name, {}), choose)}
        if name in ours
        else theirs[name]
        for name in _names(before, ours, theirs, choose)
    ]
    if merged == list(ours.values()):
        return {}
    if not merged:
        return {("guides",): None}
    if "guides" not in now:
        return {("guides",): {**page["guides"], "pictures": merged}}
    return {("guides", "pictures"): merged}


def _names(before: Guides, ours: Guides, theirs: Guides, choose: Choose) -> list[str]:
    """Which pictures, in which order; where the page drops one that the school has edited, it is asked."""
    names = merge_list(list(before), list(ours), list(theirs), choose)
    for place, name in enumerate(ours):
        is_edited = name in before and ours[name] != before[name]
        if (
            name not in names
            and is_edited
            and not choose(Conflict(shown(before[name]), shown(ours[name]), ""))
        ):
            names.insert(place, name)
    return names


def _merged_guide(
    before: dict[str, str], ours: dict[str, str], page: dict[str, str], choose: Choose
) -> dict[str, str]:
    """Caption and alt text; an alt text that waits for its words has nothing to say against the school's."""
    return {
        key: merge_value(before.get(key, ""), ours[key], page[key], choose)
        for key in ours.keys() & page.keys()
        if page[key] != ALT_TO_WRITE
    }


def _pictures(values: Any) -> Guides:
    """The guides by their pictures; a picture that is shown again by its name and how often it was there."""
    guides: Guides = {}
    for guide in values.get("guides", {}).get("pictures", []):
        image = guide["image"]
        again = sum(other["image"] == image for other in guides.values())
        guides[f"{image} again {again}" if again else image] = guide
    return guides


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _remark_digest(remark: Problem) -> str:
    return _digest(f"{remark.what} {remark.remedy}".encode(errors="replace"))[:16]


def _paired(before: list[str], after: list[str]) -> Iterator[Change]:
    """Sentences in the same place: the one most like another is that one, changed."""
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
        [[guide["caption"], guide["alt"]] for guide in _pictures(values).values()],
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


def _read(text: str) -> Any:
    return yaml.load(text, yaml.BaseLoader)  # noqa: S506 - makes texts, lists and mappings only
