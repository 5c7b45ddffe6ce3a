"""handout.html as an office uses it, measured: `python tests/benchmarks/one_file.py [handout.html]`.

Without a file it builds one. Chromium opens it on all processors and on one; then a school's packs are made four
times. Memory is the renderer's own share of the machine (PSS), looked at twice a second. Seconds belong to the
machine and the hour; those of the processor beside them change less on a busy one.
"""

import gzip
import os
import shutil
import sys
import tempfile
import threading
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple, Self

from playwright.sync_api import Page, sync_playwright
from school import make_children

CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")
WAIT = 600_000  # milliseconds
AIMS = {"bytes": 20_000_000, "gzip": 15_000_000, "two": 5, "one": 9, "memory": 400}


class Walk(NamedTuple):
    """Seconds until the page is open and until a school's packs are made; MB of the renderer then, and at most."""

    ready: float
    processor: float
    packs: float
    opened: float
    held: list[float]
    most: float


class Renderers:
    """The memory of this browser's renderers, looked at all the while."""

    def __init__(self, browser: int) -> None:
        self._browser = browser
        self._ended = threading.Event()
        self.most = 0.0

    def __enter__(self) -> Self:
        self._looking = threading.Thread(target=self._look)
        self._looking.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._ended.set()
        self._looking.join()

    def now(self) -> float:
        """MB of the largest."""
        return max((_share(process) for process in _renderers(self._browser)), default=0.0)

    def processor(self) -> float:
        """Seconds of all of them on all processors."""
        return sum(_seconds(process) for process in _renderers(self._browser))

    def _look(self) -> None:
        while not self._ended.wait(0.5):
            self.most = max(self.most, self.now())


def _renderers(browser: int) -> Iterator[Path]:
    """The renderers below a process, however deep."""
    below = {browser}
    processes = sorted((int(path.name), path) for path in Path("/proc").iterdir() if path.name.isdigit())
    for number, path in processes:
        try:
            parent = int((path / "stat").read_text().rpartition(") ")[2].split()[1])
            words = (path / "cmdline").read_bytes()
        except OSError:
            continue  # it has ended
        if parent in below:
            below.add(number)
            if b"--type=renderer" in words:
                yield path


def _share(process: Path) -> float:
    try:
        lines = (process / "smaps_rollup").read_text().splitlines()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1000 for line in lines if line.startswith("Pss:")), 0.0)


def _seconds(process: Path) -> float:
    words = (process / "stat").read_text().rpartition(") ")[2].split()
    return (int(words[11]) + int(words[12])) / os.sysconf("SC_CLK_TCK")


@contextmanager
def processors(count: int) -> Iterator[None]:
    """Whatever is started meanwhile has this many."""
    usual = os.sched_getaffinity(0)
    os.sched_setaffinity(0, set(sorted(usual)[:count]))
    yield
    os.sched_setaffinity(0, usual)


def walk(file: Path, *, jobs: int) -> Walk:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        with Renderers(os.getpid()) as renderers:
            page = browser.new_page()
            start = time.perf_counter()
            page.goto(file.as_uri(), wait_until="commit")
            page.wait_for_selector("#main[data-ready]", state="attached", timeout=WAIT)
            ready, processor = time.perf_counter() - start, renderers.processor()
            opened = renderers.now()
            seconds, held = _print_often(page, renderers, jobs)
        browser.close()
    return Walk(ready, processor, seconds, opened, held, renderers.most)


def _print_often(page: Page, renderers: Renderers, jobs: int) -> tuple[float, list[float]]:
    """Seconds for the first; MB held after each."""
    rows = "".join(f"{','.join(child)}\n" for child in make_children(1_800))
    data = f"Index,Name,Class,Username\n{rows}".encode()
    seconds, held = 0.0, []
    for turn in range(jobs):
        page.click("nav >> text=Class sets")
        page.set_input_files("#list", {"name": "school.csv", "mimeType": "text/csv", "buffer": data})
        page.wait_for_selector("[data-print]", timeout=WAIT)
        start = time.perf_counter()
        page.click("[data-print]")
        page.wait_for_selector(".files", timeout=WAIT)
        seconds = seconds if turn else time.perf_counter() - start
        held.append(renderers.now())
    return seconds, held


def table(file: Path) -> Iterable[tuple[str, float, float, str]]:
    """What, how much, at most, of what."""
    data = file.read_bytes()
    yield "the file", len(data) / 1e6, AIMS["bytes"] / 1e6, "MB"
    yield "the file, packed with gzip", len(gzip.compress(data, 9)) / 1e6, AIMS["gzip"] / 1e6, "MB"
    with processors(1):
        found = walk(file, jobs=0)
    yield "ready, on one processor", found.ready, AIMS["one"], "s"
    yield "of these on the processor", found.processor, float("inf"), "s"
    with processors(2):
        found = walk(file, jobs=4)
    yield "ready, on two processors", found.ready, AIMS["two"], "s"
    yield "of these on the processors", found.processor, float("inf"), "s"
    yield "packs of 1,800 children in 48 classes, made", found.packs, float("inf"), "s"
    yield "the renderer, ready", found.opened, AIMS["memory"], "MB"
    yield "with a school's packs at hand", found.held[0], AIMS["memory"], "MB"
    yield "after four such jobs, three of them kept", found.held[-1], float("inf"), "MB"
    yield "at most, at any time", found.most, float("inf"), "MB"


def built(folder: Path) -> Path:
    from platformdirs import user_cache_path

    from handout.lite.build import build_file

    root = Path(__file__).parent.parent.parent
    file = folder / "handout.html"
    file.write_bytes(build_file(root / "content.yaml", user_cache_path("handout", appauthor=False) / "lite"))
    return file


def main(*arguments: Any) -> None:
    with tempfile.TemporaryDirectory() as name:
        file = Path(arguments[0]) if arguments else built(Path(name))
        print(f"Load of the machine: {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors\n")
        for what, much, aim, unit in table(file.resolve()):
            verdict = "" if aim == float("inf") else f" (at most {aim:g})"
            print(f"- {what}: {much:.1f} {unit}{verdict}")


if __name__ == "__main__":
    main(*sys.argv[1:])
