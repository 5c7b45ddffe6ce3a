"""Runs the work behind the pages. Work is a generator: it yields after every file, so that it can be followed."""

import asyncio
from collections.abc import AsyncGenerator, Callable, Iterator
from contextlib import aclosing
from typing import Protocol, TypeVar

from handout.errors import HandoutError

Step = TypeVar("Step")
LONGEST_ANSWER = 120  # seconds that a page waits for its answer


class Interrupted(Exception):  # noqa: N818 - what happened, not whose fault it is
    """The process that did the work has gone."""


class Fault(Exception):  # noqa: N818
    """A fault of ours in the work. It says nothing about the contents of the work."""


class Runner(Protocol):
    """Does the work. Work that is closed before its end stops at once."""

    @property
    def most_jobs(self) -> int:
        """How many finished jobs fit in memory."""
        ...

    def run(self, work: Callable[..., Iterator[Step]], *arguments: object) -> AsyncGenerator[Step, None]:
        """The steps of a work as they are made. Raises HandoutError, Fault and Interrupted."""
        ...

    def stop(self) -> None: ...


class Slices:
    """Does the work in this very process; between two steps other requests get their turn."""

    most_jobs = 3  # a browser's window has little memory

    async def run(
        self, work: Callable[..., Iterator[Step]], *arguments: object
    ) -> AsyncGenerator[Step, None]:
        try:
            for step in work(*arguments):
                yield step
                await asyncio.sleep(0)
        except HandoutError:
            raise
        except Exception:  # noqa: BLE001 - what it says may name a child
            raise Fault from None

    def stop(self) -> None:
        """Nothing runs when nobody waits for it."""


async def answer(runner: Runner, work: Callable[..., Iterator[Step]], *arguments: object) -> Step:
    """The only step of short work, done again where the process that did it has gone."""
    async with asyncio.timeout(LONGEST_ANSWER):
        try:
            return await _first(runner, work, *arguments)
        except Interrupted:
            return await _first(runner, work, *arguments)


async def _first(runner: Runner, work: Callable[..., Iterator[Step]], *arguments: object) -> Step:
    async with aclosing(runner.run(work, *arguments)) as steps:
        found = [step async for step in steps]
    return found[0]
