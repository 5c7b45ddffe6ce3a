"""What is told where the file cannot be built, and what is never in it."""

import base64
import gzip
import hashlib
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from handout import load_content
from handout.errors import OutputError
from handout.lite import archive, build, supplies


def said(error: pytest.ExceptionInfo[OutputError]) -> str:
    return " ".join(str(problem) for problem in error.value.problems)


def test_without_node_the_build_says_what_to_install(
    school: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)
    with pytest.raises(OutputError) as error:
        build.build_file(school / "content.yaml", tmp_path)
    assert "Node.js is not installed. Install Node.js 20 or newer" in said(error)


def test_an_old_node_is_reported_at_the_start(
    school: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def answer(*_: object, **__: object) -> subprocess.CompletedProcess[str]:
        return subprocess.CompletedProcess([], 0, "v18.20.4\n", "")

    monkeypatch.setattr(shutil, "which", lambda name: name)
    monkeypatch.setattr(subprocess, "run", answer)
    with pytest.raises(OutputError) as error:
        build.build_file(school / "content.yaml", tmp_path)
    assert "Node.js is too old here: v18.20.4. Install Node.js 20 or newer" in said(error)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.slow
def test_a_wheel_that_cannot_be_fetched_is_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    with pytest.raises(OutputError) as error:
        supplies.fetch_wheels(tmp_path)
    assert "a Python package (PyPI) could not be fetched. Check the network connection." in said(error)
    assert list(tmp_path.iterdir()) == []


def test_another_file_under_the_name_of_pyodide_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def pack(_command: object, cwd: Path, **_: object) -> subprocess.CompletedProcess[str]:
        (cwd / "pyodide.tgz").write_bytes(b"another file")
        return subprocess.CompletedProcess([], 0, "", "")

    monkeypatch.setattr(shutil, "which", lambda name: name)
    monkeypatch.setattr(subprocess, "run", pack)
    with pytest.raises(OutputError) as error:
        supplies.fetch_pyodide(tmp_path)
    assert "is another file" in said(error)
    assert list(tmp_path.iterdir()) == []


def test_every_wheel_has_a_version_and_a_hash() -> None:
    for line in supplies.PINS.read_text("utf-8").splitlines():
        name, _, rest = line.partition("==")
        assert name
        assert "--hash=sha256:" in rest, line


def test_the_policy_lets_this_one_script_run_and_reaches_no_server() -> None:
    page = build._shell()
    script = page.partition("<script>")[2].partition("</script>")[0]
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    policy = page.partition('Content-Security-Policy" content="')[2].partition('"')[0]
    scripts = next(rule for rule in policy.split("; ") if rule.startswith("script-src"))
    assert f"'sha256-{digest}'" in scripts
    assert "'unsafe-inline'" not in scripts
    assert "default-src 'none'" in policy
    assert "http" not in policy


def test_what_no_page_loads_is_left_out() -> None:
    for name in ("handout/cli/main.py", "encodings/cp866.pyc", "tkinter/font.py", "handout/web/server.py"):
        assert not archive._is_needed(name), name
    for name in ("handout/web/site.py", "encodings/utf_16.pyc", "jinja2/parser.py"):
        assert archive._is_needed(name), name


@pytest.mark.slow
def test_the_same_input_gives_the_same_file_on_any_day(
    school: Path, one_file: Path, lite_cache: Path, tmp_path: Path
) -> None:
    elsewhere = tmp_path / "school"
    shutil.copytree(school, elsewhere)  # with the times of its files
    assert build.build_file(elsewhere / "content.yaml", lite_cache) == one_file.read_bytes()


@pytest.mark.slow
def test_what_is_compiled_anew_is_the_same(lite_cache: Path, one_file: Path, tmp_path: Path) -> None:
    assert one_file.exists()  # so it has been compiled before
    pyodide = supplies.fetch_pyodide(lite_cache)
    program = list(archive._of_program())
    kept = archive._packed(archive._compiled(pyodide, program, lite_cache))
    assert archive._packed(archive._compiled(pyodide, program, tmp_path)) == kept


def test_what_older_programs_were_compiled_to_is_forgotten(tmp_path: Path) -> None:
    for number in range(archive.MOST_COMPILED + 2):
        for ending in (".zip", ".xz"):
            path = tmp_path / f"compiled-{number}{ending}"
            path.write_bytes(b"")
            os.utime(path, (0, number))
    archive._forget_older(tmp_path)
    left = {path.stem for path in tmp_path.iterdir()}
    assert left == {f"compiled-{number}" for number in range(2, archive.MOST_COMPILED + 2)}
    assert len(list(tmp_path.iterdir())) == 2 * archive.MOST_COMPILED


def test_its_date_is_that_of_the_last_change(
    school: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    shutil.copytree(school, tmp_path / "school")
    for number, file in enumerate(sorted(tmp_path.rglob("*.*"))):
        os.utime(file, (0, 86_400 * number))
    os.utime(tmp_path / "school" / "images" / "mims3.png", (0, 1_780_000_000))
    content = load_content(tmp_path / "school" / "content.yaml")
    assert build._date(content) == "28 May 2026"
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1790000000")
    assert build._date(content) == "21 September 2026"


@pytest.mark.slow
def test_it_weighs_at_most_20_mb_and_packed_15(one_file: Path) -> None:
    assert one_file.stat().st_size <= 20_000_000
    assert len(gzip.compress(one_file.read_bytes())) <= 15_000_000
