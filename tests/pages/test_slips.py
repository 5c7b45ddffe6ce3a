"""What is on a slip, and the white around it."""

from dataclasses import replace
from itertools import pairwise, product
from typing import Literal

import pytest
from helpers.pdfs import Letter, find_word, letters, lines_drawn, page_count, page_text, reader, squeezed
from helpers.school import child

from handout import class_set, theme
from handout.classlist.usernames import LONGEST
from handout.errors import ContentError
from handout.model import NOBODY, Content
from handout.pages import slip_sizes
from handout.pages.slip_grid import SlipGrid
from handout.printing.press import Press

GRID = SlipGrid()
DOMAIN = "@students.edu.sg"
LONG_NAME = "VENKATARAMAN SUBRAMANIAM GOPALAKRISHNAN S/O KRISHNAMOORTHY IYER AB"
CHILDREN = [
    child("TAN MEI LING", number="1"),
    child("MUHAMMAD DANISH HAZIQ BIN ABDUL RAHMAN", number="2", username=f"jjyyqqggpp_jayden_gyqpj{DOMAIN}"),
    child("LIM JO ANN", number="3", username=""),
    child("KAVYA D/O RAJENDRAN", number="4")._replace(origin="derived"),
    child(LONG_NAME, number="123456", username=f"a{DOMAIN}"),
    NOBODY._replace(class_name="3A"),
    child("W" * 66, number="40", username="_".join(["m" * 15] * 4) + DOMAIN),
    child("ÅSA ÖBERG", number="", username="w" * (LONGEST - len(DOMAIN)) + DOMAIN),
    *[child(f"CHILD {letter}", number=str(n)) for n, letter in enumerate("ABCD", 9)],
]


@pytest.fixture(scope="module")
def pdf(content: Content) -> bytes:
    return class_set(content, CHILDREN, layout="slips")


def box(place: int) -> tuple[int, float, float]:
    """A slip's page, and its left and upper edge in mm from the lower left corner of the page."""
    page, slot = divmod(place, GRID.per_page)
    left, down = GRID.corners[slot]
    return page, left, GRID.page_height - down


def on_slip(pdf: bytes, place: int) -> list[Letter]:
    page, left, top = box(place)
    return [
        letter
        for letter in letters(pdf, page)
        if left < letter.left < left + GRID.width and top - GRID.height < letter.bottom < top
    ]


def rules(pdf: bytes, place: int) -> list[tuple[float, float, float]]:
    """The lines to write on: left end, right end and height above the foot of the slip."""
    page, left, top = box(place)
    return [
        (x1, x2, y1 - top + GRID.height)
        for x1, y1, x2, y2 in lines_drawn(pdf, page)
        if y1 == y2 and left < x1 < x2 < left + GRID.width and top - GRID.height < y1 < top
    ]


@pytest.mark.slow
def test_landscape_pages_of_ten(pdf: bytes) -> None:
    assert page_count(pdf) == 2
    for page in reader(pdf).pages:
        assert page.mediabox.width == pytest.approx(297 * 72 / 25.4, abs=0.01)
        assert page.mediabox.height == pytest.approx(210 * 72 / 25.4, abs=0.01)


@pytest.mark.parametrize("place", range(len(CHILDREN)))
def test_each_slip_holds_its_own_child_with_white_inside_every_cut(pdf: bytes, place: int) -> None:
    student = CHILDREN[place]
    _, left, top = box(place)
    found = on_slip(pdf, place)
    words = "".join(letter.character for letter in found)
    for value in (student.name, student.class_name, student.register_number, student.username):
        assert squeezed(value) in words
    assert "mims.moe.gov.sg/sspr" in words
    white = slip_sizes.PADDING - 0.05
    for letter in found:
        assert letter.left >= left + white - 0.2, letter  # a glyph may begin left of its own origin
        assert letter.right <= left + GRID.width - white, letter
        assert top - GRID.height + white <= letter.bottom < letter.top <= top - white, letter
    for x1, x2, height in rules(pdf, place):
        assert left + white <= x1 < x2 <= left + GRID.width - white
        assert height >= white


def part(slip: list[Letter], text: str) -> list[Letter]:
    """The letters of a text of the slip."""
    words = "".join(x.character for x in slip)
    return slip[words.index(squeezed(text)) :][: len(squeezed(text))]


def room_to_write(pdf: bytes, place: int) -> float:
    """How far all but its label is above a line for a password."""
    *above, (_, _, rule), _ = rules(pdf, place)
    foot, slip = box(place)[2] - GRID.height, on_slip(pdf, place)
    labels = [*part(slip, "MIMS password"), *part(slip, "New password")]
    return min([*(x.bottom - foot for x in slip if x not in labels), *(line for *_, line in above)]) - rule


@pytest.mark.parametrize("place", range(len(CHILDREN)))
def test_a_password_is_written_twelve_millimetres_high(pdf: bytes, place: int) -> None:
    """11.5 where more is said of a username, or it or the name needs two lines; 8.5 where both do."""
    student = CHILDREN[place]
    wrapped = (len(student.username) > 40) + (len(student.name) > 60)
    least = {0: 11.5 if student.origin == "derived" else 12, 1: 11.5, 2: 8.5}
    assert room_to_write(pdf, place) >= least[wrapped] - 0.05


@pytest.mark.parametrize("place", range(len(CHILDREN)))
def test_a_set_has_one_form(pdf: bytes, place: int) -> None:
    """Two lines of 63 mm side by side at the foot of every slip, each below the beginning of its label."""
    slip, (_, edge, top) = on_slip(pdf, place), box(place)
    *_, first, second = rules(pdf, place)
    for (left, right, rule), words, start in ((first, "MIMS", 4.5), (second, "New", 71.75)):
        assert left - edge == pytest.approx(start, abs=0.02)
        assert right - left == pytest.approx(63.25, abs=0.02)
        assert rule == pytest.approx(4.5, abs=0.02)
        label = part(slip, f"{words} password")
        assert label[0].left == pytest.approx(left, abs=0.5)
        assert min(x.bottom for x in label) - (top - GRID.height) - rule >= (5.5 if place == 6 else 7.15)


@pytest.mark.parametrize("place", [place for place in range(len(CHILDREN)) if place != 6])
def test_the_labels_of_passwords_are_level_and_clear_of_what_is_above_them(pdf: bytes, place: int) -> None:
    slip, first = on_slip(pdf, place), part(on_slip(pdf, 0), "MIMS password")
    label = part(slip, "MIMS password")
    assert label[0].bottom - box(place)[2] == pytest.approx(first[0].bottom - box(0)[2], abs=0.02)
    top = max(x.top for x in label)
    assert min(x.bottom for x in slip if x.bottom > top) - top >= 1.6


@pytest.mark.parametrize("place", [1, 2, 3, 5])
def test_no_username_is_higher_or_lower_than_its_neighbour(pdf: bytes, place: int) -> None:
    """Its label is as high on every slip with a name of one line."""
    first, label = (part(on_slip(pdf, one), "MIMS username")[0] for one in (0, place))
    assert label.bottom - box(place)[2] == pytest.approx(first.bottom - box(0)[2], abs=0.02)


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


def test_what_belongs_together_is_close_and_the_rest_is_apart(pdf: bytes) -> None:
    """From the top: the child, the username beneath its label, the passwords."""
    slip = on_slip(pdf, 0)

    def white(above: str, below: str) -> float:
        return min(x.bottom for x in part(slip, above)) - max(x.top for x in part(slip, below))

    assert white("TAN MEI LING", "MIMS username") >= 2
    assert 1 <= white("MIMS username", CHILDREN[0].username) <= 2
    assert white(CHILDREN[0].username, "MIMS password") >= 3


def test_class_and_number_end_the_line_of_the_name(pdf: bytes) -> None:
    for place in (0, 1, 9):
        _, left, _ = box(place)
        slip = on_slip(pdf, place)
        number = slip["".join(x.character for x in slip).index("MIMSusername") - 1]
        assert number.right == pytest.approx(left + GRID.width - slip_sizes.PADDING, abs=0.5)
        assert number.bottom == pytest.approx(slip[0].bottom, abs=0.1)


def test_the_address_of_the_portal_is_named(pdf: bytes) -> None:
    for place in range(len(CHILDREN)):
        assert "MIMSPortalmims.moe.gov.sg/sspr" in "".join(x.character for x in on_slip(pdf, place))


def test_usernames_are_of_one_size_and_on_one_line_up_to_forty_letters(pdf: bytes) -> None:
    for place, student in enumerate(CHILDREN[:10]):
        if not student.username:
            continue
        found = find_word(pdf, box(place)[0], student.username)
        assert {round(letter.size, 1) for letter in found} == {theme.USERNAME_LEAST}
        feet = sorted(letter.bottom for letter in found if letter.character in "aeinmw")
        assert 1 + sum(upper - lower > 1 for lower, upper in pairwise(feet)) == (
            1 if len(student.username) <= 40 else 2
        ), student.username


def test_only_a_worked_out_username_says_so(pdf: bytes, content: Content) -> None:
    says_so = squeezed(content.panel.labels.worked_out)
    for place in range(10):
        words = "".join(letter.character for letter in on_slip(pdf, place))
        assert (says_so in words) == (CHILDREN[place].origin == "derived")


@pytest.mark.parametrize(("place", "lines"), [(0, 2), (2, 3), (5, 5), (7, 3)])
def test_what_is_not_known_is_a_line_to_write_on(pdf: bytes, place: int, lines: int) -> None:
    """Two passwords always; a username; of a spare slip all but the class; a register number."""
    assert len(rules(pdf, place)) == lines


@pytest.mark.slow
def test_no_label_is_taken_for_that_of_the_line_above_it(pdf: bytes) -> None:
    """On a spare slip: name, number, username, passwords."""
    slip, top = on_slip(pdf, 5), box(5)[2]
    name, _, username, *_ = (height + top - GRID.height for *_, height in rules(pdf, 5))
    assert name - max(x.top for x in part(slip, "MIMS username")) >= 1.6
    assert username - max(x.top for x in part(slip, "MIMS password")) >= 3
    assert min(x.bottom for x in part(slip, "MIMS username")) - username >= 7.95


def test_headings_for_the_ear(pdf: bytes) -> None:
    part = reader(pdf).root_object["/StructTreeRoot"]["/K"][0]["/K"][0]["/K"]
    assert [kid["/S"] for kid in part] == ["/H1"] + ["/Sect"] * len(CHILDREN)
    assert all(slip["/K"][0]["/S"] == "/H2" for slip in part[1:])
    assert page_text(pdf, 0).startswith("MIMS Account")


def test_every_page_says_its_place_among_the_pages(pdf: bytes) -> None:
    for page in (0, 1):
        assert f"MIMS Account, page {page + 1} of 2" in page_text(pdf, page)
        for letter in find_word(pdf, page, "MIMS Account, page"):
            assert letter.top <= GRID.page_height - theme.PRINTABLE_EDGE
            assert letter.bottom > box(0)[2]


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


LONG_USERNAME = f"muhammad_danish_haziq_bin_abdul_rahman{DOMAIN}"


@pytest.mark.parametrize(
    ("name", "size"),
    [("NUR AISYAH QISTINA BINTE ABDUL RAHMAN BIN SHAH", 12), (LONG_NAME[:58], 9), (LONG_NAME, 8)],
)
@pytest.mark.parametrize("username", [f"alexandria_souza{DOMAIN}", LONG_USERNAME, ""])
def test_a_long_name_has_a_line_of_its_own(content: Content, name: str, size: float, username: str) -> None:
    """Class and number end the next line, level with the label of the username; the portal is left of them or below."""
    slip = on_slip(class_set(content, [child(name, username=username)], layout="slips"), 0)
    found = part(slip, name)
    assert min(x.size for x in found) >= size - 0.01
    assert len({round(x.bottom) for x in found if x.character in "AHMN"}) == 1
    label, last = part(slip, "MIMS username"), part(slip, "No. 1")[-1]
    assert last.bottom == pytest.approx(label[0].bottom, abs=0.1)
    assert last.right == pytest.approx(box(0)[1] + GRID.width - slip_sizes.PADDING, abs=0.5)
    portal = part(slip, "mims.moe.gov.sg/sspr")
    assert portal[-1].right < part(slip, "Class 3A")[0].left - 1 or portal[0].bottom < label[0].bottom - 5


@pytest.mark.parametrize("origin", ["given", "derived"])
@pytest.mark.parametrize("username", [LONG_USERNAME, f"muhammad_danish{DOMAIN}"])
@pytest.mark.parametrize(
    "length", [*(pytest.param(length, marks=pytest.mark.slow) for length in (38, 50, 58)), 66]
)
def test_no_long_name_is_tiny_and_all_leave_room_to_write(
    content: Content, origin: Literal["given", "derived"], username: str, length: int
) -> None:
    name = "MUHAMMAD DANISH HAZIQ ABDUL RAHMAN BIN SHAHRULNIZAM ISKANDAR SHAH"[:length]
    pdf = class_set(content, [child(name, username=username)._replace(origin=origin)], layout="slips")
    assert min(letter.size for letter in find_word(pdf, 0, name)) >= 8 - 0.01
    assert room_to_write(pdf, 0) >= 11.45
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


def test_what_is_said_of_a_username_is_beside_its_label_where_class_and_number_are(content: Content) -> None:
    worked_out = child("KAVYA PRIYADHARSHINI RAJENDRAN MEENAKSHISUNDARAM", username=LONG_USERNAME)
    pdf = class_set(content, [worked_out._replace(origin="derived")], layout="slips")
    slip = on_slip(pdf, 0)
    label, says, ends = (
        part(slip, words) for words in ("MIMS username", content.panel.labels.worked_out, "Class 3A")
    )
    assert says[0].bottom == pytest.approx(ends[0].bottom, abs=0.1)
    assert label[-1].right + 3 < says[0].left < says[-1].right + 3 < ends[0].left
    assert room_to_write(pdf, 0) >= 11.45


@pytest.mark.parametrize("username", [f"mei_ling{DOMAIN}", LONG_USERNAME])
@pytest.mark.parametrize("name", ["TAN MEI LING", LONG_NAME[:58]])
def test_the_portal_is_not_taken_for_a_new_password(content: Content, name: str, username: str) -> None:
    """White between the two, where a username that was worked out says so as well."""
    worked_out = child(name, username=username)._replace(origin="derived")
    slip = on_slip(class_set(content, [worked_out], layout="slips"), 0)
    portal, label = part(slip, "mims.moe.gov.sg/sspr"), part(slip, "New password")
    assert min(x.bottom for x in portal) - max(x.top for x in label) >= 1.6


@pytest.mark.parametrize("place", [1, 2, 3, 5])
def test_the_portal_is_where_it_is_on_other_slips(pdf: bytes, place: int) -> None:
    """What is said of a worked-out username is below it, clear of the label of the password."""
    first, other = (part(on_slip(pdf, one), "mims.moe.gov.sg/sspr")[0] for one in (0, place))
    assert other.left - box(place)[1] == pytest.approx(first.left - box(0)[1], abs=0.02)
    assert other.bottom - box(place)[2] == pytest.approx(first.bottom - box(0)[2], abs=0.02)


def test_chinese_names_are_nearly_as_large_as_others(content: Content) -> None:
    names = ["欧阳凯文", "陈美玲 Tan Mei Ling", "林志豪", "ÅSA ÖBERG"]
    pdf = class_set(content, [child(name, username=f"mei_ling{DOMAIN}") for name in names], layout="slips")
    for place, name in enumerate(names):
        found = part(on_slip(pdf, place), name)
        assert {round(letter.size, 1) for letter in found} == {11}
        assert box(place)[2] - max(letter.top for letter in found) >= 4.2
