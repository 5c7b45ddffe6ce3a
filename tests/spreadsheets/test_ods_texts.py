"""What lies in the cells of an .ods workbook beside their text, and how a line ends in them."""

from pathlib import Path

import pytest
from helpers.lists import write
from helpers.spreadsheets import parts_of, spreadsheet, zipped

from handout.spreadsheets import read_grids

ROWS = [["Name", "Username"], ["KOH AN QI", "koh_an_qi"], ["OMAR ZAKI", "omar_zaki"]]
SHAPE = "<draw:frame><draw:text-box><text:p>Moon-4411</text:p></draw:text-box></draw:frame>"


def cells(folder: Path, text: str) -> list[tuple[str, ...]]:
    """The cells of a list in which this stands for the text of the first name."""
    parts = parts_of(spreadsheet(folder, "ods", {"3A": ROWS}))
    content = parts["content.xml"].decode()
    assert content.count("<text:p>KOH AN QI</text:p>") == 1
    content = content.replace("<text:p>KOH AN QI</text:p>", text)
    content = content.replace(
        " xmlns:text=", ' xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:text=', 1
    )
    (grid,) = read_grids(write(folder, "list.ods", zipped({**parts, "content.xml": content}))).tables
    return [row for _, row in grid.rows]


@pytest.mark.parametrize(
    "text",
    [
        f"{SHAPE}<text:p>KOH AN QI</text:p>",
        f"<text:p>KOH AN QI</text:p>{SHAPE}",
        f"<draw:g>{SHAPE}{SHAPE}</draw:g><text:p>KOH AN QI</text:p><draw:line/>",
        "<draw:custom-shape><text:p>Moon-4411</text:p></draw:custom-shape><text:p>KOH AN QI</text:p>",
    ],
)
def test_the_words_of_a_shape_are_no_part_of_the_cell_it_lies_in(tmp_path: Path, text: str) -> None:
    assert cells(tmp_path, text) == [tuple(row) for row in ROWS]


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("<text:p>KOH AN<text:line-break/>QI</text:p>", "KOH AN\nQI"),
        ("<text:p>KOH<text:tab/>AN QI</text:p>", "KOH AN QI"),
        ("<text:p>KOH AN</text:p><text:p>QI</text:p>", "KOH AN\nQI"),
    ],
)
def test_breaks_and_tabs_part_words(tmp_path: Path, text: str, read: str) -> None:
    assert cells(tmp_path, text)[1][0] == read
