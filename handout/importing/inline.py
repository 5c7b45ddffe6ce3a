"""What is in a paragraph: runs and pictures; what cannot be printed is listed."""

import re
from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import quote

from handout.content import is_link_address
from handout.importing.reading import Reading
from handout.importing.tree import Node
from handout.importing.words import INLINE, counted, has_words, quoted, texts
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
# The same in a style attribute, as editors write it: the style, how it is switched on and off.
_CSS = (
    ("bold", r"font-weight\s*:\s*(?:(bold|[6-9]00)|normal|[1-5]00)"),
    ("italic", r"font-style\s*:\s*(?:(italic|oblique)|normal)"),
    ("underline", r"text-decoration(?:-line)?\s*:[^;]{0,80}(underline)"),
)
_STRUCK = re.compile(r"text-decoration(?:-line)?\s*:[^;]{0,80}line-through", re.IGNORECASE)
_LEFT_OUT = {
    "s": "a struck-through text",
    "del": "a struck-through text",
    "strike": "a struck-through text",
    "iframe": "a frame",
    "frame": "a frame",
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
_SMALL_DIGITS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_SIZE = re.compile(r"(\d+)(?:\.\d+)?(r?em)?")
LARGEST_ICON = 48  # pixels
_MAIL = re.compile(r"[\w.+-]+@(?:[\w-]+\.)+[A-Za-z]{2,}")
_SCHEME = re.compile(r"^(?:https?|tel|mailto):(?://)?", re.IGNORECASE)
_UNSAID = re.compile(r"[\s()/+-]")  # of a telephone number or an address, in words
SHORTEST_NUMBER = 8  # digits of a telephone number of Singapore
_VIDEO_SITES = ("youtube", "youtu.be", "vimeo")
_CARDS = {"isomer-card-grid": "isomer-card"}


def inline(reading: Reading, kids: Iterable[Node | str], style: Run) -> Iterator[Run | Node]:
    """Runs of a text, and the pictures between them."""
    for kid in kids:
        if isinstance(kid, str):
            yield style._replace(text=re.sub(r"\s+", " ", kid))
        elif kid.tag == "br":
            yield Run("\n")
        elif left_out(reading, kid):
            continue
        elif kid.tag == "img":
            yield kid
        elif kid.tag == "sup" and (number := _raised(reading, kid)):
            yield style._replace(text=number)
        elif kid.tag == "q":
            yield from inline(reading, ["“", *kid.kids, "”"], style)
        else:
            yield from inline(reading, kid.kids, styled(reading, kid, style))


def _raised(reading: Reading, node: Node) -> str:
    """The number of a note as small digits, in brackets where no typeface has them: 136 and ¹ are not 1361."""
    number = "".join(texts(node)).strip("[]")
    if not number.isdecimal():
        return ""
    small = number.translate(_SMALL_DIGITS)
    return f"[{number}]" if reading.lacking(small) else small


def is_inline(kid: Node | str) -> bool:
    """Whether it is part of a line: words, or an element with nothing but words and pictures in it."""
    return isinstance(kid, str) or (kid.tag in INLINE and all(is_inline(inner) for inner in kid.kids))


def styled(reading: Reading, node: Node, style: Run) -> Run:
    """The style inside an element."""
    if node.tag == "a" and "href" in node.attributes:
        style = style._replace(link=_link(reading, node))
    if node.tag in _STYLES:
        style = style._replace(**_STYLES[node.tag])
    css = node.attributes.get("style", "")
    for name, pattern in _CSS if css else ():
        if found := re.search(rf"(?<![\w-]){pattern}", css, re.IGNORECASE):
            on: Any = {name: bool(found[1])}
            style = style._replace(**on)
    return style


def left_out(reading: Reading, node: Node) -> bool:
    """Whether it cannot be printed; then it is listed."""
    cards = [
        len([kid for kid in node.nodes if _CARDS[name] in kid.classes])
        for name in node.classes & _CARDS.keys()
    ]
    if node.tag == "input" and node.attributes.get("type") in {"checkbox", "radio", "hidden"}:
        return True
    if node.tag == "svg" and _is_icon(node):
        return True
    if node.is_hidden:
        what = "a hidden picture" if node.tag == "img" else "a hidden text"
        if not texts(node):
            return True
    elif any(cards):
        what = f"a group of {counted(cards[0], 'card')}"
    elif node.tag == "iframe" and any(site in node.attributes.get("src", "") for site in _VIDEO_SITES):
        what = "a video"
    elif node.tag == "header" and not node.find("h1"):
        what = "a header"
    elif _STRUCK.search(node.attributes.get("style", "")) and texts(node):
        what = _LEFT_OUT["s"]
    elif node.tag in _LEFT_OUT:
        what = _LEFT_OUT[node.tag]
    else:
        return False
    reading.leave_out(node, what)
    return True


def _is_icon(drawing: Node) -> bool:
    """Whether it is a mark beside words that say the same."""
    size = _SIZE.match(drawing.attributes.get("height", ""))
    is_small = size is not None and (bool(size[2]) or int(size[1]) <= LARGEST_ICON)
    return not texts(drawing) and (is_small or drawing.attributes.get("aria-hidden") == "true")


def _link(reading: Reading, node: Node) -> str:
    """Where a link leads. Where nobody can follow it from paper, its words stay and its address is named."""
    address = quote(node.attributes["href"].strip(), safe="%/:?#[]@!$&'()*+,;=~._-")
    address = _SCHEME.sub(lambda scheme: scheme[0].lower(), address)
    if _MAIL.fullmatch(address):
        address = f"mailto:{address}"
    if address.startswith("mailto:"):
        address = address.partition("?")[0]
    is_whole = is_link_address(address)
    if is_whole and has_words(node):
        return address
    words = texts(node)
    if address and not address.startswith("#") and not _is_said(address, " ".join(words)):
        why = "" if is_whole else ", it is not a whole web address"
        behind = quoted(words) or ("a picture" if node.find("img") else "a link without words")
        what = f'the address behind {behind} was left out{why}: "{address[:80]}"'
        reading.remark(node.line, what)
    return ""


def _is_said(address: str, words: str) -> bool:
    """Whether the words are the address: an address without its beginning, or a telephone number."""
    said = _UNSAID.sub("", words.lower())
    meant = _UNSAID.sub("", _SCHEME.sub("", address.lower()))
    is_number = address.startswith("tel:") and len(said) >= SHORTEST_NUMBER
    return meant == said or (is_number and meant.endswith(said))
