"""Objects that come again and again under other numbers: made once as a pattern, stamped for every copy."""

import re
from collections.abc import Sequence

NUMBER_WIDTH = 7  # figures: PdfFile gives no longer numbers
_MOVING = re.compile("\x01([0-9]+)\x02")


def moving(offset: int) -> str:
    """A number that goes with its copy: so many above the number of the copy's first object."""
    return f"\x01{offset}\x02"


def moving_reference(offset: int) -> str:
    return f"{moving(offset)} 0 R"


class Stamp:
    """The objects of a copy, numbered in a row. Every moving number has the same room, so their places are known.

    `places` are the offsets of the objects in the stamped bytes, which have a line each.
    """

    def __init__(self, bodies: Sequence[str]) -> None:
        patterns = [_MOVING.sub(f"%{NUMBER_WIDTH}d", body.replace("%", "%%")) for body in bodies]
        self._offsets = [int(offset) for body in bodies for offset in _MOVING.findall(body)]
        self._pattern = "\n".join(patterns).encode("ascii")
        self.places = [0]
        for body in bodies[:-1]:
            self.places.append(self.places[-1] + len(_MOVING.sub(" " * NUMBER_WIDTH, body)) + 1)

    def __len__(self) -> int:
        return len(self.places)

    def at(self, first: int) -> bytes:
        """The objects of the copy whose numbers begin at `first`."""
        return self._pattern % tuple([first + offset for offset in self._offsets])
