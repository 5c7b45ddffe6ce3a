"""content.yaml → `Content`, every problem with its line."""

from handout.content.reader import load_content
from handout.content.starter import write_starter

__all__ = [
    "load_content",
    "write_starter",
]
