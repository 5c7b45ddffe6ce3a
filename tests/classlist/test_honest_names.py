"""Names that are only written otherwise than the others are children's; what the office confirms is right."""

from pathlib import Path
from string import printable

import pytest
from helpers.lists import write

from handout import read_students
from handout.model import Roster

CAPITALS = [
    "TAN MEI LING",
    "LIM HUI FEN",
    "ONG KAI LIN",
    "GOH JO ANN",
    "KOH YI HUI",
    "PEH XIN YI",
    "NG SU MIN",
]


def read(folder: Path, name: str, username: str, **options: object) -> Roster:
    children = [(other, f"{'_'.join(other.lower().split())}@students.edu.sg") for other in CAPITALS]
    children.insert(3, (name, username))
    rows = [f"{number},{one},3A,{given}\n" for number, (one, given) in enumerate(children, 1)]
    text = "Index,Name,Class,Username\n" + "".join(rows)
    return read_students(write(folder, "3A.csv", text), domain="students.edu.sg", **options)


@pytest.mark.parametrize(
    ("name", "username"),
    [
        ("王小明", "wang_xiaoming@students.edu.sg"),
        ("李 美丽", "li_meili@students.edu.sg"),
        ("தமிழ்", "tamil@students.edu.sg"),
        ("கவிதா சுரேஷ்", "kavitha_suresh@students.edu.sg"),
        ("한지민", "han_jimin@students.edu.sg"),
        ("\U00017000\U00017001\U00017002\U00017003", "tangut@students.edu.sg"),  # letters without a name
        ("Ng", "ng@students.edu.sg"),
        ("MARY-ANNE", "mary-anne@students.edu.sg"),
        ("SUBRAMANIAM", "subramaniam@students.edu.sg"),
        ("YIP PIN XIU", "yip_pin_xiu@students.edu.sg"),
        ("KAVITHA RAMAN (D/O)", "kavitha_raman@students.edu.sg"),
    ],
)
def test_an_honest_name_among_names_in_capitals(tmp_path: Path, name: str, username: str) -> None:
    roster = read(tmp_path, name, username)
    assert not roster.problems
    assert (roster.students[3].name or roster.students[3].unprintable_name, roster.students[3].username) == (
        name,
        username,
    )


@pytest.mark.parametrize("name", ["Redpanda", "Bella Tan (pw BlueTiger)", "ADA LIM PASSWORD Tiger"])
def test_what_may_be_a_secret_is_not_printed(tmp_path: Path, name: str) -> None:
    roster = read(tmp_path, name, "")
    (problem,) = roster.problems
    assert problem.place.row == 5
    assert "anda" not in str(problem)
    assert "iger" not in str(problem)
    assert len(roster.students) == len(CAPITALS)


def test_the_office_may_say_that_a_name_is_right_as_it_is(tmp_path: Path) -> None:
    username = "benjamin@students.edu.sg"
    assert read(tmp_path, "Benjamin", username).problems
    roster = read(tmp_path, "Benjamin", username, edits={("", 5, "B"): "Benjamin"})
    assert not roster.problems
    assert roster.students[3].name == "Benjamin"


def test_the_office_may_say_that_a_username_is_right_as_it_is(tmp_path: Path) -> None:
    username = "umi_salleh@students.edu.sg"
    assert read(tmp_path, "ADA QUEK", username).problems
    roster = read(tmp_path, "ADA QUEK", username, edits={("", 5, "D"): username})
    assert not roster.problems
    assert roster.students[3].username == username


def test_headings_in_malay(tmp_path: Path) -> None:
    text = "Bil.;Nama Murid;Kelas;Kata laluan;E-mel\n1;NUR AIN;3A;Hunter2-Hunter2;nur_ain@students.edu.sg\n"
    roster = read_students(write(tmp_path, "3A.csv", text), domain="students.edu.sg")
    (student,) = roster.students
    assert (student.register_number, student.name, student.class_name) == ("1", "NUR AIN", "3A")
    assert "Hunter" not in "".join(map(str, roster.notes))


@pytest.mark.parametrize(("name", "may_be_added"), [("王小明", True), ("தமிழ்", True), ("𓀀𓀁", False)])
def test_the_note_of_a_name_that_cannot_be_printed_says_who_can_help(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, *, may_be_added: bool
) -> None:
    path = write(tmp_path, "3A.csv", f"No,Name,Class,Email\n1,{name},3A,kid_one@students.edu.sg\n")
    monkeypatch.setattr("handout.typesetting.missing_characters", lambda text: text.strip(printable))
    roster = read_students(path)
    (student,) = roster.students
    assert (student.name, student.register_number, student.class_name) == ("", "1", "3A")
    assert student.username == "kid_one@students.edu.sg"
    (note,) = [note for note in roster.notes if "written by hand" in note.what]
    help_from = (
        "The person who set up this program can add typefaces for Chinese, Japanese, Korean and Tamil."
    )
    assert note.what == (
        f"No. 1 {name}: The name line is blank, to be written by hand: {', '.join(name)} cannot be printed."
        + (f" {help_from}" if may_be_added else "")
    )
