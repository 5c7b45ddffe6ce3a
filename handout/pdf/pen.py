"""One page's content stream: text, rules, boxes, pictures, each inside a tag or as an artifact.

Coordinates are points from the lower left corner. The operators are those of ISO 32000-1.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache

from handout.pdf.drawn import DrawnPage, Link
from handout.pdf.fonts import FontSet
from handout.pdf.tagging import Annotation, Element, Mark
from handout.theme import INK, UNDERLINE_DROP, UNDERLINE_WIDTH, Colour
from handout.typesetting import Face, Line


class Pen:
    """Draws one page of a copy. `page` counts from 0; `first_link` is the copy's next annotation."""

    def __init__(
        self, fonts: FontSet, page: int, *, grey: bool = False, landscape: bool = False, first_link: int = 0
    ) -> None:
        self._fonts = fonts
        self._page = page
        self._grey = grey
        self._landscape = landscape
        self._next_mark = 0
        self._first_link = first_link
        self._operators: list[str] = []
        self._personal: tuple[int, int] | None = None
        self._links: list[Link] = []
        self._pictures: dict[int, None] = {}

    @contextmanager
    def tag(self, element: Element) -> Iterator[None]:
        """What is drawn inside belongs to the element."""
        element.kids.append(Mark(self._page, self._next_mark))
        self._operators.append(f"/{element.kind} <</MCID {self._next_mark}>> BDC")
        self._next_mark += 1
        yield
        self._operators.append("EMC")

    @contextmanager
    def artifact(self, kind: str = "/Type /Layout") -> Iterator[None]:
        """What is drawn inside is skipped by screen readers: rules, frames, footers."""
        self._operators.append(f"/Artifact <<{kind}>> BDC")
        yield
        self._operators.append("EMC")

    @contextmanager
    def personal(self) -> Iterator[None]:
        """What is drawn inside differs from child to child; once on a page."""
        start = len(self._operators)
        yield
        self._personal = (start, len(self._operators))

    def text(self, x: float, y: float, line: Line) -> None:
        """A line of text with its baseline at y."""
        shown = " ".join(
            [
                f"{_style(span.face, span.size, span.spacing, span.colour, self._grey)} "
                f"{self._fonts.show(span.face, span.text, span.size)}"
                for span in line.spans
            ]
        )
        self._operators.append(f"BT {x:.2f} {y:.2f} Td {shown} ET")
        if any(span.underline for span in line.spans):
            self._underline(x, y, line)

    def link(
        self, element: Element, area: tuple[float, float, float, float], address: str, words: str
    ) -> None:
        """Make an area clickable; the element is its Link."""
        element.kids.append(Annotation(self._page, self._first_link + len(self._links)))
        self._links.append(Link(area, address, words))

    def line(
        self,
        x1: float,
        y1: float,
        x2: float,
        y2: float,
        thickness: float,
        colour: Colour = INK,
        *,
        dash: float = 0,
    ) -> None:
        """A straight line; `dash` is how long its dashes are, and the white between them."""
        dashes, solid = (f"[{_number(dash)}] 0 d ", " [] 0 d") if dash else ("", "")
        self._operators.append(
            f"{dashes}{self._paint(colour, stroke=True)} {_number(thickness)} w "
            f"{_number(x1)} {_number(y1)} m {_number(x2)} {_number(y2)} l S{solid}"
        )

    def frame(
        self, x: float, y: float, width: float, height: float, thickness: float, colour: Colour = INK
    ) -> None:
        """A rectangle's outline from its lower left corner."""
        self._operators.append(
            f"{self._paint(colour, stroke=True)} {_number(thickness)} w {_rectangle(x, y, width, height)} S"
        )

    def fill(self, rectangles: Iterable[tuple[float, float, float, float]], colour: Colour = INK) -> None:
        """Filled rectangles (x, y, width, height), all in one path so that no seam shows."""
        path = " ".join(_rectangle(*rectangle) for rectangle in rectangles)
        self._operators.append(f"{self._paint(colour)} {path} f")

    def picture(self, number: int, x: float, y: float, width: float, height: float) -> None:
        """The document's picture of that number, in the rectangle from its lower left corner."""
        self._pictures[number] = None
        self._operators.append(
            f"q {_number(width)} 0 0 {_number(height)} {_number(x)} {_number(y)} cm /P{number} Do Q"
        )

    def hole(self) -> None:
        """Leave a place in the content for what is drawn elsewhere; no operator has a per cent sign."""
        self._operators.append("%s")

    def content(self) -> str:
        """All operators so far."""
        return "\n".join(self._operators)

    def finish(self) -> DrawnPage:
        start, end = self._personal or (len(self._operators), len(self._operators))
        return DrawnPage(
            before="\n".join(self._operators[:start]).encode("ascii"),
            personal="\n".join(self._operators[start:end]),
            after="\n".join(self._operators[end:]).encode("ascii"),
            links=tuple(self._links),
            pictures=tuple(self._pictures),
            landscape=self._landscape,
        )

    def _underline(self, x: float, y: float, line: Line) -> None:
        for left, span in line.placed(x):
            if span.underline:
                drop, thickness = span.size * UNDERLINE_DROP, span.size * UNDERLINE_WIDTH
                self.line(left, y - drop, left + span.width, y - drop, thickness, span.colour)

    def _paint(self, colour: Colour, *, stroke: bool = False) -> str:
        return _paint(colour, self._grey, stroke)


@cache
def _style(face: Face, size: float, spacing: float, colour: Colour, grey: bool) -> str:
    """The operators that set text in one way; a set repeats the same few for every child."""
    return f"/{face.name} {_number(size)} Tf {_number(spacing)} Tc {_paint(colour, grey, False)}"


@cache
def _paint(colour: Colour, grey: bool, stroke: bool) -> str:
    if grey:
        colour = INK
    if colour.red == colour.green == colour.blue:
        return f"{_number(colour.red, 3)} {'G' if stroke else 'g'}"
    parts = " ".join(_number(part, 3) for part in (colour.red, colour.green, colour.blue))
    return f"{parts} {'RG' if stroke else 'rg'}"


def _number(value: float, digits: int = 2) -> str:
    return f"{value:.{digits}f}".rstrip("0").rstrip(".")


def _rectangle(x: float, y: float, width: float, height: float) -> str:
    return f"{_number(x)} {_number(y)} {_number(width)} {_number(height)} re"
