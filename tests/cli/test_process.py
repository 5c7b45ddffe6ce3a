"""The program as a process of its own: its console, its shell, what it loads."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from helpers.commands import files_in

pytestmark = pytest.mark.slow


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "handout", *arguments],
        env=os.environ | environment,
        capture_output=True,
        check=False,
    )


@pytest.fixture
def importable(monkeypatch: pytest.MonkeyPatch) -> None:
    """The package is found whatever folder a command runs in."""
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parent.parent.parent))


@pytest.mark.usefixtures("importable")
def test_python_m_handout_is_the_same_program(place: Path) -> None:
    result = run("build")
    assert result.returncode == 0
    assert b"3 pages, 2 double-sided sheets" in result.stdout
    assert files_in(place / "output") == ["mims-account.pdf"]
    assert run("class", "nowhere.csv").returncode == 4
    assert b"Usage: handout " in run("--help").stdout


@pytest.mark.usefixtures("importable")
@pytest.mark.parametrize("encoding", ["cp437", "cp1252"])
def test_a_console_that_lacks_a_letter_is_no_failure(place: Path, encoding: str) -> None:
    (place / "list.csv").write_text(
        "Index,Name,Class\n1,LIM KAI,3\u0141\n2,\u16a0,3\u0141\n", encoding="utf-8"
    )
    environment = {"PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"}
    table = run("check", "list.csv", **environment)
    assert b"No. 2 ?: The name line is blank, to be written by hand: ? cannot be printed." in table.stdout
    assert table.returncode == 0, table.stderr
    assert b"mims-account-3?.pdf" in table.stdout


@pytest.mark.usefixtures("importable")
@pytest.mark.skipif(os.name == "nt", reason="Windows has no broken pipes of this kind")
@pytest.mark.parametrize("arguments", [["--help"], ["roster-template", "new.csv"]])
def test_a_reader_that_goes_away_is_met_in_silence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    reading, writing = os.pipe()
    os.close(reading)
    command = [sys.executable, "-m", "handout", *arguments]
    result = subprocess.run(command, stdout=writing, stderr=subprocess.PIPE, check=False)
    os.close(writing)
    assert result.stderr == b""


@pytest.mark.usefixtures("importable", "place")
def test_what_is_no_pdf_is_one_clear_line() -> None:
    result = run("verify", "list.csv", "list.csv")
    assert result.returncode == 4
    assert result.stderr.decode().splitlines() == [
        "list.csv: This is not a class set that was made here, or it is damaged. Choose the PDF as it was made here, or print the set again."
    ]


@pytest.mark.usefixtures("importable")
@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_shell_can_complete_the_commands(shell: str) -> None:
    assert b"_HANDOUT_COMPLETE" in run(_HANDOUT_COMPLETE=f"{shell}_source").stdout


@pytest.mark.usefixtures("importable")
def test_help_loads_none_of_the_slow_libraries() -> None:
    script = """
import sys
from handout.cli import main
main(["--help"], standalone_mode=False)
slow = {"uharfbuzz", "pydantic_core", "PIL", "pypdf", "python_calamine", "xlsxwriter", "yaml", "pypdfium2", "qrcodegen"}
print("loaded:", sorted(slow & set(sys.modules)))
"""
    result = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert "loaded: []" in result.stdout
