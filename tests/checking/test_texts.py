"""The texts of a file beside what its pages draw: strings, metadata, streams that no page shows."""

import io
from collections.abc import Callable
from dataclasses import replace

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    ByteStringObject,
    DecodedStreamObject,
    DictionaryObject,
    NameObject,
    NumberObject,
    TextStringObject,
)

from handout.checking.texts import texts_of
from handout.checking.words import Words, letters_of, links_of, said_by
from handout.content.markup import parse_markup
from handout.model import Content, Paragraph


def read(change: Callable[[PdfWriter], object]) -> tuple[str, bool]:
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    change(writer)
    out = io.BytesIO()
    writer.write(out)
    texts, foreign = texts_of(PdfReader(out), frozenset())
    return "\n".join(texts), foreign


def with_stream(data: bytes, **entries: object) -> Callable[[PdfWriter], object]:
    stream = DecodedStreamObject()
    stream.set_data(data)
    stream.update({NameObject(f"/{key}"): value for key, value in entries.items()})
    return lambda writer: writer.root_object.update({NameObject("/X"): writer._add_object(stream)})


def test_strings_but_no_names_and_no_dates() -> None:
    def change(writer: PdfWriter) -> None:
        writer.add_metadata({"/Keywords": "Hunter2", "/CreationDate": "D:20261126120000"})
        inner = DictionaryObject({NameObject("/Deep"): TextStringObject("inside")})
        listed = ArrayObject([NameObject("/Secret"), TextStringObject("listed"), inner])
        writer.root_object[NameObject("/Y")] = listed
        writer.root_object[NameObject("/Z")] = ByteStringObject(b"bytes\xe9")

    texts, foreign = read(change)
    assert not foreign
    for word in ("Hunter2", "listed", "inside", "bytesé"):
        assert word in texts
    assert "Secret" not in texts
    assert "20261126" not in texts


def test_a_stream_that_no_page_shows_is_foreign_and_read_in_every_writing() -> None:
    for data in (b"\0\1 Secret-One", "\0Secret-One".encode("utf-16-be"), "ü Secret-One".encode()):
        texts, foreign = read(with_stream(data))
        assert foreign
        assert "Secret-One" in texts
    assert "Müller" in read(with_stream("\0Müller".encode()))[0]


def test_the_content_of_a_page_that_was_taken_out() -> None:
    texts, foreign = read(with_stream(b"BT /F 12 Tf (Tan \\(Mei\\)) Tj <0001> Tj ET"))
    assert not foreign
    assert "Mei" in texts
    assert "/F" not in texts
    assert read(with_stream(b"  "))[1] is False
    assert read(with_stream(b"BT 3 Tr (x) Tj ET"))[1] is True
    assert read(with_stream(b"BT (x) Tj ET", Foreign=NumberObject(1)))[1] is True


def test_metadata_without_its_markup() -> None:
    data = b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><dc:title>Class 3A</dc:title></x:xmpmeta>'
    texts, foreign = read(with_stream(data, Type=NameObject("/Metadata")))
    assert not foreign
    assert "Class 3A" in texts
    assert "3A" in texts.split(), "its markup parts words"
    assert "adobe" not in texts
    assert "title" not in texts


def test_pictures_and_tables_are_no_texts() -> None:
    texts, foreign = read(with_stream(b"Words", Type=NameObject("/XObject"), Subtype=NameObject("/Image")))
    assert not foreign
    assert "Words" not in texts

    def with_table(writer: PdfWriter) -> None:
        for place, key in enumerate(("/ToUnicode", "/FontFile2", "/DestOutputProfile")):
            stream = DecodedStreamObject()
            stream.set_data(b"\0Words")
            font = DictionaryObject({NameObject(key): writer._add_object(stream)})
            writer.root_object[NameObject(f"/T{place}")] = font
        palette = DecodedStreamObject()
        palette.set_data(b"\0Words")
        writer.root_object[NameObject("/Colours")] = ArrayObject(
            [NameObject("/Indexed"), NameObject("/DeviceRGB"), NumberObject(1), writer._add_object(palette)]
        )

    texts, foreign = read(with_table)
    assert not foreign
    assert "Words" not in texts


def test_a_stream_at_the_end_of_a_list_is_read_like_any_other() -> None:
    def change(writer: PdfWriter) -> None:
        stream = DecodedStreamObject()
        stream.set_data(b"\0Words")
        listed = ArrayObject([NameObject("/Separation"), writer._add_object(stream)])
        writer.root_object[NameObject("/Colours")] = listed

    texts, foreign = read(change)
    assert foreign
    assert "Words" in texts


def test_what_content_yaml_says_and_where_it_leads(content: Content) -> None:
    link = Paragraph(parse_markup("See [the school](https://school.example) **now**."))
    linked = replace(content, text=(link, *content.text))
    assert "https://school.example" in links_of(linked)
    assert content.settings.portal in links_of(content)
    assert "https://school.example" not in links_of(content)
    assert "Seetheschoolnow." in said_by(linked).split("\n")
    assert "".join(content.settings.school.split()) in said_by(content).split("\n")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("xTANMEILINGx", ["TANMEILING", "TANMEI"]),
        ("TANMEI", ["TANMEI"]),
        ("TANME", []),
        ("JOY", ["JOY"]),
        ("", []),
        ("JOYTANMEI", ["TANMEI", "JOY"]),
    ],
)
def test_many_words_in_one_text_the_longest_first(text: str, found: list[str]) -> None:
    words = Words(["JOY", "TANMEI", "TANMEILING", "JOY", ""])
    assert words.found_in(text) == found
    assert words.found_in_lines([text, "x", text]) == found


def test_letters_without_accents_width_and_case() -> None:
    assert letters_of(" José–Núñez ＬＥＥ 2 ") == "josenunezlee2"
    assert letters_of("Straße") == "strasse"
