"""Where the rows of a slip are: level with those of other slips, or closer together where a child needs more of them."""

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from handout import theme
from handout.pages.ink import above, below, to_last_line, width_of
from handout.theme import points
from handout.typesetting import MOST_LINES, Face, Line, fit_name, single_line

Lines = tuple[Line, ...]
Place = Literal["label", "username", "name"]  # of the portal: beside one of them
# Of what is above the lines for passwords: where it is to end, and where it may.
GOOD_FOOT = theme.SLIP_RULE - theme.SLIP_WRITING
LOWEST_FOOT = theme.SLIP_RULE - theme.SLIP_LEAST_WRITING


class Texts(NamedTuple):
    """What is above the lines for passwords; rooms are in points."""

    name: str
    name_room: float
    beside_name: tuple[Lines, ...]  # its label, the class and the number
    label: Lines  # of the username
    username: Lines
    hint: Lines  # what is said of the username: below it, or beside its label where the portal is not
    portal: tuple[Lines, ...]  # its label and its address
    username_beside_portal: float  # how wide its last line may be
    name_beside_portal: float


class Rows(NamedTuple):
    """Lines are millimetres below the upper edge of the slip."""

    name: Lines
    name_line: float
    label_line: float
    username_line: float
    hint_line: float
    portal_line: float
    foot: float  # where the ink ends

    def lowered(self) -> "Rows":
        """All that is below the name further from it, where it is nearer than on other slips and there is room."""
        white = self.label_line - self.name_line - to_last_line(self.name)
        by = min(GOOD_FOOT - self.foot, theme.SLIP_USERNAME_LABEL - theme.SLIP_NAME_LINE - white)
        if by <= 0:
            return self
        return self._replace(
            label_line=self.label_line + by,
            username_line=self.username_line + by,
            hint_line=self.hint_line + by,
            portal_line=self.portal_line + (by if self.portal_line >= self.label_line else 0),
            foot=self.foot + by,
        )


def arrange(texts: Texts) -> Rows:
    """The first arrangement that leaves the room to write a password, else the one that leaves most."""
    tried = []
    for rows in _arrangements(texts):
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
    return above <= points(theme.SLIP_NAME_ASCENT) and below <= points(theme.SLIP_NAME_DESCENT)


def _arrangements(texts: Texts) -> Iterator[Rows]:
    """From the best: level with other slips, the name in the largest type."""
    for level in (True, False):
        for name in _names(texts):
            yield _rows(texts, name, "label", level=level)
            is_short = len(texts.username) > 1 and texts.username[-1].width <= texts.username_beside_portal
            if texts.hint and is_short:
                yield _rows(texts, name, "username", level=level)
        for name in _cuts(texts) if texts.hint else ():
            yield _rows(texts, name, "name", level=level)


def _names(texts: Texts) -> Iterator[Lines]:
    """A name on one line, else on two in every size that is easily read; smaller only where it must be."""
    on_one = _on_one_line(texts)
    if on_one or not texts.name:
        yield on_one
        return
    sizes = theme.SLIP_NAME_WRAPPED_SIZES
    tried = [
        fit_name(texts.name, texts.name_room, sizes[:1], MOST_LINES, sizes[place:])
        for place in range(len(sizes))
    ]
    least = theme.SLIP_NAME_WRAPPED_LEAST
    yield from [lines for lines in tried if len(lines) > 1 and lines[0].spans[0].size >= least] or tried


def _cuts(texts: Texts) -> Iterator[Lines]:
    """A name on two lines, of which the second has the portal beside it, clear of what is above."""
    if _on_one_line(texts):
        return
    for size in theme.SLIP_NAME_WRAPPED_SIZES:
        if size < theme.SLIP_NAME_WRAPPED_LEAST:
            return
        lines = _cut(texts.name.split(), size, texts.name_room, texts.name_beside_portal)
        clear = below(lines[:1], *texts.beside_name) + theme.SLIP_WHITE + above(*texts.portal)
        if lines and to_last_line(lines) >= clear:
            yield lines


def _on_one_line(texts: Texts) -> Lines:
    sizes = theme.SLIP_NAME_SIZES
    return fit_level(texts.name, texts.name_room, sizes, theme.SLIP_NAME_LEAST) if texts.name else ()


def _cut(words: Sequence[str], size: float, room: float, next_room: float) -> Lines:
    """As many words on the first line as it has room for; nothing where the second is too long for its own."""
    for place in range(len(words) - 1, 0, -1):
        first = single_line(f"{' '.join(words[:place])} ", Face.BOLD, size)
        if first.width <= room:
            second = single_line(" ".join(words[place:]), Face.BOLD, size)
            return (first, second) if second.width <= next_room else ()
    return ()


def _rows(texts: Texts, name: Lines, portal: Place, *, level: bool) -> Rows:
    """The portal in its place, and the hint where it leaves room."""
    top = theme.SLIP_NAME_TOP if level else theme.SLIP_PADDING
    name_line = top + theme.SLIP_INK_MARGIN + above(name, *texts.beside_name)
    if level:
        name_line = max(theme.SLIP_NAME_LINE, name_line)
    label_line = name_line + _label_drop(texts, name, portal)
    if level:
        label_line = max(theme.SLIP_USERNAME_LABEL, label_line)
    username_line, foot = _username_line(texts, label_line, portal, level=level)
    hint_line = label_line
    if texts.hint and portal == "label":
        hint_line = foot + theme.SLIP_WHITE + above(texts.hint)
        foot = hint_line + below(texts.hint)
    portal_line = {
        "label": label_line,
        "username": username_line + to_last_line(texts.username),
        "name": name_line + to_last_line(name),
    }[portal]
    if portal == "username":
        foot = max(foot, portal_line + below(*texts.portal) + theme.SLIP_BELOW_PORTAL - theme.SLIP_WHITE)
    return Rows(name, name_line, label_line, username_line, hint_line, portal_line, foot)


def _label_drop(texts: Texts, name: Lines, portal: Place) -> float:
    """From the line of the name to the label of the username: no more than the white between their ink needs."""
    foot = below(name, *texts.beside_name) if name else theme.SLIP_RULE_DROP
    drop = foot + above(texts.label) if portal == "label" else foot + above(texts.label, texts.hint)
    if portal == "name":
        drop = max(drop, to_last_line(name) + below(*texts.portal) + above(texts.hint))
    if portal == "label":
        is_short = width_of(name) <= texts.name_beside_portal
        drop = max(drop, (below(*texts.beside_name) if is_short else foot) + above(*texts.portal))
    return drop + theme.SLIP_WHITE


def _username_line(texts: Texts, label_line: float, portal: Place, *, level: bool) -> tuple[float, float]:
    """Of a username, or of what is beside the line to write it on; and where its ink ends."""
    if texts.username:
        beside_label = texts.portal if portal == "label" else (texts.hint,)
        line = label_line + below(texts.label, *beside_label) + theme.SLIP_WHITE + above(texts.username)
        if level:
            line = max(theme.SLIP_USERNAME_LINE, line)
        return line, line + below(texts.username)
    room = max(GOOD_FOOT - label_line, theme.SLIP_USERNAME_LEAST_HEIGHT)
    foot = label_line + min(theme.SLIP_USERNAME_HEIGHT, room)
    return foot - theme.SLIP_RULE_DROP, foot
