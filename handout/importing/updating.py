"""A page imported again over an older import: the handout with both sides' changes."""

from collections.abc import Mapping
from typing import Any

from handout.content import ALT_TO_WRITE, edit_content, plain_values
from handout.importing.document import Imported
from handout.importing.merging import Choose, Conflict, merge_list, merge_value, shown
from handout.importing.recording import PICTURES, Guides, digest, pictures_of, told_before


def updated(earlier: str, ours: str, result: Imported, choose: Choose) -> str:
    """The content.yaml of the school with the page's changes in it; `choose` decides where both changed the same."""
    was, now, page = plain_values(earlier), plain_values(ours), plain_values(result.content)
    changes: dict[tuple[str | int, ...], Any] = {}
    for name, told in result.told.items():
        ours_now = now["settings"].get(name, "")
        merged = merge_value(told_before(was, name), ours_now, told, choose)
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
    digests = plain_values(earlier).get(PICTURES, {})

    def is_ours(name: str) -> bool:
        return name in there and digest(there[name]) != digests.get(name)

    return {name: data for name, data in result.images.items() if not is_ours(name)}


def _guide_changes(was: Any, now: Any, page: Any, choose: Choose) -> dict[tuple[str | int, ...], Any]:
    before, ours, theirs = (pictures_of(side) for side in (was, now, page))
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
    """Which pictures, in which order; where the page drops one that the school has edited, the school is asked."""
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
    """Caption and alt text; a missing alt text never replaces the school's."""
    return {
        key: merge_value(before.get(key, ""), ours[key], page[key], choose)
        for key in ours
        if key in page and page[key] != ALT_TO_WRITE
    }
