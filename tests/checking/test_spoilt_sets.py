"""Sets that somebody spoilt after they were printed: each is found, on its page."""

import io
import re
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from helpers.pdfs import rewritten
from pypdf import PdfReader, PdfWriter
from pypdf.annotations import FreeText, Rectangle
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    NumberObject,
    TextStringObject,
)

from handout import class_set, read_students, verify_set
from handout.errors import RosterError
from handout.model import Content, Look, Roster

pytestmark = pytest.mark.slow

LIST = """No,Name,Class,Email
1,ONG WEI LIN,3A,ong_wei_lin@students.edu.sg
2,SITI AMINAH,3A,siti_aminah@students.edu.sg
3,ARUN PILLAI,3A,
"""
LAYOUTS = ("pack", "sheet", "slips")


@pytest.fixture(scope="module")
def roster(tmp_path_factory: pytest.TempPathFactory) -> Roster:
    path = tmp_path_factory.mktemp("list") / "3A.csv"
    path.write_text(LIST, "utf-8")
    return read_students(path)


@pytest.fixture(scope="module")
def sets(content: Content, roster: Roster) -> dict[str, bytes]:
    """One of each layout, and packs of three pages, whose last sheets have blank backs."""
    layouts = {layout: class_set(content, roster.students, layout=layout) for layout in LAYOUTS}  # type: ignore[arg-type]
    return {**layouts, "three": class_set(content, roster.students, Look(guides_per_page=4))}


@pytest.fixture
def found(tmp_path: Path, content: Content, roster: Roster) -> Callable[[bytes], list[str]]:
    """What verify has against a file."""

    def verify(pdf: bytes) -> list[str]:
        path = tmp_path / "set.pdf"
        path.write_bytes(pdf)
        return [problem.what for problem in verify_set(path, roster, content)[1]]

    return verify


# Added on top ------------------------------------------------------------------------------------------


def note(writer: PdfWriter) -> None:
    text = FreeText(text="Welcome-2026", rect=(180, 570, 420, 600), font_size="14pt")
    writer.add_annotation(0, text)


def white_note(writer: PdfWriter) -> None:
    text = FreeText(text="siti_aminah@students.edu.sg", rect=(160, 600, 540, 640), background_color="ffffff")
    writer.add_annotation(0, text)


def box(writer: PdfWriter) -> None:
    writer.add_annotation(0, Rectangle(rect=(160, 600, 540, 640), interior_color="ffffff"))


def annotation(kind: str) -> Callable[[PdfWriter], None]:
    def add(writer: PdfWriter) -> None:
        writer.add_annotation(
            0,
            DictionaryObject(
                {
                    NameObject("/Type"): NameObject("/Annot"),
                    NameObject("/Subtype"): NameObject(kind),
                    NameObject("/Rect"): ArrayObject(map(FloatObject, (160, 600, 540, 640))),
                }
            ),
        )

    return add


def foreign_address(writer: PdfWriter) -> None:
    for page in writer.pages:
        for link in page.get("/Annots", []):
            link.get_object()["/A"][NameObject("/URI")] = TextStringObject("https://mims.example")


def first_link(writer: PdfWriter) -> Any:
    return next(page["/Annots"][0].get_object() for page in writer.pages if "/Annots" in page)


def link_with_a_face(writer: PdfWriter) -> None:
    """A link may carry a drawing of its own, which lies over the page."""
    face = DecodedStreamObject()
    face.set_data(b"1 g 0 0 400 40 re f")
    link = first_link(writer)
    link[NameObject("/AP")] = DictionaryObject({NameObject("/N"): writer._add_object(face)})


def thick_border(writer: PdfWriter) -> None:
    link = first_link(writer)
    link[NameObject("/Border")] = ArrayObject(map(NumberObject, (0, 0, 300)))


def attachment(writer: PdfWriter) -> None:
    writer.add_attachment("list.zip", b"PK\3\4 nothing that can be read")


def form(writer: PdfWriter) -> None:
    writer.root_object[NameObject("/AcroForm")] = DictionaryObject(
        {NameObject("/Fields"): ArrayObject([TextStringObject("x")])}
    )


def script(writer: PdfWriter) -> None:
    names = DictionaryObject({NameObject("/Names"): ArrayObject([TextStringObject("print")])})
    writer.root_object[NameObject("/Names")] = DictionaryObject({NameObject("/JavaScript"): names})


def action(writer: PdfWriter) -> None:
    writer.root_object[NameObject("/OpenAction")] = DictionaryObject(
        {NameObject("/S"): NameObject("/JavaScript"), NameObject("/JS"): TextStringObject("1")}
    )


def layers(writer: PdfWriter) -> None:
    writer.root_object[NameObject("/OCProperties")] = DictionaryObject(
        {NameObject("/OCGs"): ArrayObject([NumberObject(1)])}
    )


def page_action(writer: PdfWriter) -> None:
    writer.pages[0][NameObject("/AA")] = DictionaryObject()


def hidden_stream(writer: PdfWriter) -> None:
    """A list that no page shows, packed so that no word of it can be read."""
    packed = DecodedStreamObject()
    packed.set_data(bytes(range(256)))
    writer.root_object["/MarkInfo"][NameObject("/X")] = writer._add_object(packed)


def page_that_is_nowhere(writer: PdfWriter) -> None:
    """The content of a page that was taken out stays in the file."""
    content = DecodedStreamObject()
    content.set_data(b"BT /BOLD 12 Tf 60 60 Td (siti_aminah@students.edu.sg) Tj ET")
    writer.root_object["/MarkInfo"][NameObject("/X")] = writer._add_object(content)


ADDED = "a note, a drawing or a foreign link was added to this page."
NO_PAGE_SHOWS = "There is something in this file that no page shows."
ATTACHED = "The file has an attachment or a script that no set of ours has."


@pytest.mark.parametrize(
    ("spoil", "problems"),
    [
        (note, [f"Page 1: {ADDED}"]),
        (
            white_note,
            [
                f"Page 1: {ADDED}",
                "The name or username of No. 2 SITI AMINAH is in the file beside its pages.",
            ],
        ),
        (box, [f"Page 1: {ADDED}"]),
        (annotation("/Ink"), [f"Page 1: {ADDED}"]),
        (annotation("/Stamp"), [f"Page 1: {ADDED}"]),
        (annotation("/Widget"), [f"Page 1: {ADDED}"]),
        (annotation("/FileAttachment"), [f"Page 1: {ADDED}"]),
        (foreign_address, [f"Pages 1, 5, 9: {ADDED}"]),
        (link_with_a_face, [f"Page 1: {ADDED}"]),
        (thick_border, [f"Page 1: {ADDED}"]),
        (attachment, [ATTACHED, NO_PAGE_SHOWS]),
        (script, [ATTACHED]),
        (form, ["The file has a form that no set of ours has."]),
        (action, ["The file has an action that no set of ours has."]),
        (layers, ["The file has layers that no set of ours has."]),
        (page_action, ["Page 1: something foreign was added to this page."]),
        (hidden_stream, [NO_PAGE_SHOWS]),
        (
            page_that_is_nowhere,
            ["The name or username of No. 2 SITI AMINAH is in the file beside its pages."],
        ),
    ],
)
def test_what_was_added_is_found(
    found: Callable[[bytes], list[str]],
    sets: dict[str, bytes],
    spoil: Callable[[PdfWriter], None],
    problems: list[str],
) -> None:
    assert found(rewritten(sets["pack"], spoil)) == problems


# Changed on the paper ----------------------------------------------------------------------------------


def stream_of(writer: PdfWriter, page: int, place: int) -> Any:
    return writer.pages[page]["/Contents"][place].get_object()


def changed(page: int, place: int, change: Callable[[bytes], bytes]) -> Callable[[PdfWriter], None]:
    """One stream of a page, after a change."""

    def spoil(writer: PdfWriter) -> None:
        stream = stream_of(writer, page, place)
        old = stream.get_data()
        new = change(old)
        assert new != old
        stream.set_data(new)

    return spoil


def appended(operators: bytes) -> Callable[[bytes], bytes]:
    return lambda data: data + b"\n" + operators


OVER = "Page 1: something is printed over a name, class, number or username."
UNREADABLE = "Page 1: a name, class, number or username cannot be read on paper."
ON_A_LINE = "Page 1: something is printed on a line that must be blank."
COVERED = "Page 1: something is printed over the words of this page."
FOREIGN = "Page 1: something is drawn here in a way that no set of ours is."
MOVED = "Page 5: this page is not like the same page of the other children."


@pytest.mark.parametrize(
    ("change", "problems"),
    [
        (lambda data: data.replace(b"BT ", b"BT 3 Tr "), [FOREIGN, NO_PAGE_SHOWS]),
        (lambda data: data.replace(b"BT ", b"BT 40 Tz "), [FOREIGN, NO_PAGE_SHOWS]),
        (lambda data: b"/G0 gs\n" + data, [FOREIGN, NO_PAGE_SHOWS]),
        (lambda data: b"0 0 1 1 re W n\n" + data, [FOREIGN, NO_PAGE_SHOWS]),
        (lambda data: b"/OC /L0 BDC\n" + data + b"\nEMC", [FOREIGN]),
        (lambda data: b"q\n" + data, [FOREIGN]),
        (lambda data: data.replace(b" 0 g ", b" 1 g "), [UNREADABLE]),
        (lambda data: data.replace(b" 0 g ", b" 0.9 0.9 1 rg "), [UNREADABLE]),
        (lambda data: b"q 1 0 0 1 900 0 cm\n" + data + b"\nQ", [UNREADABLE, MOVED]),
        (lambda data: b"q .1 0 0 .1 0 0 cm\n" + data + b"\nQ", [UNREADABLE, MOVED]),
        (lambda data: b"q 0 1 -1 0 600 0 cm\n" + data + b"\nQ", [UNREADABLE, MOVED]),
        (lambda data: b"q -1 0 0 1 600 0 cm\n" + data + b"\nQ", [UNREADABLE, COVERED, MOVED]),
        (lambda data: re.sub(rb"/TYPED \d+ Tf", b"/TYPED 1 Tf", data), [UNREADABLE]),
        (lambda data: re.sub(rb"/TYPED \d+ Tf", b"/TYPED 90 Tf", data), [OVER, UNREADABLE]),
        (lambda data: data + b"\n1 g 60 560 480 180 re f", [OVER, COVERED, MOVED]),
        (lambda data: b"0 g 60 560 480 180 re f\n" + data, [OVER, ON_A_LINE, COVERED, MOVED]),
        (lambda data: data + b"\nq 480 0 0 180 60 560 cm /P0 Do Q", [OVER, ON_A_LINE, COVERED, MOVED]),
        (lambda data: data + b"\n1 G 400 w 60 600 m 500 600 l S", [OVER, MOVED]),
    ],
)
def test_a_value_that_cannot_be_read_is_found(
    found: Callable[[bytes], list[str]],
    sets: dict[str, bytes],
    change: Callable[[bytes], bytes],
    problems: list[str],
) -> None:
    with_picture = rewritten(sets["pack"], picture_on_page_1)
    assert found(rewritten(with_picture, changed(0, 1, change))) == problems


def letters_of_username(arrange: Callable[[list[bytes]], bytes]) -> Callable[[bytes], bytes]:
    """The username's letters, shown by other operators."""

    def change(data: bytes) -> bytes:
        *_, last = re.finditer(rb"<([0-9A-F]{40,})> Tj", data)
        codes = re.findall(rb"....", last[1])
        return data[: last.start()] + arrange(codes) + data[last.end() :]

    return change


def kerned(first: int, second: int) -> Callable[[list[bytes]], bytes]:
    return lambda codes: (
        b"[" + b"".join(b"<%s>%d<%s>%d" % (one, first, two, second) for one, two in pairwise(codes)) + b"]TJ"
    )


@pytest.mark.parametrize(
    ("arrange", "problem"),
    [
        (kerned(-600, 1200), FOREIGN),
        (kerned(560, 560), FOREIGN),
        (lambda codes: b"-15 Tc <" + b"".join(codes) + b"> Tj", FOREIGN),
        (lambda codes: b"<" + b"".join(codes[1:]) + b"> Tj -20 0 Td <" + codes[0] + b"> Tj", UNREADABLE),
        (lambda codes: b"".join(b"<%s> Tj 0 0 Td " % code for code in codes), UNREADABLE),
        (lambda codes: b"".join(b"<%s> Tj 0 15 Td " % code for code in codes), UNREADABLE),
        (
            lambda codes: (
                b"/Span <</ActualText (ong_wei_lin@students.edu.sg)>> BDC <"
                + b"".join(reversed(codes))
                + b"> Tj EMC"
            ),
            FOREIGN,
        ),
    ],
)
def test_letters_of_a_username_out_of_their_order_are_found(
    found: Callable[[bytes], list[str]],
    sets: dict[str, bytes],
    arrange: Callable[[list[bytes]], bytes],
    problem: str,
) -> None:
    assert problem in found(rewritten(sets["pack"], changed(0, 1, letters_of_username(arrange))))


@pytest.mark.parametrize("operators", [b"q 1 g 60 100 480 300 re f Q", b"q 480 0 0 300 60 100 cm /P0 Do Q"])
def test_words_that_are_covered_on_every_page_alike_are_found(
    found: Callable[[bytes], list[str]], sets: dict[str, bytes], operators: bytes
) -> None:
    with_picture = rewritten(sets["pack"], picture_on_page_1)
    problems = found(rewritten(with_picture, changed(0, 2, appended(operators))))
    assert any("is printed over the words of this page." in problem for problem in problems)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("/NumCopies", NumberObject(3)),
        ("/PrintPageRange", ArrayObject([NumberObject(0), NumberObject(3)])),
        ("/PrintScaling", NameObject("/AppDefault")),
        ("/Duplex", NameObject("/DuplexFlipShortEdge")),
    ],
)
def test_what_a_printer_is_told_otherwise_is_found(
    found: Callable[[bytes], list[str]], sets: dict[str, bytes], key: str, value: Any
) -> None:
    def spoil(writer: PdfWriter) -> None:
        writer.root_object["/ViewerPreferences"][NameObject(key)] = value

    assert "The file has settings for the printer that no set of ours has." in found(
        rewritten(sets["sheet"], spoil)
    )


def test_a_page_whose_paper_is_moved_is_found(
    found: Callable[[bytes], list[str]], sets: dict[str, bytes]
) -> None:
    def spoil(writer: PdfWriter) -> None:
        writer.pages[0][NameObject("/MediaBox")] = ArrayObject(map(FloatObject, (-90, -90, 505.276, 751.89)))

    assert "Page 1: this page is not A4." in found(rewritten(sets["sheet"], spoil))


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("/Decode", ArrayObject([NumberObject(255), NumberObject(0)])),
        ("/Mask", ArrayObject([NumberObject(0), NumberObject(255)])),
        ("/Alternates", ArrayObject()),
        ("/OC", DictionaryObject()),
    ],
)
def test_a_picture_that_is_shown_otherwise_is_found(
    found: Callable[[bytes], list[str]], sets: dict[str, bytes], key: str, value: Any
) -> None:
    def spoil(writer: PdfWriter) -> None:
        for page in writer.pages:
            for picture in page["/Resources"]["/XObject"].values():
                picture.get_object()[NameObject(key)] = value

    assert any(
        "in a way that no set of ours is" in problem for problem in found(rewritten(sets["pack"], spoil))
    )


def test_widths_that_are_not_those_of_the_letters_are_found(
    found: Callable[[bytes], list[str]], sets: dict[str, bytes]
) -> None:
    def spoil(writer: PdfWriter) -> None:
        typed = writer.pages[0]["/Resources"]["/Font"]["/TYPED"]["/DescendantFonts"][0].get_object()
        typed[NameObject("/W")] = ArrayObject([NumberObject(0), NumberObject(65535), NumberObject(40)])

    assert any(
        "in a way that no set of ours is" in problem for problem in found(rewritten(sets["sheet"], spoil))
    )


def test_a_bookmark_that_does_more_than_lead_to_its_page_is_refused(
    found: Callable[[bytes], list[str]], sets: dict[str, bytes]
) -> None:
    def spoil(writer: PdfWriter) -> None:
        first = writer.root_object["/Outlines"]["/First"].get_object()
        first[NameObject("/A")] = DictionaryObject({NameObject("/S"): NameObject("/Named")})

    with pytest.raises(RosterError, match="no class set of ours"):
        found(rewritten(sets["pack"], spoil))


def picture_on_page_1(writer: PdfWriter) -> None:
    """Page 1 may use the picture of page 2."""
    pictures = writer.pages[1]["/Resources"]["/XObject"]
    writer.pages[0]["/Resources"]["/XObject"][NameObject("/P0")] = pictures.raw_get("/P0")


def test_a_panel_over_the_next_is_found(found: Callable[[bytes], list[str]], sets: dict[str, bytes]) -> None:
    """The text after the personal part covers it: a white box in the stream that the packs share."""
    covered = rewritten(sets["pack"], changed(0, 2, appended(b"1 g 60 560 480 180 re f")))
    assert found(covered) == [OVER, ON_A_LINE, COVERED, MOVED]


def test_a_page_that_is_not_like_the_others_is_found(
    found: Callable[[bytes], list[str]], sets: dict[str, bytes]
) -> None:
    """A stream of its own for one child."""

    def spoil(writer: PdfWriter) -> None:
        page = writer.pages[5]
        own = DecodedStreamObject()
        own.set_data(page["/Contents"][0].get_object().get_data() + b"\n0 G 60 60 m 500 500 l S")
        page["/Contents"][0] = writer._add_object(own)

    assert found(rewritten(sets["pack"], spoil)) == [
        "Page 6: this page is not like the same page of the other children."
    ]


def test_words_that_content_yaml_does_not_have_are_found(
    found: Callable[[bytes], list[str]], sets: dict[str, bytes]
) -> None:
    """The username of the panel's own letters, set again at the foot of page 1, in pieces that are no username."""

    def spoil(writer: PdfWriter) -> None:
        text = re.findall(rb"BT [^\n]* ET", stream_of(writer, 0, 1).get_data())[-1]
        few = re.sub(rb"<([0-9A-F]{24})[0-9A-F]*>", rb"<\1>", text)
        after = stream_of(writer, 0, 2)
        after.set_data(after.get_data() + b"\n" + re.sub(rb"BT [\d.]+ [\d.]+ Td", b"BT 60 100 Td", few))

    assert found(rewritten(sets["pack"], spoil)) == [
        "Page 1: there are words here that content.yaml does not have.",
        MOVED,
    ]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_letter_drawn_as_another_is_found(
    found: Callable[[bytes], list[str]], sets: dict[str, bytes], layout: str
) -> None:
    """The file's table says "o" for the shape of "n": who copies the text gets what no eye sees."""

    def spoil(writer: PdfWriter) -> None:
        fonts = writer.pages[0]["/Resources"]["/Font"]
        table = fonts["/TYPED"]["/ToUnicode"]
        table.set_data(table.get_data().replace(b"<006E>", b"<006F>"))

    problems = found(rewritten(sets[layout], spoil))
    first, second = ("1", "1") if layout == "slips" else ("1", "5") if layout == "pack" else ("1", "2")
    other = "has another username in the list."
    assert problems[:2] == [
        f"Page {first}: No. 1 ONG WEI LIN {other}",
        f"Page {second}: No. 2 SITI AMINAH {other}",
    ]
    pages = {"pack": "Pages 1, 2, 3 and 9 more", "sheet": "Pages 1, 2, 3", "slips": "Page 1"}[layout]
    assert problems[2] == f"{pages}: something is drawn here in a way that no set of ours is."


def test_another_typeface_under_our_name_is_found(
    found: Callable[[bytes], list[str]], sets: dict[str, bytes]
) -> None:
    def spoil(writer: PdfWriter) -> None:
        fonts = writer.pages[0]["/Resources"]["/Font"]
        typed = fonts["/TYPED"]["/DescendantFonts"][0].get_object()
        bold = fonts["/BOLD"]["/DescendantFonts"][0].get_object()
        typed["/FontDescriptor"][NameObject("/FontFile2")] = bold["/FontDescriptor"].raw_get("/FontFile2")

    assert found(rewritten(sets["pack"], spoil)) == [
        "Pages 1, 2, 3 and 9 more: something is drawn here in a way that no set of ours is.",
        NO_PAGE_SHOWS,
    ]


def test_a_screen_reader_that_says_another_username_is_found(
    found: Callable[[bytes], list[str]], sets: dict[str, bytes]
) -> None:
    def spoil(writer: PdfWriter) -> None:
        document = writer.root_object["/StructTreeRoot"]["/K"][0].get_object()
        section = next(kid for kid in _walk(document) if kid.get("/S") == "/Sect")
        spans = [kid for kid in _walk(section) if kid.get("/S") == "/Span"]
        spans[7][NameObject("/ActualText")] = TextStringObject("someone@students.edu.sg")

    assert found(rewritten(sets["pack"], spoil)) == [
        "Page 1: a screen reader says something else than the page."
    ]


def _walk(element: Any) -> list[Any]:
    kids = [kid.get_object() for kid in element.get("/K", [])]
    return [deep for kid in kids if "/S" in kid for deep in (kid, *_walk(kid))]


# Pages in another order ---------------------------------------------------------------------------------


def reordered(pdf: bytes, order: list[int]) -> bytes:
    """The pages in another order; the structure tree keeps its own."""

    def change(writer: PdfWriter) -> None:
        tree = writer.root_object["/Pages"]
        pages = [page.indirect_reference for page in writer.pages]
        tree[NameObject("/Kids")] = ArrayObject(pages[number] for number in order)
        tree[NameObject("/Count")] = NumberObject(len(order))
        for page in pages:
            page.get_object()[NameObject("/Parent")] = tree.indirect_reference
        writer.flattened_pages = None

    return rewritten(pdf, change)


TOO_EARLY = "Page 1: the page of No. 2 SITI AMINAH comes before the first page of its class."
OUT_OF_ORDER = "the page of No. 1 ONG WEI LIN is out of the order of the list."
NOBODY_S = "this page belongs to no child's pages."


@pytest.mark.parametrize(
    ("layout", "order", "problems"),
    [
        ("pack", [4, 5, 6, 7, 0, 1, 2, 3, 8, 9, 10, 11], [TOO_EARLY, f"Page 5: {OUT_OF_ORDER}"]),
        ("pack", [4, 1, 2, 3, 0, 5, 6, 7, 8, 9, 10, 11], [TOO_EARLY, f"Page 5: {OUT_OF_ORDER}"]),
        (
            "pack",
            [0, 2, 1, *range(3, 12)],
            [
                "Page 1: the pages of the child that begins here are not whole.",
                "Pages 6, 7: this page is not like the same page of the other children.",
            ],
        ),
        (
            "three",
            [0, 1, 2, *range(4, 12)],
            [
                "Page 3: the blank back of this sheet is not there.",
                "Pages 4, 8: this page would be printed on the back of another child's.",
            ],
        ),
        ("three", [*range(11)], ["Page 11: the blank back of this sheet is not there."]),
        ("three", [0, 1, 2, 3, 3, 3, *range(4, 12)], [f"Pages 5, 6: {NOBODY_S}"]),
        ("three", [0, 1, 2, 3, *range(12)], ["Page 5: a second page for No. 1 ONG WEI LIN."]),
        (
            "three",
            [3, 0, 1, 2, *range(4, 12)],
            [
                f"Page 1: {NOBODY_S}",
                "Page 2: this page would be printed on the back of another child's.",
                "Page 4: the blank back of this sheet is not there.",
            ],
        ),
        ("sheet", [0, 0, 1, 2], ["Page 2: a second page for No. 1 ONG WEI LIN."]),
        ("sheet", [1, 0, 2], [TOO_EARLY, f"Page 2: {OUT_OF_ORDER}"]),
    ],
)
def test_pages_in_another_order_are_found(
    found: Callable[[bytes], list[str]],
    sets: dict[str, bytes],
    layout: str,
    order: list[int],
    problems: list[str],
) -> None:
    assert found(reordered(sets[layout], order)) == problems


@pytest.mark.parametrize("layout", [*LAYOUTS, "three"])
def test_a_set_as_it_was_printed_passes(
    found: Callable[[bytes], list[str]], sets: dict[str, bytes], layout: str
) -> None:
    assert found(sets[layout]) == []


def test_a_page_that_does_not_say_which_it_is_is_found(
    found: Callable[[bytes], list[str]], sets: dict[str, bytes]
) -> None:
    """The footer of the first child's sheet is taken away."""

    def spoil(writer: PdfWriter) -> None:
        page = writer.pages[0]
        for place, stream in enumerate(list(list.__iter__(page["/Contents"]))):
            own = DecodedStreamObject()
            footer = rb"/Artifact <</Type /Pagination /Subtype /Footer>> BDC\n(.*?)\nEMC"
            own.set_data(re.sub(footer, b"", stream.get_object().get_data(), flags=re.DOTALL))
            page["/Contents"][place] = writer._add_object(own)

    assert found(rewritten(sets["sheet"], spoil)) == [
        f"Page 1: {NOBODY_S}",
        "Page 2: this page is not like the same page of the other children.",
    ]


def test_a_foreign_page_is_found(found: Callable[[bytes], list[str]], sets: dict[str, bytes]) -> None:
    def spoil(writer: PdfWriter) -> None:
        writer.add_blank_page(595.276, 841.89)
        writer.add_blank_page(300, 300)

    assert found(rewritten(sets["sheet"], spoil)) == [
        "Page 5: this page is not A4.",
        f"Pages 4, 5: {NOBODY_S}",
    ]


def test_a_page_of_slips_without_slips_is_found(
    found: Callable[[bytes], list[str]], sets: dict[str, bytes]
) -> None:
    problems = found(rewritten(sets["slips"], lambda writer: writer.add_blank_page(841.89, 595.276)))
    assert problems == ["Page 2: there is no slip on this page."]


def test_a_cut_off_page_is_found(found: Callable[[bytes], list[str]], sets: dict[str, bytes]) -> None:
    def spoil(writer: PdfWriter) -> None:
        writer.pages[2].cropbox.upper_right = (595, 400)

    assert found(rewritten(sets["sheet"], spoil)) == ["Page 3: a part of this page is cut off."]


# Locked, added to ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("algorithm", ["RC4-128", "AES-128", "AES-256"])
@pytest.mark.parametrize("password", ["", "secret"])
def test_a_locked_file_is_told(
    found: Callable[[bytes], list[str]], sets: dict[str, bytes], algorithm: str, password: str
) -> None:
    pikepdf = pytest.importorskip("pikepdf")
    out = io.BytesIO()
    strength = {"RC4-128": (3, False), "AES-128": (4, True), "AES-256": (6, True)}[algorithm]
    with pikepdf.open(io.BytesIO(sets["sheet"])) as pdf:
        pdf.save(
            out,
            encryption=pikepdf.Encryption(
                owner="owner", user=password, R=strength[0], aes=strength[1], metadata=strength[1]
            ),
        )
    with pytest.raises(RosterError) as error:
        found(out.getvalue())
    assert str(error.value).endswith(
        "set.pdf: This file is locked with a password. Choose the file as it was made, without a password."
    )


def incremental(pdf: bytes) -> bytes:
    """What a viewer's Save does: the changed page once more, behind the end of the file."""
    writer = PdfWriter(io.BytesIO(pdf), incremental=True)
    writer.pages[0][NameObject("/Rotate")] = NumberObject(0)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def twice_defined(pdf: bytes) -> bytes:
    """An object's former body stays in the file, where another program may find it."""
    saved = rewritten(pdf, lambda _: None)
    header, rest = saved.split(b"\n", 1)
    body = b"1 0 obj\n<< /Former (body) >>\nendobj\n"
    shifted = re.sub(
        rb"^(\d{10}) (\d{5}) n",
        lambda row: b"%010d %s n" % (int(row[1]) + len(body), row[2]),
        rest,
        flags=re.MULTILINE,
    )
    start = int(re.search(rb"startxref\s+(\d+)", shifted)[1]) + len(body)
    return header + b"\n" + body + re.sub(rb"startxref\s+\d+", b"startxref\n%d" % start, shifted)


@pytest.mark.parametrize("spoil", [incremental, twice_defined, lambda pdf: pdf + b"% more\n"])
def test_a_file_that_was_added_to_is_refused(
    found: Callable[[bytes], list[str]], sets: dict[str, bytes], spoil: Callable[[bytes], bytes]
) -> None:
    spoilt = spoil(sets["sheet"])
    assert len(PdfReader(io.BytesIO(spoilt)).pages) == 3
    with pytest.raises(RosterError) as error:
        found(spoilt)
    assert str(error.value).endswith(
        "set.pdf: Something was added to this file after it was printed."
        " Choose the PDF as it was made here, or print the set again."
    )
