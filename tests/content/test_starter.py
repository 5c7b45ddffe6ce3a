"""`handout new`: another school's beginning, whole or not at all."""

import os
import tomllib
from pathlib import Path

import pytest
from helpers.school import ROOT

from handout import load_content
from handout.content import starter
from handout.content.starter import write_starter
from handout.errors import Flaw, OutputError, Place, Problem

NAMES = ["content.yaml", ".content.schema.json", *(f"images/mims{number}.png" for number in range(1, 9))]


@pytest.mark.slow
@pytest.mark.parametrize("name", ["school", "deep/in/new/folders", "."])
def test_a_school_gets_its_words_and_its_pictures(tmp_path: Path, name: str) -> None:
    folder = tmp_path / name
    assert write_starter(folder) == [folder / name for name in NAMES]
    assert sorted(path.name for path in folder.iterdir()) == [
        ".content.schema.json",
        "content.yaml",
        "images",
    ]
    assert all((folder / name).read_bytes() == (ROOT / name).read_bytes() for name in NAMES)
    assert len(load_content(folder / "content.yaml").guides.pictures) == 8


def test_other_files_of_the_folder_stay(tmp_path: Path) -> None:
    (tmp_path / "3A.xlsx").write_bytes(b"a class list")
    write_starter(tmp_path)
    assert (tmp_path / "3A.xlsx").read_bytes() == b"a class list"


@pytest.mark.parametrize(
    ("standing", "named"),
    [
        (["content.yaml"], "content.yaml"),
        (["images"], "images"),
        (["images", "content.yaml"], "content.yaml and images"),
    ],
)
def test_nothing_is_overwritten(
    tmp_path: Path, standing: list[str], named: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    school = Path("school")
    school.mkdir()
    for name in standing:
        (school / name).write_text("ours")
    with pytest.raises(OutputError) as caught:
        write_starter(school)
    assert (
        str(caught.value)
        == f"school: This folder already has {named}, and nothing is overwritten. Choose another folder."
    )
    assert sorted(path.name for path in school.iterdir()) == sorted(standing)
    assert all((school / name).read_text() == "ours" for name in standing)


@pytest.mark.skipif(os.name == "nt", reason="Windows asks for a permission to make links")
def test_a_link_that_leads_nowhere_is_not_overwritten_either(tmp_path: Path) -> None:
    (tmp_path / "content.yaml").symlink_to(tmp_path / "gone")
    with pytest.raises(OutputError, match=r"already has content\.yaml"):
        write_starter(tmp_path)


@pytest.mark.parametrize("last", range(len(NAMES)))
def test_a_failure_midway_leaves_nothing(tmp_path: Path, last: int, monkeypatch: pytest.MonkeyPatch) -> None:
    write = starter.write_atomically

    def fail_at_the_last(data: bytes, path: Path) -> None:
        if path.name == Path(NAMES[last]).name:
            raise OutputError(Problem(Place(str(path)), Flaw("The disk is full.")))
        write(data, path)

    monkeypatch.setattr(starter, "write_atomically", fail_at_the_last)
    with pytest.raises(OutputError, match=r"The disk is full\."):
        write_starter(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_file_in_place_of_the_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "school").write_text("ours")
    with pytest.raises(OutputError) as caught:
        write_starter(tmp_path / "school")
    (problem,) = caught.value.problems
    assert (problem.place.file, problem.what) == (
        str(tmp_path / "school"),
        "A file is where a folder is needed.",
    )
    assert (tmp_path / "school").read_text() == "ours"


def test_the_wheel_carries_the_starter() -> None:
    tools = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["hatch"]["build"]["targets"]
    packed = tools["wheel"]["force-include"]
    assert sorted(packed) == sorted(NAMES)
    assert all(packed[name] == f"handout/starter_files/{name}" for name in NAMES)
