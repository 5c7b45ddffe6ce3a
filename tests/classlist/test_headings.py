"""The row of headings, among titles, forms and other tables."""

from pathlib import Path

import pytest
from helpers.lists import SECRET, SIMPLE, names, workbook, write

from handout import read_students
from handout.classlist.rows import read_rows
from handout.errors import RosterError


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


def test_a_heading_word_in_a_dropped_column_ends_no_list(tmp_path: Path) -> None:
    path = write(tmp_path, "list.csv", "No,Name,Class,Remark\n1,TAN MEI,3A,Name\n2,LIM JO,3A,full name\n")
    assert len(names(path)) == 2
    assert not read_students(path).problems


def test_a_title_with_the_word_name_is_not_the_header(tmp_path: Path) -> None:
    path = write(tmp_path, "list.csv", f"Teacher,Name,\n{SIMPLE}")
    assert names(path)[0] == ("3A", "1", "TAN MEI LING")


def test_header_beyond_the_fifteenth_row_is_none(tmp_path: Path) -> None:
    path = write(tmp_path, "list.csv", "title\n" * 15 + SIMPLE)
    with pytest.raises(RosterError, match="heading for the names"):
        read_rows(path)


def test_a_heading_is_shown_in_one_line_without_a_sign_that_a_terminal_obeys(tmp_path: Path) -> None:
    path = write(tmp_path, "list.csv", 'No,Name,"Birth\ndate",\x1b[31mPIN\u202e\n1,TAN MEI,,\n')
    (note,) = read_rows(path).notes
    assert note.what == 'These columns were not read: "Birth date", "[31mPIN".'


def test_a_child_whose_cells_sound_like_headings_is_kept(tmp_path: Path) -> None:
    path = write(tmp_path, "list.csv", "No,Name,Class\n1,ANN NAMERA,Class\nNo,Name,Class\n")
    assert names(path) == [("Class", "1", "ANN NAMERA")]


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
        f"list.csv, row {line}: Headings stand here and again in row {second}, with names between them. "
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


SIDE_BY_SIDE = (
    "S/N,Name,Username,,S/N,Name,Username\n"
    "1,TAN MEI LING,,,3,ONG KAI LIN,ong_kai_lin@students.edu.sg\n"
    "2,NG LI MEI,ng_li_mei@students.edu.sg,,4,LIM HUI FEN,lim_hui_fen@students.edu.sg\n"
)


def test_a_table_beside_the_first_gives_no_child_the_username_of_another(tmp_path: Path) -> None:
    roster = read_students(write(tmp_path, "list.csv", SIDE_BY_SIDE))
    assert [str(problem) for problem in roster.problems] == [
        "list.csv, row 1: The heading of the names stands twice in this row. Put each table into a list of its own."
    ]
    assert "ong_kai_lin" not in repr(roster)
    assert "lim_hui_fen" not in repr(roster)


def test_a_username_of_a_second_column_of_the_same_heading_is_never_taken(tmp_path: Path) -> None:
    text = "Name,Username,Buddy,Username\nTAN MEI,,ONG KAI,ong_kai@students.edu.sg\n"
    roster = read_students(write(tmp_path, "list.csv", text))
    assert [student.username for student in roster.students] == ["tan_mei@students.edu.sg"]


def test_a_form_on_another_sheet_is_no_list_and_shows_nothing(tmp_path: Path) -> None:
    cover = [["School", "Rain Tree"], ["Name:", "Mrs Lim", "NRIC:", "S1234567A"]]
    path = workbook(tmp_path, ("Cover", cover), ("3A", [["No", "Name"], [1, "TAN MEI"]]))
    roster = read_students(path)
    assert [student.name for student in roster.students] == ["TAN MEI"]
    assert "S1234567A" not in repr(roster)


def test_what_may_be_a_title_or_a_table_is_told_of(tmp_path: Path) -> None:
    text = "Name,Password\nTAN MEI,x\n\nIndex,Name,Class\n1,KOH ANN,3B\n"
    roster = read_students(write(tmp_path, "list.csv", text))
    assert [student.name for student in roster.students] == ["KOH ANN"]
    assert str(roster.notes[0]) == (
        "list.csv, row 1: Are these headings? What stands between them and row 4 was not read."
    )
