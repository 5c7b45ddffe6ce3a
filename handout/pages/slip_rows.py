"""Where the rows of a slip are: level with those of other slips, or closer together where a child needs more of them."""

from collections.abc import Iterator
from typing import NamedTuple

from handout.pages import slip_sizes
from handout.pages.ink import above, below, to_last_line, width_of
from handout.theme import points
from handout.typesetting import MOST_LINES, Line, fit_name

Lines = tuple[Line, ...]
LOWEST_FOOT = slip_sizes.RULE - slip_sizes.WRITING  # of what is above the lines for passwords


class Texts(NamedTuple):
    """What is above the lines for passwords; rooms are in points."""

    name: str
    name_label: Lines
    ends: tuple[Lines, ...]  # the class and the number: on the line of the name, else of the label
    name_room: float  # beside them
    name_room_alone: float
    label: Lines  # of the username
    username: Lines
    hint: Lines  # what is said of the username: below it, or beside its last line where that is short
    portal: tuple[Lines, ...]  # its label and its address
    width: float  # of a slip
    beside_label: float  # to the end of the line of the label of the username
    ends_width: float
    portal_width: float


class Rows(NamedTuple):
    """Lines are millimetres below the upper edge of the slip."""

    name: Lines
    name_line: float
    ends_line: float
    label_line: float
    username_line: float
    hint_line: float
    portal_line: float
    foot: float  # where the ink ends

    def raised(self, name: float, rest: float) -> "Rows":
        """The name so much higher, and all that is below it."""
        ends = rest if self.ends_line == self.label_line else name
        return self._replace(
            name_line=self.name_line - name,
            ends_line=self.ends_line - ends,
            label_line=self.label_line - rest,
            username_line=self.username_line - rest,
            hint_line=self.hint_line - rest,
            portal_line=self.portal_line - rest,
            foot=self.foot - rest,
        )


class Way(NamedTuple):
    """One way to arrange the texts."""

    name: Lines
    is_alone: bool  # the name has its line for itself
    is_below: bool  # the portal: below the username, not beside its label


def arrange(texts: Texts) -> Rows:
    """The first arrangement that leaves the room to write a password, else the one that leaves most."""
    tried = []
    for way in _ways(texts):
        rows = _fitted(texts, way)
        if rows.foot <= LOWEST_FOOT:
            return rows
        tried.append(rows)
    return min(tried, key=lambda rows: rows.foot)


def _ways(texts: Texts) -> Iterator[Way]:
    """From the best: the name beside class and number, the portal beside the label of the username."""
    for name, is_alone in _names(texts):
        for is_below in (False, True):
            way = Way(name, is_alone, is_below)
            if _width_beside_label(texts, way) <= texts.beside_label:
                yield way


def _names(texts: Texts) -> Iterator[tuple[Lines, bool]]:
    """A name on one line, else on two: rather beside class and number, but not in small type where it can be larger."""
    if not texts.name:
        yield (), False
        return
    rooms = ((texts.name_room, False), (texts.name_room_alone, True))
    found = [(_fit_name(texts.name, room), is_alone) for room, is_alone in rooms]
    yield from sorted(found, key=lambda way: -min(way[0][0].spans[0].size, slip_sizes.NAME_LEAST))


def _fit_name(name: str, room: float) -> Lines:
    return fit_name(name, room, slip_sizes.NAME_SIZES, MOST_LINES, slip_sizes.NAME_WRAPPED_SIZES)


def _fitted(texts: Texts, way: Way) -> Rows:
    """Level with other slips; raised where there would be too little room to write a password."""
    rows = _level(texts, way)
    name = (
        rows.name_line
        - slip_sizes.PADDING
        - slip_sizes.INK_MARGIN
        - above(rows.name, *_beside_name(texts, way))
    )
    rest = rows.label_line - rows.name_line - _least_drop(texts, way)
    excess = max(0, rows.foot - LOWEST_FOOT)
    by_name = min(max(0, excess - rest), name)
    return rows.raised(by_name, min(excess, rest + by_name))


def _level(texts: Texts, way: Way) -> Rows:
    """The rows as far apart as on most slips, or further where the ink needs it."""
    name, (portal_label, address) = way.name, texts.portal
    ink = above(name, *_beside_name(texts, way)) + slip_sizes.INK_MARGIN
    usual = slip_sizes.NAME_LINE if name else slip_sizes.BLANK_NAME_LINE
    name_line = max(usual, slip_sizes.PADDING + ink)
    below_name = slip_sizes.WHITE_BELOW_NAME - slip_sizes.WHITE
    label_line = max(slip_sizes.USERNAME_LABEL, name_line + _least_drop(texts, way) + below_name)
    username_line, foot = _username_line(texts, label_line, way)
    hint_line, portal_line = username_line + to_last_line(texts.username), label_line
    if texts.hint and not is_hint_beside(texts):
        hint_line += slip_sizes.HINT_DROP
        foot = hint_line + below(texts.hint)
    if way.is_below:
        portal_line, foot = _below(foot, portal_label, address)
    ends_line = label_line if way.is_alone else name_line
    return Rows(name, name_line, ends_line, label_line, username_line, hint_line, portal_line, foot)


def is_hint_beside(texts: Texts) -> bool:
    """Whether the last of two lines of a username leaves the room for what is said of it."""
    gap = points(slip_sizes.COLUMN_GAP)
    return len(texts.username) > 1 and texts.username[-1].width + gap + width_of(texts.hint) <= texts.width


def _below(foot: float, *texts: Lines) -> tuple[float, float]:
    """The line of texts below others, and where their ink ends."""
    line = foot + slip_sizes.WHITE + above(*texts)
    return line, line + below(*texts)


def _beside_name(texts: Texts, way: Way) -> tuple[Lines, ...]:
    """What is on the line of the name: its label, and the class and the number."""
    return texts.name_label, *(() if way.is_alone else texts.ends)


def _on_label_line(texts: Texts, way: Way) -> tuple[Lines, ...]:
    """The label of the username, and what is at the end of its line."""
    return texts.label, *(texts.ends if way.is_alone else ()), *(() if way.is_below else texts.portal)


def _width_beside_label(texts: Texts, way: Way) -> float:
    """Of what is at the end of its line, the gap before it too."""
    portal = 0 if way.is_below else texts.portal_width + points(slip_sizes.COLUMN_GAP)
    return portal + (texts.ends_width if way.is_alone else 0)


def _least_drop(texts: Texts, way: Way) -> float:
    """From the line of the name to the label of the username: the least that the white between their ink needs."""
    foot = below(way.name, *_beside_name(texts, way)) if way.name else slip_sizes.RULE_DROP
    return foot + slip_sizes.WHITE + above(*_on_label_line(texts, way))


def _username_line(texts: Texts, label_line: float, way: Way) -> tuple[float, float]:
    """Of a username, or of what is beside the line to write it on; and where its ink ends."""
    if texts.username:
        ink = below(*_on_label_line(texts, way)) + slip_sizes.WHITE + above(texts.username)
        line = label_line + max(slip_sizes.USERNAME_DROP, ink)
        return line, line + below(texts.username)
    foot = label_line + slip_sizes.USERNAME_HEIGHT
    return foot - slip_sizes.RULE_DROP, foot
