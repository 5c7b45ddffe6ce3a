"""Workbooks of every kind: the same table is read alike, and what is hidden is known."""

import random
from pathlib import Path

import pytest
from helpers.lists import write
from helpers.spreadsheets import KINDS, spreadsheet
from helpers.workbooks import BOOK, GRID, PLAIN, PLAIN_ROWS, SHEET, STRINGS, changed, refusal, whole
from xlsxwriter import Workbook

from handout.spreadsheets.compound import CompoundFile, compound_file
from handout.spreadsheets.grids import Grid
from handout.spreadsheets.list_files import read_grids


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_read_alike(tmp_path: Path, kind: str) -> None:
    """Values, errors, hidden rows, columns and worksheets, and what is merged."""
    grids = read_grids(whole(tmp_path, kind))
    assert grids.tables == (GRID,)
    (note,) = grids.notes
    assert str(note) == f'list.{kind}, worksheet "old": This worksheet is hidden and was not read.'


@pytest.mark.parametrize("kind", KINDS)
def test_the_name_of_a_file_does_not_decide_what_it_is(tmp_path: Path, kind: str) -> None:
    for name in ("list.csv", "list.txt", "list.xls", "list.xlsx"):
        assert read_grids(write(tmp_path, name, whole(tmp_path, kind).read_bytes())).tables == (GRID,)


@pytest.mark.parametrize("kind", KINDS)
def test_gaps_keep_the_numbers_of_rows_and_columns(tmp_path: Path, kind: str) -> None:
    rows = [[], [], [None, None, "Name"], [], [None, None, "TAN MEI"]]
    (grid,) = read_grids(spreadsheet(tmp_path, kind, {"3A": rows})).tables
    assert grid.rows == ((3, ("", "", "Name")), (5, ("", "", "TAN MEI")))


@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS)
def test_a_cell_far_away_is_named_or_left_out(tmp_path: Path, kind: str) -> None:
    """The room that all cells before it would take is not taken."""
    last = 256 if kind == "xls" else 16_384
    rows = [["Name"], ["TAN MEI", *[None] * (last - 2), "x"]]
    (grid,) = read_grids(spreadsheet(tmp_path, kind, {"3A": rows})).tables
    assert grid.rows == ((1, ("Name",)), (2, ("TAN MEI",)))
    if kind in {"xlsb", "ods"}:
        rows += [["LIM JO"]] * 600
        told = refusal(spreadsheet(tmp_path, kind, {"3A": rows}))
        assert f'list.{kind}, worksheet "3A": This worksheet reaches as far as XFD602' in told


def test_a_compound_file_is_read_as_it_was_written() -> None:
    for size in (10, 4_096, 4_097, 700_000, 4_500_000):
        stream = random.Random(size).randbytes(size)
        compound = CompoundFile(compound_file("Workbook", stream))
        assert "Workbook" in compound
        assert "Book" not in compound
        assert compound.stream("Workbook")[:size] == stream


@pytest.mark.parametrize(
    "changes",
    [
        [  # Strict Open XML
            (BOOK, b"http://schemas.openxmlformats.org/spreadsheetml/2006/main", b"http://purl.oclc.org/ooxml/spreadsheetml/main"),
            (SHEET, b"http://schemas.openxmlformats.org/spreadsheetml/2006/main", b"http://purl.oclc.org/ooxml/spreadsheetml/main"),
            (BOOK, b"http://schemas.openxmlformats.org/officeDocument", b"http://purl.oclc.org/ooxml/officeDocument"),
        ],
        [(STRINGS, b"TAN MEI", b"TAN MEI_x000D_"), (STRINGS, b"LIM JO", b"_x000D__x000A_LIM JO")],
        [(SHEET, b"</sheetData>", b'<row r="1048576" spans="1:2" ht="15"/></sheetData>')],
        [(SHEET, b"</sheetData>", b'<row r="1048576"><c r="A1048576" s="0"/></row></sheetData>')],
        [("xl/styles.xml", b"</styleSheet>", b'<dxfs count="9"><dxf><fill bgColor="no"/></dxf></dxfs></styleSheet>')],
        [(SHEET, b"</worksheet>", b'<sheetProtection sheet="1" password="CC1A"/></worksheet>')],
        [
            (
                SHEET,
                b"</worksheet>",
                b'<dataValidations count="1"><dataValidation type="list" sqref="A1:A9"/></dataValidations></worksheet>',
            )
        ],
        [(SHEET, b'"', b"'")],
    ],
)  # fmt: skip
def test_what_other_programs_write_into_a_workbook_is_read(
    tmp_path: Path, changes: list[tuple[str, bytes, bytes]], capfd: pytest.CaptureFixture[str]
) -> None:
    path = changed(spreadsheet(tmp_path, "xlsx", {"3A": PLAIN}), *changes)
    assert read_grids(path).tables == (Grid("3A", PLAIN_ROWS),)
    assert capfd.readouterr() == ("", "")


def test_struck_out_cells_are_known(tmp_path: Path) -> None:
    with Workbook(tmp_path / "list.xlsx") as book:
        sheet = book.add_worksheet("3A")
        struck = book.add_format({"font_strikeout": True})
        for number, (index, name) in enumerate(PLAIN):
            sheet.write(number, 0, index)
            sheet.write(number, 1, name, struck if name == "TAN MEI" else None)
    (grid,) = read_grids(tmp_path / "list.xlsx").tables
    assert grid == Grid("3A", PLAIN_ROWS, struck=frozenset({(2, 1)}))


def test_charts_and_pictures_have_no_rows(tmp_path: Path) -> None:
    with Workbook(tmp_path / "list.xlsx") as book:
        sheet = book.add_worksheet("3A")
        for number, row in enumerate(PLAIN):
            sheet.write_row(number, 0, row)
        chart = book.add_chart({"type": "bar"})
        chart.add_series({"values": "='3A'!$A$2:$A$3"})
        book.add_chartsheet("Chart").set_chart(chart)
        pie = book.add_chart({"type": "pie"})
        pie.add_series({"values": "='3A'!$A$2:$A$3"})
        sheet.insert_chart("D2", pie)
        sheet.write_comment("B2", "late")
        sheet.protect("x")
    assert read_grids(tmp_path / "list.xlsx").tables == (Grid("3A", PLAIN_ROWS),)


def test_a_grid_knows_whether_it_is_text_or_a_worksheet() -> None:
    assert not GRID.is_text
    assert GRID._replace(worksheet="").is_text
