"""Edit content.yaml in place: comments, order and every other line stay."""

from collections.abc import Mapping
from itertools import pairwise
from typing import Any, NamedTuple

import yaml

from handout.content.layout import Written, entry_lines, item_lines, tidy
from handout.content.tree import Location, compose, plain_value


class Span(NamedTuple):
    """Lines of a file, from 0; `end` is the first line after."""

    start: int
    end: int


def edit_content(source: str, changes: Mapping[Location, Written | None]) -> str:
    """Change values of a content.yaml by their location: ("settings", "school"), ("text", 3, "paragraph").

    A text, a list or keys replace what is there; of a list the entries that stay the same keep their lines
    and comments. A key that is not there yet is added at the end of its mapping. None takes a key or an
    entry out. `source` has to be a file that load_content can read. Raises KeyError where a location leads
    nowhere.
    """
    lines = source.splitlines()
    root = compose(source)
    if not isinstance(root, yaml.MappingNode):
        raise KeyError(*changes)
    edits = sorted((_change(root, *change, lines) for change in changes.items()), key=lambda edit: edit[0])
    if any(before.end > after.start for (before, _), (after, _) in pairwise(edits)):
        for change in changes.items():  # one inside another: each by itself, in the order given
            source = edit_content(source, dict([change]))
        return source
    for span, new in reversed(edits):
        lines[span.start : span.end] = new
    return "".join(f"{line}\n" for line in lines)


def with_comment(source: str, location: Location, words: str) -> str:
    """A content.yaml with a comment below the value of a key, as far in as the key. Raises KeyError."""
    lines = source.splitlines()
    root = compose(source)
    if root is None:
        raise KeyError(*location)
    key = value = root
    for step in location:
        key, value = _entry(value, step)
    lines.insert(_last_line(value, lines) + 1, f"{' ' * key.start_mark.column}# {words}")
    return "".join(f"{line}\n" for line in lines)


def _change(
    root: yaml.Node, location: Location, value: Written | None, lines: list[str]
) -> tuple[Span, list[str]]:
    """The lines to replace, and those that replace them."""
    parent = root
    for depth, step in enumerate(location[:-1]):
        parent = _entry(parent, step)[1]
        if isinstance(parent, yaml.CollectionNode) and parent.flow_style:
            above, below = location[: depth + 1], location[depth + 1 :]
            return _change(root, above, _with(plain_value(parent), below, value), lines)
    step = location[-1]
    if isinstance(parent, yaml.MappingNode) and step not in {key.value for key, _ in parent.value}:
        after = _last_line(parent, lines) + 1
        new = [] if value is None else entry_lines(str(step), value, parent.start_mark.column)
        return Span(after, after), new
    head, node = _entry(parent, step)
    first, end = head.start_mark.line, _last_line(node, lines) + 1
    if value is None:
        return Span(_with_comments(first, lines), end), []
    if isinstance(value, list) and isinstance(node, yaml.SequenceNode) and not node.flow_style:
        return Span(first, end), [lines[first], *_merged(node, value, lines)]
    indent = head.start_mark.column if isinstance(parent, yaml.MappingNode) else lines[first].index("-")
    new = (
        entry_lines(str(step), value, indent)
        if isinstance(parent, yaml.MappingNode)
        else item_lines(value, indent)
    )
    new = [line for line in new if line]
    new[0] = lines[first][:indent] + new[0][indent:]
    return Span(first, end), _with_remark(new, node, lines)


def _entry(node: yaml.Node, step: str | int) -> tuple[yaml.Node, yaml.Node]:
    """Where an entry begins (its key, or itself), and its value."""
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value == step:
                return key, value
    elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and 0 <= step < len(node.value):
        return node.value[step], node.value[step]
    raise KeyError(step)


def _with(whole: Any, location: Location, value: Written | None) -> Any:
    """The values of brackets or braces, one of them changed."""
    *above, step = location
    inner: Any = whole
    for name in above:
        inner = inner[name]
    if value is None:
        del inner[step]
    else:
        inner[step] = value
    return whole


def _last_line(node: yaml.Node, lines: list[str]) -> int:
    """The last line with something of the node in it: comments and white space below are not its own."""
    if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        return _last_line(last[1] if isinstance(last, tuple) else last, lines)
    first, end = int(node.start_mark.line), node.end_mark
    written = [*lines[first : end.line], *(line[: end.column] for line in lines[end.line : end.line + 1])]
    filled = [place for place, line in enumerate(written, first) if line.strip()]
    return max(filled, default=first)


def _with_comments(first: int, lines: list[str]) -> int:
    """The first line of the comments right above a line, and of the blank line above these."""
    while first and lines[first - 1].lstrip().startswith("#"):
        first -= 1
    return first - 1 if first and not lines[first - 1].strip() else first


def _with_remark(new: list[str], node: yaml.Node, lines: list[str]) -> list[str]:
    """A comment after the old value stays after the new one, if each is on one line."""
    if not isinstance(node, yaml.ScalarNode) or node.style in {">", "|"} or len(new) != 1:
        return new
    behind = lines[_last_line(node, lines)][node.end_mark.column :]
    remark = behind.strip()
    column = node.end_mark.column + len(behind) - len(behind.lstrip())
    return [f"{new[0]}{' ' * max(2, column - len(new[0]))}{remark}"] if remark else new


def _merged(node: yaml.SequenceNode, value: list[Any], lines: list[str]) -> list[str]:
    """The lines of a list; entries that stay keep theirs, with the comments and white space before them."""
    from difflib import SequenceMatcher  # noqa: PLC0415 - who only reads does not wait for it

    entries = node.value
    dash = lines[entries[0].start_mark.line].index("-") if entries else node.start_mark.column
    ends = [node.start_mark.line, *(_last_line(entry, lines) + 1 for entry in entries)]
    old, new = [[repr(_as_read(entry)) for entry in side] for side in (map(plain_value, entries), value)]
    merged: list[str] = []
    for kind, start, end, new_start, new_end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            merged += lines[ends[start] : ends[end]]
        else:
            merged += [line for entry in value[new_start:new_end] for line in item_lines(entry, dash)]
    return merged if merged and merged[0] else merged[1:]


def _as_read(value: Any) -> Any:
    """The value as reading the file would return it: single values as texts, white space as one space."""
    if isinstance(value, Mapping):
        return {key: _as_read(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_as_read(inner) for inner in value]
    return tidy(value)
