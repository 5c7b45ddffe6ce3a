"""Rows that are no child, and children who only sound like one."""

from pathlib import Path

import pytest
from helpers.lists import SIMPLE, names, noted_rows, workbook, write

from handout import read_students
from handout.classlist.footers import LONGEST_FOOTER, is_footer, is_vacancy


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


@pytest.mark.slow
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
    children = [["TAN MEI", "3A"], ["LIM JO", "3A"], ["ANG HOE", "3A"]]
    endless = ["total 1" + " " * 32_000 + "\nx", None]
    path = workbook(tmp_path, ("3A", [["Name", "Class"], *children, endless, endless]))
    assert [name for _, _, name in names(path)] == ["TAN MEI", "LIM JO", "ANG HOE"]
    assert noted_rows(path) == [5]


@pytest.mark.parametrize(
    "words",
    ["Sub-total: 3", "Subtotals", "Total strength 40", "Class strength 40", "Number of girls: 3", "Females - 12",
     "Checked by Mdm Lim", "Verified on 3 Jan", "Approved: Mdm Lim", "List exported 3 Jan", "Downloaded from the portal",
     "Co-form teacher Mr Ong", "Class teachers: Mr Ong", "Signature: ____", "Date:", "Signature of parent", "© Rain Tree",
     "Lelaki", "perempuan:", "New pupils", "Strictly private and confidential", "Confidential", "Strictly confidential",
     "For official use only", "Accurate as of 3 Jan", "Correct as at 3 Jan", "Form class: 3A", "Class：3A",
     "Copyright 2026", "Source : the portal", "End of the class", "(end)", "Jumlah murid: 31", "JUMLAH", "总数：31", "Count", "Tally 31"],
)  # fmt: skip
def test_words_of_a_footer(words: str) -> None:
    assert is_footer(words)
    assert is_footer("", words), "in the column of the register numbers too"


@pytest.mark.parametrize(
    "words",
    ["", "7", "TOTAL", "GRAND TOTAL"],
)
def test_a_single_word_is_a_footer_only_with_nothing_of_a_child_beside_it(words: str) -> None:
    assert is_footer(words) == bool(words and not words.isdigit())
    assert not is_footer(words, register_number="4")
    assert not is_footer(words, username="total@students.edu.sg")
    assert not is_footer(words, register_number="4", class_name="40")


def test_a_class_beside_words_without_a_figure_is_a_child_s() -> None:
    assert not is_footer("TOTAL", class_name="3A")
    assert is_footer("TOTAL", class_name="40"), "a sum under Class"
    assert is_footer("TOTAL", username="40"), "a sum under Email"
    assert is_footer("Total: 40", class_name="3A")
    assert is_footer("4", "Boys", "5", "Girls"), "labels, each with its figure"
    assert is_footer("Checked by:", class_name="Mdm Sim"), "the value of a label"
    assert is_footer("Checked by：", class_name="Mdm Sim"), "with a colon of full width"
    assert not is_footer("Checked by", class_name="Mdm Sim")
    assert is_footer("", class_name="Total: 40"), "the words are under Class"
    assert not is_footer("", class_name="3A")


@pytest.mark.parametrize(
    "name",
    ["TOTALI WONG", "ENDA LIM", "DATE LIM", "SIGNATURE TAN", "CLASSON ONG", "LELAKI TAN", "NEW PUPIL TAN", "FOR LIM",
     "CORRECT TAN", "SOURCE ONG", "NUMBER LIM", "A TOTAL"],
)  # fmt: skip
def test_names_that_begin_like_a_footer(name: str) -> None:
    assert not is_footer(name)


def test_a_footer_is_no_longer_than_a_line() -> None:
    footer = "Printed on "
    assert is_footer(footer.ljust(LONGEST_FOOTER, "x"))
    assert not is_footer(footer.ljust(LONGEST_FOOTER + 1, "x"))


@pytest.mark.parametrize(
    "words",
    ["VACANT", "Vacancy", "(empty)", "NIL", "none", "TBC", "tba", "To be confirmed", "to be advised", "No pupil",
     "no student", "New pupil", "New students", "(Transferred out)", "has left", "Withdrawn", "moved away", "left school"],
)  # fmt: skip
def test_words_in_place_of_a_name(words: str) -> None:
    assert is_vacancy(words)


@pytest.mark.parametrize("name", ["VACANTE LIM", "NIL TAN", "LEFT ONG", "NEW PUPIL TAN", "TAN NIL"])
def test_names_that_sound_like_a_vacancy(name: str) -> None:
    assert not is_vacancy(name)


@pytest.mark.parametrize(
    "words",
    ["VACANT", "(Transferred out)", "TRANSFERRED TO HILL VIEW PRI", "Trf out", "Xfer", "(Withdrawn 5/1)", "moved to 4C",
     "Pupil has left", "left school", "Gone overseas", "Not in use", "Waiting list", "No such pupil", "LOA", "???"],
)  # fmt: skip
def test_words_in_place_of_a_name_are_left_out(tmp_path: Path, words: str) -> None:
    assert is_vacancy(words)
    path = write(tmp_path, "list.csv", f"{SIMPLE}3,{words},3A\n4,ANG HOE,3A\n")
    assert [name for _, _, name in names(path)] == ["TAN MEI LING", "LIM JO ANN", "ANG HOE"]
    assert noted_rows(path) == [4]
    assert not read_students(path).problems


@pytest.mark.parametrize(
    "name",
    ["MOVIDA LIM", "LEFTERIS TAN", "NILA", "BLANKA SIM", "TAN MEI (moved to 4C)", "GONE TAN", "POSTED LIM"],
)
def test_names_that_begin_like_a_vacancy(name: str) -> None:
    assert not is_vacancy(name)


def test_a_vacancy_with_a_username_is_told(tmp_path: Path) -> None:
    text = "No,Name,Username\n1,Moved to 4C,tan_mei@students.edu.sg\n2,LIM JO,lim_jo@students.edu.sg\n"
    (problem,) = read_students(write(tmp_path, "list.csv", text)).problems
    assert problem.place.row == 2
