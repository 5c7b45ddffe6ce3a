"""A class list to fill in, as CSV or as a workbook: the same bytes on every day."""

import io
from collections.abc import Mapping, Sequence
from datetime import datetime
from itertools import zip_longest

from handout.spreadsheets import Cells

_ROWS = (
    ("Index", "Name", "Class", "Username"),
    ("1", "LIM HUI FEN", "3A", "lim_hui_fen@students.edu.sg"),
    ("2", "MUHAMMAD FAIZ BIN OSMAN", "3A", ""),
    ("3", "PRIYA D/O RAMAN", "3A", ""),
)
_MADE = datetime(2000, 1, 1)  # noqa: DTZ001 - a workbook has no time zone
_WIDEST = 60  # letters of a column


def roster_template(ending: str) -> bytes:
    """A class list to fill in; `ending` is ".csv" or ".xlsx"."""
    if ending == ".csv":
        return "\ufeff".encode() + "".join(",".join(row) + "\r\n" for row in _ROWS).encode()
    return write_workbook({"Sheet1": _ROWS})


def write_workbook(worksheets: Mapping[str, Sequence[Cells]]) -> bytes:
    """A workbook of these worksheets. Every cell is a text: nothing in it is ever a formula or a link."""
    from xlsxwriter import Workbook  # noqa: PLC0415 - nobody else waits for it

    saved = io.BytesIO()
    with Workbook(saved, {"in_memory": True}) as workbook:
        workbook.set_properties({"created": _MADE})
        text = workbook.add_format({"num_format": "@"})
        for name, rows in worksheets.items():
            worksheet = workbook.add_worksheet(name)
            for column, texts in enumerate(zip_longest(*rows, fillvalue="")):
                worksheet.set_column(column, column, min(max(map(len, texts)), _WIDEST) + 4, text)
                for row, value in enumerate(texts):
                    worksheet.write_string(row, column, value)
    return saved.getvalue()
