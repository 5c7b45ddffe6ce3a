"""Prepared pictures as bytes, kept between runs: in a folder, or all of a handout in one file.

Nothing of a child is in them: they are the guides alone. A picture is known by the digest of its file's
bytes and of what was asked of it.
"""

import json
import os
from collections.abc import Mapping
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Protocol

from handout.pictures.picture import Finish, Picture

EDITION = 13  # of the way pictures are prepared; a new one forgets what earlier ones kept
MOST_KEPT = 64_000_000  # bytes in the folder
ENDING = ".picture"
_COUNT = 4  # bytes that tell a length


def key_of(data: bytes, finish: Finish) -> str:
    """The name under which a picture is kept."""
    asked = repr((EDITION, tuple(finish)))
    return sha256(sha256(data).digest() + asked.encode()).hexdigest()


def pack(picture: Picture) -> bytes:
    fields = picture._asdict()
    samples, palette = fields.pop("samples"), fields.pop("palette")
    return _framed(json.dumps(fields).encode(), palette, samples)


def unpack(data: bytes) -> Picture:
    """Raises ValueError where the bytes are no prepared picture."""
    try:
        fields, palette, samples = _parts(data)
        return Picture(**json.loads(fields), palette=palette, samples=samples)
    except TypeError as error:
        raise ValueError("not a prepared picture") from error


def pack_all(pictures: Mapping[str, Picture]) -> bytes:
    """Many pictures by their keys, in one file; pixels that several have in common are in it once."""
    packed = {key: pack(_of_no_size(picture)) for key, picture in sorted(pictures.items())}
    unique = sorted(set(packed.values()))
    places = {data: place for place, data in enumerate(unique)}
    index = {
        key: (places[data], pictures[key].width_mm, pictures[key].height_mm, pictures[key].dpi)
        for key, data in packed.items()
    }
    return _framed(json.dumps(index).encode(), *unique)


def unpack_all(data: bytes) -> dict[str, Picture]:
    """Raises ValueError where the bytes are no file of prepared pictures."""
    index, *packed = _parts(data)
    pictures = [unpack(part) for part in packed]
    return {
        key: pictures[place]._replace(width_mm=width, height_mm=height, dpi=dpi)
        for key, (place, width, height, dpi) in json.loads(index).items()
    }


def _of_no_size(picture: Picture) -> Picture:
    """The same pixels may be printed larger or smaller."""
    return picture._replace(width_mm=0, height_mm=0, dpi=0)


def _framed(*parts: bytes) -> bytes:
    return b"".join(len(part).to_bytes(_COUNT) + part for part in parts)


def _parts(data: bytes) -> list[bytes]:
    parts, at = [], 0
    while at < len(data):
        start = at + _COUNT
        at = start + int.from_bytes(data[at:start])
        parts.append(data[start:at])
    if at != len(data):
        raise ValueError("cut short")
    return parts


class PictureStore(Protocol):
    """Where prepared pictures are kept by their keys."""

    def get(self, key: str) -> Picture | None: ...
    def put(self, key: str, picture: Picture) -> None: ...


class Memory:
    """Prepared pictures at hand: those of a file, and what is made in this run."""

    def __init__(self, pictures: Mapping[str, Picture]) -> None:
        self.pictures = dict(pictures)

    def get(self, key: str) -> Picture | None:
        return self.pictures.get(key)

    def put(self, key: str, picture: Picture) -> None:
        self.pictures[key] = picture


class Folder:
    """Prepared pictures kept between runs. What goes wrong with it only costs time."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def get(self, key: str) -> Picture | None:
        with suppress(OSError, ValueError):
            file = self._path / f"{key}{ENDING}"
            picture = unpack(file.read_bytes())
            os.utime(file)  # the longest unused are deleted first
            return picture
        return None

    def put(self, key: str, picture: Picture) -> None:
        with suppress(OSError):
            self._path.mkdir(parents=True, exist_ok=True)
            temporary = self._path / f".{os.urandom(8).hex()}.tmp"
            temporary.write_bytes(pack(picture))
            temporary.replace(self._path / f"{key}{ENDING}")
            self._tidy()

    def _tidy(self) -> None:
        """Delete the longest unused pictures beyond the room there is."""
        kept = [(file.stat().st_mtime, file.stat().st_size, file) for file in self._path.glob(f"*{ENDING}")]
        room = MOST_KEPT
        for _, size, file in sorted(kept, reverse=True):
            room -= size
            if room < 0:
                file.unlink()
