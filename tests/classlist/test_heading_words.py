"""What the words of a heading say, and how plainly: of two columns the plainer one is read."""

import pytest

from handout.classlist.headings import Heading


@pytest.mark.parametrize(
    ("part", "rank", "headings"),
    [
        ("number", 0, "Register No; Reg No; Registration No; Class Index No; Class Index"),
        ("number", 1, "Index; Idx; CRN; Roll No; Class No; Form No; 座号; 学号"),
        ("number", 2, "No; S/N; No."),
        ("number", 3, "Student No"),
        ("username", 0, "MIMS ID; iCON; MIMS Login"),
        ("username", 1, "Username; Usernames; User ID; Login; Account; UPN"),
        ("username", 2, "Student Email; School Email"),
        ("username", 3, "Email"),
        ("username", 6, "Email Colour; Login (no of times)"),
        ("name", 0, "Name as in BC; Statutory Name; Full Name"),
        ("name", 1, "Name; Given and Family Name"),
        ("name", 2, "Pupil; Student"),
        ("name", 5, "English Name"),
        ("name", 6, "Name Tag; Class Name Tag; First Day by Name"),
        ("given", 1, "Given Name; First Name"),
        ("family", 1, "Surname; Family Name"),
        ("middle", 1, "Middle Name"),
        ("class", 0, "Class; Class 2026; Class 26; Class AY2026; Form Class; Form; Name of Class"),
        ("class", 6, "Class Colour; Group"),
        ("level", 0, "Level; Level 2026; Student Level"),
    ],
)
def test_what_a_heading_says_and_how_plainly(part: str, rank: int, headings: str) -> None:
    for heading in headings.split("; "):
        assert (heading, Heading(heading).meaning) == (heading, (part, rank))


@pytest.mark.parametrize(
    "heading",
    ["Official Student", "House Name", "Class Teacher", "Level Colour", "No of books", "Race", "", "Science Class",
     "Group Subject", "Student 2026", "Pupil Particulars", "Last Sign In", "First Day", "Middle Ear", "Ms Lim's list"],
)  # fmt: skip
def test_words_that_say_nothing_of_a_child(heading: str) -> None:
    assert Heading(heading).meaning is None


@pytest.mark.parametrize(("letters", "is_heading"), [(80, True), (81, False)])
def test_a_longer_text_is_no_heading(letters: int, *, is_heading: bool) -> None:
    assert (Heading("Name".ljust(letters)).meaning is not None) == is_heading


@pytest.mark.parametrize(
    ("heading", "shown"),
    [
        ("x" * 41, "x" * 40),
        ("Key Abcde12", "Key Abcde12"),
        ("Key Abcdef12", "Key"),
        ("Key 12345678", "Key 12345678"),
        ("Key Abcdefgh", "Key Abcdefgh"),
        (" (Abcd) Key", ""),
        ("Key\tof: x", "Key of"),
        ("PIN ab1", "PIN"),
    ],
)
def test_how_much_of_a_heading_is_shown(heading: str, shown: str) -> None:
    assert Heading(heading).shown == shown
