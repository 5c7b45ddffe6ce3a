"""Every state of the page: no fault that axe or html-validate finds, nothing over the edge, light and dark."""

import json
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from helpers.browsing import RIGHT, WRONG, drop_files, enter, new_page, open_list, patient
from helpers.school import ROOT
from playwright.sync_api import expect

from handout import class_set, load_content, read_students

pytestmark = pytest.mark.slow

HTML_VALIDATE = shutil.which("html-validate")
# What is meant: buttons submit, names of fields hold the cells they stand for, and void tags have no slash.
RULES = {
    "extends": ["html-validate:standard"],
    "rules": {"no-inline-style": "error", "long-title": "off", "valid-id": ["error", {"relaxed": True}]},
}
QUESTION = "Sn,Pupil,Form,Old,New\n1,TAN MEI LING,3A,t_1@students.edu.sg,a@students.edu.sg\n2,LIM JO,3A,t_2@students.edu.sg,b@students.edu.sg\n"


def home(page, origin: str) -> None:  # noqa: ANN001 - Playwright's own types
    page.goto(origin + "/")


def helped(page, origin: str) -> None:  # noqa: ANN001
    home(page, origin)
    page.click("text=Help")


def question(page, origin: str) -> None:  # noqa: ANN001
    home(page, origin)
    open_list(page, QUESTION)


def problems(page, origin: str) -> None:  # noqa: ANN001
    home(page, origin)
    open_list(page, WRONG)
    page.click("text=4 children")
    page.click("text=What was read: the columns")


def whole_school(page, origin: str) -> None:  # noqa: ANN001
    letters = "ABCDEFGH"
    rows = "".join(
        f"{n + 1},CHILD {letters[n]} OF {letters[c]}{letters[level]},{level + 1}{letters[c]},c_{level}_{c}_{n}@students.edu.sg\n"
        for level in range(6)
        for c in range(8)
        for n in range(8)
    )
    home(page, origin)
    open_list(page, "No,Name,Class,Email\n" + rows)
    assert page.locator(".level").count() == 6
    button = page.locator("[data-print]").bounding_box()
    assert button["y"] + button["height"] <= page.viewport_size["height"], "the button is in sight"


def ready(page, origin: str) -> None:  # noqa: ANN001
    home(page, origin)
    open_list(page, RIGHT)
    with new_page(page, ".files"):
        page.click("[data-print]")


def plain(page, origin: str) -> None:  # noqa: ANN001
    page.goto(origin + "/handout")


def school(page, origin: str) -> None:  # noqa: ANN001
    page.goto(origin + "/school")
    for summary in page.locator("summary").all():
        if not summary.evaluate("summary => summary.parentElement.open"):
            summary.click()


def check_form(page, origin: str) -> None:  # noqa: ANN001
    page.goto(origin + "/check")
    page.click("summary")


def checked(page, origin: str) -> None:  # noqa: ANN001
    page.goto(origin + "/check")
    text = "No,Name,Class,Email\n1,TAN MEI LING,3A,tan_mei@students.edu.sg\n2,LIM JO ANN,3A,lim_jo_ann@students.edu.sg\n"
    printed = read_students(Path("3A.csv"), data=text.replace("tan_mei@", "tan_mei_1@").encode()).students
    pdf = class_set(load_content(ROOT / "content.yaml"), printed)
    with new_page(page, "h1:has-text('Do not hand this set out')"):
        drop_files(page, {"set.pdf": pdf, "3A.csv": text.encode()})


def gone(page, origin: str) -> None:  # noqa: ANN001
    page.goto(origin + "/jobs/none")


STATES = [home, helped, question, problems, whole_school, ready, plain, school, check_form, checked, gone]


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.__name__)
def test_every_state_is_accessible_and_fits(server, browser, state: Callable, tmp_path: Path) -> None:  # noqa: ANN001
    # axe brings a script of its own, which the page's policy would refuse as it should.
    context = patient(browser, bypass_csp=True, viewport={"width": 1200, "height": 800})
    page = context.new_page()
    enter(page, server.address)
    state(page, server.origin)
    for width, scheme in ((1200, "light"), (600, "dark"), (320, "light"), (320, "dark")):
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(color_scheme=scheme)
        results = Axe().run(page)
        assert results.violations_count == 0, results.generate_report()
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), (width, scheme)
    (tmp_path / "page.html").write_text(page.request.get(page.url.partition("#")[0]).text(), "utf-8")
    context.close()
    if HTML_VALIDATE is None:
        if os.environ.get("CI"):
            pytest.fail("CI must have html-validate: .ci/run installs it", pytrace=False)
        pytest.skip("no html-validate on this machine")
    (tmp_path / ".htmlvalidate.json").write_text(json.dumps(RULES), "utf-8")
    checked = subprocess.run(
        [HTML_VALIDATE, "page.html"], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert checked.returncode == 0, checked.stdout


def test_the_preview_of_the_school_follows_what_is_typed(page) -> None:  # noqa: ANN001
    with new_page(page):
        page.click("text=Your school")
    before = page.locator("[data-preview]").get_attribute("src")
    page.fill("[name='at:settings/school']", "Frangipani Primary School")
    expect(page.locator("#state")).to_contain_text("Not saved yet.")
    expect(page.locator("[data-preview]")).not_to_have_attribute("src", before)
    page.fill("[name='at:settings/domain']", "no domain")
    expect(page.locator("#problems")).to_contain_text("is not the domain")
    page.click("text=Discard")
    expect(page.locator("#state")).to_contain_text("All is saved.")
