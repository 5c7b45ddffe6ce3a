"""The list against itself: usernames beside the wrong name, look-alikes, children who are there twice."""

from pathlib import Path
from random import Random

import pytest
from helpers.lists import workbook, write
from helpers.random_lists import random_list, write_list

from handout import read_students
from handout.model import Answers, ColumnAnswer

PUPILS = ["ANG PEI SHAN", "CHUA YONG SHENG", "LIM JO ANN", "ONG KAI LIN", "TAN WEI JIE"]


def listed(folder: Path, usernames: list[str]) -> Path:
    rows = "".join(
        f"{n},{name},{username and username + '@students.edu.sg'}\n"
        for n, (name, username) in enumerate(zip(PUPILS, usernames, strict=True), 1)
    )
    return write(folder, "list.csv", f"No,Name,Email\n{rows}")


def local(name: str) -> str:
    return name.lower().replace(" ", "_")


def test_usernames_shifted_by_a_row_are_nobodys(tmp_path: Path) -> None:
    for shifted in (["", *map(local, PUPILS[:-1])], [*map(local, PUPILS[1:]), local(PUPILS[0])]):
        roster = read_students(listed(tmp_path, shifted))
        assert roster.students == ()
        assert [problem.place.row for problem in roster.problems] == [2, 3, 4, 5, 6]
        assert "leads to" in roster.problems[1].what


def test_two_usernames_that_changed_places(tmp_path: Path) -> None:
    usernames = [local(PUPILS[1]), local(PUPILS[0]) + "_3", *map(local, PUPILS[2:])]
    roster = read_students(listed(tmp_path, usernames))
    assert [problem.place.row for problem in roster.problems] == [2, 3]
    assert [student.name for student in roster.students] == PUPILS[2:]


def test_a_username_that_shares_no_word_with_its_name_is_a_problem_where_all_others_do(
    tmp_path: Path,
) -> None:
    roster = read_students(listed(tmp_path, ["sunny_boy", *map(local, PUPILS[1:])]))
    assert [problem.place.row for problem in roster.problems] == [2]
    assert "sunny" not in repr(roster)
    assert "ANG PEI" not in repr(roster.problems)


def test_usernames_that_are_not_made_of_names_are_left_in_peace(tmp_path: Path) -> None:
    roster = read_students(listed(tmp_path, ["s1001a", "s1002b", "s1003c", "s1004d", "s1005e"]))
    assert not roster.problems
    assert len(roster.students) == 5


def test_given_names_initials_numbers_and_short_forms_are_a_child_s_own(tmp_path: Path) -> None:
    roster = read_students(
        listed(tmp_path, ["pei_shan_ang", "chua_ys", "jo_ann_lim_12", "ongkailin", "weijie_tan"])
    )
    assert not roster.problems


@pytest.mark.slow
def test_sound_lists_raise_no_alarm(tmp_path: Path) -> None:
    for seed in range(60):
        roster = read_students(write_list(random_list(Random(f"sound{seed}")), tmp_path, ".csv"))
        assert roster.problems == ()


def test_a_curly_apostrophe_passes_for_a_straight_one(tmp_path: Path) -> None:
    text = "Name,Email\nANN O'NEIL,ann_o'neil@students.edu.sg\nANN O’NEIL,ann_o’neil@students.edu.sg\n"
    roster = read_students(write(tmp_path, "list.csv", text))
    assert not [student for student in roster.students if student.username]
    assert "or one that looks like it is also in row 3" in roster.problems[0].what


def test_every_username_of_the_file_is_taken(tmp_path: Path) -> None:
    text = "Name,Remarks\nTAN MEI,his cousin has lim_jo@students.edu.sg\nLIM JO,\n"
    roster = read_students(write(tmp_path, "list.csv", text), derive="always")
    assert "lim_jo@students.edu.sg" not in {student.username for student in roster.students}


def test_equal_rows_without_a_number_are_a_question(tmp_path: Path) -> None:
    roster = read_students(write(tmp_path, "list.csv", "Name,Class\nTAN MEI,3A\nTAN MEI,3A\n"))
    (problem,) = roster.problems
    assert "Is it one child, or two?" in problem.what
    assert len(roster.students) == 1


def test_a_row_without_a_number_is_named_and_gets_no_username_from_its_name(tmp_path: Path) -> None:
    rows = "".join(f"{n},{name}\n" for n, name in enumerate(PUPILS, 1))
    roster = read_students(write(tmp_path, "list.csv", f"No,Name\n{rows},LEE HUI MIN\n"))
    last = next(student for student in roster.students if student.name == "LEE HUI MIN")
    assert (last.username, last.suggestion) == ("", "lee_hui_min@students.edu.sg")
    assert any("no register number, though all others" in note.what for note in roster.notes)


def test_nothing_is_sure_where_the_given_usernames_break_the_rule(tmp_path: Path) -> None:
    path = listed(tmp_path, ["pei_shan_ang", "", "", "", ""])
    assert {student.origin for student in read_students(path, derive="always").students} == {"given", "blank"}
    path = listed(tmp_path, [local(PUPILS[0]), "", "", "", ""])
    assert {student.origin for student in read_students(path, derive="always").students} == {
        "given",
        "derived",
    }


def test_a_namesake_with_a_number_makes_a_username_doubtful(tmp_path: Path) -> None:
    text = "No,Name,Email\n1,TAN MEI,tan_mei_2@students.edu.sg\n2,LIM JO,lim_jo@students.edu.sg\n3,TAN MEI,\n"
    roster = read_students(write(tmp_path, "list.csv", text), derive="always")
    assert roster.students[2].origin == "blank"


@pytest.mark.parametrize("number", ["", "4"])
def test_two_rows_alike_but_for_the_username_are_two_children_with_their_own(
    tmp_path: Path, number: str
) -> None:
    rows = "".join(
        f"{number},LEE AH,3A,{username}@students.edu.sg\n" for username in ("lee_ah", "lee_ah_1", "lee_ah")
    )
    roster = read_students(write(tmp_path, "list.csv", f"No,Name,Class,Email\n{rows}"))
    assert [(student.row, student.username) for student in roster.students] == [
        (2, "lee_ah@students.edu.sg"),
        (3, "lee_ah_1@students.edu.sg"),
    ]
    assert not roster.problems
    same = [note.place.row for note in roster.notes if "printed once" in note.what]
    assert same == [4]


RAGGED = "No,Name,Class,MIMS ID,Email\n" + "".join(
    f"{n},{name},3A,{local(name)}@students.edu.sg,{local(name)}@students.edu.sg\n"
    for n, name in enumerate(PUPILS, 1)
)


@pytest.mark.parametrize(
    "row",
    [
        "6,KOH, JO,3A,koh_jo@students.edu.sg,ang_hoe@students.edu.sg",
        "6,KOH, JO,3A,koh_jo@students.edu.sg",
        "6,KOH JO,koh_jo@students.edu.sg,ang_hoe@students.edu.sg",
        "6,KOH JO,3A,x,koh_jo@students.edu.sg,ang_hoe@students.edu.sg",
        "6,KOH JO,3A,koh_jo@students.edu.sg,ang_hoe@students.edu.sg,",
        "KOH JO,3A,koh_jo@students.edu.sg,ang_hoe@students.edu.sg",
    ],
)
def test_a_ragged_row_with_two_columns_of_usernames_gets_neither(tmp_path: Path, row: str) -> None:
    roster = read_students(write(tmp_path, "list.csv", f"{RAGGED}{row}\n"))
    assert [problem.place.row for problem in roster.problems] == [7]
    assert [student.username for student in roster.students if student.row == 7] in ([], [""])
    assert [student.name for student in roster.students if student.username] == PUPILS
    assert "ang_hoe" not in repr(roster)


def test_a_row_that_ends_before_the_second_column_of_usernames_has_that_of_the_first(tmp_path: Path) -> None:
    roster = read_students(write(tmp_path, "list.csv", f"{RAGGED}6,KOH JO,3A,koh_jo@students.edu.sg\n"))
    assert not roster.problems
    assert roster.students[-1].username == "koh_jo@students.edu.sg"


def test_a_copy_of_a_worksheet_is_printed_once_and_one_with_something_else_is_asked_about(
    tmp_path: Path,
) -> None:
    head, first, second = ["No", "Name", "Class"], [1, "TAN MEI", "3A"], [2, "LIM JO", "3A"]
    path = workbook(tmp_path, ("3A", [head, first, second]), ("3A (2)", [head, second]))
    roster = read_students(path)
    assert not roster.questions
    assert sorted(student.name for student in roster.students) == ["LIM JO", "TAN MEI"]
    path = workbook(tmp_path, ("3A", [head, first, second]), ("3A (2)", [head, second, [3, "ONG KAI", "3A"]]))
    assert [question.kind for question in read_students(path).questions] == ["worksheets"]


def test_one_child_in_two_rows_with_a_username_that_is_not_its_own(tmp_path: Path) -> None:
    text = (
        "No,Name,Class,Email\n1,LEE AH,3A,lee_ah@students.edu.sg\n2,TAN MEI,3A,tan_mei@students.edu.sg\n"
        "1,LEE AH,3A,goh_jo@students.edu.sg\n"
    )
    roster = read_students(write(tmp_path, "list.csv", text))
    assert [(problem.place.row, problem.what, problem.remedy) for problem in roster.problems] == [
        (
            row,
            f"No. 1 LEE AH: Row {other} has the same child with another username.",
            "Find out which is right, and empty the other row.",
        )
        for row, other in ((2, 4), (4, 2))
    ]
    assert [(student.name, student.username) for student in roster.students] == [
        ("LEE AH", ""),
        ("TAN MEI", "tan_mei@students.edu.sg"),
    ]


def test_usernames_of_another_class_are_asked_about(tmp_path: Path) -> None:
    others = ["sim_boon_huat", "raj_pillai_2", "umi_salleh", "quek_ee_ting", "vera_lopez"]
    path = listed(tmp_path, others)
    (question,) = read_students(path).questions
    assert str(question.problem) == (
        'list.csv, row 1: Does column C "Email" have the usernames of these children? They do not fit the names in '
        'column B "Name". Answer with --column username=C or --column username=none.'
    )
    roster = read_students(path, answers=Answers((ColumnAnswer("username", "C"),)))
    assert [student.username.partition("@")[0] for student in roster.students] == others


@pytest.mark.parametrize(
    "usernames",
    [
        ["hv_pupil_001", "hv_pupil_002", "hv_pupil_003", "hv_pupil_004", "hv_pupil_005"],
        ["ang_p_s_s", "chua_y_s_a", "lim_j_a_n", "ong_k_l_x", "tan_w_j_q"],
        ["angela_shan", "sean_sheng", "joanna_ann", "kaitlyn_lin", "wayne_jie"],
        ["p81a", "c82c", "l83a", "k84o", "w85t"],
    ],
)
def test_usernames_that_follow_another_rule_are_not_another_class_s(
    tmp_path: Path, usernames: list[str]
) -> None:
    roster = read_students(listed(tmp_path, usernames))
    assert not roster.problems
    assert len(roster.students) == 5


def test_usernames_of_which_some_are_another_class_s(tmp_path: Path) -> None:
    mixed = [*map(local, PUPILS[:3]), "sim_boon_huat", "umi_salleh_2"]
    roster = read_students(listed(tmp_path, mixed))
    assert [problem.place.row for problem in roster.problems] == [5, 6]
    assert [student.name for student in roster.students] == PUPILS[:3]
