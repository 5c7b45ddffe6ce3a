"""content.yaml as `Content`: checked, every problem at once, each with its line."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from handout.content import values
from handout.content.shape import (
    YES_OR_NO,
    Reading,
    ShapeReader,
    keys,
    leaf,
    object_schema,
    of_edition,
    one_of,
    printed,
    some,
)
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
    Passage,
    Reader,
    Settings,
    Text,
)


def _guide(file: PictureFile, caption: Text, alt: Text, part: str, small: bool) -> Guide:
    return Guide(file.path, caption, alt, part, small, file.line)


def _parts(
    settings: Settings,
    title: Text,
    panel: Panel,
    text: tuple[tuple[Passage, ...], tuple[Passage, ...]],
    guides: Guides,
    portal_note: Text,
) -> dict[str, Any]:
    pack_text, sheet_text = text
    return {
        "settings": settings,
        "title": title,
        "panel": panel,
        "text": pack_text,
        "sheet_text": sheet_text,
        "guides": guides,
        "portal_note": portal_note,
    }


def _whole(part: object) -> object:
    return part


# In files that were written before there were such labels.
LATER_LABELS = {
    "worked_out": "From the name. If it fails, ask the form teacher.",
    "portal": "MIMS Portal",
    "portal_code": "QR code to the MIMS Portal",
}

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
        ("name", "class", "register_number", "username", "password", "new_password", "blank", *LATER_LABELS),
        _LABEL,
    ),
    optional=LATER_LABELS,
)
_READER = keys(Reader, {"heading": _TEXT, "note": _TEXT})
_PANEL = keys(Panel, {"labels": _LABELS, **dict.fromkeys(READERS, _READER)})


def _entry(text: ShapeReader) -> ShapeReader:
    """An entry of a list: a text, or a text with a list below it."""

    def reader(value: Any, location: Location, reading: Reading) -> Any:
        if not isinstance(value, dict) or not value.keys() & {"text", "bullets", "numbered"}:
            return text(value, location, reading)
        kind, build = ("numbered", Numbered) if "numbered" in value else ("bullets", Bullets)

        def nested(words: Text, items: tuple[Text, ...]) -> Nested:
            return Nested(words, build(items))

        return keys(nested, {"text": text, kind: some(text)})(value, location, reading)

    lists = dict.fromkeys(("bullets", "numbered"), some(text).schema)
    with_list = object_schema({"text": text.schema, **lists}, required=["text"])
    return ShapeReader(
        reader, {"anyOf": [text.schema, {**with_list, "minProperties": 2, "maxProperties": 2}]}
    )


def _passages(edition: str) -> ShapeReader:
    text = of_edition(edition, _TEXT)
    entries = some(_entry(text))
    return some(
        one_of(
            {
                "heading": keys(Heading, {"heading": text}),
                "paragraph": keys(Paragraph, {"paragraph": text}),
                "numbered": keys(Numbered, {"numbered": entries}),
                "bullets": keys(Bullets, {"bullets": entries}),
                "table": keys(_whole, {"table": read_table}),
            }
        )
    )


_PACK_TEXT, _SHEET_TEXT = _passages("pack"), _passages("sheet")


def _read_both(value: Any, location: Location, reading: Reading) -> tuple[Any, Any]:
    return _PACK_TEXT(value, location, reading), _SHEET_TEXT(value, location, reading)


_BOTH_EDITIONS = ShapeReader(_read_both, _PACK_TEXT.schema)


_GUIDE = keys(
    _guide,
    {
        "image": leaf(values.read_image),
        "caption": _TEXT,
        "alt": leaf(values.read_alt),
        "part": _LABEL,
        "small": leaf(values.read_yes, YES_OR_NO),
    },
    optional={"part": "", "small": False},
)
CONTENT = keys(
    _parts,
    {
        "settings": _SETTINGS,
        "title": _TEXT,
        "panel": _PANEL,
        "text": _BOTH_EDITIONS,
        "guides": keys(Guides, {"heading": _TEXT, "pictures": some(_GUIDE)}),
        "portal_note": _TEXT,
    },
    optional={"text": ((), ()), "guides": Guides((), ()), "portal_note": ()},
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
    named = {name: str(value or "") for name, value in settings._asdict().items()}
    reading = Reading(tree, context._replace(settings=named))
    parts = CONTENT(tree.value, (), reading)
    problems = [*tree.problems, *reading.problems]
    if problems:
        raise ContentError(sorted(dict.fromkeys(problems), key=lambda problem: problem.place.line or 0))
    return Content(path=path, notes=tuple(dict.fromkeys(reading.notes)), lines=tree.lines, **parts)
