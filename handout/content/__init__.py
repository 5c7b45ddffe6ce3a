"""content.yaml → `Content`, every problem with its line; and content.yaml written back."""

from handout.content.editing import edit_content, with_comment
from handout.content.marks import write_markup
from handout.content.markup import is_link_address, is_web_address
from handout.content.reader import load_content
from handout.content.source import MOST_BYTES
from handout.content.starter import starter_content, write_schema, write_starter
from handout.content.texts import read_texts, text_at
from handout.content.tree import Location, plain_values
from handout.content.unwritten import unwritten_alts, with_unwritten_alts
from handout.content.values import ALT_TO_WRITE

__all__ = [
    "ALT_TO_WRITE",
    "MOST_BYTES",
    "Location",
    "edit_content",
    "is_link_address",
    "is_web_address",
    "load_content",
    "plain_values",
    "read_texts",
    "starter_content",
    "text_at",
    "unwritten_alts",
    "with_comment",
    "with_unwritten_alts",
    "write_markup",
    "write_schema",
    "write_starter",
]
