"""The XML of an .xlsx or .xlsm workbook → marks of its worksheets, looked for only where there are any."""

import posixpath
import re
from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import Element

from handout.spreadsheets.archives import Parts, elements
from handout.spreadsheets.grids import CellPlace
from handout.spreadsheets.marks import UNKNOWN_ERROR, ExcessError, Marks, cell_of, few

WORKBOOK = "xl/workbook.xml"

# What a worksheet with nothing to mark has none of: formulas, errors, hidden rows and columns.
_MARKED = (b"<f", b't="e"', b"hidden", b'ht="0"')
# Nor cells far from any list, beyond column CV or row 60,000, or references written in another way.
_FAR = (
    re.compile(rb' r="(?:[A-Z]{2}(?:[A-Z]|(?<=[D-Z].)|(?<=C[W-Z]))|[^1-9A-Z])'),
    re.compile(rb' r="[A-Z]*[0-9]{5}(?:[0-9]|(?<=[6-9]....))'),
)
_GREEDY = re.compile(rb"uniqueCount\s*=\s*[\"']\s*\d{7}")  # texts that calamine makes room for
_SPACES = (b" ", b"\t", b"\r", b"\n")
_TRUE = {"1", "true"}


def xlsx_marks(parts: Parts) -> list[Marks]:
    """The marks of each worksheet, in the order of the workbook. Raises ParseError where its XML is damaged."""
    known = {name.lower(): part for name, part in parts.items()}
    if _GREEDY.search(known.get("xl/sharedstrings.xml", b"")):
        raise ExcessError
    struck = _struck_styles(known.get("xl/styles.xml", b""))
    texts = _partly_struck_texts(known.get("xl/sharedstrings.xml", b""))
    tokens = (*_MARKED, b"strike", *(b' s="%d"' % style for style in struck), *([b't="s"'] if texts else []))
    return [
        _marks(content, struck, texts) if _is_marked(content, tokens) else Marks()
        for content in (known.get(name.lower(), b"") for name in few(_worksheets(known)))
    ]


def _is_marked(part: bytes, tokens: Sequence[bytes]) -> bool:
    """Whether a worksheet may have anything to mark: it has, or its XML is written in an unusual way."""
    return (
        any(token in part for token in tokens)
        or any(pattern.search(part) for pattern in _FAR)
        or b"<row" not in part
        or part.count(b"=") != part.count(b'="')
        or any(space in part and space + b"=" in part for space in _SPACES)
    )


def _worksheets(parts: Parts) -> Iterator[str]:
    """The name of each worksheet's part."""
    relations = elements(parts["xl/_rels/workbook.xml.rels"])
    targets = {each.get("Id"): each.get("Target", "") for _, tag, each in relations if tag == "Relationship"}
    for _, tag, sheet in elements(parts[WORKBOOK]):
        if tag == "sheet":
            target = targets[next(value for key, value in sheet.items() if key.endswith("}id"))]
            yield posixpath.normpath(posixpath.join("/xl", target)).lstrip("/")


def _struck_styles(part: bytes) -> set[int]:
    """The numbers of the cell formats whose font is struck through."""
    if b"strike" not in part:
        return set()
    fonts: list[bool] = []
    formats: list[int] = []
    for _, tag, element in elements(part):
        if tag == "fonts":
            strikes = (
                next((each for each in font if each.tag.endswith("}strike")), None) for font in element
            )
            fonts = [strike is not None and strike.get("val", "1") in _TRUE for strike in strikes]
        elif tag == "cellXfs":
            formats = [int(each.get("fontId", "0")) for each in element]
    return {style for style, font in enumerate(formats) if font < len(fonts) and fonts[font]}


def _partly_struck_texts(part: bytes) -> set[int]:
    """The numbers of the shared texts with some letters struck through."""
    if b"strike" not in part:
        return set()
    texts = (element for _, tag, element in elements(part) if tag == "si")
    return {number for number, text in enumerate(texts) if _has_struck_letters(text)}


def _has_struck_letters(text: Element) -> bool:
    strikes = text.iterfind("{*}r/{*}rPr/{*}strike")
    return any(strike.get("val", "1") in _TRUE for strike in strikes)


def _marks(part: bytes, struck: set[int], texts: set[int]) -> Marks:
    marks = Marks()
    row, column = 0, -1
    for event, tag, element in elements(part, ("start", "end")):
        if event == "start":
            if tag == "row":
                row, column = int(element.get("r") or row + 1), -1
                if element.get("hidden") in _TRUE or element.get("ht") == "0":
                    marks.hidden_rows.add(row)
        elif tag == "c":
            cell = cell_of(element.get("r") or "") or (row, column + 1)
            column = cell[1]
            _mark_cell(marks, cell, element)
            if int(element.get("s") or 0) in struck:
                marks.struck.add(cell)
            if _is_partly_struck(element, texts):
                marks.partly_struck.add(cell)
        elif tag == "col" and element.get("hidden") in _TRUE:
            marks.hide_columns(int(element.get("min") or 1) - 1, int(element.get("max") or 1) - 1)
        elif tag == "row":
            element.clear()
    return marks


def _is_partly_struck(element: Element, texts: set[int]) -> bool:
    if element.get("t") == "s":
        return bool(texts) and int(element.findtext("{*}v") or -1) in texts
    text = element.find("{*}is")
    return text is not None and _has_struck_letters(text)


def _mark_cell(marks: Marks, cell: CellPlace, element: Element) -> None:
    """A formula whose saved value is an empty text is calculated; one without any value is not."""
    value = element.findtext("{*}v")
    kind = element.get("t")
    has_formula = element.find("{*}f") is not None
    if value or kind == "inlineStr" or has_formula:
        marks.reach(*cell)
    if kind == "e":
        marks.errors[cell] = value or UNKNOWN_ERROR
    elif not value and kind != "str" and has_formula:
        marks.unsaved.add(cell)
