"""Where the rows of a slip are: level with those of other slips, or closer together where a child needs more of them."""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from handout.pages import slip_sizes
from handout.pages.ink import above, below, to_last_line, width_of
from handout.theme import points
from handout.typesetting import MOST_LINES, Face, Line, fit_name, single_line

Lines = tuple[Line, ...]
Place = Literal[
    "username", "label", "below"
]  # of the portal: beside the username or its label, or below both
# Of what is above the lines for passwords: where it is to end, and where it may.
GOOD_FOOT = slip_sizes.RULE - slip_sizes.WRITING
LOWEST_FOOT = slip_sizes.RULE - slip_sizes.LEAST_WRITING


class Texts(NamedTuple):
    """What is above the lines for passwords; rooms are in points."""

    name: str
    name_label: Lines
    ends: tuple[Lines, ...]  # the class and the number: on the line of the name, else of the label
    name_room: float  # beside them
    name_room_alone: float
    label: Lines  # of the username
    username: Lines
    hint: Lines  # what is said of the username: beside its label where the portal is beside it, else below it
    portal: tuple[Lines, ...]  # its label and its address
    username_beside_portal: float  # how wide its last line may be
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
    passwords_top: float  # of their labels, at least

    def lowered(self) -> "Rows":
        """All that is below the name further from it, where it is nearer than on other slips and there is room."""
        white = self.label_line - self.name_line - to_last_line(self.name)
        by = min(LOWEST_FOOT - self.foot, slip_sizes.USERNAME_LABEL - slip_sizes.NAME_LINE - white)
        if by <= 0:
            return self
        return self._replace(
            ends_line=self.ends_line + (by if self.ends_line == self.label_line else 0),
            label_line=self.label_line + by,
            username_line=self.username_line + by,
            hint_line=self.hint_line + by,
            portal_line=self.portal_line + by,
            foot=self.foot + by,
            passwords_top=self.passwords_top + by,
        )


class Way(NamedTuple):
    """One way to arrange the texts."""

    name: Lines
    is_alone: bool  # the name has its line for itself
    portal: Place
    level: bool


def arrange(texts: Texts) -> Rows:
    """The first arrangement that leaves the room to write a password, else the one that leaves most."""
    tried = []
    for way in _ways(texts):
        rows = _rows(texts, way)
        if rows.foot <= LOWEST_FOOT:
            return rows.lowered()
        tried.append(rows)
    return min(tried, key=lambda rows: rows.foot)


def fit_level(text: str, room: float, sizes: tuple[float, ...], least: float = 0) -> Lines:
    """A text on one line, level with those of other slips; nothing where it is too long.

    It is smaller than `least` only where its signs would reach into the white above or below it.
    """
    largest = single_line(text, Face.BOLD, sizes[0])
    scales = {size: size / sizes[0] for size in sizes}
    low = [size for size, scale in scales.items() if _is_low(largest, scale)] or [sizes[-1]]
    for size in low:
        if size >= min(least, low[0]) and largest.width * scales[size] <= room:
            return (largest if size == sizes[0] else single_line(text, Face.BOLD, size),)
    return ()


def _is_low(line: Line, scale: float) -> bool:
    """Whether its ink, so much smaller, is within the row of a name."""
    above, below = line.above * scale, line.below * scale
    return above <= points(slip_sizes.NAME_ASCENT) and below <= points(slip_sizes.NAME_DESCENT)


def _ways(texts: Texts) -> Iterator[Way]:
    """From the best: level with other slips, the name on one line."""
    names = list(_names(texts))
    for level in (True, False):
        for name, is_alone in names:
            for portal in _places(texts):
                way = Way(name, is_alone, portal, level)
                if _width_beside_label(texts, way) <= texts.beside_label:
                    yield way


def _places(texts: Texts) -> Iterator[Place]:
    """Of the portal, from the best."""
    if len(texts.username) > 1 and texts.username[-1].width <= texts.username_beside_portal:
        yield "username"
    yield from ("label", "below")


def _names(texts: Texts) -> Iterator[tuple[Lines, bool]]:
    """A name on one line, beside class and number or alone; else on two; smaller only where it must be."""
    name, beside, alone = texts.name, texts.name_room, texts.name_room_alone
    if not name:
        yield (), False
        return
    may_be_alone = texts.ends_width <= texts.beside_label
    sizes = slip_sizes.NAME_SIZES
    on_one_line = [
        (fit_level(name, beside, sizes, slip_sizes.NAME_LEAST), False),
        (fit_level(name, alone, (*sizes, *slip_sizes.NAME_SMALL_SIZES)), True),
        (fit_level(name, beside, sizes), False),
    ]
    on_two_lines = [
        (fit_name(name, alone if is_alone else beside, (size,), MOST_LINES, (size,)), is_alone)
        for size in slip_sizes.NAME_WRAPPED_SIZES
        for is_alone in (False, True)
    ]
    found = [way for way in on_one_line if way[0]] + [way for way in on_two_lines if len(way[0]) > 1]
    large = [way for way in found if way[0][0].spans[0].size >= slip_sizes.NAME_WRAPPED_LEAST]
    ways = [way for way in large or found or on_two_lines if may_be_alone or not way[1]]
    yield from ways or [on_two_lines[0]]


def _rows(texts: Texts, way: Way) -> Rows:
    """The portal in its place, and the hint where it leaves room."""
    name, level = way.name, way.level
    ends = () if way.is_alone else texts.ends
    top = slip_sizes.NAME_TOP if level else slip_sizes.PADDING
    name_line = top + slip_sizes.INK_MARGIN + above(name, texts.name_label, *ends)
    if level:
        name_line = max(slip_sizes.NAME_LINE, name_line)
    label_line = name_line + _label_drop(texts, way)
    if level:
        label_line = max(slip_sizes.USERNAME_LABEL, label_line)
    username_line, foot = _username_line(texts, label_line, way)
    hint_line = label_line
    if texts.hint and way.portal != "username":
        hint_line = foot + slip_sizes.WHITE + above(texts.hint)
        foot = hint_line + below(texts.hint)
    portal_line, passwords_top = label_line, foot + slip_sizes.WHITE
    if way.portal != "label":
        portal_line = username_line + to_last_line(texts.username)
        if way.portal == "below":
            portal_line = foot + slip_sizes.WHITE + above(*texts.portal)
            foot = portal_line + below(*texts.portal)
        passwords_top = max(passwords_top, portal_line + below(*texts.portal) + slip_sizes.BELOW_PORTAL)
    ends_line = label_line if way.is_alone else name_line
    return Rows(
        name,
        name_line,
        ends_line,
        label_line,
        username_line,
        hint_line,
        portal_line,
        foot,
        passwords_top,
    )


def _on_label_line(texts: Texts, way: Way) -> tuple[Lines, ...]:
    """The label of the username, and what is at the end of its line."""
    ends = texts.ends if way.is_alone else ()
    beside = {"username": (texts.hint,), "label": texts.portal, "below": ()}[way.portal]
    return texts.label, *ends, *beside


def _width_beside_label(texts: Texts, way: Way) -> float:
    """Of what is at the end of its line, the gap before it too."""
    width = {"username": width_of(texts.hint), "label": texts.portal_width, "below": 0}[way.portal]
    gap = points(slip_sizes.COLUMN_GAP) if width else 0
    return width + gap + (texts.ends_width if way.is_alone else 0)


def _label_drop(texts: Texts, way: Way) -> float:
    """From the line of the name to the label of the username: no more than the white between their ink needs."""
    first, *others = _on_label_line(texts, way)
    beside = below(texts.name_label, *(() if way.is_alone else texts.ends))
    foot = max(beside, below(way.name) if way.name else slip_sizes.RULE_DROP)
    is_clear = width_of(way.name) <= texts.name_room_alone - _width_beside_label(texts, way)
    drop = max(foot + above(first), (beside if way.name and is_clear else foot) + above(*others))
    return drop + slip_sizes.WHITE


def _username_line(texts: Texts, label_line: float, way: Way) -> tuple[float, float]:
    """Of a username, or of what is beside the line to write it on; and where its ink ends."""
    if texts.username:
        drop = below(*_on_label_line(texts, way)) + slip_sizes.WHITE + above(texts.username)
        line = label_line + drop
        if way.level:
            line = max(slip_sizes.USERNAME_LINE, line)
        return line, line + below(texts.username)
    room = max(GOOD_FOOT - label_line, slip_sizes.USERNAME_LEAST_HEIGHT)
    foot = label_line + min(slip_sizes.USERNAME_HEIGHT, room)
    return foot - slip_sizes.RULE_DROP, foot
