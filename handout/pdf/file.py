"""PDF objects as bytes, numbered, and put together into one file.

Small objects go into compressed object streams and the table of contents is a cross-reference
stream (ISO 32000-1, 7.5.7 and 7.5.8): a class set has tens of thousands of small objects that
differ in little but their numbers, and so they shrink to a tenth.
"""

import zlib
from collections.abc import Iterable, Sequence
from hashlib import sha256

MOST_OBJECTS = 8_388_607  # of a file (ISO 32000-1, Annex C)
OBJECTS_PER_STREAM = 1000  # at least, and less than twice as many; two bytes count them
OBJECTS_LEVEL = 3  # of deflate: level 4 takes half as long again to save a twentieth
_ENTRY = 7  # bytes of a cross-reference entry: one for its type, four and two for its fields
_PLACES = [
    place.to_bytes(2) for place in range(2 * OBJECTS_PER_STREAM)
]  # its last field, in an object stream
# Both bytes, for a stream whose data ends like a line would else seem one byte short (ISO 19005-2, 6.1.7.1).
_STREAM_END = b"\r\nendstream\nendobj\n"
HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"


class PdfFile:
    """A file in the making: add objects, then `finish`."""

    def __init__(self, start: bytes = HEADER, xref: bytes = bytes(_ENTRY)) -> None:
        self._out: list[bytes] = []
        self._length = 0
        self._digest = sha256()
        self._xref = bytearray(xref)  # object 0 is the head of the free list
        self._waiting: list[tuple[int, Sequence[int], bytes]] = []  # first number, places, objects
        self._waiting_objects = 0
        self._write(start)

    def fork(self) -> "PdfFile":
        """A second file that begins with everything added so far."""
        self._flush()
        return PdfFile(b"".join(self._out), bytes(self._xref))

    def reserve(self, count: int = 1) -> int:
        """Take the next numbers for objects that come later; the first of them."""
        first = len(self._xref) // _ENTRY
        if first + count > MOST_OBJECTS:
            raise OverflowError("more objects than a PDF can have")
        self._xref.extend(bytes(_ENTRY * count))
        return first

    def add(self, body: str | bytes, number: int | None = None) -> int:
        """Add an object that is not a stream, under a reserved number or the next; its number."""
        number = self.reserve() if number is None else number
        self.add_stamped(body.encode("ascii") if isinstance(body, str) else body, (0,), number)
        return number

    def add_stamped(self, objects: bytes, places: Sequence[int], first: int) -> None:
        """Add objects that begin at these places of the bytes, under reserved numbers in a row."""
        for start in range(0, len(places), OBJECTS_PER_STREAM):
            stop = start + OBJECTS_PER_STREAM
            end = places[stop] - 1 if stop < len(places) else len(objects)
            part = places[start:stop]
            self._waiting.append((first + start, part, objects[part[0] : end]))
            self._waiting_objects += len(part)
            if self._waiting_objects >= OBJECTS_PER_STREAM:
                self._flush()

    def add_stream(
        self, data: bytes, keys: str = "", number: int | None = None, *, packed: bool = False
    ) -> int:
        """Add a stream, deflated unless it already is (`packed`), under a reserved number or the next; its number."""
        number = self.reserve() if number is None else number
        if not packed:
            data = zlib.compress(data, 9)
        self._write_stream(number, data, f"{keys}/Filter/FlateDecode")
        return number

    def add_plain_stream(self, data: bytes, keys: str) -> int:
        """Add a stream as it is: metadata must be readable without a PDF library (ISO 19005-2, 6.6.2.1)."""
        number = self.reserve()
        self._write_stream(number, data, keys)
        return number

    def finish(self, root: int, information: int) -> bytes:
        """Close the file; its bytes. The identifier is made from the bytes, so it repeats with them."""
        self._flush()
        number = self.reserve()
        self._set_entry(number, self._length)
        identifier = self._digest.hexdigest()[:32]
        table = zlib.compress(_up_predicted(self._xref), 9)
        keys = (
            f"<</Type/XRef/Size {number + 1}/W[1 4 2]/Root {root} 0 R/Info {information} 0 R"
            f"/ID[<{identifier}><{identifier}>]/Filter/FlateDecode"
            f"/DecodeParms<</Predictor 12/Columns {_ENTRY}>>/Length {len(table)}>>"
        )
        start = self._length
        self._write(f"{number} 0 obj\n{keys}\nstream\n".encode(), table, _STREAM_END)
        self._write(f"startxref\n{start}\n%%EOF\n".encode())
        return b"".join(self._out)

    def _write_stream(self, number: int, data: bytes, keys: str) -> None:
        self._set_entry(number, self._length)
        head = f"{number} 0 obj\n<<{keys}/Length {len(data)}>>\nstream\n".encode("ascii")
        self._write(head, data, _STREAM_END)

    def _flush(self) -> None:
        """Write the waiting objects as one object stream."""
        if not self._waiting:
            return
        stream = self.reserve()
        index: list[str] = []
        length = 0
        for first, places, objects in self._waiting:
            self._set_entries_within(stream, first, len(index), len(places))
            shift = length - places[0]
            index += [f"{number} {place + shift}" for number, place in enumerate(places, first)]
            length += len(objects) + 1
        head = " ".join(index).encode() + b" "
        data = zlib.compress(head + b"\n".join([objects for _, _, objects in self._waiting]), OBJECTS_LEVEL)
        keys = f"/Type/ObjStm/N {len(index)}/First {len(head)}/Filter/FlateDecode"
        self._waiting.clear()
        self._waiting_objects = 0
        self._write_stream(stream, data, keys)

    def _set_entry(self, number: int, offset: int) -> None:
        """Note where an object is in the file."""
        start = number * _ENTRY
        self._xref[start : start + _ENTRY] = b"\x01" + offset.to_bytes(4) + b"\0\0"

    def _set_entries_within(self, stream: int, first: int, place: int, count: int) -> None:
        """Note that objects in a row are in an object stream, the first of them at that place."""
        head = b"\x02" + stream.to_bytes(4)
        start = first * _ENTRY
        self._xref[start : start + count * _ENTRY] = head + head.join(_PLACES[place : place + count])

    def _write(self, *pieces: bytes) -> None:
        piece = b"".join(pieces)
        self._out.append(piece)
        self._length += len(piece)
        self._digest.update(piece)


def _up_predicted(table: bytes | bytearray) -> bytes:
    """Each row less the row above, behind a 2 (PNG filter Up): neighbours in the table differ in little.

    All bytes are subtracted at once as one long number: with the top bit of every byte of the first
    set and of the second clear no byte borrows from its neighbour, and the true top bits follow by
    exclusive or. Byte by byte, a school of 150,000 objects would take longer here than to print.
    """
    rows = len(table) // _ENTRY
    upper = int.from_bytes(table)
    lower = int.from_bytes(bytes(_ENTRY) + table[:-_ENTRY])
    top_bits = int.from_bytes(b"\x80" * len(table))
    difference = ((upper | top_bits) - (lower & ~top_bits)) ^ ((upper ^ ~lower) & top_bits)
    columns = difference.to_bytes(len(table))
    out = bytearray(b"\x02" * (rows * (_ENTRY + 1)))
    for column in range(_ENTRY):
        out[column + 1 :: _ENTRY + 1] = columns[column::_ENTRY]
    return bytes(out)


def text_string(text: str) -> str:
    """A text as a PDF string: plain where it is ASCII, else UTF-16 (ISO 32000-1, 7.9.2.2)."""
    if text.isascii() and text.isprintable():
        return "(" + text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)") + ")"
    return f"<FEFF{text.encode('utf-16-be').hex().upper()}>"


def references(numbers: Iterable[int]) -> str:
    """Object numbers as the references of an array, without its brackets."""
    return " ".join(f"{number} 0 R" for number in numbers)
