"""Where the commands run: in a school's folder, or beside a site."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from helpers.commands import LIST
from helpers.school_site import PAGE
from helpers.site import png

from handout.cli import main


@pytest.fixture
def place(school: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder as the README's first command makes it, with a class list; the commands run in it."""
    folder = tmp_path / "school"
    shutil.copytree(school, folder)
    (folder / "list.csv").write_text(LIST, encoding="utf-8")
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site's folder with one page, where the tests run."""
    site = tmp_path / "site"
    (site / "images").mkdir(parents=True)
    (site / "_parents").mkdir()
    (site / "_config.yml").write_text("title: Banyan Tree Primary School\n")
    (site / "_parents" / "mims.md").write_text(PAGE, "utf-8")
    for number in (1, 2):
        (site / "images" / f"step{number}.png").write_bytes(png())
    return site


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, site: Path) -> Callable[..., Result]:  # noqa: ARG001
    monkeypatch.chdir(tmp_path)

    def run(*words: str, typed: str = "") -> Result:
        return CliRunner().invoke(main, words, input=typed)

    return run
