"""The words of a part of the page as it is named in a message."""

from handout.importing.tree import Node

LONGEST_QUOTE = 70  # characters: enough to find it on the page
INLINE = {
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "br", "cite", "code", "data", "del", "dfn", "em", "font", "i",
    "img", "ins", "kbd", "label", "mark", "meter", "output", "picture", "progress", "q", "rb", "rp", "rt", "ruby", "s",
    "samp", "small", "source", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
}  # fmt: skip
_SHOWN_BY_ADDRESS = {"iframe", "frame", "img", "image", "embed", "video", "audio", "source", "object", "area"}


def texts(node: Node) -> list[str]:
    """Cell by cell and block by block; then what pictures and frames are called, and their addresses."""
    found, names = [""], [""]
    _gather(node, found, names)
    return [tidy for words in found + names if (tidy := " ".join(words.split()))]


def has_words(node: Node) -> bool:
    """Whether it has any text, the alt texts of its pictures aside."""
    return any(isinstance(kid, str) and kid.strip() for inner in node.walk() for kid in inner.kids)


def _gather(node: Node, found: list[str], names: list[str]) -> None:
    for kid in node.kids:
        if isinstance(kid, str):
            found[-1] += kid
        elif kid.tag == "br":
            found[-1] += " "
        else:
            is_block = kid.tag not in INLINE
            if is_block:
                found.append("")
            _gather(kid, found, names)
            if is_block:
                found.append("")
    if node.tag in _SHOWN_BY_ADDRESS:
        called = [node.attributes.get(name, "") for name in ("title", "alt")]
        names += called
        if node.tag != "img" or not any(called):
            names += [node.attributes.get(name, "") for name in ("src", "data", "href", "xlink:href")]
    elif node.tag in {"input", "button"}:
        found += [node.attributes.get(name, "") for name in ("value", "placeholder", "alt", "src")] + [""]


def quoted(words: list[str]) -> str:
    """The first words between quotation marks; nothing where there are none."""
    joined = ", ".join(words)
    if len(joined) > LONGEST_QUOTE:
        whole_words, _, rest = joined[:LONGEST_QUOTE].rpartition(" ")
        joined = f"{whole_words} …" if len(rest) < LONGEST_QUOTE / 2 else f"{joined[:LONGEST_QUOTE]}…"
    return f'"{joined}"' if joined else ""


def counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
