"""The README speaks of what there is."""

import re
import shutil
from pathlib import Path

import pytest
from helpers.lists import workbook
from helpers.pdfs import page_text
from helpers.school import ROOT

from handout.cli.commands import main

README = (ROOT / "README.md").read_text("utf-8")


def test_every_command_is_in_the_readme() -> None:
    assert [name for name in main.commands if f"handout {name}" not in README] == []


def test_every_option_in_the_readme_exists() -> None:
    for command, words in re.findall(r"`?handout ([a-z-]+)([^`\n]*)", README):
        if command in main.commands:
            known = {option for parameter in main.commands[command].params for option in parameter.opts}
            assert set(re.findall(r"--[a-z-]+", words)) <= known, command


def test_two_commands_do_everything() -> None:
    assert len(re.findall(r"^python -m pip install", README, re.MULTILINE)) == 2


def test_its_pictures_are_there() -> None:
    for name in re.findall(r"\]\((images/[^)]+)\)", README):
        assert (ROOT / name).is_file()


def test_the_extract_of_content_yaml_is_its_own() -> None:
    extract = re.search(r"```yaml\n(.*?)```", README, re.DOTALL)[1]
    assert extract in (ROOT / "content.yaml").read_text("utf-8")


@pytest.mark.slow
def test_the_example_in_python_is_the_one_that_is_type_checked_and_runs(
    school: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    example = (ROOT / "tests" / "typed_example.py").read_text("utf-8").partition('"""\n\n')[2]
    assert re.search(r"```python\n(.*?)```", README, re.DOTALL)[1] == example
    shutil.copytree(school, tmp_path / "school")
    monkeypatch.chdir(tmp_path / "school")
    Path("output").mkdir()
    workbook(
        Path(),
        ("3A", [["No", "Name", "Username"], [1, "TAN MEI", "tan_mei@students.edu.sg"]]),
        name="3A.xlsx",
    )
    exec(compile(example, "README.md", "exec"), {})
    assert "TAN MEI" in page_text(Path("output/3A.pdf").read_bytes(), 0)
