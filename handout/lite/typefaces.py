"""Variable typefaces without what no page uses of them: their narrower widths, a third of their bytes."""

import io
from hashlib import sha256
from pathlib import Path

from fontTools.ttLib import TTFont

from handout.files import write_atomically

WIDTH = "wdth"


def is_of_many_widths(name: str) -> bool:
    return name.endswith(".ttf") and WIDTH in name


def without_widths(data: bytes, cache: Path) -> bytes:
    """The typeface of usual width. Nothing else changes: a PDF must have the same bytes from either."""
    cut = cache / f"typeface-{sha256(data).hexdigest()[:16]}.ttf"
    if not cut.exists():
        font = TTFont(io.BytesIO(data), recalcBBoxes=False, recalcTimestamp=False)
        variations = font["gvar"].variations
        for glyph in list(variations):
            variations[glyph] = [change for change in variations[glyph] if WIDTH not in change.axes]
        out = io.BytesIO()
        font.save(out, reorderTables=None)
        write_atomically(out.getvalue(), cut)
    return cut.read_bytes()
