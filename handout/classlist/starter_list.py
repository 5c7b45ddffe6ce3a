"""A class list to fill in, as CSV or as a workbook: the same bytes on every day."""

import io
import re
import zipfile
from collections.abc import Sequence
from typing import Any

from handout.classlist.grids import Cells

_ROWS = (
    ("Index", "Name", "Class", "Username"),
    ("1", "LIM HUI FEN", "3A", "lim_hui_fen@students.edu.sg"),
    ("2", "MUHAMMAD FAIZ BIN OSMAN", "3A", ""),
    ("3", "PRIYA D/O RAMAN", "3A", ""),
)


def roster_template(ending: str) -> bytes:
    """A class list to fill in; `ending` is ".csv" or ".xlsx"."""
    if ending == ".csv":
        return "\ufeff".encode() + "".join(",".join(row) + "\r\n" for row in _ROWS).encode()
    return _workbook(_ROWS)


def _workbook(rows: Sequence[Cells]) -> bytes:
    """A workbook with one worksheet, every cell a text."""
    from openpyxl import Workbook  # noqa: PLC0415 - 0.1 s that nobody else waits for

    workbook = Workbook()
    worksheet: Any = workbook.active
    for row in rows:
        worksheet.append(row)
    for column in worksheet.columns:
        width = max(len(cell.value) for cell in column)
        worksheet.column_dimensions[column[0].column_letter].width = width + 4
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
