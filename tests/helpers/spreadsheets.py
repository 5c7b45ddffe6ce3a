"""One table as a workbook of each kind, written byte by byte where no library writes it."""

import io
import struct
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple
from xml.sax.saxutils import quoteattr

from xlsxwriter import Workbook

from handout.spreadsheets.compound import compound_file

KINDS = ["xlsx", "xlsm", "xlsb", "xls", "ods"]
ERRORS = {"#REF!": 0x17, "#N/A": 0x2A}

Value = str | int | None
Rows = Sequence[Sequence[Value]]
Area = tuple[int, int, int, int]  # first row, first column, last row, last column, all from 0


class _Look(NamedTuple):
    hidden_row: int
    hidden_column: int
    hidden_sheet: str
    merged: Sequence[Area]


def spreadsheet(
    folder: Path,
    kind: str,
    sheets: Mapping[str, Rows],
    *,
    hidden_row: int = -1,
    hidden_column: int = -1,
    hidden_sheet: str = "",
    merged: Sequence[Area] = (),
) -> Path:
    """Rows and columns are counted from 0; merged areas lie in the first worksheet."""
    path = folder / f"list.{kind}"
    make = {"xlsb": _xlsb, "xls": _xls, "ods": _ods}.get(kind, _xlsx)
    path.write_bytes(make(sheets, _Look(hidden_row, hidden_column, hidden_sheet, merged)))
    return path


def parts_of(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def _xlsx(sheets: Mapping[str, Rows], look: _Look) -> bytes:
    out = io.BytesIO()
    with Workbook(out) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for row, values in enumerate(rows):
                for column, value in enumerate(values):
                    if value in ERRORS:
                        sheet.write_formula(row, column, "=NA()", None, value)
                    else:
                        sheet.write(row, column, value)
            for area in look.merged if sheet.index == 0 else ():
                sheet.merge_range(*area, rows[area[0]][area[1]])
            if look.hidden_row >= 0:
                sheet.set_row(look.hidden_row, options={"hidden": True})
            if look.hidden_column >= 0:
                sheet.set_column(look.hidden_column, look.hidden_column, options={"hidden": True})
            if name == look.hidden_sheet:
                sheet.hide()
    return out.getvalue()


def _ods(sheets: Mapping[str, Rows], look: _Look) -> bytes:
    def cell(value: Value, place: tuple[int, int]) -> str:
        spans = [area for area in areas if area[:2] == place]
        span = "".join(
            f' table:number-rows-spanned="{down - top + 1}" table:number-columns-spanned="{right - left + 1}"'
            for top, left, down, right in spans
        )
        if value is None:
            return "<table:table-cell/>"
        if value in ERRORS:
            return (
                f'<table:table-cell{span} table:formula="of:=NA()" office:value-type="string" '
                f'office:string-value=""><text:p>{value}</text:p></table:table-cell>'
            )
        kind = (
            'office:value-type="string"'
            if isinstance(value, str)
            else f'office:value-type="float" office:value="{value}"'
        )
        return f"<table:table-cell{span} {kind}><text:p>{value}</text:p></table:table-cell>"

    tables = ""
    for name, rows in sheets.items():
        areas = look.merged if not tables else ()
        style = "hidden" if name == look.hidden_sheet else "shown"
        tables += f"<table:table table:name={quoteattr(name)} table:style-name='{style}'>"
        tables += f"<table:table-column table:number-columns-repeated='{max(look.hidden_column, 1)}'/>"
        tables += "<table:table-column table:visibility='collapse'/>" if look.hidden_column >= 0 else ""
        for number, values in enumerate(rows):
            hidden = " table:visibility='filter'" if number == look.hidden_row else ""
            cells = "".join(cell(value, (number, column)) for column, value in enumerate(values))
            tables += f"<table:table-row{hidden}>{cells}</table:table-row>"
        tables += (
            "<table:table-row table:number-rows-repeated='1048000'><table:table-cell/></table:table-row>"
        )
        tables += "</table:table>"
    spaces = "".join(
        f' xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "table", "text", "style")
    )
    styles = "".join(
        f'<style:style style:name="{name}" style:family="table"><style:table-properties '
        f'table:display="{display}"/></style:style>'
        for name, display in (("shown", "true"), ("hidden", "false"))
    )
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "META-INF/manifest.xml": "<manifest/>",
            "content.xml": f"<office:document-content{spaces}>{styles}<office:body><office:spreadsheet>{tables}"
            "</office:spreadsheet></office:body></office:document-content>",
        }
    )


def _wide(text: str) -> bytes:
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")


def _record(kind: int, content: bytes = b"") -> bytes:
    """A record of an .xlsb: type and length, seven bits to a byte."""
    head = b""
    for count in (kind, len(content)):
        rest = count
        while rest > 0x7F:
            head += bytes([rest & 0x7F | 0x80])
            rest >>= 7
        head += bytes([rest])
    return head + content


def _xlsb(sheets: Mapping[str, Rows], look: _Look) -> bytes:
    parts: dict[str, str | bytes] = {}
    book, relations = b"", ""
    for index, (name, rows) in enumerate(sheets.items(), 1):
        state = int(name == look.hidden_sheet)
        book += _record(156, struct.pack("<II", state, index) + _wide(f"r{index}") + _wide(name))
        relations += f'<Relationship Id="r{index}" Target="worksheets/sheet{index}.bin"/>'
        body = _record(0x81) + _record(0x94, bytes(16))
        if look.hidden_column >= 0:
            info = struct.pack("<IIIIH", look.hidden_column, look.hidden_column, 0, 0, 1)
            body += _record(0x186) + _record(60, info) + _record(0x187)
        body += _record(0x91)
        for number, values in enumerate(rows):
            flags = 0x10 if number == look.hidden_row else 0
            body += _record(0, struct.pack("<IIHBBBI", number, 0, 300, 0, flags, 0, 0))
            for column, value in enumerate(values):
                head = struct.pack("<II", column, 0)
                if value in ERRORS:
                    body += _record(3, head + bytes([ERRORS[value]]))
                elif isinstance(value, int):
                    body += _record(5, head + struct.pack("<d", value))
                elif value is not None:
                    body += _record(6, head + _wide(value))
        body += _record(0x92)
        for top, left, down, right in look.merged if index == 1 else ():
            body += _record(176, struct.pack("<IIII", top, down, left, right))
        parts[f"xl/worksheets/sheet{index}.bin"] = body
    parts["xl/workbook.bin"] = book + _record(0x90) + _record(0x9D)
    parts["xl/_rels/workbook.bin.rels"] = f"<Relationships>{relations}</Relationships>"
    parts["[Content_Types].xml"] = "<Types/>"
    return zipped(parts)


def _old_record(kind: int, content: bytes = b"") -> bytes:
    return struct.pack("<HH", kind, len(content)) + content


def _old_begin(what: int) -> bytes:
    return _old_record(0x809, struct.pack("<HHHHII", 0x600, what, 0, 0, 0, 0))


def _xls(sheets: Mapping[str, Rows], look: _Look) -> bytes:
    bodies = [
        _old_sheet(rows, look, look.merged if not index else ()) for index, rows in enumerate(sheets.values())
    ]
    book = _old_begin(5)
    place = len(book) + sum(12 + len(name) for name in sheets) + 4
    for name, body in zip(sheets, bodies, strict=True):
        about = struct.pack("<IBBBB", place, name == look.hidden_sheet, 0, len(name), 0)
        book += _old_record(0x85, about + name.encode())
        place += len(body)
    return compound_file("Workbook", book + _old_record(0x0A) + b"".join(bodies))


def _old_sheet(rows: Rows, look: _Look, merged: Sequence[Area]) -> bytes:
    body = _old_begin(0x10) + _old_record(0x200, struct.pack("<IIHHH", 0, len(rows), 0, 9, 0))
    if look.hidden_column >= 0:
        body += _old_record(0x7D, struct.pack("<5HH", look.hidden_column, look.hidden_column, 0, 0, 1, 0))
    for number, values in enumerate(rows):
        flags = 0x120 if number == look.hidden_row else 0x100
        body += _old_record(0x208, struct.pack("<6HI", number, 0, 9, 255, 0, 0, flags))
        body += b"".join(_old_cell(number, column, value) for column, value in enumerate(values))
    areas = [struct.pack("<HHHH", top, down, left, right) for top, left, down, right in merged]
    body += _old_record(0xE5, struct.pack("<H", len(areas)) + b"".join(areas)) if areas else b""
    return body + _old_record(0x0A)


def _old_cell(row: int, column: int, value: Value) -> bytes:
    head = struct.pack("<HHH", row, column, 0)
    if value is None:
        return b""
    if value in ERRORS:
        return _old_record(0x205, head + bytes([ERRORS[value], 1]))
    if isinstance(value, int):
        return _old_record(0x203, head + struct.pack("<d", value))
    return _old_record(0x204, head + struct.pack("<HB", len(value), 1) + value.encode("utf-16-le"))
