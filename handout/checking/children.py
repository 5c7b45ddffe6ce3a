"""Whose page each is: against the children of the list, and against the cells of its rows."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from handout.checking.difference import Difference
from handout.checking.listed import Listed, folded, says_class, with_class, with_number
from handout.checking.printed import Bookmark, Panel, PrintedSet
from handout.checking.words import letters_of, squeezed, who
from handout.model import Roster, Student, bookmark_words, part_title, whole_title
from handout.spreadsheets import RawRow

Values = tuple[str, ...]
NO_SET = Difference("this file is not a set of a class in the list.", remedy="file")


def child_differences(printed: PrintedSet, roster: Roster, listed: Listed) -> Iterator[Difference]:
    """Pages that belong to no child of the list, pages that are wrong for their child, and children without a page."""
    chapters = _chapters(printed, roster)
    if not chapters:
        yield NO_SET
        return
    yield from _wrong_pages(printed.panels, roster, listed)
    yield from _misplaced(printed.panels, roster, chapters)
    yield from _wrong_bookmarks(printed)
    whole = {name for name, is_whole in chapters.values() if is_whole}
    yield from _missing(printed.panels, roster, whole)
    yield from _lost_rows(printed.panels, roster, listed, whole)


def _values(student: Student) -> Values:
    return tuple(map(squeezed, (student.name, student.class_name, student.register_number, student.username)))


def _chapters(printed: PrintedSet, roster: Roster) -> dict[int, tuple[str, bool]]:
    """By the page where each begins: the class, and whether all its children should be there."""
    titles = {whole_title(name): (name, True) for name in roster.classes}
    titles |= {part_title(name): (name, False) for name in roster.classes}
    return {mark.page: titles[mark.words] for mark in printed.bookmarks if mark.words in titles}


def _wrong_pages(panels: Sequence[Panel], roster: Roster, listed: Listed) -> Iterator[Difference]:
    """Pages that belong to nobody, extra pages, and usernames that the list's own cells do not confirm."""
    students: dict[Values, list[Student]] = {}
    for student in roster.students:
        students.setdefault(_values(student), []).append(student)
    nearly = {values[:3]: found[0] for values, found in students.items()}
    printed: Counter[Values] = Counter()
    for panel in panels:
        if panel.is_spare and panel.values not in students:
            continue
        printed[panel.values] += 1
        found = students.get(panel.values, [])
        if not found:
            yield Difference(f"{_strange(panel, nearly.get(panel.values[:3]))}.", panel.page)
        elif printed[panel.values] > len(found):
            yield Difference(f"a second page for {who(found[0])}.", panel.page)
        else:
            yield from _unlike_its_row(panel, found[printed[panel.values] - 1], listed)


def _strange(panel: Panel, known: Student | None) -> str:
    """What is wrong with a page that no child of the list has; `known` has its name, class and number."""
    if known is None:
        return "no child of the list has the name, class and register number of this page"
    if panel.says_worked_out and not known.username:
        return f"the username of {who(known)} was worked out, and as the list is read here it stays blank"
    return f"{who(known)} has another username in the list"


def _unlike_its_row(panel: Panel, student: Student, listed: Listed) -> Iterator[Difference]:
    """What in the cells of the list contradicts this username for this child."""
    rows = with_class(listed.named(student.listed_name), student.class_name)
    rows = with_number(rows, student.register_number)
    if panel.says_worked_out != (student.origin == "derived"):
        says = (
            "is marked as worked out, but it is in the list"
            if panel.says_worked_out
            else "is worked out, but the page does not say so"
        )
        yield Difference(f"the username of {who(student)} {says}.", panel.page)
    if not rows:
        yield Difference(f"no row of the list has the name of {who(student)}.", panel.page, "list")
    elif student.origin == "given":
        own = [row for row in rows if listed.holds(row, student.username)]
        if not own:
            yield Difference(f"no row of {who(student)} in the list has this username.", panel.page, "list")
        elif any(listed.usernames(row) - {folded(student.username)} for row in own):
            yield Difference(
                f"the list has another username beside that of {who(student)}.", panel.page, "list"
            )
    elif student.origin == "derived":
        yield from _not_worked_out(panel, student, rows, listed)
    elif len(rows) == 1 and _is_only_here(rows[0], listed):
        yield Difference(
            f"{who(student)} has a username in the list, but a blank line here.", panel.page, "list"
        )


def _not_worked_out(
    panel: Panel, student: Student, rows: Sequence[RawRow], listed: Listed
) -> Iterator[Difference]:
    """A worked-out username must be nobody's in the list, and its letters must be those of the name."""
    letters = iter(letters_of(student.name))
    local = letters_of(student.username.partition("@")[0])
    if any(map(listed.usernames, rows)):
        yield Difference(f"{who(student)} has a username in the list, but another here.", panel.page, "list")
    elif listed.of(student.username):
        yield Difference(
            f"the username of {who(student)} is another child's in the list.", panel.page, "list"
        )
    elif not all(letter in letters for letter in local):
        yield Difference(f"the username of {who(student)} is not made from the name.", panel.page)


def _is_only_here(row: RawRow, listed: Listed) -> bool:
    """Whether a row gives one username, alone in its cell, that no other row has."""
    found = listed.usernames(row)
    return (
        len(found) == 1
        and any(folded(cell) in found for cell in row.cells)
        and all(len(listed.of(username)) == 1 for username in found)
    )


def _misplaced(
    panels: Sequence[Panel], roster: Roster, chapters: Mapping[int, tuple[str, bool]]
) -> Iterator[Difference]:
    """Children among those of another class, or out of the list's order."""
    places: dict[Values, list[int]] = {}
    for number, student in enumerate(roster.students):
        places.setdefault(_values(student), []).append(number)
    own: str | None = None
    last = -1
    begins = sorted(chapters)
    for panel in panels:
        while begins and panel.page >= begins[0]:
            own = chapters[begins.pop(0)][0]
        place = places[panel.values].pop(0) if places.get(panel.values) else None
        child = "this page" if place is None else f"the page of {who(roster.students[place])}"
        if own is None:
            yield Difference(f"{child} comes before the first page of its class.", panel.page)
        elif panel.class_name != squeezed(own):
            of_which = f"is not for class {own}" if own else "has a class, but the list has none"
            yield Difference(f"{child} {of_which}.", panel.page)
        if place is not None and place < last:
            yield Difference(f"{child} is out of the order of the list.", panel.page)
        last = last if place is None else max(last, place)


def _wrong_bookmarks(printed: PrintedSet) -> Iterator[Difference]:
    """Bookmarks that lead to the page of another child."""
    words: dict[int, set[str]] = {}
    for panel in printed.panels:
        name, class_name, number, _ = panel.values
        student = Student(name or panel.username, class_name, number, "", "blank")
        words.setdefault(panel.page, set()).add(squeezed(bookmark_words(student)))
    for mark in _below(printed.bookmarks):
        if squeezed(mark.words) not in words.get(mark.page, set()):
            yield Difference("a bookmark for another page leads here.", mark.page)


def _below(bookmarks: Sequence[Bookmark]) -> Iterator[Bookmark]:
    for mark in bookmarks:
        yield from mark.below
        yield from _below(mark.below)


def _missing(panels: Sequence[Panel], roster: Roster, whole: set[str]) -> Iterator[Difference]:
    """Children of the class without a page, where the file holds a whole class.

    A child whose page has another username is not reported again.
    """
    printed = {panel.values for panel in panels}
    known = set(map(_values, roster.students))
    told = Counter(panel.values[:3] for panel in panels if panel.values not in known)
    for student in roster.students:
        values = _values(student)
        if student.class_name not in whole or values in printed:
            continue
        if told[values[:3]]:
            told[values[:3]] -= 1
        else:
            yield Difference(f"{who(student)} has no page with the right name and username.")


def _lost_rows(
    panels: Sequence[Panel], roster: Roster, listed: Listed, whole: set[str]
) -> Iterator[Difference]:
    """Rows of the class that have a username, or a problem, and no page."""
    printed = {folded(panel.username) for panel in panels} - {""}
    names = {letters_of(panel.name) for panel in panels} - {""}
    known = {folded(student.username) for student in roster.students} - {""}
    read = {(student.worksheet, student.row) for student in roster.students}
    faulty = {(problem.place.worksheet, problem.place.row) for problem in roster.problems}
    chosen = roster.answers.worksheets
    for row in listed.rows:
        if chosen and row.worksheet not in chosen:
            continue
        place = (row.worksheet, row.number)
        usernames = listed.usernames(row)
        lost = (usernames and not usernames & (printed | known)) or (place in faulty and place not in read)
        if not lost or any(letters_of(cell) in names for cell in row.cells):
            continue
        if whole and (len(roster.classes) == 1 or any(says_class(row, name) for name in whole)):
            worksheet = f' of worksheet "{row.worksheet}"' if row.worksheet else ""
            yield Difference(f"row {row.number}{worksheet} of the list has no page here.", remedy="list")
