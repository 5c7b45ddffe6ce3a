"""The teacher's hand-out list."""

from dataclasses import replace

import pytest
from helpers.pdfs import all_faults, joined, page_count, page_text, reader
from helpers.school import checklist, child

from handout.model.content import Content


@pytest.fixture(scope="module")
def pdf(content: Content) -> bytes:
    students = [child(f"CHILD {chr(65 + n % 26)}{chr(65 + n // 26)}", number=str(n + 1)) for n in range(40)]
    students[1] = replace(students[1], origin="derived")
    students[2] = replace(
        students[2],
        username="",
        origin="blank",
        reason="an apostrophe in the name",
        suggestion="jo_oneil@students.edu.sg",
    )
    return checklist(content, "3A", students)


def test_names_every_child_in_register_order(pdf: bytes) -> None:
    text = joined(" ".join(page_text(pdf, number) for number in range(page_count(pdf))))
    places = [text.index(f"CHILD {chr(65 + n % 26)}{chr(65 + n // 26)}") for n in range(40)]
    assert places == sorted(places)
    assert "40 children" in text


def test_tells_printed_worked_out_and_blank_apart(pdf: bytes) -> None:
    text = joined(page_text(pdf, 0))
    assert "CHILD AA child_aa 2 CHILD BA child_ba worked out from the name: check" in text
    assert "3 CHILD CA blank: an apostrophe in the name perhaps jo_oneil" in text


def test_every_page_repeats_the_headings_but_says_them_once(pdf: bytes) -> None:
    assert page_count(pdf) > 1
    for number in range(page_count(pdf)):
        assert "Signature" in page_text(pdf, number)
    rows = reader(pdf).root_object["/StructTreeRoot"]["/K"][0]["/K"][0]["/K"][2]["/K"]
    kinds = [[cell["/S"] for cell in row["/K"]] for row in rows]
    assert kinds == [["/TH"] * 5] + [["/TD"] * 5] * 40
    assert rows[0]["/K"][0]["/A"] == {"/O": "/Table", "/Scope": "/Column"}


def test_is_accessible(pdf: bytes) -> None:
    assert not all_faults(pdf)
