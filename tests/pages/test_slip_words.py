"""Words of the handout on a slip: its labels, the portal, where to stick it, and what does not fit."""

from dataclasses import replace
from typing import Literal

import pytest
from helpers.pdfs import find_word, page_text, squeezed
from helpers.school import child
from helpers.slips import DOMAIN, LONG_NAME, LONG_USERNAME, on_slip, part, room_to_write

from handout import class_set
from handout.errors import ContentError
from handout.model import Content
from handout.pages import slip_sizes
from handout.printing.press import Press


@pytest.mark.parametrize("origin", ["given", "derived"])
@pytest.mark.parametrize("name", ["TAN MEI LING", LONG_NAME])
@pytest.mark.parametrize(
    "length", [*(pytest.param(length, marks=pytest.mark.slow) for length in (20, 40)), 64]
)
def test_the_portal_is_on_every_slip(
    content: Content, origin: Literal["given", "derived"], name: str, length: int
) -> None:
    username = f"{('mei_ling_' * 8)[:length]}{DOMAIN}"
    pdf = class_set(content, [child(name, username=username)._replace(origin=origin)], layout="slips")
    words = "".join(letter.character for letter in on_slip(pdf, 0))
    assert "MIMSPortalmims.moe.gov.sg/sspr" in words
    assert (squeezed(content.panel.labels.worked_out) in words) == (origin == "derived")


@pytest.mark.parametrize(
    ("class_name", "is_said"), [("3A", True), ("P1 JOY", True), ("5B", False), ("JOY", False)]
)
def test_the_youngest_learn_where_to_stick_them(content: Content, class_name: str, is_said: bool) -> None:
    """Where the handbook has a page for it, and nothing that is printed says another one."""
    words = f"Stick on page {content.settings.handbook_page} of the Student Handbook."
    pdf = class_set(content, [child("TAN MEI LING", class_name)], layout="slips")
    assert (words in page_text(pdf, 0)) == is_said
    if is_said:
        assert find_word(pdf, 0, "Print at 100%")[0].left > 297 / 2 + slip_sizes.PADDING - 0.2
    elsewhere = replace(content, settings=content.settings._replace(handbook_page=None))
    assert "Stick" not in page_text(class_set(elsewhere, [child("TAN", class_name)], layout="slips"), 0)


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("class_name", "Class of the child in this year"),
        ("password", "MIMS password (case-sensitive, at least 12 characters)"),
        ("register_number", "Number of the child in the register of the class"),
        (
            "worked_out",
            "It was made from the name on the list. If it does not work, ask the form teacher for the one that does.",
        ),
    ],
)
def test_a_label_that_does_not_fit_is_refused(content: Content, name: str, label: str) -> None:
    labels = content.panel.labels._replace(**{name: label})
    wordy = replace(content, panel=content.panel._replace(labels=labels))
    assert refusals(wordy) == [
        f'content.yaml: The label "{label}" does not fit on a slip. Shorten it, or print sheets.'
    ]


def test_an_address_that_does_not_fit_is_refused(content: Content) -> None:
    address = "https://portal.a-school-of-many-names.example/sign-in/students"
    elsewhere = replace(content, settings=content.settings._replace(portal=address))
    assert refusals(elsewhere) == [
        f'content.yaml: The address "{address}" does not fit on a slip. Shorten it, or print sheets.'
    ]


def refusals(content: Content) -> list[str]:
    with pytest.raises(ContentError) as raised:
        Press(content, [child("TAN MEI LING")], layout="slips")
    return [str(problem) for problem in raised.value.problems]


@pytest.mark.parametrize("name", ["TAN MEI LING", LONG_NAME])
def test_what_is_said_of_a_username_of_two_lines_is_beside_the_second(content: Content, name: str) -> None:
    """And below one that has no room beside it."""
    derived = [
        child(name, username=one)._replace(origin="derived") for one in (LONG_USERNAME, f"mei{DOMAIN}")
    ]
    pdf = class_set(content, derived, layout="slips")
    slip, other = on_slip(pdf, 0), on_slip(pdf, 1)
    at, says = part(slip, DOMAIN), part(slip, content.panel.labels.worked_out)
    assert says[0].left - at[-1].right >= 4
    assert at[0].bottom < says[0].bottom < at[0].bottom + 1.2
    assert part(other, content.panel.labels.worked_out)[0].left == pytest.approx(
        part(other, "mei@")[0].left, abs=0.6
    )
    assert room_to_write(pdf, 0) >= 12 - 0.05


@pytest.mark.parametrize("username", [f"mei_ling{DOMAIN}", LONG_USERNAME])
@pytest.mark.parametrize("name", ["TAN MEI LING", LONG_NAME[:58]])
def test_the_portal_is_not_taken_for_a_new_password(content: Content, name: str, username: str) -> None:
    """White between the two, where a username that was worked out says so as well."""
    worked_out = child(name, username=username)._replace(origin="derived")
    slip = on_slip(class_set(content, [worked_out], layout="slips"), 0)
    portal, label = part(slip, "mims.moe.gov.sg/sspr"), part(slip, "New password")
    assert min(x.bottom for x in portal) - max(x.top for x in label) >= 1.6
