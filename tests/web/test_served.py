"""The served page stays up: many lists at once, killed workers, a stopped server, Ctrl-C."""

import json
import os
import signal
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from helpers.browsing import RIGHT, Office, enter, new_page, open_list, patient, usernames_in
from helpers.native import children
from helpers.pdfs import page_count
from helpers.serving import all_end
from helpers.waiting import ended, wait_for
from playwright.sync_api import expect

pytestmark = pytest.mark.slow

LETTERS = "ABCDEFGHIJ"
MOST_MEMORY = 600_000_000  # bytes, of the server alone


def rows_of(number: int, children: int = 5) -> list[str]:
    """Children that no other list has."""
    tens, ones = LETTERS[number // 10], LETTERS[number % 10]
    return [
        f"{n + 1},CHILD {LETTERS[n]} OF {tens}{ones},{n % 2 + 1}C,c{number:02}_{n}@students.edu.sg"
        for n in range(children)
    ]


def state_of(office: Office, job: str) -> str:
    return json.loads(office.get(f"{job}/state"))["state"]


def printed(office: Office, number: int) -> list[bytes]:
    """The PDFs of a list of its own."""
    path = office.upload(rows_of(number))
    job = office.post(f"{path}/jobs", "chosen=1&layout=sheet&class=0&class=1")
    assert ended(lambda: state_of(office, job)) == "done"
    return [office.get(f"{job}/keep/mims-account-{name}-sheet.pdf") for name in ("1C", "2C")]


@pytest.mark.slow
def test_a_hundred_sets_at_once_are_all_made_and_none_is_mixed_up(server) -> None:  # noqa: ANN001
    office = Office(server.address)
    found: dict[int, list[bytes]] = {}

    def work(number: int) -> None:
        found[number] = printed(office, number)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(100)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(found) == list(range(100))
    for number, pdfs in found.items():
        assert usernames_in(pdfs[0]) == [f"c{number:02}_{n}" for n in (0, 2, 4)]
        assert usernames_in(pdfs[1]) == [f"c{number:02}_{n}" for n in (1, 3)]
    status = Path(f"/proc/{server.process.pid}/status")
    if status.exists():
        peak = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
        assert int(peak.split()[1]) * 1024 < MOST_MEMORY


def test_killed_workers_are_replaced_and_nobody_notices(server) -> None:  # noqa: ANN001
    office = Office(server.address)
    path = office.upload(rows_of(1))
    assert len(server.workers) > 0
    for _ in range(3):
        for worker in server.workers:
            os.kill(int(worker), signal.SIGKILL)
        assert b"What will be printed" in office.read(path)
        assert office.get(f"{path}/preview.png").startswith(b"\x89PNG")
    assert page_count(printed(office, 2)[0]) == 3


def test_a_stopped_server_is_explained_with_the_way_on(start: Callable, browser) -> None:  # noqa: ANN001
    server = start()
    context = patient(browser)
    page = context.new_page()
    enter(page, server.address)
    open_list(page, RIGHT)
    server.stop()
    page.check("[name=grey]")
    expect(page.locator("#live")).to_contain_text("The program has stopped. Start handout again")
    context.close()


def test_a_list_that_is_no_longer_kept_is_explained_with_the_way_on(server, browser) -> None:  # noqa: ANN001
    context = patient(browser)
    page = context.new_page()
    enter(page, server.address)
    open_list(page, RIGHT)
    page.route("**/summary?*", lambda route: route.fulfill(status=410))
    page.check("[name=grey]")
    expect(page.locator("#live")).to_contain_text("no longer kept")
    with new_page(page, "#list"):
        page.click("text=Choose the list again")
    assert page.url == server.origin + "/"
    page.goto(server.origin + "/jobs/none")
    assert "no longer kept" in page.inner_text("main")
    with new_page(page, "#list"):
        page.click("main >> text=Choose a list")
    context.close()


def test_a_bookmark_without_its_cookie_gets_a_page(server, browser) -> None:  # noqa: ANN001
    context = patient(browser)
    page = context.new_page()
    page.goto(server.origin)
    assert "Start handout again" in page.inner_text("h1")
    enter(page, server.address.replace("127.0.0.1", "LOCALHOST"))
    assert page.url.startswith("http://localhost:")
    assert page.inner_text("h1") == "Print a class set"
    context.close()


def test_ctrl_c_does_not_wait_for_work_that_is_under_way(start: Callable) -> None:
    server = start()
    office = Office(server.address)
    path = office.upload(children(1800).splitlines()[1:])
    job = office.post(f"{path}/jobs", "&".join(["chosen=1", *(f"class={number}" for number in range(45))]))
    wait_for(lambda: state_of(office, job) == "running")
    for worker in server.workers:
        if b"spawn_main" in Path(f"/proc/{worker}/cmdline").read_bytes():
            os.kill(int(worker), signal.SIGSTOP)  # a work that never ends
    server.stop()


def test_after_kill_9_no_process_is_left(start: Callable) -> None:
    server = start()
    Office(server.address).upload(rows_of(1))
    workers = server.workers
    assert workers
    server.process.kill()
    server.process.communicate()
    assert all_end(workers)
