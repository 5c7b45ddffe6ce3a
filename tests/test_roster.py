"""Class lists as schools have them, and files that only look like one."""

import io
import random
import subprocess
import sys
import zipfile
from datetime import datetime
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
        assert [note.line for note in read_rows(path).notes] == [4]


def test_a_heading_word_in_a_dropped_column_ends_no_list(tmp_path: Path) -> None:
    path = write(tmp_path, "list.csv", "No,Name,Class,Remark\n1,TAN MEI,3A,Name\n2,LIM JO,3A,full name\n")
    assert len(names(path)) == 2
    assert not read_students(path).problems


def test_a_title_with_the_word_name_is_not_the_header(tmp_path: Path) -> None:
    path = write(tmp_path, "list.csv", f"Teacher,Name,\n{SIMPLE}")
    assert names(path)[0] == ("3A", "1", "TAN MEI LING")


@pytest.mark.parametrize(
    "text",
    [
        "Index,Name,Class,Remark\n1,TAN, MEI,3A,\n2,LIM JO,3A,\n",
        "Index,Name,Class,\n1,TAN, MEI,3A\n2,LIM JO,3A,\n",
    ],
)
def test_a_comma_too_many_is_found_where_a_column_is_empty(tmp_path: Path, text: str) -> None:
    roster = read_students(write(tmp_path, "list.csv", text))
    assert [problem.line for problem in roster.problems] == [2]
    assert "more fields" in roster.problems[0].what
    assert [student.name for student in roster.students] == ["LIM JO"]


def test_a_quotation_mark_that_swallows_children_is_a_problem(tmp_path: Path) -> None:
    text = f'No,Name,Password\n1,"TAN MEI,{SECRET}\n2,LIM JO,{SECRET}\n3,ONG KAI",x\n'
    roster = read_students(write(tmp_path, "list.csv", text))
    assert not roster.students
    assert ["line breaks" in problem.what for problem in roster.problems] == [True]
    assert SECRET not in repr(roster)


def test_no_message_shows_a_long_number_or_bare_digits_or_steers_a_terminal(tmp_path: Path) -> None:
    text = "Reg No,Name,Class\nT0000001A,TAN MEI,3A\n\x1b[2J,LIM JO,3A\n3,91234567,3A\n"
    roster = read_students(write(tmp_path, "list.csv", text))
    told = "\n".join(map(str, (*roster.problems, *roster.notes)))
    assert [problem.line for problem in roster.problems] == [2, 3, 4]
    assert not any(secret in told for secret in ("T0000001A", "91234567", "\x1b"))


@pytest.mark.parametrize("letter", ["\x0b", "\x1c", "\x85", "\u2028", "\u200b", "\u202e"])
def test_unseen_letters_are_a_problem_even_where_they_part_words(tmp_path: Path, letter: str) -> None:
    (problem,) = read_students(write(tmp_path, "list.csv", f"Name\nTAN{letter}MEI\n")).problems
    assert "invisible letter" in problem.what


def test_a_name_is_as_long_as_it_prints(tmp_path: Path) -> None:
    name = " ".join(["Zoe\u0301"] * 16)
    assert names(write(tmp_path, "list.csv", f"Name\n{name}\n"))[0][2] == " ".join(["Zoé"] * 16)


@pytest.mark.parametrize("class_name", ["=3A", "3-Feb", "Feb-03", "2026-02-03"])
def test_a_class_that_a_spreadsheet_made_is_a_problem(tmp_path: Path, class_name: str) -> None:
    roster = read_students(write(tmp_path, "list.csv", f"Name,Class\nTAN MEI,{class_name}\nLIM JO,3-Joy\n"))
    assert [problem.line for problem in roster.problems] == [2]


def test_an_empty_class_column_leaves_the_class_to_the_sheet(tmp_path: Path) -> None:
    path = workbook(tmp_path, ("3A", [["Name", "Class"], ["TAN MEI", None]]))
    assert names(path) == [("3A", "", "TAN MEI")]


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


def test_a_row_with_nothing_in_the_columns_that_are_read_is_told(tmp_path: Path) -> None:
    path = write(tmp_path, "list.csv", "No,Name,Remark\n1,TAN MEI,\n,,moved away\n,,\n")
    assert names(path) == [("", "1", "TAN MEI")]
    (note,) = [note for note in read_rows(path).notes if note.line]
    assert note.line == 3
    assert "moved away" not in str(note)


def test_a_heading_is_shown_in_one_line_without_a_sign_that_a_terminal_obeys(tmp_path: Path) -> None:
    path = write(tmp_path, "list.csv", 'No,Name,"Birth\ndate",\x1b[31mPIN\u202e\n1,TAN MEI,,\n')
    (note,) = read_rows(path).notes
    assert note.what == 'These columns were not read: "Birth date", "[31mPIN".'


def test_footers_by_their_words_and_children_who_only_sound_like_one(tmp_path: Path) -> None:
    text = "No,Name,Class\n,Boys: 2,\nPrepared by: Mdm Lim,,\n*** End of list ***,,\n,TOTAL TAN,3A\n4,Girls Tan,3A\n"
    path = write(tmp_path, "list.csv", text)
    assert names(path) == [("3A", "", "TOTAL TAN"), ("3A", "4", "Girls Tan")]
    assert [note.line for note in read_rows(path).notes] == [2, 3, 4]


def test_a_child_whose_cells_sound_like_headings_is_kept(tmp_path: Path) -> None:
    path = write(tmp_path, "list.csv", "No,Name,Class\n1,ANN NAMERA,Class\nNo,Name,Class\n")
    assert names(path) == [("Class", "1", "ANN NAMERA")]


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


def test_a_remark_beside_the_table_of_a_sheet_is_no_field_too_many(tmp_path: Path) -> None:
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


@pytest.mark.parametrize(
    ("more", "words"),
    [
        (b'<row r="99999999"><c r="A99999999"><v>1</v></c></row>', "beyond row"),
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


def test_a_text_list_does_not_wait_for_the_workbook_library(tmp_path: Path) -> None:
    path = write(tmp_path, "list.csv", SIMPLE)
    code = f"import sys; from handout.students import read_students; read_students({str(path)!r}); print('openpyxl' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"


def test_values_that_prove_nothing_are_not_looked_for(tmp_path: Path) -> None:
    path = write(
        tmp_path, "list.csv", "Name,Class,PIN,Form\nTAN MEI,3 Joy,123,3 Joy\nLIM JO,3 Joy,98765,3 Joy\n"
    )
    assert dropped_values(path) == {"98765"}


def test_values_of_a_sheet_without_headings_are_not_looked_for(tmp_path: Path) -> None:
    path = workbook(
        tmp_path, ("3A", [["Name", "NRIC"], ["TAN MEI", "T0000001A"]]), ("Read me", [["Fill it in"]])
    )
    assert dropped_values(path) == {"T0000001A"}


class TestUnreadable:
    """One clear line for each file that is no class list."""

    @pytest.mark.parametrize(
        ("name", "data", "words"),
        [
            ("empty.csv", b"", "empty"),
            ("blank.csv", b"\n\n", "empty"),
            ("nobody.csv", b"No,Name,Class\n", "no child"),
            ("total.csv", b"No,Name,Class\nTotal: 0,,\n", "no child"),
            ("field.csv", b"Name\n" + b"A" * 200_000, "quotation mark"),
            ("old.csv", b"Name\nZO\x81\n", "not a text file"),
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

    def test_a_file_that_may_not_be_read(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        path = write(tmp_path, "list.csv", SIMPLE)

        def refuse(*_: object, **__: object) -> None:
            raise PermissionError(13, "Permission denied")

        monkeypatch.setattr(Path, "open", refuse)
        with pytest.raises(RosterError, match="cannot be read: Permission denied"):
            read_students(path)

    def test_a_folder_and_a_missing_file(self, tmp_path: Path) -> None:
        for path, words in (
            (tmp_path, "a folder"),
            (tmp_path / "none.csv", "no such file"),
            (Path("a\0b.csv"), "cannot be read"),
        ):
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
    roster = read_students(path)
    told = "\n".join(map(str, roster.problems)) + "\n"
    assert told == path.with_suffix(".expected").read_text("utf-8")
    for secret in (SECRET, "T000000"):
        assert secret not in told + repr(roster)


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
        'list.xlsx, sheet "3A", row 3: TAN: This row has more fields than there are headings. '
        "Have its cells moved? Are they remarks? Then write a heading above them."
    )
    assert SECRET not in repr(roster)


def test_a_row_of_formulas_that_were_never_saved_is_not_lost(tmp_path: Path) -> None:
    for rows in ([[1, "TAN MEI"], ["=A2+1", "=Sheet2!B3"], [3, "LIM JO"]], [["=A1", "=B1"]]):
        path = workbook(tmp_path, ("3A", [["No", "Name"], *rows]))
        (problem,) = read_students(path).problems
        assert problem.what == "A formula in this row has no saved value."
        assert problem.line == (3 if len(rows) > 1 else 2)


@pytest.mark.parametrize(
    "above",
    [
        "Name,Index\nTAN MEI,1\n\n",
        "Name,Class\nTAN MEI,3A\nLIM HUA,3A\n\n",
        "Rain Tree Primary School\nName\nTAN MEI\n",
    ],
)
def test_children_above_the_headings_that_are_read_are_not_lost(tmp_path: Path, above: str) -> None:
    text = f"{above}Index,Name,Class\n1,KOH ANN,3B\n"
    (problem,) = read_students(write(tmp_path, "list.csv", text)).problems
    line = text[: text.index("Name")].count("\n") + 1
    second = text[: text.rindex("Index")].count("\n") + 1
    assert str(problem) == (
        f"list.csv:{line}: Headings stand here and again in row {second}, with names between them. "
        "Put each table into a list of its own."
    )


@pytest.mark.parametrize(
    "title",
    [
        "Name:,Mdm Lim\nClass:,3A\n",
        "Name,\nIndex,Name\n",
        "Rain Tree,Name\n,2026\n",
        "School,Rain Tree\nName,Mrs Lim\nLevel,Primary 3\n",
        "Name,:,Mrs Lim\nLevel,:,Primary 3\n",
    ],
)
def test_a_title_above_the_headings_holds_no_children(tmp_path: Path, title: str) -> None:
    path = write(tmp_path, "list.csv", f"{title}Index,Name,Class\n1,KOH ANN,3B\n")
    assert names(path) == [("3B", "1", "KOH ANN")]
    assert not read_students(path).problems


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
        assert [note.line for note in read_rows(path).notes] == [3]


@pytest.mark.parametrize("name", ["TOTAL WONG", "END LIM", "PRINTED TAN", "BOYSIE ONG", "PAGE LIM"])
def test_a_child_without_a_number_may_sound_like_a_footer(tmp_path: Path, name: str) -> None:
    path = write(tmp_path, "list.csv", f"Name\n{name}\n")
    assert [found for _, _, found in names(path)] == [name]


def test_where_one_column_of_usernames_is_empty_a_well_formed_one_of_another_counts(tmp_path: Path) -> None:
    """The other may be a parent's address: then it is as if it were not there."""
    text = (
        "Name,Email,MIMS ID\nTAN MEI,tan_mei9@students.edu.sg,\nLIM JO,x@y.sg,lim_jo@students.edu.sg\n"
        f"ANG HOE,parent@mail.sg,\nONG KAI,{SECRET},\n"
    )
    roster = read_students(write(tmp_path, "list.csv", text))
    assert [(student.username.partition("@")[0], student.origin) for student in roster.students] == [
        ("tan_mei9", "given"),
        ("lim_jo", "given"),
        ("ang_hoe", "derived"),
        ("ong_kai", "derived"),
    ]
    assert not roster.problems
    assert not [note for note in roster.notes if "capital" in note.what]
    assert SECRET not in repr(roster)


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


def test_a_text_that_begins_like_a_packed_file_is_a_text(tmp_path: Path) -> None:
    path = write(tmp_path, "list.csv", "PKSS Class list\nIndex,Name\n1,TAN MEI\n")
    assert names(path) == [("", "1", "TAN MEI")]


SIDE_BY_SIDE = (
    "S/N,Name,Username,,S/N,Name,Username\n"
    "1,TAN MEI LING,,,3,ONG KAI LIN,ong_kai_lin@students.edu.sg\n"
    "2,NG LI MEI,ng_li_mei@students.edu.sg,,4,LIM HUI FEN,lim_hui_fen@students.edu.sg\n"
)


def test_a_table_beside_the_first_gives_no_child_the_username_of_another(tmp_path: Path) -> None:
    roster = read_students(write(tmp_path, "list.csv", SIDE_BY_SIDE))
    assert [str(problem) for problem in roster.problems] == [
        "list.csv:1: The heading of the names stands twice in this row. Put each table into a list of its own."
    ]
    assert "ong_kai_lin" not in repr(roster)
    assert "lim_hui_fen" not in repr(roster)


def test_a_username_of_a_second_column_of_the_same_heading_is_never_taken(tmp_path: Path) -> None:
    text = "Name,Username,Buddy,Username\nTAN MEI,,ONG KAI,ong_kai@students.edu.sg\n"
    roster = read_students(write(tmp_path, "list.csv", text))
    assert [student.username for student in roster.students] == ["tan_mei@students.edu.sg"]


@pytest.mark.parametrize(
    "rows",
    [
        [["No", "Name", "MIMS ID", "Contact"], [1, "TAN MEI", None, "61234567", "91234567"]],
        [["No", "Name", "MIMS ID"], [1, "TAN MEI", None, "PR"]],
        [["No", "Name", "NRIC", "Class"], [1, "TAN MEI", "T1", "3A"], ["Total", 1, None, None, "end"]],
        [["No", "Name", "NRIC", "Class"], [1, "TAN MEI", "T1", "3A"], ["Prepared by Mrs Lim", None, None, None, "2 Jan"]],
    ],
)  # fmt: skip
def test_remarks_and_footers_beside_a_sheet_s_table_do_no_harm(tmp_path: Path, rows: list[list]) -> None:
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


def test_a_form_on_another_sheet_is_no_list_and_shows_nothing(tmp_path: Path) -> None:
    cover = [["School", "Rain Tree"], ["Name:", "Mrs Lim", "NRIC:", "S1234567A"]]
    path = workbook(tmp_path, ("Cover", cover), ("3A", [["No", "Name"], [1, "TAN MEI"]]))
    roster = read_students(path)
    assert [student.name for student in roster.students] == ["TAN MEI"]
    assert "S1234567A" not in repr(roster)


@pytest.mark.parametrize("name", ["AS AT SALIM", "Copyright Tan", "Form Teacher Lim", "Updated Tan"])
def test_a_child_without_number_or_class_may_sound_like_a_longer_footer(tmp_path: Path, name: str) -> None:
    path = write(tmp_path, "list.csv", f"Name,NRIC\n{name},T1234567A\n")
    assert [found for _, _, found in names(path)] == [name]


def test_no_cell_takes_for_ever_to_be_no_footer(tmp_path: Path) -> None:
    """Quadratic once: two such cells took 17 seconds."""
    rows = [["Name"], ["TAN MEI"], *[["total 1" + " " * 32_000 + "\nx"]] * 20]
    read_students(workbook(tmp_path, ("3A", rows)))


def test_what_may_be_a_title_or_a_table_is_told_of(tmp_path: Path) -> None:
    text = "Name,Password\nTAN MEI,x\n\nIndex,Name,Class\n1,KOH ANN,3B\n"
    roster = read_students(write(tmp_path, "list.csv", text))
    assert [student.name for student in roster.students] == ["KOH ANN"]
    assert str(roster.notes[0]) == (
        "list.csv:1: Are these headings? What stands between them and row 4 was not read."
    )
