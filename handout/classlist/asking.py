"""The questions that a table leaves open, in the office's words, with the way to answer."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from handout.classlist.tables import Table
from handout.errors import Flaw, Place
from handout.model import JOINED, NO_COLUMN, Choice, Field, Question
from handout.spreadsheets import column_letters

_WORDS: dict[Field, str] = {
    "name": "the names",
    "number": "the register numbers",
    "class": "the classes",
    "username": "the usernames",
}
_NONE = Choice(NO_COLUMN, "None of the columns")
_HEADINGS = 'Write "Name" above the names, and "Index", "Class", "Username" above theirs.'


class Asking(NamedTuple):
    """Asks about the tables of one worksheet."""

    file: str
    worksheet: str

    def which(
        self, of: Field, table: Table, columns: Sequence[tuple[int, ...]], *, none: bool = False
    ) -> Question:
        """Which of these columns it is; with `none`, it may be none of them."""
        choices = [_choice(table, places) for places in columns]
        if not choices:
            what = f"No column seems to have {_WORDS[of]}."
        elif len(choices) == 1:
            what = f"Does column {choices[0].label} have {_WORDS[of]}?"
        else:
            what = f"Which column has {_WORDS[of]}: {_either(choices)}?"
        return self._question(of, table, what, [*choices, *([_NONE] if none else [])])

    def order(self, table: Table, columns: Sequence[tuple[int, ...]]) -> Question:
        """How the parts of a name make the name as it is registered."""
        choices = [_choice(table, places) for places in columns]
        what = f"How does the name as registered read: {_either(choices)}?"
        return self._question("name", table, what, choices)

    def no_usernames(self, table: Table, place: int, domain: str) -> Question:
        """A heading of usernames, and cells that say otherwise."""
        return self._denied("username", table, place, f"There is no address that ends with @{domain} in it.")

    def no_classes(self, table: Table, place: int) -> Question:
        return self._denied("class", table, place, "Hardly two of its cells are alike.")

    def _denied(self, of: Field, table: Table, place: int, why: str) -> Question:
        choice = _choice(table, (place,))
        what = f"Does column {choice.label} have {_WORDS[of]}? {why}"
        return self._question(of, table, what, [choice, _NONE])

    def other_usernames(self, table: Table, place: int, name: Sequence[int]) -> Question:
        """Usernames that are made of names, but not of the names in this table."""
        choice = _choice(table, (place,))
        what = f"Does column {choice.label} have the usernames of these children? They do not fit the names in column {_choice(table, name).label}."
        return self._question("username", table, what, [choice, _NONE])

    def domain(self, table: Table, place: int, domain: str) -> Question:
        what = f"The usernames in column {_choice(table, (place,)).label} have no @. Add @{domain} to each?"
        remedy = "If so, add --add-domain; if these are no usernames, --column username=none."
        choices = (Choice("yes", f"Yes, add @{domain}"), Choice(NO_COLUMN, "No, these are no usernames"))
        return Question("domain", self._place(table), Flaw(what, remedy), choices)

    def unknown(self, of: Field, answer: str, table: Table) -> Question:
        """An answer that names no column, or one that is never read."""
        columns = [
            (place,)
            for place in table.columns
            if table.heading(place).text and not table.heading(place).is_secret
        ]
        choices = [_choice(table, places) for places in columns]
        what = f'There is no column "{answer[:40]}" that can be read.'
        if choices:
            what += f" The columns are {_either(choices, 'and')}."
        return self._question(of, table, what, choices)

    def _question(self, of: Field, table: Table, what: str, choices: Sequence[Choice]) -> Question:
        ways = [f"--column {of}={choice.value}" for choice in choices]
        remedy = f"Answer with {' or '.join(ways)}." if ways else _HEADINGS
        return Question(of, self._place(table), Flaw(what, remedy), tuple(choices))

    def _place(self, table: Table) -> Place:
        return Place(self.file, row=table.row, worksheet=self.worksheet)


def _choice(table: Table, places: Sequence[int]) -> Choice:
    return Choice(
        JOINED.join(map(column_letters, places)), " + ".join(_label(table, place) for place in places)
    )


def _label(table: Table, place: int) -> str:
    heading = table.heading(place).shown
    return (
        f'{column_letters(place)} "{heading}"' if heading else f"{column_letters(place)} (without a heading)"
    )


def _either(choices: Sequence[Choice], word: str = "or") -> str:
    *others, last = [choice.label for choice in choices]
    return f" {word} ".join(filter(None, [", ".join(others), last]))


def worksheets_question(path: Path, names: Sequence[str], why: str) -> Question:
    """Which worksheets to read."""
    remedy = f'Name each of them, such as --worksheet "{names[0]}".'
    flaw = Flaw(f"{why} Which worksheets are to be read?", remedy)
    return Question("worksheets", Place(path.name), flaw, tuple(Choice(name, name) for name in names))
