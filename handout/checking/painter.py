"""Content streams → what they paint. It knows the operators that a set of ours is written with, and no other."""

from collections.abc import Callable, Mapping, Sequence
from copy import copy
from itertools import pairwise
from typing import Any, ClassVar

from handout.checking.graphics import (
    PICTURE,
    UNCHANGED,
    Box,
    Mark,
    Matrix,
    Painted,
    Painting,
    State,
    around,
    placed,
    times,
)
from handout.checking.typefaces import Typeface

_MOST_KERNING = 300  # thousandths of the size, between the letters of a word
_OTHER_SCRIPTS = "\u0590"  # from here on letters may be drawn in another order than they are read
_X_HEIGHT = 0.45  # of the type size: what no two texts share
_RED, _GREEN, _BLUE = 0.299, 0.587, 0.114  # how light each seems (ITU-R BT.601)
_NOTHING = "\u200b"  # what a glyph stands for whose neighbour stands for it all
UNKNOWN = "\ufffd"  # a code that stands for no letter


def paint(
    operations: Sequence[tuple[Any, bytes]],
    fonts: Mapping[str, Typeface],
    pictures: Mapping[str, Any],
    state: State,
) -> tuple[Painting, State]:
    """What these operations paint when they begin in a state, and the state that they leave."""
    hand = _Hand(fonts, pictures, copy(state))
    for operands, operator in operations:
        hand.obey(operator.decode("latin-1"), operands)
    return hand.painting, hand.state


class _Hand:
    """Does what the operators say, each by its method (ISO 32000-1, Annex A)."""

    def __init__(self, fonts: Mapping[str, Typeface], pictures: Mapping[str, Any], state: State) -> None:
        self._fonts = fonts
        self._pictures = pictures
        self.state = state
        self.painting = Painting()
        self._paths: list[list[tuple[float, float]]] = []
        self._line = 0

    def obey(self, operator: str, operands: Any) -> None:
        if operator in _HARMLESS:
            return
        method = _METHODS.get(operator)
        if method is None:
            self.painting.foreign.add(operator)
        else:
            method(self, *operands)

    # The graphics state

    def save(self) -> None:
        self.state.saved = (*self.state.saved, copy(self.state))

    def restore(self) -> None:
        former = copy(self.state.saved[-1])
        former.marks = self.state.marks
        self.state = former

    def transform(self, *matrix: Any) -> None:
        self.state.matrix = times(_matrix(matrix), self.state.matrix)

    def set_width(self, width: Any) -> None:
        self.state.width = float(width)

    def fill_grey(self, grey: Any) -> None:
        self.state.fill = float(grey)

    def stroke_grey(self, grey: Any) -> None:
        self.state.stroke = float(grey)

    def fill_colour(self, red: Any, green: Any, blue: Any) -> None:
        self.state.fill = _lightness(red, green, blue)

    def stroke_colour(self, red: Any, green: Any, blue: Any) -> None:
        self.state.stroke = _lightness(red, green, blue)

    # Paths

    def move(self, x: Any, y: Any) -> None:
        self._paths.append([(float(x), float(y))])

    def line(self, *numbers: Any) -> None:
        """A straight line; of a curve, the lines that hold it."""
        values = list(map(float, numbers))
        self._paths[-1] += zip(values[::2], values[1::2], strict=True)

    def close(self) -> None:
        self._paths[-1].append(self._paths[-1][0])

    def rectangle(self, x: Any, y: Any, width: Any, height: Any) -> None:
        left, bottom, right, top = float(x), float(y), float(x) + float(width), float(y) + float(height)
        self._paths.append([(left, bottom), (right, bottom), (right, top), (left, top), (left, bottom)])

    def fill(self) -> None:
        points = [point for path in self._paths for point in path]
        if points:
            self._add("fill", around(placed(self.state.matrix, points)), self.state.fill)
        self._paths = []

    def stroke(self) -> None:
        a, b, *_ = self.state.matrix
        reach = self.state.width * max(abs(a), abs(b)) / 2
        for path in self._paths:
            for ends in pairwise(placed(self.state.matrix, path)):
                self._add("line", around(list(ends), reach), self.state.stroke)
        self._paths = []

    def end_path(self) -> None:
        self._paths = []

    def picture(self, name: Any) -> None:
        picture = self._pictures[name]
        entries = picture.get_object()
        if entries["/Subtype"] != "/Image" or entries.keys() - PICTURE:
            self.painting.foreign.add("a drawing in the drawing, or a picture that shows another")
        corners = placed(self.state.matrix, [(0, 0), (0, 1), (1, 0), (1, 1)])
        self._add("picture", around(corners), 0, what=str(getattr(picture, "idnum", "")))

    # Text

    def begin_text(self) -> None:
        self._line += 1
        self.set_text_matrix(*UNCHANGED)

    def end_text(self) -> None:
        pass

    def set_font(self, name: Any, size: Any) -> None:
        self.state.font, self.state.size = str(name), float(size)

    def set_spacing(self, spacing: Any) -> None:
        self.state.spacing = float(spacing)

    def set_rise(self, rise: Any) -> None:
        self.state.rise = float(rise)

    def move_text(self, x: Any, y: Any) -> None:
        self.set_text_matrix(*times((1, 0, 0, 1, float(x), float(y)), self.state.line_matrix))

    def set_text_matrix(self, *matrix: Any) -> None:
        self.state.line_matrix = self.state.text_matrix = _matrix(matrix)

    def show(self, text: Any) -> None:
        self.show_kerned([text])

    def show_kerned(self, pieces: Any) -> None:
        state, typeface = self.state, self._fonts[self.state.font]
        text, width, kerning = "", 0.0, 0.0
        for piece in pieces:
            if isinstance(piece, (int, float)):
                kerning = max(kerning, abs(float(piece)))
                width -= float(piece) / 1000 * state.size
                continue
            for code in _codes(piece):
                text += typeface.letters.get(code, UNKNOWN)
                width += typeface.widths.get(code, 0) / 1000 * state.size + state.spacing
        if text < _OTHER_SCRIPTS and (kerning > _MOST_KERNING or state.spacing < 0):
            self.painting.foreign.add("letters out of their places")
        whole = times(state.text_matrix, state.matrix)
        low, high = state.rise, state.rise + _X_HEIGHT * state.size
        box = around(placed(whole, [(0, low), (width, low), (0, high), (width, high)]))
        across, up, sideways, height, *_ = whole
        is_upright = across > 0 and height > 0 and not up and not sideways and width >= 0
        size = state.size * min(across, height) if is_upright else 0
        self._add("text", box, state.fill, text, self._line, size)
        state.text_matrix = times((1, 0, 0, 1, width, 0), state.text_matrix)

    # Marked content

    def begin_marked(self, tag: Any, properties: Any = None) -> None:
        kept = properties if isinstance(properties, dict) else {}
        if tag == "/OC":
            self.painting.foreign.add("a layer")
        outer = self.state.marks[-1].number if self.state.marks and tag != "/Artifact" else None
        number = kept.get("/MCID", outer)
        if number is not None:
            self.painting.marks.add(int(number))
        spoken = kept.get("/ActualText")
        self.state.marks += (
            Mark(number, None if spoken is None else str(spoken), len(self.painting.painted)),
        )

    def end_marked(self) -> None:
        *outer, mark = self.state.marks
        self.state.marks = tuple(outer)
        if mark.spoken is not None:
            self._speak(mark.spoken, mark.start)

    def _speak(self, spoken: str, start: int) -> None:
        """Take the words for those drawn, where their letters are the same: scripts are not drawn as they are read."""
        drawn = self.painting.painted[start:]
        letters = "".join(thing.what for thing in drawn if thing.kind == "text").replace(_NOTHING, "")
        if sorted(letters) != sorted(spoken) or (letters < _OTHER_SCRIPTS and letters != spoken):
            self.painting.foreign.add("words that are spoken otherwise")
        first = True
        for place, thing in enumerate(drawn, start):
            if thing.kind == "text":
                self.painting.painted[place] = thing._replace(what=spoken if first else "")
                first = False

    def _add(
        self, kind: Any, box: Box, lightness: float, what: str = "", line: int = 0, size: float = 0
    ) -> None:
        mark = self.state.marks[-1].number if self.state.marks else None
        self.painting.painted.append(Painted(kind, box, mark, lightness, what, line, size))

    METHODS: ClassVar[dict[str, Callable[..., None]]] = {
        "q": save, "Q": restore, "cm": transform, "w": set_width,
        "g": fill_grey, "G": stroke_grey, "rg": fill_colour, "RG": stroke_colour,
        "m": move, "l": line, "c": line, "h": close, "re": rectangle,
        "f": fill, "S": stroke, "n": end_path, "Do": picture,
        "BT": begin_text, "ET": end_text, "Tf": set_font, "Tc": set_spacing, "Ts": set_rise,
        "Td": move_text, "Tm": set_text_matrix, "Tj": show, "TJ": show_kerned,
        "BDC": begin_marked, "BMC": begin_marked, "EMC": end_marked,
    }  # fmt: skip


_METHODS = _Hand.METHODS
_HARMLESS = {"d", "J", "j"}  # how a line is dashed and how it ends
OPERATORS = frozenset({*_METHODS, *_HARMLESS})


def _matrix(numbers: Any) -> Matrix:
    a, b, c, d, e, f = map(float, numbers)
    return a, b, c, d, e, f


def _lightness(red: Any, green: Any, blue: Any) -> float:
    return _RED * float(red) + _GREEN * float(green) + _BLUE * float(blue)


def _codes(shown: Any) -> list[int]:
    """The two-byte codes of a string."""
    data = shown.original_bytes if hasattr(shown, "original_bytes") else bytes(shown)
    return [int.from_bytes(data[at : at + 2], "big") for at in range(0, len(data), 2)]
