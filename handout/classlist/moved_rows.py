"""Signs that the cells of a row have moved: then anything may be in any column."""

import unicodedata

from handout.classlist.cell_checks import MOVED, Wrong, wrong_number
from handout.classlist.holdings import class_key, is_class, is_level, is_of_domain, kind_of, plain_cell
from handout.classlist.rows import Row, Sheet
from handout.classlist.tables import letter
from handout.classlist.usual import Usual
from handout.errors import Flaw

_SHORT_NAME = 3  # letters: Ng, Li, Zul
_SOME = 3  # rows: fewer tell nothing of what is usual


def moved(sheet: Sheet, row: Row, usual: Usual, domain: str) -> Wrong | None:
    if _has_username_elsewhere(row, usual, domain):
        return Flaw(f"An address that ends with @{domain} is outside the column of usernames.", MOVED), None
    if sheet.grid.is_text:
        return _moved_in_text(sheet, row, usual, domain)
    beyond = [cell for cell in row.cells[sheet.table.width :] if cell]
    if beyond and _is_next_to(sheet, row) and _reads_behind_unread(sheet):
        return Flaw(
            "This row has more cells than there are headings.", f"{MOVED} Or write a heading above them."
        ), None
    return None


def _has_username_elsewhere(row: Row, usual: Usual, domain: str) -> bool:
    """Tell whether an address of the school's is in another field, or in a column that has them in few rows."""
    if is_of_domain(f"{row.name} {row.class_name} {row.register_number}", domain):
        return True
    rare = usual.rows - (usual.rows == 1)
    return any(
        is_of_domain(row.cell(place), domain) and kinds["username"] * 2 <= rare
        for place, kinds in usual.kinds.items()
    )


def _moved_in_text(sheet: Sheet, row: Row, usual: Usual, domain: str) -> Wrong | None:
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
        return Flaw("This row has fewer fields than there are headings.", MOVED), None
    return None


def _all_fit(row: Row, usual: Usual, domain: str) -> bool:
    """Tell whether cells prove that a row has not moved: its class is one of the others', or its username is one."""
    fits_class = usual.classes[class_key(row.class_name)] > 1 or is_class(row.class_name)
    fits_username = is_of_domain(row.username, domain)
    proven = (bool(row.class_name) and fits_class) or fits_username
    classes = not row.class_name or fits_class
    return proven and classes and (not row.username or fits_username) and wrong_number(row) is None


def _is_next_to(sheet: Sheet, row: Row) -> bool:
    """Tell whether the first cell without a heading is right beside the table, not parted from it as a remark."""
    width = sheet.table.width
    return bool(row.cells[width : width + 1] and row.cells[width])


def _reads_behind_unread(sheet: Sheet) -> bool:
    unread = [place for place, _ in enumerate(sheet.table.headings) if place not in sheet.columns.read]
    return bool(unread) and min(unread) < max(sheet.columns.read, default=0)


def strange_name(row: Row, usual: Usual) -> Wrong | None:
    """A class in place of a name; or one word that is not written as the others are, as a secret may be."""
    if usual.classes[class_key(row.name)] or (_is_one_word(row, usual) and _is_odd_word(row, usual)):
        remedy = f"{MOVED} If it is the name, write it in capital letters as the others are."
        return Flaw("The name does not look like the others.", remedy), "name"
    return None


def _is_one_word(row: Row, usual: Usual) -> bool:
    return usual.several_words and len(row.name.split()) == 1


def _is_odd_word(row: Row, usual: Usual) -> bool:
    return (usual.capitals and _may_be_secret(row.name)) or _is_in_other_rows(row.name, row, usual)


def _may_be_secret(word: str) -> bool:
    """Tell whether one word is not written as names are in a list of capitals, and long enough for a secret.

    Passwords are typed in Latin letters: a name in another script is none.
    """
    latin = all(
        letter.isascii() or "LATIN" in unicodedata.name(letter, "") for letter in word if letter.isalpha()
    )
    plain = word.replace("-", "").replace("'", "").replace("’", "")
    return latin and len(word) > _SHORT_NAME and not (word.isupper() and plain.isalpha())


def _is_in_other_rows(text: str, row: Row, usual: Usual) -> bool:
    """Tell whether a text is in a column that is not read, in another row."""
    return usual.unread[text] > sum(
        text == row.cells[place] for place in usual.kinds if place < len(row.cells)
    )


def strange_class(row: Row, usual: Usual) -> Wrong | None:
    """A class that no other row has, where it is a remark of others, or the remark is a class of others."""
    text = row.class_name
    if not text or usual.classes[class_key(text)] > 1 or is_class(text) or is_level(text):
        return None
    own = [row.cells[place] for place in usual.kinds if place < len(row.cells)]
    if _is_in_other_rows(text, row, usual) or any(usual.classes[class_key(text)] > 1 for text in own if text):
        return Flaw("No other row has the class of this row, and it does not look like one.", MOVED), "class"
    return None


def odd_row(sheet: Sheet, row: Row, usual: Usual, domain: str) -> Wrong | None:
    """One word as a name, or a class of its own, beside an unread cell that is unlike all others of its column."""
    one_word = _is_one_word(row, usual)
    own_class = bool(row.class_name) and usual.classes[class_key(row.class_name)] < 2
    if usual.rows <= _SOME and not one_word:
        return None
    if one_word or own_class:
        for place, kinds in usual.kinds.items():
            kind = kind_of(plain_cell(row.cell(place)), domain)
            if sheet.table.heading(place).text and kinds[kind] == 1 and usual.rows > 1:
                what = f"Column {letter(place)} has something else in this row than in all others."
                return Flaw(what, f"{MOVED} Or empty that column."), None
    return None
