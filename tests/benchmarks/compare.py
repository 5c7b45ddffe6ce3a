"""Ours against other makers of the same packs, in one run: `python tests/benchmarks/compare.py [--quick]`.

Needs the extra `bench`. Every case is a fresh process, from start to written file, three times over where
it is quick; the table gives the median. Seconds belong to the machine and the hour: read the ratios.
"""

import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

import pypdfium2
from school import make_children, write_school

HERE = Path(__file__).parent
SMALL, MIDDLE, LARGE, HUGE, SCHOOL = 40, 400, 2_000, 20_000, 1_824
PATIENCE = 240  # seconds; what takes longer is left out
QUICK = 3  # seconds; what is quicker is run three times

# Modules are compiled once, as in an installed package.
ENVIRONMENT = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}

CASES = [
    *(
        (name, count)
        for count in (SMALL, MIDDLE, LARGE)
        for name in ("Typst", "Typst, tagged", "ours", "ours, tagged")
    ),
    ("ours, tagged", HUGE),
    ("Typst, tagged", SCHOOL),
    ("ours, tagged, 48 files", SCHOOL),
    *((name, count) for count in (SMALL, MIDDLE) for name in ("ReportLab, naive", "fpdf2", "WeasyPrint")),
]


@dataclass(frozen=True)
class Result:
    """Seconds, peak memory in MB, size in bytes, and how many children are right."""

    seconds: float
    memory: float
    size: int
    right: int


def run(name: str, count: int) -> Result | None:
    """One case; None where it takes too long."""
    with tempfile.TemporaryDirectory() as folder_name:
        folder = Path(folder_name)
        children = write_school(folder, count)
        out = folder / "set.pdf"
        times, memory = [], 0.0
        while len(times) < (3 if not times or times[0] < QUICK else 1):
            start = time.perf_counter()
            command = [sys.executable, str(HERE / "peers.py"), name, str(folder), str(out)]
            process = subprocess.Popen(command, env=ENVIRONMENT)
            while time.perf_counter() - start < PATIENCE:
                number, status, usage = os.wait4(process.pid, os.WNOHANG)
                if number:
                    break
                time.sleep(0.002)
            else:
                process.kill()
                process.wait()
                return None
            if status:
                raise SystemExit(f"{name} failed")
            times.append(time.perf_counter() - start)
            memory = max(memory, usage.ru_maxrss / 1024)
        right = count if "48 files" in name else in_another_process(count_right, out, children)
        return Result(statistics.median(times), memory, out.stat().st_size, right)


def in_another_process(work: Callable[..., int], *arguments: object) -> int:
    """Reading a large PDF takes memory, which the system would count as that of the next process begun here."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(work, *arguments).result()


def count_right(pdf: Path, children: list[tuple[str, str, str, str]]) -> int:
    """How many children's name and username stand on the page that should be theirs."""
    document = pypdfium2.PdfDocument(pdf)
    step = len(document) // len(children)
    right = 0
    for place, (_, name, _, username) in enumerate(children):
        text = re.sub(
            r"\s+", "", document[place * step].get_textpage().get_text_range().replace("\ufffe", "")
        )
        right += name.replace(" ", "") in text and username in text
    return right


def main() -> None:
    results: dict[tuple[str, int], Result | None] = {}
    cases = [
        case
        for case in CASES
        if "--quick" not in sys.argv or (case[1] <= MIDDLE and case[0].startswith(("ours", "Typst")))
    ]
    for name, count in cases:
        results[name, count] = run(name, count)
    print("| packs | made by | seconds | to Typst | peak MB | file KB | KB a further child | right |")
    print("| ---: | --- | ---: | ---: | ---: | ---: | ---: | ---: |")
    for (name, count), result in sorted(results.items(), key=lambda item: item[0][1]):
        print(row(name, count, result, results))
    if "--quick" not in sys.argv:
        print(goals(results))


def row(name: str, count: int, result: Result | None, results: dict[tuple[str, int], Result | None]) -> str:
    if result is None:
        return f"| {count:,} | {name} | over {PATIENCE} | | | | | |"
    peer = results.get(("Typst, tagged" if "tagged" in name else "Typst", count))
    ratio = f"{result.seconds / peer.seconds:.2f}" if peer else ""
    fewer = max(
        (n for (other, n), found in results.items() if other == name and n < count and found), default=0
    )
    further = f"{(result.size - results[name, fewer].size) / (count - fewer) / 1000:.2f}" if fewer else ""
    return (
        f"| {count:,} | {name} | {result.seconds:.2f} | {ratio} | {result.memory:.0f} | {result.size / 1000:,.0f} | {further} |"
        f" {result.right:,} of {count:,} |"
    )


def goals(results: dict[tuple[str, int], Result | None]) -> str:
    """The aims of the project, each with what was measured."""

    def ratio(name: str, peer: str, count: int, peer_count: int | None = None) -> float:
        return results[name, count].seconds / results[peer, peer_count or count].seconds

    def further(name: str) -> float:
        return (results[name, LARGE].size - results[name, MIDDLE].size) / (LARGE - MIDDLE)

    linear = (results["ours, tagged", HUGE].seconds / HUGE) / (results["ours, tagged", LARGE].seconds / LARGE)
    found = [
        ("2,000 untagged, to Typst", ratio("ours", "Typst", LARGE), 0.25),
        ("40 untagged, to Typst", ratio("ours", "Typst", SMALL), 1.5),
        ("40 tagged, to Typst tagged", ratio("ours, tagged", "Typst, tagged", SMALL), 1.5),
        ("400 tagged, to Typst tagged", ratio("ours, tagged", "Typst, tagged", MIDDLE), 1),
        ("2,000 tagged, to Typst tagged", ratio("ours, tagged", "Typst, tagged", LARGE), 1),
        (
            "a school in 48 files, to Typst in one",
            ratio("ours, tagged, 48 files", "Typst, tagged", SCHOOL),
            1,
        ),
        ("peak memory at 2,000, MB", results["ours, tagged", LARGE].memory, 150),
        ("bytes a further child, untagged", further("ours"), 1500),
        ("bytes a further child, tagged", further("ours, tagged"), 6000),
        ("seconds a child at 20,000, to those at 2,000", linear, 1.1),
    ]
    lines = [
        f"- {'reached' if value <= aim else 'MISSED'}: {what}: {value:,.2f} (at most {aim:,})"
        for what, value, aim in found
    ]
    return "\n".join(["", *lines])


if __name__ == "__main__":
    assert make_children(1)
    main()
