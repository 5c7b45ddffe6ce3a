"""One mistake in a random class list, and what may come of it: nothing wrong, nothing lost, nothing secret."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from random import Random

from handout import HandoutError, read_students
from helpers.random_lists import SECRETS, ClassList, random_list

UNKNOWN = ["Xyz", "Details", "Info A", "Column1", "Data"]


KINDS = ("deleted", "inserted", "sorted", "shifted", "quotes", "swapped", "heading", "secret")


@dataclass(frozen=True)
class Outcome:
    """What came of a list: children printed with something that is not theirs, lost ones, secrets told."""

    wrong: int = 0
    lost: int = 0
    secrets: int = 0
    told: bool = False

    @property
    def is_harmless(self) -> bool:
        return not (self.wrong or self.lost or self.secrets)


# The mistakes: each changes the list and tells whether anything was changed --------------------------------


def deleted(sheet: ClassList, dice: Random) -> bool:
    row = dice.choice(sheet.rows)
    del row[dice.randrange(len(row))]
    if dice.random() < 0.5:
        row.append("")
    return True


def inserted(sheet: ClassList, dice: Random) -> bool:
    row = dice.choice(sheet.rows)
    row.insert(dice.randrange(len(row)), "")
    if dice.random() < 0.3:
        sheet.headings.append("")
        sheet.rows = [[*other, *[""] * (len(row) - len(other))] for other in sheet.rows]
    return True


def sorted_alone(sheet: ClassList, dice: Random) -> bool:
    place = sheet.column(dice.choice(["name", "username"])) if "username" in sheet.fields else -1
    if place < 0:
        return False
    before = [row[place] for row in sheet.rows]
    for row, text in zip(sheet.rows, sorted(before), strict=True):
        row[place] = text
    return before != sorted(before)


def shifted(sheet: ClassList, dice: Random) -> bool:
    if "username" not in sheet.fields:
        return False
    place = sheet.column("username")
    texts = [row[place] for row in sheet.rows]
    moved = ["", *texts[:-1]] if dice.random() < 0.5 else [*texts[1:], ""]
    for row, text in zip(sheet.rows, moved, strict=True):
        row[place] = text
    return True


def quoted(sheet: ClassList, dice: Random) -> bool:
    """A quotation mark before one cell and one behind another, further on: written raw into a text file."""
    first, last = sorted(dice.sample(range(len(sheet.rows)), 2))
    one, two = dice.randrange(len(sheet.fields)), dice.randrange(len(sheet.fields))
    sheet.rows[first][one] = '"' + sheet.rows[first][one]
    sheet.rows[last][two] += '"'
    return True


def swapped(sheet: ClassList, dice: Random) -> bool:
    row = dice.choice(sheet.rows)
    one, two = dice.sample(range(len(row)), 2)
    if row[one] == row[two]:
        return False
    row[one], row[two] = row[two], row[one]
    return True


def renamed(sheet: ClassList, dice: Random) -> bool:
    place = sheet.column(
        dice.choice([field for field in ("number", "name", "class", "username") if field in sheet.fields])
    )
    sheet.headings[place] = dice.choice(UNKNOWN)
    return True


def secret(sheet: ClassList, dice: Random) -> bool:
    row = dice.choice(sheet.rows)
    place = sheet.column(
        dice.choice([field for field in ("name", "class", "username") if field in sheet.fields])
    )
    row[place] = dice.choice(SECRETS)
    return True


MISTAKES: dict[str, Callable[[ClassList, Random], bool]] = dict(
    zip(KINDS, (deleted, inserted, sorted_alone, shifted, quoted, swapped, renamed, secret), strict=True)
)


def damaged(kind: str, dice: Random) -> tuple[ClassList, ClassList]:
    """A list, and the same with one mistake in it."""
    while True:
        whole = random_list(dice)
        spoilt = whole.copy()
        if MISTAKES[kind](spoilt, dice):
            return whole, spoilt


def outcome(path: Path, whole: ClassList) -> Outcome:
    """What came of a list, against what was in it before the mistake."""
    try:
        roster = read_students(path)
    except HandoutError as error:
        return Outcome(secrets=_secrets(str(error), whole), told=True)
    children = whole.children()
    rows = {problem.place.row for problem in roster.problems}
    wrong = 0
    for student in roster.students:
        class_name, number, username = children.get(student.name, ("-", "-", "-"))
        is_right = (
            student.name in children
            and (student.class_name in {class_name, ""} or student.row in rows)
            and (student.register_number in {number, ""} or student.row in rows)
            and (student.username in {username, ""} or (not username and student.origin == "derived"))
        )
        wrong += not is_right
    found = {student.name for student in roster.students}
    asked = not roster.students
    lost = sum(name not in found and not asked and row not in rows for row, name in enumerate(children, 2))
    if any("line breaks" in problem.what for problem in roster.problems):
        lost = 0  # it says that the children of the next lines may be in it
    told = "".join(map(str, (*roster.problems, *roster.notes, *roster.students)))
    return Outcome(wrong, lost, _secrets(told, whole), told=bool(roster.problems))


def _secrets(told: str, whole: ClassList) -> int:
    secrets = set(SECRETS)
    for field in ("password", "contact"):
        if field in whole.fields:
            secrets |= {row[whole.column(field)] for row in whole.rows}
    return sum(text in told for text in secrets if len(text) > 3)
