"""XLSX bytes → rows of every visible sheet, guarded against what is no workbook or far too large."""

import io
import re
import warnings
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from handout.errors import Problem, RosterError
from handout.grids import MOST_COLUMNS, MOST_ROWS, Cells, Grid, Grids, limited, unreadable

MOST_UNPACKED = 100_000_000
_OLD_EXCEL = b"\xd0\xcf\x11\xe0"
_LOCKED = "EncryptedPackage".encode("utf-16-le")


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
            unpacked = sum(entry.file_size for entry in archive.infolist())
            names = archive.namelist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
        raise unreadable(path, "This is not an Excel workbook.", again) from None
    if "xl/workbook.xml" not in names:
        raise unreadable(path, "This is not an Excel workbook.", again)
    if unpacked > MOST_UNPACKED:
        what = f"This workbook unpacks to more than {MOST_UNPACKED // 1_000_000} MB."
        raise unreadable(path, what, "Save the class list alone in a new workbook.")


def _read(path: Path, data: bytes) -> Grids:
    from openpyxl import load_workbook  # noqa: PLC0415 - 0.14 s that a CSV list does not wait for

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # openpyxl's remarks on styles and extensions are nothing to a reader
        values = load_workbook(io.BytesIO(data), data_only=True)
        formulas = load_workbook(io.BytesIO(data)) if _has_formulas(data) else None
    tables, notes, unsaved = [], [], set()
    for sheet in values.worksheets:
        if sheet.sheet_state != "visible":
            notes.append(
                Problem(path.name, None, "This sheet is hidden and was not read.", sheet=sheet.title)
            )
            continue
        if sheet.max_row > MOST_ROWS * 2 or sheet.max_column > MOST_COLUMNS * 2:
            _refuse_far_cells(path, sheet)
        tables.append(Grid(sheet.title, limited(path, _rows(sheet))))
        if formulas:
            unsaved |= _unsaved(sheet, formulas[sheet.title])
    return Grids(tuple(tables), tuple(notes), frozenset(unsaved))


def _refuse_far_cells(path: Path, sheet: Any) -> None:
    raise RosterError(
        Problem(
            path.name,
            None,
            f"This sheet reaches beyond {MOST_ROWS:,} rows or {MOST_COLUMNS} columns.",
            "Copy the class list alone into a new workbook.",
            sheet=sheet.title,
        )
    )


def _has_formulas(data: bytes) -> bool:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        sheets = [name for name in archive.namelist() if name.startswith("xl/worksheets/")]
        return any(b"<f>" in content or b"<f " in content for content in map(archive.read, sheets))


def _rows(sheet: Any) -> Iterator[tuple[int, Cells]]:
    merged = {
        (row, column): sheet.cell(area.min_row, area.min_col).value
        for area in sheet.merged_cells.ranges
        if area.size["rows"] > 1 and area.size["columns"] == 1  # down a column; a title spreads to the right
        for row in range(area.min_row + 1, area.max_row + 1)
        for column in range(area.min_col, area.max_col + 1)
    }
    for number, row in enumerate(sheet.iter_rows(values_only=True), 1):
        yield (
            number,
            tuple(
                _text(merged.get((number, column), value) if merged else value)
                for column, value in enumerate(row, 1)
            ),
        )


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()


def _unsaved(values: Any, formulas: Any) -> set[tuple[str, int, int]]:
    """Formulas that were never calculated: their value was not saved."""
    return {
        (values.title, cell.row, cell.column - 1)
        for row in formulas.iter_rows()
        for cell in row
        if cell.data_type == "f" and values.cell(cell.row, cell.column).value is None
    }


def write_workbook(rows: Sequence[Cells]) -> bytes:
    """A workbook with one sheet, every cell a text; the same bytes on every day."""
    from openpyxl import Workbook  # noqa: PLC0415 - as above

    workbook = Workbook()
    sheet: Any = workbook.active
    for row in rows:
        sheet.append(row)
    for column in sheet.columns:
        width = max(len(cell.value) for cell in column)
        sheet.column_dimensions[column[0].column_letter].width = width + 4
        for cell in column:
            cell.number_format = "@"
    saved = io.BytesIO()
    workbook.save(saved)
    return _undated(saved)


def _undated(saved: io.BytesIO) -> bytes:
    """The workbook without the moment it was made."""
    out = io.BytesIO()
    with zipfile.ZipFile(saved) as archive, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as undated:
        for name in archive.namelist():
            content = re.sub(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", b"2000-01-01T00:00:00Z", archive.read(name))
            undated.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()
