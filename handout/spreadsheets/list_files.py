"""The file of a class list → `Grids`: read by what it is, whatever its name ends with."""

import re
from pathlib import Path

from handout.spreadsheets.grids import Grids, unreadable
from handout.spreadsheets.text_lists import read_text_list

MOST_BYTES = 10_000_000

_PACKED = (b"PK\3\4", b"PK\5\6", b"\xd0\xcf\x11\xe0")  # zip, an empty zip, the compound file of old Excel
_SAVE_AS = "Open it in Excel and choose Save As, then Excel Workbook (.xlsx)."
_WORKBOOK_ENDINGS = {".xlsx", ".xlsm", ".xls", ".xlsb", ".ods"}
_MARKUP = re.compile(rb"(?:\xef\xbb\xbf)*\s*<(?:[a-z!?])", re.IGNORECASE)
# What other files begin with, and what to say of them.
_FOREIGN = (
    (b"%PDF", "This is a PDF.", "Give the Excel list it was made from."),
    (b"{\\rtf", "This is a Word document (RTF).", "Copy its table into Excel and save it as .xlsx."),
    (b"MIME-Version:", "This is a web page.", _SAVE_AS),
    (b"\x89PNG", "This is a picture.", "Give the Excel list it shows."),
    (b"\xff\xd8\xff", "This is a picture.", "Give the Excel list it shows."),
    (b"\x09\x00\x04\x00", "This is a workbook of a very old Excel.", _SAVE_AS),
    (b"\x09\x02\x06\x00", "This is a workbook of a very old Excel.", _SAVE_AS),
    (b"\x09\x04\x06\x00", "This is a workbook of a very old Excel.", _SAVE_AS),
)


def read_grids(path: Path, data: bytes | None = None) -> Grids:
    """The tables of a class list, from its file or from the bytes in `data`.

    Raises RosterError where it cannot be read as a class list.
    """
    data = _read_file(path) if data is None else data
    _require_content(path, data)
    if data.startswith(_PACKED):
        from handout.spreadsheets.workbooks import read_workbook  # noqa: PLC0415 - a text list does not wait for it

        return read_workbook(path, data)
    _refuse_foreign(path, data)
    if (
        path.suffix.lower() in _WORKBOOK_ENDINGS
        and b"\0" in data
        and not data.startswith((b"\xff\xfe", b"\xfe\xff"))
    ):
        raise unreadable(path, "This is not an Excel workbook, or it is damaged.", _SAVE_AS)
    return read_text_list(path, data)


def _read_file(path: Path) -> bytes:
    """The bytes of a class list, as far as one may be long. Raises RosterError for what is no file."""
    try:
        if path.is_dir():
            raise unreadable(path, "This is a folder.", "Give the class list in it, a .xlsx or .csv file.")
        with path.open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except FileNotFoundError:
        raise unreadable(path, "There is no such file.", "Check its name and folder.") from None
    except (OSError, ValueError) as error:  # ValueError: a name no file can have
        what = f"This file cannot be read: {getattr(error, 'strerror', None) or 'its name has odd letters'}."
        raise unreadable(path, what, "Close it in other programs and try again.") from None


def _require_content(path: Path, data: bytes) -> None:
    """Raises RosterError where there is nothing to read, or far too much."""
    if not data.strip():
        raise unreadable(path, "This file is empty.", "Save the class list again.")
    if len(data) > MOST_BYTES:
        what = f"This file is larger than {MOST_BYTES // 1_000_000} MB."
        raise unreadable(path, what, "Save the class list alone in a new workbook.")


def _refuse_foreign(path: Path, data: bytes) -> None:
    for beginning, what, remedy in _FOREIGN:
        if data.startswith(beginning):
            raise unreadable(path, what, remedy)
    if _MARKUP.match(data):
        is_xml = (
            data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<?xml") and b"<html" not in data[:1000].lower()
        )
        raise unreadable(path, "This is an XML file." if is_xml else "This is a web page.", _SAVE_AS)
