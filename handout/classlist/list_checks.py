"""The list against itself: usernames that are two children's or another child's, rows that are one child's."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from handout.classlist.drafts import Draft
from handout.classlist.findings import Findings, place_of
from handout.classlist.resemblance import (
    fits,
    fits_name,
    has_latin,
    is_made_of_words,
    share_of_words,
    shares_a_word,
    words_of_name,
    words_of_username,
)
from handout.classlist.usernames import PARTICLES, derive_username, folded

MOST_PLACES = 5  # rows that one message names
_NEARLY_ALL, _HALF, _MANY = 0.8, 0.5, 0.2  # shares of a list's usernames
_SOME = 3  # usernames: fewer tell nothing of how a school makes them

_SORTED = "Was a column sorted or moved by itself? Put each username beside its name."
_NUMBER = re.compile(r"[_.]?\d+$")


def drop_repeated(drafts: Sequence[Draft], findings: Findings) -> list[Draft]:
    """Each child once. Without register numbers nobody can tell whether two equal rows are one child."""
    seen: dict[tuple[str, ...], Draft] = {}
    numbered: dict[tuple[str, ...], Draft] = {}
    kept = []
    for draft in drafts:
        child = (draft.class_name, draft.row.register_number, draft.name)
        first = seen.setdefault((*child, draft.username or draft.row.username), draft)
        same = numbered.setdefault(child, draft) if draft.row.register_number else draft
        if same is not draft and first is draft and not _may_be_namesakes(same, draft):
            _tell_apart(same, draft, findings)
        elif first is draft:
            kept.append(draft)
        elif draft.row.register_number or draft.username:
            findings.note(draft, f"This row is the same as {place_of(first.row)}: it is printed once.")
        else:
            what = f"This row is the same as {place_of(first.row)}. Is it one child, or two?"
            findings.problem(draft, what, "Empty one of them, or give each a register number.", "number")
    return kept


def _may_be_namesakes(one: Draft, other: Draft) -> bool:
    """Whether two children of one name and number may each have the username that their row gives."""
    usernames = [draft.username for draft in (one, other) if draft.username]
    return len(usernames) < 2 or all(fits(username, words_of_name(one.name)) for username in usernames)


def _tell_apart(first: Draft, again: Draft, findings: Findings) -> None:
    """Two rows of one class, number and name that give different usernames: it is not known which is right."""
    for draft, other in ((first, again), (again, first)):
        what = f"{_capital(place_of(other.row))} has the same child with another username."
        findings.problem(draft, what, "Find out which is right, and empty the other row.", "username")
    first.leave_blank("two rows of the list give different usernames")


def settle_conflicts(drafts: Sequence[Draft], faulted: Iterable[tuple[str, str]], findings: Findings) -> None:
    """No username may be two children's: where one is, all of them are named and have a blank line.

    `faulted` are usernames in rows that cannot be read, each with the place of its row.
    """
    owners: dict[str, list[Draft]] = defaultdict(list)
    for draft in drafts:
        if draft.username:
            owners[folded(draft.username)].append(draft)
    others: dict[str, list[str]] = defaultdict(list)
    for username, place in faulted:
        others[folded(username)].append(place)
    for username, members in owners.items():
        if len(members) + len(others[username]) == 1:
            continue
        alike = " or one that looks like it" if len({draft.username for draft in members}) > 1 else ""
        for draft in members:
            places = [place_of(one.row) for one in members if one is not draft] + others[username]
            what = f"The same username{alike} is also in {_some(places)}."
            findings.problem(draft, what, "Find out whose it is, and correct the others.", "username")
            draft.leave_blank("the list gives this username to more than one child")


def _some(places: Sequence[str]) -> str:
    """Where else a username is; one that was filled down a whole column is not listed row by row."""
    more = len(places) - MOST_PLACES
    return ", ".join(places[:MOST_PLACES]) + (f" and {more} more" if more > 0 else "")


def cross_check(drafts: Sequence[Draft], domain: str, findings: Findings) -> None:
    """Usernames beside the wrong name: what one child is given is what another's name leads to."""
    given = [draft for draft in drafts if draft.origin == "given"]
    own = {id(draft): fits_name(draft.username, draft.name) for draft in given}
    own |= dict.fromkeys(_have_anothers(given, drafts), False)
    # A name in another script cannot be compared with a username.
    strangers = [draft for draft in given if not own[id(draft)] and has_latin(draft.name)]
    if not strangers:
        return
    words = {id(draft): words_of_name(draft.name) for draft in drafts}
    whose = _owners(strangers, drafts, own, words, domain)
    named = sum(own.values()) + len(whose)
    share = named / len(given) if len(given) >= _SOME else 0
    many = len(whose) > 1 and len(whose) >= _MANY * len(given)
    namesakes = {(draft.class_name, draft.name) for draft in given if own[id(draft)]}
    for draft in strangers:
        other = whose.get(id(draft))
        if other:
            findings.mixed_up(
                draft, f"The username is the one that the name in {place_of(other.row)} leads to.", _SORTED
            )
            _tell_owner(other, draft, findings, has_own=own.get(id(other), False))
        elif draft.row.is_confirmed:
            continue
        elif (draft.class_name, draft.name) in namesakes:
            findings.mixed_up(
                draft, "Another row has this name, and a username that fits it better.", _SORTED
            )
        elif _is_strange(draft, words[id(draft)], share, many=many):
            findings.mixed_up(
                draft,
                "The username has little or nothing of this name, though others come from names.",
                _SORTED,
            )
        else:
            continue
        draft.is_printable = False
    if many:
        for draft in drafts:
            if draft.is_printable and not own.get(id(draft), False):
                what = "Usernames of other rows are beside the wrong names: this row may be wrong too."
                findings.mixed_up(draft, what, _SORTED)
                draft.is_printable = False


def _have_anothers(given: Sequence[Draft], drafts: Sequence[Draft]) -> Iterator[int]:
    """Drafts whose username is not what their own name leads to, but what another name does, which has not got it.

    LIM JUN has lim_junjie, TAN KAI XIN has xin_kai_tan_2, where LIM JUNJIE or XIN KAI TAN is on the list too.
    """
    leads = {local: draft for draft in drafts for local in _plainly(draft.name)}
    for draft in given:
        other = leads.get(_without_number(draft))
        if other is None or other is draft or draft.row.is_confirmed:
            continue
        if not any(_without_number(one) in _plainly(one.name) for one in (draft, other)):
            yield id(draft)


def _without_number(draft: Draft) -> str:
    return _NUMBER.sub("", draft.username.partition("@")[0])


def _plainly(name: str) -> set[str]:
    """What a name of plain words leads to, found quickly: with BIN and without it."""
    words = [word for word in name.casefold().split() if word not in PARTICLES]
    readings = {"_".join(words)}
    if "bin" in words:
        readings.add("_".join(word for word in words if word != "bin"))
    return readings


def _is_strange(draft: Draft, words: frozenset[str], share: float, *, many: bool) -> bool:
    """Whether a username has nothing of its name, in a list where this `share` of them have."""
    if many or shares_a_word(draft.username, words):
        few = is_made_of_words(draft.username) and share_of_words(draft.username, words) < _HALF
        return (many or few) and share >= _NEARLY_ALL
    return share >= (_HALF if is_made_of_words(draft.username) else _NEARLY_ALL)


def _tell_owner(owner: Draft, other: Draft, findings: Findings, *, has_own: bool) -> None:
    """The row whose name leads to a username that another row has."""
    what = f"{_capital(place_of(other.row))} has the username that this name leads to."
    findings.mixed_up(owner, what, _SORTED)
    if has_own:
        owner.leave_blank("another row has the username of this name")
    else:
        owner.is_printable = False


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _owners(
    strangers: Sequence[Draft],
    drafts: Sequence[Draft],
    own: dict[int, bool],
    words: dict[int, frozenset[str]],
    domain: str,
) -> dict[int, Draft]:
    """Whose name each of these usernames comes from, as far as that is plain."""
    exactly: dict[str, Draft] = {}
    by_word: dict[str, list[Draft]] = defaultdict(list)
    for draft in drafts:
        for username in derive_username(draft.name, domain).suggestions:
            exactly.setdefault(username.partition("@")[0], draft)
        for word in words[id(draft)]:
            by_word[word[:2]].append(draft)
    found: dict[int, Draft] = {}
    for draft in strangers:
        local = draft.username.partition("@")[0]
        other = exactly.get(_NUMBER.sub("", local)) or exactly.get(local)
        parts = words_of_username(draft.username)
        if other is None and len(parts) > 1:
            near = (one for one in by_word[parts[0][:2]] if not own.get(id(one)))
            other = next((one for one in near if fits(draft.username, words[id(one)])), None)
        if other is not None and other is not draft:
            found[id(draft)] = other
    return found
