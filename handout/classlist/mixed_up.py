"""Usernames beside the wrong name: what one child is given is what another's name leads to."""

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from handout.classlist.drafts import Draft
from handout.classlist.findings import Findings, begun_with_capital, place_of
from handout.classlist.resemblance import (
    fits_name,
    has_latin,
    is_made_of_words,
    share_of_words,
    shares_a_word,
    shortens,
    words_of_name,
    words_of_username,
)
from handout.classlist.usernames import PARTICLES, derive_username

_NEARLY_ALL, _HALF, _MANY = 0.8, 0.5, 0.2  # shares of a list's usernames
_SOME = 3  # usernames: fewer tell nothing of how a school makes them

_SORTED = "Was a column sorted or moved by itself? Put each username beside its name."
_NUMBER = re.compile(r"[_.]?\d+$")

Fitting = Callable[[str, str], bool]  # of a username and a name


class _Evidence(NamedTuple):
    """What a list shows: `whose` name a username comes from, how many usernames are of their own names.

    `many` have the usernames of other rows. The list is `mixed` where some usernames have nothing of their names.
    `elsewhere` are the usernames in rows that cannot be read, without the number of a namesake, with their places.
    """

    whose: Mapping[int, Draft]
    namesakes: Collection[tuple[str, str]]
    elsewhere: Mapping[str, str]
    named: int
    share: float
    many: bool
    mixed: bool = False


def cross_check(
    drafts: Sequence[Draft], faulted: Sequence[tuple[str, str]], domain: str, findings: Findings
) -> None:
    """Usernames beside the wrong name: what one child is given is what another's name leads to.

    `faulted` are usernames in rows that cannot be read, each with the place of its row.
    """
    given = [draft for draft in drafts if draft.origin == "given"]
    fit = _way_of_fitting(given)
    own = {id(draft): fit(draft.username, draft.name) for draft in given}
    own |= dict.fromkeys(_have_anothers(given, drafts), False)
    # A name in another script cannot be compared with a username.
    strangers = [draft for draft in given if not own[id(draft)] and has_latin(draft.name)]
    if not strangers:
        return
    whose = _owners(strangers, drafts, own, fit, domain)
    named = sum(own.values()) + len(whose)
    evidence = _Evidence(
        whose,
        {(draft.class_name, draft.name) for draft in given if own[id(draft)]},
        {_without_number(username): place for username, place in faulted},
        named,
        named / len(given) if len(given) >= _SOME else 0,
        len(whose) > 1 and len(whose) >= _MANY * len(given),
    )
    mixed = any(
        _has_nothing_of_its_name(draft, evidence) for draft in strangers if not draft.row.is_confirmed
    )
    evidence = evidence._replace(mixed=mixed)
    for draft in strangers:
        if what := _what_is_strange(draft, evidence):
            findings.mixed_up(draft, what, _SORTED)
            draft.is_printable = False
        if other := whose.get(id(draft)):
            _tell_owner(other, draft, findings, has_own=own.get(id(other), False))
    if evidence.many:
        _doubt_the_others(drafts, own, findings)


def _what_is_strange(draft: Draft, evidence: _Evidence) -> str:
    """Why a username that does not fit its name may be another child's, or ""."""
    if other := evidence.whose.get(id(draft)):
        return f"The username is the one that the name in {place_of(other.row)} leads to."
    if draft.row.is_confirmed:
        return ""
    if place := next(filter(None, map(evidence.elsewhere.get, _plainly(draft.name))), ""):
        return f"{begun_with_capital(place)} has the username that this name leads to."
    if (draft.class_name, draft.name) in evidence.namesakes:
        return "Another row has this name, and a username that fits it better."
    if _has_nothing_of_its_name(draft, evidence) or _has_little_of_its_name(draft, evidence):
        return "The username has little or nothing of this name, though others come from names."
    return ""


def _doubt_the_others(drafts: Sequence[Draft], own: Mapping[int, bool], findings: Findings) -> None:
    """Rows whose usernames nothing proves, in a list where many are beside the wrong names."""
    for draft in drafts:
        if draft.is_printable and not own.get(id(draft), False):
            what = "Usernames of other rows are beside the wrong names: this row may be wrong too."
            findings.mixed_up(draft, what, _SORTED)
            draft.is_printable = False


def _way_of_fitting(given: Sequence[Draft]) -> Fitting:
    """How usernames come from names in this list: word by word; else, where few do, written together or shortened."""
    few = sum(fits_name(draft.username, draft.name) for draft in given) < _HALF * len(given)
    if few and sum(shortens(draft.username, draft.name) for draft in given) > _HALF * len(given):
        return shortens
    return fits_name


def _have_anothers(given: Sequence[Draft], drafts: Sequence[Draft]) -> Iterator[int]:
    """Drafts whose username is not what their own name leads to, but what another name does, which has not got it.

    LIM JUN has lim_junjie, TAN KAI XIN has xin_kai_tan_2, where LIM JUNJIE or XIN KAI TAN is on the list too.
    """
    leads = {local: draft for draft in drafts for local in _plainly(draft.name)}
    for draft in given:
        other = leads.get(_without_number(draft.username))
        if other is None or other is draft or draft.row.is_confirmed:
            continue
        if not any(_without_number(one.username) in _plainly(one.name) for one in (draft, other)):
            yield id(draft)


def _without_number(username: str) -> str:
    return _NUMBER.sub("", username.partition("@")[0])


def _plainly(name: str) -> set[str]:
    """What a name of plain words leads to, found quickly: with BIN and without it."""
    words = [word for word in name.casefold().split() if word not in PARTICLES]
    readings = {"_".join(words)}
    if "bin" in words:
        readings.add("_".join(word for word in words if word != "bin"))
    return readings


def _has_nothing_of_its_name(draft: Draft, evidence: _Evidence) -> bool:
    """Whether a username has nothing of its name, in a list where enough others have."""
    if id(draft) in evidence.whose or shares_a_word(draft.username, words_of_name(draft.name)):
        return False
    if is_made_of_words(draft.username):
        return evidence.share >= (_MANY if evidence.named >= _SOME else _HALF)
    return evidence.share >= _NEARLY_ALL


def _has_little_of_its_name(draft: Draft, evidence: _Evidence) -> bool:
    """Whether a username has less than half of its words from its name, and nearly all others have, or some have nothing."""
    words = words_of_name(draft.name)
    few = is_made_of_words(draft.username) and share_of_words(draft.username, words) < _HALF
    return few and (evidence.mixed or evidence.share >= _NEARLY_ALL)


def _tell_owner(owner: Draft, other: Draft, findings: Findings, *, has_own: bool) -> None:
    """The row whose name leads to a username that another row has."""
    what = f"{begun_with_capital(place_of(other.row))} has the username that this name leads to."
    findings.mixed_up(owner, what, _SORTED)
    if has_own:
        owner.leave_blank("another row has the username of this name")
    else:
        owner.is_printable = False


def _owners(
    strangers: Sequence[Draft], drafts: Sequence[Draft], own: Mapping[int, bool], fit: Fitting, domain: str
) -> dict[int, Draft]:
    """Whose name each of these usernames comes from, as far as that is plain."""
    exactly: dict[str, Draft] = {}
    by_letters: dict[str, list[Draft]] = defaultdict(list)
    for draft in drafts:
        for username in derive_username(draft.name, domain).suggestions:
            exactly.setdefault(username.partition("@")[0], draft)
            exactly.setdefault("".join(words_of_username(username)), draft)
        for word in words_of_name(draft.name):
            by_letters[word[:2]].append(draft)
    found: dict[int, Draft] = {}
    for draft in strangers:
        parts = words_of_username(draft.username)
        other = exactly.get(_without_number(draft.username)) or exactly.get("".join(parts))
        if other is None and (len(parts) > 1 or (parts and fit is shortens)):
            near = (one for one in by_letters[parts[0][:2]] if not own.get(id(one)))
            other = next((one for one in near if fit(draft.username, one.name)), None)
        if other is not None and other is not draft:
            found[id(draft)] = other
    return found
