"""The office's page in a real browser: from a dropped list to the printed children."""

import re

import pytest
from helpers.browsing import (
    RIGHT,
    WRONG,
    drop,
    new_page,
    open_list,
    print_all,
    reads,
    usernames_in,
)
from helpers.pdfs import page_count
from playwright.sync_api import expect

pytestmark = pytest.mark.slow


def test_drop_a_list_choose_two_children_and_print_just_those(page) -> None:  # noqa: ANN001
    with reads(page):
        drop(page, RIGHT)
    page.click("text=4 children")
    page.uncheck("[name=class]")
    with page.expect_response(re.compile("summary.*child=0-0$")):
        page.check("[data-child] >> text=TAN MEI LING")
    with page.expect_response(re.compile("child=0-2")):
        page.check("[data-child] >> text=RAJ KUMAR")
    expect(page.locator("#table td").first).to_have_text("2")
    assert page.eval_on_selector("[name=class]", "box => box.indeterminate")
    ((name, pdf),) = print_all(page).items()
    assert name == "mims-account-3A-part.pdf"
    assert page_count(pdf) == 8
    assert usernames_in(pdf) == ["tan_mei_1", "raj_kumar"]
    with reads(page):
        page.click("text=Print another way")
    expect(page.locator("#table td").first).to_have_text("2")
    assert page.eval_on_selector("[name=class]", "box => box.indeterminate"), "everything is kept"


def test_class_and_children_are_one_tick(page) -> None:  # noqa: ANN001
    open_list(page, RIGHT)
    page.click("text=4 children")
    children = page.locator("[name=child]")
    assert children.evaluate_all("boxes => boxes.every((box) => box.checked)")
    page.click("[data-none]")
    assert not children.evaluate_all("boxes => boxes.some((box) => box.checked)")
    expect(page.locator("[data-print]")).to_be_disabled()
    for box in children.all():
        box.check()
    assert page.is_checked("[name=class]")
    with page.expect_response(re.compile("summary.*grey=on")) as answer:
        page.check("[name=grey]")
    assert "child=" not in answer.value.url, "a whole class is told as one"


def test_a_level_is_the_tick_of_its_classes(page) -> None:  # noqa: ANN001
    names = {1: "ONG", 2: "TWO"}
    rows = "".join(
        f"1,CHILD {letter} {names[level]},{level}{letter},c_{level}{letter.lower()}@students.edu.sg\n"
        for level in (1, 2)
        for letter in "ABCDEFGH"
    )
    open_list(page, "No,Name,Class,Email\n" + rows)
    first, second = (page.get_by_label(f"Primary {level}", exact=True) for level in (1, 2))
    assert first.is_checked()
    first.uncheck()
    expect(page.locator("#bar")).to_contain_text("8 children")
    page.click("text=8 classes of Primary 2")
    page.uncheck("label:has-text('Class 2C') input")
    assert second.evaluate("box => box.indeterminate")
    expect(page.locator("#bar")).to_contain_text("7 children")
    second.check()
    expect(page.locator("#bar")).to_contain_text("8 children")
    page.click("[data-all]")
    assert first.is_checked()
    page.click("[data-none]")
    assert not second.is_checked()
    page.fill("[data-search]", "two")
    expect(first).to_be_hidden()
    expect(second).to_be_visible()


def test_a_double_click_makes_one_job(page) -> None:  # noqa: ANN001
    open_list(page, RIGHT)
    orders: list[str] = []
    page.on("request", lambda request: orders.append(request.url) if request.method == "POST" else None)
    with new_page(page, ".files"):
        page.dblclick("[data-print]")
    assert len(orders) == 1


def test_any_child_is_found_and_looked_at(page) -> None:  # noqa: ANN001
    open_list(page, RIGHT)
    page.fill("[data-search]", "raj")
    assert page.locator("[data-child]:visible").all_inner_texts()[0].strip().startswith("3 RAJ KUMAR")
    assert page.locator("[data-child]:visible").count() == 1
    page.fill("[data-search]", "nobody")
    expect(page.locator("[data-nobody]")).to_be_visible()
    page.fill("[data-search]", "")
    page.select_option("[data-show]", label="3 RAJ KUMAR")
    expect(page.locator("figcaption")).to_have_text("3A No. 3 RAJ KUMAR")
    page.click("text=Previous child")
    expect(page.locator("figcaption")).to_have_text("3A No. 2 LIM JO ANN")
    page.click("text=Next child")
    expect(page.locator("figcaption")).to_have_text("3A No. 3 RAJ KUMAR")
    page.select_option("[data-show]", "list")
    expect(page.locator("figcaption")).to_have_text("Hand-out list of class 3A")
    expect(page.get_by_text("Next child")).to_have_count(0)
    page.locator("[data-preview]").evaluate("picture => picture.decode()")


def test_spares_count_as_they_are_typed(page) -> None:  # noqa: ANN001
    open_list(page, RIGHT)
    page.fill("[name=spares]", "2")
    expect(page.locator("#bar")).to_contain_text("4 children and 2 spares")


def test_the_picture_follows_the_choices(page) -> None:  # noqa: ANN001
    open_list(page, RIGHT)
    page.locator("[data-preview]").evaluate("picture => picture.decode()")
    with page.expect_response(re.compile(r"preview\.png.*layout=slips")) as answer:
        page.check("input[value=slips]")
    expect(page.locator("figcaption")).to_have_text("Slips, from 3A No. 1 TAN MEI LING")
    assert answer.value.status == 200
    with page.expect_response(re.compile("show=longest")) as answer:
        page.select_option("[data-show]", "longest")
    assert answer.value.status == 200


def test_problems_come_first_and_stop_the_print(page) -> None:  # noqa: ANN001
    with reads(page):
        drop(page, WRONG, on="footer")  # beside the box
    assert page.evaluate("document.activeElement.id") == "problems"
    assert "No. 1 TAN MEI LING: The username has a space in it." in page.inner_text("#problems")
    assert page.is_disabled("[data-print]")
    page.check("text=Print the rest")
    expect(page.locator("[data-print]")).to_be_enabled()


def test_two_files_at_once_are_refused(page) -> None:  # noqa: ANN001
    drop(page, RIGHT, RIGHT)
    expect(page.locator("#live")).to_contain_text("Drop one class list at a time.")
    with reads(page):
        drop(page, RIGHT)


def test_open_to_print_shows_the_pdf_in_the_browser(page) -> None:  # noqa: ANN001
    open_list(page, RIGHT)
    with new_page(page, ".files"):
        page.click("[data-print]")
    with page.context.expect_page() as opened:
        page.click("a:has-text('Open to print')")
    opened.value.wait_for_url(re.compile("/open/"), wait_until="commit")
    answer = page.request.get(opened.value.url)
    assert answer.headers["content-type"] == "application/pdf"
    assert answer.headers["content-disposition"].startswith("inline")


def test_the_token_is_in_no_address_and_no_history(server, page) -> None:  # noqa: ANN001
    with new_page(page):
        page.click("text=Plain handout")
    session = page.context.new_cdp_session(page)
    entries = session.send("Page.getNavigationHistory")["entries"]
    token = server.address.partition("token=")[2]
    assert len(token) > 20
    assert [entry["url"].removeprefix(server.origin) for entry in entries] == ["about:blank", "/", "/handout"]
    assert not any(token in entry["url"] + entry["userTypedURL"] for entry in entries)


def test_a_long_username_stays_in_its_frame_on_a_telephone(page) -> None:  # noqa: ANN001
    page.set_viewport_size({"width": 360, "height": 800})
    open_list(page, RIGHT.replace("raj_kumar@", f"{'raj_kumar_' * 6}x@"))
    page.click("text=What was read: the columns")
    edges = "all => all.map(one => one.getBoundingClientRect().right)"
    (frame,) = page.eval_on_selector_all(".worksheet", edges)
    assert max(page.eval_on_selector_all(".column, .column select, .column li", edges)) <= frame
