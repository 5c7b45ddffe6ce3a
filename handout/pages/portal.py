"""The QR code to the portal, with its name beneath it."""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from qrcodegen import QrCode, QrSegment

from handout.model import Labels
from handout.pages.blocks import baselines
from handout.pages.fields import set_label
from handout.pdf import Element, Pen, box_attributes
from handout.theme import CAP_HEIGHT, QR_INSET, QR_NAME_GAP, QR_QUIET_ZONE, Theme, TypeStyle, points
from handout.typesetting import Line

# Every scanner reads each of the eight masks. This one suits the starter's address best, and no other address badly;
# to try all eight takes as long as laying out the text.
MASK = 3


def portal_code(address: str, labels: Labels, theme: Theme) -> "PortalCode":
    """The QR code of an address, its name beneath it."""
    size = points(theme.code)
    name = set_label(labels, "portal", theme.label, size + points(QR_INSET))
    return PortalCode(_modules(address), size, name, theme.label, labels.portal_code)


@cache
def _modules(address: str) -> Sequence[Sequence[bool]]:
    """The code of an address, row by row; level M corrects 15 % of it."""
    segments = QrSegment.make_segments(address)
    code = QrCode.encode_segments(segments, QrCode.Ecc.MEDIUM, mask=MASK, boostecl=False)
    side = range(code.get_size())
    return [[code.get_module(column, row) for column in side] for row in side]


class PortalCode(NamedTuple):
    """A QR code, as dark modules row by row, with its name centred below its white."""

    modules: Sequence[Sequence[bool]]
    size: float
    name: tuple[Line, ...]
    style: TypeStyle
    alt: str

    @property
    def height(self) -> float:
        """From the top of the code to the foot of its name."""
        return self._name_down + len(self.name) * self.style.leading - self._white_above_capitals

    @property
    def _name_down(self) -> float:
        """From the top of the code to the top of its name, whose own white is part of the code's."""
        return self.size + points(QR_NAME_GAP) + self._quiet_zone - self._white_above_capitals

    @property
    def _white_above_capitals(self) -> float:
        return (self.style.leading - self.style.size * CAP_HEIGHT) / 2

    @property
    def _quiet_zone(self) -> float:
        """The white that a scanner wants around the code."""
        return QR_QUIET_ZONE * self.size / len(self.modules)

    def draw(self, pen: Pen, parent: Element, left: float, top: float) -> None:
        size = self.size
        area = box_attributes(left, top - self.height, left + size, top)
        figure = parent.child("Figure", alt=self.alt, attributes=area)
        with pen.tag(figure):
            pen.fill(_dark_modules(self.modules, left, top - size, size))
        with pen.tag(figure.child("Caption")):
            for line, baseline in zip(self.name, baselines(top - self._name_down, self.style), strict=False):
                pen.text(left + (size - line.width) / 2, baseline, line)


def _dark_modules(
    modules: Sequence[Sequence[bool]], left: float, bottom: float, size: float
) -> list[tuple[float, float, float, float]]:
    """The dark runs of each row as rectangles."""
    module = size / len(modules)
    rectangles = []
    for row, cells in enumerate(modules):
        y = bottom + size - (row + 1) * module
        start = None
        for column, dark in enumerate([*cells, False]):
            if dark and start is None:
                start = column
            elif not dark and start is not None:
                rectangles.append((left + start * module, y, (column - start) * module, module))
                start = None
    return rectangles
