"""handout new and handout roster-template: what a school begins with."""

from pathlib import Path

import pytest
from click.testing import CliRunner
from helpers.commands import LIST, handout

from handout.cli.commands import main


@pytest.mark.slow
@pytest.mark.parametrize("name", ["list-to-fill.csv", "list-to-fill.xlsx", "LIST.XLSX"])
def test_a_template_is_a_list_that_can_be_read(place: Path, name: str) -> None:
    result = handout("roster-template", name)
    assert result.exit_code == 0
    assert f"handout class {name}" in result.stdout
    assert (place / name).stat().st_size > 0
    checked = handout("check", name)
    assert checked.exit_code == 0, checked.stderr


def test_a_template_never_overwrites_a_list(place: Path) -> None:
    result = handout("roster-template", "list.csv")
    assert result.exit_code == 5
    assert result.stderr == "list.csv: This file exists already. Choose another name.\n"
    assert (place / "list.csv").read_text(encoding="utf-8") == LIST


def test_a_template_of_an_unknown_kind(place: Path) -> None:
    result = handout("roster-template", "list.ods")
    assert result.exit_code == 2
    assert "ends in .csv or .xlsx" in result.stderr
    assert not (place / "list.ods").exists()


@pytest.mark.slow
def test_new_lays_down_a_handout_that_builds(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    result = handout("new", "ours")
    assert result.exit_code == 0, result.output
    assert str(Path("ours/content.yaml")) in result.stdout
    monkeypatch.chdir(place / "ours")
    assert handout("build").exit_code == 0
    again = CliRunner().invoke(main, ["new", "."])
    assert again.exit_code == 5
    assert "nothing is overwritten" in again.stderr
