"""Draw the eight guides that come with the project: `python images/draw_guides.py`.

They carry the messages of a school's slides, drawn for paper: white ground, one accent that a mono
copier keeps, the place to click ringed, text of 12.5 pt or more, which is 10.5 where three are on a page;
what is typed letter by letter has 11.
"""

from collections.abc import Callable

from guide import ACCENT, FIELD_LEFT, FIELD_RIGHT, LEAD, LINE, MARGIN, SMALL, TEXT, WIDTH, Guide

PORTAL = "https://mims.moe.gov.sg/sspr"


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
