"""Rows that are no child, and children who only sound like one."""

from pathlib import Path

import pytest
from helpers.lists import SIMPLE, names, noted_rows, workbook, write

from handout import read_students


@pytest.mark.parametrize("row", ["TOTAL LEE,3", "PRINTED LIM,3", "PAGE TAN,3", "SOURCE ONG,3"])
def test_a_child_whose_name_begins_like_a_footer_is_printed(tmp_path: Path, row: str) -> None:
    path = write(tmp_path, "list.csv", f"Name,Class\n{row}\nTotal,3\n")
    assert [f"{name},{class_name}" for class_name, _, name in names(path)] == [row]


@pytest.mark.parametrize(
    "footer",
    ["Total: 40", "Grand total 40", "Total number of pupils: 40", "Generated from the system", "Printed on 3 Jan",
     "Prepared by: the office", "End of list", "*** End of report ***", "As at 3 Jan", "Page 1 of 2", "Source: x"],
)  # fmt: skip
def test_footers_are_no_children(tmp_path: Path, footer: str) -> None:
    for row in (f"{footer},,", f",{footer},"):
        path = write(tmp_path, "list.csv", f"{SIMPLE}{row}\n")
        assert len(names(path)) == 2
        assert noted_rows(path) == [4]


def test_footers_by_their_words_and_children_who_only_sound_like_one(tmp_path: Path) -> None:
    text = "No,Name,Class\n,Boys: 2,\nPrepared by: Mdm Lim,,\n*** End of list ***,,\n,TOTAL TAN,3A\n4,Girls Tan,3A\n"
    path = write(tmp_path, "list.csv", text)
    assert names(path) == [("3A", "", "TOTAL TAN"), ("3A", "4", "Girls Tan")]
    (note,) = [note for note in read_students(path).notes if note.place.row]
    assert str(note) == "list.csv, row 2: 3 rows up to row 4 were left out: a total or footer."


@pytest.mark.parametrize(
    "words",
    ["Totals", "Number of students: 40", "No. of pupils: 40", "Total enrolment: 40", "Total: 7 (4 boys, 3 girls)",
     "TOTAL 40 PUPILS", "Boys 20", "Class size: 40", "Report generated on 1 Jan 2025", "Printed 1 Jan 2025",
     "Last updated: 1 Jan 2025", "End", "-- end --", "Form Teacher: Mdm Lim", "Copyright MOE", "40 students"],
)  # fmt: skip
def test_the_office_s_own_footers_are_no_children(tmp_path: Path, words: str) -> None:
    rows = [["S/N", "Name", "Username"], [1, "LIM HUI FEN", None]]
    for footer in ([None, words, None], ["Total", words, None], [words, None, 7]):
        path = workbook(tmp_path, ("3A", [*rows, footer]))
        assert names(path) == [("3A", "1", "LIM HUI FEN")]
        assert not read_students(path).problems
        assert noted_rows(path) == [3]


@pytest.mark.parametrize("name", ["TOTAL WONG", "END LIM", "PRINTED TAN", "BOYSIE ONG", "PAGE LIM"])
def test_a_child_without_a_number_may_sound_like_a_footer(tmp_path: Path, name: str) -> None:
    path = write(tmp_path, "list.csv", f"Name\n{name}\n")
    assert [found for _, _, found in names(path)] == [name]


@pytest.mark.parametrize("name", ["AS AT SALIM", "Copyright Tan", "Form Teacher Lim", "Updated Tan"])
def test_a_child_without_number_or_class_may_sound_like_a_longer_footer(tmp_path: Path, name: str) -> None:
    path = write(tmp_path, "list.csv", f"Name,NRIC\n{name},T1234567A\n")
    assert [found for _, _, found in names(path)] == [name]


def test_no_cell_takes_for_ever_to_be_no_footer(tmp_path: Path) -> None:
    """Quadratic once: two such cells took 17 seconds."""
    rows = [["Name"], ["TAN MEI"], *[["total 1" + " " * 32_000 + "\nx"]] * 20]
    read_students(workbook(tmp_path, ("3A", rows)))
