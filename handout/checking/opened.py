"""A file opened as it was printed: whole, not locked, and with nothing added to it afterwards."""

import io
import logging
import re
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from pypdf import PdfReader
from pypdf.errors import DependencyError, DeprecationError, FileNotDecryptedError, PyPdfError

from handout.errors import Flaw, Place, Problem, RosterError

# pypdf's warnings about odd files are dropped: what the user needs to know is a RosterError.
logging.getLogger("pypdf").addHandler(logging.NullHandler())

# What pypdf raises on damaged bytes, found by changing bytes at random.
DAMAGE = (
    PyPdfError,
    DeprecationError,
    OSError,
    LookupError,
    TypeError,
    ValueError,
    AttributeError,
    AssertionError,
    RuntimeError,
)
_OBJECT = re.compile(rb"(?<![^\0\t\n\f\r ])(\d{1,10})[\0\t\n\f\r ]+\d{1,5}[\0\t\n\f\r ]+obj\b")
_COMMENT = re.compile(rb"%[^\r\n]*")
_END = b"startxref"


class ForeignFileError(Exception):
    """A file that this program did not write."""


def open_set(pdf: Path, data: bytes | None) -> PdfReader:
    """The file, ready to be read, or the bytes in `data`.

    Raises RosterError where it cannot be one that was printed here.
    """
    with explained(pdf):
        data = pdf.read_bytes() if data is None else data
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted:
            raise FileNotDecryptedError
        if _is_added_to(data, reader):
            raise _refused(pdf, "Something was added to this file after it was printed.")
        return reader


def read_objects(reader: PdfReader) -> Iterator[float]:
    """Read the packed objects, one stream at a time, which pypdf keeps; yields the share read so far, up to 1."""
    one_of = {stream: number for number, (stream, _) in reader.xref_objStm.items()}
    for done, number in enumerate(one_of.values(), 1):
        reader.get_object(number)
        yield done / len(one_of)


@contextmanager
def explained(pdf: Path) -> Iterator[None]:
    """Turn what goes wrong inside into a RosterError in the reader's words: pypdf reads late, so errors come late."""
    try:
        yield
    except FileNotFoundError:
        raise RosterError(
            Problem(Place(str(pdf)), Flaw("There is no such file.", "Check its name."))
        ) from None
    except (FileNotDecryptedError, DependencyError):  # the latter: a cipher that pypdf has no library for
        what = "This file is locked with a password."
        raise RosterError(
            Problem(Place(str(pdf)), Flaw(what, "Choose the file as it was made, without a password."))
        ) from None
    except (*DAMAGE, ForeignFileError):
        raise _refused(pdf, "This is not a class set that was made here, or it is damaged.") from None


def _refused(pdf: Path, what: str) -> RosterError:
    return RosterError(
        Problem(Place(str(pdf)), Flaw(what, "Choose the PDF as it was made here, or print the set again."))
    )


def _is_added_to(data: bytes, reader: PdfReader) -> bool:
    """Whether a program has added to the file instead of saving it whole (ISO 32000-1, 7.5.6).

    Then an object has two bodies, or there is something behind the end.
    """
    most_ends = 2 if _is_linearized(data, reader) else 1
    if not data.rstrip().endswith(b"%%EOF") or data.count(_END) > most_ends:
        return True
    bodies = Counter(_OBJECT.findall(data))
    known = {b"%d" % number for table in reader.xref.values() for number in table}
    return max(bodies.values()) > 1 or not bodies.keys() <= known or _has_shadows(reader)


def _is_linearized(data: bytes, reader: PdfReader) -> bool:
    """Whether the file is saved for the web, with two tables of contents, and is as long as it says (Annex F)."""
    first = _OBJECT.search(data[:1024])
    if not first or b"/Linearized" not in data[:1024]:
        return False
    header: Any = reader.get_object(int(first[1]))
    return bool(header["/L"] == len(data))


def _has_shadows(reader: PdfReader) -> bool:
    """Whether a stream of objects holds one that is read from elsewhere."""
    homes = reader.xref_objStm
    for home in {stream for stream, _ in homes.values()}:
        stream: Any = reader.get_object(home)
        numbers = _COMMENT.sub(b"", stream.get_data()[: stream["/First"]]).split()[::2]
        if any(homes.get(int(number), (None, 0))[0] != home for number in numbers):
            return True
    return False
