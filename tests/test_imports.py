"""Data flows one way: a room imports only from the rows above its own."""

import ast
from pathlib import Path

import pytest

HANDOUT = Path(__file__).parent.parent / "handout"

ROWS = [
    # Words, numbers and files of all kinds, which know nothing of one another.
    [
        "errors",
        "markup",
        "theme",
        "pdffile",
        "stamp",
        "toner",
        "usernames",
        "colour_profile",
        "footers",
        "web_guard",
    ],
    ["fonts", "tagging", "pictures", "metadata", "output", "yaml_nodes", "grids", "preview"],
    # The readers: what the files say.
    ["headings"],
    ["content_values", "csv_lists", "workbooks", "starter", "printed"],
    ["content_problems", "roster"],
    ["content", "findings"],
    ["drafts"],
    ["students"],
    # The page.
    ["typeset"],
    ["fitting", "pen"],
    ["blocks"],
    ["layout", "fields", "portal"],
    ["sheet", "slips"],
    ["story"],
    ["edition"],
    # The set.
    ["binder", "verify"],
    ["press"],
    ["checklist"],
    ["order"],
    # Those who speak to people.
    ["options", "report", "web_work"],
    ["console", "office", "web_forms", "web_jobs"],
    ["cli", "web"],
    ["__main__"],
]
PRINTING = {"cli", "console", "office"}


def imports_of(source: str) -> set[str]:
    """The rooms a source imports, wherever in it."""
    nodes = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.ImportFrom)]
    rooms = {node.module.partition(".")[2] for node in nodes if (node.module or "").startswith("handout.")}
    return rooms | {alias.name for node in nodes if node.module == "handout" for alias in node.names}


def faults(room: str, source: str) -> list[str]:
    row = next(number for number, names in enumerate(ROWS) if room in names)
    above = {name for names in ROWS[:row] for name in names}
    return sorted(imports_of(source) - above)


def test_every_room_has_its_row() -> None:
    rooms = {path.stem for path in HANDOUT.glob("*.py")} - {"__init__"}
    assert rooms == {name for names in ROWS for name in names}


@pytest.mark.parametrize("room", [name for names in ROWS for name in names])
def test_imports_come_from_the_rows_above(room: str) -> None:
    allowed = {"web"} if room == "office" else set()  # the one door between the command line and the page
    assert set(faults(room, (HANDOUT / f"{room}.py").read_text("utf-8"))) <= allowed


def test_the_guard_can_fail() -> None:
    assert faults("content", "from handout.press import Press") == ["press"]
    assert faults("content", "def f():\n    from handout import cli") == ["cli"]


@pytest.mark.parametrize("path", sorted(HANDOUT.glob("*.py")), ids=lambda path: path.stem)
def test_only_those_who_speak_to_people_print(path: Path) -> None:
    called = {
        ast.unparse(node.func)
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call)
    }
    assert path.stem in PRINTING or not called & {"print", "click.echo", "sys.stdout.write"}
