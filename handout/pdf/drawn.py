"""Pages as they are drawn, before they are in a file."""

from typing import NamedTuple

from handout.pdf.tagging import Element


class Link(NamedTuple):
    """A clickable area (left, bottom, right, top in points) and the address behind it."""

    area: tuple[float, float, float, float]
    address: str
    words: str


class DrawnPage(NamedTuple):
    """The content of a page: what comes before and after the personal part, and what it uses.

    `personal` is that part, with a hole (%s) for each value. A page without one has all its content in `before`.
    """

    before: bytes
    personal: str
    after: bytes
    links: tuple[Link, ...]
    pictures: tuple[int, ...]
    landscape: bool = False


class Bookmark(NamedTuple):
    """A heading and where it is: its page from 0, and the y above it."""

    words: str
    page: int
    top: float


class LaidOut(NamedTuple):
    """The pages of one copy, drawn, with the structure of what is on them."""

    pages: tuple[DrawnPage, ...]
    root: Element
    bookmarks: tuple[Bookmark, ...]
