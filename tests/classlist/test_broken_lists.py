"""Lists that went wrong in ways of their own: nobody is lost, nobody gets another's, no grown-up gets a page."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from helpers.lists import names, noted_rows, workbook, write
from openpyxl import load_workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font

from handout import read_students

D = "@students.edu.sg"
HEADINGS = "No,Name,Class,Username,Password\n"
CHILDREN = (
    f"1,SOH KAI ENG,2B,soh_kai_eng{D},Moon-4411-Rice\n"
    f"2,DALILA BINTE NOOR,2B,dalila_noor_3{D},Moon-4412-Rice\n"
    f"3,KUEK JIN WEI,2B,kuek_jin_wei{D},Moon-4413-Rice\n"
)
ALL = [("2B", "1", "SOH KAI ENG"), ("2B", "2", "DALILA BINTE NOOR"), ("2B", "3", "KUEK JIN WEI")]


@pytest.mark.parametrize(
    "row",
    [
        "Form Teacher,Mdm Aw Lay Peng,,,",
        "Co-Form Teacher,MR TOH,,,",
        ",MDM AW LAY PENG,,Form Teacher,",
        ",MDM AW LAY PENG,,,",
        ",AW LAY PENG,,,Vice-Principal",
        "班主任,欧丽萍,,,",
        ",,,Total: 3,",
        ",,,Please change the password at the first login,",
        ",,,https://example.org/portal,",
        ",RESTRICTED,,,",
        "OFFICIAL (CLOSED) / SENSITIVE NORMAL,,,,",
        "Average,8,,,",
    ],
)
def test_who_signs_a_list_and_what_is_below_it_gets_no_page(tmp_path: Path, row: str) -> None:
    path = write(tmp_path, "list.csv", f"{HEADINGS}{CHILDREN}{row}\n")
    assert names(path) == ALL
    assert noted_rows(path) == [5]
    assert not read_students(path).problems


@pytest.mark.parametrize(
    "row",
    [
        f"4;OON MEI QI;2B;oon_mei_qi{D};Moon-4414-Rice",
        f"4  OON MEI QI  2B  oon_mei_qi{D}",
        "4|OON MEI QI|2B||",
        f",,,4;OON MEI QI;oon_mei_qi{D},",
        ",4;OON MEI QI;2B,,,",
    ],
)
def test_a_child_whose_row_is_all_in_one_cell_is_not_lost(tmp_path: Path, row: str) -> None:
    text = write(tmp_path, "list.csv", f"{HEADINGS}{CHILDREN}{row}\n")
    cells = [line.split(",") for line in f"{HEADINGS}{CHILDREN}{row}".splitlines()]
    for path in (text, workbook(tmp_path, ("2B", cells))):
        roster = read_students(path)
        assert [problem.place.row for problem in roster.problems] == [5]
        assert "OON" not in str(roster.problems) + str(roster.notes)
        assert names(path) == ALL


@pytest.mark.parametrize(
    "title", ["Form Class : 2D / FT: Mr Toh", "Class: 2D, Co-Form Teacher: Mr Toh", "CLASS 2D / 28 pupils"]
)
def test_a_title_with_more_in_it_begins_another_class(tmp_path: Path, title: str) -> None:
    rows = [["Class: 2B"], ["No", "Name"], [1, "SOH KAI ENG"], [2, "DALILA BINTE NOOR"]]
    path = workbook(tmp_path, ("Sheet1", [*rows, [title], [1, "KUEK JIN WEI"]]))
    assert names(path) == [*ALL[:2], ("2D", "1", "KUEK JIN WEI")]


def test_a_class_of_formulas_without_values_is_told(tmp_path: Path) -> None:
    path = workbook(tmp_path, ("Sheet1", [["No", "Name", "Class"], [1, "SOH KAI ENG", '="2"&"B"']]))
    assert [problem.what for problem in read_students(path).problems] == [
        "A formula in this row has no saved value."
    ]


@pytest.mark.parametrize("heading", ["Std", "P/Class", "Form class (P2)", "Class Grp", "Grade"])
def test_more_headings_of_a_class(tmp_path: Path, heading: str) -> None:
    path = write(tmp_path, "list.csv", f"{HEADINGS}{CHILDREN}".replace("Class", heading))
    assert names(path) == ALL


def test_names_of_the_same_words_whose_usernames_changed_places(tmp_path: Path) -> None:
    rows = f"4,WEN TAN LEE,2B,lee_tan_wen{D},\n5,LEE TAN WEN,2B,wen_tan_lee{D},\n"
    path = write(tmp_path, "list.csv", f"{HEADINGS}{CHILDREN}{rows}")
    assert [problem.place.row for problem in read_students(path).problems] == [5, 6]
    assert names(path) == ALL
    right = (
        rows.replace("wen_tan_lee", "x").replace("lee_tan_wen", "wen_tan_lee").replace(",x@", ",lee_tan_wen@")
    )
    roster = read_students(write(tmp_path, "list.csv", f"{HEADINGS}{CHILDREN}{right}"))
    assert not roster.problems
    assert len(roster.students) == 5


def strike(cell: Any) -> None:
    cell.font = Font(strike=True)


def strike_a_part(cell: Any) -> None:
    cell.value = CellRichText(
        TextBlock(InlineFont(strike=True), "OLD WORD "), TextBlock(InlineFont(), cell.value)
    )


@pytest.mark.parametrize(
    ("cell", "spoil", "words"),
    [
        ("D3", strike, "The username in this row is struck through. Type the right one, or empty the cell."),
        (
            "D3",
            strike_a_part,
            "Part of a cell in this row is struck through. Type what is right into the cell.",
        ),
        (
            "B3",
            strike_a_part,
            "Part of a cell in this row is struck through. Type what is right into the cell.",
        ),
    ],
)
def test_what_is_crossed_out_is_nobody_s(
    tmp_path: Path, cell: str, spoil: Callable[[Any], None], words: str
) -> None:
    cells = [line.split(",") for line in f"{HEADINGS}{CHILDREN}".splitlines()]
    path = workbook(tmp_path, ("2B", cells))
    book = load_workbook(path)
    spoil(book.active[cell])
    book.save(path)
    roster = read_students(path)
    assert [str(problem) for problem in roster.problems] == [f'list.xlsx, worksheet "2B", row 3: {words}']
    assert names(path) == [ALL[0], ALL[2]]
    elsewhere = read_students(path, edits={("2B", 2, "B"): "TAN MEI"})
    assert [problem.place.row for problem in elsewhere.problems] == [3]
    edits = {("2B", 3, cell[0]): "DALILA BINTE NOOR" if cell[0] == "B" else f"dalila_noor_3{D}"}
    assert not read_students(path, edits=edits).problems


def test_a_row_that_is_crossed_out_whole_is_asked_about_in_a_note(tmp_path: Path) -> None:
    path = workbook(tmp_path, ("2B", [line.split(",") for line in f"{HEADINGS}{CHILDREN}".splitlines()]))
    book = load_workbook(path)
    for cell in book.active[3]:
        strike(cell)
    book.save(path)
    roster = read_students(path)
    assert (roster.problems, names(path)) == ((), ALL)
    assert "struck through, but it has a page" in " ".join(note.what for note in roster.notes)


def test_a_note_in_the_password_column_is_struck_through_in_part(tmp_path: Path) -> None:
    cells = [line.split(",") for line in f"{HEADINGS}{CHILDREN}".splitlines()]
    path = workbook(tmp_path, ("2B", cells))
    book = load_workbook(path)
    strike_a_part(book.active["E3"])
    book.save(path)
    assert not read_students(path).problems
    assert names(path) == ALL
