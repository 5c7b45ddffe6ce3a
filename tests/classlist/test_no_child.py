"""What comes of a row that may be no child's: left out, and why; told, where a child may be in it; or read."""

from pathlib import Path

import pytest
from helpers.lists import workbook, write
from openpyxl import load_workbook

from handout import read_students

D = "@students.edu.sg"
HEADINGS = "No,Name,Class,Username,Remark\n"
CHILDREN = f"1,TAN MEI,3A,tan_mei{D},x\n2,LIM JO,3A,lim_jo{D},\n"
NO_NAME = "There is no name in this row, though other cells are filled."
NO_CLASS = "There is no class in this row, though others have one."
ELSEWHERE = f"An address that ends with {D} is outside the column of usernames."


def outcome(folder: Path, text: str) -> str:
    """Of the last row: the child that is read, the problem, or why it was left out."""
    last = text.rstrip("\n").count("\n") + 1
    roster = read_students(write(folder, "list.csv", text))
    assert [problem.place.row for problem in roster.problems] in ([], [last])
    left_out = [note.what for note in roster.notes if note.place.row == last and "left out" in note.what]
    found = [problem.what for problem in roster.problems] + left_out
    found += [student.name for student in roster.students if student.row == last]
    assert len(found) < 2
    return "".join(found).removeprefix("This row was left out: ").removesuffix(".")


@pytest.mark.parametrize(
    ("row", "what"),
    [
        (",,Please give this to them all,,", "no name"),
        (",,Please give this to each of them,,", "a remark"),  # seven words
        (",,,Please give this to them all,", NO_NAME),
        (",,,Please give this to each of them,", "a remark"),
        ("Please give this to each of them,,,,", "a remark"),
        (",,Please give this to each of them,,x", NO_NAME),
        (",,https://x.sg,,", "a remark"),
        (",,,https://x.sg,", "a remark"),
        ("https://x.sg,,,,", "a remark"),
        ("Mdm Ang,,,,", "a remark"),
        (",,Mdm Ang,,", "a remark"),
        (",,,Mdm Ang,", "a remark"),
        (",,,Mdm Ang,x", NO_NAME),
        ("Ang Hoe,,,,", "a title"),
        (",,,,see below", "nothing in the columns that are read"),
        (",,,,see@below.sg", NO_NAME),
        (",,see@below.sg,,", NO_NAME),
        (f"ang_hoe{D},,,,", ELSEWHERE),
        (f",,,ang_hoe{D},", NO_NAME),
        (f",,,{D},", "no name"),
        (",,,ang,", NO_NAME),
        ("7,,,,", "no name"),
        ("7,,3A,,", "no name"),
        ("x,,3A,,", NO_NAME),
        ("7,,,,x", NO_NAME),
        ("7,,3A,,x", NO_NAME),
        (",,3A,,x", NO_NAME),
        ("x,,,,x", NO_NAME),
        ("7,VACANT,,,", "no name"),
        (",VACANT,,,", "no name"),
        (",VACANT,3A,,", "no name"),
        (",VACANT,,,x", "no name"),
        (",VACANT,3A,,x", NO_NAME),
        ("x,VACANT,,,", NO_NAME),
        (f"7,VACANT,3A,ang{D},", NO_NAME),
    ],
)
def test_a_row_without_a_name(tmp_path: Path, row: str, what: str) -> None:
    assert outcome(tmp_path, f"{HEADINGS}{CHILDREN}{row}\n") == what.rstrip(".")


@pytest.mark.parametrize(
    ("row", "what"),
    [
        ("7;ANG HOE;3A,,,,", NO_NAME),
        ("7|ANG HOE|3A,,,,", NO_NAME),
        ("7  ANG HOE,,,,", NO_NAME),
        ("7\tANG HOE,,,,", NO_NAME),
        ("7;ANG HOE;3A,,,,x", NO_NAME),
        ("7 ANG HOE,,,,", "a title"),
        ("7;ANG,,,,", "a title"),  # one word may be anything
        ("7;NIL,,,,", "a title"),
        ("ANG HOE;3A,,,,", "a title"),
        (f"ANG;ang_hoe{D},,,,", ELSEWHERE),
        (f",ANG;ang_hoe{D},,,", ELSEWHERE),
        (",ANG;ang_hoe@mail.sg,,,", "a remark"),
        (",7;ANG HOE,,,", "There is a figure in the name."),
        (",7;ANG,,,", "a remark"),
        (",7;ANG HOE,3A,,", "There is a figure in the name."),
    ],
)
def test_a_row_that_is_all_in_one_cell(tmp_path: Path, row: str, what: str) -> None:
    assert outcome(tmp_path, f"{HEADINGS}{CHILDREN}{row}\n") == what.rstrip(".")


@pytest.mark.parametrize(
    ("row", "what"),
    [
        ("No,Name,Class,Username,Remark", "the headings again"),
        ("Class,,,,", "a title"),
        ("Class 3B,,,,", "a title"),
        (",Class 3B,,,", "a title"),
        (",Class 3B,x,,", "a title"),
        (",Class 3B,x,y@z,", "There is a figure in the name."),
        (",ANG Class 3B,,,", "a remark"),
        (",ANG HOE,Class 3B,,", "ANG HOE"),
        (",3B,,,", "a title"),
        (",Form Teacher,,,", "a total or footer"),
        ("7,Form Teacher,,,", NO_CLASS),
        (f",Form Teacher,,a{D},", NO_CLASS),
        (",Form Teacher,,sunny,", "a total or footer"),
        (",ANG HOE,,,Principal", "a total or footer"),
        ("7,ANG HOE,3A,,Principal", "ANG HOE"),
        (",Total,40,,", "a total or footer"),
        (",Total,3A,,", "Total"),
        (",Total,,total,", NO_CLASS),
        (",,3A,Total,", NO_NAME),
        (",,40,,Total", "a total or footer"),
        (",,,40,Total", "a total or footer"),
        ("40,,,,Total", "a total or footer"),
        (",,40,Total,ANG HOE", NO_NAME),
        (",,40,Total,ANG BO HOE", NO_NAME),
        (",,Total,sunny,", NO_NAME),
        ("Total,,ANG HOE,,", NO_NAME),
        ("Total,,ANG,,", NO_NAME),
        ("Total,,,,ANG", "a total or footer"),
        ("Total,,,,ANG HOE", NO_NAME),
        ("Total,,,,ANG BO HOE", NO_NAME),
    ],
)
def test_words_that_are_no_child(tmp_path: Path, row: str, what: str) -> None:
    assert outcome(tmp_path, f"{HEADINGS}{CHILDREN}{row}\n") == what.rstrip(".")


REMARK = "There is a remark beside the name."


@pytest.mark.parametrize(
    ("children", "words", "what"),
    [
        ("No,Name,Class\n1,TAN MEI,\n2,LIM JO,\n", ",Please sign,", "a remark"),
        ("No,Name,Class\n1,TAN MEI,\n2,LIM JO,\n", ",ANN LEE,", "ANN LEE"),
        ("No,Name,Class\n1,TAN MEI,\n2,LIM JO,\n", ",*ANN LEE,", "a remark"),
        ("No,Name,Class\n1,TAN MEI,\n2,LIM JO,\n", ",[NEW],", "a remark"),
        ("No,Name,Class\n1,TAN MEI,\n2,LIM JO,\n", ",(NEW),", "a remark"),
        ("No,Name,Class\n1,TAN MEI,\n2,LIM JO,\n", ",MR ANG,", "a remark"),
        ("No,Name,Class\n1,TAN MEI,\n2,LIM JO,\n", ",ANG 2,", "a remark"),
        # nothing else is usual in this list
        ("Name,House\nTAN MEI,Red\nLIM JO,\n", "Please sign,", "Please sign"),
        ("Name,House\nTAN MEI,Red\nLIM JO,\n", "(NEW),", REMARK),
        ("Name,House\nTAN MEI,Red\nLIM JO,Red\n", "Please sign,", "a remark"),
        ("Name,House\nTAN MEI,Red\nLIM JO,Red\n", "(NEW),", "a remark"),
        ("Name\nTAN MEI\nLIM JO\n", "Please sign", "Please sign"),
        ("Name\nTAN MEI\nLIM JO\n", "(NEW)", REMARK),
        # half of the names are in capitals, or more
        ("Name,House\nTAN MEI,Red\nKoh An,Red\n", "Please sign,", "Please sign"),
        ("Name,House\nTAN MEI,Red\nKoh An,Red\nLIM JO,Red\n", "Please sign,", "a remark"),
    ],
)
def test_words_alone_under_name(tmp_path: Path, children: str, words: str, what: str) -> None:
    assert outcome(tmp_path, f"{children}{words}\n") == what.rstrip(".")


@pytest.mark.parametrize(
    ("areas", "cells", "rows"),
    [
        (["A2:A3", "B2:B3", "C2:C3"], [None, None, None, "x"], [2]),
        (["B2:B3"], [None, None, None, "x"], [2]),
        (["A2:A3", "B2:B3"], [None, None, "3B", None], [2, 3]),  # something of its own is read
        (["A2:A3"], [None, "ANG HOE", "3A", None], [2, 3]),
    ],
)
def test_a_row_into_which_a_name_is_merged(
    tmp_path: Path, areas: list[str], cells: list, rows: list[int]
) -> None:
    path = workbook(tmp_path, ("3A", [["No", "Name", "Class", "Parent"], [1, "TAN MEI", "3A", "y"], cells]))
    book = load_workbook(path)
    for area in areas:
        book.active.merge_cells(area)
    book.save(path)
    roster = read_students(path)
    assert (
        sorted(
            [student.row for student in roster.students] + [problem.place.row for problem in roster.problems]
        )
        == rows
    )
