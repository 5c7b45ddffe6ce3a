"""Markdown with HTML inside → HTML whose every element is on the line of the page where it was written."""

import re
from collections.abc import Sequence
from html import escape

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.rules_block.table import escapedSplit
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from handout.importing.kramdown import without_kramdown

DEEPEST = 60  # lists in lists, quotes in quotes
MOST_TOKENS = 50_000
_ROW_OF_A_TABLE = 2  # its level, where the table is in no list or quote
MOST_WORK = 2_000_000_000  # the squared lengths of all paragraphs: two seconds at the worst
# To the program that makes the website; what is between some of them is not shown.
COMMANDS = re.compile(
    r"\{%-?\s*comment\b.{0,600}?endcomment\s*-?%\}|\{::comment\}.{0,600}?\{:/(?:comment)?\}"
    r"|\{%.{0,500}?%\}|\{\{.{0,500}?\}\}|\{:[:/][^{}\n]*\}",
    re.DOTALL,
)
# An address as such a program writes it: {{ "/images/a.png" | relative_url }}
_ADDRESS = re.compile(r"""\{\{-?\s*(['"])([^'"{}\n]*)\1\s*\|\s*(?:relative|absolute)_url\s*-?\}\}""")


class TooDeepError(ValueError):
    """Lists or quotes nested so deeply that the parser gives up."""


class TooLongError(ValueError):
    """More marks, or marks in longer paragraphs, than can be parsed in a few seconds."""


class _Markdown(MarkdownIt):
    def validateLink(self, url: str) -> bool:  # noqa: ARG002, N802 - every address is judged later, in one place
        return True


def without_commands(text: str) -> str:
    """The text less the commands to the website's program; each line stays where it was."""
    return COMMANDS.sub(lambda found: "\n" * found[0].count("\n"), text)


def with_addresses(text: str) -> str:
    return _ADDRESS.sub(r"\2", text)


def html_of(markdown: str) -> str:
    """Raises TooDeepError and TooLongError."""
    parser = _Markdown("commonmark", {"html": True, "maxNesting": DEEPEST}).enable(["table", "strikethrough"])
    parser.core.ruler.before("inline", "bound", _refuse_long)
    markdown = without_kramdown(markdown)
    tokens = parser.parse(markdown)
    if any(token.level >= DEEPEST - 1 for token in tokens):
        raise TooDeepError
    renderer = RendererHTML()
    parts: list[str] = []
    line = 0
    lines = markdown.split("\n")
    surplus = ""
    for place, token in enumerate(tokens):
        if token.map and token.nesting >= 0 and token.map[0] > line:
            parts.append("\n" * (token.map[0] - line))
            line = token.map[0]
        if token.type == "tr_open" and token.map and token.level == _ROW_OF_A_TABLE:
            surplus = _surplus(lines[token.map[0]], tokens[place:])
        if token.type == "tr_close":
            parts.append(surplus)
            surplus = ""
        if token.type == "inline":
            html = renderer.renderInline(token.children or [], parser.options, {})
        elif token.type in renderer.rules:
            html = renderer.rules[token.type](tokens, place, parser.options, {})
        else:
            html = renderer.renderToken(tokens, place, parser.options, {}).replace("\n", "")
        parts.append(html)
        line += html.count("\n")
    return "".join(parts)


def _surplus(line: str, row: Sequence[Token]) -> str:
    """The cells of a row beyond its head's columns, which the parser drops: with them it is no simple table."""
    cells = escapedSplit(line.strip().strip("|"))
    end = next(place for place, token in enumerate(row) if token.type == "tr_close")
    count = sum(token.type in {"td_open", "th_open"} for token in row[:end])
    return "".join(f"<td>{escape(cell)}</td>" for cell in cells[count:] if cell.strip())


def _refuse_long(state: StateCore) -> None:
    if len(state.tokens) > MOST_TOKENS:
        raise TooLongError
    if sum(len(token.content) ** 2 for token in state.tokens if token.type == "inline") > MOST_WORK:
        raise TooLongError
