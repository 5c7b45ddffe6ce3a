"""The inside of a paragraph: runs and pictures; what paper cannot carry is named."""

import re
from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import quote

from handout.content import is_link_address
from handout.importing.reading import Reading
from handout.importing.tree import Node
from handout.importing.words import INLINE, counted, quoted, texts
from handout.model import Run

_STYLES: dict[str, Any] = {
    "b": {"bold": True},
    "strong": {"bold": True},
    "em": {"italic": True},
    "i": {"italic": True},
    "u": {"underline": True},
    "ins": {"underline": True},
    "code": {"typed": True},
    "kbd": {"typed": True},
    "samp": {"typed": True},
    "tt": {"typed": True},
}
_LEFT_OUT = {
    "s": "a struck-through text",
    "del": "a struck-through text",
    "strike": "a struck-through text",
    "iframe": "a frame",
    "video": "a video",
    "audio": "a sound",
    "embed": "an embedded file",
    "object": "an embedded file",
    "form": "a form",
    "button": "a button",
    "input": "a field",
    "select": "a field",
    "textarea": "a field",
    "svg": "a drawing",
    "canvas": "a drawing",
    "math": "a formula",
    "map": "a map",
    "nav": "a menu",
    "aside": "a side column",
    "footer": "a footer",
}
_VIDEO_SITES = ("youtube", "youtu.be", "vimeo")
_CARDS = {"isomer-card-grid": "isomer-card"}


def inline(reading: Reading, kids: Iterable[Node | str], style: Run) -> Iterator[Run | Node]:
    """Runs of a text, and the pictures between them."""
    for kid in kids:
        if isinstance(kid, str):
            yield style._replace(text=re.sub(r"\s+", " ", kid))
        elif kid.tag == "br":
            yield Run("\n")
        elif kid.tag == "img":
            yield kid
        elif not left_out(reading, kid):
            yield from inline(reading, kid.kids, styled(reading, kid, style))


def is_inline(kid: Node | str) -> bool:
    """Whether it is part of a line: words, or an element with nothing but words and pictures in it."""
    return isinstance(kid, str) or (kid.tag in INLINE and all(is_inline(inner) for inner in kid.kids))


def styled(reading: Reading, node: Node, style: Run) -> Run:
    """The style inside an element."""
    if node.tag in _STYLES:
        return style._replace(**_STYLES[node.tag])
    if node.tag == "a" and "href" in node.attributes:
        return style._replace(link=_link(reading, node))
    return style


def left_out(reading: Reading, node: Node) -> bool:
    """Whether paper cannot carry it; then it is named."""
    cards = [
        len([kid for kid in node.nodes if _CARDS[name] in kid.classes])
        for name in node.classes & _CARDS.keys()
    ]
    if node.tag == "input" and node.attributes.get("type") in {"checkbox", "radio", "hidden"}:
        return True
    if node.is_hidden:
        what = "a hidden text"
        if not texts(node):
            return True
    elif cards:
        what = f"a group of {counted(cards[0], 'card')}"
    elif node.tag == "iframe" and any(site in node.attributes.get("src", "") for site in _VIDEO_SITES):
        what = "a video"
    elif node.tag == "header" and not node.find("h1"):
        what = "a header"
    elif node.tag in _LEFT_OUT:
        what = _LEFT_OUT[node.tag]
    else:
        return False
    reading.leave_out(node, what)
    return True


def _link(reading: Reading, node: Node) -> str:
    """Where a link leads. Where nobody can follow it from paper, its words stay and its address is named."""
    address = quote(node.attributes["href"].strip(), safe="%/:?#[]@!$&'()*+,;=~._-")
    if address.startswith("mailto:"):
        address = address.partition("?")[0]
    if is_link_address(address):
        return address
    if address and not address.startswith("#"):
        words = quoted(texts(node)) or "a picture"
        what = f'the address behind {words} was left out, it is not a whole web address: "{address[:80]}"'
        reading.remark(node.line, what)
    return ""
