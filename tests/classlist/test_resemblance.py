"""Which usernames come from which names."""

import pytest

from handout.classlist.resemblance import (
    fits_name,
    has_latin,
    is_made_of_words,
    share_of_own_names,
    share_of_words,
    shares_a_word,
    shortens,
    words_of_name,
    words_of_username,
)


@pytest.mark.parametrize(
    ("username", "name", "fits"),
    [
        ("sean_o'neil@students.edu.sg", "SEAN O'NEIL", True),
        ("sean_o’neil@students.edu.sg", "SEAN O’NEIL", True),
        ("sean_oneil@students.edu.sg", "SEAN O'NEIL", True),
        ("tan_mei_ling_2@students.edu.sg", "TAN MEI LING", True),
        ("TAN.MEI-LING@students.edu.sg", "Tan Mei Ling", True),
        ("tan_meiling@students.edu.sg", "TAN MEI LING", True),
        ("alin_tan@students.edu.sg", "A LIN TAN", True),
        ("annmarielo_tan@students.edu.sg", "ANN-MARIE-LO TAN", True),
        ("lim_ann@students.edu.sg", "TAN MEI @ LIM ANN", True),
        ("ann_lim@students.edu.sg", "LIM,ANN", True),
        ("chloe_tan@students.edu.sg", "TAN(CHLOE)", True),
        ("raj_so_kumar@students.edu.sg", "RAJ S/O KUMAR", True),
        ("renee_tan@students.edu.sg", "RENÉE TAN", True),
        ("ta_mei@students.edu.sg", "TAN MEI", True),  # the beginning of a word
        ("tanya_mei@students.edu.sg", "TAN MEI", True),  # or the reverse
        ("t_mei@students.edu.sg", "TAN MEI", True),  # an initial beside a word
        ("x_mei@students.edu.sg", "TAN MEI", False),
        ("li_an@students.edu.sg", "LI AN", True),  # two letters are a word
        ("tanya_mei@students.edu.sg", "T MEI", False),
        ("an_mei@students.edu.sg", "TAN MEI", False),
        ("tan_mei@students.edu.sg", "LIM MEI", False),
        ("t_m_l@students.edu.sg", "TAN MEI LING", False),
        ("s1234567@students.edu.sg", "SITI AMINAH", False),
    ],
)
def test_a_username_and_a_name(username: str, name: str, *, fits: bool) -> None:
    assert fits_name(username, name) == fits


@pytest.mark.parametrize(
    ("username", "name", "fits"),
    [
        ("tanmeiling_2@students.edu.sg", "TAN MEI LING", True),
        ("meiling.tan@students.edu.sg", "TAN MEI LING", True),
        ("tan_ml@students.edu.sg", "TAN MEI LING", True),
        ("ahmad_ba@students.edu.sg", "AHMAD BIN ALI", True),
        ("s_kn@students.edu.sg", "S. KAVYA D/O NAIR", True),
        ("t_ml@students.edu.sg", "TAN MEI LING HUA", False),
        ("tan_mlx@students.edu.sg", "TAN MEI LING", False),
        ("tantan@students.edu.sg", "TAN MEI LING", False),  # a word is used once
        ("1234@students.edu.sg", "TAN MEI LING", False),
    ],
)
def test_a_username_written_together_or_shortened(username: str, name: str, *, fits: bool) -> None:
    assert shortens(username, name) == fits


def test_the_words_of_a_username() -> None:
    assert words_of_username("Sean_O’Neil.2@students.edu.sg") == ["sean", "oneil"]


@pytest.mark.parametrize(
    ("username", "shares"),
    [("tan_xyz@x", True), ("xyz_me@x", True), ("xyz_m@x", False), ("t_m@x", False), ("xyz_pqr@x", False)],
)
def test_a_username_that_shares_a_word_with_a_name(username: str, *, shares: bool) -> None:
    assert shares_a_word(username, words_of_name("TAN MEI")) == shares


@pytest.mark.parametrize(
    ("username", "share"),
    [("tan@x", 1), ("tan_xyz@x", 1 / 2), ("tan_xyz_pqr@x", 1 / 3), ("tan_mei@x", 1), ("1234@x", 0)],
)
def test_what_share_of_a_username_is_of_a_name(username: str, share: float) -> None:
    assert share_of_words(username, words_of_name("TAN MEI")) == share


@pytest.mark.parametrize(
    ("usernames", "share"),
    [
        (["tan_mei@x", "", ""], 1),  # rows without one do not count
        (["tan_mei@x", "lim_jo@x", "sunny@x"], 2 / 3),
        (["lim_jo@x", "tan_mei@x", ""], 0),
        (["", "", ""], 0),
    ],
)
def test_in_how_many_rows_a_username_fits_the_name_beside_it(usernames: list[str], share: float) -> None:
    assert share_of_own_names(["TAN MEI", "LIM JO", "ONG KAI"], usernames) == share


@pytest.mark.parametrize(
    ("username", "is_made"),
    [("raj_kumar@x", True), ("li_an@x", True), ("raj@x", False), ("r_kumar@x", False), ("raj_kumar", False)],
)
def test_a_username_that_is_made_of_words(username: str, *, is_made: bool) -> None:
    assert is_made_of_words(username) == is_made


@pytest.mark.parametrize(
    ("name", "has"),
    [
        ("陈 Mei", True),
        ("É", True),
        ("z", True),
        ("A", True),
        ("陈美玲", False),
        ("陈 [美]", False),
        ("கவிதா D/O முருகன்", False),
        ("", False),
    ],
)
def test_a_name_with_a_word_in_latin_letters(name: str, *, has: bool) -> None:
    assert has_latin(name) == has
