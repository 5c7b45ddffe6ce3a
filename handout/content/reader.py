"""content.yaml as `Content`: checked, every problem at once, each with its line."""

from collections.abc import Callable
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from handout.content import values
from handout.content.shape import Reading, keys, leaf, one_of, printed, some
from handout.content.tables import read_table
from handout.content.tree import Location, read_tree
from handout.content.values import Context, PictureFile
from handout.errors import ContentError
from handout.model import (
    READERS,
    Bullets,
    Content,
    Guide,
    Guides,
    Heading,
    Labels,
    Nested,
    Numbered,
    Panel,
    Paragraph,
    Reader,
    Settings,
    Text,
)


def _guide(file: PictureFile, caption: Text, alt: str) -> Guide:
    return Guide(file.path, caption, alt, file.line)


def _in_order(*parts: object) -> tuple[object, ...]:
    return parts


def _whole(part: object) -> object:
    return part


# In files that were written before there were such usernames.
WORKED_OUT = "From the name. If it does not work, ask the form teacher."

_TEXT = printed(values.read_marked)
_LABEL = printed(values.read_label)
_SETTINGS = keys(
    Settings,
    {
        "school": leaf(values.read_setting),
        "handbook_page": leaf(values.read_page_number),
        "domain": leaf(values.read_domain),
        "portal": leaf(values.read_portal),
        "language": leaf(values.read_language),
        "source": leaf(values.read_setting),
    },
    optional={"handbook_page": None},
)
_LABELS = keys(
    Labels,
    dict.fromkeys(
        ("name", "class", "register_number", "username", "password", "new_password", "blank", "worked_out"),
        _LABEL,
    ),
    optional={"worked_out": WORKED_OUT},
)
_READER = keys(Reader, {"heading": _TEXT, "note": _TEXT})
_PANEL = keys(Panel, {"labels": _LABELS, **dict.fromkeys(READERS, _READER)})


def _entry(value: Any, location: Location, reading: Reading) -> Any:
    """An entry of a list: a text, or a text with a list below it."""
    if not isinstance(value, dict) or not value.keys() & {"text", "bullets", "numbered"}:
        return _TEXT(value, location, reading)
    kind, build = ("numbered", Numbered) if "numbered" in value else ("bullets", Bullets)

    def nested(text: Text, items: tuple[Text, ...]) -> Nested:
        return Nested(text, build(items))

    return keys(nested, {"text": _TEXT, kind: some(_TEXT)})(value, location, reading)


_PASSAGE = one_of(
    {
        "heading": keys(Heading, {"heading": _TEXT}),
        "paragraph": keys(Paragraph, {"paragraph": _TEXT}),
        "numbered": keys(Numbered, {"numbered": some(_entry)}),
        "bullets": keys(Bullets, {"bullets": some(_entry)}),
        "table": keys(_whole, {"table": read_table}),
    }
)
_GUIDE = keys(_guide, {"image": leaf(values.read_image), "caption": _TEXT, "alt": leaf(values.read_alt)})
_CONTENT = keys(
    _in_order,
    {
        "settings": _SETTINGS,
        "title": _TEXT,
        "panel": _PANEL,
        "text": some(_PASSAGE),
        "guides": keys(Guides, {"heading": _TEXT, "pictures": some(_GUIDE)}),
        "portal_note": _TEXT,
    },
    optional={"text": (), "guides": Guides((), ())},
)

# Used when the settings have problems of their own, so that the texts are still checked.
_EXAMPLE = Settings("School", 1, "school.example", "https://school.example", "en", "Source")


def load_content(path: str | Path, lacking: Callable[[str], str]) -> Content:
    """Read content.yaml: every text with its settings filled in and its marks read, every picture found.

    `lacking` returns the letters of a text that no typeface has. Pictures are in the folder of the file or
    below it; their contents are not read. Raises ContentError with all problems, in the order of their lines.
    """
    path = Path(path)
    tree = read_tree(path)
    context = Context(path, {}, lacking)
    given = tree.value.get("settings") if isinstance(tree.value, dict) else None
    settings = _SETTINGS(given, (), Reading(tree, context)) or _EXAMPLE
    named = {name: str(value or "") for name, value in asdict(settings).items()}
    reading = Reading(tree, replace(context, settings=named))
    parts = _CONTENT(tree.value, (), reading)
    problems = [*tree.problems, *reading.problems]
    if problems:
        raise ContentError(sorted(dict.fromkeys(problems), key=lambda problem: problem.place.line or 0))
    return replace(Content(path, *parts), notes=tuple(reading.notes))
