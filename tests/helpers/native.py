"""What this computer's own Python prints: every browser must give the same bytes."""

from pathlib import Path

from handout import load_content, read_students
from handout.model import Layout, Look
from handout.printing import PrintOrder
from handout.web import School
from handout.web.choices import Choices
from handout.web.work import print_set

SYLLABLES = ("MEI", "LING", "JO", "ANN", "KAI", "WEN", "HUI", "XIN", "YI", "JIA", "ZHI", "HAO", "RUI")


def children(count: int) -> str:
    """A school's list: classes of forty, eight to a level."""
    rows = (
        f"{number % 40 + 1},{_name(number)},{number // 320 + 1}{'ABCDEFGH'[number // 40 % 8]},child_{number}@students.edu.sg"
        for number in range(count)
    )
    return "\n".join(["No,Name,Class,Email", *rows])


def _name(number: int) -> str:
    first, second = divmod(number, len(SYLLABLES) ** 2)
    second, third = divmod(second, len(SYLLABLES))
    return f"TAN {SYLLABLES[first]} {SYLLABLES[second]} {SYLLABLES[third]}"


def printed_natively(school: Path, text: str, layout: Layout, look: Look) -> dict[str, bytes]:
    domain = load_content(school / "content.yaml").settings.domain
    roster = read_students(Path("3A.csv"), domain=domain, data=text.encode())
    assert roster.problems == ()
    choices = Choices(look, PrintOrder(layout=layout))
    return {file.name: file.data for file in print_set(School(school / "content.yaml"), roster, choices)}
