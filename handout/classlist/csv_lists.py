"""CSV bytes → rows: the encodings and separators that spreadsheets write."""

import codecs
import csv
import io
from collections.abc import Iterator
from pathlib import Path

from handout.classlist.grids import Cells, Grid, Grids, limited, unreadable
from handout.classlist.headings import SAMPLE_ROWS, known_columns
from handout.errors import Flaw, Place, Problem

SEPARATORS = ",;\t"

_NOT_TEXT = "This is not a text file with a class list."
_SAVE_AS = "In Excel, choose Save As, then CSV UTF-8 or Excel Workbook."


def read_csv(path: Path, data: bytes) -> Grids:
    """Rows of a CSV file; the separator is the one that makes most headers known. Raises RosterError."""
    text, notes = _decode(path, data)
    separator = max(SEPARATORS, key=lambda mark: _known(text, mark))
    return Grids((Grid("", limited(path, _rows(path, text, separator))),), notes)


def _decode(path: Path, data: bytes) -> tuple[str, tuple[Problem, ...]]:
    for mark, encoding in (
        (codecs.BOM_UTF8, "utf-8-sig"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if data.startswith(mark):
            return _strict(path, data, encoding), ()
    if b"\0" in data:
        raise unreadable(path, _NOT_TEXT, _SAVE_AS)
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError:
        note = Problem(
            Place(path.name),
            Flaw("The file is in the old Windows encoding.", "Check names with accents; CSV UTF-8 is safer."),
        )
        return _strict(path, data, "cp1252"), (note,)


def _strict(path: Path, data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        raise unreadable(path, _NOT_TEXT, _SAVE_AS) from None


def _known(text: str, separator: str) -> int:
    """The most known headers in one of the first rows."""
    sample = io.StringIO(text, newline="")
    rows = csv.reader(sample, delimiter=separator)
    known = 0
    try:
        for _, row in zip(range(SAMPLE_ROWS), rows, strict=False):
            known = max(known, len(known_columns(tuple(row))))
    except csv.Error:
        pass
    return known


def _rows(path: Path, text: str, separator: str) -> Iterator[tuple[int, Cells]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    line = 1
    try:
        for row in reader:
            yield line, tuple(cell.strip() for cell in row)
            line = reader.line_num + 1
    except csv.Error:
        what = "A quotation mark begins or ends in the wrong place here."
        raise unreadable(
            path, what, 'Put names with a comma between two ", and double any " inside.', line
        ) from None
