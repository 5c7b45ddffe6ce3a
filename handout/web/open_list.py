"""A list that is open: read once for each answer or correction of the office."""

import asyncio
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field, replace
from typing import Any

from handout.model import Roster
from handout.web.keys import Keys, RowAt
from handout.web.work import ClassList


@dataclass(eq=False)
class OpenList:
    """`settled` are rows whose username line the office leaves blank: nothing is suggested for them any more.

    `version` counts the changes, so that nothing is printed from a page that is older than the last one.
    """

    source: ClassList
    settled: frozenset[RowAt] = frozenset()
    recalled: bool = False  # its columns are those of an earlier list
    version: int = 0
    keys: Keys = field(default_factory=Keys, repr=False)
    _corrected: list[tuple[ClassList, frozenset[RowAt]]] = field(default_factory=list, repr=False)
    _reading: "asyncio.Task[Roster] | None" = field(default=None, repr=False)

    @property
    def size(self) -> int:
        return len(self.source.data)

    @property
    def busy(self) -> bool:
        return self._reading is not None and not self._reading.done()

    @property
    def is_unreadable(self) -> bool:
        """Whether it was tried, and is no class list."""
        reading = self._reading
        return (
            reading is not None
            and reading.done()
            and not reading.cancelled()
            and reading.exception() is not None
        )

    @property
    def can_undo(self) -> bool:
        return bool(self._corrected)

    def change(self, source: ClassList) -> None:
        """Take what the office has said; the list is read again when it is next needed."""
        self.source, self._reading = source, None
        self.version += 1

    def correct(self, source: ClassList, settled: frozenset[RowAt]) -> None:
        """Cells, rows and blank lines, which can be undone one after the other."""
        if (source, settled) != (self.source, self.settled):
            self._corrected.append((self.source, self.settled))
            self.settled = settled
            self.change(source)

    def undo(self) -> None:
        """Take the last correction back; what the office has said of the columns since then stays."""
        if self._corrected:
            before, self.settled = self._corrected.pop()
            self.change(replace(before, answers=self.source.answers))

    def reading(self, read: Callable[["OpenList"], Coroutine[Any, Any, Roster]]) -> "asyncio.Task[Roster]":
        """The reading of the list, started at most once; one that failed is started again."""
        if self._reading is None or (
            self._reading.done() and (self._reading.cancelled() or self._reading.exception())
        ):
            self._reading = asyncio.get_running_loop().create_task(read(self))
            # Retrieved even where nobody waits for it any more: asyncio would log the exception.
            self._reading.add_done_callback(lambda reading: reading.cancelled() or reading.exception())
        return self._reading
