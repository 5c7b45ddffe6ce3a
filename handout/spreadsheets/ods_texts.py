"""The content of an .ods workbook for calamine, which takes the words of shapes for a cell's and loses breaks and tabs."""

import re
from collections.abc import Iterator

_BREAK = re.compile(rb"<text:line-break\s*/>")
_TAB = re.compile(rb"<text:tab\b[^<>]*/>")
_SHAPE = re.compile(rb"<(/?)draw:[^<>]*?(/?)>")


def without_shapes(content: bytes) -> bytes:
    """The content with breaks and tabs as letters, and without text boxes and drawings, which lie in cells."""
    content = _TAB.sub(b" ", _BREAK.sub(b"\n", content))
    return b"".join(_outside_shapes(content)) if b"<draw:" in content else content


def _outside_shapes(content: bytes) -> Iterator[bytes]:
    depth = end = 0
    for tag in _SHAPE.finditer(content):
        if not depth:
            yield content[end : tag.start()]
        is_end, is_whole = tag[1], tag[2]
        depth += -1 if is_end else 0 if is_whole else 1
        end = tag.end()
    yield content[end:]
