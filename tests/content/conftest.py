"""Where a content.yaml is."""

from pathlib import Path

import pytest


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The reader's own folder, with pictures in it, so that a message names the file as he did."""
    (tmp_path / "images").mkdir()
    for number in range(1, 9):
        (tmp_path / "images" / f"mims{number}.png").touch()
    monkeypatch.chdir(tmp_path)
    return tmp_path
