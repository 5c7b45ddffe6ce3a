"""Drawn pages × children → files: the press, print orders, the preview."""

from handout.printing.guide_pictures import finish_of
from handout.printing.press import Press
from handout.printing.preview import (
    PICTURES,
    open_pdf,
    pages_of_pdf,
    picture_name,
    picture_of,
    picture_of_pdf,
)
from handout.printing.print_order import Job, PrintOrder, by_file, people_of, plan, produce

__all__ = [
    "PICTURES",
    "Job",
    "Press",
    "PrintOrder",
    "by_file",
    "finish_of",
    "open_pdf",
    "pages_of_pdf",
    "people_of",
    "picture_name",
    "picture_of",
    "picture_of_pdf",
    "plan",
    "produce",
]
