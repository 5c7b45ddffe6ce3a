"""The list against itself: usernames that are two children's, rows that are one child's."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from handout.classlist.candidates import Candidate
from handout.classlist.findings import Findings, begun_with_capital, place_of
from handout.classlist.resemblance import fits, words_of_name
from handout.classlist.usernames import folded

MOST_PLACES = 5  # rows that one message names


def drop_repeated(candidates: Sequence[Candidate], findings: Findings) -> list[Candidate]:
    """Each child once. Without register numbers nobody can tell whether two equal rows are one child."""
    seen: dict[tuple[str, ...], Candidate] = {}
    numbered: dict[tuple[str, ...], Candidate] = {}
    kept = []
    for candidate in candidates:
        child = (candidate.class_name, candidate.row.register_number, candidate.name)
        first = seen.setdefault((*child, candidate.username or candidate.row.username), candidate)
        same = numbered.setdefault(child, candidate) if candidate.row.register_number else candidate
        if same is not candidate and first is candidate and not _may_be_namesakes(same, candidate):
            _tell_apart(same, candidate, findings)
        elif first is candidate:
            kept.append(candidate)
        elif candidate.row.register_number or candidate.username:
            findings.note(candidate, f"This row is the same as {place_of(first.row)}: it is printed once.")
        else:
            what = f"This row is the same as {place_of(first.row)}. Is it one child, or two?"
            findings.problem(candidate, what, "Empty one of them, or give each a register number.", "number")
    return kept


def _may_be_namesakes(one: Candidate, other: Candidate) -> bool:
    """Whether two children of one name and number may each have the username that their row gives."""
    usernames = [candidate.username for candidate in (one, other) if candidate.username]
    return len(usernames) < 2 or all(fits(username, words_of_name(one.name)) for username in usernames)


def _tell_apart(first: Candidate, again: Candidate, findings: Findings) -> None:
    """Two rows of one class, number and name that give different usernames: it is not known which is right."""
    for candidate, other in ((first, again), (again, first)):
        what = f"{begun_with_capital(place_of(other.row))} has the same child with another username."
        findings.problem(candidate, what, "Find out which is right, and empty the other row.", "username")
    first.leave_blank("two rows of the list give different usernames")


def settle_conflicts(
    candidates: Sequence[Candidate], faulted: Iterable[tuple[str, str]], findings: Findings
) -> None:
    """No username may be two children's: where one is, all of them are named and have a blank line.

    `faulted` are usernames in rows that cannot be read, each with the place of its row.
    """
    owners: dict[str, list[Candidate]] = defaultdict(list)
    for candidate in candidates:
        if candidate.username:
            owners[folded(candidate.username)].append(candidate)
    others: dict[str, list[str]] = defaultdict(list)
    for username, place in faulted:
        others[folded(username)].append(place)
    for username, members in owners.items():
        if len(members) + len(others[username]) == 1:
            continue
        alike = " or one that looks like it" if len({candidate.username for candidate in members}) > 1 else ""
        for candidate in members:
            places = [place_of(one.row) for one in members if one is not candidate] + others[username]
            what = f"The same username{alike} is also in {_some(places)}."
            findings.problem(candidate, what, "Find out whose it is, and correct the others.", "username")
            candidate.leave_blank("the list gives this username to more than one child")


def _some(places: Sequence[str]) -> str:
    """Where else a username is; one that was filled down a whole column is not listed row by row."""
    more = len(places) - MOST_PLACES
    return ", ".join(places[:MOST_PLACES]) + (f" and {more} more" if more > 0 else "")
