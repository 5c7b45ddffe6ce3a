"""content.yaml → each of its texts as written, by location."""

from collections.abc import Iterator

import yaml

from handout.content.tree import Location


def read_texts(source: str) -> dict[Location, str]:
    """Every single value, marks and settings as written; nothing where the source is no YAML."""
    return {location: str(node.value) for location, node in _read(source)}


def text_at(source: str, line: int) -> Location | None:
    """The location of the value at a line, counted from 1; of several the last."""
    found = [place for place, node in _read(source) if node.start_mark.line < line <= node.end_mark.line + 1]
    return found[-1] if found else None


def _read(source: str) -> list[tuple[Location, yaml.Node]]:
    try:
        root = yaml.compose(source, yaml.SafeLoader)
    except (yaml.YAMLError, RecursionError):
        return []
    return list(_leaves(root, ())) if root else []


def _leaves(node: yaml.Node, location: Location) -> Iterator[tuple[Location, yaml.Node]]:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield from _leaves(value, (*location, str(key.value)))
    elif isinstance(node, yaml.SequenceNode):
        for place, value in enumerate(node.value):
            yield from _leaves(value, (*location, place))
    elif location:
        yield location, node
