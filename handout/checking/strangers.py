"""Whether a set was made from a different list: then one message is enough."""

from collections.abc import Iterator

from handout.checking.difference import Difference
from handout.checking.printed import PrintedSet
from handout.checking.words import squeezed
from handout.model import Roster


def of_other_children(printed: PrintedSet, roster: Roster) -> Iterator[Difference]:
    """One difference where fewer than half of the children named in the set are in the list, else none."""
    listed = {squeezed(student.name) for student in roster.students}
    names = [panel.name for panel in printed.panels if panel.name]
    known = sum(name in listed for name in names)
    if 2 * known >= len(names):
        return
    children = (
        "its only child is not" if len(names) == 1 else f"{known or 'none'} of its {len(names)} children"
    )
    verb = "" if len(names) == 1 else " are" if known > 1 else " is"
    yield Difference(f"this set was not made from this list: {children}{verb} in it.", remedy="file")
