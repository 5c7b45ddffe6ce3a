"""What another school begins with: content.yaml and its pictures, in a folder of its own."""

import os
import shutil
from pathlib import Path

from handout.errors import Flaw, OutputError, Place, Problem
from handout.files import check_writable, write_atomically

_PACKED = (
    Path(__file__).parent.parent / "starter_files"
)  # pyproject.toml puts them there when a wheel is built
_CHECKOUT = Path(__file__).parent.parent.parent
SOURCE = _PACKED if _PACKED.is_dir() else _CHECKOUT

PICTURES = "images/mims*.png"


def starter_content() -> str:
    """The starter's content.yaml."""
    return (SOURCE / "content.yaml").read_text("utf-8")


def write_starter(folder: Path) -> list[Path]:
    """Lay down content.yaml and images/, whole or not at all; the files written.

    Raises OutputError, also where one of them is there already.
    """
    _require_room(folder)
    check_writable(folder)
    names = ["content.yaml", *sorted(str(path.relative_to(SOURCE)) for path in SOURCE.glob(PICTURES))]
    scratch = folder / f".{os.urandom(8).hex()}.tmp"
    try:
        for name in names:
            write_atomically((SOURCE / name).read_bytes(), scratch / name)
        for name in ("images", "content.yaml"):
            (scratch / name).rename(folder / name)
    finally:
        shutil.rmtree(scratch, ignore_errors=True)
    return [folder / name for name in names]


def _require_room(folder: Path) -> None:
    standing = [name for name in ("content.yaml", "images") if os.path.lexists(folder / name)]
    if standing:
        what = f"This folder already has {' and '.join(standing)}, and nothing is overwritten."
        raise OutputError(Problem(Place(str(folder)), Flaw(what, "Choose another folder.")))
