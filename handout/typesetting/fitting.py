"""A child's name or username → lines that fit their room: smaller first, then on two lines, never cut."""

from functools import lru_cache

from handout.model import Run
from handout.theme import NAME_SIZES, NAME_WRAPPED_SIZES, USERNAME_SIZES, USERNAME_WRAPPED_SIZES, TypeStyle
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
    """A name in the largest size in which it fits on one line, else on as many as it may take, however long it is."""
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
def fit_username(
    username: str,
    width: float,
    sizes: tuple[float, ...] = USERNAME_SIZES,
    wrapped_sizes: tuple[float, ...] = USERNAME_WRAPPED_SIZES,
) -> tuple[Line, ...]:
    """A username on one line where it fits in a size that is easily copied, else on as few as it needs.

    It is cut before the @, in slightly smaller type where both parts need it. Only a longer one is cut before
    an underscore or hyphen: who copies it sees that sign at the beginning of a line, and would miss it at an end.
    """
    for size in sizes:
        line = _username_line(username, size)
        if line.width <= width:
            return (line,)
    local, at, domain = username.partition("@")
    for size in wrapped_sizes:
        lines = tuple(_username_line(part, size) for part in (local, at + domain))
        if all(line.width <= width for line in lines):
            return lines
    size = wrapped_sizes[0]
    room = int(width / _username_line("m", size).width)  # every letter of the typed face is as wide
    return tuple(_username_line(piece, size) for piece in _pieces(username, room))


def _pieces(username: str, room: int) -> list[str]:
    """As few as it takes, each cut where the next begins with one of _-@, else where its line is full."""
    lines = -(-len(username) // room)
    if lines == 1:
        return [username]
    least = max(len(username) - (lines - 1) * room, 1)  # the other lines have room for the rest
    ends = [end for end in range(room, least - 1, -1) if username[end - 1] not in "_-"] or [room]
    end = next((end for end in ends if username[end] in "_-@"), ends[0])
    return [username[:end], *_pieces(username[end:], room)]


def _name_line(name: str, size: float) -> Line:
    return single_line(name, Face.BOLD, size)


def _username_line(text: str, size: float) -> Line:
    return single_line(text, Face.TYPED, size)
