"""Names and usernames in their room: smaller, then on more lines, never cut, never out of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handout.pages import slip_sizes
from handout.theme import (
    LARGE,
    NAME_SIZES,
    NORMAL,
    USERNAME_SIZES,
    USERNAME_WRAPPED_SIZES,
    Theme,
    points,
)
from handout.typesetting.fitting import MOST_LINES, fit_name, fit_username

NAMES = st.lists(st.text("AILMWTaeilmw'-é/", min_size=1, max_size=25), min_size=1, max_size=6).map(" ".join)
USERNAMES = st.from_regex(r"[a-z0-9]{1,14}(_[a-z0-9]{1,14}){0,5}@students\.edu\.sg", fullmatch=True)
ROOMS = st.floats(points(60), points(140))
SLACK = 0.001
LONG = 64  # letters of a username; to fit, a longer one may have to be cut within a word


@pytest.mark.slow
@given(NAMES, ROOMS, st.sampled_from([NAME_SIZES, slip_sizes.NAME_SIZES]))
def test_no_name_leaves_its_room_or_loses_a_letter(name: str, room: float, sizes: tuple[float, ...]) -> None:
    lines = fit_name(name, room, sizes)
    assert len(lines) <= MOST_LINES
    assert all(line.width <= room + SLACK for line in lines)
    assert "".join(line.text for line in lines).replace(" ", "") == name.replace(" ", "")


@given(USERNAMES, ROOMS)
def test_no_username_leaves_its_room_changes_or_gets_small(username: str, room: float) -> None:
    lines = fit_username(username, room)
    assert all(line.width <= room + SLACK for line in lines)
    assert "".join(line.text for line in lines) == username
    assert all(span.size >= USERNAME_WRAPPED_SIZES[-1] for line in lines for span in line.spans)


def test_what_is_short_is_large() -> None:
    (name,) = fit_name("TAN MEI LING", points(120))
    (username,) = fit_username("tan_mei_ling@students.edu.sg", points(120))
    assert name.spans[0].size == NAME_SIZES[0]
    assert username.spans[0].size == USERNAME_SIZES[0]


def test_a_long_username_is_cut_where_no_eye_looks_for_a_space() -> None:
    lines = fit_username("muhammad_danish_haziq_bin_abdul@students.edu.sg", points(110))
    assert [line.text for line in lines] == ["muhammad_danish_haziq_bin_abdul", "@students.edu.sg"]
    longer = fit_username("muhammad_danish_haziq_bin_abdul_rahman_iskandar@students.edu.sg", points(110))
    assert [line.text for line in longer] == [
        "muhammad_danish_haziq_bin_abdul",
        "_rahman_iskandar@students.edu.sg",
    ]


@pytest.mark.slow
@given(
    USERNAMES,
    st.sampled_from([(points(slip_sizes.MEASURE), NORMAL), (points(167), LARGE)]),
)
def test_a_username_is_cut_before_the_at_where_both_parts_fit_else_before_an_underscore(
    username: str, place: tuple[float, Theme]
) -> None:
    room, look = place
    sizes = (look.username_sizes, look.username_wrapped_sizes)
    lines = [line.text for line in fit_username(username, room, *sizes)]
    local, _, domain = username.partition("@")
    if len(lines) == 1 or len(username) > LONG:
        return
    letter = fit_username("m", room, look.username_wrapped_sizes[-1:])[0].width
    if max(len(local), len(domain) + 1) * letter <= room:
        assert lines == [local, f"@{domain}"]
    else:
        first, second = lines
        assert not first.endswith("_")
        assert second[0] == "_"


@pytest.mark.parametrize("look", [NORMAL, LARGE])
def test_a_username_of_two_lines_is_smaller_only_where_it_then_ends_its_first_at_the_at(look: Theme) -> None:
    room, sizes = points(132), (look.username_sizes, look.username_wrapped_sizes)
    for length in range(34, 50):
        local = ("muhammad_danish_haziq_abdul_rahman_shah_iskandar_ali")[:length].rstrip("_")
        lines = fit_username(f"{local}@students.edu.sg", room, *sizes)
        size = lines[0].spans[0].size
        assert size == sizes[1][0] or lines[0].text == local
        assert size >= sizes[1][-1]
        assert not lines[0].text.endswith("_")


@pytest.mark.parametrize("username", ["a" * 39 + "_bc_" + "d" * 36, "_" * 45, "a" * 40 + "_" + "b" * 40])
def test_a_username_of_any_letters_takes_as_few_lines_as_it_needs(username: str) -> None:
    lines = [line.text for line in fit_username(username, points(132))]
    assert len(lines) == -(-len(username) // 40)
    assert "".join(lines) == username


def test_a_username_without_joints_takes_no_more_lines_than_it_needs() -> None:
    username = "a" * 40 + "@students.edu.sg"
    lines = fit_username(username, points(96))
    assert "".join(line.text for line in lines) == username
    assert len(lines) == 2


def test_even_the_widest_name_there_can_be_stays_in_its_room() -> None:
    for name in ("W" * 66, " ".join(["WWWWWWWWWW"] * 6)):
        lines = fit_name(name, points(60))
        assert all(line.width <= points(60) + SLACK for line in lines)
        assert "".join(line.text for line in lines).replace(" ", "") == name.replace(" ", "")


@pytest.mark.parametrize(
    "name",
    [
        "MUHAMMAD DANISH HAZIQ RAHMAN ABDULLAH",
        "ALEXANDRIA CHRISTABELLE FERNANDEZ DE SOUZA LI",
        "NUR AISYAH BINTE MUHAMMAD ILLYAS ABDUL RAHIM",
    ],
)
def test_a_name_of_two_lines_leaves_no_word_alone(name: str) -> None:
    lines = fit_name(name, points(100))
    assert len(lines) == 2
    assert all(len(line.text.split()) > 1 for line in lines)
    assert min(line.width for line in lines) > 0.6 * max(line.width for line in lines)
