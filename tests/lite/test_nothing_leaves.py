"""Whatever is tried from inside the file, no server hears of it."""

from pathlib import Path
from typing import Any

import pytest
from helpers.alone import TRIES, Listener
from helpers.browsing import opened, patient
from helpers.waiting import wait_for

pytestmark = pytest.mark.slow


@pytest.fixture
def quiet(chromium: Any, listener: Listener) -> Any:
    context = patient(chromium)
    listener.heard.clear()
    yield context
    context.close()


def tried(page: Any, listener: Listener) -> list[str]:
    """What the listener heard after every way out was tried."""
    for name, script in TRIES.items():
        address = f"{listener.address}/{name.replace(' ', '-')}"
        page.evaluate(f"(to) => {{ {script}; }}", address)
        page.wait_for_timeout(200)
    page.wait_for_timeout(1000)
    return listener.heard


def test_no_way_out(quiet: Any, listener: Listener, one_file: Path) -> None:
    assert tried(opened(quiet, one_file), listener) == []


def test_the_listener_hears_each_of_these_from_another_page(
    quiet: Any, listener: Listener, tmp_path: Path
) -> None:
    (tmp_path / "open.html").write_text("<title>A page without a policy</title>", "utf-8")
    refused = {"worker"}  # by every browser, whatever the policy
    for name, script in TRIES.items():
        if name in refused:
            continue
        page = quiet.new_page()
        page.goto((tmp_path / "open.html").as_uri())
        listener.heard.clear()
        page.evaluate(f"(to) => {{ {script}; }}", listener.address)
        assert wait_for(lambda: listener.heard), name
        page.close()


def test_no_address_of_a_server_is_in_the_page(one_file: Path) -> None:
    text = one_file.read_text("utf-8")
    head, _, rest = text.partition('<script type="text/plain" data-program>')
    tail = rest.rpartition("</script>")[2]
    assert "http:" not in head + tail
    assert "https:" not in head + tail
