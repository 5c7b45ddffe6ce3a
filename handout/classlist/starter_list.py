"""A class list to fill in, as CSV or as a workbook: the same bytes on every day."""

import io
from datetime import datetime

_ROWS = (
    ("Index", "Name", "Class", "Username"),
    ("1", "LIM HUI FEN", "3A", "lim_hui_fen@students.edu.sg"),
    ("2", "MUHAMMAD FAIZ BIN OSMAN", "3A", ""),
    ("3", "PRIYA D/O RAMAN", "3A", ""),
)
_MADE = datetime(2000, 1, 1)  # noqa: DTZ001 - a workbook has no time zone


def roster_template(ending: str) -> bytes:
    """A class list to fill in; `ending` is ".csv" or ".xlsx"."""
    if ending == ".csv":
        return "\ufeff".encode() + "".join(",".join(row) + "\r\n" for row in _ROWS).encode()
    return _workbook()


def _workbook() -> bytes:
    """A workbook with one worksheet, every cell a text."""
    from xlsxwriter import Workbook  # noqa: PLC0415 - nobody else waits for it

    saved = io.BytesIO()
    with Workbook(saved, {"in_memory": True, "strings_to_numbers": False}) as workbook:
        workbook.set_properties({"created": _MADE})
        text = workbook.add_format({"num_format": "@"})
        worksheet = workbook.add_worksheet()
        for column, texts in enumerate(zip(*_ROWS, strict=True)):
            worksheet.set_column(column, column, max(map(len, texts)) + 4, text)
            worksheet.write_column(0, column, texts, text)
    return saved.getvalue()
