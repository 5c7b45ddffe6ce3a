"""content.yaml → each of its texts as written, by location."""

from collections.abc import Iterator

import yaml

from handout.content.tree import Location


def read_texts(source: str) -> dict[Location, str]:
    """Every single value, marks and settings as written; nothing where the source is no YAML."""
    try:
        root = yaml.compose(source, yaml.SafeLoader)
    except (yaml.YAMLError, RecursionError):
        return {}
    return dict(_leaves(root, ())) if root else {}


def _leaves(node: yaml.Node, location: Location) -> Iterator[tuple[Location, str]]:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield from _leaves(value, (*location, str(key.value)))
    elif isinstance(node, yaml.SequenceNode):
        for place, value in enumerate(node.value):
            yield from _leaves(value, (*location, place))
    elif location:
        yield location, str(node.value)
