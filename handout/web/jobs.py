"""Long work in processes of its own: progress while it runs, cancelled at once, forgotten after a while."""

import asyncio
import multiprocessing
import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any, Generic, TypeVar

from handout.errors import HandoutError
from handout.web.work import Choices, ClassList, print_set

AT_ONCE = 2  # jobs that run side by side; the others wait their turn
KEPT_FOR = 20 * 60  # seconds
MOST_KEPT = 40

Kept = TypeVar("Kept")

_spawning = multiprocessing.get_context("spawn")  # fonts and threads are not to be inherited halfway


class Shelf(Generic[Kept]):
    """Things kept in memory for a while, each under a name nobody can guess."""

    def __init__(self) -> None:
        self._things: dict[str, tuple[float, Kept]] = {}

    def put(self, thing: Kept) -> str:
        self.forget()
        name = secrets.token_urlsafe(16)
        self._things[name] = (time.monotonic(), thing)
        return name

    def get(self, name: str) -> Kept | None:
        self.forget()
        found = self._things.get(name)
        return found[1] if found else None

    def forget(self) -> None:
        """Let go of what has been kept long enough."""
        oldest = time.monotonic() - KEPT_FOR
        kept = [item for item in self._things.items() if item[1][0] > oldest]
        self._things = dict(kept[-MOST_KEPT:])


@dataclass(eq=False)
class PrintJob:
    """One order of the page. `state`: waiting, running, done, failed or cancelled."""

    state: str = "waiting"
    done: int = 0
    total: int = 0
    files: dict[str, bytes] = field(default_factory=dict)
    problems: tuple[str, ...] = ()
    process: BaseProcess | None = None
    task: "asyncio.Task[None] | None" = None  # held here: the event loop holds its tasks only weakly

    def cancel(self) -> None:
        if self.state in {"waiting", "running"}:
            self.state = "cancelled"
            if self.process and self.process.is_alive():
                self.process.terminate()


class Workshop:
    """Runs print jobs, a few at once."""

    def __init__(self, content_file: Path) -> None:
        self._content_file = content_file
        self._places = asyncio.Semaphore(AT_ONCE)
        self.jobs: Shelf[PrintJob] = Shelf()
        self._running: set[PrintJob] = set()

    def start(self, source: ClassList | None, choices: Choices) -> str:
        """Begin a job; the name it is kept under."""
        job = PrintJob()
        job.task = asyncio.get_running_loop().create_task(self._run(job, source, choices))
        return self.jobs.put(job)

    def stop(self) -> None:
        for job in self._running:
            job.cancel()

    async def _run(self, job: PrintJob, source: ClassList | None, choices: Choices) -> None:
        self._running.add(job)
        try:
            async with self._places:
                if job.state == "waiting":
                    job.state = "running"
                    await asyncio.to_thread(self._work, job, source, choices)
        finally:
            self._running.discard(job)

    def _work(self, job: PrintJob, source: ClassList | None, choices: Choices) -> None:
        """Follow the worker process until it has sent its files, or its pipe is closed."""
        ours, theirs = _spawning.Pipe(duplex=False)
        job.process = _spawning.Process(
            target=_print, args=(theirs, self._content_file, source, choices), daemon=True
        )
        job.process.start()
        theirs.close()
        try:
            while job.state == "running":
                message, *values = ours.recv()
                _RECEIVE[message](job, *values)
        except EOFError:
            if job.state == "running":
                job.state, job.problems = "failed", ("The work was interrupted. Please try again.",)
        finally:
            ours.close()
            job.process.join()


def _on_progress(job: PrintJob, done: int, total: int) -> None:
    job.done, job.total = done, total


def _on_files(job: PrintJob, files: dict[str, bytes]) -> None:
    job.files, job.state = files, "done"


def _on_problems(job: PrintJob, problems: tuple[str, ...]) -> None:
    job.problems, job.state = problems, "failed"


_RECEIVE: dict[str, Callable[..., None]] = {
    "progress": _on_progress,
    "files": _on_files,
    "problems": _on_problems,
}


def _print(pipe: Connection, content_file: Path, source: ClassList | None, choices: Choices) -> None:
    """The worker process: sends its progress, then its files or the problems found."""

    def tell(done: int, total: int) -> None:
        pipe.send(("progress", done, total))

    try:
        message: tuple[str, Any] = ("files", print_set(content_file, source, choices, tell))
    except HandoutError as error:
        message = ("problems", tuple(map(str, error.problems)))
    except Exception:  # noqa: BLE001 - the kind of fault may name a child; the page tells only that there was one
        message = ("problems", ("This is a fault in handout, not in your list.",))
    pipe.send(message)
    pipe.close()
