"""The runner of the served page: a few worker processes that are kept, and replaced where one dies."""

import asyncio
import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import AsyncGenerator, Callable, Iterator
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, TypeVar

from handout.errors import HandoutError
from handout.web.runner import Fault, Interrupted

WORKERS = 4  # two for print jobs, two for everything that a page waits for

Step = TypeVar("Step")

_spawning = multiprocessing.get_context("spawn")  # fonts and threads must not be inherited halfway


class Worker:
    """A process that does one piece of work at a time."""

    def __init__(self) -> None:
        self._pipe, theirs = _spawning.Pipe()
        self._process = _spawning.Process(target=_work_on, args=(theirs,), daemon=True)
        self._process.start()
        theirs.close()

    @property
    def alive(self) -> bool:
        return self._process.is_alive()

    def send(self, work: Callable[..., Iterator[Any]], arguments: tuple[object, ...]) -> None:
        self._pipe.send((work, arguments))

    def receive(self) -> tuple[str, Any]:
        """The next message; raises EOFError or OSError where the process has gone."""
        message: tuple[str, Any] = self._pipe.recv()
        return message

    def kill(self) -> None:
        self._process.kill()
        self._process.join()


class Processes:
    """Hands each piece of work to a free worker; the others wait their turn."""

    most_jobs = 1000  # the shelf's own limit comes first

    def __init__(self, workers: int = WORKERS) -> None:
        self._places = asyncio.Semaphore(workers)
        self._free: list[Worker] = []
        self._busy: set[Worker] = set()
        self._stopped = False

    async def run(
        self, work: Callable[..., Iterator[Step]], *arguments: object
    ) -> AsyncGenerator[Step, None]:
        async with self._places:
            worker = self._take()
            whole = False
            try:
                await asyncio.to_thread(worker.send, work, arguments)
                while (message := await asyncio.to_thread(worker.receive))[0] == "step":
                    yield message[1]
                whole = True
            except (EOFError, OSError):
                self._distrust()
                raise Interrupted from None
            finally:
                self._give_back(worker, whole=whole)
        _raise_what_ended_it(*message)

    def stop(self) -> None:
        self._stopped = True
        for worker in (*self._free, *self._busy):
            worker.kill()

    def _take(self) -> Worker:
        if self._stopped:
            raise Interrupted
        self._free = [worker for worker in self._free if worker.alive]
        worker = self._free.pop() if self._free else Worker()
        self._busy.add(worker)
        return worker

    def _distrust(self) -> None:
        """Where a worker has died, those that were free may have died with it."""
        for worker in self._free:
            worker.kill()
        self._free.clear()

    def _give_back(self, worker: Worker, *, whole: bool) -> None:
        """End a worker whose work nobody waits for any more."""
        self._busy.discard(worker)
        if whole and not self._stopped:
            self._free.append(worker)
        else:
            worker.kill()


def _raise_what_ended_it(kind: str, value: Any) -> None:
    if kind == "refused":
        error, problems = value
        raise error(problems)
    if kind == "fault":
        raise Fault


def _work_on(pipe: Connection) -> None:
    """The worker process. It prints nothing: a library's message could contain cells of a list."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the server, which ends us
    sys.stdout = sys.stderr = Path(os.devnull).open("w")  # noqa: SIM115 - as long as the process lives
    threading.Thread(target=_end_with_the_server, daemon=True).start()
    try:
        while True:
            work, arguments = pipe.recv()
            for message in _messages(work, arguments):
                pipe.send(message)
    except (EOFError, OSError):
        return  # the server has gone


def _messages(work: Callable[..., Iterator[Any]], arguments: tuple[object, ...]) -> Iterator[tuple[str, Any]]:
    try:
        for step in work(*arguments):
            yield "step", step
    except HandoutError as error:
        yield "refused", (type(error), error.problems)
    except Exception:  # noqa: BLE001 - what it says may name a child
        yield "fault", None
    else:
        yield "done", None


def _end_with_the_server() -> None:
    """Also where the server was killed while work hangs."""
    server = multiprocessing.parent_process()
    if server:
        server.join()
        os._exit(1)
