"""Names and the usernames they lead to."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handout.classlist.usernames import check_given, derive_username, repaired

DOMAIN = "students.edu.sg"


@pytest.mark.parametrize(
    ("name", "local"),
    [
        ("Mary Tan", "mary_tan"),
        ("MARY  TAN", "mary_tan"),
        ("Mary\u00a0Tan", "mary_tan"),
        ("ＭＡＲＹ Tan", "mary_tan"),
        ("Nur Aisyah Binte Yusof", "nur_aisyah_yusof"),
        ("Nur Bte Yusof", "nur_yusof"),
        ("Nur Binti Yusof", "nur_yusof"),
        ("RAJ S/O KUMAR", "raj_kumar"),
        ("RAJ S / O KUMAR", "raj_kumar"),
        ("PRIYA d/o RAMAN", "priya_raman"),
        ("Tan Hao Bin", "tan_hao_bin"),
        ("Bin Hao", "bin_hao"),
        ("Lim Hui Fen Ann", "lim_hui_fen_ann"),
    ],
)
def test_sure(name: str, local: str) -> None:
    derivation = derive_username(name, DOMAIN)
    assert derivation == (type(derivation))((f"{local}@{DOMAIN}",), sure=True, reason="")


@pytest.mark.parametrize(
    ("name", "local", "reason"),
    [
        ("Xavier", "xavier", "a single word"),
        ("Muhammad Faiz Bin Osman", "muhammad_faiz_bin_osman", "BIN inside the name"),
        ("Tan Bin Hao", "tan_bin_hao", "BIN inside the name"),
        ("Siti Nur Aisyah Binte Yusof", "siti_nur_aisyah_yusof", "more than 4 words"),
        ("O'Neil Ann", "oneil_ann", "an apostrophe"),
        ("O’Neil Ann", "oneil_ann", "an apostrophe"),
        ("Tan, Mary", "tan_mary", "a comma"),
        ("Mary Tan Jr.", "mary_tan_jr", "a full stop"),
        ("Ann-Marie Tan", "annmarie_tan", "a hyphen"),
        ("Mary Tan (Chen Mei)", "mary_tan", "brackets"),
        ("Mary Tan @ Tan Mei", "mary_tan", "after @"),
        ("Renée Tan", "renee_tan", "letters with marks"),
        ("Kumar A/L Raman", "kumar_raman", "A/L or A/P"),
        ("Kumar A / L Raman", "kumar_raman", "A/L or A/P"),
        ("Nur Bt Yusof", "nur_yusof", "BT"),
        ("Raj S/O", "raj", "a single word"),
        ("Tan Mei 陈美", "tan_mei", "letters with marks"),
    ],
)
def test_unsure_with_a_suggestion_and_the_reason(name: str, local: str, reason: str) -> None:
    derivation = derive_username(name, DOMAIN)
    assert derivation.username == f"{local}@{DOMAIN}"
    assert not derivation.sure
    assert reason in derivation.reason


@pytest.mark.parametrize("name", ["陈大文", "(Ann)", "@", "S/O", "Søren Lee", "W " * 40])
def test_not_derivable(name: str) -> None:
    derivation = derive_username(name, DOMAIN)
    assert derivation.username is None
    assert not derivation.sure
    assert derivation.reason


@given(st.text(max_size=80))
def test_a_derived_username_is_always_one_the_list_could_give(name: str) -> None:
    derivation = derive_username(name, DOMAIN)
    if derivation.username:
        assert not check_given(derivation.username, DOMAIN).fault


@pytest.mark.parametrize(
    "cell", ["mary_tan@students.edu.sg", " Mary_Tan@Students.EDU.sg ", "mary_tan_1@students.edu.sg"]
)
def test_a_given_username_is_trimmed_and_made_small(cell: str) -> None:
    given = check_given(cell, DOMAIN)
    assert given.username == cell.strip().lower()
    assert not given.fault


def test_an_apostrophe_is_kept_and_told() -> None:
    assert check_given("o'neil_ann@students.edu.sg", DOMAIN).apostrophe
    assert not check_given("oneil_ann@students.edu.sg", DOMAIN).apostrophe


@pytest.mark.parametrize(
    ("cell", "fault"),
    [
        ("mary tan@students.edu.sg", "a space"),
        ("mary_tan@gmail.com", "does not end with @students.edu.sg"),
        ("mary_tan", "does not end with"),
        ("Passw0rd!Secret", "does not end with"),
        ("a@b@students.edu.sg", "more than one @"),
        ("mailto:mary_tan@students.edu.sg", "mailto:"),
        ("MAILTO:mary_tan@students.edu.sg", "mailto:"),
        ("mary\u200b_tan@students.edu.sg", "invisible"),
        ("mаry_tan@students.edu.sg", "only looks like"),
        ("_mary@students.edu.sg", "an underscore too many"),
        ("mary_@students.edu.sg", "an underscore too many"),
        ("mary__tan@students.edu.sg", "an underscore too many"),
        ("@students.edu.sg", "nothing before the @"),
        ("m" * 65 + "@students.edu.sg", "more than 64"),
        ("mary$tan@students.edu.sg", "a sign in it"),
    ],
)
def test_a_malformed_username_is_rejected_without_being_shown(cell: str, fault: str) -> None:
    given = check_given(cell, DOMAIN)
    assert fault in given.fault
    assert not given.username
    shown = given.fault.replace("students.edu.sg", "").lower()
    assert not any(
        part and part in shown
        for part in cell.lower().replace("@students.edu.sg", "").split("mailto:")
        if len(part) > 4
    )


@pytest.mark.parametrize("text", ["a" * 5000 + "!", "abc1" * 1000 + "-!@students.edu.sg"])
def test_no_cell_takes_for_ever_to_refuse(text: str) -> None:
    """The pattern of a username once took twice as long for every further letter of a swapped password."""
    assert check_given(text, DOMAIN).fault


def test_a_username_longer_than_the_sheet_has_room_for_is_refused_or_left_blank() -> None:
    long_domain = "pupils.rain-tree-primary-school.example.org"
    local = "a" * 40
    assert check_given(f"{local}@{long_domain}", long_domain).fault == (
        "has more than 80 letters, too many for the sheet"
    )
    assert derive_username(f"TAN {local}", long_domain).username is None
    assert not check_given(f"{'a' * 64}@{DOMAIN}", DOMAIN).fault


@pytest.mark.parametrize("cell", ["mailto:Mary_Tan@students.edu.sg", "MAILTO:MARY_TAN@STUDENTS.EDU.SG;"])
def test_an_address_that_was_copied_as_a_link_is_suggested_without_what_is_around_it(cell: str) -> None:
    assert repaired(cell, DOMAIN) == "mary_tan@students.edu.sg"


@pytest.mark.parametrize(
    ("letters", "domain", "fault"),
    [
        (64, "a.sg", ""),
        (65, "a.sg", "has more than 64 letters before the @"),
        (60, "a" * 16 + ".sg", ""),
        (61, "a" * 16 + ".sg", "has more than 80 letters, too many for the sheet"),
    ],
)
def test_the_longest_username(letters: int, domain: str, fault: str) -> None:
    assert check_given(f"{'a' * letters}@{domain}", domain).fault == fault
    derivation = derive_username(f"{'A' * 30} {'B' * (letters - 31)}", domain)
    assert (derivation.username is None) == bool(fault)
    assert derivation.reason == ("the name is too long for a username" if fault else "")
