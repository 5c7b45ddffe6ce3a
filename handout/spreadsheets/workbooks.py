"""Workbooks of every kind → the rows of each visible worksheet: values by calamine, what it leaves out by marks."""

import io
import os
import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from math import isfinite
from pathlib import Path
from typing import Any

from handout.errors import Flaw, Place, Problem, RosterError
from handout.spreadsheets.archives import excessive, locked, packed, read_parts
from handout.spreadsheets.compound import CompoundFile, compound_file
from handout.spreadsheets.grids import (
    MOST_COLUMNS,
    Area,
    CellPlace,
    Cells,
    Grid,
    Grids,
    kept_rows,
    unreadable,
)
from handout.spreadsheets.marks import FARTHEST_ROW, MOST_AREAS, ExcessError, Marks, reference_of
from handout.spreadsheets.ods_marks import CONTENT, ods_marks
from handout.spreadsheets.ods_texts import without_shapes
from handout.spreadsheets.xls_marks import is_locked, xls_marks
from handout.spreadsheets.xlsb_marks import WORKBOOK as XLSB
from handout.spreadsheets.xlsb_marks import xlsb_marks
from handout.spreadsheets.xlsx_marks import WORKBOOK as XLSX
from handout.spreadsheets.xlsx_marks import xlsx_marks

_MOST_CELLS = 8_000_000  # calamine makes room for each up to the farthest, about 30 bytes
_SAVE_AS = "Open it in Excel and choose Save As, then Excel Workbook (.xlsx)."
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")  # the stream of a locked .xlsx
_STREAMS = ("Workbook", "Book", "WORKBOOK", "BOOK")
_MUTE = threading.Lock()


def read_workbook(path: Path, data: bytes) -> Grids:
    """Rows of the visible worksheets, merged cells filled in. Raises RosterError."""
    try:
        readable, marks = _unpacked(path, data)
        with _muted():
            return _read(path, readable, marks)
    except RosterError:
        raise
    except ExcessError:
        raise excessive(path) from None
    except (
        BaseException
    ) as error:  # a damaged workbook raises nearly anything; where calamine panics, no Exception
        if isinstance(error, Exception) or type(error).__name__ == "PanicException":
            raise unreadable(path, "This workbook is damaged and cannot be read.", _SAVE_AS) from None
        raise


def _unpacked(path: Path, data: bytes) -> tuple[bytes, list[Marks]]:
    """What calamine may read of a workbook, and the marks of each worksheet. Raises RosterError."""
    if data.startswith(b"PK"):
        parts = read_parts(path, data)
        if CONTENT in parts:
            parts[CONTENT] = without_shapes(parts[CONTENT])
        for name, marks_of in ((XLSX, xlsx_marks), (XLSB, xlsb_marks), (CONTENT, ods_marks)):
            if name in parts:
                if b"encryption-data" in parts.get("META-INF/manifest.xml", b""):
                    raise locked(path)
                return packed(parts), marks_of(parts)
        raise _no_workbook(path)
    if _ENCRYPTED in data:
        raise locked(path)
    compound = CompoundFile(data)
    for name in _STREAMS:
        if name in compound:
            stream = compound.stream(name)
            if is_locked(stream):
                raise locked(path)
            return compound_file(name, stream), xls_marks(stream)
    raise _no_workbook(path)


def _no_workbook(path: Path) -> RosterError:
    return unreadable(
        path, "This is not an Excel workbook.", "Give the class list, an Excel workbook or a CSV file."
    )


@contextmanager
def _muted() -> Iterator[None]:
    """Send nothing to the screen: where calamine panics, it writes lines of its own past Python."""
    with _MUTE:
        try:
            screen = os.dup(2)
        except OSError:  # there is none
            yield
            return
        nowhere = os.open(os.devnull, os.O_WRONLY)
        try:
            os.dup2(nowhere, 2)
            yield
        finally:
            os.dup2(screen, 2)
            os.close(screen)
            os.close(nowhere)


def _read(path: Path, data: bytes, all_marks: Sequence[Marks]) -> Grids:
    from python_calamine import SheetTypeEnum, SheetVisibleEnum, load_workbook  # noqa: PLC0415 - see list_files

    workbook = load_workbook(io.BytesIO(data))
    tables, notes = [], []
    for index, (about, marks) in enumerate(zip(workbook.sheets_metadata, all_marks, strict=True)):
        if about.typ != SheetTypeEnum.WorkSheet:
            continue
        name = about.name or f"Sheet{index + 1}"
        if about.visible != SheetVisibleEnum.Visible:
            what = "This worksheet is hidden and was not read."
            notes.append(Problem(Place(path.name, worksheet=name), Flaw(what)))
            continue
        _refuse_far(path, name, marks)
        tables.append(_grid(path, name, workbook.get_sheet_by_index(index), marks))
    return Grids(tuple(tables), tuple(notes))


def _refuse_far(path: Path, worksheet: str, marks: Marks) -> None:
    rows, columns = marks.farthest
    if rows > FARTHEST_ROW or rows * (columns + 1) > _MOST_CELLS:
        where = f"as far as {reference_of(marks.farthest)}"
        what = f"This worksheet reaches {where}, beyond any class list."
        raise unreadable(path, what, "Copy the class list alone into a new workbook.", worksheet=worksheet)


def _grid(path: Path, name: str, sheet: Any, marks: Marks) -> Grid:
    merged = sheet.merged_cell_ranges or [] if marks.merged is None else marks.merged
    if len(merged) > MOST_AREAS:
        raise excessive(path)
    areas = tuple(
        area if isinstance(area, Area) else Area(area[0][0] + 1, area[0][1], area[1][0] + 1, area[1][1])
        for area in merged
    )
    repeated: set[CellPlace] = set()
    rows = _merged(_values(sheet, marks), areas, repeated)
    kept = kept_rows(path, rows, name, {row for row, _ in marks.unsaved})
    return Grid(
        name,
        kept,
        frozenset(marks.hidden_rows & {number for number, _ in kept}),
        frozenset(marks.hidden_columns),
        frozenset(marks.struck),
        frozenset(marks.unsaved),
        areas,
        frozenset(repeated),
        partly_struck=frozenset(marks.partly_struck),
    )


def _values(sheet: Any, marks: Marks) -> Iterator[tuple[int, list[str]]]:
    """The rows with their numbers, from the first on; those of formulas without a saved value too."""
    rows = sheet.to_python(skip_empty_area=False)
    last = max((row for row, _ in marks.unsaved), default=0)
    rows += [[]] * (last - len(rows))
    errors: dict[int, list[tuple[int, str]]] = {}
    for (number, column), text in marks.errors.items():
        errors.setdefault(number, []).append((column, text))
    for number, values in enumerate(rows, 1):
        cells = [
            value.strip() if type(value) is str else _text(value) for value in values[: MOST_COLUMNS + 1]
        ]
        for column, text in errors.get(number, ()):
            if column < len(cells):
                cells[column] = text
        yield number, cells


def _merged(
    rows: Iterable[tuple[int, list[str]]], areas: Sequence[Area], repeated: set[CellPlace]
) -> Iterator[tuple[int, Cells]]:
    """The rows up to their last text; that of a cell merged downwards holds for all its rows.

    The cells that have it from a row above are added to `repeated`.
    """
    down = {(area.top, area.left): area.bottom for area in areas if area.top < area.bottom}
    columns = sorted({column for _, column in down if column <= MOST_COLUMNS})
    held: dict[int, tuple[str, int]] = {}
    for number, cells in rows:
        for column in columns:
            if (number, column) in down:
                held[column] = "".join(cells[column : column + 1]), down[number, column]
            elif column in held and number <= held[column][1] and held[column][0]:
                cells.extend([""] * (column + 1 - len(cells)))
                cells[column] = held[column][0]
                repeated.add((number, column))
        while cells and not cells[-1]:
            cells.pop()
        yield number, tuple(cells)


def _text(value: object) -> str:
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float):
        if not isfinite(value):
            return "#NUM!"
        return str(int(value)) if value.is_integer() else str(value)
    if isinstance(value, datetime):
        value = value.date()
    return value.isoformat() if isinstance(value, date) else str(value)
