"""Usernames that changed places between two names that are nearly alike: each is told, none is printed."""

from pathlib import Path

import pytest
from helpers.lists import write

from handout import read_students

OTHERS = {"KOH AN QI": "koh_an_qi", "SIM BOON HUAT": "sim_boon_huat", "VERA LOPEZ": "vera_lopez_3"}


def listed(folder: Path, children: dict[str, str]) -> Path:
    rows = "".join(
        f"{n},{name},{username}@students.edu.sg\n"
        for n, (name, username) in enumerate({**OTHERS, **children}.items(), 1)
    )
    return write(folder, "list.csv", f"No,Name,Email\n{rows}")


PAIRS = [
    (("LEE XIN", "lee_xin"), ("LEE XINYI", "lee_xinyi")),
    (("LEE XIN", "lee_xin_4"), ("LEE XINYI", "lee_xinyi_12")),
    (("ADAM BIN ALI", "adam_ali"), ("ADAM BIN ALIFF", "adam_aliff")),
    (("ADAM BIN ALI", "adam_bin_ali"), ("ADAM BIN ALIFF", "adam_bin_aliff")),
    (("RAVI S/O KUMAR", "ravi_kumar"), ("RAVI S/O KUMARAN", "ravi_kumaran")),
    (("HO MEI LIN", "ho_mei_lin_2"), ("HO LIN MEI", "ho_lin_mei_5")),
    (("SITI HAWA", "siti_hawa_1"), ("SITI HAWANI BINTE OMAR", "siti_hawani_omar")),
]


@pytest.mark.parametrize(("one", "two"), PAIRS)
def test_two_usernames_that_changed_places_between_names_nearly_alike(
    tmp_path: Path, one: tuple[str, str], two: tuple[str, str]
) -> None:
    roster = read_students(listed(tmp_path, {one[0]: two[1], two[0]: one[1]}))
    assert [problem.place.row for problem in roster.problems] == [5, 6]
    assert [student.name for student in roster.students if student.username] == list(OTHERS)


@pytest.mark.parametrize(("one", "two"), PAIRS)
def test_names_nearly_alike_with_their_own_usernames(
    tmp_path: Path, one: tuple[str, str], two: tuple[str, str]
) -> None:
    roster = read_students(listed(tmp_path, dict((one, two))))
    assert not roster.problems
    assert [student.username.partition("@")[0] for student in roster.students[3:]] == [one[1], two[1]]


def test_a_shorter_username_is_another_child_s_only_where_that_child_is_listed(tmp_path: Path) -> None:
    roster = read_students(listed(tmp_path, {"LEE XINYI": "lee_xin", "ADAM BIN ALI": "adam_aliff"}))
    assert not roster.problems


def test_the_office_may_say_that_the_username_of_another_name_is_right(tmp_path: Path) -> None:
    path = listed(tmp_path, {"SITI HAWA": "siti_hawani", "SITI HAWANI": "siti_hawa_7"})
    assert [problem.place.row for problem in read_students(path).problems] == [5, 6]
    edits = {("", 5, "C"): "siti_hawani@students.edu.sg", ("", 6, "C"): "siti_hawa_7@students.edu.sg"}
    assert not read_students(path, edits=edits).problems


def test_a_shorter_username_beside_a_namesake_who_has_its_own_is_no_swap(tmp_path: Path) -> None:
    path = listed(tmp_path, {"SITI HAWA": "siti_hawa_1", "SITI HAWANI BINTE OMAR": "siti_hawa_7"})
    assert not read_students(path).problems


LIST = {"KOH AN QI": "koh_an_qi", "SIM BOON HUAT": "sim_boon_huat", "VERA LOPEZ": "vera_lopez_3",
        "LIM ZHI HAO": "lim_zhi_hao", "OMAR ZAKI": "omar_zaki", "LEE XIN": "lee_xin_2"}  # fmt: skip


@pytest.mark.parametrize(
    ("name", "username"),
    [
        ("LIM KAI EN", "lim_jia_hui"),  # a new child in the row of one who has left
        ("NUR IMAN BINTE SALIM", "nur_aisyah_razali"),
        ("KOH AN QI", "koh_xin_le"),  # another child's name pasted over the row's own
    ],
)
def test_a_username_that_shares_only_a_word_where_others_come_from_their_names(
    tmp_path: Path, name: str, username: str
) -> None:
    rows = [*LIST.items(), (name, username)]
    text = "".join(f"{n},{child},{local}@students.edu.sg\n" for n, (child, local) in enumerate(rows, 1))
    roster = read_students(write(tmp_path, "list.csv", f"No,Name,Email\n{text}"))
    assert [problem.place.row for problem in roster.problems] == [8]
    assert [student.name for student in roster.students] == list(LIST)


@pytest.mark.parametrize(
    ("name", "username"),
    [
        ("CHUA YONG SHENG", "chua_ys"),
        ("LIM KAI EN", "ethan_lim"),
        ("NUR AISYAH BINTE RAZALI", "nur_aisyah_razall"),
        ("TAN WEI JIE", "jason_tan_wei_jie_1"),
        ("CHUA XIN YI", "tan_xin_yi"),
        ("PRIYA ANAND PILLAI", "p_anand_pillai"),
        ("KOH AN QI", "koh_an_qi_4"),
        ("TAN WEI JIE", "tanweijie"),
    ],
)
def test_a_username_that_has_half_of_its_name_or_is_not_made_of_words(
    tmp_path: Path, name: str, username: str
) -> None:
    rows = [*LIST.items(), (name, username)]
    text = "".join(f"{n},{child},{local}@students.edu.sg\n" for n, (child, local) in enumerate(rows, 1))
    assert not read_students(write(tmp_path, "list.csv", f"No,Name,Email\n{text}")).problems


def test_a_name_that_is_there_twice_with_a_username_that_fits_it_and_one_that_does_not(
    tmp_path: Path,
) -> None:
    rows = [*LIST.items(), ("LIM YI WEI", "lim_yi_wei"), ("LIM YI WEI", "lee_yi")]
    text = "".join(f"{n},{child},{local}@students.edu.sg\n" for n, (child, local) in enumerate(rows, 1))
    roster = read_students(write(tmp_path, "list.csv", f"No,Name,Email\n{text}"))
    assert [problem.place.row for problem in roster.problems] == [9]
    assert [student.name for student in roster.students] == [*LIST, "LIM YI WEI"]


def test_the_office_says_whose_a_username_is_by_typing_it(tmp_path: Path) -> None:
    """Who types only the name has not seen the username beside it: nothing of such a row is shown."""
    rows = [*LIST.items(), ("G0H BEE HOON", "sunny_boy")]
    text = "".join(f"{n},{child},{local}@students.edu.sg\n" for n, (child, local) in enumerate(rows, 1))
    path = write(tmp_path, "list.csv", f"No,Name,Email\n{text}")
    name = {("", 8, "B"): "GOH BEE HOON"}
    (problem,) = read_students(path, edits=name).problems
    assert "little or nothing of this name" in problem.what
    roster = read_students(path, edits=name | {("", 8, "C"): "sunny_boy@students.edu.sg"})
    assert not roster.problems
    assert roster.students[6].username == "sunny_boy@students.edu.sg"
