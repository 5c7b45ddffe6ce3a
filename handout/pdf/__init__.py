"""Drawn pages → bytes: the pen, fonts in the file, tags, copies."""

from handout.pdf.binder import Binder, Chapter, Copy
from handout.pdf.drawn import Bookmark, DrawnPage, LaidOut
from handout.pdf.fonts import FontSet
from handout.pdf.metadata import Document
from handout.pdf.pen import Pen
from handout.pdf.tagging import (
    BULLET_LIST,
    COLUMN_HEADER,
    ORDERED_LIST,
    ROW_HEADER,
    Element,
    box_attributes,
    tick_box,
    writing_line,
)

__all__ = [
    "BULLET_LIST",
    "COLUMN_HEADER",
    "ORDERED_LIST",
    "ROW_HEADER",
    "Binder",
    "Bookmark",
    "Chapter",
    "Copy",
    "Document",
    "DrawnPage",
    "Element",
    "FontSet",
    "LaidOut",
    "Pen",
    "box_attributes",
    "tick_box",
    "writing_line",
]
