"""A further column with the school's usernames, whose heading does not say whose or which they are."""

from pathlib import Path

import pytest
from helpers.lists import write

from handout import read_students
from handout.model import Answers, ColumnAnswer

CHILDREN = {"KOH AN QI": "koh_an_qi", "SIM BOON HUAT": "sim_boon_huat", "VERA LOPEZ": "vera_lopez",
            "OMAR ZAKI": "omar_zaki", "LEE XIN": "lee_xin", "RAJ KUMAR": "raj_kumar"}  # fmt: skip


def listed(folder: Path, heading: str, others: list[str]) -> Path:
    rows = "".join(
        f"{n},{name},{username}@students.edu.sg,{other and other + '@students.edu.sg'}\n"
        for n, ((name, username), other) in enumerate(zip(CHILDREN.items(), others, strict=True), 1)
    )
    return write(folder, "list.csv", f"No,Name,Username,{heading}\n{rows}")


NEW = [f"{username}_2" for username in CHILDREN.values()]
HEADINGS = ["Username 2026", "Corrected username", "MIMS (updated)", "Changed to", "Sign-in"]


@pytest.mark.parametrize("heading", HEADINGS)
@pytest.mark.parametrize("others", [NEW, [*NEW[:4], "", ""]])
def test_other_usernames_in_most_rows_are_asked_about(
    tmp_path: Path, heading: str, others: list[str]
) -> None:
    path = listed(tmp_path, heading, others)
    (question,) = read_students(path).questions
    assert [choice.value for choice in question.choices] == ["C", "D", "none"]
    roster = read_students(path, answers=Answers((ColumnAnswer("username", "C"),)))
    assert not roster.problems
    assert [student.username.partition("@")[0] for student in roster.students] == list(CHILDREN.values())


@pytest.mark.parametrize("heading", HEADINGS)
def test_one_other_username_is_told_at_its_row(tmp_path: Path, heading: str) -> None:
    usernames = list(CHILDREN.values())
    roster = read_students(listed(tmp_path, heading, [usernames[0], NEW[1], *usernames[2:]]))
    (problem,) = roster.problems
    assert (problem.place.row, "different usernames" in problem.what) == (3, True)
    assert [student.username.partition("@")[0] for student in roster.students if student.username] == [
        usernames[0],
        *usernames[2:],
    ]


@pytest.mark.parametrize(
    ("heading", "others"),
    [
        ("Old username", NEW),
        ("Buddy's account", NEW),
        ("Username 2026", list(CHILDREN.values())),
        ("Login for the library", [""] * 6),
    ],
)
def test_what_is_plainly_another_s_or_the_same_needs_no_question(
    tmp_path: Path, heading: str, others: list[str]
) -> None:
    roster = read_students(listed(tmp_path, heading, others))
    assert not roster.questions
    assert not roster.problems
    assert [student.username.partition("@")[0] for student in roster.students] == list(CHILDREN.values())


def test_other_usernames_in_half_of_the_rows_are_told_at_theirs(tmp_path: Path) -> None:
    roster = read_students(listed(tmp_path, "Sign-in", [*NEW[:3], "", "", ""]))
    assert not roster.questions
    assert [problem.place.row for problem in roster.problems] == [2, 3, 4]
    assert {problem.what for problem in roster.problems} == {
        "An address that ends with @students.edu.sg is outside the column of usernames."
    }
