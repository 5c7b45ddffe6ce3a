"""handout.html as an office has it: built for a fictional school, double-clicked in a real browser without a network."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from helpers.alone import BESIDES_ITSELF, Listener
from helpers.browsing import new_page, opened, patient
from platformdirs import user_cache_path
from playwright.sync_api import sync_playwright

from handout.lite.build import build_file

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
# What was fetched and compiled is kept between runs: read before the tests move the user's folders.
CACHE = user_cache_path("handout", appauthor=False) / "lite"


@pytest.fixture(scope="session")
def one_file(school: Path, lite_cache: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    if not (shutil.which("node") and shutil.which("npm")):
        if os.environ.get("CI"):
            pytest.fail("CI must have Node.js: .ci/run installs it", pytrace=False)
        pytest.skip("no Node.js on this machine")
    path = tmp_path_factory.mktemp("lite") / "handout.html"
    path.write_bytes(build_file(school / "content.yaml", lite_cache))
    return path


@pytest.fixture(scope="session")
def lite_cache() -> Path:
    return CACHE


@pytest.fixture(scope="session")
def listener() -> Iterator[Listener]:
    with Listener() as listener:
        yield listener


@pytest.fixture(
    scope="module"
)  # Playwright runs one browser at a time, and tests of other folders may come between
def chromium(listener: Listener) -> Iterator[Any]:
    """A browser whose every request to anywhere comes to the listener."""
    if CHROMIUM is None:
        pytest.skip("no Chromium on this machine")
    with sync_playwright() as playwright:
        arguments = ["--no-sandbox", "--disable-gpu", *BESIDES_ITSELF]
        proxy: Any = {"server": listener.address, "bypass": "<-loopback>"}
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=arguments, proxy=proxy)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def office(chromium: Any, one_file: Path, listener: Listener) -> Iterator[Any]:
    """The file opened once for the tests of a module; nothing goes wrong in it and nothing is sent."""
    listener.heard.clear()
    context = patient(chromium)
    page = opened(context, one_file)
    faults: list[str] = []
    page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: faults.append(str(error)))
    yield page
    context.close()
    assert faults == []
    assert listener.heard == []


@pytest.fixture
def page(office: Any) -> Any:
    """The first page of the file."""
    with new_page(office, "#list"):
        office.click("nav >> text=Class sets")
    return office
