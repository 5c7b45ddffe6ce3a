"""A small set of sheets, spoilt after it was printed, and what verify has against it."""

from collections.abc import Callable

from pypdf import PdfWriter

Spoil = Callable[[PdfWriter], object]
Found = Callable[[Spoil], list[str]]
