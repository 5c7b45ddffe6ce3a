"""The stream of an .xls workbook → marks of its worksheets; record names are those of [MS-XLS]."""

import struct
from collections.abc import Iterable, Iterator

from handout.spreadsheets.marks import ERRORS, MOST_RECORDS, UNKNOWN_ERROR, ExcessError, Marks, few

_BEGIN, _END, _BOUND_SHEET, _FORMULA, _BOOL_ERROR = 0x809, 0x0A, 0x85, 0x06, 0x205
_ROW, _COLUMN_INFO, _MANY_NUMBERS, _DIMENSIONS, _FILE_PASS = 0x208, 0x7D, 0xBD, 0x200, 0x2F
_CELLS = {_FORMULA, _BOOL_ERROR, _MANY_NUMBERS, 0x203, 0x204, 0x27E, 0xFD, 0xD6}
_MOST_ROWS, _MOST_COLUMNS = 65_536, 256


def is_locked(stream: bytes) -> bool:
    return any(kind == _FILE_PASS for kind, _ in _records(stream, 0, iter(range(MOST_RECORDS))))


def xls_marks(stream: bytes) -> list[Marks]:
    """The marks of each worksheet, in the order of the workbook. Raises what struct raises where it is damaged."""
    budget = iter(range(MOST_RECORDS))
    places = [
        struct.unpack_from("<I", record)[0]
        for kind, record in _records(stream, 0, budget)
        if kind == _BOUND_SHEET
    ]
    return [_marks(_records(stream, place, budget)) for place in few(places)]


def _records(stream: bytes, place: int, budget: Iterator[int]) -> Iterator[tuple[int, bytes]]:
    """The records from `place` on to the end of its part; those of charts inside it are left out.

    Worksheets may overlap in a damaged file: `budget` is for all of them. Raises ExcessError where it is spent.
    """
    depth = 0
    while place + 4 <= len(stream):
        if next(budget, None) is None:
            raise ExcessError
        kind, length = struct.unpack_from("<HH", stream, place)
        depth += (kind == _BEGIN) - (kind == _END)
        if kind == _END and depth <= 0:
            return
        if depth <= 1:
            yield kind, stream[place + 4 : place + 4 + length]
        place += 4 + length


def _marks(records: Iterable[tuple[int, bytes]]) -> Marks:
    marks = Marks()
    for kind, record in records:
        if kind == _ROW:
            if struct.unpack_from("<H", record, 12)[0] & 0x20:
                marks.hidden_rows.add(struct.unpack_from("<H", record)[0] + 1)
        elif kind == _COLUMN_INFO:
            first, last, _, _, flags = struct.unpack_from("<5H", record)
            if flags & 1:
                marks.hide_columns(first, last)
        elif kind == _DIMENSIONS:
            _check_size(record)
        elif kind in _CELLS:
            _mark_cell(marks, kind, record)
    return marks


def _check_size(record: bytes) -> None:
    """Calamine makes room for the size that a worksheet claims."""
    top, bottom, left, right = struct.unpack_from("<IIHH" if len(record) >= 14 else "<4H", record)
    if not (top <= bottom <= _MOST_ROWS and left <= right <= _MOST_COLUMNS):
        raise ValueError("a size that no worksheet has")


def _mark_cell(marks: Marks, kind: int, record: bytes) -> None:
    row, column = struct.unpack_from("<HH", record)
    last = struct.unpack_from("<H", record, len(record) - 2)[0] if kind == _MANY_NUMBERS else column
    marks.reach(row + 1, max(column, last))
    if kind == _BOOL_ERROR and record[7]:
        marks.errors[row + 1, column] = ERRORS.get(record[6], UNKNOWN_ERROR)
    elif kind == _FORMULA and record[12:14] == b"\xff\xff" and record[6] == 2:
        marks.errors[row + 1, column] = ERRORS.get(record[8], UNKNOWN_ERROR)
