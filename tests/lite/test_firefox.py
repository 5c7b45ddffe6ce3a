"""The file in Firefox ESR: it opens from the disk, prints the same bytes, is saved, and sends nothing."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from helpers.alone import TRIES, Listener
from helpers.firefox import Tab, firefox
from helpers.native import children, printed_natively

from handout.model import Look

pytestmark = pytest.mark.slow

FIREFOX = shutil.which("firefox-esr")
STARTED = "document.querySelector('#main[data-ready]')?.dataset.ready || document.querySelector('[role=alert]')?.textContent"
CLASS = children(40)


@pytest.fixture(scope="module")
def tab(one_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Tab]:
    if FIREFOX is None:
        pytest.skip("no Firefox ESR on this machine")
    with firefox(FIREFOX, tmp_path_factory.mktemp("firefox")) as tab:
        tab.open(one_file)
        assert tab.wait_for(STARTED) == "yes"
        yield tab


@pytest.fixture
def opened(tab: Tab, tmp_path: Path) -> Tab:
    """The list of a class on the page."""
    tab.new_page("document.querySelector('nav a').click()", "#list")
    (tmp_path / "3A.csv").write_text(CLASS, "utf-8")
    tab.choose_file("#list", tmp_path / "3A.csv")
    tab.wait_for("document.querySelector('[data-print]')?.isConnected")
    return tab


def test_a_class_is_printed_byte_for_byte(opened: Tab, school: Path) -> None:
    opened.new_page("document.querySelector('[data-print]').click()", ".files")
    pdf = opened.download(".files a[download]")
    assert {pdf.name: pdf.read_bytes()} == printed_natively(school, CLASS, "pack", Look())


def test_the_picture_is_shown_and_back_leads_to_the_list(opened: Tab) -> None:
    opened.wait_for("document.querySelector('[data-preview]')?.naturalWidth")
    opened.new_page(
        "document.querySelector('nav a[href=\"/handout\"]').click()", 'form[action="/handout/jobs"]'
    )
    opened.new_page("history.back()", "#table")


def test_its_saved_copy_opens_again(tab: Tab) -> None:
    tab.new_page("document.querySelector('nav a[href=\"/school\"]').click()", "[data-save-file]")
    saved = tab.download("[data-save-file]")
    assert saved.name.startswith("handout")
    with tab.aside(saved):
        assert tab.wait_for(STARTED) == "yes"


def test_no_way_out(tab: Tab, tmp_path: Path) -> None:
    with Listener() as listener:
        for script in TRIES.values():
            tab.evaluate(f"((to) => {{ try {{ {script}; }} catch {{}} }})('{listener.address}')")
        tab.evaluate("new Promise((resolve) => setTimeout(resolve, 2000))")
        assert listener.heard == []
        (tmp_path / "open.html").write_text("<title>A page without a policy</title>", "utf-8")
        with tab.aside(tmp_path / "open.html"):  # and it would have heard
            tab.evaluate(f"fetch('{listener.address}').catch(() => {{}})")
        assert listener.heard != []
