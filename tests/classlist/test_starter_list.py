"""The class list to fill in: what is in it, and how its cells are made ready to type in."""

import io
import tempfile
from datetime import datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook

from handout.classlist.starter_list import roster_template, write_workbook

LINES = [
    "Index,Name,Class,Username",
    "1,LIM HUI FEN,3A,lim_hui_fen@students.edu.sg",
    "2,MUHAMMAD FAIZ BIN OSMAN,3A,",
    "3,PRIYA D/O RAMAN,3A,",
]


def test_the_list_as_text() -> None:
    assert roster_template(".csv").decode("utf-8-sig").split("\r\n") == [*LINES, ""]


def test_the_list_as_a_workbook_keeps_what_is_typed_as_it_is_typed() -> None:
    book = load_workbook(io.BytesIO(roster_template(".xlsx")))
    assert book.sheetnames == ["Sheet1"]
    sheet = book["Sheet1"]
    assert [[cell or "" for cell in row] for row in sheet.iter_rows(values_only=True)] == [
        line.split(",") for line in LINES
    ]
    assert {cell.number_format for row in sheet.iter_rows() for cell in row} == {"@"}  # text: 01 stays 01
    columns = [sheet.column_dimensions[letter] for letter in "ABCD"]
    assert [column.number_format for column in columns] == ["@"] * 4  # in the rows below too
    assert [int(column.width) for column in columns] == [9, 27, 9, 31]  # as wide as what is in them
    assert book.properties.created == datetime(2000, 1, 1)  # noqa: DTZ001 - as above


def test_a_column_is_not_as_wide_as_a_very_long_text() -> None:
    lengths = {"3A": 59, "3B": 60, "3C": 61, "3D": 0}
    book = load_workbook(io.BytesIO(write_workbook({name: [["x" * n]] for name, n in lengths.items()})))
    assert [int(sheet.column_dimensions["A"].width) for sheet in book] == [63, 64, 64, 4]


def test_rows_of_a_workbook_may_be_shorter_than_others() -> None:
    book = load_workbook(io.BytesIO(write_workbook({"3A": [["1"], ["2", "3"]]})))
    assert [[cell or "" for cell in row] for row in book["3A"].iter_rows(values_only=True)] == [
        ["1", ""],
        ["2", "3"],
    ]


def test_nothing_of_a_workbook_is_on_the_disk_meanwhile(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """There are children in the office's corrected list."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "there is no such folder"))
    assert write_workbook({"3A": [["TAN MEI"]]}).startswith(b"PK")
