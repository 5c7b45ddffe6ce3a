"""`handout serve`: who may open the page, and what it begins with."""

from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from handout import web
from handout.cli.commands import main


@pytest.fixture
def served(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str]]:
    """The content.yaml and the host of each page that was served, from an empty folder."""
    pages: list[tuple[str, str]] = []

    def note(school: web.School, host: str, *_: Any, **__: Any) -> None:
        pages.append((school.content_file.as_posix(), host))

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(web, "serve", note)
    return pages


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.7", "office.example"])
def test_other_computers_are_let_in_only_where_that_is_said(
    served: list[tuple[str, str]], tmp_path: Path, host: str
) -> None:
    refused = CliRunner().invoke(main, ["serve", "--host", host])
    assert refused.exit_code == 2
    assert refused.stderr == (
        "--host: Other computers could read children's names there. "
        "Leave it out, or add --allow-network if that is meant.\n"
    )
    assert (served, list(tmp_path.iterdir())) == ([], [])
    CliRunner().invoke(main, ["serve", "--host", host, "--allow-network"])
    assert [served_at for _, served_at in served] == [host]


@pytest.mark.parametrize("host", ["127.0.0.1", "::1"])
def test_this_computer_needs_no_word(served: list[tuple[str, str]], host: str) -> None:
    assert CliRunner().invoke(main, ["serve", "--host", host]).exit_code == 0
    assert [served_at for _, served_at in served] == [host]


def test_without_a_content_yaml_a_new_one_begins_once(served: list[tuple[str, str]], tmp_path: Path) -> None:
    first, again = (CliRunner().invoke(main, ["serve"]).stdout for _ in range(2))
    assert first == f"There is no content.yaml here. A new one begins in {tmp_path / 'mims-handout'}\n"
    assert again == ""
    assert served == [("mims-handout/content.yaml", "127.0.0.1")] * 2


def test_a_port_that_is_taken_is_said(served: list[tuple[str, str]], monkeypatch: pytest.MonkeyPatch) -> None:
    def taken(*_: Any, **__: Any) -> None:
        raise OSError(98, "Address already in use")

    monkeypatch.setattr(web, "serve", taken)
    result = CliRunner().invoke(main, ["serve", "--port", "80"])
    assert (result.exit_code, served) == (2, [])
    assert (
        result.stderr
        == "serve: Cannot listen there: Address already in use. Choose another --port, or leave it out.\n"
    )
