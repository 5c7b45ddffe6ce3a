"""The class list of a school as a workbook and as CSV: how many times as long the workbook takes to read.

`python tests/benchmarks/lists.py` prints the ratio of the processor's seconds, each the least of many runs.
"""

import tempfile
import time
from pathlib import Path

from school import make_children

SCHOOL, RUNS = 1_800, 21
HEADINGS = ("Index", "Name", "Class", "Username")


def workbook_to_csv() -> float:
    """The seconds for the workbook to those for the CSV file, read by turns."""
    with tempfile.TemporaryDirectory() as name:
        paths = _write(Path(name))
        least = [float("inf")] * len(paths)
        for _ in range(RUNS):
            least = [min(seconds, _seconds(path)) for seconds, path in zip(least, paths, strict=True)]
    return least[0] / least[1]


def _write(folder: Path) -> list[Path]:
    from xlsxwriter import Workbook

    rows = [HEADINGS, *make_children(SCHOOL)]
    paths = [folder / "list.xlsx", folder / "list.csv"]
    with Workbook(paths[0]) as book:
        worksheet = book.add_worksheet()
        for number, row in enumerate(rows):
            worksheet.write_row(number, 0, row)
    paths[1].write_text("".join(f"{','.join(row)}\n" for row in rows), "utf-8")
    return paths


def _seconds(path: Path) -> float:
    from handout import read_students

    start = time.process_time()
    roster = read_students(path)
    seconds = time.process_time() - start
    if len(roster.students) != SCHOOL or roster.problems:
        raise SystemExit(f"{path.name} was read wrong")
    return seconds


if __name__ == "__main__":
    print(f"{workbook_to_csv():.2f}")
