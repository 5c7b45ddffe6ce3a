"""What can be drawn, how wide it is, and where it breaks: faces, lines and fitting."""

from handout.typesetting.chain import in_faces, missing_characters
from handout.typesetting.faces import EM, END, Cluster, Face, Glyph
from handout.typesetting.fitting import MOST_LINES, fit_name, fit_username
from handout.typesetting.letters import is_right_to_left, language_of
from handout.typesetting.lines import Line, set_text, single_line, with_space

__all__ = [
    "EM",
    "END",
    "MOST_LINES",
    "Cluster",
    "Face",
    "Glyph",
    "Line",
    "fit_name",
    "fit_username",
    "in_faces",
    "is_right_to_left",
    "language_of",
    "missing_characters",
    "set_text",
    "single_line",
    "with_space",
]
