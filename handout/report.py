"""What the command line says, as text: tables, counts, sizes, and a line about a fault of ours."""

import platform
import traceback
from collections.abc import Iterable, Sequence
from pathlib import Path


def plain_line(text: object) -> str:
    """One line without characters that could steer a terminal or turn the writing round."""
    return "".join(letter if letter.isprintable() else "?" for letter in str(text))


def counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def size(octets: int) -> str:
    return f"{octets / 1_000_000:.1f} MB" if octets >= 1_000_000 else f"{-(-octets // 1000)} KB"


def sheets(pages: int) -> int:
    """Double-sided sheets of paper."""
    return -(-pages // 2)


def pages_and_sheets(pages: int) -> str:
    return f"{counted(pages, 'page')}, {counted(sheets(pages), 'double-sided sheet')}"


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Columns as wide as they need to be; numbers stand at the right."""
    cells = [list(heads), *([plain_line(cell) for cell in row] for row in rows)]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    numbers = [all(_is_number(cell) for cell in column[1:]) for column in zip(*cells, strict=True)]
    return "\n".join(
        "  ".join(
            cell.rjust(width) if number else cell.ljust(width)
            for cell, width, number in zip(row, widths, numbers, strict=True)
        ).rstrip()
        for row in cells
    )


def _is_number(cell: str) -> bool:
    return not cell or cell.replace(",", "").isdigit()


def version() -> str:
    from importlib import metadata  # noqa: PLC0415 - slow to import, seldom needed

    try:
        return metadata.version("handout")
    except metadata.PackageNotFoundError:
        return "not installed"


def fault(error: BaseException) -> str:
    """What to send us: the kind of fault and its place, nothing of what a file holds."""
    place = traceback.extract_tb(error.__traceback__)[-1]
    where = f"{type(error).__name__} in {Path(place.filename).name}, line {place.lineno}"
    system = f"Python {platform.python_version()}, {platform.system()}"
    return f"This is a fault in handout, not in your files. Please send us this line:\nhandout {version()}, {system}: {where}"
