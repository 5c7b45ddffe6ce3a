"""The column of the names, or the columns that make them together."""

from collections.abc import Iterable

from handout.classlist.column_facts import FEW, NEARLY_ALL, TableFacts
from handout.classlist.holdings import Kind, is_name, is_titled, mostly
from handout.classlist.resemblance import has_latin, share_of_own_names


def decide_name(at: TableFacts) -> tuple[tuple[int, ...], bool]:
    """The columns that make the name, and whether only the usernames beside them say so."""
    answered = at.answered("name")
    if answered or at.questions:  # a question: the answer is no column, and is asked for again
        return answered or (), False
    named = at.meant("name")
    plain = _plain(at, named)
    unnamed = [place for place in at.unnamed() if _holds_names(at, place)]
    if plain:
        return _read_plain(at, plain, unnamed), False
    if not named and at.meant("given") and at.meant("family"):
        return _joined_parts(at), False
    proven = at.differing([place for place in unnamed if _leads_to_usernames(at, place)])
    if not named and len(proven) == 1:
        return (proven[0],), True
    maybe = dict.fromkeys([*at.meant("name", weak=True), *unnamed, *named])
    at.questions.append(at.ask.which("name", at.table, [(place,) for place in maybe]))
    return (), False


def _read_plain(at: TableFacts, plain: list[int], unnamed: list[int]) -> tuple[int, ...]:
    """The one column headed as names; asked about where it holds single words, and another column names."""
    kinds = at.kinds[plain[0]]
    if kinds.total() > FEW and mostly(kinds, "word"):
        plain = [*plain, *unnamed]
    if len(plain) > 1:
        at.questions.append(at.ask.which("name", at.table, [(place,) for place in plain]))
        return ()
    return _whole_name(at, plain[0])


def _plain(at: TableFacts, named: list[int]) -> list[int]:
    """The columns headed as names that hold some; of those that differ, the ones in Latin letters."""
    holding = [place for place in named if not _denies_names(at, place)]
    plain = at.differing(holding)
    if len(plain) < 2:
        return plain or holding[:1]
    return [
        place for place in plain if sum(map(has_latin, at.cells[place])) * 2 > at.kinds[place].total()
    ] or plain


def _denies_names(at: TableFacts, place: int) -> bool:
    """Whether the cells of a column are no names, most of them: something else, repeated, or with Mr and Mrs."""
    kinds, filled = at.kinds[place], [cell for cell in at.cells[place] if cell]
    if len(filled) > FEW and (
        len(set(filled)) * 2 < len(filled) or sum(map(is_titled, filled)) * 2 > len(filled)
    ):
        return True
    others: tuple[Kind, ...] = ("other",) if kinds.total() > FEW else ()
    return mostly(kinds, "username", "address", "number", *others) and not _numbered_names(at.cells[place])


def _numbered_names(cells: Iterable[str]) -> bool:
    """1. TAN WEI JIE: a number before each name."""
    filled = [cell for cell in cells if cell]
    return all(is_name(cell.lstrip("0123456789.) ")) for cell in filled)


def _holds_names(at: TableFacts, place: int) -> bool:
    return mostly(at.kinds[place], "name", share=NEARLY_ALL)


def _leads_to_usernames(at: TableFacts, place: int) -> bool:
    """Whether the usernames of another column, filled in nearly every row, come from these names."""
    names = at.cells[place]
    return any(
        kinds["username"] > NEARLY_ALL * len(names)
        and share_of_own_names(names, at.cells[other]) > NEARLY_ALL
        for other, kinds in at.kinds.items()
    )


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
    if not at.kinds[last]:
        return (first, *between)
    if last < first and not between:
        return (last, first)
    at.questions.append(at.ask.order(at.table, [(last, first, *between), (first, *between, last)]))
    return ()
