"""No two texts of a slip meet, whatever is known of the child."""

from itertools import combinations, pairwise, product

import pytest
from helpers.pdfs import Letter, letters, squeezed
from helpers.school import child

from handout import class_set
from handout.model import Content
from handout.pages.slip_grid import SlipGrid

pytestmark = pytest.mark.slow

GRID = SlipGrid()
DOMAIN = "@students.edu.sg"
LEAST = 0.8  # mm between the ink of two texts
NAMES = [
    "TAN MEI LING",
    "Ångström Joy Pang gyp, Jr",
    "VENKATARAMAN SUBRAMANIAM GOPALAKRISHNAN S/O KRISHNAMOORTHY IYER AB",
    "WENDELL WOLFGANG MCWILLIAMS-WOODHOUSE WINTERBOTTOM MACMAHON WEMYSS",
    "Åqvist Gyprjen Ågypje Jyq Ånge, Gyprjen Ågypje Ågyp Gyprjen Jyq Ån",
    "",
    "欧阳 Kai Wen",
    "Nguyễn Thị Hoa Ỹ",
    "கவிதா சுரேஷ்",
    "கவிதா சுரேஷ் ராமகிருஷ்ணன் மீனாட்சிசுந்தரம் வெங்கடேசப்பெருமாள்",
]
USERNAMES = [
    "",
    f"ab{DOMAIN}",
    f"jjyyqqggpp_jayden_gyqpj{DOMAIN}",
    f"muhammad_danish_haziq_bin_abdul_rahman{DOMAIN}",
    f"{'_'.join(['ggjmdd'] * 9)}{DOMAIN}",
]
KINDS = [
    child(name, number=str(place), username=username)._replace(origin=origin)
    for place, (name, username, origin) in enumerate(
        product(NAMES, USERNAMES, ("given", "derived", "blank")), 1
    )
    if (origin == "blank") == (not username)
]


@pytest.fixture(scope="module")
def pdf(content: Content) -> bytes:
    return class_set(content, KINDS, layout="slips")


def on_slip(pdf: bytes, place: int) -> list[Letter]:
    """The letters of a slip in the order in which they are drawn."""
    page, slot = divmod(place, GRID.per_page)
    left, down = GRID.corners[slot]
    top = GRID.page_height - down
    return [
        letter
        for letter in letters(pdf, page)
        if left < letter.left < left + GRID.width and top - GRID.height < letter.bottom < top
    ]


def texts(pdf: bytes, content: Content, place: int) -> dict[str, list[Letter]]:
    """The letters of each text of a slip; the name is what is between its label and that of the class.

    The class is on the line of the name, or at the end of the next: after the label of the username there.
    """
    student, labels = KINDS[place], content.panel.labels
    portal = content.settings.portal.removeprefix("https://")
    slip = on_slip(pdf, place)
    words = "".join(letter.character for letter in slip)
    start = min(words.index("Class3A"), words.index(squeezed(labels.username)))
    found = {"name": slip[4:start]}
    assert words.startswith("Name")
    ends, username = ["Class", student.class_name, "No.", student.register_number], [student.username]
    username += [labels.worked_out] if student.origin == "derived" else []
    address = [labels.portal, portal]
    if words[start:].startswith("Class"):
        after_name = [*ends, labels.username, *username, *address]
    elif student.username:
        after_name = [labels.username, *ends, *username, *address]
    else:
        after_name = [labels.username, *address, *ends]
    after_name += [labels.password, labels.new_password]
    found["label of the name"] = slip[:4]
    for text in filter(None, map(squeezed, after_name)):
        assert words[start:].startswith(text), (text, words[start:])
        found[text] = slip[start : start + len(text)]
        start += len(text)
    assert start == len(words)
    return {text: part for text, part in found.items() if part}


def boxes(part: list[Letter]) -> list[tuple[float, float, float, float]]:
    """The ink of each line of a text: left, bottom, right, top."""
    starts = [0] + [
        place for place, (one, after) in enumerate(pairwise(part), 1) if after.left < one.left - 10
    ]
    lines = [part[start:end] for start, end in zip(starts, [*starts[1:], len(part)], strict=True)]
    return [
        (
            min(x.left for x in line),
            min(x.bottom for x in line),
            max(x.right for x in line),
            max(x.top for x in line),
        )
        for line in lines
    ]


def test_all_kinds_of_children_are_here(pdf: bytes, content: Content) -> None:
    found = [texts(pdf, content, place) for place in range(len(KINDS))]
    lines_of_name = {len(boxes(slip["name"])) for slip in found if "name" in slip}
    assert lines_of_name == {1, 2}
    assert {
        len(boxes(slip[student.username]))
        for slip, student in zip(found, KINDS, strict=True)
        if student.username
    } == {1, 2}


@pytest.mark.parametrize("place", range(len(KINDS)), ids=lambda place: f"slip {place}")
def test_no_two_texts_of_a_slip_meet(pdf: bytes, content: Content, place: int) -> None:
    found = texts(pdf, content, place)
    for (one, letters_of_one), (other, letters_of_other) in combinations(found.items(), 2):
        for first, second in product(boxes(letters_of_one), boxes(letters_of_other)):
            aside = max(first[0] - second[2], second[0] - first[2])
            above = max(first[1] - second[3], second[1] - first[3])
            assert max(aside, above) >= LEAST - 0.02, (one, other, aside, above)
