"""Class lists as schools have them, and files that only look like one."""

import io
import random
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from handout.errors import RosterError
from handout.roster import dropped_values, read_rows, roster_template
from handout.students import read_students

LISTS = Path(__file__).parent / "rosters"
SECRET = "Hunter2-Hunter2"


def write(folder: Path, name: str, content: str | bytes, encoding: str = "utf-8") -> Path:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode(encoding))
    return path


def workbook(folder: Path, *sheets: tuple[str, list[list]], name: str = "list.xlsx") -> Path:
    book = Workbook()
    book.remove(book.active)
    for title, rows in sheets:
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    book.save(folder / name)
    return folder / name


def names(path: Path) -> list[tuple[str, str, str]]:
    return [
        (student.class_name, student.register_number, student.name)
        for student in read_students(path).students
    ]


SIMPLE = "Index,Name,Class\n1,TAN MEI LING,3A\n2,LIM JO ANN,3A\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_encodings_and_separators(tmp_path: Path, encoding: str, separator: str) -> None:
    text = SIMPLE.replace(",", separator).replace("JO", "ZOÉ")
    data = b"\xff\xfe" + text.encode(encoding) if encoding == "utf-16-le" else text.encode(encoding)
    path = write(tmp_path, "list.csv", data)
    assert names(path) == [("3A", "1", "TAN MEI LING"), ("3A", "2", "LIM ZOÉ ANN")]
    told = [str(note) for note in read_rows(path).notes]
    assert len(told) == (1 if encoding == "cp1252" else 0)


@pytest.mark.parametrize(
    "header",
    [
        "S/N,Full Name,Form Class",
        "No.,Student Name,CLASS",
        "Reg No,NAME AS IN BC,Class",
        "Register No.,name , form class",
    ],
)
def test_headings_by_any_usual_name(tmp_path: Path, header: str) -> None:
    path = write(tmp_path, "list.csv", header + "\n1,TAN MEI LING,3A\n")
    assert names(path) == [("3A", "1", "TAN MEI LING")]


@pytest.mark.parametrize("heading", ["Username", "MIMS ID", "MIMS Username", "iCON Email", "Email"])
def test_username_by_any_usual_name(tmp_path: Path, heading: str) -> None:
    path = write(tmp_path, "list.csv", f"Name,{heading}\nTAN MEI,tan_mei_1@students.edu.sg\n")
    assert read_students(path).students[0].username == "tan_mei_1@students.edu.sg"


def test_other_columns_are_dropped_unread_and_named_once(tmp_path: Path) -> None:
    text = (
        f"No,Name,Name (Mother Tongue),NRIC,Password,Class,Level\n1,TAN MEI,陈美,T0000001A,{SECRET},3A,P3\n"
    )
    path = write(tmp_path, "list.csv", text)
    roster = read_students(path)
    assert roster.students[0].name == "TAN MEI"
    assert roster.students[0].class_name == "3A"
    (note,) = [str(note) for note in roster.notes if "not read" in note.what]
    assert '"Name (Mother Tongue)", "NRIC", "Password", "Level"' in note
    assert SECRET not in repr(roster)
    assert "T0000001A" not in repr(roster)
    assert {SECRET, "T0000001A"} <= dropped_values(path)


def test_title_rows_blank_rows_totals_footers_and_a_second_header(tmp_path: Path) -> None:
    text = (
        "Rain Tree Primary School,,\nName list of 3A,,\n,,\nNo,Name,Class\n1.0,TAN MEI,3A\n,,\n2.0,LIM JO,3A\n"
        "No,Name,Class\n3.0,TOTAL TAN,3A\nTotal: 3,,\nGenerated from the system,,\n"
    )
    path = write(tmp_path, "list.csv", text)
    assert names(path) == [("3A", "1", "TAN MEI"), ("3A", "2", "LIM JO"), ("3A", "3", "TOTAL TAN")]
    assert [note.line for note in read_rows(path).notes] == [8, 10, 11]


def test_header_beyond_the_fifteenth_row_is_none(tmp_path: Path) -> None:
    path = write(tmp_path, "list.csv", "title\n" * 15 + SIMPLE)
    with pytest.raises(RosterError, match="heading for the names"):
        read_rows(path)


def test_workbook_with_a_sheet_per_class(tmp_path: Path) -> None:
    path = workbook(
        tmp_path,
        ("3A", [["No", "Name"], [1.0, "TAN MEI"], [None, None], [2.0, "LIM JO"]]),
        ("3B", [["Class list"], ["No", "Name"], [1, "ONG KAI"]]),
        ("Read me", [["Please fill in both sheets"]]),
    )
    assert names(path) == [("3A", "1", "TAN MEI"), ("3A", "2", "LIM JO"), ("3B", "1", "ONG KAI")]
    assert [note.sheet for note in read_rows(path).notes] == ["Read me"]


def test_hidden_sheets_are_left_alone(tmp_path: Path) -> None:
    path = workbook(tmp_path, ("3A", [["Name"], ["TAN MEI"]]), ("old", [["Name"], ["LIM JO"]]))
    book = load_workbook(path)
    book["old"].sheet_state = "hidden"
    book.save(path)
    assert names(path) == [("3A", "", "TAN MEI")]
    assert [note.sheet for note in read_rows(path).notes] == ["old"]


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
    assert problem.line == 3
    assert "no saved value" in problem.what
    assert "save it" in problem.remedy


def test_register_order_by_number_not_by_line(tmp_path: Path) -> None:
    path = write(tmp_path, "list.csv", "No,Name,Class\n10,TAN MEI,3B\n2,LIM JO,3B\n1,ONG KAI,3A\n")
    assert names(path) == [("3B", "2", "LIM JO"), ("3B", "10", "TAN MEI"), ("3A", "1", "ONG KAI")]


@pytest.mark.parametrize("ending", [".csv", ".xlsx"])
def test_the_starter_list_can_be_read_and_is_always_the_same(tmp_path: Path, ending: str) -> None:
    data = roster_template(ending)
    assert data == roster_template(ending)
    roster = read_students(write(tmp_path, f"list{ending}", data))
    assert len(roster.students) == 3
    assert not roster.problems


class TestUnreadable:
    """One clear line for each file that is no class list."""

    @pytest.mark.parametrize(
        ("name", "data", "words"),
        [
            ("empty.csv", b"", "empty"),
            ("blank.csv", b"\n\n", "empty"),
            ("noheader.csv", b"1,2\n3,4\n", "heading for the names"),
            ("picture.csv", b"\x89PNG\r\n\x1a\n\0\0\0", "not a text file"),
            ("half.csv", "Name\nTAN".encode("utf-16")[:-1], "not a text file"),
            ("quote.csv", b'Name,Class\n"TAN MEI,3A\nLIM JO,3A\n', "quotation mark"),
            ("list.xlsx", b"%PDF-1.7 ...", "PDF"),
            ("list.csv", b"%PDF-1.7 ...", "PDF"),
            ("list.xlsx", b"Name\nTAN MEI\n", "not an Excel workbook"),
            ("list.xlsx", b"PK\x03\x04 broken", "not an Excel workbook"),
            ("list.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old", "old Excel"),
            (
                "list.xlsx",
                b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"),
                "locked with a password",
            ),
            ("large.csv", b"Name\n" + b"A B\n" * 2_600_000, "larger than 10 MB"),
            ("long.csv", b"Name\n" + b"A B\n" * 30_001, "more than 30,000 rows"),
            ("wide.csv", b"Name" + b",x" * 100 + b"\n", "100 columns"),
        ],
    )
    def test_is_told_in_one_line(self, tmp_path: Path, name: str, data: bytes, words: str) -> None:
        with pytest.raises(RosterError) as error:
            read_students(write(tmp_path, name, data))
        (problem,) = error.value.problems
        assert words in problem.what
        assert problem.remedy
        assert problem.file == name

    def test_a_folder_and_a_missing_file(self, tmp_path: Path) -> None:
        for path, words in ((tmp_path, "a folder"), (tmp_path / "none.csv", "no such file")):
            with pytest.raises(RosterError, match=words):
                read_students(path)

    def test_a_zip_that_is_no_workbook_and_a_zip_bomb(self, tmp_path: Path) -> None:
        for entries, words in (
            ({"other.txt": b"x"}, "not an Excel workbook"),
            ({"xl/workbook.xml": b"0" * 101_000_000}, "unpacks to more than 100 MB"),
        ):
            with zipfile.ZipFile(tmp_path / "list.xlsx", "w", zipfile.ZIP_DEFLATED) as archive:
                for name, content in entries.items():
                    archive.writestr(name, content)
            with pytest.raises(RosterError, match=words):
                read_students(tmp_path / "list.xlsx")


@pytest.mark.parametrize("path", sorted(LISTS.glob("*.csv")), ids=lambda path: path.stem)
def test_wrong_lists_are_told_as_written_beside_them(path: Path) -> None:
    """All problems of a list at once; none shows a rejected username or a dropped column."""
    told = "\n".join(map(str, read_students(path).problems)) + "\n"
    assert told == path.with_suffix(".expected").read_text("utf-8")
    assert SECRET not in told + repr(read_students(path))


def _parts(path: Path) -> str:
    try:
        roster = read_students(path)
    except RosterError as error:
        return str(error)
    return "".join(map(str, (*roster.problems, *roster.notes))) + repr(roster.students)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(max_size=300), header=st.sampled_from(["", "Name\n", "No,Name,Class,Email\n"]))
def test_any_text_is_a_list_or_told_why_not(tmp_path: Path, text: str, header: str) -> None:
    data = (header + text).encode("utf-8", "surrogatepass")
    _parts(write(tmp_path, "list.csv", data))


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_damaged_files_never_crash_and_never_tell_a_secret(tmp_path: Path, ending: str) -> None:
    rows = [
        ["No", "Name", "Password", "Email"],
        [1, "TAN MEI", SECRET, "tan_mei@students.edu.sg"],
        [2, "LIM JO", SECRET, SECRET],
    ]
    if ending == "xlsx":
        whole = workbook(tmp_path, ("3A", rows)).read_bytes()
    else:
        whole = "\n".join(",".join(map(str, row)) for row in rows).encode()
    assert SECRET not in _parts(write(tmp_path, f"whole.{ending}", whole))
    dice = random.Random(3)
    for _ in range(120):
        data = bytearray(whole)
        for _ in range(dice.randint(1, 6)):
            place = dice.randrange(len(data))
            data[place : place + dice.randint(0, 4)] = dice.randbytes(dice.randint(0, 4))
        told = _parts(write(tmp_path, f"list.{ending}", bytes(data)))
        if ending == "xlsx":  # in a CSV the damage may move the secret into another column
            assert SECRET not in told


def test_xlsx_inner_damage_is_told(tmp_path: Path) -> None:
    whole = workbook(tmp_path, ("3A", [["Name"], ["TAN MEI"]])).read_bytes()
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(whole)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name)[:40] if name.endswith("sheet1.xml") else old.read(name))
    with pytest.raises(RosterError, match="damaged"):
        read_students(write(tmp_path, "list.xlsx", out.getvalue()))
