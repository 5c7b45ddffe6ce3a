"""A zipped workbook → the parts that hold its cells, unpacked under a limit, and packed again for calamine.

Calamine reads only what was unpacked and measured here: it never sees the zip itself.
"""

import io
import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Literal
from xml.etree.ElementTree import Element, iterparse

from handout.errors import RosterError
from handout.spreadsheets.grids import unreadable

MOST_UNPACKED = 100_000_000
# Every tag costs time and memory to read.
MOST_TAGS = 1_000_000  # 6,000 rows of 40 columns have that many

_READ = re.compile(r"mimetype|.+\.(?:xml|rels|bin)", re.IGNORECASE)
_UNREAD = re.compile(
    r"docprops/|customxml/|pictures/|thumbnails/|object |configurations2?/|settings\.xml"
    r"|xl/(?:charts?|drawings|embeddings|externallinks|media|pivot\w+|printersettings|tables|theme|vbaproject)\b",
    re.IGNORECASE,
)
_ENCRYPTED = 1  # of a zip entry's flags

Parts = Mapping[str, bytes]


def read_parts(path: Path, data: bytes) -> dict[str, bytes]:
    """The parts of a workbook by their names. Raises RosterError for what is far too large or locked.

    Raises what zipfile and zlib raise where the zip is damaged.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        entries = {}
        for entry in archive.infolist():
            name = entry.filename.replace("\\", "/").lstrip("/")
            if _READ.fullmatch(name) and not _UNREAD.match(name):
                if name in entries:
                    raise zipfile.BadZipFile("two parts of one name")
                entries[name] = entry
        if any(entry.flag_bits & _ENCRYPTED for entry in entries.values()):
            raise locked(path)
        if sum(entry.file_size for entry in entries.values()) > MOST_UNPACKED:
            what = f"This workbook unpacks to more than {MOST_UNPACKED // 1_000_000} MB."
            raise unreadable(path, what, "Save the class list alone in a new workbook.")
        parts = {name: _content(archive, entry) for name, entry in entries.items()}
    if sum(part.count(b"<") for name, part in parts.items() if not name.endswith(".bin")) > MOST_TAGS:
        raise excessive(path)
    return parts


def _content(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    if entry.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
        raise zipfile.BadZipFile("packed in a way no spreadsheet packs")
    with archive.open(entry) as file:
        return file.read(entry.file_size + 1)  # a bare read would unpack 2 GB before it looks at the size


def packed(parts: Parts) -> bytes:
    """The parts as a zip again, not compressed."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, part in parts.items():
            archive.writestr(zipfile.ZipInfo(name), part)
    return out.getvalue()


def elements(
    part: bytes, events: Sequence[Literal["start", "end"]] = ("end",)
) -> Iterator[tuple[str, str, Element]]:
    """Each element of an XML part with its event and its name, without the namespace. Raises ParseError, ValueError."""
    if b"<!DOCTYPE" in part:
        raise ValueError("no spreadsheet writes one; entities that grow are declared there")
    for event, element in iterparse(io.BytesIO(part), events):  # noqa: S314 - as above
        yield event, element.tag.rpartition("}")[2], element


def locked(path: Path) -> RosterError:
    return unreadable(path, "This workbook is locked with a password.", "Save it without one.")


def excessive(path: Path) -> RosterError:
    what = "This workbook holds far more than a class list."
    return unreadable(path, what, "Save the class list alone in a new workbook.")
