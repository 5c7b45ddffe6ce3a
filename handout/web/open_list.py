"""A list that is worked on: read once for each thing that the office says of it."""

import asyncio
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field
from typing import Any

from handout.model import Roster
from handout.web.work import ClassList

RowAt = tuple[str, int]  # worksheet, row


@dataclass(eq=False)
class OpenList:
    """`settled` are rows whose username line the office leaves blank: nothing is suggested for them any more."""

    source: ClassList
    settled: frozenset[RowAt] = frozenset()
    recalled: bool = False  # its columns are those of an earlier list
    _reading: "asyncio.Task[Roster] | None" = field(default=None, repr=False)

    @property
    def size(self) -> int:
        return len(self.source.data)

    @property
    def busy(self) -> bool:
        return self._reading is not None and not self._reading.done()

    def change(self, source: ClassList) -> None:
        """What the office has said; the list is read again when it is next asked for."""
        self.source, self._reading = source, None

    def reading(self, read: Callable[["OpenList"], Coroutine[Any, Any, Roster]]) -> "asyncio.Task[Roster]":
        """The list as it is read, begun at most once; a reading that failed is begun again."""
        if self._reading is None or (
            self._reading.done() and (self._reading.cancelled() or self._reading.exception())
        ):
            self._reading = asyncio.get_running_loop().create_task(read(self))
            # Looked at even where nobody waits any more: asyncio would write what it says into a log.
            self._reading.add_done_callback(lambda reading: reading.cancelled() or reading.exception())
        return self._reading
