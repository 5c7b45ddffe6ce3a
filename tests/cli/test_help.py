"""The program explains itself."""

import re
import runpy
import sys

import pytest
from helpers.commands import handout

from handout.cli.commands import main


def test_help_lists_the_commands_in_the_order_of_use() -> None:
    listed = re.findall(r"^  ([a-z-]+) ", handout("--help").stdout.split("Commands:")[1], re.MULTILINE)
    assert listed[:4] == ["build", "check", "preview", "class"]
    assert set(listed) >= {"verify", "roster-template", "new"}


@pytest.mark.parametrize("command", sorted(main.commands))
def test_every_command_and_option_is_explained(command: str) -> None:
    result = handout(command, "--help")
    assert result.exit_code == 0
    for option in main.commands[command].params:
        if option.param_type_name == "option":
            assert getattr(option, "help", ""), option.name


def test_the_version_is_shown() -> None:
    assert handout("--version").stdout.startswith("handout ")


def test_the_package_can_be_run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "argv", ["__main__.py", "--help"])
    with pytest.raises(SystemExit) as caught:
        runpy.run_module("handout", run_name="__main__")
    assert caught.value.code == 0
    assert capsys.readouterr().out.startswith("Usage: handout ")


def test_an_unknown_command_is_a_matter_of_usage() -> None:
    result = handout("biuld")
    assert result.exit_code == 2
    assert "No such command 'biuld'" in result.stderr
