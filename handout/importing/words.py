"""The words of a part of the page as it is named in a message."""

from handout.importing.tree import Node

LONGEST_QUOTE = 70  # characters: enough to find it on the page
INLINE = {
    "a", "abbr", "b", "big", "br", "cite", "code", "del", "em", "font", "i", "img", "ins", "kbd", "label", "mark", "q",
    "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "wbr",
}  # fmt: skip
_SHOWN_BY_ADDRESS = {"iframe", "img", "embed", "video", "audio", "source", "object"}


def texts(node: Node) -> list[str]:
    """Cell by cell and block by block; what has no words by its title and its address."""
    found = [""]
    _gather(node, found)
    return [tidy for words in found if (tidy := " ".join(words.split()))]


def _gather(node: Node, found: list[str]) -> None:
    for kid in node.kids:
        if isinstance(kid, str):
            found[-1] += kid
        elif kid.tag == "br":
            found[-1] += " "
        else:
            is_block = kid.tag not in INLINE
            if is_block:
                found.append("")
            _gather(kid, found)
            if is_block:
                found.append("")
    if node.tag in _SHOWN_BY_ADDRESS:
        found += [*[node.attributes.get(name, "") for name in ("title", "alt", "src", "data")], ""]
    elif node.tag in {"input", "button"}:
        found += [node.attributes.get("value", ""), ""]


def quoted(words: list[str]) -> str:
    """The first words between quotation marks; nothing where there are none."""
    joined = ", ".join(words)
    if len(joined) > LONGEST_QUOTE:
        joined = joined[:LONGEST_QUOTE].rpartition(" ")[0].rstrip(",") + ", …"
    return f'"{joined}"' if joined else ""


def counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
