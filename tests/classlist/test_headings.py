"""The row of headings, among titles, forms and other tables."""

from pathlib import Path

import pytest
from helpers.lists import SECRET, SIMPLE, names, workbook, write

from handout import read_students
from handout.classlist.headings import Heading
from handout.errors import RosterError
from handout.model import Answers


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


def test_one_heading_alone_far_below_the_top_is_none(tmp_path: Path) -> None:
    assert len(names(write(tmp_path, "list.csv", "title\n" * 60 + SIMPLE))) == 2
    path = write(tmp_path, "list.csv", "title\n" * 40 + "Name\nTAN MEI\n")
    with pytest.raises(RosterError, match="heading for the names"):
        read_students(path)


def test_a_heading_is_shown_in_one_line_without_a_sign_that_a_terminal_obeys(tmp_path: Path) -> None:
    path = write(tmp_path, "list.csv", 'No,Name,"Birth\ndate",\x1b[31mPIN\u202e\n1,TAN MEI,,\n')
    assert [note.what for note in read_students(path).notes if "not read" in note.what] == [
        'These columns were not read: "Birth date".',
        "Column D is for passwords and was not read.",
    ]


def test_a_child_whose_cells_sound_like_headings_is_kept(tmp_path: Path) -> None:
    path = write(tmp_path, "list.csv", "No,Name,Class\n1,ANN NAMERA,Class\nNo,Name,Class\n")
    assert names(path) == [("Class", "1", "ANN NAMERA")]


@pytest.mark.parametrize(
    ("above", "children"),
    [
        ("Name,Index\nTAN MEI,1\n\n", [("", "1", "TAN MEI")]),
        ("Name,Class\nTAN MEI,3A\nLIM HUA,3A\n\n", [("3A", "", "TAN MEI"), ("3A", "", "LIM HUA")]),
        ("Rain Tree Primary School\nName\nTAN MEI\n", [("", "", "TAN MEI")]),
    ],
)
def test_a_table_above_another_is_read_by_its_own_headings(
    tmp_path: Path, above: str, children: list[tuple[str, str, str]]
) -> None:
    path = write(tmp_path, "list.csv", f"{above}Index,Name,Class\n1,KOH ANN,3B\n")
    assert names(path) == [*children, ("3B", "1", "KOH ANN")]


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
        ("", "blank"),
        ("", "blank"),
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
        "list.csv, row 1: Two tables are beside each other under this row. Put each table into a list of its own."
    ]
    assert "ong_kai_lin" not in repr(roster)
    assert "lim_hui_fen" not in repr(roster)


def test_a_username_of_a_second_column_of_the_same_heading_is_never_taken(tmp_path: Path) -> None:
    text = "Name,Username,Buddy,Username\nTAN MEI,,ONG KAI,ong_kai@students.edu.sg\n"
    roster = read_students(write(tmp_path, "list.csv", text))
    assert not roster.students
    assert [question.kind for question in roster.questions] == ["username"]
    assert str(roster.problems[0]) == (
        'list.csv, row 1: Which column has the usernames: B "Username" or D "Username"? '
        "Answer with --column username=B or --column username=D or --column username=none."
    )


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
        "list.csv, row 1: Are these headings? What is between them and row 4 was not read."
    )
    rows = [line.split(",") for line in text.splitlines()]
    (note, *_) = read_students(workbook(tmp_path, ("3B", rows))).notes
    assert str(note.place) == 'list.xlsx, worksheet "3B", row 1'


def test_a_cell_above_a_single_column_groups_nothing(tmp_path: Path) -> None:
    rows = [["List", "Teacher", "Room"], ["No", "Name", "Class"], [1, "TAN MEI", "3A"]]
    assert names(workbook(tmp_path, ("3A", rows))) == [("3A", "1", "TAN MEI")]


def test_tables_beside_each_other_that_have_but_classes_beside_their_names(tmp_path: Path) -> None:
    text = "Name,Class,,Name,Class\nTAN MEI,3A,,ONG KAI,3B\nLIM JO,3A,,KOH AN,3B\n"
    roster = read_students(write(tmp_path, "list.csv", text))
    assert not roster.students
    assert "Two tables are beside each other" in roster.problems[0].what


def test_cells_that_a_program_wrote_as_formulas_of_their_text(tmp_path: Path) -> None:
    path = write(tmp_path, "list.csv", 'No,Name,Class\n="1",="TAN MEI",="3A"\n2,LIM JO,3A\n')
    assert names(path) == [("3A", "1", "TAN MEI"), ("3A", "2", "LIM JO")]


@pytest.mark.parametrize(
    ("group", "text", "part"),
    [
        ("MIMS", "ID", "username"),
        ("", "ID", None),
        ("Name", "First", "given"),
        ("Pupil", "Particulars", None),
        ("Pupil", "Name", "name"),
        ("Parent", "Name", None),
        ("Father", "Email", None),
        ("Parent MIMS", "ID", None),
        ("Password", "MIMS ID", None),
        ("Pupil", "PIN", None),
        ("Parent", "Register No", "number"),
    ],
)
def test_a_group_of_columns_tells_what_a_heading_means_or_that_it_is_somebody_else_s(
    group: str, text: str, part: str | None
) -> None:
    meaning = Heading(text, group).meaning
    assert (meaning and meaning.part) == part


def test_the_group_of_a_secret_is_one() -> None:
    assert Heading("Value", "Password").is_secret
    assert Heading("PIN", "Pupil").is_secret
    assert not Heading("Name", "Parent").is_secret
    assert Heading("Name", "Parent").is_ruled_out
    assert not Heading("Name", "Pupil").is_ruled_out


@pytest.mark.parametrize("title", [["Parents 2026", "Term three"], ["For parents:", "Term three"]])
def test_a_title_of_several_cells_groups_no_columns(tmp_path: Path, title: list[str]) -> None:
    path = workbook(tmp_path, ("3A", [title, ["Name", "Class"], ["TAN MEI", "3A"]]))
    assert names(path) == [("3A", "", "TAN MEI")]


@pytest.mark.parametrize("heading", ["Middle Name", "Middlename"])
def test_a_middle_name_is_part_of_a_name(heading: str) -> None:
    meaning = Heading(heading).meaning
    assert meaning is not None
    assert meaning.part == "middle"


def test_three_kinds_of_headings_begin_a_table_though_none_is_of_names_or_numbers(tmp_path: Path) -> None:
    path = write(tmp_path, "list.csv", "Class,Level,Email,Xyz\n4B,P4,tan_mei@students.edu.sg,TAN MEI\n")
    assert names(path) == [("4B", "", "TAN MEI")]


def test_a_column_of_which_a_fifth_are_no_names_is_no_choice(tmp_path: Path) -> None:
    rows = "".join(
        f"{n},4B,{name},{note}\n"
        for n, (name, note) in enumerate(
            [
                ("TAN MEI", "LEE AH"),
                ("LIM JO", "LEE BO"),
                ("ANG HOE", "LEE CY"),
                ("KOH AN", "LEE DI"),
                ("ONG LI", "x1"),
            ],
            1,
        )
    )
    (question,) = read_students(write(tmp_path, "list.csv", f"No,Class,Abc,Xyz\n{rows}")).questions
    assert [choice.value for choice in question.choices] == ["C"]


def test_a_worksheet_is_named_in_small_letters_too(tmp_path: Path) -> None:
    rows = [["No", "Name"], [1, "TAN MEI"]]
    path = workbook(tmp_path, ("4B", rows), ("4C", [["No", "Name"], [1, "LIM JO"]]))
    roster = read_students(path, answers=Answers(worksheets=("4b",)))
    assert [student.name for student in roster.students] == ["TAN MEI"]
