"""content.yaml as `Content`: validated, every problem at once, each with its line."""

from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Annotated, Any, TypeAlias, TypeVar

from pydantic import (
    BeforeValidator,
    ConfigDict,
    Discriminator,
    Field,
    PlainValidator,
    Tag,
    TypeAdapter,
    ValidationError,
    ValidationInfo,
)

from handout import content_values as values
from handout import markup
from handout.content_problems import explain
from handout.content_values import Context, Flaw, FlawedError
from handout.errors import ContentError
from handout.yaml_nodes import Tree, read_tree

Item = TypeVar("Item")
Some: TypeAlias = Annotated[tuple[Item, ...], BeforeValidator(values.require_entries)]

Text: TypeAlias = Annotated[markup.Text, PlainValidator(values.read_marked)]
Label: TypeAlias = Annotated[str, PlainValidator(values.read_label)]
Setting: TypeAlias = Annotated[str, PlainValidator(values.read_setting)]


class _Keys:
    """A mapping of content.yaml: its fields are the keys that must stand there, and no others."""

    __slots__ = ()
    __pydantic_config__ = ConfigDict(extra="forbid")


@dataclass(frozen=True, slots=True)
class Settings(_Keys):
    """Written once, used by name in the texts."""

    school: Setting
    handbook_page: Annotated[int, PlainValidator(values.read_page_number)]
    domain: Annotated[str, PlainValidator(values.read_domain)]
    portal: Annotated[str, PlainValidator(values.read_portal)]
    language: Annotated[str, PlainValidator(values.read_language)]
    source: Setting


@dataclass(frozen=True, slots=True)
class Labels(_Keys):
    """The words before the lines of the panel."""

    name: Label
    class_name: Annotated[Label, Field(alias="class")]
    register_number: Label
    username: Label
    password: Label
    new_password: Label
    blank: Label


@dataclass(frozen=True, slots=True)
class Reader(_Keys):
    """What the panel says to the one who keeps the account."""

    heading: Text
    note: Text


@dataclass(frozen=True, slots=True)
class Panel(_Keys):
    """The panel at the top of page 1."""

    labels: Labels
    everyone: Reader
    primary_1_to_3: Reader
    primary_4_to_6: Reader


@dataclass(frozen=True, slots=True)
class Heading(_Keys):
    text: Annotated[Text, Field(alias="heading")]


@dataclass(frozen=True, slots=True)
class Paragraph(_Keys):
    text: Annotated[Text, Field(alias="paragraph")]


@dataclass(frozen=True, slots=True)
class Numbered(_Keys):
    items: Annotated[Some[Text], Field(alias="numbered")]


@dataclass(frozen=True, slots=True)
class Bullets(_Keys):
    items: Annotated[Some[Text], Field(alias="bullets")]


_KINDS = ("heading", "paragraph", "numbered", "bullets")


def _require_one_kind(value: Any) -> Any:
    keys = list(value) if isinstance(value, dict) else []
    if unknown := [key for key in keys if key not in _KINDS]:
        near = values.nearest(unknown[0], _KINDS)
        remedy = values.did_you_mean(near) if near else f"The kinds are {', '.join(_KINDS)}."
        raise FlawedError(Flaw(f'"{unknown[0]}" is not a kind of text here.', remedy))
    if not keys:
        raise FlawedError(
            Flaw("An entry of the text needs its kind.", "Write, for one, - paragraph: before the words.")
        )
    if len(keys) > 1:
        raise FlawedError(
            Flaw(f'"{keys[0]}" and "{keys[1]}" stand in one entry.', "Give each a dash of its own.")
        )
    return value


def _kind(value: dict[str, Any]) -> str:
    return next(iter(value))


Block: TypeAlias = Heading | Paragraph | Numbered | Bullets

_OneBlock: TypeAlias = Annotated[
    Annotated[Heading, Tag("heading")]
    | Annotated[Paragraph, Tag("paragraph")]
    | Annotated[Numbered, Tag("numbered")]
    | Annotated[Bullets, Tag("bullets")],
    Discriminator(_kind),
    BeforeValidator(_require_one_kind),
]


def _line(value: Any) -> int:
    return getattr(value, "line", 0)


@dataclass(frozen=True, slots=True)
class Guide(_Keys):
    """A picture with its caption. `line` is where content.yaml names the image."""

    image: Annotated[Path, PlainValidator(values.read_image)]
    caption: Text
    alt: Annotated[str, PlainValidator(values.read_alt)]
    line: Annotated[int, PlainValidator(_line), Field(alias="image")]


@dataclass(frozen=True, slots=True)
class Guides(_Keys):
    heading: Text
    pictures: Some[Guide]


def _path(_: Any, info: ValidationInfo[Context]) -> Path:
    return info.context.path


@dataclass(frozen=True, slots=True)
class Content(_Keys):
    """All that the handout says, and the `path` of its file."""

    # Not a key of the file: it is told to the validation, and borrows the name of one that is always there.
    path: Annotated[Path, PlainValidator(_path), Field(alias="settings")]
    settings: Settings
    title: Text
    panel: Panel
    text: Some[_OneBlock]
    guides: Guides
    portal_note: Text


_CONTENT = TypeAdapter(Content)
_SETTINGS = TypeAdapter(Settings)

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
        content = _CONTENT.validate_python(tree.value, context=Context(path, settings))
    except ValidationError as error:
        problems += explain(error, tree, str(path))
    if problems:
        raise ContentError(sorted(dict.fromkeys(problems), key=lambda problem: problem.line or 0))
    return content


def _read_settings(tree: Tree) -> Settings:
    given = tree.value.get("settings") if isinstance(tree.value, dict) else None
    try:
        return _SETTINGS.validate_python(given)
    except ValidationError:
        return _EXAMPLE
