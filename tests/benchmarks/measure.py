"""One maker, once, in a fresh process: its time, its memory, its files, and whether they are right."""

import os
import re
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import NamedTuple, ParamSpec, TypeVar

from school import Child

PEERS = Path(__file__).parent / "peers.py"
PAGES = 4  # of every pack
PATIENCE = 180  # seconds

# Modules are compiled once, as in an installed package.
ENVIRONMENT = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}

Given = ParamSpec("Given")
Found = TypeVar("Found")


class Cost(NamedTuple):
    """Seconds from start to written file, those of all processors together, and peak memory in MB."""

    seconds: float
    processor: float
    memory: float


def run(maker: str, folder: Path, out: Path) -> Cost | None:
    """None where it takes longer than PATIENCE."""
    start = time.perf_counter()
    process = subprocess.Popen([sys.executable, str(PEERS), maker, str(folder), str(out)], env=ENVIRONMENT)
    while time.perf_counter() - start < PATIENCE:
        number, status, usage = os.wait4(process.pid, os.WNOHANG)
        if number and status:
            raise SystemExit(f"{maker} failed")
        if number:
            seconds = time.perf_counter() - start
            return Cost(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)
        time.sleep(0.002)
    process.kill()
    process.wait()
    return None


def in_another_process(
    work: Callable[Given, Found], *arguments: Given.args, **options: Given.kwargs
) -> Found:
    """Do what takes memory: the system would count ours as that of every process begun here."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(work, *arguments, **options).result()


def count_right(out: Path, children: Sequence[Child]) -> int:
    """How many children have their name and username on the first page of the pack in their place."""
    return sum(
        _right_in(pdf, [child for child in children if pdf.stem in {"set", child.class_name}])
        for pdf in out.iterdir()
    )


def _right_in(pdf: Path, children: Sequence[Child]) -> int:
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    if len(document) != PAGES * len(children):
        raise SystemExit(f"{pdf.name} has {len(document)} pages for {len(children)} children")
    right = 0
    for place, child in enumerate(children):
        page = document[place * PAGES]
        # pdfium writes U+FFFE for a hyphen at the end of a line.
        text = re.sub(r"[\s\ufffe]", "", page.get_textpage().get_text_range())
        right += child.name.replace(" ", "") in text and child.username in text
        page.close()
    return right
