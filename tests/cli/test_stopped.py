"""What is said when the program fails, and when it is stopped."""

from pathlib import Path
from typing import NoReturn

import pytest
from helpers.commands import files_in, handout

from handout.printing.press import Press


def raising(error: BaseException) -> object:
    def fail(*_: object, **__: object) -> NoReturn:
        raise error

    return fail


@pytest.mark.slow
def test_a_fault_of_ours_is_a_short_report_without_a_child(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Press, "print_together", raising(KeyError("TAN MEI LING")))
    result = handout("class", "list.csv")
    assert result.exit_code == 1
    assert "Please send us this line:" in result.stderr
    assert "KeyError in test_stopped.py, line " in result.stderr
    assert "TAN" not in result.output
    assert "Traceback" not in result.output
    assert len(result.stderr.splitlines()) == 2
    assert files_in(place / "output") == []


def test_ctrl_c_says_one_line(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Press, "print_together", raising(KeyboardInterrupt()))
    result = handout("class", "list.csv")
    assert result.exit_code == 130
    assert result.stderr.strip() == "Stopped. No file is half-written."
    assert files_in(place / "output") == []
