"""Jobs: two at once, the others wait their turn; each can be followed, cancelled, and is kept for a while."""

import asyncio
from collections.abc import AsyncGenerator, Callable, Iterator
from contextlib import aclosing
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

from handout.errors import HandoutError
from handout.web.runner import Fault, Interrupted, Runner
from handout.web.shelf import Shelf
from handout.web.work import Printed

if TYPE_CHECKING:
    from handout.checking import Verdict

AT_ONCE = 2
PARTS = 100  # of a check
FAULT = "This is a fault in handout, not in your list. Please try again."
INTERRUPTED = "The work was interrupted twice. Please try again."

State = Literal["waiting", "running", "done", "failed", "cancelled"]


@dataclass(eq=False)
class Job:
    """One order of the page, of which each kind knows its steps. `back` is the address where it was given."""

    back: str
    state: State = "waiting"
    total: int = 0
    problems: tuple[str, ...] = ()
    task: "asyncio.Task[None] | None" = None  # held here: the event loop holds its tasks only weakly

    @property
    def busy(self) -> bool:
        return self.state in {"waiting", "running"}

    @property
    def done(self) -> int:
        """How much of the total."""
        return 0

    @property
    def size(self) -> int:
        return 0

    @property
    def words(self) -> str:
        """What is being done."""
        return ""

    def take(self, step: Any) -> None:
        """What the work has made."""

    def forget(self) -> None:
        """All that it has made."""

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
        self.forget()


@dataclass(eq=False)
class PrintJob(Job):
    """Files to print. `order` is all that it depends on, while it is made; `unfixed` are the problems of its list.

    `of_list` is the name under which the list is kept; the plain handout has none.
    """

    order: object = None
    of_list: str = ""
    unfixed: int = 0
    files: dict[str, Printed] = field(default_factory=dict)
    notes: tuple[str, ...] = ()

    @property
    def done(self) -> int:
        return len(self.files)

    @property
    def size(self) -> int:
        return sum(len(file.data) for file in self.files.values())

    @property
    def words(self) -> str:
        return f"{self.done} of {self.total} files" if self.total else "Laying out the pages"

    def take(self, step: Printed) -> None:
        self.files[step.name] = step
        self.total, self.notes = step.of, step.notes

    def forget(self) -> None:
        self.files = {}


@dataclass(eq=False)
class CheckJob(Job):
    """A printed set that is compared with its list, of which only the names of both files are kept.

    `unfixed` are the problems of the list, `edited` the cells of it that were corrected here; `corrected` is the address
    of the same list as it was corrected here, where another was chosen.
    """

    pdf: str = ""
    list_name: str = ""
    list_address: str = ""
    unfixed: int = 0
    edited: int = 0
    corrected: str = ""
    total: int = PARTS
    part: float = 0
    verdict: "Verdict | None" = None

    @property
    def done(self) -> int:
        return int(self.part * PARTS)

    @property
    def words(self) -> str:
        return f"{self.done}% is checked"

    def take(self, step: "float | Verdict") -> None:
        if isinstance(step, float):
            self.part = step
        else:
            self.verdict = step

    def forget(self) -> None:
        self.part, self.verdict = 0, None


class Workshop:
    """Runs jobs, a few at once, in the order in which they came."""

    def __init__(self, runner: Runner) -> None:
        self._runner = runner
        self._places = asyncio.Semaphore(AT_ONCE)
        self._line: list[Job] = []
        self.jobs: Shelf[Job] = Shelf(runner.most_jobs)

    def start(self, job: Job, work: Callable[..., Iterator[Any]], *arguments: object) -> str:
        """Start a job; returns the name it is kept under."""
        self._line.append(job)
        job.task = asyncio.get_running_loop().create_task(self._follow(job, work, *arguments))
        job.task.add_done_callback(lambda _: self._line.remove(job))
        return self.jobs.put(job)

    def under_way(self, order: object) -> str | None:
        """The name of a job that is making this order now: a double click is one order."""
        return self.jobs.find(
            lambda job: job in self._line and isinstance(job, PrintJob) and job.order == order
        )

    def before(self, job: Job) -> int:
        """How many jobs wait before this one."""
        waiting = [other for other in self._line if other.state == "waiting"]
        return waiting.index(job) if job in waiting else 0

    def stop(self) -> None:
        for job in list(self._line):
            job.cancel()

    async def _follow(self, job: Job, work: Callable[..., Iterator[Any]], *arguments: object) -> None:
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

    async def _collect(self, job: Job, work: Callable[..., Iterator[Any]], *arguments: object) -> None:
        job.forget()
        steps: AsyncGenerator[Any, None] = self._runner.run(work, *arguments)
        async with aclosing(steps):
            async for step in steps:
                job.take(step)
