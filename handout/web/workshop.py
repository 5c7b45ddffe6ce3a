"""Print jobs: two at once, the others wait their turn; each can be followed, cancelled, and is kept for a while."""

import asyncio
from collections.abc import AsyncGenerator, Callable, Iterator
from contextlib import aclosing
from dataclasses import dataclass, field
from typing import Any, Literal

from handout.errors import HandoutError
from handout.web.runner import Fault, Interrupted, Runner
from handout.web.shelf import Shelf
from handout.web.work import Printed

AT_ONCE = 2
FAULT = "This is a fault in handout, not in your list. Please try again."
INTERRUPTED = "The work was interrupted twice. Please try again."

State = Literal["waiting", "running", "done", "failed", "cancelled"]


@dataclass(eq=False)
class PrintJob:
    """One order of the page. `back` is the address where it was given."""

    back: str
    state: State = "waiting"
    total: int = 0
    files: dict[str, Printed] = field(default_factory=dict)
    problems: tuple[str, ...] = ()
    task: "asyncio.Task[None] | None" = None  # held here: the event loop holds its tasks only weakly

    @property
    def busy(self) -> bool:
        return self.state in {"waiting", "running"}

    @property
    def size(self) -> int:
        return sum(len(file.data) for file in self.files.values())

    def cancel(self) -> None:
        if self.busy and self.task:
            self._end("cancelled")
            self.task.cancel()

    def fail(self, *problems: str) -> None:
        if self.busy:
            self._end("failed")
            self.problems = problems

    def _end(self, state: State) -> None:
        self.state = state
        self.files = {}


class Workshop:
    """Runs print jobs, a few at once, in the order in which they came."""

    def __init__(self, runner: Runner) -> None:
        self._runner = runner
        self._places = asyncio.Semaphore(AT_ONCE)
        self._line: list[PrintJob] = []
        self.jobs: Shelf[PrintJob] = Shelf(runner.most_jobs)

    def start(self, back: str, work: Callable[..., Iterator[Printed]], *arguments: object) -> str:
        """Begin a job; the name it is kept under."""
        job = PrintJob(back)
        self._line.append(job)
        job.task = asyncio.get_running_loop().create_task(self._follow(job, work, *arguments))
        job.task.add_done_callback(lambda _: self._line.remove(job))
        return self.jobs.put(job)

    def before(self, job: PrintJob) -> int:
        """How many jobs wait before this one."""
        waiting = [other for other in self._line if other.state == "waiting"]
        return waiting.index(job) if job in waiting else 0

    def stop(self) -> None:
        for job in list(self._line):
            job.cancel()

    async def _follow(self, job: PrintJob, work: Callable[..., Iterator[Any]], *arguments: object) -> None:
        try:
            async with self._places:
                job.state = "running"
                try:
                    await self._collect(job, work, *arguments)
                except Interrupted:
                    await self._collect(job, work, *arguments)
            job.state = "done"
        except HandoutError as error:
            job.fail(*map(str, error.problems))
        except Interrupted:
            job.fail(INTERRUPTED)
        except Fault:
            job.fail(FAULT)

    async def _collect(self, job: PrintJob, work: Callable[..., Iterator[Any]], *arguments: object) -> None:
        job.files = {}
        steps: AsyncGenerator[Printed, None] = self._runner.run(work, *arguments)
        async with aclosing(steps):
            async for file in steps:
                job.files[file.name] = file
                job.total = file.of
