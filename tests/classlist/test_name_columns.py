"""Which columns make the name: by their headings, by what they hold, and by the usernames beside them."""

from pathlib import Path

import pytest
from helpers.lists import write

from handout import read_students

D = "@students.edu.sg"
CHILDREN = ["TAN MEI", "LIM JO", "ANG BO", "CHUA DAN", "ENG FEI", "GOH HAN"]
GIVEN = [f"{name.lower().replace(' ', '_')}{D}" for name in CHILDREN]


def columns(folder: Path, headings: str, *cells: list[str]) -> tuple[list[str], str]:
    """What is asked of the names; else the columns that are read as the name, ? where only their cells say so."""
    rows = "".join(f"{n},{','.join(row)}\n" for n, row in enumerate(zip(*cells, strict=True), 1))
    roster = read_students(write(folder, "list.csv", f"No,{headings}\n{rows}"))
    read = [column for column in roster.surveys[0].columns if column.field == "name"]
    assert all(question.kind == "name" for question in roster.questions)
    return (
        [question.flaw.what for question in roster.questions],
        "".join(column.letter + ("" if column.sure else "?") for column in read),
    )


@pytest.mark.parametrize(
    ("headings", "cells", "letters"),
    [
        ("Name,First Name,Last Name", [["TAN MEI", "LIM JO"], ["MEI", "JO"], ["TAN", "LIM"]], "B"),
        ("First Name,Last Name", [["TAN MEI", "LIM JO"], ["", ""]], "B"),
        ("First Name,Middle Name,Last Name", [["TAN", "LIM"], ["MEI", "JO"], ["", ""]], "BC"),
        ("Last Name,First Name,Last Name", [["TAN"], ["MEI"], ["LIM"]], "BC"),
        ("Name,Surname", [["TAN MEI", ""], ["TAN", "LIM"]], "B"),
        ("Name,Surname", [["TAN LIM MEI", "KOH AN"], ["TAN LIM", "koh"]], "B"),
        ("Name,Pupil Name", [["TAN MEI", "LIM JO"], ["陈美", "林乔"]], "B"),
        ("Name,Pupil Name", [["TAN MEI", "LIM JO", "", ""], ["陈美", "林乔", "李美", "王小"]], "B"),
        ("Name,Xyz", [["", ""], ["TAN MEI", "LIM JO"]], "B"),
        ("Name,Full Name", [["1. TAN MEI", "2. LIM JO"], ["", ""]], "B"),
        ("Name,House", [["1. TAN MEI", "2. LIM JO", "3) ANG BO", "4 CHUA"], ["R", "R", "B", "B"]], "B"),
        ("Xyz,Username", [CHILDREN, [*GIVEN[:5], ""]], "B?"),
        ("Xyz,Abc,Username", [CHILDREN[:2], ["Tan Mei", "Lim Jo"], GIVEN[:2]], "B?"),
        ("English Name,Xyz,Username", [["MAY TAN", "JOE LIM"], CHILDREN[:2], GIVEN[:2]], "C?"),
    ],
)
def test_the_columns_of_the_name(tmp_path: Path, headings: str, cells: list[list[str]], letters: str) -> None:
    assert columns(tmp_path, headings, *cells) == ([], letters)


NOTHING = "No column seems to have the names."


@pytest.mark.parametrize(
    ("headings", "cells", "what"),
    [
        ("First Name,Class", [["MEI"], ["3A"]], NOTHING),
        ("Surname,Class", [["TAN"], ["3A"]], NOTHING),
        (
            "First Name,Middle Name,Middle Name,Last Name",
            [["A"], ["B"], ["C"], ["TAN"]],
            ('How does the name as registered read: E "Last Name" + B "First Name" + C "Middle Name" or'
            ' B "First Name" + C "Middle Name" + E "Last Name"?'),
        ),
        (
            "Name,Surname",
            [["TAN MEI", "JO", "ANN LEE"], ["TAN", "LIM", "LEE"]],
            'How does the name as registered read: B "Name", C "Surname" + B "Name" or B "Name" + C "Surname"?',
        ),
        ("Name,Pupil Name", [["王小明", "李美"], ["陈美", "林乔"]], 'Which column has the names: B "Name" or C "Pupil Name"?'),
        ("Xyz,Username", [CHILDREN, [*GIVEN[:4], "", ""]], 'Does column B "Xyz" have the names?'),
        ("Xyz,Username", [CHILDREN[:5], [*GIVEN[:4], ""]], 'Does column B "Xyz" have the names?'),
        (
            "Xyz,Abc,Username",
            [CHILDREN[:2], ["Mei Tan", "Jo Lim"], GIVEN[:2]],
            'Which column has the names: B "Xyz" or C "Abc"?',
        ),
        ("Xyz,Class", [[*CHILDREN[:5], "SOLO"], ["3A"] * 6], 'Does column B "Xyz" have the names?'),
        ("Xyz,Class", [[*CHILDREN[:4], "SOLO"], ["3A"] * 5], NOTHING),
        ("Name,Xyz", [["1", "2"], CHILDREN[:2]], 'Which column has the names: C "Xyz" or B "Name"?'),
        ("Name,Xyz", [["1. A B", "2. C 2 D", "3 .", "4"], CHILDREN[:4]], 'Which column has the names: C "Xyz" or B "Name"?'),
    ],
)  # fmt: skip
def test_what_is_asked_of_the_names(tmp_path: Path, headings: str, cells: list[list[str]], what: str) -> None:
    assert columns(tmp_path, headings, *cells) == ([what], "")
