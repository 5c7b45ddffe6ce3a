"""The structure tree: what each piece of a page is, for screen readers and reuse (ISO 14289-1).

Drawing code makes an `Element` and draws inside `pen.tag(element)`; that is all it has to do. The
tree becomes text patterns afterwards, which are stamped once for every copy of the pages.
"""

from collections.abc import Iterator
from typing import NamedTuple

from handout.pdf.file import text_string
from handout.pdf.stamp import moving, moving_reference

FIRST_PAGE = 1  # of a copy, whose first object is the node above its pages


class Mark(NamedTuple):
    """Marked content: page of the copy, and its number (MCID) on that page."""

    page: int
    number: int


class Annotation(NamedTuple):
    """A link's clickable area: its number among the copy's annotations."""

    page: int
    number: int


class Element:
    """One structure element. `attributes` is the inside of its attribute dictionary."""

    def __init__(self, kind: str, alt: str = "", actual_text: str = "", attributes: str = "") -> None:
        self.kind = kind
        self.alt = alt
        self.actual_text = actual_text
        self.attributes = attributes
        self.kids: list[Element | Mark | Annotation] = []

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
ROW_HEADER = "/O/Table/Scope/Row"


def writing_line(description: str) -> str:
    """The attributes of a `Form` that is a line to write on (ISO 32000-1, 14.8.5.6)."""
    return f"/O/PrintField/Role/tv/Desc{text_string(description)}"


def tick_box(description: str) -> str:
    """The attributes of a `Form` that is a box to tick by hand."""
    return f"/O/PrintField/Role/cb/checked/off/Desc{text_string(description)}"


def box_attributes(left: float, bottom: float, right: float, top: float) -> str:
    """Where a figure is on its page, in points."""
    return f"/O/Layout/Placement/Block/BBox[{left:.2f} {bottom:.2f} {right:.2f} {top:.2f}]"


class Structure:
    """The tree of one copy as objects, to be stamped for every copy.

    A copy's objects are numbered in a row: its node, its pages, its annotations, then what is made here:
    the elements, then one array per page that leads from marked content back to its element. `parent` is
    the number of the element above all copies.
    """

    def __init__(self, root: Element, pages: int, annotations: int, parent: int) -> None:
        self._elements = list(root.walk())
        self._pages = pages
        self.top_element = FIRST_PAGE + pages + annotations
        self._numbers = {
            id(element): number for number, element in enumerate(self._elements, self.top_element)
        }
        self._parents = {id(root): f"{parent} 0 R"}
        self._owners_of_marks: list[dict[int, int]] = [{} for _ in range(pages)]
        self._owners_of_annotations: dict[int, int] = {}
        for element in self._elements:
            self._note_kids(element, self._numbers[id(element)])

    def bodies(self) -> list[str]:
        """The elements, then the array of each page."""
        return [*map(self._body, self._elements), *map(_owners_array, self._owners_of_marks)]

    def parent_tree(self) -> str:
        """The copy's entries in the parent tree; the key of a page or an annotation is its own number."""
        arrays = self.top_element + len(self._elements)
        owners = [*range(arrays, arrays + self._pages), *_in_order(self._owners_of_annotations)]
        return " ".join(
            f"{moving(key)} {moving_reference(owner)}" for key, owner in enumerate(owners, FIRST_PAGE)
        )

    def _body(self, element: Element) -> str:
        keys = "".join(
            f"/{key}{text_string(value)}"
            for key, value in (("Alt", element.alt), ("ActualText", element.actual_text))
            if value
        )
        if element.attributes:
            keys += f"/A<<{element.attributes}>>"
        kids = " ".join(map(self._kid, element.kids))
        return f"<</Type/StructElem/S/{element.kind}/P {self._parents[id(element)]}{keys}/K[{kids}]>>"

    def _kid(self, kid: Element | Mark | Annotation) -> str:
        match kid:
            case Element():
                return moving_reference(self._numbers[id(kid)])
            case Mark(page, number):
                return f"<</Type/MCR/Pg {moving_reference(FIRST_PAGE + page)}/MCID {number}>>"
            case Annotation(page, number):
                annotation = moving_reference(FIRST_PAGE + self._pages + number)
                return f"<</Type/OBJR/Pg {moving_reference(FIRST_PAGE + page)}/Obj {annotation}>>"

    def _note_kids(self, element: Element, number: int) -> None:
        for kid in element.kids:
            match kid:
                case Element():
                    self._parents[id(kid)] = moving_reference(number)
                case Mark(page, mark):
                    self._owners_of_marks[page][mark] = number
                case Annotation(_, annotation):
                    self._owners_of_annotations[annotation] = number


def _owners_array(owners: dict[int, int]) -> str:
    return f"[{' '.join(map(moving_reference, _in_order(owners)))}]"


def _in_order(owners: dict[int, int]) -> list[int]:
    return [owners[number] for number in range(len(owners))]
