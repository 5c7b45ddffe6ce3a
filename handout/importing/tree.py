"""HTML → the nodes of the page's own text, with their lines, without scripts and the website's frame."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from handout.errors import ContentError, Flaw, Place, Problem
from handout.importing.hiding import mark_hidden
from handout.importing.scripted import fill_in
from handout.importing.source import Source
from handout.importing.word_lists import make_lists

SILENT = {
    "script",
    "style",
    "noscript",
    "template",
    "head",
    "link",
    "meta",
    "base",
    "title",
}  # no words of the page
_EMPTY = {"embed", "source", "track", "wbr"}  # what the parser finds in them comes after them
_SECTIONS = {"main", "article", "section"}
_MAIN_NAMES = {"content", "main", "main-content"}
_WHOLE_DOCUMENT = re.compile(r"<(?:html|body)[\s>]", re.IGNORECASE)


@dataclass(eq=False, slots=True)
class Node:
    """An element; `line` is where its tag begins, from 1. Text is among its kids."""

    tag: str
    attributes: dict[str, str]
    line: int
    kids: "list[Node | str]" = field(default_factory=list)

    @property
    def classes(self) -> set[str]:
        return set(self.attributes.get("class", "").split())

    @property
    def is_hidden(self) -> bool:
        return "hidden" in self.attributes

    @property
    def nodes(self) -> "list[Node]":
        return [kid for kid in self.kids if isinstance(kid, Node)]

    def walk(self) -> "Iterator[Node]":
        """This node and all below it, in the order of the page."""
        yield self
        for kid in self.nodes:
            yield from kid.walk()

    def find(self, *tags: str) -> "list[Node]":
        return [node for node in self.walk() if node.tag in tags]


@dataclass(frozen=True, slots=True)
class Tree:
    """The text of a page, what is around it, and what its head says."""

    main: Node
    around: list[Node]
    head: dict[str, str]


def read_tree(source: Source) -> Tree:
    """Raises ContentError where the page is nested deeper than any page of a school."""
    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, recover=True
    )
    root = etree.fromstring(f"<div>{source.html}\n</div>".encode(errors="replace"), parser)
    if any("depth" in error.message for error in parser.error_log):
        flaw = Flaw("Its parts are nested too deeply to be read.", "Is it a page of your website?")
        raise ContentError(Problem(Place(source.name), flaw))
    if root is None:
        return Tree(Node("div", {}, 1), [], {})
    fill_in(root)
    make_lists(root)
    mark_hidden(root)
    main = _main(root) if _WHOLE_DOCUMENT.search(source.html) else root
    around = [
        sibling
        for ancestor in [main, *main.iterancestors()]
        for sibling in (*ancestor.itersiblings(preceding=True), *ancestor.itersiblings())
    ]
    return Tree(
        _node(main),
        sorted((_node(other) for other in around if _is_element(other)), key=lambda node: node.line),
        _head(root),
    )


def _main(root: etree._Element) -> etree._Element:
    """The part of a saved page that is the page, where there is one such part; else all of it."""
    elements = [element for element in root.iter() if _is_element(element)]
    for is_main in (
        lambda element: element.tag == "main",
        lambda element: element.get("role") == "main",
        lambda element: element.tag == "article",
        lambda element: "content" in element.get("class", "").split(),
        lambda element: element.get("id") in _MAIN_NAMES,
    ):
        found = [element for element in elements if is_main(element) and _has_something(element)]
        is_said = any("main" in {element.tag, element.get("role")} for element in found)
        if len(found) == 1 and (is_said or 2 * _letters(found[0]) >= _letters(root)):
            return found[0]
    return root


def _letters(element: etree._Element) -> int:
    """How much is written in its paragraphs and headings, those of the website's frame aside."""
    parts = element.iter("p", "h1", "h2", "h3", "h4", "h5", "h6")
    own = (
        part for part in parts if next(part.iterancestors("nav", "header", "footer", "aside"), None) is None
    )
    return sum(len("".join("".join(part.itertext()).split())) for part in own)


def _has_something(element: etree._Element) -> bool:
    return element.find(".//img") is not None or bool("".join(element.itertext()).strip())


def _head(root: etree._Element) -> dict[str, str]:
    """The title, the language, and the name of the site."""
    names = root.xpath("//meta[@property='og:site_name']/@content")
    titles = root.xpath("//title[not(ancestor::svg)]")
    languages = root.xpath("//html/@lang")
    return {
        "title": " ".join("".join(titles[0].itertext()).split()) if titles else "",
        "site": str(names[0]).strip() if names else "",
        "language": str(languages[0]) if languages else "",
    }


def _is_element(element: etree._Element) -> bool:
    """Whether it has words of the page; the title of a drawing is one of its words."""
    if not isinstance(element.tag, str):
        return False
    is_of_a_drawing = element.tag == "title" and next(element.iterancestors("svg"), None) is not None
    return is_of_a_drawing or element.tag not in SILENT


def _node(element: etree._Element) -> Node:
    node = Node(_tag(element), dict(element.attrib), element.sourceline or 1)
    if element.text:
        node.kids.append(element.text)
    for child in element:
        if _is_element(child):
            inner = _node(child)
            node.kids.append(inner)
            if inner.tag in _EMPTY:
                node.kids += inner.kids
                inner.kids = []
        if child.tail:
            node.kids.append(child.tail)
    return node


def _tag(element: etree._Element) -> str:
    """A header or footer of a section is a part of it; only those of a whole page are the website's."""
    is_of_a_section = element.tag in {"header", "footer"} and any(
        outer.tag in _SECTIONS for outer in element.iterancestors()
    )
    return "div" if is_of_a_section else str(element.tag)
