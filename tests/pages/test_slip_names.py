"""Names on slips: long ones, and those in other scripts."""

from dataclasses import replace
from itertools import pairwise, product
from typing import Literal

import pytest
from helpers.pdfs import find_word
from helpers.school import child
from helpers.slips import DOMAIN, LONG_NAME, LONG_USERNAME, box, on_slip, part, room_to_write, rules

from handout import class_set
from handout.model import Content

pytestmark = pytest.mark.slow


def test_names_in_every_script_are_level(content: Content) -> None:
    """And what is below them: class, number and username are as far from the cut as those of the first."""
    names = ["TAN MEI LING", "欧阳 Kai Wen", "கவிதா சுரேஷ்", "محمد أمير", "Nguyễn Thị Hoa", "ÅSA ÖBERG"]
    pdf = class_set(content, [child(name, username=f"mei_ling{DOMAIN}") for name in names], layout="slips")
    for words in ("Class", "3A", "MIMS username", "mei_ling"):
        first, *others = (
            round(part(on_slip(pdf, place), words)[0].bottom - box(place)[2], 1)
            for place in range(len(names))
        )
        assert others == [first] * len(others), words


@pytest.mark.parametrize(
    ("label", "class_name"),
    [
        *product(["No.", "Index number", "Registernummer"], ["3A"]),
        *product(["No.", "Index number"], ["PRIMARY 6 WWWWWW WWWWWW WWWWWW"]),
    ],
)
def test_name_class_and_number_share_a_line(content: Content, label: str, class_name: str) -> None:
    labels = content.panel.labels._replace(register_number=label)
    student = child("TAN MEI LING", class_name, "123456")
    longer = replace(content, panel=content.panel._replace(labels=labels))
    pdf = class_set(longer, [student], layout="slips")
    found = find_word(pdf, 0, f"Name TAN MEI LING Class {class_name} {label} 123456")
    assert max(x.top for x in found) - min(x.bottom for x in found) < 8
    name, *rest = (find_word(pdf, 0, words) for words in ("TAN MEI LING", "Class", label, "123456"))
    for before, after in pairwise([name, *rest]):
        assert max(x.right for x in before) + 1 < after[0].left


@pytest.mark.parametrize(
    ("name", "size"),
    [("NUR AISYAH QISTINA BINTE ABDUL RAHMAN BIN SHAH", 10), (LONG_NAME[:58], 10), (LONG_NAME, 9.5)],
)
@pytest.mark.parametrize("username", [f"alexandria_souza{DOMAIN}", LONG_USERNAME, ""])
def test_a_long_name_takes_two_lines_beside_class_and_number(
    content: Content, name: str, size: float, username: str
) -> None:
    """And what is below it is as high as on other slips, nearly."""
    pdf = class_set(content, [child(name, username=username), child("TAN MEI LING")], layout="slips")
    slip, other = on_slip(pdf, 0), on_slip(pdf, 1)
    found = part(slip, name)
    assert min(x.size for x in found) >= size - 0.01
    assert len({round(x.bottom) for x in found if x.character in "AHMN"}) == 2
    for words in ("No. 1", "MIMS username", "mims.moe.gov.sg/sspr", "MIMS password"):
        assert part(slip, words)[0].bottom == pytest.approx(part(other, words)[0].bottom, abs=0.1)


@pytest.mark.parametrize("origin", ["given", "derived"])
@pytest.mark.parametrize("username", [LONG_USERNAME, f"muhammad_danish{DOMAIN}"])
@pytest.mark.parametrize(
    "length", [*(pytest.param(length, marks=pytest.mark.slow) for length in (38, 50, 58)), 66]
)
def test_no_long_name_is_small_and_all_leave_room_to_write(
    content: Content, origin: Literal["given", "derived"], username: str, length: int
) -> None:
    name = "MUHAMMAD DANISH HAZIQ ABDUL RAHMAN BIN SHAHRULNIZAM ISKANDAR SHAH"[:length]
    pdf = class_set(content, [child(name, username=username)._replace(origin=origin)], layout="slips")
    assert min(letter.size for letter in find_word(pdf, 0, name)) >= 9 - 0.01
    assert room_to_write(pdf, 0) >= 12 - 0.05
    assert min(letter.bottom for letter in part(on_slip(pdf, 0), "MIMS password")) - rules(pdf, 0)[0][2] > 5


@pytest.mark.parametrize("username", [LONG_USERNAME, f"mei_ling{DOMAIN}", ""])
@pytest.mark.parametrize("class_name", ["3A", "PRIMARY 3 RESPONSIBILITY"])
def test_the_widest_name_takes_two_lines(content: Content, class_name: str, username: str) -> None:
    """And keeps them for itself, however long the class is."""
    name = "WENDELL WOLFGANG MCWILLIAMS-WOODHOUSE WINTERBOTTOM MACMAHON WEMYSS"
    pdf = class_set(content, [child(name, class_name, "123456", username)], layout="slips")
    slip = on_slip(pdf, 0)
    found = part(slip, name)
    assert len({round(x.bottom) for x in found if x.character in "AWMN"}) == 2
    assert min(x.size for x in found) >= 8
    assert min(x.size for x in slip) >= 8
    label, ends = part(slip, "MIMS username"), part(slip, f"Class {class_name} No. 123456")
    assert ends[-1].bottom == pytest.approx(label[0].bottom, abs=0.1) or ends[0].left > found[-1].right
    portal = part(slip, "mims.moe.gov.sg/sspr")
    assert min(x.bottom for x in portal) - max(x.top for x in part(slip, "New password")) >= 1.6


def test_chinese_names_are_as_large_as_others(content: Content) -> None:
    names = ["欧阳凯文", "陈美玲 Tan Mei Ling", "林志豪", "ÅSA ÖBERG"]
    pdf = class_set(content, [child(name, username=f"mei_ling{DOMAIN}") for name in names], layout="slips")
    for place, name in enumerate(names):
        found = part(on_slip(pdf, place), name)
        assert {round(letter.size, 1) for letter in found} == {12}
        assert box(place)[2] - max(letter.top for letter in found) >= 4.2
