"""Text files: every encoding, separator and quotation mark that spreadsheets and exports write."""

from pathlib import Path

import pytest
from helpers.lists import write

from handout.errors import RosterError
from handout.spreadsheets.grids import Cells
from handout.spreadsheets.list_files import read_grids

LIST = "No,Name,Class\n1,ANDRÉ D’CRUZ,3A\n2,TAN MEI,3A\n"
ROWS = ((1, ("No", "Name", "Class")), (2, ("1", "ANDRÉ D’CRUZ", "3A")), (3, ("2", "TAN MEI", "3A")))


def rows(folder: Path, content: str | bytes, name: str = "list.csv") -> tuple[tuple[int, Cells], ...]:
    (grid,) = read_grids(write(folder, name, content)).tables
    assert grid.is_text
    return grid.rows


def cells(folder: Path, content: str | bytes) -> list[Cells]:
    return [row for _, row in rows(folder, content)]


@pytest.mark.parametrize(
    "data",
    [
        LIST.encode(),
        LIST.encode("utf-8-sig"),
        b"\xef\xbb\xbf" + LIST.encode("utf-8-sig"),
        LIST.encode("utf-16"),
        LIST.encode("utf-16-le"),
        LIST.encode("utf-16-be"),
        b"\xfe\xff" + LIST.encode("utf-16-be"),
        LIST.encode("utf-32"),
    ],
)
def test_every_recognisable_encoding_is_read(tmp_path: Path, data: bytes) -> None:
    grids = read_grids(write(tmp_path, "list.csv", data))
    assert grids.tables[0].rows == ROWS
    assert not grids.notes


def test_the_old_windows_encoding_is_read_with_a_note(tmp_path: Path) -> None:
    grids = read_grids(write(tmp_path, "list.csv", LIST.encode("cp1252")))
    assert grids.tables[0].rows == ROWS
    (note,) = grids.notes
    assert note.what == "The file is in the old Windows encoding."


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Name\nANDRÉ\n", "mac_roman"),
        ("Name\nandré muñoz\n", "mac_roman"),
        ("Name\nÖZIL\n", "cp437"),
        ("Name\nJOSÉ\n", "cp850"),
        ("Name\nMUÑOZ\n", "cp437"),
        ("Name\nTan 李\n", "gbk"),
        ("Name\n王 Kai Wen\n", "euc-kr"),
        ("Name\n陈美玲\n", "gb18030"),
        ("Name\n陳美玲\n", "big5"),
        ("Name\nமலர்\n", "utf-16-be"),
    ],
)
def test_letters_that_can_be_read_in_two_ways_are_never_guessed(
    tmp_path: Path, text: str, encoding: str
) -> None:
    """Read right, or refused in words: never other letters than were typed."""
    try:
        read = "\n".join(row[0] for row in cells(tmp_path, text.encode(encoding)))
    except RosterError as error:
        (problem,) = error.problems
        assert problem.what == "The letters with accents in this file can be read in more than one way."
        assert "CSV UTF-8" in problem.remedy
    else:
        assert read == text.strip()


@pytest.mark.parametrize(
    "data", [b"Name\n\0\0TAN", "Name\nTAN".encode("utf-16")[:-1], b"\xef\xbb\xbfName\nZO\xc9\n"]
)
def test_what_is_no_text_is_refused(tmp_path: Path, data: bytes) -> None:
    with pytest.raises(RosterError, match="not a text file"):
        read_grids(write(tmp_path, "list.csv", data))


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("title", ["", "Class list, 3A; 2026\n\n"])
def test_every_separator_is_found(tmp_path: Path, separator: str, title: str) -> None:
    """Names with a comma and cells with other separators do not mislead."""
    lines = [
        ["No", "Name", "Remark"],
        ["1", '"TAN, MEI"', "a;b"],
        ["2", '"LIM, JO"', "c;d"],
        ["3", '"ONG, KAI"', "e"],
    ]
    text = title + "".join(separator.join(line) + "\n" for line in lines)
    if separator == ";":
        text = text.replace("a;b", '"a;b"').replace("c;d", '"c;d"')
    assert cells(tmp_path, text)[-3:] == [
        ("1", "TAN, MEI", "a;b"),
        ("2", "LIM, JO", "c;d"),
        ("3", "ONG, KAI", "e"),
    ]


def test_a_tab_in_a_list_called_xls_or_txt_is_a_separator(tmp_path: Path) -> None:
    for name in ("list.xls", "list.txt", "list.tsv", "list.xlsx"):
        for encoding in ("utf-8", "utf-16"):
            assert rows(tmp_path, LIST.replace(",", "\t").encode(encoding), name) == ROWS


def test_a_separator_named_in_the_first_line_holds(tmp_path: Path) -> None:
    """Excel does not count that line as a row."""
    for first in ("sep=;\r\n", '"sep=;"\n', "SEP=;\r"):
        assert rows(tmp_path, f"{first}No;Name\n1;TAN, MEI\n2;LIM, JO\n") == (
            (1, ("No", "Name")),
            (2, ("1", "TAN, MEI")),
            (3, ("2", "LIM, JO")),
        )


@pytest.mark.parametrize(
    "text",
    [
        "No,Name\r1,TAN MEI\r2,LIM JO\r",
        "No,Name\r\n1,TAN MEI\n2,LIM JO",
        "No,Name\n1,TAN MEI\r\n2,LIM JO\r",
        "No,Name\r\n1,TAN MEI\r\n2,LIM JO\r\n\x1a",
        "No,Name\n1,TAN MEI\n2,LIM JO\n\x1a\x1a\r\n",
        ' No, "Name"\n1 ,"TAN MEI" \n 2, LIM JO\n',
        '"No","Name"\n"1","TAN MEI"\n="2",="LIM JO"\n',
        'No,Name\n"=""1""","=""TAN MEI"""\n2,LIM JO',
    ],
)
def test_line_ends_end_marks_spaces_and_quotation_marks(tmp_path: Path, text: str) -> None:
    assert cells(tmp_path, text) == [("No", "Name"), ("1", "TAN MEI"), ("2", "LIM JO")]


def test_the_zero_that_an_export_protects_is_kept(tmp_path: Path) -> None:
    assert cells(tmp_path, 'No,Name\n="01",TAN MEI\n')[1] == ("01", "TAN MEI")


def test_quotation_marks_inside_a_name_are_read_as_excel_reads_them(tmp_path: Path) -> None:
    text = 'Name,Class\n"BOY" TAN,3A\nLIM "JO" ANN,3A\n"ONG, ""KAI""",3A\n"GOH, LI" ,3A\n'
    assert [name for name, _ in cells(tmp_path, text)[1:]] == [
        "BOY TAN",
        'LIM "JO" ANN',
        'ONG, "KAI"',
        "GOH, LI",
    ]


def test_every_field_of_a_row_is_kept(tmp_path: Path) -> None:
    """The judgement of the rows counts them: empty ones at the end, too many, too few."""
    text = "No,Name,Class\n1,TAN MEI,3A,\n2,LIM JO,3A,,,\n3,ONG KAI\n4,GOH LI,\n,,\n"
    assert [len(row) for row in cells(tmp_path, text)] == [3, 4, 6, 2, 3]
    tabs = text.replace(",", "\t").rstrip("\n")
    assert [len(row) for row in cells(tmp_path, tabs)] == [3, 4, 6, 2, 3]


def test_a_line_break_between_quotation_marks_stays_in_its_cell(tmp_path: Path) -> None:
    """One row, as in Excel, and so are the numbers of those below: the judgement sees who was swallowed."""
    text = 'No,Name,Remark\n1,TAN MEI,"late\n2,LIM JO,ill"\n\n3,ONG KAI,\n'
    assert rows(tmp_path, text) == (
        (1, ("No", "Name", "Remark")),
        (2, ("1", "TAN MEI", "late\n2,LIM JO,ill")),
        (4, ("3", "ONG KAI", "")),
    )


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ('No,Name\n1,TAN MEI\n2,"LIM JO\n3,ONG KAI\n', 3),
        ('No,Name\n1,TAN MEI\n2,"LIM JO', 3),
        ('No,Name\n1,TAN MEI\n2,"LIM JO,3A"x\n3,"', 4),
        ('No,Name\n\n1,"' + "A" * 200_000, 3),
    ],
)
def test_a_quotation_mark_that_is_never_closed_is_reported_with_its_row(
    tmp_path: Path, text: str, row: int
) -> None:
    with pytest.raises(RosterError) as error:
        read_grids(write(tmp_path, "list.csv", text))
    (problem,) = error.value.problems
    assert problem.place.row == row
    assert problem.what.startswith("A quotation mark that opens in this row is never closed")
    assert "LIM" not in str(problem)


def test_columns_made_with_spaces_are_refused(tmp_path: Path) -> None:
    text = "No    Name         Class\n1     TAN MEI      3A\n2     LIM JO       3A\n"
    with pytest.raises(RosterError, match="lined up with spaces"):
        read_grids(write(tmp_path, "list.txt", text))


def test_a_single_column_is_a_list(tmp_path: Path) -> None:
    """Two spaces in one name, or in the title, are no columns."""
    text = "Class 3A   2026\nName\nTAN  MEI\nLIM JO\nONG KAI\n"
    assert cells(tmp_path, text)[1:] == [("Name",), ("TAN  MEI",), ("LIM JO",), ("ONG KAI",)]


@pytest.mark.slow
def test_a_list_of_empty_rows_without_end_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RosterError, match="beyond row 60,000"):
        read_grids(write(tmp_path, "list.csv", "Name\n" + "\n" * 60_000 + "TAN MEI\n"))
