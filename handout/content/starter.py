"""What another school begins with: content.yaml and its pictures, in a folder of its own."""

import os
from pathlib import Path

from handout.errors import Flaw, OutputError, Place, Problem
from handout.files import check_writable, write_atomically

_PACKED = Path(__file__).parent.parent / "starter_files"  # pyproject.toml puts them into a wheel
_CHECKOUT = Path(__file__).parent.parent.parent
SOURCE = _PACKED if _PACKED.is_dir() else _CHECKOUT

PICTURES = "images/mims*.png"
SCHEMA = ".content.schema.json"  # for editors; the first line of content.yaml names it


def starter_content() -> str:
    """The starter's content.yaml."""
    return (SOURCE / "content.yaml").read_text("utf-8")


def write_schema(folder: Path) -> None:
    """Put the schema, with which editors complete keys, beside a content.yaml. Raises OutputError."""
    write_atomically((SOURCE / SCHEMA).read_bytes(), folder / SCHEMA)


def write_starter(folder: Path) -> list[Path]:
    """Write content.yaml, its schema and images/, whole or not at all; the files written.

    Raises OutputError, also where one of them is there already.
    """
    import shutil  # noqa: PLC0415 - it takes longer than reading a content.yaml

    _require_room(folder)
    check_writable(folder)
    names = ["content.yaml", SCHEMA, *sorted(str(path.relative_to(SOURCE)) for path in SOURCE.glob(PICTURES))]
    scratch = folder / f".{os.urandom(8).hex()}.tmp"
    try:
        for name in names:
            write_atomically((SOURCE / name).read_bytes(), scratch / name)
        for name in (SCHEMA, "images", "content.yaml"):
            (scratch / name).replace(folder / name)
    finally:
        shutil.rmtree(scratch, ignore_errors=True)
    return [folder / name for name in names]


def _require_room(folder: Path) -> None:
    there = [name for name in ("content.yaml", "images") if os.path.lexists(folder / name)]
    if there:
        what = f"This folder already has {' and '.join(there)}, and nothing is overwritten."
        raise OutputError(Problem(Place(str(folder)), Flaw(what, "Choose another folder.")))
