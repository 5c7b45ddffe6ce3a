"""What a name leads to where nobody can be sure: every reading that may be meant, and every reason to ask."""

import pytest

from handout.classlist.usernames import check_given, derive_username, repaired

DOMAIN = "students.edu.sg"


@pytest.mark.parametrize(
    ("name", "locals_", "reason"),
    [
        ("Tan Bin Hao", "tan_bin_hao tan_hao", "BIN inside the name"),
        ("Nur Bt Yusof", "nur_yusof nur_bt_yusof", "BT in the name"),
        ("Raj S/O Bte Kumar", "raj_kumar", "two words such as BTE or S/O in the name"),
        ("Raj Kumar S/O", "raj_kumar", "S/O at the end of the name"),
        ("Mr Tan Mei", "tan_mei", "MR in the name"),
        ("Tan Mei New", "tan_mei", "NEW in the name"),
        ("Tan Mei (New)", "tan_mei", "words in brackets were left out"),
        ("Tan Mei Jr", "tan_mei_jr", "JR in the name"),
        ("Dr Haji Ali Rahman", "ali_rahman", "DR in the name, HAJI in the name"),
        (
            "Siti d/o A/P Raman",
            "siti_raman",
            "A/L or A/P in the name, two words such as BTE or S/O in the name",
        ),
        ("Tan Mei Bin", "tan_mei_bin", ""),
        ("Bin Tan Mei", "bin_tan_mei", ""),
        ("W Tan Mei", "w_tan_mei", "W in the name"),
        ("Tan 1 Mei", "tan_1_mei", "letters with marks, or signs, in the name"),
        ("So Mei", "mei so_mei", "SO in the name"),
        (
            "Daughter Of Tan",
            "tan daughter_of_tan",
            "DAUGHTER in the name, OF in the name, two words such as BTE or S/O in the name",
        ),
        ("Mr", "mr", "MR in the name, a single word"),
        ("A/L", "al", "A/L or A/P in the name, A/L at the end of the name, a single word"),
        (
            "Ali bin Abu bin Omar",
            "ali_bin_abu_bin_omar ali_abu_omar",
            "BIN inside the name, two words such as BTE or S/O in the name, more than 4 words",
        ),
        ("Ali B Abu", "ali_abu ali_b_abu", "B in the name"),
        ("O'Neil-Tan Ann", "oneiltan_ann", "an apostrophe in the name, a hyphen in the name"),
        ("Tan A. Mei", "tan_a_mei", "a full stop in the name, A in the name"),
        ("Lim Mei Ling Ann Eve", "lim_mei_ling_ann_eve", "more than 4 words"),
        (
            "Kumar a/l Raman d/o Siti",
            "kumar_raman_siti",
            "A/L or A/P in the name, two words such as BTE or S/O in the name, more than 4 words",
        ),
        ("Tan  Mei [x] (y)", "tan_mei", "words in brackets were left out"),
        ("Tan Mei [x]", "tan_mei", "words in brackets were left out"),
        ("Müller Ann", "muller_ann", "letters with marks, or signs, in the name"),
        ("Ann Tan @ Lim @ Koh", "ann_tan", "the name after @ was left out"),
        ("Tan-Sri Ali Abu", "ali_abu", "a hyphen in the name, TAN-SRI in the name"),
        ("Tan Mei -", "tan_mei", "a hyphen in the name"),
        ("Lim 陈", "lim", "陈 in the name, letters with marks, or signs, in the name"),
        ("Zoë 2 Tan", "zoe_2_tan", "letters with marks, or signs, in the name"),
    ],
)
def test_every_reading_and_every_reason(name: str, locals_: str, reason: str) -> None:
    usernames = tuple(f"{local}@{DOMAIN}" for local in locals_.split())
    assert derive_username(name, DOMAIN) == (usernames, not reason, reason)


@pytest.mark.parametrize(
    ("words", "locals_"),
    [
        ("bt bti bint ibn so do son daughter of anak al", "tan_mei tan_{}_mei"),
        ("mr mrs ms mdm madam miss dr prof hj hjh haji hajah dato datuk datin", "tan_mei"),
        (
            "withdrawn withdrew new transferred transfer left leaving absent deferred repeat repeater confirmed tbc pending",
            "tan_mei",
        ),
        ("jr sr ii iii iv junior senior", "tan_{}_mei"),
    ],
)
def test_every_word_that_a_username_may_be_without(words: str, locals_: str) -> None:
    for word in words.split():
        usernames = tuple(f"{local}@{DOMAIN}" for local in locals_.format(word).split())
        assert derive_username(f"Tan {word} Mei", DOMAIN) == (usernames, False, f"{word.upper()} in the name")


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("Søren Lee", "the name has a letter that no username has"),
        ("(Ann)", "the name has no letters a username can have"),
        ("W " * 40, "the name is too long for a username"),
    ],
)
def test_why_a_name_leads_to_no_username(name: str, reason: str) -> None:
    assert derive_username(name, DOMAIN) == ((), False, reason)


@pytest.mark.parametrize(
    ("cell", "fault"),
    [
        ("mary tan@students.edu.sg", "has a space in it"),
        ("mary\xa0tan@students.edu.sg", "has a space in it"),
        ("mary\u200b_tan@students.edu.sg", "has an invisible letter in it"),
        ("mary\x07_tan@students.edu.sg", "has an invisible letter in it"),
        ("mailto:mary_tan@students.edu.sg", 'begins with "mailto:"'),
        ("a@b@students.edu.sg", "has more than one @"),
        ("students.edu.sg", "does not end with @students.edu.sg"),
        ("mary_tan@mail.sg", "does not end with @students.edu.sg"),
        ("m\u0430ry_tan@students.edu.sg", "has a letter that only looks like a plain one"),
        ("@students.edu.sg", "has nothing before the @"),
        ("___@students.edu.sg", "has nothing before the @"),
        ("mary__tan@students.edu.sg", "has an underscore too many"),
        ("_mary@students.edu.sg", "has an underscore too many"),
        ("mary$tan@students.edu.sg", "has a sign in it that no username has"),
        ("mary\u2019tan@students.edu.sg", ""),
        ("mary.tan-2@students.edu.sg", ""),
        (f"{'m' * 62}\u2019n@students.edu.sg", ""),
        (f"{'m' * 63}\u2019n@students.edu.sg", "has more than 64 letters before the @"),
        ("mary..tan@students.edu.sg", "has a sign in it that no username has"),
    ],
)
def test_what_is_wrong_with_a_given_username(cell: str, fault: str) -> None:
    assert check_given(cell, DOMAIN) == ("" if fault else cell, fault)


@pytest.mark.parametrize(
    ("cell", "username"),
    [
        (" mary tan@students.edu.sg", "mary_tan@students.edu.sg"),
        ("<mary_tan@students.edu.sg>,", "mary_tan@students.edu.sg"),
        ("mary\u200b_tan@students.edu.sg", "mary_tan@students.edu.sg"),
        ("Mailto: Mary_Tan@students.edu.sg", "mary_tan@students.edu.sg"),
        ("Hunter2 Hunter2", ""),
        ("mary_tan@mail.sg", ""),
        ("(mary_tan@students.edu.sg);", "mary_tan@students.edu.sg"),
        ("mary$tan@students.edu.sg", ""),
    ],
)
def test_a_username_as_it_was_probably_meant(cell: str, username: str) -> None:
    assert repaired(cell, DOMAIN) == username
