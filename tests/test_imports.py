"""Data flows one way: each package imports only the faces of the packages that it may use."""

import ast
import re
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

HANDOUT = Path(__file__).parent.parent / "handout"

# Package → the packages that it may use. The library's face (handout) puts them together.
MAY_USE = {
    "errors": "",
    "theme": "",
    "files": "errors",
    "model": "errors theme",
    "pictures": "errors",
    "typesetting": "model theme",
    "content": "model errors files",
    "importing": "content model errors files",
    "spreadsheets": "errors",
    "classlist": "spreadsheets model errors",
    "pdf": "typesetting pictures theme",
    "pages": "pdf typesetting pictures model errors theme",
    "printing": "pages pdf pictures model errors files",
    "checking": "spreadsheets model errors",
    "cli": "handout web printing importing classlist content pictures model errors files",
    "web": "handout checking importing pictures printing classlist spreadsheets content typesetting model errors files",
    "lite": "handout cli web printing pictures model errors files",
    "__main__": "cli",
    "__init__": "importing pictures content classlist typesetting printing checking model errors",
}
# Package → what a fresh process that imports it must not have loaded.
NEVER = {
    "classlist": "reportlab uharfbuzz PIL handout.pdf handout.typesetting",
    "content": "lxml markdown_it reportlab uharfbuzz PIL handout.pdf handout.typesetting",
    "pages": "csv python_calamine xlsxwriter yaml handout.content handout.classlist",
    "checking": "handout.classlist handout.pages handout.printing handout.pdf",
}
IMPORT = re.compile(r"^[ \t]*(from handout[\w.]* import (?:\([^)]*\)|.*))", re.MULTILINE)
PRINT = re.compile(r"(?<![\w.])(?<!def )(?:print|click\.echo|sys\.stdout\.write)\(")
PRINTING = {"__main__.py", "commands.py", "console.py", "importing.py", "serve.py"}


def package_of(path: Path) -> str:
    return path.relative_to(HANDOUT).parts[0].removesuffix(".py")


@cache
def files_of(package: str) -> list[Path]:
    return sorted(path for path in HANDOUT.rglob("*.py") if package_of(path) == package)


def imports_of(source: str) -> set[str]:
    """The modules of ours that a source imports, wherever in it: "handout.pdf.pen", or "handout" itself."""
    nodes = ast.parse("\n".join(IMPORT.findall(source))).body  # to parse every file as a whole takes a second
    found = {node.module for node in nodes if node.module.startswith("handout.")}
    for node in nodes:
        if node.module == "handout":
            packages = {alias.name for alias in node.names} & MAY_USE.keys()
            found |= {f"handout.{name}" for name in packages}
            found |= {"handout"} if len(packages) < len(node.names) else set()
    return found


def faults(package: str, source: str) -> list[str]:
    """Imports of what the package may not use, and imports past another package's face."""
    allowed = {"handout", *(f"handout.{name}" for name in MAY_USE[package].split())}
    if "handout" not in MAY_USE[package].split():
        allowed.discard("handout")
    own = f"handout.{package}"
    return sorted(
        name
        for name in imports_of(source)
        if name not in allowed and name != own and not name.startswith(f"{own}.")
    )


def prints(source: str) -> bool:
    return bool(PRINT.search(source))


def loaded_by(package: str) -> set[str]:
    script = f"import sys, handout.{package}; print(*sys.modules)"
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return set(run.stdout.split())


def test_the_plan_names_every_package() -> None:
    assert {package_of(path) for path in HANDOUT.rglob("*.py")} == MAY_USE.keys()


def test_the_plan_runs_one_way() -> None:
    """Every package stands below those that it uses."""
    known: set[str] = {"handout"}
    for package, uses in MAY_USE.items():
        if package != "cli":  # serves the page
            assert set(uses.split()) <= known, package
        known.add(package)


def test_the_architecture_page_shows_the_same_plan() -> None:
    page = (HANDOUT / "ARCHITECTURE.md").read_text("utf-8")
    rows = re.findall(r"^\| (\w+) \|.*\| ([^|]+) \|$", page, re.MULTILINE)
    shown = {package: set(re.findall(r"\w+", uses)) for package, uses in rows if package in MAY_USE}
    below = {"errors", "files", "theme"}
    assert MAY_USE.keys() - shown.keys() - below == {"cli", "web", "lite", "__main__", "__init__"}
    assert shown == {package: set(MAY_USE[package].split()) - below for package in shown}


@pytest.mark.parametrize("package", MAY_USE)
def test_imports_follow_the_plan(package: str) -> None:
    found = {path: faults(package, path.read_text("utf-8")) for path in files_of(package)}
    assert {path: wrong for path, wrong in found.items() if wrong} == {}


def test_the_guard_can_fail() -> None:
    assert faults("content", "from handout.printing import Press") == ["handout.printing"]
    assert faults("content", "def f():\n    from handout import cli") == ["handout.cli"]
    assert faults("pages", "from handout.pdf.pen import Pen") == ["handout.pdf.pen"]
    assert faults("pages", "from handout import load_content") == ["handout"]
    assert prints("def f():\n    print(1)")


@pytest.mark.slow
@pytest.mark.parametrize(("package", "never"), NEVER.items())
def test_what_a_package_never_loads(package: str, never: str) -> None:
    assert loaded_by(package) & set(never.split()) == set()


@pytest.mark.slow
def test_the_look_into_a_fresh_process_can_fail() -> None:
    assert {"csv", "handout.classlist"} <= loaded_by("classlist")


@pytest.mark.parametrize("package", MAY_USE)
def test_only_those_who_speak_to_people_print(package: str) -> None:
    printing = {path.name for path in files_of(package) if prints(path.read_text("utf-8"))}
    assert printing <= PRINTING


@pytest.mark.parametrize("package", [path.parent.name for path in sorted(HANDOUT.glob("*/__init__.py"))])
def test_every_package_says_what_it_is_for_and_what_it_gives(package: str) -> None:
    tree = ast.parse((HANDOUT / package / "__init__.py").read_text("utf-8"))
    assert ast.get_docstring(tree)
    assert any(
        isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__" for node in tree.body
    )
