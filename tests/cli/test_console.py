"""How the program speaks while it works."""

import io
from collections.abc import Iterator

import pytest

from handout.cli import console
from handout.errors import Flaw, Place, Problem


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[float]]:
    """Seconds that pass only when a test says so."""
    now = [0.0]
    monkeypatch.setattr(console.time, "monotonic", lambda: now[0])
    return now


def test_no_bar_for_quick_work(monkeypatch: pytest.MonkeyPatch, clock: list[float]) -> None:
    terminal = Terminal()
    monkeypatch.setattr("sys.stderr", terminal)
    assert list(console.with_progress(range(5), "Printing")) == [0, 1, 2, 3, 4]
    assert clock == [0.0]
    assert terminal.getvalue() == ""


def test_a_bar_for_work_that_takes_longer_than_a_second(
    monkeypatch: pytest.MonkeyPatch, clock: list[float]
) -> None:
    terminal = Terminal()
    monkeypatch.setattr("sys.stderr", terminal)
    for done in console.with_progress(range(4), "Printing"):
        clock[0] += 0.7
        if done < 2:
            assert terminal.getvalue() == ""
    assert "Printing" in terminal.getvalue()
    assert "100%" in terminal.getvalue()


def test_no_bar_where_nobody_watches(monkeypatch: pytest.MonkeyPatch, clock: list[float]) -> None:
    log = io.StringIO()
    monkeypatch.setattr("sys.stderr", log)
    for _ in console.with_progress(range(4), "Printing"):
        clock[0] += 2
    assert log.getvalue() == ""


def test_a_problem_is_one_line_whatever_a_file_holds(capsys: pytest.CaptureFixture[str]) -> None:
    console.show_problems([Problem(Place("3A.csv", row=4), Flaw("No name.\x1b[31m\n\u202e", "Write one."))])
    assert capsys.readouterr().err == "3A.csv, row 4: No name.?[31m?? Write one.\n"


def test_notes_have_a_heading_of_their_own(capsys: pytest.CaptureFixture[str]) -> None:
    console.show_notes([])
    assert capsys.readouterr().out == ""
    console.show_notes([Problem(Place("3A.csv", row=4), Flaw("Worked out from the name: check."))])
    assert capsys.readouterr().out == "\nNotes\n3A.csv, row 4: Worked out from the name: check.\n"
