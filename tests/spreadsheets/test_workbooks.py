"""Excel lists: merged cells, formulas, slipped rows, and sheets that would take for ever."""

import io
import subprocess
import sys
import zipfile
from datetime import datetime
from pathlib import Path

import pytest
from helpers.lists import SECRET, SIMPLE, names, workbook, write
from openpyxl import load_workbook

from handout import read_students
from handout.errors import RosterError


def test_workbook_with_a_sheet_per_class(tmp_path: Path) -> None:
    path = workbook(
        tmp_path,
        ("3A", [["No", "Name"], [1.0, "TAN MEI"], [None, None], [2.0, "LIM JO"]]),
        ("3B", [["Class list"], ["No", "Name"], [1, "ONG KAI"]]),
        ("Read me", [["Please fill in both sheets"]]),
    )
    assert names(path) == [("3A", "1", "TAN MEI"), ("3A", "2", "LIM JO"), ("3B", "1", "ONG KAI")]
    assert [note.place.worksheet for note in read_students(path).notes if note.place.worksheet] == ["Read me"]


def test_hidden_sheets_are_left_alone(tmp_path: Path) -> None:
    path = workbook(tmp_path, ("3A", [["Name"], ["TAN MEI"]]), ("old", [["Name"], ["LIM JO"]]))
    book = load_workbook(path)
    book["old"].sheet_state = "hidden"
    book.save(path)
    assert names(path) == [("3A", "", "TAN MEI")]
    assert [note.place.worksheet for note in read_students(path).notes if note.place.worksheet] == ["old"]


def test_merged_class_cells_hold_for_all_their_rows(tmp_path: Path) -> None:
    path = workbook(
        tmp_path,
        ("all", [["Class", "No", "Name"], ["3A", 1, "TAN MEI"], [None, 2, "LIM JO"], ["3B", 1, "ONG KAI"]]),
    )
    book = load_workbook(path)
    book["all"].merge_cells("A2:A3")
    book.save(path)
    assert names(path) == [("3A", "1", "TAN MEI"), ("3A", "2", "LIM JO"), ("3B", "1", "ONG KAI")]


def test_a_formula_without_a_saved_value_is_a_problem(tmp_path: Path) -> None:
    path = workbook(tmp_path, ("3A", [["No", "Name"], [1, "TAN MEI"], [2, '=UPPER("lim jo")']]))
    (problem,) = read_students(path).problems
    assert problem.place.row == 3
    assert "no saved value" in problem.what
    assert "save it" in problem.remedy


def changed(path: Path, part: str, old: bytes, new: bytes) -> Path:
    """The workbook with other bytes in one of its parts."""
    whole = path.read_bytes()
    with (
        zipfile.ZipFile(io.BytesIO(whole)) as before,
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as after,
    ):
        for name in before.namelist():
            content = before.read(name)
            assert name != part or old in content
            after.writestr(name, content.replace(old, new) if name == part else content)
    return path


SHEET = "xl/worksheets/sheet1.xml"


def test_a_formula_whose_saved_value_is_empty_is_an_empty_cell(tmp_path: Path) -> None:
    path = workbook(tmp_path, ("3A", [["No", "Name", "Email"], [1, "TAN MEI", '=IF(A2,"","")']]))
    changed(path, SHEET, b'<c r="C2">', b'<c r="C2" t="str">')
    roster = read_students(path)
    assert not roster.problems
    assert roster.students[0].origin == "derived"


def test_a_remark_next_to_the_table_of_a_worksheet_is_no_extra_field(tmp_path: Path) -> None:
    path = workbook(tmp_path, ("3A", [["No", "Name"], [1, "TAN MEI", None, "new"]]))
    assert names(path) == [("3A", "1", "TAN MEI")]
    assert "new" not in repr(read_students(path))


def test_a_class_that_excel_made_a_date_of_is_a_problem(tmp_path: Path) -> None:
    path = workbook(tmp_path, ("all", [["Name", "Class"], ["TAN MEI", datetime(2026, 3, 2)]]))  # noqa: DTZ001
    (problem,) = read_students(path).problems
    assert "made a date" in problem.what


@pytest.mark.parametrize(
    "area",
    [
        b'<mergeCells><mergeCell ref="A3:XFD1048576"/></mergeCells>',
        b'<mergeCells><mergeCell ref="A3:A1048576"/></mergeCells>',
        b'<hyperlinks><hyperlink ref="A3:XFD1048576" location="x"/></hyperlinks>',
    ],
)
def test_an_area_as_large_as_the_sheet_costs_nothing(tmp_path: Path, area: bytes) -> None:
    path = workbook(tmp_path, ("3A", [["Name"], ["TAN MEI"]]))
    changed(path, SHEET, b"</sheetData>", b"</sheetData>" + area)
    assert names(path) == [("3A", "", "TAN MEI")]


def test_a_format_far_to_the_right_is_no_column(tmp_path: Path) -> None:
    path = workbook(tmp_path, ("3A", [["Name"], ["TAN MEI"]]))
    book = load_workbook(path)
    book["3A"]["GZ2"].number_format = "@"
    book.save(path)
    assert names(path) == [("3A", "", "TAN MEI")]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("more", "words"),
    [
        (b'<row r="99999999"><c r="A99999999"><v>1</v></c></row>', "as far as A99999999"),
        (
            b'<row r="600"><c r="XFD600"><v>1</v></c></row>',
            'worksheet "3A": This worksheet reaches as far as XFD600',
        ),
        (b'<row r="3"><c r="A99999999"><f>1+1</f></c></row>', "as far as A99999999"),
        (b'<row r="3">' + b"<c><v>1</v></c>" * 101 + b"</row>", "100 columns"),
        (b'<row r="3">' + b"<c><v>1</v></c>" * 500_001 + b"</row>", "far more than a class list"),
        (
            b"</sheetData><mergeCells>" + b'<mergeCell ref="A2:A3"/>' * 200_001 + b"</mergeCells><sheetData>",
            "far more",
        ),
    ],
)
def test_a_sheet_that_would_take_minutes_is_refused(tmp_path: Path, more: bytes, words: str) -> None:
    path = changed(workbook(tmp_path, ("3A", [["Name"]])), SHEET, b"</sheetData>", more + b"</sheetData>")
    with pytest.raises(RosterError, match=words):
        read_students(path)


@pytest.mark.slow
def test_a_text_list_does_not_wait_for_the_workbook_library(tmp_path: Path) -> None:
    path = write(tmp_path, "list.csv", SIMPLE)
    code = f"import sys; from handout import read_students; read_students({str(path)!r}); print({{'openpyxl', 'python_calamine', 'zipfile'}} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "set()\n"


def test_damage_inside_an_xlsx_is_reported(tmp_path: Path) -> None:
    whole = workbook(tmp_path, ("3A", [["Name"], ["TAN MEI"]])).read_bytes()
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(whole)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name)[:40] if name.endswith("sheet1.xml") else old.read(name))
    with pytest.raises(RosterError, match="damaged"):
        read_students(write(tmp_path, "list.xlsx", out.getvalue()))


@pytest.mark.parametrize("field", ["Class", "Index"])
def test_a_row_that_has_slipped_in_a_sheet_shows_nothing_of_a_secret_column(
    tmp_path: Path, field: str
) -> None:
    """The secret stands in a column that is read then: it may never become a class or a number."""
    rows = [["Name", "Password", field], ["LIM HUA", "x", "3"], ["TAN", "MEI", SECRET, "3"]]
    path = workbook(tmp_path, ("3A", rows))
    roster = read_students(path)
    (problem,) = roster.problems
    assert [student.name for student in roster.students] == ["LIM HUA"]
    assert str(problem) == (
        'list.xlsx, worksheet "3A", row 3: This row has more cells than there are headings. '
        "Have its cells moved? Put each value back into its column. Or write a heading above them."
    )
    assert SECRET not in repr(roster)


def test_a_row_of_formulas_that_were_never_saved_is_not_lost(tmp_path: Path) -> None:
    for rows in ([[1, "TAN MEI"], ["=A2+1", "=Sheet2!B3"], [3, "LIM JO"]], [["=A1", "=B1"]]):
        path = workbook(tmp_path, ("3A", [["No", "Name"], *rows]))
        (problem,) = read_students(path).problems
        assert problem.what == "A formula in this row has no saved value."
        assert problem.place.row == (3 if len(rows) > 1 else 2)


def test_a_class_merged_over_two_columns_holds_for_its_rows(tmp_path: Path) -> None:
    path = workbook(
        tmp_path,
        (
            "all",
            [["Class", "", "No", "Name"], ["3A", None, 1, "TAN MEI"], [None, None, 2, "LIM JO"]],
        ),
    )
    book = load_workbook(path)
    book.active.merge_cells("A2:B3")
    book.save(path)
    assert names(path) == [("3A", "1", "TAN MEI"), ("3A", "2", "LIM JO")]


@pytest.mark.parametrize(
    "rows",
    [
        [["No", "Name", "MIMS ID", "Contact"], [1, "TAN MEI", None, "61234567", "91234567"]],
        [["No", "Name", "MIMS ID"], [1, "TAN MEI", None, "PR"]],
        [["No", "Name", "NRIC", "Class"], [1, "TAN MEI", "T1", "3A"], ["Total", 1, None, None, "end"]],
        [["No", "Name", "NRIC", "Class"], [1, "TAN MEI", "T1", "3A"], ["Prepared by Mrs Lim", None, None, None, "2 Jan"]],
    ],
)  # fmt: skip
def test_remarks_and_footers_next_to_a_worksheet_s_table_do_no_harm(tmp_path: Path, rows: list[list]) -> None:
    roster = read_students(workbook(tmp_path, ("3A", rows)))
    assert [student.name for student in roster.students] == ["TAN MEI"]
    assert not roster.problems


def test_formulas_filled_in_below_the_list_are_no_children(tmp_path: Path) -> None:
    rows = [
        ["No", "Name", "NRIC"],
        [1, "TAN MEI", "T1"],
        ["=A2+1"],
        [None, None, "=C2"],
        ["Total", "=COUNTA(B2:B2)"],
    ]
    roster = read_students(workbook(tmp_path, ("3A", rows)))
    assert [student.name for student in roster.students] == ["TAN MEI"]
    assert not roster.problems
