"""What can be drawn, how wide it is, and where it breaks: faces, lines and fitting."""

from handout.typesetting.faces import Face, missing_characters
from handout.typesetting.fitting import MOST_LINES, fit_name, fit_username
from handout.typesetting.lines import Line, set_text, single_line

__all__ = [
    "MOST_LINES",
    "Face",
    "Line",
    "fit_name",
    "fit_username",
    "missing_characters",
    "set_text",
    "single_line",
]
