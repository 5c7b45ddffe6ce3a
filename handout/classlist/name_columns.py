"""The column of the names, or the columns that make them together."""

from collections.abc import Iterable

from handout.classlist.column_facts import FEW, NEARLY_ALL, TableFacts
from handout.classlist.holdings import Kind, is_name, mostly


def decide_name(at: TableFacts) -> tuple[int, ...]:
    answered = at.answered("name")
    if answered:
        return answered
    named = at.meant("name")
    holding = [place for place in named if not _denies_names(at, place)]
    plain = at.differing(holding) or holding[:1]
    if len(plain) > 1:
        at.questions.append(at.ask.which("name", at.table, [(place,) for place in plain]))
        return ()
    if plain:
        return _whole_name(at, plain[0])
    if not named and at.meant("given") and at.meant("family"):
        return _joined_parts(at)
    maybe = [*at.meant("name", weak=True), *(place for place in at.unnamed() if _holds_names(at, place))]
    at.questions.append(
        at.ask.which("name", at.table, [(place,) for place in dict.fromkeys([*maybe, *named])])
    )
    return ()


def _denies_names(at: TableFacts, place: int) -> bool:
    """Tell whether the cells of a column are no names, most of them."""
    kinds = at.kinds[place]
    others: tuple[Kind, ...] = ("other",) if kinds.total() > FEW else ()
    return mostly(kinds, "username", "address", "number", *others) and not _numbered_names(at.cells[place])


def _numbered_names(cells: Iterable[str]) -> bool:
    """1. TAN WEI JIE: a number before each name."""
    filled = [cell for cell in cells if cell]
    return all(is_name(cell.lstrip("0123456789.) ")) for cell in filled)


def _holds_names(at: TableFacts, place: int) -> bool:
    return mostly(at.kinds[place], "name", share=NEARLY_ALL)


def _whole_name(at: TableFacts, place: int) -> tuple[int, ...]:
    """A column "Name" beside one of surnames is the whole name only where it has them in it."""
    for other in at.meant("family"):
        pairs = zip(at.cells[place], at.cells[other], strict=True)
        if not all(
            set(family.casefold().split()) <= set(name.casefold().split()) for name, family in pairs if name
        ):
            at.questions.append(at.ask.order(at.table, [(place,), (other, place), (place, other)]))
            return ()
    return (place,)


def _joined_parts(at: TableFacts) -> tuple[int, ...]:
    """Surname first is the order of the register; with the given name first, nobody can tell."""
    first, last, middle = at.meant("given")[0], at.meant("family")[0], at.meant("middle")
    between = tuple(place for place in middle[:1] if at.kinds[place])
    if last < first and not between:
        return (last, first)
    at.questions.append(at.ask.order(at.table, [(last, first, *between), (first, *between, last)]))
    return ()
