"""Where the commands run."""

import shutil
from pathlib import Path

import pytest
from helpers.commands import LIST


@pytest.fixture
def place(school: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder as the README's first command makes it, with a class list; the commands run in it."""
    folder = tmp_path / "school"
    shutil.copytree(school, folder)
    (folder / "list.csv").write_text(LIST, encoding="utf-8")
    monkeypatch.chdir(folder)
    return folder
