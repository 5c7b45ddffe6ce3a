"""What is on the paper: painted things with their place, and the state that says how the next is painted.

Coordinates are points from the lower left corner.
"""

from dataclasses import dataclass, field
from typing import Literal, NamedTuple

Matrix = tuple[float, float, float, float, float, float]
UNCHANGED: Matrix = (1, 0, 0, 1, 0, 0)
# Entries of a picture that a set has, and what programs add when they save it again.
PICTURE = {
    "/Type", "/Subtype", "/Width", "/Height", "/BitsPerComponent", "/ColorSpace", "/Filter", "/DecodeParms", "/Length",
    "/Name", "/Interpolate",
}  # fmt: skip
_EDGE = 0.25  # how far two neighbours may overlap


class Box(NamedTuple):
    left: float
    bottom: float
    right: float
    top: float

    def meets(self, other: "Box") -> bool:
        """Whether they overlap by more than an edge."""
        return (
            min(self.right, other.right) - max(self.left, other.left) > _EDGE
            and min(self.top, other.top) - max(self.bottom, other.bottom) > _EDGE
        )

    def is_in(self, other: "Box") -> bool:
        return (
            self.left >= other.left
            and self.bottom >= other.bottom
            and self.right <= other.right
            and self.top <= other.top
        )


class Painted(NamedTuple):
    """One thing on the paper. `mark` is its marked content on the page, `line` its text object in the stream.

    The box of a text reaches from its baseline as high as an x. `lightness` is 0 for black and 1 for white.
    `what` is the text, or the number of the picture; `size` that of the type, 0 where it is turned or slanted.
    """

    kind: Literal["text", "fill", "line", "picture"]
    box: Box
    mark: int | None
    lightness: float
    what: str = ""
    line: int = 0
    size: float = 0


@dataclass(frozen=True, slots=True)
class Mark:
    """Marked content that is open: its number, and what a screen reader says for what is painted since `start`."""

    number: int | None
    spoken: str | None = None
    start: int = 0


@dataclass(slots=True)
class State:
    """How the next thing is painted; one stream of a page hands it to the next (ISO 32000-1, 8.4.1, 9.3.1)."""

    matrix: Matrix = UNCHANGED
    line_matrix: Matrix = UNCHANGED
    text_matrix: Matrix = UNCHANGED
    font: str = ""
    size: float = 0
    spacing: float = 0
    rise: float = 0
    fill: float = 0
    stroke: float = 0
    width: float = 1
    marks: tuple[Mark, ...] = ()
    saved: tuple["State", ...] = ()


@dataclass(slots=True)
class Painting:
    """What one stream paints. `marks` are all that it opens.

    `foreign` are the operators that a class set never has.
    """

    painted: list[Painted] = field(default_factory=list)
    marks: set[int] = field(default_factory=set)
    foreign: set[str] = field(default_factory=set)


def times(first: Matrix, then: Matrix) -> Matrix:
    """Both one after the other (ISO 32000-1, 8.3.4)."""
    a, b, c, d, e, f = first
    g, h, i, j, k, m = then
    return (
        a * g + b * i, a * h + b * j,
        c * g + d * i, c * h + d * j,
        e * g + f * i + k, e * h + f * j + m,
    )  # fmt: skip


def placed(matrix: Matrix, points: list[tuple[float, float]]) -> list[tuple[float, float]]:
    a, b, c, d, e, f = matrix
    return [(a * x + c * y + e, b * x + d * y + f) for x, y in points]


def around(points: list[tuple[float, float]], margin: float = 0) -> Box:
    xs, ys = zip(*points, strict=True)
    return Box(min(xs) - margin, min(ys) - margin, max(xs) + margin, max(ys) + margin)
