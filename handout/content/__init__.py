"""content.yaml → `Content`, every problem with its line; and content.yaml written back."""

from handout.content.editing import edit_content
from handout.content.marks import write_markup
from handout.content.reader import load_content
from handout.content.starter import write_starter

__all__ = [
    "edit_content",
    "load_content",
    "write_markup",
    "write_starter",
]
