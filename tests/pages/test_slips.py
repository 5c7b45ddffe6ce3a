"""What is on the slips of a class, and the white around it."""

from itertools import pairwise

import pytest
from helpers.pdfs import find_word, page_count, page_text, reader, squeezed
from helpers.school import child
from helpers.slips import DOMAIN, GRID, LONG_NAME, box, on_slip, part, room_to_write, rules

from handout import class_set, theme
from handout.classlist.usernames import LONGEST
from handout.model import NOBODY, Content
from handout.pages import slip_sizes

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


@pytest.mark.slow
def test_landscape_pages_of_eight(pdf: bytes) -> None:
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


@pytest.mark.parametrize("place", range(len(CHILDREN)))
def test_a_password_is_written_twelve_millimetres_high(pdf: bytes, place: int) -> None:
    """However many lines name and username take."""
    assert room_to_write(pdf, place) >= 12 - 0.05


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
        assert min(x.bottom for x in label) - (top - GRID.height) - rule >= (7.15 if place == 6 else 8.5)


@pytest.mark.parametrize("place", [place for place in range(len(CHILDREN)) if place != 6])
def test_the_labels_of_passwords_are_level_and_clear_of_what_is_above_them(pdf: bytes, place: int) -> None:
    slip, first = on_slip(pdf, place), part(on_slip(pdf, 0), "MIMS password")
    label = part(slip, "MIMS password")
    assert label[0].bottom - box(place)[2] == pytest.approx(first[0].bottom - box(0)[2], abs=0.02)
    top = max(x.top for x in label)
    assert min(x.bottom for x in slip if x.bottom > top) - top >= 1.6


@pytest.mark.parametrize("place", [1, 2, 3, 5])
def test_no_username_is_higher_or_lower_than_its_neighbour(pdf: bytes, place: int) -> None:
    """Its label is as high on every slip, with a name of one line or two."""
    first, label = (part(on_slip(pdf, one), "MIMS username")[0] for one in (0, place))
    assert label.bottom - box(place)[2] == pytest.approx(first.bottom - box(0)[2], abs=0.02)


def test_what_belongs_together_is_close_and_the_rest_is_apart(pdf: bytes) -> None:
    """From the top: the child, the username beneath its label, the passwords."""
    slip = on_slip(pdf, 0)

    def white(above: str, below: str) -> float:
        return min(x.bottom for x in part(slip, above)) - max(x.top for x in part(slip, below))

    assert white("TAN MEI LING", "MIMS username") >= 4
    assert 1 <= white("MIMS username", CHILDREN[0].username) <= 2
    assert white(CHILDREN[0].username, "MIMS password") >= 6


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
    assert min(x.bottom for x in part(slip, "MIMS username")) - username >= 9.3


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


@pytest.mark.parametrize("place", [1, 2, 3, 5])
def test_the_portal_is_where_it_is_on_other_slips(pdf: bytes, place: int) -> None:
    """What is said of a worked-out username is below it, clear of the label of the password."""
    first, other = (part(on_slip(pdf, one), "mims.moe.gov.sg/sspr")[0] for one in (0, place))
    assert other.left - box(place)[1] == pytest.approx(first.left - box(0)[1], abs=0.02)
    assert other.bottom - box(place)[2] == pytest.approx(first.bottom - box(0)[2], abs=0.02)
