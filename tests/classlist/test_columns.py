"""Which column has what: by its heading and by what it holds."""

from pathlib import Path

import pytest
from helpers.lists import CHILDREN, fields, listed, names, workbook, write

from handout import read_students
from handout.classlist.headings import Heading
from handout.model import Answers, ColumnAnswer


@pytest.mark.parametrize(
    ("number", "name", "class_name", "username"),
    [
        ("Reg no", "Name of Pupil", "Form", "MIMS"),
        ("Class Index No", "Pupil Name", "Class 2026", "MIMS Login ID"),
        ("#", "Statutory Name", "Current Class", "iCON"),
        ("S/No.", "Full Name (as in BC)", "Level/Class", "Student iCON Email Address"),
        ("Roll No", "姓名", "班级", "Login"),
        ("学号", "Child's Name", "Cls", "Student Email"),
        ("Sr No", "Name (as in NRIC/BC)", "Pri_Class", "Google Account"),
        ("CRN", "Names", "Class Code", "UserPrincipalName"),
        ("Register", "Pupil", "Class (this year)", "Account Name"),
        ("Index #", "DisplayName", "Form Class", "Username/E-mail"),
        ("Bil", "Nama Penuh Murid", "Darjah", "E-mel"),
        ("Angka Giliran", "Nama (seperti dalam sijil lahir)", "Nama Kelas", "Nama Pengguna"),
        ("வரிசை எண்", "மாணவர் பெயர்", "வகுப்பு", "மின்னஞ்சல்"),
        ("号码", "学生姓名", "班别", "电邮"),
        ("Seq No", "Name of Student (in BLOCK LETTERS)", "Class AY2026", "Login"),
        ("Sl. No.", "What is your child's full name?", "Class (e.g. 3A)", "MIMS ID"),
        ("Regn No", "Name (underline surname)", "Registration Class", "Email"),
        ("Ｎｏ", "Ｎａｍｅ", "Ｃｌａｓｓ", "Ｌｏｇｉｎ"),  # as wide as Chinese, from a Chinese keyboard
    ],
)
def test_headings_as_schools_write_them(
    tmp_path: Path, number: str, name: str, class_name: str, username: str
) -> None:
    roster = read_students(listed(tmp_path, number, name, class_name, username))
    assert not roster.problems
    assert fields(roster) == CHILDREN


@pytest.mark.parametrize(
    "heading",
    ["Father's Name", "Parent Email", "Form Teacher", "Emergency Contact", "Preferred Name", "Name (Mother Tongue)",
     "Old Class", "CCA Group", "Class last year", "Nama Bapa", "Nama Guru", "தந்தை பெயர்", "கடவுச்சொல்", "父亲姓名", "Guardian Login", "MIMS Password", "User PIN", "Username PW", "Chinese Name"],
)  # fmt: skip
def test_words_of_others_and_of_secrets_rule_a_column_out(heading: str) -> None:
    assert Heading(heading).meaning is None


@pytest.mark.parametrize(
    ("heading", "shown"),
    [
        ("Password (default Mims@2026)", "Password"),
        ("Password: Mims2026", "Password"),
        ("Default PIN Mims2026", "Default PIN"),
        ("Password = Mims2026", "Password"),
        ("(Mims2026) Password", ""),
        ("Name (as in BC)", "Name"),
        ("Hunter2-Hunter2", ""),
        ("Class 2026", "Class 2026"),
    ],
)
def test_a_heading_is_shown_without_what_may_be_a_secret(heading: str, shown: str) -> None:
    assert Heading(heading).shown == shown


def test_a_heading_is_shown_without_what_a_terminal_would_obey() -> None:
    assert Heading("Pupil\x07\x1b ID").shown == "Pupil ID"


def test_a_heading_that_says_one_thing_over_cells_that_say_another_is_a_question(tmp_path: Path) -> None:
    path = listed(tmp_path, "No", "Username", "Class", "Name")
    roster = read_students(path)
    assert not roster.students
    assert {question.kind for question in roster.questions} == {"name", "username"}
    answers = Answers((ColumnAnswer("name", "B"), ColumnAnswer("username", "D")))
    assert fields(read_students(path, answers=answers)) == CHILDREN


@pytest.mark.parametrize("headings", ["Name,姓名", "姓名,Name"])
def test_of_two_columns_of_names_the_one_in_latin_letters_is_read(tmp_path: Path, headings: str) -> None:
    both = {"Name": "TAN MEI LING", "姓名": "陈美玲"}
    cells = ",".join(both[heading] for heading in headings.split(","))
    path = write(tmp_path, "list.csv", f"No,{headings},Class\n1,{cells},3A\n")
    assert names(path) == [("3A", "1", "TAN MEI LING")]


def test_surname_first_is_the_name_as_registered(tmp_path: Path) -> None:
    path = write(tmp_path, "list.csv", "No,Surname,Given Name\n1,TAN,MEI LING\n2,LIM,JO\n")
    assert [name for _, _, name in names(path)] == ["TAN MEI LING", "LIM JO"]


def test_given_name_first_is_a_question_of_order(tmp_path: Path) -> None:
    path = write(tmp_path, "list.csv", "No,First Name,Last Name\n1,MEI LING,TAN\n")
    (question,) = read_students(path).questions
    assert [choice.value for choice in question.choices] == ["C+B", "B+C"]
    for order, name in (("C+B", "TAN MEI LING"), ("First Name+Last Name", "MEI LING TAN")):
        roster = read_students(path, answers=Answers((ColumnAnswer("name", order),)))
        assert [student.name for student in roster.students] == [name]


def test_a_bare_name_beside_a_surname_is_never_the_whole_name(tmp_path: Path) -> None:
    path = write(tmp_path, "list.csv", "No,Name,Surname\n1,MEI LING,TAN\n")
    (question,) = read_students(path).questions
    assert [choice.value for choice in question.choices] == ["B", "C+B", "B+C"]
    whole = write(tmp_path, "list.csv", "No,Name,Surname\n1,TAN MEI LING,TAN\n")
    assert names(whole) == [("", "1", "TAN MEI LING")]


@pytest.mark.parametrize("headings", ["Name of Pupil,Statutory Name", "Class,Class", "2025 Class,2026 Class"])
def test_two_columns_for_one_field_are_asked_about_where_they_differ(tmp_path: Path, headings: str) -> None:
    other = "" if "Name" in headings else "Name,"
    same = write(tmp_path, "list.csv", f"No,{other}{headings}\n1,{other and 'ANN LEE,'}TAN MEI,TAN MEI\n")
    assert not read_students(same).questions
    apart = write(tmp_path, "list.csv", f"No,{other}{headings}\n1,{other and 'ANN LEE,'}TAN MEI,LIM JO\n")
    assert len(read_students(apart).questions) == 1


def test_headings_over_two_rows(tmp_path: Path) -> None:
    rows = [
        ["No", "Name", "Accounts", None],
        [None, None, "MIMS Username", "SLS"],
        [1, "TAN MEI", "tan_mei_2@students.edu.sg", "x"],
    ]
    roster = read_students(workbook(tmp_path, ("3A", rows)))
    assert fields(roster) == [("1", "TAN MEI", "3A", "tan_mei_2")]


def test_a_group_of_headings_says_whose_they_are(tmp_path: Path) -> None:
    rows = [
        ["Student", None, None, "Parent", None],
        ["No", "Name", "Email", "Full Name", "Email"],
        [1, "TAN MEI", "tan_mei_2@students.edu.sg", "TAN AH KOW", "tan_ah_kow@students.edu.sg"],
    ]
    roster = read_students(workbook(tmp_path, ("3A", rows)))
    assert fields(roster) == [("1", "TAN MEI", "3A", "tan_mei_2")]
    assert "TAN AH KOW" not in repr(roster.students)


def test_one_group_over_a_later_column_is_no_title(tmp_path: Path) -> None:
    rows = [[None, "Father"], ["Name of Pupil", "Name", "No"], ["TAN MEI", "TAN AH KOW", 1]]
    roster = read_students(workbook(tmp_path, ("3A", rows)))
    assert not roster.questions
    assert [student.name for student in roster.students] == ["TAN MEI"]


@pytest.mark.parametrize(
    ("cell", "number"), [('="01"', "01"), ("'01", "01"), ("01.", "01"), ("3.0", "3"), ("2)", "2"), ("-", "")]
)
def test_register_numbers_as_spreadsheets_write_them(tmp_path: Path, cell: str, number: str) -> None:
    quoted = '"' + cell.replace('"', '""') + '"'
    path = write(tmp_path, "list.csv", f"No,Name\n{quoted},TAN MEI\n7,LIM JO\n")
    assert names(path)[0] == ("", number, "TAN MEI")


def test_a_name_heading_over_what_repeats_is_a_question(tmp_path: Path) -> None:
    rows = "".join(
        f"{'MF'[n % 2]},{n},{name} {'ABCDEF'[n % 6]}\n" for n, (_, name, _, _) in enumerate(CHILDREN * 2)
    )
    (question,) = read_students(write(tmp_path, "list.csv", f"Name,No,Sex\n{rows}")).questions
    assert [choice.value for choice in question.choices] == ["C", "A"]


def test_a_name_heading_over_grown_ups_is_a_question(tmp_path: Path) -> None:
    rows = "".join(
        f"{n},{title} LIM AH {word}\n"
        for n, (title, word) in enumerate(
            [("MR", "HOCK"), ("MDM", "LIAN"), ("MRS", "SIEW"), ("MR.", "SENG")], 1
        )
    )
    assert read_students(write(tmp_path, "list.csv", f"No,Name\n{rows}")).questions


def test_single_words_under_name_beside_a_column_of_names_are_a_question(tmp_path: Path) -> None:
    rows = "".join(
        f"{n},{name.split()[-1]}X{'ABCD'[n % 4]},{name}\n"
        for n, (_, name, _, _) in enumerate([*CHILDREN, *CHILDREN], 1)
    )
    (question,) = read_students(write(tmp_path, "list.csv", f"No,Name,Xyz\n{rows}")).questions
    assert [choice.value for choice in question.choices] == ["B", "C"]


def test_what_a_form_or_a_console_writes_in_every_row_is_no_username_and_no_class(tmp_path: Path) -> None:
    text = "Email,Name,Class\nanonymous,TAN MEI,3A\nanonymous,LIM JO,3A\n"
    roster = read_students(write(tmp_path, "list.csv", text))
    assert not roster.questions
    assert [student.origin for student in roster.students] == ["derived", "derived"]
    text = "Name,Last Sign In\nTAN MEI,2 days ago\nLIM JO,3 days ago\n"
    roster = read_students(write(tmp_path, "list.csv", text))
    assert [student.class_name for student in roster.students] == ["", ""]


def test_figures_of_full_width_are_plain(tmp_path: Path) -> None:
    path = write(tmp_path, "list.csv", "No,Name,Class\n１,TAN MEI,３Ａ\n２,LIM JO,３Ａ\n")
    assert names(path) == [("3A", "1", "TAN MEI"), ("3A", "2", "LIM JO")]


@pytest.mark.parametrize(("column", "numbers"), [("A", ["1", "2"]), ("B", ["11", "12"]), ("none", ["", ""])])
def test_of_two_columns_of_numbers_the_one_that_the_office_names_is_read(
    tmp_path: Path, column: str, numbers: list[str]
) -> None:
    path = write(tmp_path, "list.csv", "No,Serial No,Name\n1,11,TAN MEI\n2,12,LIM JO\n")
    roster = read_students(path, answers=Answers((ColumnAnswer("number", column),)))
    assert [student.register_number for student in roster.students] == numbers


@pytest.mark.parametrize(("column", "class_name"), [("C", "3A"), ("D", "4B"), ("none", "")])
def test_of_two_columns_of_classes_the_one_that_the_office_names_is_read(
    tmp_path: Path, column: str, class_name: str
) -> None:
    path = write(tmp_path, "list.csv", "No,Name,Class,Class\n1,TAN MEI,3A,4B\n2,LIM JO,3A,4B\n")
    roster = read_students(path, answers=Answers((ColumnAnswer("class", column),)))
    assert [student.class_name for student in roster.students] == [class_name] * 2
