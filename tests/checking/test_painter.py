"""What operators paint and where, as ISO 32000-1 has it: each read from a stream as it is written."""

from types import SimpleNamespace

import pytest
from pypdf.generic import ContentStream, DecodedStreamObject

from handout.checking.graphics import Box, Painted, Painting, State
from handout.checking.painter import UNKNOWN, paint
from handout.checking.typefaces import Typeface

LETTERS = {1: "A", 2: "B", 3: "\u200b", 4: "ெ", 5: "க", 257: "Z"}
FACE = Typeface(LETTERS, {1: 500, 2: 250, 3: 100, 4: 500, 5: 250, 257: 1000}, "")
PICTURES = {
    name: SimpleNamespace(idnum=number, get_object=lambda kind=kind: {"/Subtype": kind})
    for name, number, kind in (("/P0", 7, "/Image"), ("/P1", 8, "/Form"))
}


def painting(operators: str, state: State | None = None) -> tuple[Painting, State]:
    stream = DecodedStreamObject()
    stream.set_data(operators.encode("latin-1"))
    operations = ContentStream(stream, None).operations
    return paint(operations, {"/F": FACE}, PICTURES, state or State())


def painted(operators: str) -> list[Painted]:
    return painting(operators)[0].painted


def boxes(operators: str) -> list[tuple[str, tuple[float, ...]]]:
    return [(thing.kind, pytest.approx(tuple(thing.box))) for thing in painted(operators)]


@pytest.mark.parametrize(
    ("operators", "box"),
    [
        ("10 20 30 40 re f", (10, 20, 40, 60)),
        ("40 60 -30 -40 re f", (10, 20, 40, 60)),
        ("q 2 0 0 3 5 7 cm 10 20 30 40 re f Q", (25, 67, 85, 187)),
        ("2 0 0 3 5 7 cm 1 0 0 1 1 1 cm 10 20 30 40 re f", (27, 70, 87, 190)),
        ("q 2 0 0 3 5 7 cm q 2 0 0 2 0 0 cm Q Q 10 20 30 40 re f", (10, 20, 40, 60)),
        ("q 2 0 0 3 5 7 cm q 2 0 0 2 0 0 cm Q 10 20 30 40 re f Q", (25, 67, 85, 187)),
        ("0 1 -1 0 100 0 cm 10 20 30 40 re f", (40, 10, 80, 40)),
        ("0 1 -1 0 100 0 cm 0 1 -1 0 0 0 cm 10 20 30 40 re f", (60, -60, 90, -20)),
        ("1 2 3 4 5 6 cm 2 3 4 5 6 7 cm 1 0 0 1 0 0 cm 0 0 1 1 re f", (32, 46, 62, 90)),
        ("1 1 m 5 2 l 3 9 l h f", (1, 1, 5, 9)),
        ("1 1 m 2 8 6 9 5 2 c f", (1, 1, 6, 9)),
        ("0 0 1 1 re 10 10 5 6 re f", (0, 0, 15, 16)),
        ("0 0 99 99 re n 10 10 5 6 re f", (10, 10, 15, 16)),
    ],
)
def test_a_filled_area(operators: str, box: tuple[float, ...]) -> None:
    assert boxes(operators) == [("fill", box)]


@pytest.mark.parametrize(
    ("operators", "lines"),
    [
        ("10 10 m 50 10 l S", [(9.5, 9.5, 50.5, 10.5)]),
        ("4 w 10 10 m 50 10 l S", [(8, 8, 52, 12)]),
        ("q 3 0 0 2 0 0 cm 2 w 10 10 m 20 10 l S Q", [(27, 17, 63, 23)]),
        ("q 0 2 -2 0 0 0 cm 2 w 10 10 m 20 10 l S Q", [(-22, 18, -18, 42)]),
        ("0 w 0 0 m 4 0 l 4 3 l h S", [(0, 0, 4, 0), (4, 0, 4, 3), (0, 0, 4, 3)]),
        ("0 w 0 0 m 4 0 l 9 9 m 8 8 l h S", [(0, 0, 4, 0), (8, 8, 9, 9), (8, 8, 9, 9)]),
        ("0 w 1 2 3 4 re S", [(1, 2, 4, 2), (4, 2, 4, 6), (1, 6, 4, 6), (1, 2, 1, 6)]),
        ("0 w 0 0 m 1 5 8 6 4 0 c S", [(0, 0, 1, 5), (1, 5, 8, 6), (4, 0, 8, 6)]),
        ("q 6 w Q 10 10 m 50 10 l S", [(9.5, 9.5, 50.5, 10.5)]),
    ],
)
def test_lines_with_their_width(operators: str, lines: list[tuple[float, ...]]) -> None:
    assert boxes(operators) == [("line", line) for line in lines]


@pytest.mark.parametrize(
    ("colour", "lightness"),
    [
        ("", 0),
        ("0.4 g", 0.4),
        ("1 g", 1),
        ("1 0 0 rg", 0.299),
        ("0 1 0 rg", 0.587),
        ("0 0 1 rg", 0.114),
        ("0.5 0.5 0.5 rg", 0.5),
        ("q 1 g Q", 0),
    ],
)
def test_how_light_a_thing_is(colour: str, lightness: float) -> None:
    other = "0.9 G" if colour else ""
    assert [thing.lightness for thing in painted(f"{colour} {other} 0 0 9 9 re f")] == [
        pytest.approx(lightness)
    ]
    stroked = colour.replace("rg", "RG") if "rg" in colour else colour.replace("g", "G")
    other = "0.9 g" if colour else ""
    assert [thing.lightness for thing in painted(f"{stroked} {other} 0 0 m 9 9 l S")] == [
        pytest.approx(lightness)
    ]


def test_a_picture_with_its_number_and_a_drawing_that_is_none() -> None:
    found, _ = painting("q 100 0 0 50 10 20 cm /P0 Do Q")
    assert found.painted == [Painted("picture", Box(10, 20, 110, 70), None, 0, "7")]
    assert not found.foreign
    assert painting("/P1 Do")[0].foreign == {"a drawing in the drawing, or a picture that shows another"}
    turned = "q 0 50 -100 0 200 20 cm /P0 Do Q"
    assert boxes(turned) == [("picture", (100, 20, 200, 70))]
    for quarters, matrix in enumerate(("10 10 -10 10", "-10 10 -10 -10", "-10 -10 10 -10", "10 -10 10 10")):
        box = [(-10, 0, 10, 20), (-20, -10, 0, 10), (-10, -20, 10, 0), (0, -10, 20, 10)][quarters]
        assert boxes(f"q {matrix} 0 0 cm /P0 Do Q") == [("picture", box)], "on one of its corners"


@pytest.mark.parametrize(
    ("operators", "texts"),
    [
        ("/F 10 Tf 5 7 Td <00010002> Tj", [("AB", (5, 7, 12.5, 11.5), 10)]),
        ("/F 10 Tf 1 Tc 5 7 Td <00010002> Tj", [("AB", (5, 7, 14.5, 11.5), 10)]),
        ("/F 10 Tf 3 Ts 5 7 Td <0001> Tj", [("A", (5, 10, 10, 14.5), 10)]),
        ("/F 10 Tf 5 7 Td [<0001> -500 <0002>] TJ", [("AB", (5, 7, 17.5, 11.5), 10)]),
        ("/F 10 Tf 5 7 Td [100 <0001> 200 <0101>] TJ", [("AZ", (5, 7, 17, 11.5), 10)]),
        ("/F 10 Tf 5 7 Td <0009> Tj", [(UNKNOWN, (5, 7, 5, 11.5), 10)]),
        (
            "/F 10 Tf 5 7 Td <0001> Tj <0002> Tj",
            [("A", (5, 7, 10, 11.5), 10), ("B", (10, 7, 12.5, 11.5), 10)],
        ),
        (
            "/F 10 Tf 5 7 Td <0001> Tj 1 -2 Td <0002> Tj",
            [("A", (5, 7, 10, 11.5), 10), ("B", (6, 5, 8.5, 9.5), 10)],
        ),
        ("/F 10 Tf 2 0 0 3 5 7 Tm <0001> Tj", [("A", (5, 7, 15, 20.5), 20)]),
        (
            "/F 10 Tf 2 0 0 3 5 7 Tm 1 1 Td <0001> Tj <0001> Tj",
            [("A", (7, 10, 17, 23.5), 20), ("A", (17, 10, 27, 23.5), 20)],
        ),
        ("/F 10 Tf 3 0 0 0.5 5 7 Tm <0001> Tj", [("A", (5, 7, 20, 9.25), 5)]),
        ("/F 10 Tf -1 0 0 1 5 7 Tm <0001> Tj", [("A", (0, 7, 5, 11.5), 0)]),
        ("/F 10 Tf 1 0 0 -1 5 7 Tm <0001> Tj", [("A", (5, 2.5, 10, 7), 0)]),
        ("/F 10 Tf 0 1 -1 0 5 7 Tm <0001> Tj", [("A", (0.5, 7, 5, 12), 0)]),
        ("/F 10 Tf 1 0.5 0 1 5 7 Tm <0001> Tj", [("A", (5, 7, 10, 14), 0)]),
        ("/F 10 Tf 1 0 0.5 1 5 7 Tm <0001> Tj", [("A", (5, 7, 12.25, 11.5), 0)]),
        ("/F 10 Tf 5 7 Td [<0001> 900 <0003>] TJ", [("A\u200b", (2, 7, 5, 11.5), 0)]),
    ],
)
def test_a_text_from_its_baseline_to_the_height_of_an_x(
    operators: str, texts: list[tuple[str, tuple[float, ...], float]]
) -> None:
    """The size is 0 where it is turned, slanted or mirrored."""
    assert [
        (thing.what, pytest.approx(tuple(thing.box)), pytest.approx(thing.size))
        for thing in painted(f"BT {operators} ET")
    ] == texts


def test_each_text_object_is_a_line_that_begins_at_the_corner() -> None:
    found = painted("/F 10 Tf BT 5 7 Td <0001> Tj <0002> Tj ET BT <0001> Tj ET")
    assert [thing.line for thing in found] == [1, 1, 2]
    assert tuple(found[2].box) == (0, 0, 5, 4.5)


def marks(operators: str) -> list[int | None]:
    return [thing.mark for thing in painted(operators)]


def test_marks_of_what_is_painted() -> None:
    """What is within a mark is its own, whatever tag is around it; an artifact is nobody's."""
    dot = "0 0 1 1 re f"
    assert marks(f"{dot} /P <</MCID 3>> BDC {dot} /Span BMC {dot} EMC {dot} EMC {dot}") == [
        None, 3, 3, 3, None,
    ]  # fmt: skip
    inner = f"/P <</MCID 3>> BDC /Span <</MCID 4>> BDC {dot} /Span BMC {dot} EMC EMC {dot} EMC"
    assert marks(inner) == [4, 4, 3]
    assert marks(f"/P <</MCID 3>> BDC /Artifact BMC {dot} EMC EMC /Artifact BMC {dot} EMC") == [None, None]
    assert marks(f"/P /Named BDC {dot} EMC") == [None]
    assert painting("/P <</MCID 3>> BDC EMC /P <</MCID 0>> BDC EMC")[0].marks == {3, 0}


def spoken(words: str, codes: str) -> str:
    text = words.encode("utf-16-be").hex()
    return (
        f"/F 10 Tf /Span <</MCID 1 /ActualText <feff{text}>>> BDC BT <{codes[:4]}> Tj <{codes[4:]}> Tj ET EMC"
    )


def test_words_that_are_spoken_in_another_order_than_they_are_drawn() -> None:
    """The vowel of a Tamil syllable is drawn before the letter that it follows; Latin letters are where they belong."""
    found, state = painting(f"{spoken('கெ', '000400050003')} BT <0001> Tj ET")
    assert [thing.what for thing in found.painted] == ["கெ", "", "A"]
    assert not found.foreign
    assert not state.marks
    for other in (spoken("கெக", "000400050003"), spoken("BA", "000100020003")):
        assert painting(other)[0].foreign == {"words that are spoken otherwise"}
    assert not painting(spoken("AB", "000100020003"))[0].foreign


def test_operators_that_no_set_of_ours_is_written_with() -> None:
    assert painting("/G0 gs 3 Tr 0 0 9 9 re W n")[0].foreign == {"gs", "Tr", "W"}
    assert painting("/OC /L0 BDC EMC")[0].foreign == {"a layer"}
    assert not painting("[3 2] 0 d 1 J 1 j")[0].foreign


def test_one_stream_goes_on_where_another_ended() -> None:
    _, state = painting("q 2 0 0 2 0 0 cm 0.5 g /F 10 Tf /P <</MCID 3>> BDC")
    assert (len(state.saved), len(state.marks)) == (1, 1)
    found, after = painting("BT <0001> Tj ET EMC Q 1 1 1 1 re f", state)
    text, area = found.painted
    assert (text.mark, text.lightness, text.size, tuple(text.box)) == (3, 0.5, 20, (0, 0, 10, 9))
    assert (area.mark, area.lightness, tuple(area.box)) == (None, 0, (1, 1, 2, 2))
    assert (after.saved, after.marks) == ((), ())
    assert len(state.saved) == 1, "what was handed over is as it was"
