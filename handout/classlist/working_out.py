"""Usernames worked out from names, where the list gives none; else suggested, with the reason why not."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from handout.classlist.candidates import Candidate, without_number
from handout.classlist.usernames import Derivation, derive_username, folded
from handout.model import Derive

_NUMBERED = re.compile(r"[_.]?\d+$")


class _Others(NamedTuple):
    """What makes a username doubtful: `taken` are all of the file, `numbered` those of namesakes less their number.

    `names` is how many names lead to one.
    """

    taken: set[str]
    numbered: set[str]
    names: Counter[str | None]


def work_out(
    candidates: Sequence[Candidate], domain: str, taken: set[str], derive: Derive, *, gives_any: bool
) -> None:
    """Work out a username where the list gives none, or suggest it where that is not sure or not wanted.

    None that the list gives anybody is worked out, nor one that the name of any other row leads to, whatever
    that row gives: namesakes get numbers.
    """
    waiting = [candidate for candidate in candidates if not candidate.username and not candidate.reason]
    if derive == "never" or not waiting:
        return
    derivations = {id(candidate): derive_username(candidate.name, domain) for candidate in candidates}
    names = Counter(derivation.username for derivation in derivations.values())
    numbered = {_NUMBERED.sub("", local) for username in taken if _NUMBERED.search(local := _local(username))}
    others = _Others(taken, numbered, names)
    only_suggest = gives_any and (derive == "auto" or _breaks_the_rule(candidates, derivations))
    alone = {id(candidate) for candidate in without_number(candidates)}
    for candidate in waiting:
        derivation = derivations[id(candidate)]
        doubt = _doubt(derivation, others) or (
            "the row has no register number" if id(candidate) in alone else ""
        )
        is_taken = folded(derivation.username or "") in taken
        if doubt or only_suggest:
            candidate.leave_blank(doubt, () if is_taken else derivation.suggestions)
        else:
            candidate.username, candidate.origin = str(derivation.username), "derived"


def _doubt(derivation: Derivation, others: _Others) -> str:
    """Why a username is not sure."""
    username = derivation.username
    if username is None:
        return derivation.reason
    if folded(username) in others.taken:
        return "the list has the username of this name already"
    if others.names[username] > 1:
        return "more than one name leads to the same username"
    if _local(username) in others.numbered:
        return "the list has this username with a number"
    return derivation.reason


def _local(username: str) -> str:
    return username.partition("@")[0]


def _breaks_the_rule(candidates: Sequence[Candidate], derivations: dict[int, Derivation]) -> bool:
    """Whether a username of the list is not what its name leads to, nor that with a number."""
    given = [
        (candidate, derivations[id(candidate)]) for candidate in candidates if candidate.origin == "given"
    ]
    return any(
        derivation.sure and _NUMBERED.sub("", _local(candidate.username)) != _local(derivation.username or "")
        for candidate, derivation in given
    )
