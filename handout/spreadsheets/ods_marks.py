"""The content of an .ods workbook → marks of its worksheets."""

import re
from xml.etree.ElementTree import Element

from handout.spreadsheets.archives import Parts, elements
from handout.spreadsheets.grids import Area
from handout.spreadsheets.marks import FARTHEST_ROW, MOST_WORKSHEETS, UNKNOWN_ERROR, ExcessError, Marks

CONTENT = "content.xml"

_MOST_CELLS = 12_000_000  # of a worksheet: calamine makes room for all as it opens the file
_HIDDEN = {"collapse", "filter"}
_SPACES = re.compile(rb"\btext:c\s*=\s*[\"']\d{5}")  # so many spaces in one cell


def ods_marks(parts: Parts) -> list[Marks]:
    """The marks of each worksheet, in the order of the workbook. Raises ValueError where it is damaged."""
    content = parts[CONTENT]
    if _SPACES.search(content):
        raise ValueError("far too many spaces")
    reader = _Reader()
    for event, name, element in elements(content, ("start", "end")):
        attributes = {_name(key): value for key, value in element.items()}
        if event == "start":
            reader.begin(name, attributes)
        else:
            reader.finish(name, attributes, element)
    if any(
        rows * (columns + 1) > _MOST_CELLS for rows, columns in (each.farthest for each in reader.worksheets)
    ):
        raise ExcessError
    return reader.worksheets


def _name(tag: str) -> str:
    """A name without its namespace."""
    return tag.rpartition("}")[2]


class _Reader:
    """Follows the rows and cells; one with a number of repetitions stands for many."""

    def __init__(self) -> None:
        self.worksheets: list[Marks] = []
        self._marks = Marks()
        self._struck: set[str] = set()
        self._row = self._column = self._rows = 0  # those that came before, and the repetitions of this row

    def begin(self, name: str, attributes: dict[str, str]) -> None:
        if name == "table":
            self._marks = Marks(merged=[])
            self._row = self._column = self._rows = 0
            if "name" in attributes:
                self.worksheets.append(self._marks)
                if len(self.worksheets) > MOST_WORKSHEETS:
                    raise ExcessError
        elif name == "table-row":
            self._row += self._rows
            self._rows, self._column = _count(attributes, "rows"), 0
            if attributes.get("visibility") in _HIDDEN:
                last = min(self._row + self._rows, FARTHEST_ROW)
                self._marks.hidden_rows.update(range(self._row + 1, last + 1))

    def finish(self, name: str, attributes: dict[str, str], element: Element) -> None:
        if name in {"table-cell", "covered-table-cell"}:
            self._mark_cell(attributes, element)
        elif name == "table-row":
            element.clear()
        elif name == "table-column":
            before, self._column = self._column, self._column + _count(attributes, "columns")
            if attributes.get("visibility") in _HIDDEN:
                self._marks.hide_columns(before, self._column - 1)
        elif name == "style" and any(map(_is_struck, element)):
            self._struck.add(attributes.get("name", ""))

    def _mark_cell(self, attributes: dict[str, str], element: Element) -> None:
        marks, cell = self._marks, (self._row + 1, self._column)
        self._column += _count(attributes, "columns")
        paragraphs = ["".join(each.itertext()) for each in element if _name(each.tag) == "p"]
        text = "".join(paragraphs)
        has_value = bool(paragraphs) or "value-type" in attributes
        has_formula = "formula" in attributes
        if has_value or has_formula:
            marks.reach(self._row + self._rows, self._column - 1)
        if has_formula and not has_value:
            marks.unsaved.add(cell)
        elif text.startswith(("#", "Err:")) and not attributes.get("string-value") and has_formula:
            marks.errors[cell] = text if text.startswith("#") else UNKNOWN_ERROR
        if attributes.get("style-name") in self._struck:
            marks.struck.add(cell)
        down, right = _count(attributes, "rows", "spanned"), _count(attributes, "columns", "spanned")
        if marks.merged is not None and (down > 1 or right > 1):
            marks.merged.append(Area(cell[0], cell[1], cell[0] + down - 1, cell[1] + right - 1))


def _is_struck(properties: Element) -> bool:
    styles = [value for key, value in properties.items() if _name(key) == "text-line-through-style"]
    return bool(styles) and styles[0] != "none"


def _count(attributes: dict[str, str], what: str, how: str = "repeated") -> int:
    return int(attributes.get(f"number-{what}-{how}", "1"))
