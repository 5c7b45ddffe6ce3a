"""Class lists as schools have them, and files that only look like one."""

from pathlib import Path

import pytest
from helpers.lists import SECRET, SIMPLE, names, noted_rows, workbook, write

from handout import read_students
from handout.classlist.starter_list import roster_template
from handout.spreadsheets import raw_rows

LISTS = Path(__file__).parent / "lists"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_encodings_and_separators(tmp_path: Path, encoding: str, separator: str) -> None:
    text = SIMPLE.replace(",", separator).replace("JO", "ZOÉ")
    data = b"\xff\xfe" + text.encode(encoding) if encoding == "utf-16-le" else text.encode(encoding)
    path = write(tmp_path, "list.csv", data)
    assert names(path) == [("3A", "1", "TAN MEI LING"), ("3A", "2", "LIM ZOÉ ANN")]
    told = [str(note) for note in read_students(path).notes if "encoding" in note.what]
    assert len(told) == (1 if encoding == "cp1252" else 0)


def test_other_columns_are_dropped_unread_and_named_once(tmp_path: Path) -> None:
    text = (
        f"No,Name,Name (Mother Tongue),NRIC,Password,Class,Level\n1,TAN MEI,陈美,T0000001A,{SECRET},3A,P3\n"
    )
    path = write(tmp_path, "list.csv", text)
    roster = read_students(path)
    assert roster.students[0].name == "TAN MEI"
    assert roster.students[0].class_name == "3A"
    columns, passwords = [note.what for note in roster.notes if "not read" in note.what]
    assert '"Name", "NRIC", "Level"' in columns
    assert passwords == "Column E is for passwords and was not read.", (
        "by its letter: its heading may frighten"
    )
    assert SECRET not in repr(roster)
    assert "T0000001A" not in repr(roster)
    assert {SECRET, "T0000001A"} <= {cell for row in raw_rows(path) for cell in row.cells}


def test_title_rows_blank_rows_totals_footers_and_a_second_header(tmp_path: Path) -> None:
    text = (
        "Rain Tree Primary School,,\nName list of 3A,,\n,,\nNo,Name,Class\n1.0,TAN MEI,3A\n,,\n2.0,LIM JO,3A\n"
        "No,Name,Class\n3.0,TOTAL TAN,3A\nTotal: 3,,\nGenerated from the system,,\n"
    )
    path = write(tmp_path, "list.csv", text)
    assert names(path) == [("3A", "1", "TAN MEI"), ("3A", "2", "LIM JO"), ("3A", "3", "TOTAL TAN")]
    assert noted_rows(path) == [8, 10]


@pytest.mark.parametrize(
    "text",
    [
        "Index,Name,Class,Remark\n1,TAN, MEI,3A,\n2,LIM JO,3A,\n",
        "Index,Name,Class,\n1,TAN, MEI,3A\n2,LIM JO,3A,\n",
    ],
)
def test_a_comma_too_many_is_found_where_a_column_is_empty(tmp_path: Path, text: str) -> None:
    roster = read_students(write(tmp_path, "list.csv", text))
    assert [problem.place.row for problem in roster.problems] == [2]
    assert "more fields" in roster.problems[0].what
    assert [student.name for student in roster.students] == ["LIM JO"]


def test_a_quotation_mark_that_swallows_children_is_a_problem(tmp_path: Path) -> None:
    text = f'No,Name,Password\n1,"TAN MEI,{SECRET}\n2,LIM JO,{SECRET}\n3,ONG KAI",x\n'
    roster = read_students(write(tmp_path, "list.csv", text))
    assert not roster.students
    assert ["line breaks" in problem.what for problem in roster.problems] == [True]
    assert SECRET not in repr(roster)


def test_a_remark_of_two_lines_that_begin_no_row_is_honest(tmp_path: Path) -> None:
    text = 'No,Name,Remark\n1,TAN MEI,"Locker\nX12, by the stairs"\n2,LIM JO,\n'
    assert names(write(tmp_path, "list.csv", text)) == [("", "1", "TAN MEI"), ("", "2", "LIM JO")]
    assert not read_students(tmp_path / "list.csv").problems


def test_no_message_shows_a_long_number_or_bare_digits_or_steers_a_terminal(tmp_path: Path) -> None:
    text = "Reg No,Name,Class\nT0000001A,TAN MEI,3A\n\x1b[2J,LIM JO,3A\n3,91234567,3A\n"
    roster = read_students(write(tmp_path, "list.csv", text))
    told = "\n".join(map(str, (*roster.problems, *roster.notes)))
    assert [problem.place.row for problem in roster.problems] == [2, 3, 4]
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
    assert [problem.place.row for problem in roster.problems] == [2]


def test_an_empty_class_column_leaves_the_class_to_the_sheet(tmp_path: Path) -> None:
    path = workbook(tmp_path, ("3A", [["Name", "Class"], ["TAN MEI", None]]))
    assert names(path) == [("3A", "", "TAN MEI")]


def test_register_order_by_number_not_by_line(tmp_path: Path) -> None:
    path = write(tmp_path, "list.csv", "No,Name,Class\n10,TAN MEI,3B\n2,LIM JO,3B\n1,ONG KAI,3A\n")
    assert names(path) == [("3B", "2", "LIM JO"), ("3B", "10", "TAN MEI"), ("3A", "1", "ONG KAI")]


@pytest.mark.parametrize(
    ("ending", "start"),
    [(".csv", b"\xef\xbb\xbfIn"), (".xlsx", b"PK\x03\x04\x14")],  # a mark by which Excel knows UTF-8
)
def test_the_starter_list_can_be_read_and_is_always_the_same(
    tmp_path: Path, ending: str, start: bytes
) -> None:
    data = roster_template(ending)
    assert data == roster_template(ending)
    assert data.startswith(start)
    roster = read_students(write(tmp_path, f"list{ending}", data))
    assert len(roster.students) == 3
    assert not roster.problems


def test_a_row_with_nothing_in_the_columns_that_are_read_is_told(tmp_path: Path) -> None:
    path = write(tmp_path, "list.csv", "No,Name,Remark\n1,TAN MEI,\n,,moved away\n,,\n")
    assert names(path) == [("", "1", "TAN MEI")]
    (note,) = [note for note in read_students(path).notes if note.place.row]
    assert note.place.row == 3
    assert "moved away" not in str(note)


@pytest.mark.parametrize("path", sorted(LISTS.glob("*.csv")), ids=lambda path: path.stem)
def test_wrong_lists_are_told_as_written_beside_them(path: Path) -> None:
    """All problems of a list at once; none shows a rejected username or a dropped column."""
    roster = read_students(path)
    told = "\n".join(map(str, roster.problems)) + "\n"
    assert told == path.with_suffix(".expected").read_text("utf-8")
    for secret in (SECRET, "T000000"):
        assert secret not in told + repr(roster)


@pytest.mark.parametrize("path", sorted(LISTS.glob("read/*.csv")), ids=lambda path: path.stem)
def test_lists_are_read_as_written_beside_them(path: Path) -> None:
    """What is asked, with its choices; all problems and notes, as the office reads them; each child's username.

    Below a problem: the field and the column where it is fixed, and what is suggested.
    """
    roster = read_students(path)
    told = []
    for question in roster.questions:
        answers = (f"  {question.kind}={choice.value}: {choice.label}" for choice in question.choices)
        told += [str(question.problem), *answers]
    for problem in (*(() if roster.questions else roster.problems), *roster.notes):
        told.append(str(problem))
        if problem.fix:
            told.append(f"  {problem.fix.field} {problem.fix.column}: {problem.fix.suggestion}".rstrip())
    told += [
        f"{one.class_name} {one.register_number} {one.name}: {one.username or '-'}" for one in roster.students
    ]
    assert told == path.with_suffix(".expected").read_text("utf-8").splitlines()
