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
from handout.importing.markdown import COMMANDS, TooDeepError, TooLongError, html_of

MOST_BYTES = 2_000_000
MOST_MARKDOWN = 500_000
MOST_MARKS = 50  # of a front matter: no page needs more
MARKDOWN = {".md", ".markdown"}
HTML = {".html", ".htm"}
SINGLE_FILE = {".mhtml", ".mht", ".webarchive"}
_UTF_8 = "Save the page again with the encoding UTF-8 (in Notepad: Save as, Encoding)."
_FRONT_MATTER = re.compile(r"\s*---[ \t]*\n(.*?\n)??(?:---|\.\.\.)[ \t]*(?:\n|$)", re.DOTALL)
_OPEN_FRONT_MATTER = re.compile(r"\s*---[ \t]*\n((?:[a-z_]+:.*\n)+)")  # its last line is missing
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset=[\"']?([A-Za-z0-9_-]+)", re.IGNORECASE)
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
    if ending in HTML or front_matter.get("variant") == "tiptap":
        return Source(name, front_matter, body, parts)
    commands = tuple(
        LeftOut(body.count("\n", 0, found.start()) + 1, "a command of the website", found[0])
        for found in COMMANDS.finditer(body)
    )
    try:
        return Source(name, front_matter, html_of(COMMANDS.sub("", body)), parts + commands)
    except TooDeepError:
        what = "Its lists or quotes are nested too deeply to be read."
        raise _refused(name, what, "Is it a page of your website?") from None
    except TooLongError:
        what = "It has more marks than the text of a page."
        raise _refused(name, what, "Is it a page of your website?") from None


def _require_page(name: str, ending: str, data: bytes) -> None:
    if ending in SINGLE_FILE:
        remedy = 'In the browser, save the page again as "Webpage, Complete", which ends in .html.'
        raise _refused(name, "This is a page saved as a single file.", remedy)
    if ending not in MARKDOWN | HTML:
        remedy = "Give the page's file: it ends in .md, .html or .htm."
        raise _refused(name, "This is not a web page.", remedy)
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
    if data[:2] in {codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE}:
        return data.decode("utf-16", errors="replace")
    if b"\0" in data[:4]:
        raise _refused(name, "It is UTF-16, not UTF-8.", _UTF_8)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        declared = _CHARSET.search(data[:4096])
    try:
        return data.decode(declared[1].decode() if declared else "ascii")
    except (UnicodeDecodeError, LookupError):
        raise _refused(name, "Its letters cannot be read: it is not UTF-8.", _UTF_8) from None


def _refused(name: str, what: str, remedy: str) -> ContentError:
    return ContentError(Problem(Place(name), Flaw(what, remedy)))
