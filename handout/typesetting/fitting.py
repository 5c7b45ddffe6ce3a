"""A child's name or username → lines that fit their room: smaller first, then on two lines, never cut."""

import re
from functools import lru_cache

from handout.model import Run
from handout.theme import NAME_SIZES, NAME_WRAPPED_SIZES, USERNAME_SIZES, TypeStyle
from handout.typesetting.faces import Face
from handout.typesetting.lines import Line, set_text, single_line

MOST_LINES = 2
KEPT_VALUES = 2048  # of a school: first it is asked how many lines each takes, then each is drawn


@lru_cache(KEPT_VALUES)
def fit_name(
    name: str,
    width: float,
    sizes: tuple[float, ...] = NAME_SIZES,
    most_lines: int = MOST_LINES,
    wrapped_sizes: tuple[float, ...] = NAME_WRAPPED_SIZES,
) -> tuple[Line, ...]:
    """A name in the largest size in which it stands on one line, else on as many as it may, however long it is."""
    for size in sizes:
        line = _name_line(name, size)
        if line.width <= width:
            return (line,)
    for size in (size for size in wrapped_sizes if size <= sizes[-1]):
        lines = set_text((Run(name),), TypeStyle(size, size, size, bold=True), width, balanced=True)
        if len(lines) <= most_lines and all(line.width <= width for line in lines):
            return lines
    least = wrapped_sizes[-1]
    return (_name_line(name, least * width / _name_line(name, least).width),)


@lru_cache(KEPT_VALUES)
def fit_username(username: str, width: float, sizes: tuple[float, ...] = USERNAME_SIZES) -> tuple[Line, ...]:
    """A username on one line where it fits in a size that is easily copied, else on as few as it needs.

    It is cut where no eye will look for a space: before the @ where both parts fit, else behind an underscore.
    """
    least = sizes[-1]
    for size in sizes:
        line = _username_line(username, size)
        if line.width <= width:
            return (line,)
    room = int(width / _username_line("m", least).width)  # every letter of the typed face is as wide
    at_joints = _cut_at_joints(username, room)
    fewest = -(-len(username) // room)
    at_joints_fits = len(at_joints) <= fewest and max(map(len, at_joints)) <= room
    cut_anywhere = [username[start : start + room] for start in range(0, len(username), room)]
    pieces = at_joints if at_joints_fits else cut_anywhere
    return tuple(_username_line(piece, least) for piece in pieces)


def _cut_at_joints(username: str, room: int) -> list[str]:
    pieces = [""]
    for part in re.findall(r"@.+|[^_@]*_*", username):
        if len(pieces[-1]) + len(part) > room:
            pieces.append("")
        pieces[-1] += part
    return pieces


def _name_line(name: str, size: float) -> Line:
    return single_line(name, Face.BOLD, size)


def _username_line(text: str, size: float) -> Line:
    return single_line(text, Face.TYPED, size)
