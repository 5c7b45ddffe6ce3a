"""The QR code to the portal, with the address to type beneath it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from qrcodegen import QrCode, QrSegment

from handout.model import Content, Run
from handout.pages.blocks import Unbroken, draw_lines
from handout.pdf import Element, Pen, box_attributes
from handout.theme import (
    BEFORE_PORTAL,
    COLUMN_GAP,
    MARGIN_COLUMN,
    MEASURE,
    QR_QUIET_ZONE,
    QR_SIZE,
    QR_TEXT_GAP,
    Theme,
    TypeStyle,
    points,
)
from handout.typesetting import Line, set_text


def portal_block(content: Content, theme: Theme, root: Element) -> "PortalBlock":
    """The QR code to the portal, in the room that is left."""
    portal = content.settings.portal
    indent = points(MARGIN_COLUMN + COLUMN_GAP) if theme.side_heads else 0
    measure = points(MEASURE) - indent
    return PortalBlock(
        modules=_modules(portal),
        note=set_text(content.portal_note, theme.body, measure - points(QR_SIZE + QR_TEXT_GAP)),
        address=set_text((Run(portal, typed=True, link=portal),), theme.body, measure),
        style=theme.body,
        indent=indent,
        target=portal,
        parent=root,
        space_before=points(BEFORE_PORTAL),
    )


@cache
def _modules(address: str) -> Sequence[Sequence[bool]]:
    """The code of an address, row by row; level M mends 15 % of it."""
    code = QrCode.encode_segments(QrSegment.make_segments(address), QrCode.Ecc.MEDIUM, boostecl=False)
    side = range(code.get_size())
    return [[code.get_module(column, row) for column in side] for row in side]


@dataclass(frozen=True, kw_only=True)
class PortalBlock(Unbroken):
    """The QR code to the portal, with a word about it beside it and the address to type below.

    It joins the structure only when it is drawn: where no page has room for it there is nothing to read.
    """

    modules: Sequence[Sequence[bool]]
    note: tuple[Line, ...]
    address: tuple[Line, ...]
    style: TypeStyle
    indent: float
    target: str
    parent: Element
    optional: bool = True

    @property
    def height(self) -> float:
        return self._address_down + len(self.address) * self.style.leading

    @property
    def _address_down(self) -> float:
        """From the top to the address: below the code's white and below the note."""
        return max(points(QR_SIZE) + self._quiet_zone, len(self.note) * self.style.leading)

    @property
    def _quiet_zone(self) -> float:
        """The white that a scanner wants around the code."""
        return QR_QUIET_ZONE * points(QR_SIZE) / len(self.modules)

    def draw(self, pen: Pen, x: float, top: float) -> None:
        left, size = x + self.indent, points(QR_SIZE)
        bottom = top - size
        note_left = left + size + points(QR_TEXT_GAP)
        draw_lines(pen, self.parent.child("P"), self.note, self.style, note_left, top)
        area = box_attributes(left, bottom, left + size, top)
        with pen.tag(self.parent.child("Figure", alt=self.target, attributes=area)):
            pen.fill(_dark_modules(self.modules, left, bottom, size))
        draw_lines(pen, self.parent.child("P"), self.address, self.style, left, top - self._address_down)


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
