"""The binary parts of an .xlsb workbook → marks of its worksheets; record names are those of [MS-XLSB]."""

import struct
from collections.abc import Iterator

from handout.spreadsheets.archives import Parts, elements
from handout.spreadsheets.grids import Area
from handout.spreadsheets.marks import ERRORS, MOST_RECORDS, UNKNOWN_ERROR, ExcessError, Marks, few

WORKBOOK = "xl/workbook.bin"

_ROW_HEADER, _COLUMN_INFO, _BUNDLE_SHEET, _MERGED = 0, 60, 156, 176
_CELLS = range(2, 12)  # BrtCellRk to BrtFmlaError
_ERROR_CELLS = {3, 11}
_NO_RELATION = 0xFFFFFFFF


def xlsb_marks(parts: Parts) -> list[Marks]:
    """The marks of each worksheet, in the order of the workbook. Raises what struct raises where it is damaged."""
    return [_marks(parts.get(name, b"")) for name in few(_worksheets(parts))]


def _records(part: bytes) -> Iterator[tuple[int, bytes]]:
    """The type and the content of each record; both the type and the length have seven bits to a byte."""
    place = count = 0
    while place < len(part):
        count += 1
        if count > MOST_RECORDS:
            raise ExcessError
        kind, place = _number(part, place, 2)
        length, place = _number(part, place, 4)
        yield kind, part[place : place + length]
        place += length


def _number(part: bytes, place: int, most: int) -> tuple[int, int]:
    """A number of at most that many bytes, and the place behind it."""
    number = 0
    for index in range(most):
        byte = part[place]
        place += 1
        number |= (byte & 0x7F) << 7 * index
        if byte < 0x80:
            break
    return number, place


def _worksheets(parts: Parts) -> Iterator[str]:
    relations = elements(parts["xl/_rels/workbook.bin.rels"])
    targets = {each.get("Id"): each.get("Target", "") for _, tag, each in relations if tag == "Relationship"}
    for kind, record in _records(parts[WORKBOOK]):
        if kind == _BUNDLE_SHEET:
            (length,) = struct.unpack_from("<I", record, 8)
            if length != _NO_RELATION:
                yield f"xl/{targets[record[12 : 12 + 2 * length].decode('utf-16-le')]}"


def _marks(part: bytes) -> Marks:
    marks = Marks(merged=[])
    row = 0
    for kind, record in _records(part):
        if kind == _ROW_HEADER:
            row = struct.unpack_from("<I", record)[0] + 1
            if record[11] & 0x10:
                marks.hidden_rows.add(row)
        elif kind in _CELLS:
            (column,) = struct.unpack_from("<I", record)
            marks.reach(row, column)
            if kind in _ERROR_CELLS:
                marks.errors[row, column] = ERRORS.get(record[8], UNKNOWN_ERROR)
        elif kind == _COLUMN_INFO:
            first, last, _, _, flags = struct.unpack_from("<IIIIH", record)
            if flags & 1:
                marks.hide_columns(first, last)
        elif kind == _MERGED and marks.merged is not None:
            top, bottom, left, right = struct.unpack_from("<IIII", record)
            marks.merged.append(Area(top + 1, left, bottom + 1, right))
    return marks
