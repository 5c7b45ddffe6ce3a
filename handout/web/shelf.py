"""What the pages keep in memory for a while: lists and finished files, each under a name nobody can guess."""

import secrets
import time
from collections.abc import Callable
from typing import Generic, Protocol, TypeVar

KEPT_FOR = 20 * 60  # seconds since it was last asked for
MOST_KEPT = 400_000_000  # bytes on one shelf
MOST_THINGS = 1000


class Keepable(Protocol):
    @property
    def size(self) -> int:
        """In bytes."""
        ...

    @property
    def busy(self) -> bool:
        """Whether it is still being made: then it is never forgotten."""
        ...


Kept = TypeVar("Kept", bound=Keepable)


class Shelf(Generic[Kept]):
    """Forgets what nobody has asked for in a while, and the oldest where there is too much."""

    def __init__(self, most: int = MOST_THINGS) -> None:
        self._most = most
        self._things: dict[str, tuple[float, Kept]] = {}

    def put(self, thing: Kept) -> str:
        name = secrets.token_urlsafe(16)
        self._things[name] = (time.monotonic(), thing)
        self.forget()
        return name

    def get(self, name: str) -> Kept | None:
        self.forget()
        found = self._things.pop(name, None)
        if found is None:
            return None
        self._things[name] = (time.monotonic(), found[1])  # the one asked for last is last
        return found[1]

    def find(self, test: Callable[[Kept], bool]) -> str | None:
        """The name of the thing that fits, of several the one that was asked for last."""
        return next((name for name, thing in self.newest() if test(thing)), None)

    def newest(self) -> list[tuple[str, Kept]]:
        """All things with their names, the one that was asked for last first."""
        self.forget()
        return [(name, thing) for name, (_, thing) in reversed(self._things.items())]

    def forget(self) -> None:
        oldest = time.monotonic() - KEPT_FOR
        room, places = MOST_KEPT, self._most
        kept = {}
        for name, (asked, thing) in reversed(self._things.items()):
            room -= thing.size
            if thing.busy or (asked > oldest and room >= 0 and places > 0):
                places -= not thing.busy
                kept[name] = (asked, thing)
        self._things = dict(reversed(kept.items()))
