"""A guide as it is drawn for paper: lengths in millimetres, type in points, 300 dots per inch at 142 mm."""

from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from handout.typesetting import Face

FOLDER = Path(__file__).parent
WIDTH, HEIGHT = 142, 142 * 660 / 1180  # the slides' own shape
DPI = 300
FINER = 3  # drawn three times as large, then reduced: smooth edges
COLOURS = 64  # black, accent, white, and the steps between that make edges smooth

INK = "#000000"
ACCENT = "#0A4F7D"
TINT = "#EAF1F6"
LINE = "#595959"

MARGIN = 8
TITLE_LEFT = 26
RING = 13
WINDOW = (61, 25, 134, 71.5)  # left, top, right, bottom
FIELD_LEFT, FIELD_RIGHT = 64.5, 130.5
BUTTON_TOP, BUTTON_HEIGHT = 60, 7
RING_GAP, RING_ENDS = 1.7, 2.3  # from a button to the ring around it, above and at the ends
TITLE, LEAD, TEXT, SMALL = 21, 14, 14, 12.5
TYPED = 11  # the address of the portal fills the window


class Guide:
    """One picture; every method draws in millimetres from the upper left corner."""

    def __init__(self) -> None:
        self.scale = DPI / 25.4 * FINER
        size = (round(WIDTH * self.scale), round(HEIGHT * self.scale))
        self.image = Image.new("RGB", size, "white")
        self.draw = ImageDraw.Draw(self.image)

    def px(self, *lengths: float) -> list[int]:
        return [round(length * self.scale) for length in lengths]

    def font(
        self, size: float, *, bold: bool = False, italic: bool = False, typed: bool = False
    ) -> ImageFont.FreeTypeFont:
        face = Face.TYPED if typed else Face.BOLD if bold else Face.ITALIC if italic else Face.REGULAR
        return ImageFont.truetype(str(face.path), round(size * DPI / 72 * FINER))

    def text(
        self, x: float, y: float, words: str, size: float = TEXT, *, bold: bool = False,
        colour: str = INK, anchor: str = "la", leading: float = 1.32,
    ) -> float:  # fmt: skip
        """Lines of text from their upper edge down; the y below the last."""
        for line in words.split("\n"):
            self.draw.text(self.px(x, y), line, colour, self.font(size, bold=bold), anchor)
            y += size * leading * 25.4 / 72
        return y

    def typed(self, x: float, y: float, words: str) -> None:
        """What is typed letter by letter, spaced so that no underscore joins the next."""
        font = self.font(TYPED, typed=True)
        for letter in words:
            self.draw.text(self.px(x, y), letter, INK, font, "la")
            x += font.getlength(letter) / self.scale * 1.06

    def line(self, *points: float, width: float = 0.35, colour: str = LINE) -> None:
        self.draw.line(self.px(*points), colour, self.px(width)[0])

    def box(
        self, left: float, top: float, right: float, bottom: float, *, radius: float = 1.2,
        width: float = 0.35, colour: str = LINE, fill: str | None = None,
    ) -> None:  # fmt: skip
        corner, stroke = self.px(radius, width)
        self.draw.rounded_rectangle(self.px(left, top, right, bottom), corner, fill, colour, stroke)

    def button(self, width: float, words: str) -> None:
        """The button that ends the page in the window, ringed."""
        left, right = FIELD_LEFT + RING_ENDS, FIELD_LEFT + RING_ENDS + width
        top, bottom = BUTTON_TOP, BUTTON_TOP + BUTTON_HEIGHT
        self.box(left, top, right, bottom, colour=ACCENT, width=0.5, fill=TINT)
        self.text((left + right) / 2, (top + bottom) / 2, words, SMALL, bold=True, anchor="mm")
        self.ring(left - RING_ENDS, top - RING_GAP, right + RING_ENDS, bottom + RING_GAP)

    def field(self, top: float, label: str, words: str = "") -> None:
        self.text(FIELD_LEFT, top, label, SMALL)
        self.box(FIELD_LEFT, top + 5, FIELD_RIGHT, top + 10.8, radius=0.6)
        self.to_fill_in(FIELD_LEFT + 1.8, top + 7.9, words)

    def to_fill_in(self, x: float, middle: float, words: str) -> None:
        """What an empty field says: in italics, so that in black it does not look filled in."""
        font = self.font(SMALL, italic=True)
        self.draw.text(self.px(x, middle), words, LINE, font, "lm")

    def ring(self, left: float, top: float, right: float, bottom: float) -> None:
        """The place to click, with a pointer at its lower right."""
        self.draw.rounded_rectangle(
            self.px(left, top, right, bottom), self.px((bottom - top) / 2)[0], None, ACCENT, self.px(1)[0]
        )
        x, y = right - 4.5, bottom - 2.2
        arrow = [(0, 0), (0, 6.4), (1.5, 5), (2.6, 7.4), (3.6, 6.9), (2.5, 4.6), (4.6, 4.5)]
        corners = [tuple(self.px(x + across, y + down)) for across, down in arrow]
        self.draw.polygon(corners, INK, "white", self.px(0.3)[0])

    def heading(self, part: str, title: str, step: str = "") -> None:
        """The same place on every guide: a ring with the step, the part, the title, a rule."""
        if step:
            left, top = MARGIN, MARGIN - 1
            self.draw.ellipse(self.px(left, top, left + RING, top + RING), None, ACCENT, self.px(1)[0])
            self.text(left + RING / 2, top + RING / 2, step, 24, bold=True, colour=ACCENT, anchor="mm")
        left = TITLE_LEFT if step else MARGIN
        self.text(left, MARGIN - 1.6, part, SMALL, bold=True, colour=ACCENT)
        self.text(left, MARGIN + 3.4, title, TITLE, bold=True)
        self.line(MARGIN, 21.6, WIDTH - MARGIN, 21.6, width=0.6, colour=ACCENT)

    def window(self, title: str, address: str = "") -> None:
        left, top, right, bottom = WINDOW
        self.box(left, top, right, bottom, radius=1.8, width=0.5)
        self.line(left, top + 7.6, right, top + 7.6)
        if address:
            self.typed(left + 1.8, top + 1.5, address)
        else:
            self.text(FIELD_LEFT, top + 3.9, title, SMALL, bold=True, anchor="lm")
            for place in range(3):
                x = right - 3.4 - place * 3.2
                self.draw.ellipse(
                    self.px(x - 0.9, top + 2.9, x + 0.9, top + 4.7), None, LINE, self.px(0.3)[0]
                )

    def save(self, name: str) -> None:
        size = (round(WIDTH / 25.4 * DPI), round(HEIGHT / 25.4 * DPI))
        reduced = self.image.resize(size, Image.Resampling.LANCZOS)
        reduced.quantize(COLOURS, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE).save(
            FOLDER / name, optimize=True, dpi=(DPI, DPI)
        )
