"""What is found wrong or worth knowing in a class list, row by row, in the reader's words."""

import re
import unicodedata
from collections.abc import Callable, Iterator

from handout.classlist.rows import Row
from handout.errors import Flaw, Place, Problem

LONGEST_NAME = 66  # letters; longer ones are two names in one cell
LONGEST_CLASS = 30
LONGEST_NUMBER = 6

_FORMULA_SIGNS = ("=", "+", "@", "-")
# Tab and new line are white space, these only pass for it.
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029]")
_UNSEEN = {"Cc", "Cf", "Co", "Cn", "Cs", "Zl", "Zp"}
_EXCEL_ERRORS = {"#N/A", "#REF!", "#NAME?", "#VALUE!", "#DIV/0!", "#NULL!", "#NUM!"}


Lacking = Callable[[str], str]  # the letters of a text that no typeface has


class Findings:
    """Collects the problems and notes of one list. A message names the child, never the username cell."""

    def __init__(self, file: str) -> None:
        self._file = file
        self.problems: list[Problem] = []
        self.notes: list[Problem] = []

    def problem(self, row: Row, flaw: Flaw) -> None:
        self.problems.append(
            Problem(
                Place(self._file, row=row.line, worksheet=row.sheet),
                Flaw(f"{_child(row)}{flaw.what}", flaw.remedy),
            )
        )

    def note(self, row: Row, what: str) -> None:
        self.notes.append(
            Problem(Place(self._file, row=row.line, worksheet=row.sheet), Flaw(f"{_child(row)}{what}"))
        )

    def note_class(self, class_name: str, what: str) -> None:
        where = f"Class {class_name}: " if class_name else ""
        self.notes.append(Problem(Place(self._file), Flaw(f"{where}{what}")))


def row_faults(row: Row, *, has_classes: bool, lacking: Lacking) -> Iterator[Flaw]:
    """Why a row cannot be printed at all."""
    if row.fault:
        yield row.fault
        return
    if _CONTROL.search(row.name + row.class_name + row.register_number):
        yield Flaw("There is an invisible letter in this row.", "Type its cells anew.")
        return
    yield from _name_faults(one_spaced(row.name), lacking)
    if has_classes and not row.class_name:
        yield Flaw("There is no class in this row, though others have one.", "Write the class into it.")
    for what, text, longest in (
        ("class", row.class_name, LONGEST_CLASS),
        ("register number", row.register_number, LONGEST_NUMBER),
    ):
        if len(text) > longest or text in _EXCEL_ERRORS or text.startswith(_FORMULA_SIGNS):
            yield Flaw(f"The {what} cannot be right.", "Correct the cell.")
        else:
            yield from _letter_faults(what, text, lacking)


def _name_faults(name: str, lacking: Lacking) -> Iterator[Flaw]:
    if not name:
        yield Flaw("There is no name in this row.", "Write the name, or delete the row.")
    elif name in _EXCEL_ERRORS:
        yield Flaw("The name is an error message of Excel.", "Mend the formula, or type the name.")
    elif name.startswith(_FORMULA_SIGNS):
        yield Flaw("The name looks like a formula.", f"Take the {name[0]} at its beginning out.")
    elif len(name) > LONGEST_NAME:
        yield Flaw(
            f"The name has {len(name)} letters, more than {LONGEST_NAME}.", "Is it two names in one cell?"
        )
    elif not _has_letter(name):
        yield Flaw("The name has no letter in it.", "Write the name, or look whether the columns have moved.")
    else:
        yield from _letter_faults("name", name, lacking)


def _letter_faults(what: str, text: str, lacking: Lacking) -> Iterator[Flaw]:
    plain = text.isascii() and text.isprintable()
    if not plain and any(unicodedata.category(letter) in _UNSEEN for letter in text):
        yield Flaw(f"The {what} has an invisible letter in it.", "Type it anew in an empty cell.")
    elif missing := lacking(one_spaced(text)):
        them = ", ".join(missing)
        yield Flaw(f"The {what} has letters that cannot be printed: {them}.", "Write it in Latin letters.")


def one_spaced(text: str) -> str:
    """A text as it is printed: each run of white space one space, letters and their marks composed (NFC)."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def _has_letter(name: str) -> bool:
    return any(map(str.isalpha, name))


def _child(row: Row) -> str:
    """Register number and name, as far as the row has them and they can be shown."""
    # A longer number, or a name of digits, may have moved here from another column: it may be a secret.
    is_number = 0 < len(row.register_number) <= LONGEST_NUMBER
    name = one_spaced(row.name)[: LONGEST_NAME + 1]
    words = (f"No. {row.register_number}" if is_number else "", name if _has_letter(name) else "")
    shown = " ".join(filter(None, words))
    return "".join(letter if letter.isprintable() else "?" for letter in shown) + ": " if shown else ""
