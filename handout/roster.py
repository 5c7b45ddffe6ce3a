"""CSV or XLSX → the rows of a class list: finds the header, maps the columns, drops what is no child."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from handout.csv_lists import SAMPLE_ROWS, read_csv
from handout.errors import Problem
from handout.grids import Cells, Grid, Grids, read_file, require_content, unreadable
from handout.workbooks import read_workbook

# What a column may be called, in lower case without spaces and signs; where two fit, the first here wins.
HEADINGS = {
    "name": (
        "nameasinbc",
        "nameasinbirthcertificate",
        "fullname",
        "studentname",
        "studentsname",
        "nameofstudent",
        "name",
    ),
    "register_number": (
        "regno",
        "registerno",
        "registernumber",
        "regnumber",
        "index",
        "indexno",
        "indexnumber",
        "sn",
        "no",
    ),
    "class_name": ("formclass", "class", "classname"),
    "username": (
        "mimsusername",
        "mimsid",
        "username",
        "iconemail",
        "studenticonemail",
        "email",
        "emailaddress",
    ),
}
_FIELD_OF = {heading: field for field, headings in HEADINGS.items() for heading in headings}

_FOOTER = re.compile(
    r"\W*(grand\s+total|sub-?\s*total|total|generated|printed|exported|downloaded|end\s+of|as\s+at|page\s+\d|source)\b",
    re.IGNORECASE,
)
_SHORTEST_SECRET = 4  # letters: a shorter value stands in any file by chance
_TEMPLATE = (
    ("Index", "Name", "Class", "Username"),
    ("1", "LIM HUI FEN", "3A", "lim_hui_fen@students.edu.sg"),
    ("2", "MUHAMMAD FAIZ BIN OSMAN", "3A", ""),
    ("3", "PRIYA D/O RAMAN", "3A", ""),
)


@dataclass(frozen=True, slots=True)
class Row:
    """One child's row: the four known columns as they are written, "" where the list has none.

    `fault` and `remedy` tell of a row that cannot be read at all.
    """

    sheet: str
    line: int
    name: str = ""
    class_name: str = ""
    register_number: str = ""
    username: str = ""
    fault: str = ""
    remedy: str = ""


@dataclass(frozen=True, slots=True)
class Rows:
    rows: tuple[Row, ...]
    notes: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Header:
    """Where the known columns are, and what the others are called."""

    line: int
    columns: Mapping[str, int]
    dropped: tuple[str, ...]
    width: int


def read_rows(path: Path, data: bytes | None = None) -> Rows:
    """The rows of a class list, from its file or from `data` where the bytes are at hand already.

    Raises RosterError where it cannot be read as a class list.
    """
    grids = _read_grids(path, read_file(path) if data is None else data)
    headers = [_find_header(grid) for grid in grids.tables]
    if not any(headers):
        raise unreadable(
            path,
            f"No row among the first {SAMPLE_ROWS} has a heading for the names.",
            'Write "Name" above the names, and "Index", "Class", "Username" above theirs.',
        )
    rows: list[Row] = []
    notes = list(grids.notes)
    dropped: dict[str, None] = {}
    for grid, header in zip(grids.tables, headers, strict=True):
        if header is None:
            if grid.rows:
                what = "This sheet has no heading for the names and was not read."
                notes.append(Problem(path.name, None, what, sheet=grid.sheet))
            continue
        dropped |= dict.fromkeys(header.dropped)
        for item in _rows_of(grid, header, grids, path.name):
            if isinstance(item, Row):
                rows.append(item)
            else:
                notes.append(item)
    if dropped:
        named = ", ".join(f'"{heading}"' for heading in dropped)
        notes.append(Problem(path.name, None, f"These columns were not read: {named}."))
    return Rows(tuple(rows), tuple(notes))


def dropped_values(path: Path) -> frozenset[str]:
    """Every value of the columns that are not read, to prove that none of them is in a printed file.

    The only place that looks at them; nothing here is ever shown or kept. Values that prove nothing,
    short ones and those that also stand in a column that is read, are left out. Raises RosterError.
    """
    read: set[str] = set()
    dropped: set[str] = set()
    for grid in _read_grids(path, read_file(path)).tables:
        header = _find_header(grid)
        if header is None:
            continue
        for line, cells in grid.rows:
            for column, cell in enumerate(cells):
                known = line <= header.line or column in header.columns.values()
                (read if known else dropped).add(cell)
    return frozenset(value for value in dropped - read if len(value) >= _SHORTEST_SECRET)


def roster_template(ending: str) -> bytes:
    """A class list to fill in; `ending` is ".csv" or ".xlsx"."""
    if ending == ".csv":
        return "\ufeff".encode() + "".join(",".join(row) + "\r\n" for row in _TEMPLATE).encode()
    from handout.workbooks import write_workbook  # noqa: PLC0415 - pulls in openpyxl

    return write_workbook(_TEMPLATE)


def _read_grids(path: Path, data: bytes) -> Grids:
    require_content(path, data)
    looks_like_workbook = data.startswith((b"PK", b"\xd0\xcf\x11\xe0", b"%PDF"))
    if looks_like_workbook or path.suffix.lower() in {".xlsx", ".xlsm", ".xls"}:
        return read_workbook(path, data)
    return read_csv(path, data, lambda cells: len(_columns(cells)))


def _key(cell: str) -> str:
    return re.sub(r"[\W_]+", "", cell).lower()


def _columns(cells: Cells) -> dict[str, int]:
    """Each known column that a row of headings names, by the heading that fits it best."""
    found: dict[str, tuple[int, int]] = {}
    for column, cell in enumerate(cells):
        key = _key(cell)
        field = _FIELD_OF.get(key)
        if field:
            rank = HEADINGS[field].index(key), column
            found[field] = min(found.get(field, rank), rank)
    return {field: column for field, (_, column) in found.items()}


def _find_header(grid: Grid) -> Header | None:
    for line, cells in grid.rows[:SAMPLE_ROWS]:
        columns = _columns(cells)
        if "name" in columns:
            others = tuple(
                cell for column, cell in enumerate(cells) if cell and column not in columns.values()
            )
            return Header(line, columns, others, len(cells))
    return None


def _rows_of(grid: Grid, header: Header, grids: Grids, file: str) -> Iterator[Row | Problem]:
    """The children's rows of a table, and a note for each row that is none."""
    for line, cells in grid.rows:
        if line <= header.line:
            continue
        row = _row(grid, header, line, cells)
        unsaved = any((grid.sheet, line, column) in grids.unsaved for column in header.columns.values())
        if unsaved:
            yield Row(
                grid.sheet, line, row.name, row.class_name, row.register_number, "",
                "A formula in this row has no saved value.", "Open the list in Excel and save it.",
            )  # fmt: skip
        elif any(cells[header.width :]):
            yield Row(
                grid.sheet, line, "", row.class_name, row.register_number, "",
                "This row has more fields than there are headings.",
                'Put a name with a comma in it between two ".',
            )  # fmt: skip
        elif "name" in _columns(cells):
            yield Problem(file, line, "The headings again: this row was left out.", sheet=grid.sheet)
        elif _is_footer(row, header):
            yield Problem(file, line, "A total or footer: this row was left out.", sheet=grid.sheet)
        elif row.name or row.register_number or row.username:
            yield row


def _row(grid: Grid, header: Header, line: int, cells: Cells) -> Row:
    texts = {field: cells[column] if column < len(cells) else "" for field, column in header.columns.items()}
    texts.setdefault("class_name", grid.sheet)
    number = texts.get("register_number", "")
    texts["register_number"] = re.sub(r"\.0+$", "", number)
    return Row(grid.sheet, line, **texts)


def _is_footer(row: Row, header: Header) -> bool:
    """Words of a footer, and nothing of a child beside them: no register number, no username, no other word."""
    own_class = row.class_name if "class_name" in header.columns else ""
    texts = [text for text in (row.name, own_class, row.register_number) if text and not text.isdigit()]
    is_child = row.username or (row.name and row.register_number.isdigit())
    return not is_child and len(texts) == 1 and bool(_FOOTER.match(texts[0]))
