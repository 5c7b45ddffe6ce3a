"""To wait for what surely comes, however slow the machine is."""

import time
from collections.abc import Callable
from typing import TypeVar

MOST = 300  # seconds: only what never comes takes so long

Found = TypeVar("Found")


def wait_for(look: Callable[[], Found], between: float = 0.05) -> Found:
    """What is found by looking again and again."""
    until = time.monotonic() + MOST
    while not (found := look()):
        assert time.monotonic() < until, "it never came"
        time.sleep(between)
    return found


def ended(state: Callable[[], str]) -> str:
    """How a job ended."""
    return wait_for(lambda: (found := state()) not in {"waiting", "running"} and found)
