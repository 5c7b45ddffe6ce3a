"""Values as lines of YAML, in the style of the starter: short texts plain, long ones folded below >-."""

from collections.abc import Mapping
from typing import Any, TypeAlias

import yaml

WIDTH = 88
STEP = 2
_AIRED = ("heading",)  # entries of the text with a blank line before them

Written: TypeAlias = str | int | list[Any] | Mapping[str, Any]


def entry_lines(key: str, value: Written, indent: int) -> list[str]:
    """A key and its value, which begins `indent` columns from the left."""
    margin = " " * indent
    if isinstance(value, Mapping):
        return [f"{margin}{key}:", *_lines_below(value, indent)]
    if isinstance(value, list):
        below = [line for inner in value for line in item_lines(inner, indent + STEP)]
        return [f"{margin}{key}:", *below[0 if below[0] else 1 :]]
    return _text_lines(f"{margin}{key}: ", tidy(value), indent + STEP)


def item_lines(value: Written, indent: int) -> list[str]:
    """An entry of a list, whose dash is `indent` columns from the left."""
    margin = " " * indent
    if isinstance(value, Mapping):
        below = _lines_below(value, indent)
        aired = [""] if any(name in value for name in _AIRED) else []
        return [*aired, f"{margin}- {below[0].lstrip()}", *below[1:]]
    if isinstance(value, list):
        raise TypeError(value)
    return _text_lines(f"{margin}- ", tidy(value), indent + STEP)


def _lines_below(keys: Mapping[str, Any], indent: int) -> list[str]:
    return [line for name, value in keys.items() for line in entry_lines(str(name), value, indent + STEP)]


def tidy(value: str | int) -> str:
    """White space as one space; a line break stays."""
    lines = (" ".join(line.split()) for line in str(value).split("\n"))
    return "\n".join(filter(None, lines))


def _text_lines(head: str, text: str, indent: int) -> list[str]:
    margin = " " * indent
    if not yaml.reader.Reader.NON_PRINTABLE.search(text) and text.isprintable():
        if len(head) + len(text) <= WIDTH and _is_plain(text):
            return [head + text]
        if text:
            from textwrap import wrap  # noqa: PLC0415 - who only reads does not wait for it

            folded = wrap(text, WIDTH - indent, break_long_words=False, break_on_hyphens=False)
            return [f"{head}>-", *(margin + line for line in folded)]
    if text.replace("\n", "").isprintable() and text:
        return [f"{head}|-", *(margin + line for line in text.split("\n"))]
    quoted = yaml.safe_dump(text, default_style='"', width=float("inf")).strip()
    return [head + quoted]


def _is_plain(text: str) -> bool:
    """Whether YAML reads the text back where it is written without any marks."""
    try:
        node = yaml.compose(f"key: {text}", yaml.SafeLoader)
    except yaml.YAMLError:
        return False
    if not isinstance(node, yaml.MappingNode) or "#" in text:
        return False
    value = node.value[0][1]
    return isinstance(value, yaml.ScalarNode) and value.style is None and value.value == text != ""
