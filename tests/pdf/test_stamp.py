"""Objects stamped again and again under other numbers."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from handout.pdf.file import OBJECTS_PER_STREAM, PdfFile
from handout.pdf.stamp import Stamp, moving, moving_reference


@given(st.integers(0, 9_999_000), st.integers(0, 999))
def test_the_places_are_the_same_whatever_the_numbers(first: int, offset: int) -> None:
    stamp = Stamp([f"<</A {moving(offset)}/B(100 %)>>", "[1 2]", f"<</C {moving_reference(0)}>>"])
    objects = stamp.at(first)
    ends = [*(place - 1 for place in stamp.places[1:]), len(objects)]
    one, two, three = (objects[start:end].split() for start, end in zip(stamp.places, ends, strict=True))
    assert len(stamp) == 3
    assert one == [b"<</A", b"%d/B(100" % (first + offset), b"%)>>"]
    assert two == [b"[1", b"2]"]
    assert three == [b"<</C", b"%d" % first, b"0", b"R>>"]


@pytest.mark.slow
def test_copies_point_at_their_own_objects_even_across_streams() -> None:
    size, copies = OBJECTS_PER_STREAM + 7, 3
    stamp = Stamp([f"<</Next {moving_reference((place + 1) % size)}/N {place}>>" for place in range(size)])
    file = PdfFile()
    firsts = [file.reserve(size) for _ in range(copies)]
    for first in firsts:
        file.add_stamped(stamp.at(first), stamp.places, first)
    pages = file.add("<</Type/Pages/Count 0/Kids[]>>")
    root = file.add(f"<</Type/Catalog/Pages {pages} 0 R>>")
    reader = PdfReader(io.BytesIO(file.finish(root, file.add("<<>>"))), strict=True)
    for first in firsts:
        for place in range(size):
            item = reader.get_object(first + place)
            assert (item["/N"], item.raw_get("/Next").idnum) == (place, first + (place + 1) % size)
