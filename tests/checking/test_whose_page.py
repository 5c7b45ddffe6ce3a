"""Whose page each is: several classes in one file, namesakes, children without a name, worked-out usernames."""

from pathlib import Path

import pytest
from helpers.school import child

from handout import read_students, verify_set
from handout.model import Content, Roster, Student, spare_students
from handout.printing import Press
from handout.printing.press import ClassSet

pytestmark = pytest.mark.slow

LIST = """No,Name,Class,Email
1,ONG WEI LIN,3A,ong_wei_lin@students.edu.sg
2,SITI AMINAH,3A,siti_aminah@students.edu.sg
3,ARUN PILLAI,3A,
1,GOH LI,3B,goh_li@students.edu.sg
2,KOH ANN,3B,koh_ann@students.edu.sg
"""


def roster_of(folder: Path, rows: str) -> Roster:
    path = folder / "list.csv"
    path.write_text(rows, "utf-8")
    return read_students(path)


def problems(folder: Path, pdf: bytes, roster: Roster, content: Content) -> list[str]:
    (folder / "set.pdf").write_bytes(pdf)
    return [problem.what for problem in verify_set(folder / "set.pdf", roster, content)[1]]


class TestSeveralClasses:
    """One file for two classes, the first with a spare."""

    @pytest.fixture
    def roster(self, tmp_path: Path) -> Roster:
        return roster_of(tmp_path, LIST)

    @pytest.fixture
    def press(self, content: Content, roster: Roster) -> Press:
        return Press(content, [*roster.students, *spare_students("3A", 1)], layout="sheet")

    def printed(
        self, press: Press, first: list[Student], second: list[Student], *, part: bool = False
    ) -> bytes:
        sets = [ClassSet("3A", [*first, *spare_students("3A", 1)]), ClassSet("3B", second, part)]
        return press.print_together(sets)

    def test_as_it_was_printed(self, tmp_path: Path, content: Content, roster: Roster, press: Press) -> None:
        pdf = self.printed(press, roster.classes["3A"], roster.classes["3B"])
        assert problems(tmp_path, pdf, roster, content) == []

    def test_a_username_that_was_changed_behind_the_spare(
        self, tmp_path: Path, content: Content, roster: Roster, press: Press
    ) -> None:
        pdf = self.printed(press, roster.classes["3A"], roster.classes["3B"])
        changed = roster_of(tmp_path, LIST.replace("koh_ann@", "koh_ann_1@"))
        assert problems(tmp_path, pdf, changed, content) == [
            "Page 6: No. 2 KOH ANN has another username in the list.",
        ]

    def test_one_who_is_no_longer_in_the_list(
        self, tmp_path: Path, content: Content, roster: Roster, press: Press
    ) -> None:
        pdf = self.printed(press, roster.classes["3A"], roster.classes["3B"])
        shorter = roster_of(tmp_path, LIST.replace("1,GOH LI,3B,goh_li@students.edu.sg\n", ""))
        assert problems(tmp_path, pdf, shorter, content) == [
            "Page 5: no child of the list has the name, class and register number of this page."
        ]

    def test_a_child_among_the_other_class(
        self, tmp_path: Path, content: Content, roster: Roster, press: Press
    ) -> None:
        first, second = roster.classes["3A"], roster.classes["3B"]
        pdf = self.printed(press, [*first, second[0]], second[1:])
        assert problems(tmp_path, pdf, roster, content) == [
            "Page 4: the page of No. 1 GOH LI is not for class 3A."
        ]

    def test_a_part_of_the_second_need_not_hold_all_of_it(
        self, tmp_path: Path, content: Content, roster: Roster, press: Press
    ) -> None:
        first, second = roster.classes["3A"], roster.classes["3B"]
        assert problems(tmp_path, self.printed(press, first, second[:1], part=True), roster, content) == []
        assert problems(tmp_path, self.printed(press, first[1:], second[:1]), roster, content) == [
            "No. 1 ONG WEI LIN has no page with the right name and username.",
            "No. 2 KOH ANN has no page with the right name and username.",
        ]

    def test_two_who_come_after_one_behind_them(
        self, tmp_path: Path, content: Content, roster: Roster, press: Press
    ) -> None:
        one, two, three = roster.classes["3A"]
        pdf = self.printed(press, [three, one, two], roster.classes["3B"])
        assert problems(tmp_path, pdf, roster, content) == [
            "Page 2: the page of No. 1 ONG WEI LIN is out of the order of the list.",
            "Page 3: the page of No. 2 SITI AMINAH is out of the order of the list.",
        ]


def test_a_page_that_does_not_say_that_its_username_was_worked_out(tmp_path: Path, content: Content) -> None:
    rows = "No,Name,Class,Email\n1,ONG WEI LIN,3A,{}\n2,GOH LI,3A,goh_li@students.edu.sg\n"
    made = child("ONG WEI LIN")._replace(origin="derived")
    given = child("ONG WEI LIN")
    other = child("GOH LI", number="2")
    in_list = roster_of(tmp_path, rows.format("ong_wei_lin@students.edu.sg"))
    press = Press(content, [made, given, other], layout="slips")
    assert problems(tmp_path, press.print([made, other], "3A"), in_list, content) == [
        "Page 1: the username of No. 1 ONG WEI LIN is marked as worked out, but it is in the list."
    ]
    not_in_list = roster_of(tmp_path, rows.format(""))._replace(students=(made, other))
    assert problems(tmp_path, press.print([made, other], "3A"), not_in_list, content) == []
    assert problems(tmp_path, press.print([given, other], "3A"), not_in_list, content) == [
        "Page 1: the username of No. 1 ONG WEI LIN is worked out, but the page does not say so."
    ]


def test_children_without_a_number(tmp_path: Path, content: Content) -> None:
    roster = roster_of(tmp_path, "Name,Class,Email\nONG WEI LIN,3A,ong_wei_lin@students.edu.sg\nGOH LI,3A,\n")
    press = Press(content, roster.students, layout="sheet")
    assert problems(tmp_path, press.print(roster.students, "3A"), roster, content) == []
    assert problems(tmp_path, press.print(roster.students[:1], "3A"), roster, content) == [
        "GOH LI has no page with the right name and username."
    ]
    again = [roster.students[0], *roster.students, roster.students[1]]
    assert problems(tmp_path, press.print(again, "3A"), roster, content) == [
        "Page 2: a second page for ONG WEI LIN.",
        "Page 4: a second page for GOH LI.",
    ]


def test_a_name_that_no_typeface_can_draw(tmp_path: Path, content: Content) -> None:
    """Its line is blank, and its page is known by the username."""
    rows = "Name,Class,Email\n𓀀𓀁 𓀂,3A,goh_li@students.edu.sg\nTAN MEI,3A,tan_mei@students.edu.sg\n"
    roster = roster_of(tmp_path, rows)
    assert [student.name for student in roster.students] == ["", "TAN MEI"]
    press = Press(content, roster.students, layout="sheet")
    assert problems(tmp_path, press.print(roster.students, "3A"), roster, content) == []
    assert problems(tmp_path, press.print(roster.students[1:], "3A"), roster, content) == [
        "𓀀𓀁 𓀂 has no page with the right name and username."
    ]


@pytest.mark.parametrize(
    ("listed", "of", "words"),
    [
        (0, 1, "its only child is not in it."),
        (0, 3, "none of its 3 children is in it."),
        (1, 3, "1 of its 3 children is in it."),
        (2, 5, "2 of its 5 children are in it."),
    ],
)
def test_a_set_of_a_different_list_gets_one_message(
    tmp_path: Path, content: Content, listed: int, of: int, words: str
) -> None:
    printed = [child(f"CHILD {'ABCDE'[place]}", number=str(place + 1)) for place in range(of)]
    others = tuple(child(f"OTHER {'ABCDE'[place]}", number=str(place + 1)) for place in range(5))
    roster = roster_of(tmp_path, LIST)._replace(students=(*printed[:listed], *others))
    pdf = Press(content, [*printed, *spare_students("3A", 1)], layout="slips").print(
        [*printed, *spare_students("3A", 1)], "3A"
    )
    (tmp_path / "set.pdf").write_bytes(pdf)
    children, told = verify_set(tmp_path / "set.pdf", roster, content)
    assert (children, list(map(str, told))) == (
        of,
        [
            (
                f"set.pdf: This set was not made from this list: {words}"
                " Check it against the class list that it was printed from."
            )
        ],
    )


def test_where_half_are_in_the_list_each_page_is_compared(tmp_path: Path, content: Content) -> None:
    known, gone = child("GOH LI"), child("KOH ANN", number="2")
    rows = "No,Name,Class,Email\n1,GOH LI,3A,goh_li@students.edu.sg\n"
    press = Press(content, [known, gone], layout="sheet")
    assert problems(tmp_path, press.print([known, gone], "3A"), roster_of(tmp_path, rows), content) == [
        "Page 2: no child of the list has the name, class and register number of this page."
    ]
