"""Usernames beside the wrong name: what one child is given is what another's name leads to."""

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from handout.classlist.candidates import Candidate
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

    whose: Mapping[int, Candidate]
    namesakes: Collection[tuple[str, str]]
    elsewhere: Mapping[str, str]
    named: int
    share: float
    many: bool
    mixed: bool = False


def cross_check(
    candidates: Sequence[Candidate], faulted: Sequence[tuple[str, str]], domain: str, findings: Findings
) -> None:
    """Usernames beside the wrong name: what one child is given is what another's name leads to.

    `faulted` are usernames in rows that cannot be read, each with the place of its row.
    """
    given = [candidate for candidate in candidates if candidate.origin == "given"]
    fit = _way_of_fitting(given)
    own = {id(candidate): fit(candidate.username, candidate.name) for candidate in given}
    own |= dict.fromkeys(_have_anothers(given, candidates), False)
    # A name in another script cannot be compared with a username.
    strangers = [candidate for candidate in given if not own[id(candidate)] and has_latin(candidate.name)]
    if not strangers:
        return
    whose = _owners(strangers, candidates, own, fit, domain)
    named = sum(own.values()) + len(whose)
    evidence = _Evidence(
        whose,
        {(candidate.class_name, candidate.name) for candidate in given if own[id(candidate)]},
        {_without_number(username): place for username, place in faulted},
        named,
        named / len(given) if len(given) >= _SOME else 0,
        len(whose) > 1 and len(whose) >= _MANY * len(given),
    )
    mixed = any(
        _has_nothing_of_its_name(candidate, evidence)
        for candidate in strangers
        if not candidate.row.is_confirmed
    )
    evidence = evidence._replace(mixed=mixed)
    for candidate in strangers:
        if what := _what_is_strange(candidate, evidence):
            findings.mixed_up(candidate, what, _SORTED)
            candidate.is_printable = False
        if other := whose.get(id(candidate)):
            _tell_owner(other, candidate, findings, has_own=own.get(id(other), False))
    if evidence.many:
        _doubt_the_others(candidates, own, findings)


def _what_is_strange(candidate: Candidate, evidence: _Evidence) -> str:
    """Why a username that does not fit its name may be another child's, or ""."""
    if other := evidence.whose.get(id(candidate)):
        return f"The username is the one that the name in {place_of(other.row)} leads to."
    if candidate.row.is_confirmed:
        return ""
    if place := next(filter(None, map(evidence.elsewhere.get, _plainly(candidate.name))), ""):
        return f"{begun_with_capital(place)} has the username that this name leads to."
    if (candidate.class_name, candidate.name) in evidence.namesakes:
        return "Another row has this name, and a username that fits it better."
    if _has_nothing_of_its_name(candidate, evidence) or _has_little_of_its_name(candidate, evidence):
        return "The username has little or nothing of this name, though others come from names."
    return ""


def _doubt_the_others(candidates: Sequence[Candidate], own: Mapping[int, bool], findings: Findings) -> None:
    """Rows whose usernames nothing proves, in a list where many are beside the wrong names."""
    for candidate in candidates:
        if candidate.is_printable and not own.get(id(candidate), False):
            what = "Usernames of other rows are beside the wrong names: this row may be wrong too."
            findings.mixed_up(candidate, what, _SORTED)
            candidate.is_printable = False


def _way_of_fitting(given: Sequence[Candidate]) -> Fitting:
    """How usernames come from names in this list: word by word; else, where few do, written together or shortened."""
    few = sum(fits_name(candidate.username, candidate.name) for candidate in given) < _HALF * len(given)
    if few and sum(shortens(candidate.username, candidate.name) for candidate in given) > _HALF * len(given):
        return shortens
    return fits_name


def _have_anothers(given: Sequence[Candidate], candidates: Sequence[Candidate]) -> Iterator[int]:
    """Drafts whose username is not what their own name leads to, but what another name does, which has not got it.

    LIM JUN has lim_junjie, TAN KAI XIN has xin_kai_tan_2, where LIM JUNJIE or XIN KAI TAN is on the list too.
    """
    leads = {local: candidate for candidate in candidates for local in _plainly(candidate.name)}
    for candidate in given:
        other = leads.get(_without_number(candidate.username))
        if other is None or other is candidate or candidate.row.is_confirmed:
            continue
        if not any(_without_number(one.username) in _plainly(one.name) for one in (candidate, other)):
            yield id(candidate)


def _without_number(username: str) -> str:
    return _NUMBER.sub("", username.partition("@")[0])


def _plainly(name: str) -> set[str]:
    """What a name of plain words leads to, found quickly: with BIN and without it."""
    words = [word for word in name.casefold().split() if word not in PARTICLES]
    readings = {"_".join(words)}
    if "bin" in words:
        readings.add("_".join(word for word in words if word != "bin"))
    return readings


def _has_nothing_of_its_name(candidate: Candidate, evidence: _Evidence) -> bool:
    """Whether a username has nothing of its name, in a list where enough others have."""
    if id(candidate) in evidence.whose or shares_a_word(candidate.username, words_of_name(candidate.name)):
        return False
    if is_made_of_words(candidate.username):
        return evidence.share >= (_MANY if evidence.named >= _SOME else _HALF)
    return evidence.share >= _NEARLY_ALL


def _has_little_of_its_name(candidate: Candidate, evidence: _Evidence) -> bool:
    """Whether a username has less than half of its words from its name, and nearly all others have, or some have nothing."""
    words = words_of_name(candidate.name)
    few = is_made_of_words(candidate.username) and share_of_words(candidate.username, words) < _HALF
    return few and (evidence.mixed or evidence.share >= _NEARLY_ALL)


def _tell_owner(owner: Candidate, other: Candidate, findings: Findings, *, has_own: bool) -> None:
    """The row whose name leads to a username that another row has."""
    what = f"{begun_with_capital(place_of(other.row))} has the username that this name leads to."
    findings.mixed_up(owner, what, _SORTED)
    if has_own:
        owner.leave_blank("another row has the username of this name")
    else:
        owner.is_printable = False


def _owners(
    strangers: Sequence[Candidate],
    candidates: Sequence[Candidate],
    own: Mapping[int, bool],
    fit: Fitting,
    domain: str,
) -> dict[int, Candidate]:
    """Whose name each of these usernames comes from, as far as that is plain."""
    exactly: dict[str, Candidate] = {}
    by_letters: dict[str, list[Candidate]] = defaultdict(list)
    for candidate in candidates:
        for username in derive_username(candidate.name, domain).suggestions:
            exactly.setdefault(username.partition("@")[0], candidate)
            exactly.setdefault("".join(words_of_username(username)), candidate)
        for word in words_of_name(candidate.name):
            by_letters[word[:2]].append(candidate)
    found: dict[int, Candidate] = {}
    for candidate in strangers:
        parts = words_of_username(candidate.username)
        other = exactly.get(_without_number(candidate.username)) or exactly.get("".join(parts))
        if other is None and (len(parts) > 1 or (parts and fit is shortens)):
            near = (one for one in by_letters[parts[0][:2]] if not own.get(id(one)))
            other = next((one for one in near if fit(candidate.username, one.name)), None)
        if other is not None and other is not candidate:
            found[id(candidate)] = other
    return found
