"""The page's nodes → headings, paragraphs, lists, tables and pictures, in its order."""

import re
from collections.abc import Callable
from dataclasses import replace

from handout.importing.inline import inline, is_inline, left_out, styled
from handout.importing.lists import LISTS, read_list
from handout.importing.reading import Reading, picture_of
from handout.importing.runs import as_words, is_bold, on_lines, plainer
from handout.importing.tables import boxes, hidden_parts, read_table, strays
from handout.importing.tree import Node
from handout.importing.words import texts
from handout.model import Heading, Paragraph, Run, Text, forced_lines

HEADINGS = {f"h{level}": level for level in range(1, 7)}
LONGEST_HEADING = 120  # characters; what is longer is a paragraph, whatever its tag
_ACCORDION = "jekyllcodex_accordion"
_PLAIN = Run("")
_BEHIND = re.compile(r"background(?:-image)?\s*:[^;]{0,200}?url\(\s*[\"']?([^\"')]{1,500})", re.IGNORECASE)


def read_passages(reading: Reading, main: Node) -> None:
    """All of a page's text, as pieces of the reading."""
    _flow(reading, main.kids, _PLAIN, main.line)
    for node in main.walk():
        for address in _BEHIND.findall(node.attributes.get("style", "")):
            reading.remark(node.line, f'a picture behind the words was left out: "{address}"')


def _flow(reading: Reading, kids: list[Node | str], style: Run, line: int) -> None:
    """Blocks, and the words between them, which are paragraphs."""
    waiting: list[Node | str] = []
    for kid in kids:
        if is_inline(kid):
            waiting.append(kid)
            continue
        _paragraph(reading, waiting, style, line)
        waiting = []
        if isinstance(kid, Node):
            _block(reading, kid, style)
            line = kid.line
    _paragraph(reading, waiting, style, line)


def _block(reading: Reading, node: Node, style: Run) -> None:
    if left_out(reading, node):
        return
    if node.tag in HEADINGS:
        _heading(reading, node.kids, style, node.line, HEADINGS[node.tag])
    elif node.tag == "summary":
        _heading(reading, node.kids, style, node.line, HEADINGS["h3"])
    elif _ACCORDION in node.classes:
        for entry in node.nodes:
            _accordion_entry(reading, entry, style)
    elif node.tag in _READERS:
        _READERS[node.tag](reading, node, style)
    elif node.tag == "pre":
        _paragraph(reading, _with_line_breaks(node.kids), style._replace(typed=True), node.line)
    elif node.tag == "dt":
        _flow(reading, node.kids, style._replace(bold=True), node.line)
    else:
        _flow(reading, node.kids, styled(reading, node, style), node.line)


def _paragraph(reading: Reading, kids: list[Node | str], style: Run, line: int) -> None:
    line = next((kid.line for kid in kids if isinstance(kid, Node)), line)
    runs: list[Run] = []
    for part in inline(reading, kids, style):
        if isinstance(part, Run):
            runs.append(part)
        else:
            _add_text(reading, reading.text(runs, line), line)
            runs = []
            _add_picture(reading, part)
    _add_text(reading, reading.text(runs, line), line)


def _add_text(reading: Reading, text: Text, line: int) -> None:
    """A paragraph; one that is bold alone is a heading, and so is a bold line above others."""
    first, *others = forced_lines(text) or [()]
    if is_bold(text) and len(as_words(text)) <= LONGEST_HEADING:
        reading.add(line, Heading(plainer(_on_one_line(text))), level=HEADINGS["h3"])
    elif others and is_bold(first) and len(as_words(first)) <= LONGEST_HEADING:
        reading.add(line, Heading(plainer(first)), level=HEADINGS["h3"])
        reading.add(line, Paragraph(on_lines(others)))
    elif text:
        reading.add(line, Paragraph(text))


def _heading(reading: Reading, kids: list[Node | str], style: Run, line: int, level: int) -> None:
    flat = [part for kid in kids for part in _flattened(kid)]
    parts = list(inline(reading, flat, Run("", link=style.link)))
    text = plainer(_on_one_line(reading.text([part for part in parts if isinstance(part, Run)], line)))
    if text:
        fits = len(as_words(text)) <= LONGEST_HEADING
        reading.add(line, Heading(text) if fits else Paragraph(text), level=level if fits else 0)
    for part in parts:
        if isinstance(part, Node):
            _add_picture(reading, part)


def _flattened(kid: Node | str) -> list[Node | str]:
    """Words of blocks inside a heading, as a line of it."""
    if isinstance(kid, str) or is_inline(kid):
        return [kid]
    return [" ", *[part for inner in kid.kids for part in _flattened(inner)], " "]


def _accordion_entry(reading: Reading, entry: Node, style: Run) -> None:
    """An older accordion: the label is the heading of what it unfolds."""
    for kid in entry.nodes:
        if kid.tag == "label":
            _heading(reading, kid.kids, style, kid.line, HEADINGS["h3"])
        else:
            _flow(reading, [kid], style, kid.line)


def _table(reading: Reading, node: Node, style: Run) -> None:
    """A table that only arranges what is in it is read box by box."""
    for hidden in hidden_parts(node):
        left_out(reading, hidden)
    _flow(reading, strays(node), style, node.line)
    if found := boxes(node):
        for box in found:
            _flow(reading, box.kids, style._replace(bold=style.bold or box.tag == "th"), box.line)
    else:
        read_table(reading, node, style)


def _figure(reading: Reading, node: Node, style: Run) -> None:
    """Pictures with the caption that the page gives them."""
    pictures, captions = node.find("img"), node.find("figcaption")
    if not pictures or _has_more(node) or len(node.find("figure")) > 1:
        _flow(reading, node.kids, style, node.line)
        return
    caption = " ".join(
        as_words(
            reading.text(
                [part for part in inline(reading, one.kids, _PLAIN) if isinstance(part, Run)], one.line
            )
        )
        for one in captions
    )
    fits = len(caption) <= LONGEST_HEADING
    for link in node.find("a"):
        styled(reading, link, _PLAIN)
    for place, picture in enumerate(pictures):
        if not left_out(reading, picture):
            _add_picture(reading, picture, caption if place == 0 and fits else "")
    if not fits:
        reading.add(node.line, Paragraph((Run(caption),)))


def _has_more(kid: Node | str) -> bool:
    """Whether it says anything besides pictures and their captions."""
    if isinstance(kid, str):
        return bool(kid.strip())
    if kid.tag in {"img", "figcaption"}:
        return False
    if kid.find("img", "figcaption"):
        return any(map(_has_more, kid.kids))
    return bool(texts(kid))


def _add_picture(reading: Reading, node: Node, caption: str = "") -> None:
    reading.add(node.line, picture_of(node, caption=caption))


def _with_line_breaks(kids: list[Node | str]) -> list[Node | str]:
    found: list[Node | str] = []
    for kid in kids:
        if isinstance(kid, Node):
            found.append(replace(kid, kids=_with_line_breaks(kid.kids)))
            continue
        for place, line in enumerate(kid.strip("\n").split("\n")):
            found += [Node("br", {}, 1), line] if place else [line]
    return found


def _on_one_line(text: Text) -> Text:
    return tuple(run._replace(text=run.text.replace("\n", " ")) for run in text)


_READERS: dict[str, Callable[[Reading, Node, Run], None]] = {
    "table": _table,
    "figure": _figure,
    **dict.fromkeys(LISTS, read_list),
}
