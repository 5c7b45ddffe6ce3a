"""The office's page without a browser, and in one: the command itself as the office starts it, and Chromium."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from helpers.browsing import enter, patient
from helpers.serving import Server, all_end
from playwright.sync_api import sync_playwright
from starlette.testclient import TestClient

from handout.web.app import create_app
from handout.web.processes import Processes
from handout.web.runner import Slices
from handout.web.school import School

ROOT = Path(__file__).parent.parent.parent
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

if CHROMIUM is None and os.environ.get("CI"):
    pytest.fail("CI must have Chromium: .ci/run installs it", pytrace=False)


@pytest.fixture(autouse=True)
def _patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """However slow the machine, a page waits until its list is read."""
    monkeypatch.setattr("handout.web.lists.AT_ONCE", 60)


@pytest.fixture(scope="module", params=[pytest.param(Processes, marks=pytest.mark.slow), Slices])
def client(request: pytest.FixtureRequest, school: Path) -> Iterator[TestClient]:
    """The office's page with either way to run what takes long."""
    with TestClient(create_app(School(school / "content.yaml"), request.param())) as client:
        yield client


@pytest.fixture
def folder(school: Path, tmp_path: Path) -> Path:
    """The school's own folder, which a test may change."""
    shutil.copytree(school, tmp_path / "own")
    return tmp_path / "own"


@pytest.fixture
def school_client(folder: Path) -> Iterator[TestClient]:
    """The office's page of a school that may be changed."""
    with TestClient(create_app(School(folder / "content.yaml"), Slices())) as client:
        yield client


@pytest.fixture(scope="module")
def start(school: Path) -> Iterator[Callable[[], Server]]:
    """Starts the command; whatever was not stopped is ended."""
    servers: list[Server] = []

    def started() -> Server:
        command = ["serve", "--no-browser", "--content", str(school / "content.yaml")]
        process = subprocess.Popen(
            [sys.executable, "-m", "handout", *command],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env=os.environ | {"PYTHONUNBUFFERED": "1"},
        )
        assert process.stdout is not None
        address = process.stdout.readline().rpartition(" ")[2].strip()
        assert address.startswith("http://127.0.0.1:")
        servers.append(Server(address, process))
        return servers[-1]

    yield started
    for server in servers:
        if server.process.poll() is None:
            server.process.kill()
            server.process.communicate()


@pytest.fixture(scope="module")
def server(start: Callable[[], Server]) -> Iterator[Server]:
    """One server for the tests of a file; it prints nothing of a child and leaves nothing behind."""
    server = start()
    yield server
    workers = server.workers
    out, err = server.stop()
    assert "Traceback" not in err
    assert "TAN MEI" not in out + err
    assert all_end(workers)


@pytest.fixture(scope="module")
def browser() -> Iterator[object]:
    if CHROMIUM is None:
        pytest.skip("no Chromium on this machine")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield browser
        browser.close()


@pytest.fixture
def page(server: Server, browser) -> Iterator:  # noqa: ANN001 - Playwright's own types
    context = patient(browser)
    page = context.new_page()
    faults: list[str] = []

    def hear(message) -> None:  # noqa: ANN001
        if message.type == "error":
            faults.append(f"{message.text} {message.location['url']}")

    page.on("console", hear)
    page.on("pageerror", lambda error: faults.append(str(error)))
    enter(page, server.address)
    yield page
    context.close()
    assert faults == []
