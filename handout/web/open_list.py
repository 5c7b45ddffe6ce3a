"""A list that is open: read once for each answer or correction of the office."""

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
        """Take what the office has said; the list is read again when it is next needed."""
        self.source, self._reading = source, None

    def reading(self, read: Callable[["OpenList"], Coroutine[Any, Any, Roster]]) -> "asyncio.Task[Roster]":
        """The reading of the list, started at most once; one that failed is started again."""
        if self._reading is None or (
            self._reading.done() and (self._reading.cancelled() or self._reading.exception())
        ):
            self._reading = asyncio.get_running_loop().create_task(read(self))
            # Retrieved even where nobody waits for it any more: asyncio would log the exception.
            self._reading.add_done_callback(lambda reading: reading.cancelled() or reading.exception())
        return self._reading
