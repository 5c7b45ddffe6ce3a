"""A table with what its headings mean and its columns hold, and the questions that it leaves."""

from collections.abc import Sequence

from handout.classlist.asking import Asking
from handout.classlist.headings import Heading, Part
from handout.classlist.holdings import agree, kinds_of
from handout.classlist.tables import Table
from handout.model import JOINED, NO_COLUMN, Answers, Field, Question
from handout.spreadsheets import column_letters

NEARLY_ALL = 0.8
FEW = 3  # cells: so few say nothing of a whole column


class Held:
    """What the headings of a table mean, and what its columns hold."""

    def __init__(self, table: Table, domain: str) -> None:
        self.table = table
        self.domain = domain
        self.cells = {place: table.column(place) for place in table.columns}
        self.kinds = {place: kinds_of(cells, domain) for place, cells in self.cells.items()}

    def heading(self, place: int) -> Heading:
        return self.table.heading(place)

    def meant(self, part: Part, *, weak: bool = False) -> list[int]:
        """The columns whose heading plainly says so (or, `weak`, may say so), the plainest first."""
        found = []
        for place in self.cells:
            meaning = self.heading(place).meaning
            if meaning and meaning.part == part and meaning.is_weak == weak:
                found.append((meaning.rank, place))
        return [place for _, place in sorted(found)]

    def unnamed(self) -> list[int]:
        """The columns whose heading says nothing, or that have none."""
        headings = {place: self.heading(place) for place in self.cells}
        return [
            place
            for place, heading in headings.items()
            if not heading.is_ruled_out and (heading.meaning is None or heading.meaning.is_weak)
        ]

    def differing(self, places: Sequence[int]) -> list[int]:
        """The columns without those that are empty, or say the same as one before them."""
        kept: list[int] = []
        for place in places:
            if self.kinds[place] and not any(agree(self.cells[one], self.cells[place]) for one in kept):
                kept.append(place)
        return kept


class TableFacts(Held):
    """The same with what the office has said of the table, and the questions it leaves."""

    def __init__(self, table: Table, domain: str, answers: Answers, ask: Asking) -> None:
        super().__init__(table, domain)
        self.answers = answers
        self.ask = ask
        self.questions: list[Question] = []

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
        letters = [place for place in self.cells if column_letters(place) == answer.upper()]
        return next(iter(same or letters), None)


def _parts_of(answer: str, table: Table) -> list[str]:
    whole = any(_same(heading, answer) for heading in table.headings)
    return [answer] if whole else answer.split(JOINED)


def _same(heading: Heading, answer: str) -> bool:
    texts = {heading.text.casefold(), heading.shown.casefold()} - {""}
    return answer.casefold() in texts
