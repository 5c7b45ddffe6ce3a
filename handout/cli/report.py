"""What the command line says, as text: tables, counts, sizes, and a line about a fault of ours."""

# ruff: noqa: PLC0415 - what is seldom needed is imported on use: start-up counts

from collections.abc import Callable, Iterable, Sequence
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from handout.model import Student
    from handout.printing import Job


def plain_line(text: object) -> str:
    """One line, without characters that could control a terminal or reverse the text."""
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
    """Columns as wide as they need to be; numbers are at the right."""
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


def set_table(
    jobs: Sequence["Job"], pages_of: Callable[[Sequence["Student"]], int], folder: Path, *, one_sided: bool
) -> str:
    """What a set adds up to, class by class. `pages_of` counts the pages of these people."""
    heads = ("class", "students", "pages", "sheets" if one_sided else "double-sided sheets", "file")
    rows, totals = [], [0, 0, 0]
    for class_name, group in groupby(jobs, key=lambda job: job.class_name):
        parts = list(group)
        prints = [job for job in parts if job.kind == "set"]
        pages = [pages_of(job.people) for job in prints]
        numbers = [
            sum(len(job.students) for job in prints),
            sum(pages),
            sum(pages if one_sided else map(sheets, pages)),
        ]
        totals = [total + number for total, number in zip(totals, numbers, strict=True)]
        more = f" and {len(prints) - 1:,} more" if len(prints) > 1 else ""
        rows.append((class_name or "-", *map("{:,}".format, numbers), f"{folder / prints[0].file}{more}"))
        rows += [("", "", "", "", str(folder / job.file)) for job in parts if job.kind == "checklist"]
    if len({job.class_name for job in jobs}) > 1:
        rows.append(("all", *map("{:,}".format, totals), ""))
    return table(heads, rows)


def _is_number(cell: str) -> bool:
    return not cell or cell.replace(",", "").isdigit()


def fault(error: BaseException) -> str:
    """What to send us: the kind of fault and its place, nothing of what a file holds."""
    import platform
    import traceback

    from handout import __version__

    place = traceback.extract_tb(error.__traceback__)[-1]
    where = f"{type(error).__name__} in {Path(place.filename).name}, line {place.lineno}"
    system = f"Python {platform.python_version()}, {platform.system()}"
    return (
        "This is a fault in handout, not in your files. Please send us this line:\n"
        f"handout {__version__}, {system}: {where}"
    )
