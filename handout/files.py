"""Files: written whole or not at all, under names that never clash."""

import errno
import os
import re
import unicodedata
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from itertools import count
from pathlib import Path
from typing import BinaryIO

from handout.errors import Flaw, OutputError, Place, Problem

ALL_MAY_READ, OWNER_ONLY = 0o666, 0o600  # the first minus the umask, as for any new file
LONGEST_STEM = 60  # characters; at four bytes each, with room for an ending, within the 255 bytes of a name

_NOT_ALLOWED = Flaw("This folder cannot be written to.", "Choose another folder with --output.")
_FULL = Flaw("The disk is full.", "Make room on it and try again.")
_REASONS = {
    errno.EACCES: _NOT_ALLOWED,
    errno.EPERM: _NOT_ALLOWED,
    errno.EROFS: _NOT_ALLOWED,
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.ENOTDIR: Flaw("A file is where a folder is needed.", "Choose another folder with --output."),
    errno.EEXIST: Flaw("A file is where a folder is needed.", "Choose another folder with --output."),
    errno.EISDIR: Flaw("This is a folder.", "Give the name of a file."),
    errno.ENAMETOOLONG: Flaw("This name is too long.", "Choose a shorter one."),
}
_HELD_OPEN = Flaw(
    "This file cannot be replaced: another program holds it open, or it is not yours.",
    "Close the file in the PDF viewer and try again.",
)
_REPLACING = _REASONS | {errno.EACCES: _HELD_OPEN, errno.EPERM: _HELD_OPEN}


def write_atomically(data: bytes, path: Path, *, private: bool = False) -> None:
    """Write beside the target, then move it into place: the previous file stays whole until that moment.

    `private`: readable by its owner only, where the system has that. Raises OutputError.
    """
    temporary = _temporary(path.parent)
    try:
        with _explained(path.parent):
            path.parent.mkdir(parents=True, exist_ok=True)
            with _create(temporary, OWNER_ONLY if private else ALL_MAY_READ) as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
        with _explained(path, _REPLACING):
            _require_file(path)
            temporary.replace(path)
    finally:
        with suppress(OSError):
            temporary.unlink()


def write_new(data: bytes, path: Path) -> None:
    """Write a file that must not exist yet. Raises OutputError."""
    with _explained(path):
        if path.exists():
            raise OutputError(
                Problem(Place(str(path)), Flaw("This file exists already.", "Choose another name."))
            )
    write_atomically(data, path)


def check_writable(folder: Path) -> None:
    """Check that `folder` can be written to before the long work; it need not exist yet.

    Raises OutputError.
    """
    with _explained(folder):
        existing = next(place for place in (folder, *folder.parents) if place.exists())
        temporary = _temporary(existing)
        _create(temporary, OWNER_ONLY).close()
        temporary.unlink()


def remove_files(paths: Iterable[Path]) -> None:
    """Delete files. Raises OutputError."""
    for path in paths:
        with _explained(path, _REPLACING):
            path.unlink()


_OF_WINDOWS = re.compile(
    r"con|prn|aux|nul|(?:com|lpt)[0-9]", re.IGNORECASE
)  # its devices: no file can have them


def distinct_names(wanted: Iterable[str]) -> list[str]:
    """A file name without its ending for each wish, in order. No two are the same on any system, ignoring case."""
    taken: set[str] = set()
    names = []
    for wish in wanted:
        name = next(name for name in _candidates(_safe(wish)) if name.casefold() not in taken)
        taken.add(name.casefold())
        names.append(name)
    return names


def _candidates(name: str) -> Iterator[str]:
    yield name
    yield from (f"{name}-{number}" for number in count(2))


def _safe(text: str) -> str:
    """Letters, marks and digits of any script; everything else becomes a hyphen."""
    letters = (
        letter if letter == "_" or unicodedata.category(letter)[0] in "LMN" else " "
        for letter in unicodedata.normalize("NFC", text)
    )
    name = "-".join("".join(letters).split())[:LONGEST_STEM] or "unnamed"
    return f"{name}-file" if _OF_WINDOWS.fullmatch(name) else name


def _temporary(folder: Path) -> Path:
    """A name nobody else has. The target's name is not part of it: it may be too long for one more letter."""
    return folder / f".{os.urandom(8).hex()}.tmp"


def _create(path: Path, mode: int) -> BinaryIO:
    return open(path, "xb", opener=partial(os.open, mode=mode))


def _require_file(path: Path) -> None:
    """A folder or a device must not be replaced."""
    if path.exists() and not path.is_file():
        raise OSError(errno.EISDIR, "not a file")


@contextmanager
def _explained(path: Path, reasons: dict[int, Flaw] = _REASONS) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        unknown = Flaw(f"The system says: {error.strerror}.", "Fix that and try again.")
        flaw = reasons.get(error.errno or 0, unknown)
        raise OutputError(Problem(Place(str(path)), flaw)) from error
