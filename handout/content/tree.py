"""A YAML file as plain values, and the line of each: every scalar stays the text as written."""

import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

import yaml
from yaml.composer import Composer

from handout.content.source import read_text
from handout.content.yaml_faults import BLOCK, explained
from handout.errors import ContentError, Flaw, Place, Problem

DEEPEST = 12

Location: TypeAlias = tuple[str | int, ...]

# A number sign with a space before it and none after: the words of a text rather than a comment.
_CUT_OFF = re.compile(r"[ \t]+(#[^\s#]\S*)")
_ENTRY = re.compile(r"[ \t]*[-–•]\s*\S+")
_MEANT_AS_ENTRY = (
    "Is it an entry of its own? Put its dash in line with the dash above, and a space after it. "
    "Is it a list below an entry? Write text: before the words above, and bullets: in the line below them. "
    f"Is it part of the text? {BLOCK}"
)


class Scalar(str):
    """A text as the file has it, with its line."""

    __slots__ = ("line",)
    line: int


Value: TypeAlias = "Scalar | list[Value] | dict[str, Value]"


class Tree(NamedTuple):
    """The values of a file; the lines of each value by its location; what was wrong on the way."""

    value: Value
    source: list[str]
    lines: dict[Location, int]
    ends: dict[Location, int]
    problems: list[Problem]

    def line(self, location: Location) -> int:
        """Line of the value, or of the nearest thing around it. Names that are not in the file are passed over."""
        known: Location = ()
        for step in location:
            if (*known, step) in self.lines:
                known = (*known, step)
        return self.lines[known]

    def line_with(self, location: Location, words: str) -> int:
        """Line of these words in a value, or as many of them as one line has; else the line of the value."""
        first, last = self.line(location), self.ends.get(location, 0)
        pieces = words.split()
        for count in range(len(pieces), 0, -1):
            wanted = " ".join(pieces[:count])
            for number in range(first, last + 1):
                if wanted in self.source[number - 1]:
                    return number
        return first


def read_tree(path: Path) -> Tree:
    """Read a YAML file without tags, anchors or aliases. Raises ContentError with a line."""
    text = read_text(path)
    try:
        node = compose(text)
    except yaml.MarkedYAMLError as error:
        raise ContentError(explained(error, str(path), text)) from None
    if node is None:
        flaw = Flaw("There is nothing in it.", "Begin a new one with: handout new FOLDER")
        raise ContentError(Problem(Place(str(path), line=1), flaw))
    return _Gatherer(str(path), text).tree(node)


def compose(text: str) -> yaml.Node | None:
    """The nodes of a YAML file; None where there is nothing in it. Raises MarkedYAMLError.

    libyaml reads twenty times as fast as PyYAML. It is laxer with tabs, and says less about what is wrong.
    """
    if yaml.__with_libyaml__ and "\t" not in text and text.endswith("\n"):
        with suppress(yaml.YAMLError):
            return _quick(text)
    return _Loader(text).get_single_node()


def plain_values(text: str) -> Any:
    """What a YAML file holds: texts, lists and mappings. Raises yaml.YAMLError."""
    node = compose(text)
    return None if node is None else plain_value(node)


def plain_value(node: yaml.Node) -> Any:
    if isinstance(node, yaml.MappingNode):
        return {str(plain_value(key)): plain_value(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [plain_value(entry) for entry in node.value]
    return str(node.value)


def _quick(text: str) -> yaml.Node | None:
    class Loader(_Plain, Composer, yaml.CSafeLoader):
        """Reads by libyaml."""

        def __init__(self) -> None:
            yaml.CSafeLoader.__init__(self, text)
            Composer.__init__(self)

    return Loader().get_single_node()


class _Plain:
    """Refuses what makes YAML dangerous or puzzling: aliases, anchors, tags and deep nesting."""

    depth = 0

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        event = self.peek_event()  # type: ignore[attr-defined]
        for mark, used in (
            ("*", isinstance(event, yaml.AliasEvent)),
            ("&", getattr(event, "anchor", None)),
            ("!", getattr(event, "tag", None)),
        ):
            if used:
                name = {"*": "an alias", "&": "an anchor", "!": "a tag"}[mark]
                raise yaml.MarkedYAMLError(f"while scanning {name}", problem_mark=event.start_mark)
        if self.depth >= DEEPEST:
            raise yaml.MarkedYAMLError("too deep", problem_mark=event.start_mark)
        self.depth += 1
        node: yaml.Node | None = super().compose_node(parent, index)  # type: ignore[misc]
        self.depth -= 1
        return node


class _Loader(_Plain, yaml.SafeLoader):
    """Reads by PyYAML."""


class _Gatherer:
    """Turns nodes into values and notes the lines; the depth is bounded by the loader."""

    def __init__(self, file: str, text: str) -> None:
        self.file = file
        self.text = text
        self.lines: dict[Location, int] = {}
        self.ends: dict[Location, int] = {}
        self.problems: list[Problem] = []

    def tree(self, root: yaml.Node) -> Tree:
        value = self._value(root, (), _line(root))
        return Tree(value, self.text.splitlines(), self.lines, self.ends, self.problems)

    def _value(self, node: yaml.Node, location: Location, line: int) -> Value:
        self.lines[location] = line
        self.ends[location] = max(line, int(node.end_mark.line) + (node.end_mark.column > 0))
        if isinstance(node, yaml.ScalarNode):
            return self._scalar(node, line)
        if isinstance(node, yaml.MappingNode):
            return dict(self._entries(node, location))
        return [self._value(item, (*location, n), _line(item)) for n, item in enumerate(node.value)]

    def _scalar(self, node: yaml.ScalarNode, line: int) -> Scalar:
        if not node.style:
            self._look_for_words_cut_off(node.end_mark)
            self._look_for_entries(node)
        scalar = Scalar(node.value)
        scalar.line = line
        return scalar

    def _look_for_words_cut_off(self, end: yaml.Mark) -> None:
        if cut_off := _CUT_OFF.match(self.text, end.index):
            what = f'"{cut_off[1]}" is taken for a comment and left out.'
            remedy = f"Is it part of a text? {BLOCK} Is it a comment? Put a space after the #."
            self._report(end.line + 1, what, remedy)

    def _look_for_entries(self, node: yaml.ScalarNode) -> None:
        """Lines below a text that begin as entries of a list do, and are taken for its words."""
        inside = self.text[node.start_mark.index : node.end_mark.index]
        for place, line in enumerate(inside.split("\n")[1:], _line(node) + 1):
            if found := _ENTRY.match(line):
                what = f'"{found[0].strip()}" is taken for words of the text above it.'
                self._report(place, what, _MEANT_AS_ENTRY)

    def _entries(self, node: yaml.MappingNode, location: Location) -> Iterator[tuple[str, Value]]:
        seen: dict[str, int] = {}
        for key, value in node.value:
            line = _line(key)
            if not isinstance(key, yaml.ScalarNode):
                self._report(line, "A key should be a word.", f"Is it a text in brackets? {BLOCK}")
            elif key.value in seen:
                self._report(
                    line, f'"{key.value}" is here twice, first on line {seen[key.value]}.', "Keep one."
                )
            else:
                seen[key.value] = line
                yield key.value, self._value(value, (*location, key.value), line)

    def _report(self, line: int, what: str, remedy: str) -> None:
        self.problems.append(Problem(Place(self.file, line=line), Flaw(what, remedy)))


def _line(node: yaml.Node) -> int:
    return int(node.start_mark.line) + 1
