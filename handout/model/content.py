"""What the handout says: the nouns of content.yaml."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple, TypeAlias

from handout.errors import Problem
from handout.model.text import Text


class Settings(NamedTuple):
    """Written once, used by name in the texts."""

    school: str
    handbook_page: int | None
    domain: str
    portal: str
    language: str
    source: str


class Labels(NamedTuple):
    """The words before the lines of the panel; `worked_out` is beneath a username made from the name."""

    name: str
    class_name: str
    register_number: str
    username: str
    password: str
    new_password: str
    blank: str
    worked_out: str
    portal: str
    portal_code: str


class Reader(NamedTuple):
    """What the panel says to the one who keeps the account."""

    heading: Text
    note: Text


READERS = ("everyone", "primary_1_to_3", "primary_4_to_6")


class Panel(NamedTuple):
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
    items: "tuple[Text | Nested, ...]"


@dataclass(frozen=True, slots=True)
class Bullets:
    items: "tuple[Text | Nested, ...]"


class Nested(NamedTuple):
    """An entry of a list with a list of its own, whose entries have none."""

    text: Text
    below: Numbered | Bullets


class Table(NamedTuple):
    """Every row has as many cells as the head; a cell may be empty."""

    head: tuple[Text, ...]
    rows: tuple[tuple[Text, ...], ...]


Passage: TypeAlias = Heading | Paragraph | Numbered | Bullets | Table


class Guide(NamedTuple):
    """A picture with its caption. `line` is where content.yaml names the image.

    `part` is the task it is a step of, or empty. `alt` is what the picture says, printed in large print; an empty
    one still waits for its words. `small`: a title or closing slide, whose words nobody needs to read on it.
    """

    image: Path
    caption: Text
    alt: Text
    part: str
    small: bool
    line: int


class Guides(NamedTuple):
    """The pictures that follow the text; there may be none."""

    heading: Text
    pictures: tuple[Guide, ...]


@dataclass(frozen=True, slots=True)
class Content:
    """All that the handout says, the `path` of its file, and what is worth a second look in it.

    `sheet_text` is the text of a page that is printed without the guides. `portal_note` may be empty.
    """

    path: Path
    settings: Settings
    title: Text
    panel: Panel
    text: tuple[Passage, ...]
    sheet_text: tuple[Passage, ...]
    guides: Guides
    portal_note: Text
    notes: tuple[Problem, ...] = field(default=(), compare=False, repr=False)
    lines: Mapping[tuple[str | int, ...], int] = field(default_factory=dict, compare=False, repr=False)

    def line(self, *location: str | int) -> int | None:
        """Where the file has that value: `line("text", 3)`."""
        return self.lines.get(location)


def placed_texts(passage: Passage) -> Iterator[tuple[tuple[str | int, ...], Text]]:
    """The texts of a passage, each with its place in it; without those of tables and nested lists."""
    match passage:
        case Paragraph(text=words):
            yield (), words
        case Numbered(items=items) | Bullets(items=items):
            kind = "numbered" if isinstance(passage, Numbered) else "bullets"
            for number, item in enumerate(items):
                yield (kind, number), item.text if isinstance(item, Nested) else item
