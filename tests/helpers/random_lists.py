"""Random class lists as schools have them, and their files."""

import csv
import io
from dataclasses import dataclass
from pathlib import Path
from random import Random

import xlsxwriter

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
