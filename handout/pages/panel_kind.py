"""What the panel depends on besides its letters: which values are known, and which take a second line; points."""

from handout import theme
from handout.model import Student
from handout.pages.fields import PERSONAL_FIELDS
from handout.theme import Theme, points
from handout.typesetting import fit_name, fit_username

LEFT, RIGHT = points(theme.PANEL_PADDING), points(theme.MEASURE - theme.PANEL_PADDING)


def code_left(look: Theme) -> float:
    return points(theme.MEASURE - theme.QR_INSET - look.code)


def beside_code(look: Theme) -> float:
    """Where a row ends that has the QR code at its right."""
    return code_left(look) - points(theme.PANEL_GAP)


def panel_kind(student: Student, look: Theme) -> tuple[int, ...]:
    """Children of a kind have the same panel, but for the letters."""
    known = [bool(getattr(student, name)) for name in PERSONAL_FIELDS]
    derived = student.origin == "derived"
    return (*known, derived, name_lines(student, look), username_lines(student, look))


def name_lines(student: Student, look: Theme) -> int:
    """How many lines the name takes."""
    width = beside_code(look) - (LEFT + points(look.label_column))
    return len(fit_name(student.name, width, look.name_sizes, look.most_name_lines, look.name_wrapped_sizes))


def username_lines(student: Student, look: Theme) -> int:
    """How many lines the username takes; 0 where it is not known."""
    width = RIGHT - (LEFT + points(look.label_column))
    if not student.username:
        return 0
    return len(fit_username(student.username, width, look.username_sizes, look.username_wrapped_sizes))
