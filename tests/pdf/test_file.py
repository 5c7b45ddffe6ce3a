"""PDF objects put together into a file that others read."""

import io
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from handout.pdf.file import MOST_OBJECTS, PdfFile, _up_predicted, text_string
from handout.pdf.stamp import NUMBER_WIDTH


def small_file(*texts: str) -> PdfReader:
    file = PdfFile()
    numbers = [file.add(f"<</T{text_string(text)}>>") for text in texts]
    pages = file.add("<</Type/Pages/Count 0/Kids[]>>")
    kids = " ".join(f"{number} 0 R" for number in numbers)
    root = file.add(f"<</Type/Catalog/Pages {pages} 0 R/Texts[{kids}]>>")
    return PdfReader(io.BytesIO(file.finish(root, file.add("<<>>"))), strict=True)


@pytest.mark.slow
@given(st.lists(st.text(st.characters(exclude_categories=["Cs"])), max_size=5))
def test_any_text_is_read_back(texts: list[str]) -> None:
    found = [item["/T"] for item in small_file(*texts).root_object["/Texts"]]
    assert [text if isinstance(text, str) else text.decode() for text in found] == texts


@pytest.mark.slow
def test_many_objects_fill_several_streams() -> None:
    texts = [f"text {number}" for number in range(1001)]
    assert [item["/T"] for item in small_file(*texts).root_object["/Texts"]] == texts


@given(st.binary(min_size=0, max_size=70).map(lambda data: data + bytes(-len(data) % 7)))
def test_predictor_is_the_difference_of_every_byte(table: bytes) -> None:
    rows = [bytes(7), *(table[start : start + 7] for start in range(0, len(table), 7))]
    expected = b"".join(
        b"\x02" + bytes((byte - above) % 256 for byte, above in zip(row, before, strict=True))
        for before, row in pairwise(rows)
    )
    assert _up_predicted(table) == expected


def test_a_fork_begins_like_its_origin_and_goes_its_own_way() -> None:
    base = PdfFile()
    shared = base.add_stream(b"shared")
    one, two = base.fork(), base.fork()
    first, second = one.add_stream(b"only in one"), two.add_stream(b"only in two")
    assert first == second
    readers = []
    for file in (one, two):
        pages = file.add("<</Type/Pages/Count 0/Kids[]>>")
        root = file.add(f"<</Type/Catalog/Pages {pages} 0 R/Shared {shared} 0 R/Own {first} 0 R>>")
        readers.append(PdfReader(io.BytesIO(file.finish(root, file.add("<<>>")))))
    assert [reader.root_object["/Shared"].get_data() for reader in readers] == [b"shared", b"shared"]
    assert [reader.root_object["/Own"].get_data() for reader in readers] == [b"only in one", b"only in two"]


def test_no_number_is_longer_than_its_room() -> None:
    file = PdfFile()
    with pytest.raises(OverflowError):
        file.reserve(MOST_OBJECTS)
    assert len(str(MOST_OBJECTS)) == NUMBER_WIDTH


@given(st.binary(max_size=50))
def test_a_stream_is_as_long_as_it_says_whatever_it_ends_with(data: bytes) -> None:
    file = PdfFile()
    file.add_plain_stream(data + b"\r", "/Type/Test")
    pages = file.add("<</Type/Pages/Count 0/Kids[]>>")
    pdf = file.finish(file.add(f"<</Type/Catalog/Pages {pages} 0 R>>"), file.add("<<>>"))
    start = pdf.index(b"stream\n") + len(b"stream\n")
    length = int(pdf[:start].rpartition(b"/Length ")[2].partition(b">>")[0])
    assert pdf[start + length :].startswith(b"\r\nendstream")
