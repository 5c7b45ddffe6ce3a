"""The shape of content.yaml: readers for keys, lists and single values, each problem with its line.

A reader takes a value, its location and the `Reading`, reports what is wrong, and returns what it read.
What it returns where it reported something is never used. Each knows the JSON schema of what it accepts, so
that editors can complete keys; the schema describes the shape, not what the words may be.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple, TypeAlias

from handout.content.odd_marks import marks_on_paper
from handout.content.tree import Location, Tree
from handout.content.values import Context, did_you_mean, nearest
from handout.errors import Flaw, FlawError, Place, Problem

_NOT_KEYS = Flaw(
    "Keys of their own should be here.", "Write them below, each on a line, indented by two spaces."
)
_NOT_A_LIST = Flaw("A list should be here.", "Write each entry on a line of its own, after a dash.")
_EMPTY_LIST = Flaw("This list is empty.", "Write at least one entry, after a dash.")


class Reading:
    """One pass over the tree of a file, and the problems found on the way."""

    def __init__(self, tree: Tree, context: Context) -> None:
        self.tree = tree
        self.context = context
        self.problems: list[Problem] = []
        self.notes: list[Problem] = []

    def report(self, location: Location, flaw: Flaw) -> None:
        self.problems.append(self._at(location, flaw))

    def note(self, location: Location, flaw: Flaw) -> None:
        self.notes.append(self._at(location, flaw))

    def _at(self, location: Location, flaw: Flaw) -> Problem:
        line = self.tree.line_with(location, flaw.near) if flaw.near else self.tree.line(location)
        return Problem(Place(str(self.context.path), line=line), flaw)


Read: TypeAlias = Callable[[Any, Location, Reading], Any]
Schema: TypeAlias = dict[str, Any]

SCALAR: Schema = {"type": ["string", "number", "boolean"]}
YES_OR_NO: Schema = {"enum": ["yes", "no", True, False]}


class ShapeReader(NamedTuple):
    """How a value is read, and the schema of what is accepted."""

    read: Read
    schema: Schema

    def __call__(self, value: Any, location: Location, reading: Reading) -> Any:
        return self.read(value, location, reading)


def leaf(read: Callable[[Any, Context], object], schema: Schema = SCALAR) -> ShapeReader:
    """A single value; `read` raises FlawError for all that is wrong with it."""

    def reader(value: Any, location: Location, reading: Reading) -> Any:
        try:
            return read(value, reading.context)
        except FlawError as error:
            for flaw in error.flaws:
                reading.report(location, flaw)
            return None

    return ShapeReader(reader, schema)


def printed(read: Callable[[Any, Context], Any]) -> ShapeReader:
    """A text on paper: a note where a mark of the form seems to have slipped into its words."""

    def reader(value: Any, location: Location, reading: Reading) -> Any:
        found = leaf(read)(value, location, reading)
        for flaw in marks_on_paper(found or ""):
            reading.note(location, flaw)
        return found

    return ShapeReader(reader, leaf(read).schema)


def keys(
    build: Callable[..., object],
    readers: dict[str, ShapeReader],
    optional: Mapping[str, object] | None = None,
) -> ShapeReader:
    """A mapping with exactly these keys; what is read below each is handed to `build` in this order.

    `optional`: keys that may be left out, and what is handed on in their place.
    """
    instead = optional or {}

    def reader(value: Any, location: Location, reading: Reading) -> Any:
        if not isinstance(value, dict):
            return reading.report(location, _NOT_KEYS)
        before = len(reading.problems)
        missing = [key for key in readers if key not in value]
        found = [
            read(value[key], (*location, key), reading) if key in value else instead.get(key)
            for key, read in readers.items()
        ]
        for key in value:
            if key not in readers:
                reading.report((*location, key), _unknown(key, missing))
        for key in [key for key in missing if key not in instead]:
            reading.report(
                (*location, key), Flaw(f'"{key}" is missing here.', f"Write {key}: and what belongs to it.")
            )
        return build(*found) if len(reading.problems) == before else None

    return ShapeReader(
        reader,
        object_schema(
            {key: read.schema for key, read in readers.items()},
            required=[key for key in readers if key not in instead],
        ),
    )


def object_schema(properties: dict[str, Schema], required: Sequence[str] = ()) -> Schema:
    schema: Schema = {"type": "object", "properties": properties, "additionalProperties": False}
    return {**schema, "required": list(required)} if required else schema


def _unknown(key: str, missing: list[str]) -> Flaw:
    """Suggest one of the missing keys; what was misspelt is then no longer missing."""
    near = nearest(key, missing)
    if near:
        missing.remove(near)
        return Flaw(f'"{key}" is not a known key here.', did_you_mean(near))
    remedy = "Delete it, or check whether it is indented too far or too little."
    return Flaw(f'"{key}" is not a known key here.', remedy)


def some(entry: ShapeReader) -> ShapeReader:
    """A list that is not empty, as a tuple."""

    def reader(value: Any, location: Location, reading: Reading) -> Any:
        if not isinstance(value, list):
            return reading.report(location, _NOT_A_LIST)
        if not value:
            return reading.report(location, _EMPTY_LIST)
        return tuple([entry(item, (*location, place), reading) for place, item in enumerate(value)])

    return ShapeReader(reader, {"type": "array", "items": entry.schema, "minItems": 1})


def one_of(kinds: dict[str, ShapeReader]) -> ShapeReader:
    """A mapping with one key, which names its kind."""

    def reader(value: Any, location: Location, reading: Reading) -> Any:
        names = list(value) if isinstance(value, dict) else []
        unknown = [name for name in names if name not in kinds]
        if unknown:
            near = nearest(unknown[0], kinds)
            remedy = did_you_mean(near) if near else f"The kinds are {', '.join(kinds)}."
            return reading.report(location, Flaw(f'"{unknown[0]}" is not a kind of text here.', remedy))
        if not names:
            remedy = "For example, write - paragraph: before the words."
            return reading.report(location, Flaw("An entry of the text needs its kind.", remedy))
        if len(names) > 1:
            what = f'"{names[0]}" and "{names[1]}" are in one entry.'
            return reading.report(location, Flaw(what, "Give each a dash of its own."))
        return kinds[names[0]](value, location, reading)

    return ShapeReader(
        reader,
        {
            **object_schema({name: kind.schema["properties"][name] for name, kind in kinds.items()}),
            "minProperties": 1,
            "maxProperties": 1,
        },
    )


def of_edition(edition: str, text: ShapeReader) -> ShapeReader:
    """A text, or one that says something else on a page printed alone: `pack` and `sheet`, of which one is taken."""
    editions = keys(
        lambda pack, sheet: {"pack": pack, "sheet": sheet}[edition], {"pack": text, "sheet": text}
    )

    def reader(value: Any, location: Location, reading: Reading) -> Any:
        is_twofold = isinstance(value, dict) and not value.keys().isdisjoint(("pack", "sheet"))
        return (editions if is_twofold else text)(value, location, reading)

    return ShapeReader(reader, {"anyOf": [text.schema, editions.schema]})
