"""Each cell that is read against what it must be."""

import re
from collections.abc import Iterable

from handout.classlist.beside_names import beside_name
from handout.classlist.footers import is_vacancy
from handout.classlist.holdings import class_key, is_class, is_level, is_name, is_number
from handout.classlist.letters import Lacking, has_unseen, one_spaced
from handout.classlist.rows import Row
from handout.classlist.usual import Usual
from handout.errors import Flaw
from handout.model import Field

LONGEST_NAME = 66  # letters; longer ones are two names in one cell
LONGEST_CLASS = 30

_EXCEL_ERRORS = {"#N/A", "#REF!", "#NAME?", "#VALUE!", "#DIV/0!", "#NULL!", "#NUM!"}
_FORMULA_SIGNS = ("=", "+", "@", "-")
_SECRET_WORDS = {"password", "passwords", "passwd", "pass", "pwd", "pw", "katalaluan"}  # PIN is a name
_WORD = re.compile(r"[^\W\d_]+")
_REMARKS = {"new", "trf", "left", "wd", "nil"}  # in place of a number

MOVED = "Have its cells moved? Put each value back into its column."
_RETYPE = "Type the cell again."

Wrong = tuple[Flaw, Field | None]


def wrong_name(row: Row) -> Wrong | None:
    name = one_spaced(row.name)
    is_plain = is_name(name)
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
    elif not is_plain and any(map(str.isdigit, name)):
        flaw = Flaw("There is a figure in the name.", MOVED)
    elif not _SECRET_WORDS.isdisjoint(_WORD.findall(name.casefold())):
        flaw = Flaw("The name has a word like password in it.", MOVED)
    elif more := beside_name(row):
        flaw = more
    elif not is_plain:
        flaw = Flaw("The name has a sign in it that no name has.", MOVED)
    else:
        return None
    return flaw, "name"


def wrong_class(row: Row, usual: Usual, *, has_classes: bool) -> Wrong | None:
    text = row.class_name
    if not text:
        if not has_classes:
            return None
        return Flaw(
            "There is no class in this row, though others have one.", "Write the class into it."
        ), "class"
    is_wrong = text in _EXCEL_ERRORS or text.startswith(_FORMULA_SIGNS)
    if is_wrong or len(text) > LONGEST_CLASS or is_vacancy(text):
        return Flaw("The class cannot be right.", _RETYPE), "class"
    if has_unseen(text):
        return Flaw("The class has an invisible letter in it.", "Type it again in an empty cell."), "class"
    if usual.classes[class_key(text)] < 2 and not _is_plain_class(row, usual):
        odd = not all(letter.isalpha() or letter.isspace() for letter in text)
        if "@" in text or (usual.classes.total() > 1 and (odd or usual.classes_are_plain)):
            return Flaw(
                "No other row has the class of this row, and it does not look like one.", MOVED
            ), "class"
    return None


def _is_plain_class(row: Row, usual: Usual) -> bool:
    text = row.class_name
    return is_class(text) or (is_level(text) and (bool(row.register_number) or not usual.numbers))


def wrong_number(row: Row) -> Wrong | None:
    text = row.register_number
    if not text or is_number(text) or text.casefold() in _REMARKS:
        return None
    if has_unseen(text):
        return Flaw(
            "The register number has an invisible letter in it.", "Type it again in an empty cell."
        ), "number"
    return Flaw("The register number is no number.", MOVED), "number"


def wrong_letters(row: Row, lacking: Lacking) -> Wrong | None:
    """Letters that no typeface has, in what a file is called or sorted by. A name may be written by hand."""
    fields: Iterable[tuple[Field, str]] = (("class", row.class_name), ("number", row.register_number))
    for of, text in fields:
        if lacking(one_spaced(text)):
            return Flaw(f"The {of} has letters that cannot be printed.", "Write it in Latin letters."), of
    return None
