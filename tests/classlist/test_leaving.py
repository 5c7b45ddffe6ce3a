"""A child whose row may say, in a column that is not read, that the child has left: a note, never a guess."""

from pathlib import Path

import pytest
from helpers.lists import workbook, write

from handout import read_students

LEFT = "may say that this child has left"


def told(path: Path, heading: str, *cells: str) -> list[int]:
    """The rows whose child has a note; each child gets a page all the same."""
    names = ("TAN MEI", "LIM JO", "RAJ KUMAR", "ONG KAI", "SITI NUR", "GOH LI")
    rows = [
        f"{number},{name},3A,{cell}" for number, (name, cell) in enumerate(zip(names, cells, strict=False), 1)
    ]
    write(path.parent, path.name, "\n".join([f"No,Name,Class,{heading}", *rows]) + "\n")
    roster = read_students(path)
    assert len(roster.students) == len(cells)
    assert not roster.problems
    notes = [note for note in roster.notes if LEFT in note.what]
    said = " ".join(note.what for note in notes)
    assert not any(cell in said for cell in cells if len(cell) > 3), "what the cell says is not shown"
    return [note.place.row for note in notes if note.place.row]


@pytest.mark.parametrize(
    "cell",
    [
        *(
            "Withdrawn",
            "WITHDRAWN w.e.f. 3 Mar 2026",
            "Pupil has withdrawn",
            "(Transferred out)",
            "Transferred",
        ),
        *("Transferred to Fern Primary", "trf out", "Left", "left on 2 March", "Left school", "Inactive"),
        *(
            "Not active",
            "No longer in school",
            "Deceased",
            "Emigrated",
            "Moved to Perth",
            "LOA",
            "tidak aktif",
        ),
        *("Pindah keluar", "Bertukar sekolah", "已转学", "转学", "已离校", "退学", "மாற்றலாகி"),
    ],
)
def test_words_that_may_mean_that_a_child_has_left(tmp_path: Path, cell: str) -> None:
    for heading in ("Status", "Remarks", "备注", "Catatan"):
        assert told(tmp_path / "3A.csv", heading, "", "Active", cell) == [4], heading


@pytest.mark.parametrize(
    "cell",
    [
        "Active",
        "Transferred in",
        "Transferred from Fern",
        "转学生",
        "转入",
        "Left-handed",
        "New",
        "FAS",
        "Monitor",
    ],
)
def test_words_that_do_not(tmp_path: Path, cell: str) -> None:
    assert told(tmp_path / "3A.csv", "Remarks", "", "", cell) == []


def test_a_child_may_sit_at_the_left(tmp_path: Path) -> None:
    assert told(tmp_path / "3A.csv", "Handedness", "Right", "Left", "Right") == []


@pytest.mark.parametrize("heading", ["Father's status", "Previous school", "Password", "Old remarks"])
def test_what_is_said_of_somebody_else_is_no_word_of_the_child(tmp_path: Path, heading: str) -> None:
    assert told(tmp_path / "3A.csv", heading, "", "Deceased", "") == []


@pytest.mark.parametrize(
    ("heading", "cells", "rows"),
    [
        ("Withdrawn", ("No", "Yes", "", "-"), [3]),
        ("Date left", ("", "", "3/3/2026", ""), [4]),
        ("Active", ("Yes", "No", "Y", "Yes"), [3]),
        ("Aktif", ("Ya", "Ya", "Tidak", "Ya"), [4]),
        ("Left / right", ("Left", "Right", "Right", "Right"), []),
        ("Withdrawn", ("Yes", "No", "x", ""), [2, 4]),  # half of them
        ("Withdrawn", ("Yes", "Yes", "x", ""), []),  # more: it must mean something else
        ("Withdrawn from CCA", ("Yes", "", "", ""), []),
        ("Active member", ("No", "", "", ""), []),
        ("Active", ("Yes", "Withdrawn", "0", "left on 2 March"), [3, 4]),
        ("Current school", ("No", "", "Left the school", ""), [2, 4]),
        ("House", ("Left", "Withdrawn", "Out", ""), [3]),
    ],
)
def test_a_heading_that_asks_for_it(
    tmp_path: Path, heading: str, cells: tuple[str, ...], rows: list[int]
) -> None:
    assert told(tmp_path / "3A.csv", heading, *cells) == rows


def test_each_column_and_each_worksheet_is_looked_at(tmp_path: Path) -> None:
    """A column that is read or somebody else's ends nothing, nor does a child of the same row elsewhere."""
    head = ["No", "Name", "Class", "Father's status", "House", None]
    here = ("3A", [head, [1, "TAN MEI", "3A", "Deceased", "Dropped out", "Gone"], [2, "LIM JO", "3A"]])
    there = ("3B", [head, [1, "RAJ KUMAR", "3B"], [2, "ONG KAI", "3B", None, "Gone", "Gone"]])
    notes = [str(note) for note in read_students(workbook(tmp_path, here, there)).notes if LEFT in note.what]
    assert notes == [
        f'list.xlsx, worksheet "{where}: Column {column} is not read, but {LEFT}.'
        " The page is made: look at the row, and take it out if so."
        for where, column in (
            ('3A", row 2: No. 1 TAN MEI', 'E "House"'),
            ('3A", row 2: No. 1 TAN MEI', "F"),
            ('3B", row 3: No. 2 ONG KAI', "F"),
        )
    ]


def test_the_note_names_child_and_column(tmp_path: Path) -> None:
    rows = [["No", "Name", "Class", "Status"], [1, "TAN MEI", "3A", ""], [2, "LIM JO", "3A", "Withdrawn"]]
    path = workbook(tmp_path, ("3A", rows), name="3A.xlsx")
    (note,) = [str(note) for note in read_students(path).notes if LEFT in note.what]
    assert note == (
        '3A.xlsx, worksheet "3A", row 3: No. 2 LIM JO: Column D "Status" is not read, but may say that this child has'
        " left. The page is made: look at the row, and take it out if so."
    )
