"""Which column of a table is which: decided by the words of its heading and by what its cells hold.

Where two columns may be meant, or the heading says one thing and the cells another, it is a question.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import cast

from handout.classlist.asking import Asking
from handout.classlist.column_facts import FEW, NEARLY_ALL, Held, TableFacts
from handout.classlist.headings import Part, words_of
from handout.classlist.holdings import (
    class_key,
    is_class,
    mostly,
)
from handout.classlist.name_columns import decide_name
from handout.classlist.tables import Table
from handout.classlist.username_columns import decide_usernames
from handout.classlist.vocabulary import NO_CLASS
from handout.model import Answers, Field, Question

_FIGURES = 6  # of a number in a class
_PLAIN = 2  # a heading of register numbers up to this rank is plain: "No" is, "Student No" may be another's


@dataclass(frozen=True)  # no slots: `read` is kept
class Columns:
    """Where the fields of a child are: columns counted from 0, None where the table has none.

    `name` are the columns that make the name together. `usernames` are all that may hold usernames, the one
    that counts first. `level` is read where one class name has two levels. `unsure` are fields taken from the
    cells against no clear heading.
    """

    name: tuple[int, ...] = ()
    number: int | None = None
    class_name: int | None = None
    level: int | None = None
    usernames: tuple[int, ...] = ()
    unsure: frozenset[Field] = field(default_factory=frozenset)

    @cached_property
    def read(self) -> dict[int, Field]:
        """Every column that is read, and the field that it is."""
        singles = {self.number: "number", self.class_name: "class", self.level: "class"}
        several = dict.fromkeys(self.name, "name") | dict.fromkeys(self.usernames, "username")
        found = {column: of for column, of in (singles | several).items() if column is not None}
        return cast("dict[int, Field]", found)


def beside_each_other(table: Table, domain: str) -> bool:
    """Whether a row of headings has two tables: names, and what belongs to them, again at the right."""
    names = _headed(table, "name")
    if len(names) < 2 or len(Held(table, domain).differing(names)) < 2:
        return False
    others = [_headed(table, part) for part in ("number", "username", "class")]
    return any(len(places) > 1 and places[0] < names[1] <= places[-1] + 1 for places in others)


def _headed(table: Table, part: Part) -> list[int]:
    """The columns whose heading plainly says so, from the left."""
    meanings = {place: heading.meaning for place, heading in enumerate(table.headings)}
    return [place for place, one in meanings.items() if one and one.part == part and not one.is_weak]


def decide_columns(
    table: Table, domain: str, answers: Answers, ask: Asking
) -> tuple[Columns, list[Question]]:
    """The columns of a table, and what only the office can say of them."""
    at = TableFacts(table, domain, answers, ask)
    name, is_proven = decide_name(at)
    usernames, are_proven = decide_usernames(at, name)
    number = _one(at, "number", _number)
    class_name = _one(at, "class", _class)
    level = _level(at, class_name)
    fields: tuple[tuple[bool, Field], ...] = ((is_proven, "name"), (are_proven, "username"))
    unsure = frozenset(of for by_cells, of in fields if by_cells)
    return Columns(name, number, class_name, level, usernames, unsure), at.questions


def _one(at: TableFacts, of: Field, decide: Callable[[TableFacts], int | None]) -> int | None:
    """The one column of a field: as answered, else as decided. Of a class and its level it is the class."""
    answered = at.answered(of)
    if answered is None:
        return decide(at)
    plain = [place for place in answered if place not in at.meant("level")]
    return next(iter(plain or answered), None)


def _number(at: TableFacts) -> int | None:
    """The plainest column of small numbers; two of one rank that differ are a question."""
    named = at.meant("number")
    ranks = {place: meaning.rank for place in named if (meaning := at.heading(place).meaning)}
    holding = [place for place in named if not at.kinds[place] or _holds_numbers(at, place)]
    if not holding:
        few = [place for place in named if ranks[place] <= _PLAIN and at.kinds[place].total() <= FEW]
        return next(iter(few), None)
    best = at.differing([place for place in holding if ranks[place] == ranks[holding[0]]])
    if len(best) > 1:
        at.questions.append(at.ask.which("number", at.table, [(place,) for place in best], none=True))
        return None
    return next(iter(best or holding))


def _holds_numbers(at: TableFacts, place: int) -> bool:
    """Whether most cells are numbers, or the others are classes, as where the cells of some rows have moved."""
    kinds = at.kinds[place]
    return mostly(kinds, "number") or (
        kinds["number"] > 0 and mostly(kinds, "number", "class", share=NEARLY_ALL)
    )


def _class(at: TableFacts) -> int | None:
    named = [place for place in at.meant("class") if at.kinds[place]] or [
        place for place in at.meant("level") if mostly(at.kinds[place], "class", share=NEARLY_ALL)
    ]
    plain = at.differing(named)
    if len(plain) > 1:
        at.questions.append(at.ask.which("class", at.table, [(place,) for place in plain], none=True))
        return None
    if plain:
        if _denies_classes(at, plain[0]):
            at.questions.append(at.ask.no_classes(at.table, plain[0]))
            return None
        if others := _better_classes(at, plain[0]):
            at.questions.append(
                at.ask.which("class", at.table, [(place,) for place in (plain[0], *others)], none=True)
            )
            return None
        return plain[0]
    maybe = [
        place
        for place in at.unnamed()
        if mostly(at.kinds[place], "class", share=NEARLY_ALL)
        and NO_CLASS.isdisjoint(words_of(at.heading(place).text))
    ]
    if maybe:
        at.questions.append(at.ask.which("class", at.table, [(place,) for place in maybe], none=True))
        return None
    return next(iter(at.meant("class")), None)  # empty: its formulas may have no saved values


def _denies_classes(at: TableFacts, place: int) -> bool:
    """Whether the cells are no classes: usernames, or something else in nearly every row."""
    filled = at.kinds[place].total()
    if mostly(at.kinds[place], "username", "address"):
        return True
    unlike = [key for key in set(map(class_key, set(at.cells[place]))) if key and not is_class(key)]
    return filled > FEW and (len(unlike) * 2 > filled or _counts_on(at.cells[place]))


def _counts_on(cells: Iterable[str]) -> bool:
    """Whether each class is the one above it and one more, P3-1, P3-2: so Excel fills cells that are dragged."""
    filled = [cell for cell in cells if cell]
    start = filled[0].rstrip("0123456789")
    figures = filled[0][len(start) :][:_FIGURES]
    first = int(f"0{figures}")
    return filled == [f"{start}{first + more:0{len(figures)}}" for more in range(len(filled))]


def _better_classes(at: TableFacts, place: int) -> list[int]:
    """Other columns that hold plain classes in nearly all rows, where this one holds none: M and F, or the numbers."""
    if mostly(at.kinds[place], "number"):
        return [other for other in at.meant("number") if mostly(at.kinds[other], "class")]
    if any(map(is_class, at.cells[place])):
        return []
    return [other for other in at.unnamed() if mostly(at.kinds[other], "class", share=NEARLY_ALL)]


def _level(at: TableFacts, class_name: int | None) -> int | None:
    """The column of levels, where one class name is there in two levels."""
    levels = [place for place in at.meant("level") if at.kinds[place]]
    if class_name is None or not levels:
        return None
    pairs = {
        (class_key(name), class_key(level))
        for name, level in zip(at.cells[class_name], at.cells[levels[0]], strict=True)
        if name and level
    }
    return levels[0] if len(pairs) > len({name for name, _ in pairs}) else None
