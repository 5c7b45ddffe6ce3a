"""The office's page in a real browser: from a dropped list to the printed children."""

import base64
import io
import os
import re
import shutil
import signal
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from helpers.pdfs import page_count, page_text, squeezed
from playwright.sync_api import expect, sync_playwright

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

WRONG = "No,Name,Class,Email\n1,TAN MEI LING,3A,tan mei@students.edu.sg\n2,LIM JO ANN,3A,\n3,RAJ KUMAR,3A,\n4,ONG KAI LI,3A,\n"
RIGHT = WRONG.replace("tan mei@", "tan_mei_1@")

if CHROMIUM is None and os.environ.get("CI"):
    pytest.fail("CI must have Chromium: .ci/run installs it", pytrace=False)
needs_browser = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine")


@pytest.fixture(scope="module")
def server(school: Path) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """The command itself, as the office starts it; its address."""
    process = subprocess.Popen(
        [sys.executable, "-m", "handout", "serve", "--no-browser", "--content", str(school / "content.yaml")],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONUNBUFFERED": "1"},
    )
    assert process.stdout is not None
    address = process.stdout.readline().rpartition(" ")[2].strip()
    assert address.startswith("http://127.0.0.1:")
    yield address, process
    workers = children_of(process.pid)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=15)
    assert process.returncode == 0, err
    assert "Traceback" not in err
    assert "TAN MEI" not in out + err
    for _ in range(50):  # the last of them ends itself when it sees that its parent has gone
        left = [worker for worker in workers if Path(f"/proc/{worker}").exists()]
        if not left:
            break
        time.sleep(0.1)
    assert left == []


def children_of(process: int) -> list[str]:
    """Numbers of a process's children, where the system tells (Linux)."""
    tasks = Path(f"/proc/{process}/task/{process}/children")
    return tasks.read_text().split() if tasks.exists() else []


@pytest.fixture(scope="module")
def browser() -> Iterator[object]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield browser
        browser.close()


@pytest.fixture
def page(server, browser) -> Iterator:  # noqa: ANN001 - Playwright's own types
    context = browser.new_context()
    page = context.new_page()
    faults: list[str] = []
    page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto(server[0])
    yield page
    context.close()
    assert faults == []


def drop(page, text: str) -> None:  # noqa: ANN001 - Playwright's own types
    """Drop a file from the desktop onto the page."""
    page.evaluate(
        """([name, content]) => {
            const files = new DataTransfer();
            files.items.add(new File([Uint8Array.from(atob(content), (c) => c.charCodeAt(0))], name));
            const target = document.querySelector("[data-drop]");
            target.dispatchEvent(new DragEvent("drop", { dataTransfer: files, bubbles: true, cancelable: true }));
        }""",
        ["3A.csv", base64.b64encode(text.encode()).decode()],
    )
    page.wait_for_url("**/lists/*")


@needs_browser
def test_drop_a_list_mend_it_choose_two_children_and_print_just_those(page) -> None:  # noqa: ANN001
    drop(page, WRONG)
    assert "No. 1 TAN MEI LING: The username has a space in it." in page.inner_text(".problems")
    assert page.is_disabled("[data-print]")
    page.click("text=choose it again")
    page.wait_for_url(re.compile(r"/$"))
    drop(page, RIGHT)
    assert page.locator(".problems").count() == 0
    page.click("summary")
    with page.expect_response(re.compile("chosen=1")):
        page.check("text=TAN MEI LING")
    with page.expect_response(re.compile("child=2")):
        page.check("text=RAJ KUMAR")
    expect(page.locator("#found td").first).to_have_text("2")
    page.click("[data-print]")
    page.wait_for_selector(".files a")
    with page.expect_download() as download:
        page.click(".files a")
    pdf = Path(download.value.path()).read_bytes()
    assert download.value.suggested_filename == "mims-account-3A-part.pdf"
    assert page_count(pdf) == 8
    text = squeezed("".join(page_text(pdf, number) for number in range(8)))
    assert set(re.findall(r"username([a-z_0-9]+@students\.edu\.sg)", text)) >= {
        "tan_mei_1@students.edu.sg",
        "raj_kumar@students.edu.sg",
    }
    assert "lim_jo_ann" not in text
    assert "ong_kai_li" not in text


@needs_browser
def test_the_picture_follows_the_choices(page) -> None:  # noqa: ANN001
    drop(page, RIGHT)
    page.locator("[data-preview]").evaluate("picture => picture.decode()")
    with page.expect_response(re.compile("preview.png.*layout=slips")) as answer:
        page.check("input[value=slips]")
    assert answer.value.status == 200
    with page.expect_response(re.compile("longest")) as answer:
        page.click("text=Look at the longest name")
    assert answer.value.status == 200


@needs_browser
def test_the_plain_handout_by_keyboard_alone(page) -> None:  # noqa: ANN001
    def tab_to(words: str) -> None:
        for _ in range(30):
            page.keyboard.press("Tab")
            focused = page.evaluate(
                "document.activeElement.textContent + (document.activeElement.name || '')"
            )
            if words in focused:
                return
        raise AssertionError(words)

    tab_to("Plain handout")
    page.keyboard.press("Enter")
    page.wait_for_url("**/handout")
    tab_to("large")
    page.keyboard.press("Space")
    tab_to("Make the PDF")
    page.keyboard.press("Enter")
    page.wait_for_selector(".files a")
    assert page.inner_text(".files a") == "mims-account.pdf"


@needs_browser
def test_without_scripts_every_step_works(server, browser) -> None:  # noqa: ANN001
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(server[0])
    page.set_input_files("#list", {"name": "3A.csv", "mimeType": "text/csv", "buffer": RIGHT.encode()})
    page.click("text=Read the list")
    page.check("input[value=sheet]")
    page.click("text=Show this choice")
    assert page.is_checked("input[value=sheet]")
    page.click("text=Make the PDFs")
    page.wait_for_selector(".files a", timeout=20_000)
    assert page.inner_text(".files a") == "mims-account-3A.pdf"
    context.close()


@needs_browser
@pytest.mark.parametrize("width", [1200, 360, 600], ids=["desk", "phone", "zoomed to 200 %"])
def test_axe_finds_nothing_and_nothing_runs_over_the_edge(page, width: int) -> None:  # noqa: ANN001
    page.set_viewport_size({"width": width, "height": 800})
    # axe brings a script of its own, which the page's policy would refuse as it should.
    addresses = [page.url, page.url + "handout"]
    drop(page, WRONG)
    addresses.append(page.url)
    context = page.context.browser.new_context(
        storage_state=page.context.storage_state(), bypass_csp=True, viewport={"width": width, "height": 800}
    )
    tested = context.new_page()
    for address in addresses:
        tested.goto(address)
        results = Axe().run(tested)
        assert results.violations_count == 0, results.generate_report()
        assert tested.evaluate("document.documentElement.scrollWidth <= innerWidth"), address
    context.close()


@needs_browser
def test_ten_tabs_at_once(page) -> None:  # noqa: ANN001
    tabs = [page.context.new_page() for _ in range(10)]
    for tab in tabs:
        tab.goto(page.url)
        tab.set_input_files("#list", {"name": "3A.csv", "mimeType": "text/csv", "buffer": RIGHT.encode()})
    for tab in tabs:
        tab.wait_for_url("**/lists/*")
        assert tab.inner_text("#found td") == "4"


def test_twenty_sets_at_once_are_not_mixed_up(server) -> None:  # noqa: ANN001
    """Twenty offices' worth of work, each with children of its own."""
    address = server[0]
    origin = re.match(r"http://[^/]+", address)[0]
    opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor())
    opener.addheaders = [("Origin", origin)]
    opener.open(address).read()
    found: dict[int, bytes] = {}

    def work(number: int) -> None:
        rows = "".join(
            f"{n},CHILD {'ABCDEFGHIJ'[n]} OF {number:02},C{number},c{number:02}_{n}@students.edu.sg\n"
            for n in range(5)
        )
        body = (
            '--b\r\nContent-Disposition: form-data; name="list"; filename="l.csv"\r\n\r\n'
            f"No,Name,Class,Email\n{rows}\r\n--b--\r\n"
        ).encode()
        headers = {"Content-Type": "multipart/form-data; boundary=b", "Origin": origin}
        page = opener.open(urllib.request.Request(f"{origin}/lists", body, headers))
        job = opener.open(
            urllib.request.Request(f"{page.url}/jobs", b"chosen=1&layout=sheet&derive=on", {"Origin": origin})
        )
        while "Ready" not in (text := opener.open(job.url).read().decode()):
            assert "did not work" not in text
        found[number] = opener.open(f"{job.url}/files/mims-account-C{number}.pdf").read()

    threads = [threading.Thread(target=work, args=(number,)) for number in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    assert sorted(found) == list(range(20))
    for number, pdf in found.items():
        text = squeezed("".join(page_text(pdf, page) for page in range(page_count(pdf))))
        usernames = re.findall(r"c\d\d_\d@students\.edu\.sg", text)
        assert usernames == [f"c{number:02}_{n}@students.edu.sg" for n in range(5)]
        assert io.BytesIO(pdf).read(5) == b"%PDF-"
