"""Which columns the office chose for worksheets with certain headings: they are not asked again."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from handout.errors import HandoutError
from handout.files import write_atomically
from handout.model import FIELDS, Answers, ColumnAnswer, Survey

MOST_KEPT = 200  # worksheets; the oldest are forgotten


class Remembered:
    """Holds a digest of the headings and the letters of the columns: nothing that a list says can be read from it.

    It is kept in `file`, where there is one, for the next time that the program runs.
    """

    def __init__(self, file: Path | None) -> None:
        self._file = file
        self._columns = _read(file) if file else {}

    def remember(self, surveys: Sequence[Survey], answers: Answers) -> None:
        for survey in surveys:
            columns: dict[str, str] = {
                answer.field: answer.column
                for answer in answers.columns
                if answer.worksheet == survey.worksheet
            }
            if columns and survey.header_row:
                known = self._columns.pop(_digest(survey), {})
                self._columns[_digest(survey)] = {**known, **columns}
        self._columns = dict(list(self._columns.items())[-MOST_KEPT:])
        self._keep()

    def forget(self, surveys: Sequence[Survey]) -> None:
        for survey in surveys:
            self._columns.pop(_digest(survey), None)
        self._keep()

    def recall(self, surveys: Sequence[Survey]) -> Answers:
        return Answers(
            tuple(
                ColumnAnswer(field, columns[field], survey.worksheet)
                for survey in surveys
                for columns in [self._columns.get(_digest(survey), {})]
                for field in FIELDS
                if field in columns
            )
        )

    def _keep(self) -> None:
        if self._file:
            with suppress(HandoutError):  # a folder that cannot be written: it is asked again next time
                write_atomically(json.dumps(self._columns).encode(), self._file, private=True)


def _digest(survey: Survey) -> str:
    headings = "\n".join(column.heading for column in survey.columns)
    return hashlib.sha256(headings.encode()).hexdigest()


def _read(file: Path) -> dict[str, Mapping[str, str]]:
    """What was kept; nothing where it cannot be read."""
    with suppress(OSError, ValueError, AttributeError):
        kept = json.loads(file.read_bytes())
        return {
            str(digest): {str(field): str(column) for field, column in columns.items()}
            for digest, columns in kept.items()
        }
    return {}
