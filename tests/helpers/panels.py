"""The children of a panel's tests, and the panel of one as a block."""

import pytest

from handout.model.content import Content
from handout.model.student import Student
from handout.pages.panel import PanelBlock
from handout.pdf.tagging import Element
from handout.theme import (
    LARGE,
    NORMAL,
    Theme,
)
from helpers.school import child

THEMES = pytest.mark.parametrize("theme", [NORMAL, LARGE], ids=["normal", "large"])


GIVEN = child("TAN MEI LING")


WORKED_OUT = GIVEN._replace(origin="derived")


LONG_WORKED_OUT = WORKED_OUT._replace(username="muhammad_danish_haziq_abdul_rahman@students.edu.sg")


def panel(
    content: Content, theme: Theme = NORMAL, student: Student = GIVEN, lines: int = 2, **labels: str
) -> PanelBlock:
    return PanelBlock(
        reader=content.panel.primary_1_to_3,
        labels=content.panel.labels._replace(**labels),
        settings=content.settings,
        portal_note=(),
        theme=theme,
        student=student,
        element=Element("Sect"),
        new_passwords=lines,
    )


TWO_LINES = "muhammad_danish_haziq_abdul_rahman_iskandar@students.edu.sg"


TAMIL = child("முகம்மது அப்துல் ரஹ்மான் கிருஷ்ணமூர்த்தி சுப்பிரமணியம் விஜயலட்சுமி", username=TWO_LINES)


KINDS = {
    "everything known": GIVEN,
    "no username": child("TAN MEI LING", username=""),
    "a spare": child("", number="", username=""),
    "long": child("ALEXANDRIA CHRISTABELLE FERNANDEZ-WOLLSTONECRAFT DE SOUZA", username=TWO_LINES),
    "worked out": WORKED_OUT,
    "long, worked out": WORKED_OUT._replace(username=TWO_LINES),
}
