"""The pictures of the page: their files found, never fetched; a caption for each."""

import re
from base64 import b64decode
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from handout.errors import Flaw
from handout.files import distinct_names
from handout.importing.reading import Picture, Piece, Reading
from handout.importing.runs import as_words, sentences
from handout.model import Bullets, Heading, Nested, Numbered, Paragraph

LONGEST_CAPTION = 90  # characters; a longer sentence says more than a picture shows
_DATA = re.compile(r"data:image/([\w+.-]+)(?:;[\w=-]+)*;base64,(.*)", re.DOTALL)
_ENDS_A_SENTENCE = (".", "!", "?", ":")

# The bytes of a file by its address on the page; None where there is none.
Find = Callable[[str], bytes | None]
# Why a file, of this name and these bytes, cannot be printed as a picture; None where it can.
Unprintable = Callable[[str, bytes], Flaw | None]


@dataclass(frozen=True, slots=True)
class Guide:
    """A picture as content.yaml has it: its file below images/, caption and alt text."""

    file: str
    caption: str
    alt: str


@dataclass(frozen=True, slots=True)
class Found:
    """The guides in their order, the files to write by their names below images/, and where the page has them.

    `paths`: on the page's site, of the files; `missing`: of those that could not be read.
    """

    guides: list[Guide]
    files: dict[str, bytes]
    paths: tuple[str, ...]
    missing: tuple[str, ...]


def with_captions(pieces: Sequence[Piece]) -> list[Piece]:
    """Each picture with the heading or sentence above it; a heading over pictures alone moves into its caption."""
    captioned: list[Piece] = []
    moved: set[int] = set()
    for place, piece in enumerate(pieces):
        if not isinstance(piece.what, Picture):
            captioned.append(piece)
            continue
        picture = piece.what
        above = pieces[place - 1] if place else None
        caption = picture.caption or _short(picture.above)
        if not caption and above:
            caption = _caption_from(above)
            if isinstance(above.what, Heading) and _is_over_pictures_alone(pieces, place - 1):
                moved.add(place - 1)
        captioned.append(replace(piece, what=replace(picture, caption=caption)))
    return [piece for place, piece in enumerate(captioned) if place not in moved]


def _caption_from(piece: Piece) -> str:
    match piece.what:
        case Heading(text):
            return as_words(text)
        case Paragraph(text):
            return _as_caption(as_words(text))
        case Numbered(items) | Bullets(items):
            last = items[-1]
            while isinstance(last, Nested):
                last = last.below.items[-1]
            return _as_caption(as_words(last))
        case _:
            return ""


def _as_caption(words: str) -> str:
    """The last sentence, where it is one and a short one."""
    *_, last = ["", *sentences(words)]
    return _short(last) if last.endswith(_ENDS_A_SENTENCE) else ""


def _short(words: str) -> str:
    return words.rstrip(".:") if len(words) <= LONGEST_CAPTION else ""


def _is_over_pictures_alone(pieces: Sequence[Piece], place: int) -> bool:
    below = pieces[place + 1 :]
    first_text = next((piece.what for piece in below if not isinstance(piece.what, Picture)), None)
    return first_text is None or isinstance(first_text, Heading)


def find_pictures(reading: Reading, pieces: Sequence[Piece], find: Find, unprintable: Unprintable) -> Found:
    """Look for every picture of the page."""
    found: dict[str, bytes] = {}
    guides: list[tuple[str, Picture]] = []
    missing: list[str] = []
    for piece in pieces:
        if isinstance(piece.what, Picture):
            picture = _where_it_is(piece.what, find)
            data = _read(reading, piece.line, picture, find, unprintable)
            path = path_of(picture.address)
            if data is None:
                missing.append(path)
            else:
                found[path] = data
                guides.append((path, picture))
    names = dict(zip(found, _names(list(found)), strict=True))
    return Found(
        [
            Guide(f"images/{names[path]}", picture.caption or f"Picture {number}", picture.alt)
            for number, (path, picture) in enumerate(guides, 1)
        ],
        {names[path]: data for path, data in found.items()},
        tuple(found),
        tuple(missing),
    )


def _where_it_is(picture: Picture, find: Find) -> Picture:
    """At the first of its addresses where there is a file."""
    addresses = [picture.address, *picture.others]
    there = (address for address in addresses if path_of(address) and find(address) is not None)
    return replace(picture, address=next(there, picture.address))


def _read(
    reading: Reading, line: int, picture: Picture, find: Find, unprintable: Unprintable
) -> bytes | None:
    """The bytes of a picture; where there are none, or none to print, it is named."""
    address = picture.address
    words = ", ".join(dict.fromkeys(filter(None, (picture.caption, picture.alt))))
    named = f" ({words})" if words else ""
    inside = _inside(address)
    if not path_of(address) or (address.startswith("data:") and not inside):
        reading.remark(line, f"a picture without a file of its own was left out{named}.")
        return None
    data = inside or find(address)
    if data is None:
        whose = "of another website" if is_remote(address) else "that is not there"
        reading.remark(line, f'a picture {whose} was left out{named}: "{address}".', reading.to_add)
    elif flaw := unprintable(path_of(address), data):
        what = "a picture inside the page" if inside else f'the picture "{address}"'
        reading.remark(line, f"{what} was left out{named}: {flaw}")
        return None
    return data


def _inside(address: str) -> bytes | None:
    """The picture that an address is, and does not only lead to."""
    found = _DATA.fullmatch(address)
    try:
        return b64decode(unquote(found[2])) if found else None
    except ValueError:
        return None


def path_of(address: str) -> str:
    """The path of an address, decoded; a name of our own for a picture in the page; empty where it is neither."""
    if address.startswith("data:"):
        found = _DATA.fullmatch(address)
        digest = sha256(address.encode(errors="replace")).hexdigest()[:8]
        return f"inside-{digest}.{found[1].replace('jpeg', 'jpg')}" if found else ""
    try:
        return unquote(urlsplit(address).path)
    except ValueError:
        return ""


def is_remote(address: str) -> bool:
    return address.startswith(("//", "http:", "https:", "ftp:"))


def _names(addresses: list[str]) -> Iterator[str]:
    """File names, no two the same on any system."""
    paths = [PurePosixPath(path_of(address)) for address in addresses]
    stems = distinct_names(path.stem for path in paths)
    for stem, path in zip(stems, paths, strict=True):
        ending = "".join(letter for letter in path.suffix.lower() if letter.isascii() and letter.isalnum())
        yield f"{stem}.{ending or 'png'}"
