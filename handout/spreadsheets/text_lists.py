"""CSV, TSV and other text → a grid: the encodings, separators and quotation marks that spreadsheets write."""

import csv
import io
import re
from collections.abc import Iterator
from contextlib import suppress
from itertools import islice
from pathlib import Path

from handout.spreadsheets.encodings import decode
from handout.spreadsheets.grids import MOST_ROWS, Cells, Grid, Grids, kept_rows, unreadable

SEPARATORS = ",;\t|"
_SAMPLE_ROWS = 60
_FARTHEST_ROW = 2 * MOST_ROWS  # empty ones counted

_SEP_LINE = re.compile(r'"?sep=([^"\r\n])"?[ ]*(?:\r\n|\r|\n)', re.IGNORECASE)
_AS_TEXT = re.compile(r'="([^"]*)"')  # how exports keep the zero of 01 from Excel
_END = "\x1a"  # Ctrl-Z, the end mark of old programs
_GAP = re.compile(r"\S {2,}\S")


def read_text_list(path: Path, data: bytes) -> Grids:
    """The one table of a text file. Raises RosterError."""
    text, notes = decode(path, data)
    text = text.rstrip(f"{_END}\r\n")
    named = _SEP_LINE.match(text)
    if named:
        text = text[named.end() :]
    separator = named[1] if named else _separator(text)
    _refuse_lined_up(path, text, separator)
    return Grids((Grid("", kept_rows(path, _rows(path, text, separator))),), notes)


def _records(text: str, separator: str) -> Iterator[list[str]]:
    """The records as Excel reads them: a quotation mark counts at the beginning of a field, or after a space."""
    source = io.StringIO(text, newline="")
    return csv.reader(source, delimiter=separator, skipinitialspace=separator != " ")


def _separator(text: str) -> str:
    """The separator that splits most of the first rows, into the same number of fields."""
    return max(SEPARATORS, key=lambda mark: _regularity(text, mark))


def _regularity(text: str, separator: str) -> tuple[int, int, int]:
    """How many rows a separator splits, how many of them into the usual number of fields, and that number."""
    widths: list[int] = []
    with suppress(csv.Error):
        widths.extend(len(row) for row in islice(_records(text, separator), _SAMPLE_ROWS) if len(row) > 1)
    usual = max(set(widths), key=lambda width: (widths.count(width), width), default=0)
    return len(widths), widths.count(usual), usual


def _refuse_lined_up(path: Path, text: str, separator: str) -> None:
    """Columns made with spaces alone: which words belong together can only be guessed."""
    lines = [line for line in text[:10_000].splitlines() if line.strip()]
    gaps = sum(bool(_GAP.search(line)) for line in lines)
    if gaps > len(lines) / 2 and all(separator not in line for line in lines):
        what = "The columns of this file are only lined up with spaces."
        raise unreadable(path, what, "Save the list as CSV or as an Excel workbook.")


def _rows(path: Path, text: str, separator: str) -> Iterator[tuple[int, Cells]]:
    """The rows with their numbers. An end mark shows whether a quotation mark was left open."""
    number = 0
    fields: list[str] = []
    try:
        for number, fields in enumerate(_records(f"{text}\n{_END}", separator), 1):
            if fields == [_END]:
                return
            if fields and fields[-1].endswith(_END):
                break
            if number > _FARTHEST_ROW:
                what = f"This list reaches beyond row {_FARTHEST_ROW:,}."
                raise unreadable(path, what, "Save the class list alone in a new file.")
            yield number, tuple(map(_text, fields))
    except csv.Error:
        number += 1
    what = "A quotation mark that opens in this row is never closed, or a cell is far too long."
    remedy = 'Look for a " without its partner. Put a name with a comma in it between two ".'
    raise unreadable(path, what, remedy, number)


def _text(field: str) -> str:
    text = field.strip()
    as_text = _AS_TEXT.fullmatch(text)
    return as_text[1].strip() if as_text else text
