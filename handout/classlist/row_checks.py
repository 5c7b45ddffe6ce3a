"""Each row against its columns: a row whose cells do not fit has moved, and nothing of it may be shown."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from handout.classlist.footers import is_vacancy
from handout.classlist.holdings import (
    Kind,
    class_key,
    is_class,
    is_level,
    is_name,
    is_number,
    is_of_domain,
    kind_of,
    plain_cell,
)
from handout.classlist.letters import Lacking, has_unseen, one_spaced
from handout.classlist.rows import Row, Sheet
from handout.classlist.tables import letter
from handout.errors import Flaw
from handout.model import Field

LONGEST_NAME = 66  # letters; longer ones are two names in one cell
LONGEST_CLASS = 30
LONGEST_NUMBER = 6
_NEARLY_ALL = 0.8
_SOME = 3  # rows: fewer tell nothing of what is usual

_MONTH = "(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
_DATE = re.compile(
    rf"\d{{4}}-\d\d-\d\d.*|\d\d?-{_MONTH}\b.*|{_MONTH}-\d\d\b.*|\d\d?/\d\d?/(\d\d)?\d\d|\d\d?:\d\d(:\d\d)?",
    re.IGNORECASE,
)
_EXCEL_ERRORS = {"#N/A", "#REF!", "#NAME?", "#VALUE!", "#DIV/0!", "#NULL!", "#NUM!"}
_FORMULA_SIGNS = ("=", "+", "@", "-")
_REMARKS = {"new", "trf", "left", "wd", "nil"}  # in place of a number
_SEPARATORS = re.compile(r"[,;\t|]")

_MOVED = "Have its cells moved? Put each value back into its column."
_RETYPE = "Type the cell again."

Wrong = tuple[Flaw, Field | None]


@dataclass(frozen=True, slots=True)
class _Usual:
    """What most rows of a table have: what one row alone has may come from another column."""

    fields: int
    classes: Counter[str]
    classes_are_plain: bool
    numbers: bool
    several_words: bool
    capitals: bool
    kinds: dict[int, Counter[Kind]]
    unread: Counter[str]
    rows: int


def check_rows(sheet: Sheet, rows: Sequence[Row], domain: str, lacking: Lacking) -> list[Row]:
    """The rows, those that do not fit their columns with their fault and without anything to show."""
    usual = _usual(sheet, rows, domain)
    has_classes = any(row.class_name for row in rows)
    checked = []
    for row in rows:
        wrong = (
            None
            if row.fault
            else (
                _unreadable(sheet, row)
                or _moved(sheet, row, usual, domain)
                or _name(row)
                or _class(row, usual, has_classes=has_classes)
                or _number(row)
                or _strange_name(row, usual)
                or _strange_class(row, usual)
                or _odd_row(sheet, row, usual, domain)
                or _letters(row, lacking)
            )
        )
        checked.append(row.faulted(*wrong) if wrong else row)
    return checked


def _usual(sheet: Sheet, rows: Sequence[Row], domain: str) -> _Usual:
    unread = [place for place in sheet.table.columns if place not in sheet.columns.read]
    kinds = {
        place: Counter(kind_of(row.cells[place] if place < len(row.cells) else "", domain) for row in rows)
        for place in unread
    }
    classes = Counter(class_key(row.class_name) for row in rows if row.class_name)
    plain = [row.class_name for row in rows if is_class(row.class_name)]
    words = [len(row.name.split()) > 1 for row in rows]
    lengths = Counter(len(row.cells) for row in rows)
    fields = max(sheet.table.width, min(sheet.table.fields, max(lengths, default=0)))
    common = min(lengths, key=lambda length: (-lengths[length], length), default=fields)
    return _Usual(
        max(fields, common),
        classes,
        len(plain) >= _NEARLY_ALL * classes.total() and bool(plain),
        sum(bool(row.register_number) for row in rows) * 2 > len(rows),
        sum(words) >= _NEARLY_ALL * len(words),
        sum(row.name.isupper() for row in rows) >= _NEARLY_ALL * len(rows),
        kinds,
        Counter(row.cells[place] for row in rows for place in unread if place < len(row.cells)),
        len(rows),
    )


def _unreadable(sheet: Sheet, row: Row) -> Wrong | None:
    grid = sheet.grid
    if any((row.number, place) in grid.unsaved for place in sheet.columns.read):
        return Flaw("A formula in this row has no saved value.", "Open the list in Excel and save it."), None
    if grid.is_text and any(_breaks_like_a_row(sheet, cell, place) for place, cell in enumerate(row.cells)):
        what = 'A line breaks between two " in this row: the children of the next lines may be in it.'
        return Flaw(what, 'Look for a " without its partner, or take the break out.'), None
    for of, text in (("class", row.class_name), ("number", row.register_number)):
        if _DATE.fullmatch(text):
            return Flaw("Excel has made a date of a cell.", "Make the column Text, and type it again."), of  # type: ignore[return-value]
    return None


def _breaks_like_a_row(sheet: Sheet, cell: str, place: int) -> bool:
    """Tell whether a break in a cell may be the end of a row: always where it is read, else where fields follow."""
    if "\n" not in cell and "\r" not in cell:
        return False
    if place in sheet.columns.read:
        return True
    lines = [line for line in re.split(r"[\r\n]+", cell)[1:] if line.strip()]
    return bool(_SEPARATORS.search(cell)) and any(not _contradicts(sheet, line) for line in lines)


def _contradicts(sheet: Sheet, line: str) -> bool:
    """Tell whether a line cannot be the beginning of a row: no number where numbers are."""
    first = plain_cell(_SEPARATORS.split(line)[0].strip('" '))
    return sheet.columns.number == 0 and bool(first) and not is_number(first)


def _moved(sheet: Sheet, row: Row, usual: _Usual, domain: str) -> Wrong | None:
    table, columns = sheet.table, sheet.columns
    unread = [place for place in table.columns if place not in columns.read]
    for place in unread:
        text = row.cells[place] if place < len(row.cells) else ""
        if is_of_domain(text, domain) and usual.kinds[place]["username"] * 2 <= usual.rows - (
            usual.rows == 1
        ):
            return Flaw(
                f"An address that ends with @{domain} is outside the column of usernames.", _MOVED
            ), None
    if is_of_domain(f"{row.name} {row.class_name} {row.register_number}", domain):
        return Flaw(f"An address that ends with @{domain} is outside the column of usernames.", _MOVED), None
    if sheet.grid.is_text:
        return _moved_in_text(sheet, row, usual, domain)
    beyond = [cell for cell in row.cells[table.width :] if cell]
    if beyond and _is_next_to(sheet, row) and _reads_behind_unread(sheet):
        return Flaw(
            "This row has more cells than there are headings.", f"{_MOVED} Or write a heading above them."
        ), None
    return None


def _moved_in_text(sheet: Sheet, row: Row, usual: _Usual, domain: str) -> Wrong | None:
    """A comma too many or too few moves the cells of a text file; empty ones at the end too."""
    width, fields = sheet.table.width, len(row.cells)
    unheaded = [place for place in range(fields) if place >= width and place not in sheet.columns.read]
    more = any(plain_cell(row.cells[place]) for place in unheaded)
    if more or (fields > usual.fields and not _all_fit(row, usual, domain)):
        remedy = 'Put a name with a comma in it between two ".'
        return Flaw("This row has more fields than there are headings.", remedy), None
    unread = any(
        heading.text and place not in sheet.columns.read for place, heading in enumerate(sheet.table.headings)
    )
    if fields < width and unread:
        return Flaw("This row has fewer fields than there are headings.", _MOVED), None
    return None


def _all_fit(row: Row, usual: _Usual, domain: str) -> bool:
    """Tell whether cells prove that a row has not moved: its class is one of the others', or its username is one."""
    fits_class = usual.classes[class_key(row.class_name)] > 1 or is_class(row.class_name)
    fits_username = is_of_domain(row.username, domain)
    proven = (bool(row.class_name) and fits_class) or fits_username
    classes = not row.class_name or fits_class
    return proven and classes and (not row.username or fits_username) and _number(row) is None


def _is_next_to(sheet: Sheet, row: Row) -> bool:
    """Tell whether the first cell without a heading is right beside the table, not parted from it as a remark."""
    width = sheet.table.width
    return bool(row.cells[width : width + 1] and row.cells[width])


def _reads_behind_unread(sheet: Sheet) -> bool:
    unread = [place for place, _ in enumerate(sheet.table.headings) if place not in sheet.columns.read]
    return bool(unread) and min(unread) < max(sheet.columns.read, default=0)


def _name(row: Row) -> Wrong | None:
    name = one_spaced(row.name)
    if not name or is_vacancy(name):
        flaw = Flaw(
            "There is no name in this row, though other cells are filled.",
            "Write the name, or empty the row.",
        )
    elif name in _EXCEL_ERRORS:
        flaw = Flaw("The name is an error message of Excel.", "Fix the formula, or type the name.")
    elif name.startswith(_FORMULA_SIGNS):
        flaw = Flaw("The name looks like a formula.", f"Take the {name[0]} at its beginning out.")
    elif len(name) > LONGEST_NAME:
        flaw = Flaw(f"The name has more than {LONGEST_NAME} letters.", "Is it two names in one cell?")
    elif has_unseen(row.name):
        flaw = Flaw("The name has an invisible letter in it.", "Type it again in an empty cell.")
    elif any(map(str.isdigit, name)):
        flaw = Flaw("There is a figure in the name.", _MOVED)
    elif not is_name(name):
        flaw = Flaw("The name has a sign in it that no name has.", _MOVED)
    else:
        return None
    return flaw, "name"


def _class(row: Row, usual: _Usual, *, has_classes: bool) -> Wrong | None:
    text = row.class_name
    if not text:
        if not has_classes:
            return None
        return Flaw(
            "There is no class in this row, though others have one.", "Write the class into it."
        ), "class"
    if len(text) > LONGEST_CLASS or text in _EXCEL_ERRORS or text.startswith(_FORMULA_SIGNS):
        return Flaw("The class cannot be right.", _RETYPE), "class"
    if has_unseen(text):
        return Flaw("The class has an invisible letter in it.", "Type it again in an empty cell."), "class"
    is_plain = is_class(text) or (is_level(text) and (row.register_number or not usual.numbers))
    if usual.classes[class_key(text)] < 2 and not is_plain:
        odd = not all(letter.isalpha() or letter.isspace() for letter in text)
        if "@" in text or (usual.classes.total() > 1 and (odd or usual.classes_are_plain)):
            return Flaw(
                "No other row has the class of this row, and it does not look like one.", _MOVED
            ), "class"
    return None


def _number(row: Row) -> Wrong | None:
    text = row.register_number
    if not text or is_number(text) or text.casefold() in _REMARKS:
        return None
    if has_unseen(text):
        return Flaw(
            "The register number has an invisible letter in it.", "Type it again in an empty cell."
        ), "number"
    return Flaw("The register number is no number.", _MOVED), "number"


def _strange_name(row: Row, usual: _Usual) -> Wrong | None:
    """A class in place of a name; or one word that is not written as the others are, as a secret may be."""
    one_word = usual.several_words and len(row.name.split()) == 1
    unlike = usual.capitals and not row.name.isupper()
    remark = _is_in_other_rows(row.name, row, usual)
    if usual.classes[class_key(row.name)] or (one_word and (unlike or remark or not row.name.isalpha())):
        return Flaw("The name does not look like the others.", _MOVED), "name"
    return None


def _is_in_other_rows(text: str, row: Row, usual: _Usual) -> bool:
    """Tell whether a text is in a column that is not read, in another row."""
    return usual.unread[text] > sum(
        text == row.cells[place] for place in usual.kinds if place < len(row.cells)
    )


def _strange_class(row: Row, usual: _Usual) -> Wrong | None:
    """A class that no other row has, where it is a remark of others, or the remark is a class of others."""
    text = row.class_name
    if not text or usual.classes[class_key(text)] > 1 or is_class(text) or is_level(text):
        return None
    own = [row.cells[place] for place in usual.kinds if place < len(row.cells)]
    if _is_in_other_rows(text, row, usual) or any(usual.classes[class_key(text)] > 1 for text in own if text):
        return Flaw("No other row has the class of this row, and it does not look like one.", _MOVED), "class"
    return None


def _odd_row(sheet: Sheet, row: Row, usual: _Usual, domain: str) -> Wrong | None:
    """One word as a name, or a class of its own, beside an unread cell that is unlike all others of its column."""
    one_word = usual.several_words and len(row.name.split()) == 1
    own_class = bool(row.class_name) and usual.classes[class_key(row.class_name)] < 2
    if usual.rows <= _SOME and not one_word:
        return None
    if one_word or own_class:
        for place, kinds in usual.kinds.items():
            kind = kind_of(row.cells[place] if place < len(row.cells) else "", domain)
            if sheet.table.heading(place).text and kinds[kind] == 1 and usual.rows > 1:
                what = f"Column {letter(place)} has something else in this row than in all others."
                return Flaw(what, f"{_MOVED} Or empty that column."), None
    return None


def _letters(row: Row, lacking: Lacking) -> Wrong | None:
    """Letters that no typeface has, in what a file is called or sorted by. A name may be written by hand."""
    fields: Iterable[tuple[Field, str]] = (("class", row.class_name), ("number", row.register_number))
    for of, text in fields:
        if lacking(one_spaced(text)):
            return Flaw(f"The {of} has letters that cannot be printed.", "Write it in Latin letters."), of
    return None
