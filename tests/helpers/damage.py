"""Random class lists, one mistake in each, and what may come of it: nothing wrong, nothing lost, nothing secret."""

import csv
import io
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from random import Random

import xlsxwriter

from handout import HandoutError, read_students

DOMAIN = "@students.edu.sg"
SURNAMES = [
    "TAN",
    "LIM",
    "LEE",
    "NG",
    "ONG",
    "WONG",
    "GOH",
    "CHUA",
    "KOH",
    "TEO",
    "YEO",
    "SIM",
    "HO",
    "ANG",
    "LOW",
    "TOH",
    "PEH",
    "FOO",
    "CHIA",
    "SEAH",
]
SYLLABLES = [
    "WEI",
    "JIE",
    "HUI",
    "MIN",
    "XIN",
    "YI",
    "KAI",
    "LE",
    "JUN",
    "HAO",
    "ZHI",
    "YU",
    "EN",
    "RUI",
    "SHU",
    "TING",
    "MEI",
    "LING",
    "JIA",
    "QI",
    "YANG",
    "FENG",
]
MALAY = ["NUR AISYAH", "MUHAMMAD DANISH", "SITI HAJAR", "AHMAD RAYYAN", "PUTERI BALQIS", "HARIS IRFAN"]
FATHERS = ["RAHMAN", "OSMAN", "RAZALI", "SALIM", "YUSOF", "HAMID"]
INDIAN = ["PRIYA", "ARJUN", "KAVITHA", "NITHIN", "MEERA", "ROHAN", "ANJALI", "VIKRAM"]
PARENTS = ["RAMAN", "KUMAR", "SURESH", "PILLAI", "NAIR", "ANAND"]
# A MIMS password has 12 letters or more, of three kinds: a figure or a sign is always in it.
SECRETS = [
    "Hunter2-Hunter2",
    "Abcd1234!x9Z",
    "Correct-Horse-Ab",
    "Qwertz#Uiop#Yx",
    "x9k2m4p7q1ZZ",
    "Sun&Shine-Rain12",
    "483920",
]
HEADINGS = {
    "number": ["Index", "No.", "Reg No", "S/N", "Register No."],
    "name": ["Name", "Name of Pupil", "Full Name (as in BC)", "Student Name", "Statutory Name"],
    "class": ["Class", "Form Class", "Class 2026"],
    "username": ["Username", "MIMS Username", "Student Email", "iCON Email", "Login ID"],
    "password": ["Password", "MIMS Password", "Default PW", "PIN"],
    "remarks": ["Remarks", "CCA", "Notes"],
    "contact": ["Contact No", "Home Phone"],
}
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


@dataclass
class ClassList:
    """A list as fields and rows; `numbers` are the rows of the file."""

    fields: list[str]
    headings: list[str]
    rows: list[list[str]]

    def copy(self) -> "ClassList":
        return ClassList(list(self.fields), list(self.headings), [list(row) for row in self.rows])

    def column(self, field: str) -> int:
        return self.fields.index(field)

    def children(self) -> dict[str, tuple[str, str, str]]:
        """Each child's class, number and username by its name."""
        return {
            row[self.column("name")]: (
                row[self.column("class")] if "class" in self.fields else "",
                row[self.column("number")] if "number" in self.fields else "",
                row[self.column("username")] if "username" in self.fields else "",
            )
            for row in self.rows
        }


def random_list(dice: Random) -> ClassList:
    fields = ["number", "name", "class"]
    if dice.random() < 0.85:
        fields.append("username")
    fields += [field for field in ("password", "remarks", "contact") if dice.random() < 0.6]
    if dice.random() < 0.6:
        dice.shuffle(fields)
    headings = [dice.choice(HEADINGS[field]) for field in fields]
    classes = dice.choice([["3A"], ["3A", "3B"], ["P3 Joy", "P3 Hope"], ["1 Care"], ["Respect", "Care"]])
    rows, seen = [], set()
    for class_name in classes:
        for number in range(1, dice.randint(4, 9)):
            name = _name(dice)
            while _local(name) in seen:
                name = _name(dice)
            seen.add(_local(name))
            rows.append([_cell(field, name, class_name, number, dice) for field in fields])
    return ClassList(fields, headings, rows)


def _name(dice: Random) -> str:
    kind = dice.random()
    if kind < 0.6:
        return " ".join([dice.choice(SURNAMES), *dice.sample(SYLLABLES, 2)])
    if kind < 0.8:
        return f"{dice.choice(MALAY)} {dice.choice(['BIN', 'BINTE'])} {dice.choice(FATHERS)}"
    return f"{dice.choice(INDIAN)} {dice.choice(['', 'S/O ', 'D/O '])}{dice.choice(PARENTS)} {dice.choice(SYLLABLES)}"


def _local(name: str) -> str:
    return "_".join(word for word in name.lower().split() if word not in {"binte", "s/o", "d/o"})


def _cell(field: str, name: str, class_name: str, number: int, dice: Random) -> str:
    if field == "username":
        local = _local(name) + (f"_{dice.randint(1, 9)}" if dice.random() < 0.2 else "")
        return "" if dice.random() < 0.08 else local + DOMAIN
    return {
        "name": name,
        "number": str(number),
        "class": class_name,
        "password": dice.choice(SECRETS) + str(dice.randint(10, 99)),
        "remarks": dice.choice(["", "", "absent", "new pupil", "Choir"]),
        "contact": f"9{dice.randint(1000000, 9999999)}",
    }[field]


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


def write_list(sheet: ClassList, folder: Path, ending: str, *, raw: bool = False) -> Path:
    """The list as a file; `raw` leaves quotation marks as they are."""
    rows = [sheet.headings, *sheet.rows]
    if ending == ".xlsx":
        return _write_workbook(rows, folder / "list.xlsx")
    path = folder / "list.csv"
    if raw:
        path.write_text("".join(",".join(row) + "\n" for row in rows), "utf-8")
    else:
        text = io.StringIO()
        csv.writer(text).writerows(rows)
        path.write_text(text.getvalue(), "utf-8")
    return path


def _write_workbook(rows: list[list[str]], path: Path) -> Path:
    """By xlsxwriter, in a third of the time that openpyxl takes: there are thousands of them."""
    with xlsxwriter.Workbook(path, {"in_memory": True}) as book:
        sheet = book.add_worksheet("List")
        for number, row in enumerate(rows):
            cells = [int(cell) if cell.isdigit() and len(cell) < 3 else cell for cell in row]
            for place, cell in enumerate(cells):
                write = sheet.write_number if isinstance(cell, int) else sheet.write_string
                if cell != "":
                    write(number, place, cell)
    return path


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
