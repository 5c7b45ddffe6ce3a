"""XLSX bytes → rows of every visible sheet, guarded against what is no workbook or far too large."""

import io
import re
import warnings
import zipfile
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from handout.classlist.grids import MOST_COLUMNS, MOST_ROWS, Area, Cells, Grid, Grids, kept_rows, unreadable
from handout.errors import Flaw, Place, Problem, RosterError

MOST_UNPACKED = 100_000_000
# Every tag costs time and memory to read, one that is no cell ten times as much.
MOST_TAGS = 2_000_000  # 20,000 rows of ten columns have 1.6 million
MOST_OTHER_TAGS = 200_000
_OLD_EXCEL = b"\xd0\xcf\x11\xe0"
_FARTHEST_ROW = 2 * MOST_ROWS  # gaps between the rows counted
_LOCKED = "EncryptedPackage".encode("utf-16-le")

_CELL_TAG = re.compile(rb"</?(?:\w+:)?(?:c|f|is|r|row|si|t|v)[\s/>]")
_AREA = re.compile(r"([A-Z]{1,3})([0-9]{1,7}):([A-Z]{1,3})([0-9]{1,7})")
_MARK = re.compile(rb"mergeCell\b|<(?:\w+:)?f[\s>/]")

Cell = tuple[int, int]  # row, counted from 1, and column, counted from 0 as in Cells


def read_workbook(path: Path, data: bytes) -> Grids:
    """Rows of the visible sheets, merged cells filled in. Raises RosterError."""
    _refuse_foreign(path, data)
    try:
        return _read(path, data)
    except RosterError:
        raise
    except Exception:  # noqa: BLE001 - openpyxl raises nearly anything on a damaged workbook
        what = "This workbook is damaged and cannot be read."
        raise unreadable(path, what, "Open it in Excel and save it again as .xlsx.") from None


def _refuse_foreign(path: Path, data: bytes) -> None:
    again = "In Excel, choose Save As, then Excel Workbook (.xlsx)."
    if data.startswith(_OLD_EXCEL):
        if _LOCKED in data:
            raise unreadable(path, "This workbook is locked with a password.", "Save it without one.")
        raise unreadable(path, "This is a workbook of an old Excel.", again)
    if data.startswith(b"%PDF"):
        raise unreadable(path, "This is a PDF with another ending.", "Give the Excel list it was made from.")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
        raise unreadable(path, "This is not an Excel workbook.", again) from None
    if all(entry.filename != "xl/workbook.xml" for entry in entries):
        raise unreadable(path, "This is not an Excel workbook.", again)
    if sum(entry.file_size for entry in entries) > MOST_UNPACKED:
        what = f"This workbook unpacks to more than {MOST_UNPACKED // 1_000_000} MB."
        raise unreadable(path, what, "Save the class list alone in a new workbook.")


def _read(path: Path, data: bytes) -> Grids:
    from openpyxl import load_workbook  # noqa: PLC0415 - 0.14 s that a CSV list does not wait for

    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        _refuse_excess(path, archive)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # openpyxl's remarks on styles and extensions are nothing to a reader
        # Read-only: a whole workbook would make every cell of a merged or linked area, 17,000 million at most.
        workbook = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    tables, notes = [], []
    for sheet in workbook.worksheets:
        if sheet.sheet_state != "visible":
            notes.append(
                Problem(
                    Place(path.name, worksheet=sheet.title), Flaw("This sheet is hidden and was not read.")
                )
            )
            continue
        merged, never_saved = _marks(sheet)
        repeated: set[Cell] = set()
        rows = kept_rows(
            path, _rows(path, sheet, merged, repeated), sheet.title, {row for row, _ in never_saved}
        )
        unsaved = frozenset(never_saved)
        tables.append(
            Grid(sheet.title, rows, unsaved=unsaved, merged=tuple(merged), repeated=frozenset(repeated))
        )
    return Grids(tuple(tables), tuple(notes))


def _refuse_excess(path: Path, archive: zipfile.ZipFile) -> None:
    tags = others = 0
    for name in archive.namelist():
        part = archive.read(name)
        count = part.count(b"<")
        tags += count
        if tags <= MOST_TAGS:
            others += count - len(_CELL_TAG.findall(part))
        if tags > MOST_TAGS or others > MOST_OTHER_TAGS:
            what = "This workbook holds far more than a class list."
            raise unreadable(path, what, "Save the class list alone in a new workbook.")


def _marks(sheet: Any) -> tuple[list[Area], set[Cell]]:
    """What the values do not tell: merged areas and formulas never calculated.

    A formula whose saved value is an empty text is calculated.
    """
    from openpyxl.utils.cell import column_index_from_string, coordinate_to_tuple  # noqa: PLC0415 - as above
    from openpyxl.xml.functions import iterparse  # noqa: PLC0415

    with sheet._get_source() as source:  # noqa: SLF001 - the one way to a sheet's own XML
        content = source.read()
    merged: list[Area] = []
    never_saved: set[Cell] = set()
    if not _MARK.search(content):
        return merged, never_saved
    for _, element in iterparse(io.BytesIO(content)):
        namespace, _, tag = element.tag.rpartition("}")
        if tag == "mergeCell":
            area = _AREA.fullmatch(element.get("ref", ""))
            if area:
                left, right = (column_index_from_string(letters) - 1 for letters in (area[1], area[3]))
                merged.append(Area(int(area[2]), left, int(area[4]), right))
        elif tag == "c" and element.find(f"{namespace}}}f") is not None:
            if element.get("t") != "str" and not element.findtext(f"{namespace}}}v"):
                row, column = coordinate_to_tuple(element.get("r"))
                never_saved.add((row, column - 1))
        elif tag == "row":
            element.clear()
    return merged, never_saved


def _rows(path: Path, sheet: Any, merged: Sequence[Area], repeated: set[Cell]) -> Iterator[tuple[int, Cells]]:
    """The rows with their numbers; the text of a cell merged downwards holds for all its rows.

    The cells that have it from a row above are added to `repeated`.
    """
    sheet.reset_dimensions()  # what a file says of its size may be wrong
    held: dict[int, tuple[str, int]] = {}
    down = {(area.top, area.left): area.bottom for area in merged if area.top < area.bottom}
    columns = {column for _, column in down if column <= MOST_COLUMNS}
    for number, values in enumerate(sheet.iter_rows(max_col=MOST_COLUMNS + 1, values_only=True), 1):
        if number > _FARTHEST_ROW:
            what = f"This sheet reaches beyond row {_FARTHEST_ROW:,}."
            remedy = "Copy the class list alone into a new workbook."
            raise RosterError(Problem(Place(path.name, worksheet=sheet.title), Flaw(what, remedy)))
        if values.count(None) == len(values):
            yield number, ()
            continue
        cells = list(map(_text, values))
        for column in columns:
            if (number, column) in down:
                held[column] = cells[column], down[number, column]
            elif column in held and number <= held[column][1]:
                cells[column] = held[column][0]
                repeated.add((number, column))
        width = max((column for column, cell in enumerate(cells, 1) if cell), default=0)
        yield number, tuple(cells[:width])


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime):
        return value.date().isoformat()
    return str(value)
