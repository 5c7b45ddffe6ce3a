"""Objects that repeat under other numbers: made once as a pattern, stamped for every copy."""

import re
from collections.abc import Sequence
from itertools import accumulate

NUMBER_WIDTH = 7  # figures: PdfFile gives no longer numbers
_MOVING = re.compile("\x01([0-9]+)\x02")


def moving(offset: int) -> str:
    """A number that moves with its copy: an offset from the number of the copy's first object."""
    return f"\x01{offset}\x02"


def moving_reference(offset: int) -> str:
    return f"{moving(offset)} 0 R"


class Pattern:
    """A text of a copy in which every moving number has the same room."""

    def __init__(self, text: str) -> None:
        self._offsets = [int(offset) for offset in _MOVING.findall(text)]
        self._pattern = _MOVING.sub(f"%{NUMBER_WIDTH}d", text.replace("%", "%%")).encode("ascii")

    def at(self, first: int) -> bytes:
        """The text of the copy whose numbers begin at `first`."""
        return self._pattern % tuple([first + offset for offset in self._offsets])


class Stamp(Pattern):
    """The objects of a copy, numbered in a row, a line each.

    `places` are their offsets in the stamped bytes, the same whatever the numbers.
    """

    def __init__(self, bodies: Sequence[str]) -> None:
        super().__init__("\n".join(bodies))
        lengths = [len(_MOVING.sub(" " * NUMBER_WIDTH, body)) + 1 for body in bodies]
        self.places = [0, *accumulate(lengths[:-1])]

    def __len__(self) -> int:
        return len(self.places)
