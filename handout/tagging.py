"""The structure tree: what each piece of a page is, for screen readers and reuse (ISO 14289-1).

Drawing code makes an `Element` and draws inside `pen.tag(element)`; that is all it has to do. The
tree is stamped afterwards, once for every copy of the pages, from templates of bytes.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from handout.pdffile import text_string


class Mark(NamedTuple):
    """Marked content: page of the copy, and its number (MCID) on that page."""

    page: int
    number: int


class Annotation(NamedTuple):
    """A link's clickable area: its number among the copy's annotations."""

    page: int
    number: int


@dataclass(eq=False, slots=True)
class Element:
    """One structure element. `attributes` is the inside of its attribute dictionary."""

    kind: str
    alt: str = ""
    actual_text: str = ""
    attributes: str = ""
    kids: list["Element | Mark | Annotation"] = field(default_factory=list)

    def child(self, kind: str, *, alt: str = "", actual_text: str = "", attributes: str = "") -> "Element":
        element = Element(kind, alt, actual_text, attributes)
        self.kids.append(element)
        return element

    def walk(self) -> Iterator["Element"]:
        """The element and all below it, in reading order."""
        yield self
        for kid in self.kids:
            if isinstance(kid, Element):
                yield from kid.walk()


ORDERED_LIST = "/O/List/ListNumbering/Decimal"
BULLET_LIST = "/O/List/ListNumbering/Disc"
COLUMN_HEADER = "/O/Table/Scope/Column"


def box_attributes(left: float, bottom: float, right: float, top: float) -> str:
    """Where a figure stands on its page, in points."""
    return f"/O/Layout/Placement/Block/BBox[{left:.2f} {bottom:.2f} {right:.2f} {top:.2f}]"


class StructureTemplate:
    """The tree of one copy, ready to be stamped again and again.

    Objects of a copy have consecutive numbers: its pages, its annotations, then what is made here:
    the elements, then one array per page that leads from marked content back to its element.
    """

    def __init__(self, root: Element, pages: int, annotations: int) -> None:
        self._pages = pages
        self._annotations = annotations
        self._elements = list(root.walk())
        self._numbers = {id(element): number for number, element in enumerate(self._elements)}
        self._first = pages + annotations
        self._parents = {
            id(kid): self._number(element)
            for element in self._elements
            for kid in element.kids
            if isinstance(kid, Element)
        }
        self._bodies = [self._body(element) for element in self._elements]
        self._bodies += [self._marks_of_page(page) for page in range(pages)]
        self._owners = {
            kid.number: self._number(element)
            for element in self._elements
            for kid in element.kids
            if isinstance(kid, Annotation)
        }

    @property
    def size(self) -> int:
        """How many objects a copy has here."""
        return len(self._bodies)

    def stamp(self, first: int, parent: int) -> list[bytes]:
        """The objects of a copy whose numbers begin at `first`, hung below the element `parent`."""
        stamped = [
            template % tuple([first + offset for offset in offsets]) for template, offsets in self._bodies[1:]
        ]
        template, offsets = self._bodies[0]
        return [template % (parent, *[first + offset for offset in offsets]), *stamped]

    def root(self, first: int) -> int:
        """Number of the copy's topmost element."""
        return first + self._first

    def parent_tree(self, first: int, key: int) -> str:
        """The copy's entries in the parent tree: `key` onwards, its pages and then its annotations."""
        arrays = first + self._first + len(self._elements)
        numbers = [arrays + page for page in range(self._pages)]
        numbers += [first + self._owners[number] for number in range(self._annotations)]
        return " ".join(f"{key + place} {number} 0 R" for place, number in enumerate(numbers))

    def _number(self, element: Element) -> int:
        return self._first + self._numbers[id(element)]

    def _body(self, element: Element) -> tuple[bytes, tuple[int, ...]]:
        """An element as a byte template and the offsets of the numbers in it; the root's parent is no offset."""
        offsets = [self._parents[id(element)]] if id(element) in self._parents else []
        kids = []
        for kid in element.kids:
            match kid:
                case Element():
                    kids.append("%d 0 R")
                    offsets.append(self._number(kid))
                case Mark(page, number):
                    kids.append(f"<</Type/MCR/Pg %d 0 R/MCID {number}>>")
                    offsets.append(page)
                case Annotation(page, number):
                    kids.append("<</Type/OBJR/Pg %d 0 R/Obj %d 0 R>>")
                    offsets += [page, self._pages + number]
        keys = "".join(
            f"/{key}{text_string(value)}".replace("%", "%%")
            for key, value in (("Alt", element.alt), ("ActualText", element.actual_text))
            if value
        )
        if element.attributes:
            keys += f"/A<<{element.attributes}>>"
        body = f"<</Type/StructElem/S/{element.kind}/P %d 0 R{keys}/K[{' '.join(kids)}]>>"
        return body.encode("ascii"), tuple(offsets)

    def _marks_of_page(self, page: int) -> tuple[bytes, tuple[int, ...]]:
        owners = {
            kid.number: self._number(element)
            for element in self._elements
            for kid in element.kids
            if isinstance(kid, Mark) and kid.page == page
        }
        offsets = tuple(owners[number] for number in range(len(owners)))
        return f"[{' '.join(['%d 0 R'] * len(offsets))}]".encode(), offsets
