"""What somebody added to a set after it was printed is found."""

import io
import re
from collections.abc import Callable
from typing import Any

import pytest
from helpers.pdfs import rewritten
from helpers.spoilt import (
    NO_PAGE_SHOWS,
)
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

from handout.errors import RosterError

pytestmark = pytest.mark.slow


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
ATTACHED = "The file has an attachment or a script that a class set never has."


@pytest.mark.parametrize(
    ("spoil", "problems"),
    [
        (note, [f"Page 1: {ADDED}"]),
        (
            white_note,
            [
                f"Page 1: {ADDED}",
                "The name or username of No. 2 SITI AMINAH is in the file outside its pages.",
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
        (form, ["The file has a form that a class set never has."]),
        (action, ["The file has an action that a class set never has."]),
        (layers, ["The file has layers that a class set never has."]),
        (page_action, ["Page 1: something foreign was added to this page."]),
        (hidden_stream, [NO_PAGE_SHOWS]),
        (
            page_that_is_nowhere,
            ["The name or username of No. 2 SITI AMINAH is in the file outside its pages."],
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


def test_a_bookmark_that_does_more_than_lead_to_its_page_is_refused(
    found: Callable[[bytes], list[str]], sets: dict[str, bytes]
) -> None:
    def spoil(writer: PdfWriter) -> None:
        first = writer.root_object["/Outlines"]["/First"].get_object()
        first[NameObject("/A")] = DictionaryObject({NameObject("/S"): NameObject("/Named")})

    with pytest.raises(RosterError, match="not a class set that was made here"):
        found(rewritten(sets["pack"], spoil))


@pytest.mark.parametrize("algorithm", ["RC4-128", "AES-128", "AES-256"])
@pytest.mark.parametrize("password", ["", "secret"])
def test_a_locked_file_is_reported(
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
