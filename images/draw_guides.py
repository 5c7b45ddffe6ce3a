"""Draw the eight guides that come with the project: `python images/draw_guides.py`.

They carry the messages of a school's slides, drawn for paper: white ground, one accent that a mono
copier keeps, the place to click ringed, text of 12.5 pt or more, which is 10.5 where three are on a page;
what is typed letter by letter has 11. Lengths are millimetres on paper, type sizes points; 300 dots per inch
at 142 mm.
"""

from collections.abc import Callable
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from handout.typesetting.faces import Face

FOLDER = Path(__file__).parent
WIDTH, HEIGHT = 142, 142 * 660 / 1180  # the slides' own shape
DPI = 300
FINER = 3  # drawn so much larger, then reduced: smooth edges
COLOURS = 64  # black, accent, white, and the steps between that make edges smooth

INK = "#000000"
ACCENT = "#0A4F7D"
TINT = "#EAF1F6"
LINE = "#595959"

PORTAL = "https://mims.moe.gov.sg/sspr"

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


def cover(guide: Guide) -> None:
    """Printed 24 mm high: its type is twice as large as that of the steps."""
    guide.text(MARGIN, 10, "MIMS Student", 24, bold=True, colour=ACCENT)
    guide.text(MARGIN, 20, "Self-Service Password\nReset Service", 30, bold=True, leading=1.15)
    guide.line(MARGIN, 51, WIDTH - MARGIN, 51, width=0.9, colour=ACCENT)
    guide.text(MARGIN, 57, "Set up your answers once.", 24)


def about(guide: Guide) -> None:
    guide.heading("The reset service", "What is this about?")
    guide.text(MARGIN, 26, "One account opens", LEAD, bold=True)
    guide.box(MARGIN, 35, MARGIN + 42, 47, width=0.8, colour=ACCENT, radius=2)
    guide.text(MARGIN + 21, 41, "MIMS account", LEAD, bold=True, anchor="mm")
    for place, words in enumerate(("Student iCON", "Student Learning Space", "and more")):
        middle = 31 + place * 10
        guide.line(MARGIN + 42, 41, 70, middle, colour=ACCENT, width=0.5)
        guide.box(70, middle - 4, 134, middle + 4, radius=1.6)
        guide.text(74, middle, words, TEXT, anchor="lm")
    guide.text(MARGIN, 57, "Forgot the password?", LEAD, bold=True, colour=ACCENT)
    reset = "With this service you reset it yourself, at once.\nYou need not ask an administrator."
    guide.text(MARGIN, 63.4, reset, 13)


def log_in(guide: Guide) -> None:
    guide.heading("How do I enable this?", "Log in to the MIMS Portal", "1")
    guide.text(MARGIN, 27, "You do this once.\n\nOn the main menu,\nclick", LEAD)
    guide.text(MARGIN, 54, "Setup Security\nQuestions", 17, bold=True)
    guide.window("", PORTAL)
    for left, words in ((65.5, ("Setup", "Security", "Questions")), (101.5, ("My", "Account"))):
        guide.box(left, 36, left + 29, 65)
        for place, word in enumerate(words):
            y = 50.5 + (place - (len(words) - 1) / 2) * 5.2
            guide.text(left + 14.5, y, word, SMALL, bold=len(words) > 2, anchor="mm")
    guide.ring(64.2, 34.7, 95.8, 66.3)


def questions(guide: Guide) -> None:
    guide.heading("How do I enable this?", "Set your questions", "2")
    guide.text(MARGIN, 27, "Choose 3 questions\nand set the answers\nto them.\n\nThen click", LEAD)
    guide.text(MARGIN, 60.5, "Save Answers", 17, bold=True)
    guide.window("Setup Security Questions")
    for place in range(3):
        top = 34.6 + place * 7.7
        guide.box(FIELD_LEFT, top, 97, top + 5.8, radius=0.6)
        guide.text(FIELD_LEFT + 1.8, top + 2.9, f"Question {place + 1}", SMALL, anchor="lm")
        corners = ((91.6, top + 2), (94.6, top + 2), (93.1, top + 4.1))
        guide.draw.polygon([tuple(guide.px(x, y)) for x, y in corners], LINE)
        guide.box(99, top, FIELD_RIGHT, top + 5.8, radius=0.6)
        guide.to_fill_in(100.8, top + 2.9, "Your answer")
    guide.button(36, "Save Answers")


def forgot(guide: Guide) -> None:
    guide.heading("Forgot your MIMS password?", "Go to the portal", "1")
    guide.text(MARGIN, 27, "Once your questions\nare set, go to the\naddress shown here.\n\nThen click", LEAD)
    guide.text(MARGIN, 60.5, "Forgot\nPassword?", 17, bold=True, leading=1.2)
    guide.window("", PORTAL)
    guide.field(34.2, "Username")
    guide.field(45.6, "Password")
    guide.text(86.5, 63.2, "Forgot Password?", SMALL, bold=True, colour=ACCENT, anchor="mm")
    guide.line(68, 65.8, 105, 65.8, colour=ACCENT)  # a link
    guide.ring(FIELD_LEFT, 59, FIELD_LEFT + 44, 68.4)


def answers(guide: Guide) -> None:
    guide.heading("Forgot your MIMS password?", "Answer your questions", "2")
    guide.text(MARGIN, 27, "Type your username\nand answer the\nquestions you set.\n\nThen click", LEAD)
    guide.text(MARGIN, 60.5, "Check Answers", 17, bold=True)
    guide.window("Password Reset")
    guide.field(34.2, "Username")
    guide.typed(66.3, 39.7, "full_name@students.edu.sg")
    guide.field(45.6, "Your first question", "Your answer")
    guide.button(38, "Check Answers")


def change(guide: Guide) -> None:
    guide.heading("Forgot your MIMS password?", "Choose a new password", "3")
    rules = (
        "at least 12 characters",
        "no symbol at the start",
        "no part of the name\nor username",
        "at least three of these:\nCAPITAL, small letter,\nnumber, symbol",
    )
    y = guide.text(MARGIN, 24, "Capital and small\nletters matter", 13, bold=True, leading=1.2)
    for rule in rules:
        guide.draw.ellipse(guide.px(MARGIN, y + 2.4, MARGIN + 1.4, y + 3.8), ACCENT)
        y = guide.text(MARGIN + 3.2, y + 0.6, rule, SMALL, leading=1.16)
    guide.window("Change Password")
    guide.field(34.2, "New password")
    guide.field(45.6, "Confirm password")
    guide.button(43, "Change Password")


def thanks(guide: Guide) -> None:
    middle = WIDTH / 2
    guide.draw.ellipse(guide.px(middle - 10, 14, middle + 10, 34), None, ACCENT, guide.px(1.2)[0])
    guide.line(middle - 5, 24.4, middle - 1.4, 28.2, middle + 5.4, 19.6, width=1.6, colour=ACCENT)
    guide.text(middle, 48, "Thank you", 34, bold=True, anchor="mm")
    guide.line(middle - 20, 57, middle + 20, 57, width=0.6, colour=ACCENT)


GUIDES: tuple[Callable[[Guide], None], ...] = (
    cover, about, log_in, questions, forgot, answers, change, thanks,
)  # fmt: skip


def main() -> None:
    for number, draw in enumerate(GUIDES, 1):
        guide = Guide()
        draw(guide)
        guide.save(f"mims{number}.png")


if __name__ == "__main__":
    main()
