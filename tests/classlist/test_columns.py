"""Which column is which: by the words of its heading and by what it holds; asked where that is not plain."""

from pathlib import Path

import pytest
from helpers.lists import SECRET, names, workbook, write

from handout import read_students
from handout.classlist.headings import Heading
from handout.model import Answers, ColumnAnswer, Roster

CHILDREN = [
    ("1", "TAN MEI LING", "3A", "tan_mei_ling_4"),
    ("2", "NUR AISYAH", "3A", "nur_aisyah"),
    ("3", "RAJ KUMAR", "3B", "raj_kumar"),
]


def listed(folder: Path, number: str, name: str, class_name: str, username: str) -> Path:
    rows = "".join(f"{row[0]},{row[1]},{row[2]},{row[3]}@students.edu.sg\n" for row in CHILDREN)
    return write(folder, "list.csv", f"{number},{name},{class_name},{username}\n{rows}")


def fields(roster: Roster) -> list[tuple[str, str, str, str]]:
    return [
        (student.register_number, student.name, student.class_name, student.username.partition("@")[0])
        for student in roster.students
    ]


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


@pytest.mark.parametrize("heading", ["MIMS Usename", "", "Xyz"])
def test_usernames_under_an_unknown_heading_are_read_where_they_fit_the_names(
    tmp_path: Path, heading: str
) -> None:
    roster = read_students(listed(tmp_path, "No", "Name", "Class", heading))
    assert fields(roster) == CHILDREN
    assert any("was read as the usernames: they fit the names." in note.what for note in roster.notes)


@pytest.mark.parametrize("heading", ["English Name", "", "Xyz"])
def test_names_under_an_unclear_heading_are_read_where_the_usernames_fit_them(
    tmp_path: Path, heading: str
) -> None:
    roster = read_students(listed(tmp_path, "No", heading, "Class", "Username"))
    assert fields(roster) == CHILDREN
    assert any("was read as the names: the usernames fit them." in note.what for note in roster.notes)


@pytest.mark.parametrize("heading", ["Father's Name", "Preferred Name", "English Name"])
def test_names_that_the_usernames_do_not_fit_or_that_are_others_are_asked_about(
    tmp_path: Path, heading: str
) -> None:
    text = f"No,{heading},Username\n1,ANN SIM,lim_jo@students.edu.sg\n2,BEN SIM,tan_mei@students.edu.sg\n"
    assert [question.kind for question in read_students(write(tmp_path, "list.csv", text)).questions] == [
        "name"
    ]


@pytest.mark.parametrize("headings", ["Name,姓名", "姓名,Name"])
def test_of_two_columns_of_names_the_one_in_latin_letters_is_read(tmp_path: Path, headings: str) -> None:
    both = {"Name": "TAN MEI LING", "姓名": "陈美玲"}
    cells = ",".join(both[heading] for heading in headings.split(","))
    path = write(tmp_path, "list.csv", f"No,{headings},Class\n1,{cells},3A\n")
    assert names(path) == [("3A", "1", "TAN MEI LING")]


def test_usernames_under_an_unknown_heading_that_fit_no_name_are_asked_about(tmp_path: Path) -> None:
    text = "Name,Buddy\nTAN MEI,raj_kumar@students.edu.sg\nLIM JO,ann_lee@students.edu.sg\n"
    path = write(tmp_path, "list.csv", text.replace("Buddy", "Xyz"))
    (question,) = read_students(path).questions
    assert [choice.value for choice in question.choices] == ["B", "none"]
    none = read_students(path, answers=Answers((ColumnAnswer("username", "none"),)))
    assert [student.origin for student in none.students] == ["blank", "blank"]  # the file gives usernames


def test_a_column_of_usernames_in_a_workbook_needs_no_heading(tmp_path: Path) -> None:
    rows = [
        ["No", "Name"],
        [1, "TAN MEI", "tan_mei_2@students.edu.sg"],
        [2, "LIM JO", "lim_jo@students.edu.sg"],
    ]
    roster = read_students(workbook(tmp_path, ("3A", rows)))
    assert [student.username.partition("@")[0] for student in roster.students] == ["tan_mei_2", "lim_jo"]


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


def test_usernames_without_a_domain_are_asked_about_once(tmp_path: Path) -> None:
    path = write(tmp_path, "list.csv", "No,Name,SLS Username\n1,TAN MEI,tan_mei\n2,LIM JO,LIM_JO_2\n")
    (question,) = read_students(path).questions
    assert question.kind == "domain"
    roster = read_students(path, answers=Answers(add_domain=True))
    assert [student.username for student in roster.students] == [
        "tan_mei@students.edu.sg",
        "lim_jo_2@students.edu.sg",
    ]


def test_the_addresses_of_our_domain_count_where_two_columns_are_headed_as_usernames(tmp_path: Path) -> None:
    text = "Name,SLS Username,Email\nTAN MEI,TAN_MEI,tan_mei_2@students.edu.sg\nLIM JO,LJ,lim_jo@students.edu.sg\n"
    roster = read_students(write(tmp_path, "list.csv", text))
    assert [student.username.partition("@")[0] for student in roster.students] == ["tan_mei_2", "lim_jo"]


def test_two_columns_that_give_one_child_different_usernames_give_none(tmp_path: Path) -> None:
    rows = "".join(
        f"ANN LEE {'ABCDEFGH'[n]},ann_{n}@students.edu.sg,ann_{n}@students.edu.sg\n" for n in range(8)
    )
    text = f"Name,MIMS ID,Email\n{rows}TAN MEI,tan_mei@students.edu.sg,lim_jo@students.edu.sg\n"
    roster = read_students(write(tmp_path, "list.csv", text))
    (problem,) = roster.problems
    assert (problem.place.row, "different usernames" in problem.what) == (10, True)
    assert roster.students[-1].username == ""


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
    "title", [["Class: 3A"], ["Class", "3A"], ["Form Class:", "3A"], ["CLASS LIST: 3A"], ["3A"], ["Class 3A"]]
)
def test_a_class_in_the_title(tmp_path: Path, title: list[str]) -> None:
    path = workbook(tmp_path, ("Sheet1", [title, ["No", "Name"], [1, "TAN MEI"], [2, "LIM JO"]]))
    assert [class_name for class_name, _, _ in names(path)] == ["3A", "3A"]


@pytest.mark.parametrize("again", ["No,Name\n", ""])
def test_sections_of_a_list_each_have_their_class(tmp_path: Path, again: str) -> None:
    text = f"Class: 3A\nNo,Name\n1,TAN MEI\n\nClass: 3B\n{again}1,LIM JO\n"
    assert names(write(tmp_path, "list.csv", text)) == [("3A", "1", "TAN MEI"), ("3B", "1", "LIM JO")]


def test_level_and_class_together_where_one_class_has_two_levels(tmp_path: Path) -> None:
    text = "Level,Class,No,Name\nP3,Respect,1,TAN MEI\nP4,Respect,1,LIM JO\n"
    assert [name for name, _, _ in names(write(tmp_path, "list.csv", text))] == ["P3 Respect", "P4 Respect"]
    one = text.replace("P4", "P3")
    assert [name for name, _, _ in names(write(tmp_path, "list.csv", one))] == ["Respect", "Respect"]


def test_a_class_written_once_holds_for_the_rows_below(tmp_path: Path) -> None:
    text = "Class,No,Name\n3A,1,TAN MEI\n,2,LIM JO\n3B,1,ANN LEE\n,2,RAJ KUMAR\n"
    assert [name for name, _, _ in names(write(tmp_path, "list.csv", text))] == ["3A", "3A", "3B", "3B"]


@pytest.mark.parametrize(
    ("classes", "lacking"),
    [
        (("3A", "", "3B", "", "3A", ""), [3, 5, 7]),  # written again
        (("", "3A", "", ""), [2, 4, 5]),  # not above the first child
        (("3A", "3B", ""), [4]),  # more of them than rows below
    ],
)
def test_a_class_that_may_not_hold_for_the_rows_below_is_a_problem(
    tmp_path: Path, classes: tuple[str, ...], lacking: list[int]
) -> None:
    children = ("TAN MEI", "LIM JO", "ANN LEE", "RAJ KUMAR", "GOH UN", "KOH AN")
    rows = "".join(
        f"{one},{n},{name}\n" for n, (one, name) in enumerate(zip(classes, children, strict=False), 1)
    )
    problems = read_students(write(tmp_path, "list.csv", f"Class,No,Name\n{rows}")).problems
    assert [problem.place.row for problem in problems] == lacking
    assert {problem.flaw.what for problem in problems} == {
        "There is no class in this row, though others have one."
    }


def test_one_class_holds_for_as_many_rows_below_as_classes_are_written(tmp_path: Path) -> None:
    text = "Class,No,Name\n3A,1,TAN MEI\n3B,1,LIM JO\n,2,ANN LEE\n,3,RAJ KUMAR\n"
    assert [name for name, _, _ in names(write(tmp_path, "list.csv", text))] == ["3A", "3B", "3B", "3B"]


def test_a_class_that_is_missing_in_the_middle_is_a_problem(tmp_path: Path) -> None:
    text = "Class,No,Name\n3A,1,TAN MEI\n3A,2,LIM JO\n,3,ANN LEE\n"
    assert [problem.place.row for problem in read_students(write(tmp_path, "list.csv", text)).problems] == [4]


@pytest.mark.parametrize("worksheet", ["Sheet1", "Tabelle1", "List", "Class List", "Master", "Namelist 2026"])
def test_names_that_any_worksheet_has_are_no_class(tmp_path: Path, worksheet: str) -> None:
    path = workbook(tmp_path, (worksheet, [["No", "Name"], [1, "TAN MEI"]]))
    assert names(path) == [("", "1", "TAN MEI")]
    assert any("No class is in this list" in note.what for note in read_students(path).notes)


def test_three_spellings_of_one_class_are_one(tmp_path: Path) -> None:
    text = "Class,Name\n3A,TAN MEI\n3a,LIM JO\n3 A,ANN LEE\n3A,RAJ KUMAR\n"
    assert {name for name, _, _ in names(write(tmp_path, "list.csv", text))} == {"3A"}


@pytest.mark.parametrize(
    ("cell", "number"), [('="01"', "01"), ("'01", "01"), ("01.", "01"), ("3.0", "3"), ("2)", "2"), ("-", "")]
)
def test_register_numbers_as_spreadsheets_write_them(tmp_path: Path, cell: str, number: str) -> None:
    quoted = '"' + cell.replace('"', '""') + '"'
    path = write(tmp_path, "list.csv", f"No,Name\n{quoted},TAN MEI\n7,LIM JO\n")
    assert names(path)[0] == ("", number, "TAN MEI")


@pytest.mark.parametrize("nothing", ["-", "NIL", "N/A", "TBC", "n.a."])
def test_a_dash_is_no_username(tmp_path: Path, nothing: str) -> None:
    roster = read_students(
        write(tmp_path, "list.csv", f"Name,Email\nTAN MEI,tan_mei@students.edu.sg\nLIM JO,{nothing}\n")
    )
    assert not roster.problems
    assert [student.origin for student in roster.students] == ["given", "blank"]


def test_a_username_in_a_column_of_passwords_makes_no_other_sure(tmp_path: Path) -> None:
    text = f"Name,Password\nTAN MEI,tan_mei_7@students.edu.sg\nLIM JO,{SECRET}\n"
    roster = read_students(write(tmp_path, "list.csv", text))
    assert not [student for student in roster.students if student.username]
    assert SECRET not in repr(roster)


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


def test_a_class_heading_over_what_is_no_class_beside_plain_classes_is_a_question(tmp_path: Path) -> None:
    text = "No,Name,Class,Sex\n1,TAN MEI,F,3A\n2,LIM JO,M,3A\n3,ANG HOE,M,3B\n"
    (question,) = read_students(write(tmp_path, "list.csv", text)).questions
    assert (question.kind, [choice.value for choice in question.choices]) == ("class", ["C", "D", "none"])
    named = text.replace("Sex", "Old Class")
    assert not read_students(write(tmp_path, "list.csv", named)).questions


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
