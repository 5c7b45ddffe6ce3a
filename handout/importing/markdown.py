"""Markdown with HTML inside → HTML whose every element is on the line of the page where it was written."""

import re

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.rules_core import StateCore

from handout.importing.kramdown import without_kramdown

DEEPEST = 60  # lists in lists, quotes in quotes
MOST_TOKENS = 50_000
MOST_WORK = 2_000_000_000  # the squared lengths of all paragraphs: two seconds at the worst
COMMANDS = re.compile(r"\{%.{0,500}?%\}|\{\{.{0,500}?\}\}")  # to the program that makes the website


class TooDeepError(ValueError):
    """Lists or quotes nested so deeply that the parser gives up."""


class TooLongError(ValueError):
    """More marks, or marks in longer paragraphs, than can be parsed in a few seconds."""


class _Markdown(MarkdownIt):
    def validateLink(self, url: str) -> bool:  # noqa: ARG002, N802 - every address is judged later, in one place
        return True


def html_of(markdown: str) -> str:
    """Raises TooDeepError and TooLongError."""
    parser = _Markdown("commonmark", {"html": True, "maxNesting": DEEPEST}).enable(["table", "strikethrough"])
    parser.core.ruler.before("inline", "bound", _refuse_long)
    tokens = parser.parse(without_kramdown(markdown))
    if any(token.level >= DEEPEST - 1 for token in tokens):
        raise TooDeepError
    renderer = RendererHTML()
    parts: list[str] = []
    line = 0
    for place, token in enumerate(tokens):
        if token.map and token.nesting >= 0 and token.map[0] > line:
            parts.append("\n" * (token.map[0] - line))
            line = token.map[0]
        if token.type == "inline":
            html = renderer.renderInline(token.children or [], parser.options, {})
        elif token.type in renderer.rules:
            html = renderer.rules[token.type](tokens, place, parser.options, {})
        else:
            html = renderer.renderToken(tokens, place, parser.options, {}).replace("\n", "")
        parts.append(html)
        line += html.count("\n")
    return "".join(parts)


def _refuse_long(state: StateCore) -> None:
    if len(state.tokens) > MOST_TOKENS:
        raise TooLongError
    if sum(len(token.content) ** 2 for token in state.tokens if token.type == "inline") > MOST_WORK:
        raise TooLongError
