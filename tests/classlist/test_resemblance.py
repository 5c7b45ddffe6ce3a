"""Which usernames come from which names."""

import pytest

from handout.classlist.resemblance import fits_name, words_of_username


@pytest.mark.parametrize(
    ("username", "name", "fits"),
    [
        ("sean_o'neil@students.edu.sg", "SEAN O'NEIL", True),
        ("sean_o’neil@students.edu.sg", "SEAN O’NEIL", True),
        ("sean_oneil@students.edu.sg", "SEAN O'NEIL", True),
        ("tan_mei_ling_2@students.edu.sg", "TAN MEI LING", True),
        ("TAN.MEI-LING@students.edu.sg", "Tan Mei Ling", True),
        ("tan_meiling@students.edu.sg", "TAN MEI LING", True),
        ("tan_mei@students.edu.sg", "LIM MEI", False),
        ("t_m_l@students.edu.sg", "TAN MEI LING", False),
        ("s1234567@students.edu.sg", "SITI AMINAH", False),
    ],
)
def test_a_username_and_a_name(username: str, name: str, *, fits: bool) -> None:
    assert fits_name(username, name) == fits


def test_the_words_of_a_username() -> None:
    assert words_of_username("Sean_O’Neil.2@students.edu.sg") == ["sean", "oneil"]
