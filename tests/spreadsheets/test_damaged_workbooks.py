"""What is damaged, is no class list, or claims far too much is refused in one line."""

import random
import subprocess
import sys
from pathlib import Path

import pytest
from helpers.lists import SECRET, write
from helpers.spreadsheets import KINDS, parts_of, spreadsheet, zipped
from helpers.workbooks import BOOK, PLAIN, PLAIN_ROWS, SHEET, STRINGS, changed, refusal, whole

from handout.errors import RosterError
from handout.spreadsheets.compound import CompoundFile, compound_file
from handout.spreadsheets.list_files import read_grids


@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS)
def test_a_damaged_workbook_is_refused_in_one_line(
    tmp_path: Path, kind: str, capfd: pytest.CaptureFixture[str]
) -> None:
    """Nothing of a secret and no line of a library, wherever the damage is."""
    data = whole(tmp_path, kind).read_bytes()
    dice = random.Random(5)
    refusals = []
    for turn in range(150):
        damaged = bytearray(data)
        if turn % 3 == 0:
            del damaged[dice.randrange(len(data)) :]
        for _ in range(dice.randint(1, 6) if damaged else 0):
            damaged[dice.randrange(len(damaged))] = dice.choice((0, 255, dice.randrange(256)))
        try:
            read_grids(write(tmp_path, f"damaged.{kind}", bytes(damaged)))
        except RosterError as error:
            refusals.append(error)
    assert len(refusals) > 30
    assert all(len(error.problems) == 1 for error in refusals)
    assert SECRET not in "\n".join(map(str, refusals))
    assert capfd.readouterr() == ("", "")


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["xlsb", "xls"])
def test_where_the_library_panics_nothing_is_on_the_screen(tmp_path: Path, kind: str) -> None:
    """A shared text that does not exist, or a cell cut short: calamine gives up with lines of its own."""
    cell = b"\x07\x0c" + bytes(8) + b"\xff\0\0\0"
    if kind == "xlsb":
        path = spreadsheet(tmp_path, kind, {"3A": [["Name"]]})
        parts = parts_of(path)
        name = "xl/worksheets/sheet1.bin"
        parts[name] = parts[name].replace(b"\x92\x01", cell + b"\x92\x01")
        path.write_bytes(zipped(parts))
    else:
        path = spreadsheet(tmp_path, kind, {"3A": [["Name"]]})
        stream = CompoundFile(path.read_bytes()).stream("Workbook")
        path.write_bytes(compound_file("Workbook", stream.replace(b"\x04\x02\x11\0", b"\x04\x02\x05\0")))
    code = f"from handout import read_students; read_students({str(path)!r})"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert run.stderr.splitlines()[-1].endswith("Excel Workbook (.xlsx).")
    assert "damaged" in run.stderr
    assert "panic" not in run.stderr.replace("PanicException", "")


def test_a_chain_of_sectors_without_an_end_is_damage(tmp_path: Path) -> None:
    data = bytearray(compound_file("Workbook", bytes(9_000)))
    table = len(data) - 4_096
    data[table : table + 4] = bytes(4)  # the first sector of the stream leads to itself
    assert "damaged" in refusal(write(tmp_path, "list.xls", bytes(data)))


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("list.xlsx", zipped({"word/document.xml": "<a/>"}), "not an Excel workbook"),
        ("list.xls", compound_file("WordDocument", b"text"), "not an Excel workbook"),
        ("list.xls", compound_file("EncryptedPackage", b"secret"), "locked with a password"),
        ("list.xls", compound_file("Workbook", b"\x2f\0\6\0\1\0\0\0\0\0"), "locked with a password"),
        (
            "list.ods",
            zipped({"content.xml": "x", "META-INF/manifest.xml": "<manifest:encryption-data/>"}),
            "locked with a password",
        ),
        ("list.xls", b"\x09\x04\x06\x00\x00\x00\x10\x00", "a very old Excel"),
        ("list.xlsb", b"\1\0\2\0\3", "not an Excel workbook"),
        ("list.xls", b"<html><table><tr><td>Name</td></tr></table></html>", "a web page"),
        ("list.xls", b"\xef\xbb\xbf\r\n <TABLE><TR><TD>Name</TD></TR></TABLE>", "a web page"),
        ("list.xls", b'<?xml version="1.0"?><Workbook><Cell>Name</Cell></Workbook>', "an XML file"),
        ("list.csv", rb"{\rtf1\ansi Name\par TAN MEI}", "Word document (RTF)"),
        ("list.ods", zipped({"content.xml": "<a/>"}), "damaged"),
    ],
)  # fmt: skip
def test_what_is_no_class_list_is_refused_in_words(
    tmp_path: Path, name: str, data: bytes, words: str
) -> None:
    assert words in refusal(write(tmp_path, name, data))


def test_a_grown_entity_is_refused_before_it_grows(tmp_path: Path) -> None:
    """A billion laughs, in the part that is read first and in a worksheet."""
    bomb = '<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]><a>&c;</a>'
    for parts in (
        {"xl/workbook.xml": bomb, "xl/_rels/workbook.xml.rels": "<Relationships/>"},
        {"xl/workbook.xml": "<workbook/>", "xl/_rels/workbook.xml.rels": bomb},
        {"content.xml": bomb, "META-INF/manifest.xml": "<manifest/>", "mimetype": "x"},
    ):
        assert "damaged" in refusal(write(tmp_path, "list.xlsx", zipped(parts)))


@pytest.mark.slow
def test_a_table_of_an_open_document_that_repeats_itself_for_ever_is_refused(tmp_path: Path) -> None:
    path = spreadsheet(tmp_path, "ods", {"3A": [["Name"], ["TAN MEI"]]})
    parts = {name: part.decode() for name, part in parts_of(path).items()}
    content = parts["content.xml"]
    for old, new, words in (
        ("<table:table-row><", '<table:table-row table:number-rows-repeated="900000"><', "as far as A"),
        ("<table:table-cell ", '<table:table-cell table:number-columns-repeated="9000000" ', "far more"),
        (
            "</table:table>",
            '<table:table-row><table:table-cell table:number-columns-repeated="16384" office:value="1"'
            ' office:value-type="float"/></table:table-row>' * 800 + "</table:table>",
            "far more than a class list",
        ),
        ("TAN MEI", 'TAN<text:s text:c="999999999"/>MEI', "damaged"),
    ):
        parts["content.xml"] = content.replace(old, new)
        assert parts["content.xml"] != content
        assert words in refusal(write(tmp_path, "list.ods", zipped(parts)))


@pytest.mark.parametrize(
    "change",
    [
        (STRINGS, b'uniqueCount="4"', b'uniqueCount="99999999999"'),
        (BOOK, b"</sheets>", b'<sheet name="x" sheetId="9" r:id="rId1"/>' * 200 + b"</sheets>"),
        (SHEET, b"</sheetData>", b"</sheetData><mergeCells>" + b'<mergeCell ref="A2:A3"/>' * 20_001 + b"</mergeCells>"),
    ],
)  # fmt: skip
def test_a_workbook_that_claims_far_too_much_is_refused(
    tmp_path: Path, change: tuple[str, bytes, bytes]
) -> None:
    path = changed(spreadsheet(tmp_path, "xlsx", {"3A": PLAIN}), change)
    assert "far more than a class list" in refusal(path)


@pytest.mark.parametrize(
    ("kind", "limit"),
    [
        ("xlsb", "xlsb_marks.MOST_RECORDS"),
        ("xls", "xls_marks.MOST_RECORDS"),
        ("ods", "ods_marks.MOST_WORKSHEETS"),
    ],
)
def test_no_more_is_looked_through_than_a_list_may_have(
    tmp_path: Path, kind: str, limit: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = spreadsheet(tmp_path, kind, {"3A": PLAIN, "3B": PLAIN})
    assert [grid.rows for grid in read_grids(path).tables] == [PLAIN_ROWS, PLAIN_ROWS]
    monkeypatch.setattr(f"handout.spreadsheets.{limit}", 1 if kind == "ods" else 10)
    assert "far more than a class list" in refusal(path)
