"""The columns of the usernames: those that are headed so and hold the school's addresses, or only hold them."""

from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations

from handout.classlist.column_facts import FEW, NEARLY_ALL, TableFacts
from handout.classlist.holdings import agree, is_bare_username, mostly
from handout.classlist.resemblance import (
    fits,
    has_latin,
    is_made_of_words,
    share_of_own_names,
    shares_a_word,
    words_of_name,
    words_of_username,
)
from handout.classlist.vocabulary import word_set

_HALF = 0.5
_ANONYMOUS = word_set("anonymous anonym anonyme anonimo 匿名")


def decide_usernames(at: TableFacts, name: tuple[int, ...]) -> tuple[tuple[int, ...], bool]:
    """All columns that may hold usernames, and whether a heading says so."""
    answered = at.answered("username")
    if answered is not None:
        return answered, False
    named = at.meant("username")
    if _same_twice(at, named):
        at.questions.append(at.ask.which("username", at.table, [(place,) for place in named], none=True))
        return (), False
    ours = [place for place in at.cells if _holds_usernames(at, place)]
    plain = [place for place in named if place in ours]
    if plain:
        agreeing = _agreeing(at, [*plain, *_rivals(at, plain[0], ours)])
        if agreeing and name and _are_others(at, name, agreeing[0]):
            at.questions.append(at.ask.other_usernames(at.table, agreeing[0], name))
            return (), False
        return agreeing, False
    if ours:
        return _unheaded(at, ours, name)
    return _without_domain(at, named), False


def _same_twice(at: TableFacts, places: Sequence[int]) -> bool:
    """Whether one heading is there twice with different cells: one column may be another child's."""
    texts = {place: at.heading(place).text.casefold() for place in places}
    return any(
        texts[one] == texts[two] and at.kinds[two] and not agree(at.cells[one], at.cells[two])
        for one, two in combinations(places, 2)
    )


def _holds_usernames(at: TableFacts, place: int) -> bool:
    """Under a heading one address of ours is enough; without one, or among others, they must be in most rows."""
    meaning, kinds = at.heading(place).meaning, at.kinds[place]
    if meaning and meaning.part == "username":
        return kinds["username"] > 0
    filled = kinds.total() if at.heading(place).text else len(at.table.rows)
    return kinds["username"] * 2 > filled


def _rivals(at: TableFacts, plain: int, ours: list[int]) -> list[int]:
    """Columns of our addresses whose heading does not rule them out, and that say otherwise: "Username 2026".

    Fewer addresses than in half of the rows are reported row by row.
    """
    return [
        place
        for place in at.unnamed()
        if place in ours
        and at.kinds[place]["username"] * 2 > len(at.cells[place])
        and not agree(at.cells[plain], at.cells[place])
    ]


def _agreeing(at: TableFacts, places: list[int]) -> tuple[int, ...]:
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


def _are_others(at: TableFacts, name: tuple[int, ...], place: int) -> bool:
    """Whether usernames are made of names, but of none in this list: another class's, or the names are others'."""
    beside = [
        (name, username)
        for name, username in zip(_names(at, name), at.cells[place], strict=True)
        if "@" in username and has_latin(name)
    ]
    own = 0
    for child, username in beside:
        own += fits(username, words_of_name(child))
        if own > (1 - NEARLY_ALL) * len(beside):
            return False
    rows = [(words_of_name(child), username) for child, username in beside if is_made_of_words(username)]
    differing = {tuple(words_of_username(username)) for _, username in rows}
    if len(rows) <= FEW or len(rows) < NEARLY_ALL * len(beside) or len(differing) < _HALF * len(rows):
        return False
    all_words, usernames = [words for words, _ in rows], [username for _, username in rows]
    return _known(all_words, usernames) < _HALF * len(rows) and not _resemble(all_words, usernames)


def _known(all_words: Sequence[frozenset[str]], usernames: Sequence[str]) -> int:
    """How many usernames fit any of the names; only names with a word that begins as the username does can."""
    beginning: dict[str, list[frozenset[str]]] = defaultdict(list)
    for words in all_words:
        for start in {word[:2] for word in words}:
            beginning[start].append(words)
    return sum(
        any(fits(username, words) for words in beginning[words_of_username(username)[0][:2]])
        for username in usernames
    )


def _resemble(all_words: Sequence[frozenset[str]], usernames: Sequence[str]) -> bool:
    """Whether usernames share a word with the name beside them far more often than with the next one's."""
    own = sum(map(shares_a_word, usernames, all_words))
    by_chance = sum(map(shares_a_word, usernames, [*all_words[1:], all_words[0]]))
    return own - by_chance > _HALF * len(usernames) or own == len(usernames)


def _names(at: TableFacts, name: tuple[int, ...]) -> list[str]:
    return [" ".join(parts) for parts in zip(*(at.cells[place] for place in name), strict=True)]


def _unheaded(at: TableFacts, places: list[int], name: tuple[int, ...]) -> tuple[tuple[int, ...], bool]:
    """Usernames under no heading of theirs: taken where they fit the names beside them, else a question."""
    free = at.unnamed()
    if len(places) == 1 and places[0] in free and name:
        names = _names(at, name)
        kinds = at.kinds[places[0]]
        if (
            mostly(kinds, "username", share=NEARLY_ALL)
            and share_of_own_names(names, at.cells[places[0]]) > NEARLY_ALL
        ):
            return (places[0],), True
    choices = [(place,) for place in places if not at.heading(place).is_secret]
    at.questions.append(at.ask.which("username", at.table, choices, none=True))
    return (), False


def _is_anonymous(cells: Sequence[str]) -> bool:
    """Whether every row has the word that a form writes where it asks for no address."""
    return {cell.casefold() for cell in cells} <= _ANONYMOUS


def _without_domain(at: TableFacts, named: list[int]) -> tuple[int, ...]:
    """Columns that are headed as usernames and have none of the school's domain."""
    named = [place for place in named if not _is_anonymous(at.cells[place])]
    for place in named:
        filled = [cell for cell in at.cells[place] if cell]
        if filled and len(filled) * 2 <= len(at.cells[place]):
            return (place,)
        if filled and all(map(is_bare_username, filled)) and not mostly(at.kinds[place], "class"):
            if not at.answers.add_domain:
                at.questions.append(at.ask.domain(at.table, place, at.domain))
            return (place,)
    for place in named:
        kinds, meaning = at.kinds[place], at.heading(place).meaning
        is_plain = meaning is not None and meaning.rank < 2
        if kinds and (not mostly(kinds, "address") or is_plain):
            at.questions.append(at.ask.no_usernames(at.table, place, at.domain))
            return ()
    return tuple(place for place in named if not at.kinds[place])[:1]
