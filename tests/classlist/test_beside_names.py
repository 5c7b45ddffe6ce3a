"""What is in the cell of a name beside the name: the row is told, and nothing of it is printed."""

from pathlib import Path

import pytest
from helpers.lists import workbook, write

from handout import read_students
from handout.model import Roster

AT = "@students.edu.sg"
OTHERS = [["KOH AN QI", f"koh_an_qi{AT}"], ["VERA LOPEZ", f"vera_lopez{AT}"], ["OMAR ZAKI", f"omar_zaki{AT}"],
          ["LEE XIN YI", ""]]  # fmt: skip


def read(folder: Path, name: str, username: str = "") -> Roster:
    rows = [[*child, "3A"] for child in [*OTHERS, [name, username]]]
    return read_students(workbook(folder, ("Sheet1", [["Name", "Username", "Class"], *rows])))


@pytest.mark.parametrize(
    "name",
    [
        "SOH KAI ENG (Withdrawn)",
        "SOH KAI ENG (LEFT)",
        "SOH KAI ENG - LEFT",
        "SOH KAI ENG/NEW",
        "SOH KAI ENG (transferred out)",
        "SOH KAI ENG [NEW PUPIL]",
        "(NEW) SOH KAI ENG",
        "SOH KAI ENG (M)",
        "SOH KAI ENG (A)",
        "e.g. SOH KAI ENG",
        "(E.g. SOH KAI ENG)",
        "SOH KAI ENG (Example)",
        "SOH KAI ENG (PR)",
        "SOH KAI ENG (HCL",
        "SOH KAI ENG (TWIN)",
        "SOH KAI ENG (Vice-Chairperson)",
        "SOH KAI ENG (ADHD)",
        "SOH KAI ENG – Monitress",
        "SOH SIEW HONG (Form Teacher)",
        "SOH SIEW HONG (CO-FT)",
        "SOH SIEW HONG (Vice Principal)",
        "MDM SOH SIEW HONG",
        "SOH KAI ENG\nTAY JIA MIN",
        "XU JIA\nSOH KAI",
        "PRIYA D/O RAMAN / SOH KAI ENG",
        "SOH KAI ENG & TAY JIA MIN",
        "SOH KAI ENG\r\n\r\nTAY JIA MIN",
        "RENÃ‰E SOH",
        "GÃœNTHER SOH",
        "MUÃ‘OZ SOH",
        "RenÃªe Soh",
        "Class",
        "Username",
    ],
)
def test_more_than_a_name(tmp_path: Path, name: str) -> None:
    roster = read(tmp_path, name)
    assert [problem.place.row for problem in roster.problems] == [6]
    assert [student.name for student in roster.students] == [name for name, _ in OTHERS]
    assert "SOH" not in repr((roster.students, roster.problems, roster.notes, roster.surveys))


@pytest.mark.parametrize(
    ("name", "username", "printed"),
    [
        ("SOH KAI ENG (Jane)", "", ""),
        ("SOH KAI ENG (CO)", "", ""),
        ("SOH KAI ENG ()", "", ""),
        ("PRIYA D / O RAMAN", "", ""),
        ("SITI A/P RAMAN", "", ""),
        ("LIM MEI (NG)", "", ""),
        ("LIM MEI (SU KAI EN)", "", ""),
        ("TAN LEFTON - MARIE", "", ""),
        ("SIVA (NEWTON)", "", ""),
        ("SOH-LEFT KAI", "", ""),
        ("SOH KAI ENG\n苏凯恩", "", "SOH KAI ENG 苏凯恩"),
        ("DALILA SARI\nBINTE NOOR", "", "DALILA SARI BINTE NOOR"),
        ("DALILA SARI BINTE\nNOOR HADI", "", "DALILA SARI BINTE NOOR HADI"),
        ("SOH KAI\nENG JANE", f"soh_kai_eng_jane{AT}", "SOH KAI ENG JANE"),
        ("SOH KAI ENG\n(SU KAI EN)", "", "SOH KAI ENG (SU KAI EN)"),
        ("SOH KAI ENG\nJANE", "", "SOH KAI ENG JANE"),
        ("RENÉE SOH", "", ""),
        ("JOSÉ NÚÑEZ", "", ""),
        ("SÃO SOH", "", ""),
    ],
)
def test_honest_names(tmp_path: Path, name: str, username: str, printed: str) -> None:
    roster = read(tmp_path, name, username)
    assert not roster.problems
    child = roster.students[-1]
    assert (child.listed_name, child.username) == (printed or name, username)


def test_a_name_of_two_lines_alone_in_its_row_is_no_remark(tmp_path: Path) -> None:
    rows = [["Name", "Username"], *OTHERS, ["DALILA SARI\nBINTE NOOR", ""]]
    assert len(read_students(workbook(tmp_path, ("Sheet1", rows))).students) == len(rows) - 1


def test_two_usernames_in_a_cell_with_two_lines_of_names(tmp_path: Path) -> None:
    roster = read(tmp_path, "AISYAH\nBALA", f"aisyah_1{AT}\nbala_2{AT}")
    assert "two people" in roster.problems[0].what
    assert len(roster.students) == len(OTHERS)


def test_a_number_makes_a_child_of_what_sounds_like_a_grown_up_or_a_heading(tmp_path: Path) -> None:
    text = "No,Name\n1,KOH AN QI\n2,MDM SOH KAI\n3,USERNAME\n4,VERA LOPEZ\n"
    assert not read_students(write(tmp_path, "list.csv", text)).problems


def test_an_apostrophe_before_most_names_is_no_part_of_them(tmp_path: Path) -> None:
    text = "No,Name\n'1,'KOH AN QI\n'2,''Izzah Omar\n'3,'VERA LOPEZ\n"
    roster = read_students(write(tmp_path, "list.csv", text))
    assert [student.name for student in roster.students] == ["KOH AN QI", "Izzah Omar", "VERA LOPEZ"]
    (child, *_) = read_students(write(tmp_path, "list.csv", "No,Name\n1,'IZZAH OMAR\n2,KOH AN QI\n")).students
    assert child.name == "'IZZAH OMAR"


def roles(folder: Path, heading: str, *others: list[str]) -> Roster:
    rows = [["Name", "Username", heading], *([*child, "Student"] for child in OTHERS), *others]
    return read_students(workbook(folder, ("Sheet1", rows)))


@pytest.mark.parametrize("heading", ["Role", "Designation", "User type", "jobTitle"])
@pytest.mark.parametrize("role", ["Teacher", "Owner", "Allied Educator", "STAFF", "Administrator"])
def test_a_column_of_roles_says_who_is_no_child(tmp_path: Path, heading: str, role: str) -> None:
    for username in ("", f"aw_lay_peng{AT}"):
        roster = roles(tmp_path, heading, ["AW LAY PENG", username, role])
        assert [problem.place.row for problem in roster.problems] == [6]
        assert [student.name for student in roster.students] == [name for name, _ in OTHERS]


def test_every_word_for_who_is_no_child(tmp_path: Path) -> None:
    alone = (
        "teacher teachers staff owner owners admin administrator educator HOD principal instructor counsellor "
        "facilitator faculty coach parent guardian"
    )
    beside = (
        "form teacher,co teacher,class teacher,subject teacher,homeroom teacher,vice principal,senior teacher,"
        "allied educator,lead teacher,relief teacher,trainee teacher,school counsellor,user admin,staff member,ICT admin"
    )
    rows = "".join(
        f"AW LAY {chr(65 + n // 6)}{chr(65 + n % 6)},{role}\n"
        for n, role in enumerate([*alone.split(), *beside.split(",")])
    )
    roster = read_students(write(tmp_path, "list.csv", f"Name,Type of user\nKOH AN QI,Pupil\n{rows}"))
    assert [student.name for student in roster.students] == ["KOH AN QI"]
    assert {problem.flaw.what for problem in roster.problems} == {"Column B says that this is an adult."}


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("Role", "Class monitor"),
        ("Role", "Teacher's helper"),
        ("Remarks", "Teacher"),
        ("Role", "ICT rep"),
        ("Role", ""),
    ],
)
def test_a_role_that_a_child_may_have(tmp_path: Path, heading: str, role: str) -> None:
    roster = roles(tmp_path, heading, ["SOH KAI ENG", "", role])
    assert not roster.problems
    assert roster.students[-1].name == "SOH KAI ENG"


@pytest.mark.parametrize("name", ["TEST STUDENT", "Dummy Account", "ADMIN USER", "Test"])
def test_an_account_of_nobody_gets_no_page(tmp_path: Path, name: str) -> None:
    roster = read(tmp_path, name, f"test_student{AT}")
    assert [problem.place.row for problem in roster.problems] == [6]
    assert len(roster.students) == len(OTHERS)


@pytest.mark.parametrize("class_name", ["LEFT", "Withdrawn", "Transferred out"])
def test_no_class_is_called_left(tmp_path: Path, class_name: str) -> None:
    text = f"Name,Class\nKOH AN QI,3A\nOMAR ZAKI,3A\nLEE XIN,{class_name}\nVERA LOPEZ,{class_name}\n"
    roster = read_students(write(tmp_path, "list.csv", text))
    assert [problem.place.row for problem in roster.problems] == [4, 5]
    assert {student.class_name for student in roster.students} == {"3A"}
