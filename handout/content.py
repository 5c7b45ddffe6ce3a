"""content.yaml as `Content`: validated, every problem at once, each with its line."""

from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TypeAlias

# The core alone: what pydantic puts before it takes longer to start than a class takes to print.
from pydantic_core import CoreSchema, SchemaValidator, ValidationError
from pydantic_core import core_schema as schema

from handout import content_values as values
from handout.content_problems import explain
from handout.content_values import Context, PictureFile
from handout.errors import ContentError
from handout.markup import Text
from handout.yaml_nodes import Tree, read_tree


@dataclass(frozen=True, slots=True)
class Settings:
    """Written once, used by name in the texts."""

    school: str
    handbook_page: int
    domain: str
    portal: str
    language: str
    source: str


@dataclass(frozen=True, slots=True)
class Labels:
    """The words before the lines of the panel."""

    name: str
    class_name: str
    register_number: str
    username: str
    password: str
    new_password: str
    blank: str


@dataclass(frozen=True, slots=True)
class Reader:
    """What the panel says to the one who keeps the account."""

    heading: Text
    note: Text


READERS = ("everyone", "primary_1_to_3", "primary_4_to_6")


@dataclass(frozen=True, slots=True)
class Panel:
    """The panel at the top of page 1."""

    labels: Labels
    everyone: Reader
    primary_1_to_3: Reader
    primary_4_to_6: Reader


@dataclass(frozen=True, slots=True)
class Heading:
    text: Text


@dataclass(frozen=True, slots=True)
class Paragraph:
    text: Text


@dataclass(frozen=True, slots=True)
class Numbered:
    items: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Bullets:
    items: tuple[Text, ...]


Block: TypeAlias = Heading | Paragraph | Numbered | Bullets


@dataclass(frozen=True, slots=True)
class Guide:
    """A picture with its caption. `line` is where content.yaml names the image."""

    image: Path
    caption: Text
    alt: str
    line: int


@dataclass(frozen=True, slots=True)
class Guides:
    heading: Text
    pictures: tuple[Guide, ...]


@dataclass(frozen=True, slots=True)
class Content:
    """All that the handout says, and the `path` of its file."""

    path: Path
    settings: Settings
    title: Text
    panel: Panel
    text: tuple[Block, ...]
    guides: Guides
    portal_note: Text


# The shape of the file --------------------------------------------------------------------------------


def _keys(build: Callable[..., object], readers: dict[str, CoreSchema]) -> CoreSchema:
    """A mapping with just these keys; what is read below each is handed to `build` in this order."""
    shape = schema.typed_dict_schema(
        {key: schema.typed_dict_field(reader) for key, reader in readers.items()}, extra_behavior="forbid"
    )
    return schema.no_info_after_validator_function(lambda found: build(*found.values()), shape)


def _some(reader: CoreSchema) -> CoreSchema:
    """A list that is not empty."""
    entries = schema.tuple_variable_schema(reader)
    return schema.no_info_before_validator_function(values.require_entries, entries)


_TEXT = schema.with_info_plain_validator_function(values.read_marked)
_LABEL = schema.with_info_plain_validator_function(values.read_label)
_ALT = schema.with_info_plain_validator_function(values.read_alt)
_IMAGE = schema.with_info_plain_validator_function(values.read_image)
_READER = _keys(Reader, {"heading": _TEXT, "note": _TEXT})

_SETTINGS = _keys(
    Settings,
    {
        name: schema.no_info_plain_validator_function(reader)
        for name, reader in {
            "school": values.read_setting,
            "handbook_page": values.read_page_number,
            "domain": values.read_domain,
            "portal": values.read_portal,
            "language": values.read_language,
            "source": values.read_setting,
        }.items()
    },
)

_LABELS = _keys(
    Labels,
    dict.fromkeys(
        ("name", "class", "register_number", "username", "password", "new_password", "blank"), _LABEL
    ),
)

_PANEL = _keys(Panel, {"labels": _LABELS, **dict.fromkeys(READERS, _READER)})

_BLOCKS = {
    "heading": _keys(Heading, {"heading": _TEXT}),
    "paragraph": _keys(Paragraph, {"paragraph": _TEXT}),
    "numbered": _keys(Numbered, {"numbered": _some(_TEXT)}),
    "bullets": _keys(Bullets, {"bullets": _some(_TEXT)}),
}


def _kind(entry: dict[str, object]) -> str:
    return next(iter(entry))


_BLOCK = schema.no_info_before_validator_function(
    lambda entry: values.require_one_kind(entry, _BLOCKS), schema.tagged_union_schema(_BLOCKS, _kind)
)


def _guide(file: PictureFile, caption: Text, alt: str) -> Guide:
    return Guide(file.path, caption, alt, file.line)


_GUIDES = _keys(
    Guides,
    {
        "heading": _TEXT,
        "pictures": _some(_keys(_guide, {"image": _IMAGE, "caption": _TEXT, "alt": _ALT})),
    },
)


def _in_order(*parts: object) -> tuple[object, ...]:
    return parts


_CONTENT = SchemaValidator(
    _keys(
        _in_order,
        {
            "settings": _SETTINGS,
            "title": _TEXT,
            "panel": _PANEL,
            "text": _some(_BLOCK),
            "guides": _GUIDES,
            "portal_note": _TEXT,
        },
    )
)

_SETTINGS_ALONE = SchemaValidator(_SETTINGS)

# In their place when the settings have problems of their own, so that the texts are still checked.
_EXAMPLE = Settings("School", 1, "school.example", "https://school.example", "en", "Source")


def load_content(path: str | Path = "content.yaml") -> Content:
    """Read content.yaml: every text with its settings filled in and its marks read, every picture found.

    Pictures stand in the folder of the file or below it; what is in them is not looked at. Raises
    ContentError with all problems, in the order of their lines.
    """
    path = Path(path)
    tree = read_tree(path)
    settings = {name: str(value) for name, value in asdict(_read_settings(tree)).items()}
    problems = list(tree.problems)
    try:
        parts = _CONTENT.validate_python(tree.value, context=Context(path, settings))
    except ValidationError as error:
        problems += explain(error, tree, str(path))
    if problems:
        raise ContentError(sorted(dict.fromkeys(problems), key=lambda problem: problem.line or 0))
    return Content(path, *parts)


def _read_settings(tree: Tree) -> Settings:
    given = tree.value.get("settings") if isinstance(tree.value, dict) else None
    try:
        settings: Settings = _SETTINGS_ALONE.validate_python(given)
    except ValidationError:
        return _EXAMPLE
    return settings
