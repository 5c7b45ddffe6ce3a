"""Which column of a table is which: decided by the words of its heading and by what its cells hold.

Where two columns may be meant, or the heading says one thing and the cells another, it is a question.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import combinations
from typing import cast

from handout.classlist.asking import Asking
from handout.classlist.headings import Heading, Part
from handout.classlist.holdings import (
    Kind,
    agree,
    class_key,
    is_bare_username,
    is_class,
    is_name,
    kinds_of,
    mostly,
)
from handout.classlist.resemblance import share_of_own_names
from handout.classlist.tables import Table
from handout.model import JOINED, NO_ANSWERS, NO_COLUMN, Answers, Field, Question

_NEARLY_ALL = 0.8
_FEW = 3  # cells: so few say nothing of a whole column


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


@dataclass
class _Table:
    """A table with what its cells hold, and the questions it leaves."""

    table: Table
    domain: str
    answers: Answers
    ask: Asking
    questions: list[Question] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.cells = {place: self.table.column(place) for place in self.table.columns}
        self.kinds = {place: kinds_of(cells, self.domain) for place, cells in self.cells.items()}

    def heading(self, place: int) -> Heading:
        return self.table.heading(place)

    def meant(self, part: Part, *, weak: bool = False, worst: int = 99) -> list[int]:
        """The columns whose heading plainly says so (or, `weak`, may say so), the plainest first."""
        found = []
        for place in self.cells:
            meaning = self.heading(place).meaning
            if meaning and meaning.part == part and meaning.is_weak == weak and meaning.rank <= worst:
                found.append((meaning.rank, place))
        return [place for _, place in sorted(found)]

    def unnamed(self, *, with_heading: bool = True) -> list[int]:
        """The columns whose heading says nothing, or that have none."""
        places = [place for place in self.cells if not self.heading(place).is_ruled_out]
        return [place for place in places if self._says_nothing(self.heading(place), with_heading)]

    @staticmethod
    def _says_nothing(heading: Heading, with_heading: bool) -> bool:
        weak = heading.meaning is None or heading.meaning.is_weak
        return weak if with_heading else not heading.text

    def differing(self, places: Sequence[int]) -> list[int]:
        """The columns without those that are empty, or say the same as one before them."""
        kept: list[int] = []
        for place in places:
            if self.kinds[place] and not any(agree(self.cells[one], self.cells[place]) for one in kept):
                kept.append(place)
        return kept

    def answered(self, of: Field) -> tuple[int, ...] | None:
        """The columns that the office has named; None where it has not, or where it is asked again."""
        answer = self.answers.column(of, self.ask.worksheet)
        if answer is None:
            return None
        if answer == NO_COLUMN:
            return ()
        places = [self._find(part.strip()) for part in _parts_of(answer, self.table)]
        known = [place for place in places if place is not None]
        if len(known) < len(places) or any(self.heading(place).is_secret for place in known):
            self.questions.append(self.ask.unknown(of, answer, self.table))
            return ()
        return tuple(known)

    def _find(self, answer: str) -> int | None:
        """The column of a heading; else of a letter."""
        same = [place for place in self.cells if _same(self.heading(place), answer)]
        letters = [place for place in self.cells if self.ask.letter(place) == answer.upper()]
        return next(iter(same or letters), None)


def beside_each_other(table: Table, domain: str) -> bool:
    """Tell whether a row of headings has two tables: names, and what belongs to them, again at the right."""
    meanings = [heading.meaning for heading in table.headings]
    if sum(meaning is not None and meaning.part == "name" for meaning in meanings) < 2:
        return False
    at = _Table(table, domain, NO_ANSWERS, Asking("", ""))
    names = sorted(at.meant("name"))
    if len(at.differing(names)) < 2:
        return False
    others = [sorted(at.meant(part)) for part in ("number", "username", "class")]
    return any(
        len(places) > 1 and places[0] < names[1] <= places[-1] + 1 and places[-1] > names[0]
        for places in others
    )


def decide_columns(
    table: Table, domain: str, answers: Answers, ask: Asking
) -> tuple[Columns, list[Question]]:
    """The columns of a table, and what only the office can say of them."""
    at = _Table(table, domain, answers, ask)
    name = _name(at)
    usernames, unsure = _usernames(at, name)
    number = _one(at, "number", _number)
    class_name = _one(at, "class", _class)
    level = _level(at, class_name)
    return Columns(name, number, class_name, level, usernames, unsure), at.questions


def _parts_of(answer: str, table: Table) -> list[str]:
    whole = any(_same(heading, answer) for heading in table.headings)
    return [answer] if whole else answer.split(JOINED)


def _same(heading: Heading, answer: str) -> bool:
    texts = {heading.text.casefold(), heading.shown.casefold()} - {""}
    return answer.casefold() in texts


def _one(at: _Table, of: Field, decide: Callable[[_Table], int | None]) -> int | None:
    """The one column of a field: as answered, else as decided."""
    answered = at.answered(of)
    return next(iter(answered), None) if answered is not None else decide(at)


def _name(at: _Table) -> tuple[int, ...]:
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


def _denies_names(at: _Table, place: int) -> bool:
    """Tell whether the cells of a column are no names, most of them."""
    kinds = at.kinds[place]
    others: tuple[Kind, ...] = ("other",) if kinds.total() > _FEW else ()
    return mostly(kinds, "username", "address", "number", *others) and not _numbered_names(at.cells[place])


def _numbered_names(cells: Iterable[str]) -> bool:
    """1. TAN WEI JIE: a number before each name."""
    filled = [cell for cell in cells if cell]
    return all(is_name(cell.lstrip("0123456789.) ")) for cell in filled)


def _holds_names(at: _Table, place: int) -> bool:
    return mostly(at.kinds[place], "name", share=_NEARLY_ALL)


def _whole_name(at: _Table, place: int) -> tuple[int, ...]:
    """A column "Name" beside one of surnames is the whole name only where it has them in it."""
    for other in at.meant("family"):
        pairs = zip(at.cells[place], at.cells[other], strict=True)
        if not all(
            set(family.casefold().split()) <= set(name.casefold().split()) for name, family in pairs if name
        ):
            at.questions.append(at.ask.order(at.table, [(place,), (other, place), (place, other)]))
            return ()
    return (place,)


def _joined_parts(at: _Table) -> tuple[int, ...]:
    """Surname first is the order of the register; with the given name first, nobody can tell."""
    first, last, middle = at.meant("given")[0], at.meant("family")[0], at.meant("middle")
    between = tuple(place for place in middle[:1] if at.kinds[place])
    if last < first and not between:
        return (last, first)
    at.questions.append(at.ask.order(at.table, [(last, first, *between), (first, *between, last)]))
    return ()


def _usernames(at: _Table, name: tuple[int, ...]) -> tuple[tuple[int, ...], frozenset[Field]]:
    """All columns that may hold usernames, and whether a heading says so."""
    answered = at.answered("username")
    if answered is not None:
        return answered, frozenset()
    named = at.meant("username")
    if _same_twice(at, named):
        at.questions.append(at.ask.which("username", at.table, [(place,) for place in named], none=True))
        return (), frozenset()
    ours = [place for place in at.cells if _holds_usernames(at, place)]
    plain = [place for place in at.meant("username") if place in ours]
    if plain:
        return _agreeing(at, plain), frozenset()
    if ours:
        return _unheaded(at, ours, name)
    return _without_domain(at, at.meant("username")), frozenset()


def _same_twice(at: _Table, places: Sequence[int]) -> bool:
    """Tell whether one heading is there twice with different cells: one column may be another child's."""
    texts = {place: at.heading(place).text.casefold() for place in places}
    return any(
        texts[one] == texts[two] and at.kinds[two] and not agree(at.cells[one], at.cells[two])
        for one, two in combinations(sorted(places), 2)
    )


def _holds_usernames(at: _Table, place: int) -> bool:
    """Under a heading one address of ours is enough; without one, or among others, they must be in most rows."""
    meaning, kinds = at.heading(place).meaning, at.kinds[place]
    if meaning and meaning.part == "username":
        return kinds["username"] > 0
    filled = kinds.total() if at.heading(place).text else len(at.table.rows)
    return kinds["username"] * 2 > filled


def _agreeing(at: _Table, places: list[int]) -> tuple[int, ...]:
    """Columns of usernames that nowhere contradict each other, or only in a few rows; else a question."""
    first = places[0]
    for other in places[1:]:
        pairs = [
            (one, two)
            for one, two in zip(at.cells[first], at.cells[other], strict=True)
            if "@" in one and "@" in two
        ]
        apart = [
            one for one, two in pairs if one.casefold() != two.casefold() and at.domain in two.casefold()
        ]
        if len(apart) * 5 > len(pairs):
            at.questions.append(at.ask.which("username", at.table, [(place,) for place in places], none=True))
            return ()
    return tuple(places)


def _unheaded(
    at: _Table, places: list[int], name: tuple[int, ...]
) -> tuple[tuple[int, ...], frozenset[Field]]:
    """Usernames under no heading of theirs: taken where they fit the names beside them, else a question."""
    free = at.unnamed()
    if len(places) == 1 and places[0] in free and name:
        names = [" ".join(parts) for parts in zip(*(at.cells[place] for place in name), strict=True)]
        kinds = at.kinds[places[0]]
        if (
            mostly(kinds, "username", share=_NEARLY_ALL)
            and share_of_own_names(names, at.cells[places[0]]) > _NEARLY_ALL
        ):
            return (places[0],), frozenset({"username"})
    choices = [(place,) for place in places if not at.heading(place).is_secret]
    at.questions.append(at.ask.which("username", at.table, choices, none=True))
    return (), frozenset()


def _without_domain(at: _Table, named: list[int]) -> tuple[int, ...]:
    """Columns that are headed as usernames and have none of the school's domain."""
    for place in named:
        filled = [cell for cell in at.cells[place] if cell]
        if filled and len(filled) * 2 <= len(at.cells[place]):
            return (place,)
        if filled and all(map(is_bare_username, filled)) and not mostly(at.kinds[place], "class", "number"):
            if not at.answers.add_domain:
                at.questions.append(at.ask.domain(at.table, place, at.domain))
            return (place,)
    for place in named:
        kinds, meaning = at.kinds[place], at.heading(place).meaning
        is_plain = meaning is not None and meaning.rank < 2
        if kinds and (not mostly(kinds, "address") or is_plain):
            at.questions.append(at.ask.other_cells(at.table, place, at.domain))
            return ()
    return tuple(place for place in named if not at.kinds[place])[:1]


def _number(at: _Table) -> int | None:
    """The plainest column of small numbers; two of one rank that differ are a question."""
    named = at.meant("number")
    holding = [place for place in named if not at.kinds[place] or mostly(at.kinds[place], "number")]
    if not holding:
        few = [place for place in at.meant("number", worst=2) if at.kinds[place].total() <= _FEW]
        return next(iter(few), None)
    ranks = {place: meaning.rank for place in holding if (meaning := at.heading(place).meaning)}
    best = at.differing([place for place in holding if ranks[place] == ranks[holding[0]]])
    if len(best) > 1:
        at.questions.append(at.ask.which("number", at.table, [(place,) for place in best], none=True))
        return None
    return next(iter(best or holding))


def _class(at: _Table) -> int | None:
    named = [place for place in at.meant("class") if at.kinds[place]]
    plain = at.differing(named)
    if len(plain) > 1:
        at.questions.append(at.ask.which("class", at.table, [(place,) for place in plain], none=True))
        return None
    if plain:
        if _denies_classes(at, plain[0]):
            at.questions.append(at.ask.other_cells(at.table, plain[0], at.domain, "class"))
            return None
        return plain[0]
    maybe = [place for place in at.unnamed() if mostly(at.kinds[place], "class", share=_NEARLY_ALL)]
    if maybe:
        at.questions.append(at.ask.which("class", at.table, [(place,) for place in maybe], none=True))
    return None


def _denies_classes(at: _Table, place: int) -> bool:
    """Tell whether the cells are no classes: usernames, or something else in nearly every row."""
    filled = [class_key(cell) for cell in at.cells[place] if cell]
    if mostly(at.kinds[place], "username", "address"):
        return True
    unlike = [cell for cell in filled if not is_class(cell)]
    return len(filled) > _FEW and len(set(unlike)) * 2 > len(filled)


def _level(at: _Table, class_name: int | None) -> int | None:
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
