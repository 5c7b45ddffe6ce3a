"""The bytes of a page → its front matter and its HTML, each line where the file has it."""

import codecs
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any, NamedTuple

import yaml

from handout.errors import ContentError, Flaw, Place, Problem
from handout.importing.markdown import (
    COMMANDS,
    TooDeepError,
    TooLongError,
    html_of,
    with_addresses,
    without_commands,
)

MOST_BYTES = 2_000_000
MOST_MARKDOWN = 500_000
MOST_MARKS = 50  # of a front matter: no page needs more
MARKDOWN = {".md", ".markdown"}
HTML = {".html", ".htm"}
SINGLE_FILE = {".mhtml", ".mht", ".webarchive"}
_COMMAND = "a command of the website"
_SAVE_IT = 'Open the page in the browser and save it as "Webpage, Complete".'
_UTF_8 = "Save the page again with the encoding UTF-8 (in Notepad: Save as, Encoding)."
_FRONT_MATTER = re.compile(r"\s*---[ \t]*\n(.*?\n)??(?:---|\.\.\.)[ \t]*(?:\n|$)", re.DOTALL)
_OPEN_FRONT_MATTER = re.compile(r"\s*---[ \t]*\n((?:[a-z_]+:.*\n)+)")  # its last line is missing
_CHARSET = re.compile(
    rb"(?:<meta[^>]{0,200}?charset|<\?xml[^>]{0,200}?encoding)=[\"']?([A-Za-z0-9_-]+)", re.IGNORECASE
)
# Browsers read a page that names one of these as the larger set of letters that has all of it.
_READ_AS = {
    "cp1252": {"ascii", "us-ascii", "iso-8859-1", "iso8859-1", "iso_8859-1", "latin1", "latin-1", "l1"},
    "gb18030": {"gb2312", "gb_2312-80", "gbk", "x-gbk", "chinese"},
}
_WIDE = {
    codecs.BOM_UTF32_LE: "utf-32",
    codecs.BOM_UTF32_BE: "utf-32",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
_SINGLE_FILE = re.compile(rb"^MIME-Version:.*^Content-Type: *multipart/related", re.DOTALL | re.MULTILINE)
_FOREIGN = {
    b"%PDF": "a PDF",
    b"{\\rtf": "a Word document (RTF)",
    b"PK\3\4": "a Word document or a ZIP file",
    b"\xd0\xcf\x11\xe0": "a Word document",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
}
_KEY = re.compile(r"^([a-z_]+):[ \t]*(.+?)[ \t\r]*$", re.MULTILINE)


class LeftOut(NamedTuple):
    """Words of the file that are not HTML of the page, such as a command to the website's program."""

    line: int
    what: str
    words: str


@dataclass(frozen=True, slots=True)
class Source:
    """A page: its file's name, what its front matter says, its HTML."""

    name: str
    front_matter: dict[str, str]
    html: str
    left_out: tuple[LeftOut, ...] = ()


def read_source(name: str, data: bytes) -> Source:
    """Raises ContentError where the file is no page that can be read."""
    ending = PurePath(name).suffix.lower()
    _require_page(name, ending, data)
    text = _decoded(name, data).replace("\r\n", "\n").replace("\r", "\n")
    values, body = _parted(text)
    front_matter = {key: value for key, value in values.items() if isinstance(value, str)}
    parts = tuple(_parts(values, text))
    is_html = ending in HTML or front_matter.get("variant") == "tiptap"
    if not is_html or (ending in HTML and values):
        body = with_addresses(body)
        parts += tuple(
            LeftOut(body.count("\n", 0, found.start()) + 1, _COMMAND, " ".join(found[0].split()))
            for found in COMMANDS.finditer(body)
        )
        body = without_commands(body)
    if is_html:
        return Source(name, front_matter, body, parts)
    try:
        return Source(name, front_matter, html_of(body), parts)
    except TooDeepError:
        what = "Its lists or quotes are nested too deeply to be read."
        raise _refused(name, what, "Is it a page of your website?") from None
    except TooLongError:
        what = "It has more marks than the text of a page."
        raise _refused(name, what, "Is it a page of your website?") from None


def _require_page(name: str, ending: str, data: bytes) -> None:
    if ending in SINGLE_FILE or _SINGLE_FILE.search(data[:4096]):
        remedy = 'In the browser, save the page again as "Webpage, Complete", which ends in .html.'
        raise _refused(name, "This is a page saved as a single file.", remedy)
    if ending not in MARKDOWN | HTML:
        remedy = "Give the page's file: it ends in .md, .html or .htm."
        raise _refused(name, "This is not a web page.", remedy)
    for mark, kind in _FOREIGN.items():
        if data.startswith(mark):
            raise _refused(name, f"This is {kind}, not a web page, whatever its name ends in.", _SAVE_IT)
    most = MOST_BYTES if ending in HTML else MOST_MARKDOWN
    if len(data) > most:
        what = f"It is larger than {most // 1000:,} KB, too much for the text of a page."
        raise _refused(name, what, "Is it the right file? Pictures go into files of their own.")


def _parts(values: dict[str, Any], text: str) -> Iterator[LeftOut]:
    """Lists and keys of the front matter, which the website shows in ways of its own."""
    for key, value in values.items():
        words = ", ".join(_leaves(value))
        if not isinstance(value, str) and words:
            line = text.count("\n", 0, max(text.find(f"\n{key}:") + 1, 0)) + 1
            yield LeftOut(line, f'the part "{key}" of the front matter', words)


def _leaves(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield from filter(None, [" ".join(value.split())])
    else:
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _leaves(inner)


def _parted(text: str) -> tuple[dict[str, Any], str]:
    """The front matter, and the text with blank lines in its place."""
    found = _FRONT_MATTER.match(text) or _OPEN_FRONT_MATTER.match(text)
    values = _read_front_matter(found[1] or "") if found else None
    if not found or values is None:
        return {}, text
    return values, "\n" * found[0].count("\n") + text[found.end() :]


def _read_front_matter(source: str) -> dict[str, Any] | None:
    """Its values; where it is not YAML, as with a colon in the title, what its lines say; None for plain text."""
    values: object = None
    if sum(map(source.count, "[{*")) <= MOST_MARKS:
        with suppress(yaml.YAMLError, RecursionError):
            values = yaml.load(source, yaml.BaseLoader)  # noqa: S506 - makes texts, lists and mappings only
    if values is None:
        values = dict(_KEY.findall(source)) or None
    if not isinstance(values, dict):
        return None if source.strip() else {}
    return {key: value for key, value in values.items() if isinstance(key, str)}


def _decoded(name: str, data: bytes) -> str:
    wide = next((encoding for mark, encoding in _WIDE.items() if data.startswith(mark)), None)
    if not wide and b"\0" in data[:4]:
        raise _refused(name, "It is UTF-16, not UTF-8.", _UTF_8)
    for encoding in [wide] if wide else ["utf-8-sig", _declared(data)]:
        with suppress(UnicodeDecodeError, LookupError):
            return data.decode(encoding)
    raise _refused(name, "Its letters cannot be read: it is not UTF-8.", _UTF_8)


def _declared(data: bytes) -> str:
    """The encoding that the page names; what can only be UTF-8 where it names none."""
    found = _CHARSET.search(data[:4096])
    named = found[1].decode().lower() if found else "utf-8"
    return next((wider for wider, names in _READ_AS.items() if named in names), named)


def _refused(name: str, what: str, remedy: str) -> ContentError:
    return ContentError(Problem(Place(name), Flaw(what, remedy)))
