"""Worker processes: replaced where they die, ended where nobody waits for them."""

import asyncio
import os
import signal
import time
from collections.abc import Iterator

import pytest
from helpers.waiting import wait_for

from handout.errors import Flaw, Place, Problem, RosterError
from handout.web.processes import Processes
from handout.web.runner import Fault, Interrupted, Slices, answer
from handout.web.workshop import PrintJob, Workshop

pytestmark = pytest.mark.slow

PROBLEM = Problem(Place("3A.csv", row=5), Flaw("This is wrong.", "Fix it."))


def count(most: int) -> Iterator[int]:
    yield from range(most)


def refuse() -> Iterator[int]:
    yield 1
    raise RosterError(PROBLEM)


def break_down() -> Iterator[int]:
    raise KeyError("TAN MEI LING")
    yield


def die() -> Iterator[int]:
    os.kill(os.getpid(), signal.SIGKILL)
    yield 1


def die_once(mark: str) -> Iterator[str]:
    if not os.path.exists(mark):  # noqa: PTH110
        open(mark, "x").close()  # noqa: PTH123
        os.kill(os.getpid(), signal.SIGKILL)
    yield "done"


def hang() -> Iterator[int]:
    yield os.getpid()
    time.sleep(1000)


def is_running(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


@pytest.mark.parametrize("kind", [Processes, Slices])
def test_steps_refusals_and_faults(kind: type) -> None:
    async def work() -> None:
        runner = kind()
        assert [step async for step in runner.run(count, 3)] == [0, 1, 2]
        with pytest.raises(RosterError) as refused:
            await answer(runner, refuse)
        assert refused.value.problems == (PROBLEM,)
        with pytest.raises(Fault) as fault:
            await answer(runner, break_down)
        assert "TAN" not in repr(fault.value)
        runner.stop()

    asyncio.run(work())


def test_a_dead_worker_is_replaced_and_the_request_repeated(tmp_path) -> None:  # noqa: ANN001
    async def work() -> None:
        runner = Processes(1)
        assert await answer(runner, die_once, str(tmp_path / "died")) == "done"
        with pytest.raises(Interrupted):
            await answer(runner, die)
        assert await answer(runner, count, 1) == 0
        runner.stop()

    asyncio.run(work())


def test_a_worker_that_is_killed_while_it_is_idle_is_replaced() -> None:
    async def work() -> None:
        runner = Processes(1)
        await answer(runner, count, 1)
        process = runner._free[0]._process
        process.kill()
        process.join()
        assert await answer(runner, count, 1) == 0
        runner.stop()

    asyncio.run(work())


def test_work_that_nobody_waits_for_is_ended() -> None:
    async def work() -> int:
        runner = Processes(1)
        steps = runner.run(hang)
        process = await anext(steps)
        await steps.aclose()
        assert await answer(runner, count, 1) == 0, "its place is free again"
        runner.stop()
        return process

    process = asyncio.run(work())
    assert wait_for(lambda: not is_running(process))


def test_a_job_whose_worker_dies_twice_says_so() -> None:
    async def work() -> tuple[str, ...]:
        runner = Processes(2)
        workshop = Workshop(runner)
        job = workshop.jobs.get(workshop.start(PrintJob("/"), die))
        assert job
        assert job.task
        await job.task
        runner.stop()
        return job.state, *job.problems

    assert asyncio.run(work()) == ("failed", "The work was interrupted twice. Please try again.")


@pytest.mark.parametrize("moment", [0, 0.05, 0.3])
def test_a_job_is_cancelled_at_any_moment(moment: float) -> None:
    async def work() -> str:
        runner = Processes(2)
        workshop = Workshop(runner)
        job = workshop.jobs.get(workshop.start(PrintJob("/"), hang))
        assert job
        await asyncio.sleep(moment)
        job.cancel()
        assert job.task
        await asyncio.wait([job.task])
        assert workshop._line == []
        runner.stop()
        return job.state

    assert asyncio.run(work()) == "cancelled"


def test_jobs_are_queued_in_their_order() -> None:
    async def work() -> None:
        workshop = Workshop(Slices())
        jobs = [workshop.jobs.get(workshop.start(PrintJob("/"), count, 0)) for _ in range(50)]
        assert [workshop.before(job) for job in jobs][:3] == [0, 1, 2]
        await asyncio.gather(*(job.task for job in jobs))
        assert {job.state for job in jobs} == {"done"}

    asyncio.run(work())


def test_an_order_that_is_sent_twice_is_one_job() -> None:
    async def work() -> None:
        workshop = Workshop(Slices())
        job = PrintJob("/", order=("/lists/a", 1))
        name = workshop.start(job, count, 0)
        assert workshop.under_way(("/lists/a", 1)) == name
        assert workshop.under_way(("/lists/a", 2)) is None
        assert job.task
        await job.task
        await asyncio.sleep(0)
        assert workshop.under_way(("/lists/a", 1)) is None, "what was made can be ordered again"

    asyncio.run(work())
