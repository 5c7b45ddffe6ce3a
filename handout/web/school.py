"""The school's content.yaml and pictures, saved or not saved yet."""

import hashlib
import os
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from handout.content import read_texts
from handout.errors import HandoutError, Problem
from handout.files import write_atomically
from handout.pictures import FromFiles, PictureSource

BACKUP = ".bak"  # behind the name of content.yaml


@dataclass(frozen=True, slots=True)
class School:
    """The file of what the handout says, and where its pictures come from, ready for print."""

    content_file: Path
    pictures: PictureSource = field(default_factory=FromFiles)

    @property
    def backup(self) -> Path:
        return self.content_file.with_name(self.content_file.name + BACKUP)


@dataclass(frozen=True, slots=True)
class Version:
    """A content.yaml, saved or not, and the pictures that are new in it, by their paths beside it."""

    source: str
    pictures: Mapping[str, bytes] = field(default_factory=dict)


def saved_version(school: School) -> Version:
    """What is saved. Raises OSError and ValueError where it cannot be read as text."""
    return Version(school.content_file.read_text("utf-8-sig"))


@contextmanager
def laid_out(school: School, version: Version) -> Iterator[School]:
    """A version in a folder of its own, deleted afterwards: nothing that is saved is touched."""
    with TemporaryDirectory(prefix="handout-") as name:
        file = Path(name) / school.content_file.name
        file.write_text(version.source, "utf-8")
        for path in pictures_in(version.source):
            data = picture_of(school, version, path)
            if data is not None:
                _write_below(file.parent, path, data)
        try:
            yield School(file, school.pictures)
        except HandoutError as error:
            raise type(error)([_without(name, problem) for problem in error.problems]) from None


def _without(folder: str, problem: Problem) -> Problem:
    """The problem without the name of our own folder."""
    return problem._replace(
        place=problem.place._replace(file=problem.place.file.removeprefix(f"{folder}{os.sep}"))
    )


def pictures_in(source: str) -> list[str]:
    return [text for location, text in read_texts(source).items() if location[-1] == "image"]


def new_name(given: str, data: bytes) -> str:
    """A name of its own for each picture, so that an older one is never overwritten."""
    path = PurePosixPath(given.replace("\\", "/"))
    stem = re.sub(r"[^a-z0-9]+", "-", path.stem.lower()).strip("-")[:40] or "picture"
    ending = re.sub(r"[^a-z0-9]+", "", path.suffix.lower())[:5] or "png"
    return f"{stem}-{hashlib.sha256(data).hexdigest()[:8]}.{ending}"


def picture_of(school: School, version: Version, path: str) -> bytes | None:
    """A picture of a version or of the school's folder; None where it is missing or its path leads out of the folder."""
    if path in version.pictures:
        return version.pictures[path]
    folder = school.content_file.parent.resolve()
    with suppress(OSError, ValueError):
        file = (folder / path).resolve()
        if file.is_relative_to(folder):
            return file.read_bytes()
    return None


def save(school: School, version: Version) -> None:
    """Write a version; the former content.yaml becomes the backup. Raises OutputError."""
    for path, data in version.pictures.items():
        _write_below(school.content_file.parent, path, data)
    if school.content_file.exists():
        write_atomically(school.content_file.read_bytes(), school.backup)
    write_atomically(version.source.encode(), school.content_file)


def undo(school: School) -> None:
    """The backup and what is saved change places: a second undo takes the first one back."""
    former, latter = school.backup.read_bytes(), school.content_file.read_bytes()
    write_atomically(former, school.content_file)
    write_atomically(latter, school.backup)


def _write_below(folder: Path, path: str, data: bytes) -> None:
    file = (folder / path).resolve()
    if file.is_relative_to(folder.resolve()):
        write_atomically(data, file)
