"""A clerk's walk: an untidy list becomes paper without leaving the page."""

import io
import re

import pytest
from helpers.browsing import open_list, print_all, reads, usernames_in
from playwright.sync_api import expect
from python_calamine import CalamineWorkbook

pytestmark = pytest.mark.slow

# Two columns of usernames; two wrong cells; names that nobody can be sure of; a column with secrets.
UNTIDY = """Sn,Pupil,Form,Ref A,Ref B,First password
1,TAN MEI LING,3A,t_1@students.edu.sg,tan mei_ling@students.edu.sg,Hunter2-Hunter2
2,LIM JO ANN,3A,t_2@students.edu.sg,lim_jo_ann@students.edu,Hunter2-Hunter3
3,ANN LEE,3A,t_3@students.edu.sg,,Hunter2-Hunter4
1,ONG KAI LI,5B,t_4@students.edu.sg,,Hunter2-Hunter5
2,RAJ KUMAR,5B,t_5@students.edu.sg,raj_kumar@students.edu.sg,Hunter2-Hunter6
3,FOO BAR QUX,5B,t_6@students.edu.sg,,Hunter2-Hunter7
4,LOW YI LIN,5B,t_7@students.edu.sg,low_yi_lin@students.edu.sg,Hunter2-Hunter8
"""


def test_from_an_untidy_list_to_the_right_usernames(page) -> None:  # noqa: ANN001
    secrets: list[str] = []

    def read_along(route) -> None:  # noqa: ANN001
        answer = route.fetch(max_redirects=0)
        secrets.extend(re.findall(r"Hunter2-\w+|t_\d@", answer.body().decode("latin-1")))
        route.fulfill(response=answer)

    page.route(re.compile(r"/(lists|jobs)\b(?!.*\.png)"), read_along)
    open_list(page, UNTIDY)
    assert "Which column has the usernames" in page.inner_text("#problems")
    assert page.locator("[data-print]").count() == 0, "nothing is printed while a question is open"
    page.check("label:has-text('Ref B')")
    with reads(page):
        page.click("text=Continue")

    problems = page.locator("#problems li")
    expect(problems).to_have_count(2)
    assert page.is_disabled("[data-print]")
    page.click("#problems a >> nth=0")
    page.fill("#fix-1 label:has-text('username') input", "tan_mei_ling@students.edu.sg")
    page.fill("#fix-2 label:has-text('username') input", "lim_jo_ann_1@students.edu.sg")
    with reads(page):
        page.click("#fix-2 >> text=Save")
    expect(problems).to_have_count(0)

    expect(page.locator(".suggested li")).to_have_count(3)
    with reads(page):
        page.click("text=Use all 3 of this kind")
    expect(page.locator(".suggested li")).to_have_count(0)
    assert "5 rows are corrected here" in page.inner_text(".corrected")

    page.click("[data-none]")
    page.check("label:has-text('Class 3A') input")
    page.click("text=4 children")
    page.check("[data-child] >> text=RAJ KUMAR")
    page.check("[data-child] >> text=FOO BAR QUX")
    expect(page.locator("#bar")).to_contain_text("5 children")
    files = print_all(page)
    assert sorted(files) == ["mims-account-3A.pdf", "mims-account-5B-part.pdf"]
    assert usernames_in(files["mims-account-3A.pdf"]) == ["tan_mei_ling", "lim_jo_ann_1", "ann_lee"]
    assert usernames_in(files["mims-account-5B-part.pdf"]) == ["raj_kumar", "foo_bar_qux"]
    assert secrets == [], "nothing of a column that is not read is ever sent"


def test_the_corrected_list_can_be_kept(page) -> None:  # noqa: ANN001
    open_list(page, UNTIDY.replace("Ref B", "Ref C"))
    page.check("label:has-text('Ref C')")
    with reads(page):
        page.click("text=Continue")
    page.fill("#fix-1 label:has-text('username') input", "=cmd()")
    page.click("#fix-2 >> text=Change another cell")
    page.locator("#fix-2").get_by_label("Name", exact=True).fill("LIM <b>JO</b> ANN")
    with reads(page):
        page.click("#fix-1 >> text=Save")
    with page.expect_download() as download:
        page.click("text=Download the corrected list")
    assert download.value.suggested_filename == "3A-corrected.xlsx"
    with open(download.value.path(), "rb") as file:  # noqa: PTH123
        rows = CalamineWorkbook.from_filelike(io.BytesIO(file.read())).get_sheet_by_index(0).to_python()
    assert rows[1] == ["1", "TAN MEI LING", "3A", "t_1@students.edu.sg", "=cmd()", "Hunter2-Hunter2"]
    assert rows[2][1] == "LIM <b>JO</b> ANN"
    assert rows[3] == ["3", "ANN LEE", "3A", "t_3@students.edu.sg", "", "Hunter2-Hunter4"]
    assert page.locator("b:has-text('JO')").count() == 0, "a name is text, not markup"


def test_the_next_list_with_these_headings_is_read_as_this_one(page) -> None:  # noqa: ANN001
    text = (
        UNTIDY.replace("Sn,Pupil", "No,Name of child")
        .replace("tan mei", "tan_mei")
        .replace("edu,", "edu.sg,")
    )
    open_list(page, text)
    page.check("label:has-text('Ref B')")
    with reads(page):
        page.click("text=Continue")
    page.goto(re.match(r"http://[^/]+/", page.url)[0])
    open_list(page, text.replace("RAJ KUMAR", "RAJ KUMAR SINGH"))
    expect(page.locator("#table tfoot td").first).to_have_text("7")
    page.click("text=What was read: the columns")
    assert "as you chose them for an earlier list" in page.inner_text(".recalled")
    assert page.input_value("select[name=column-0-E]") == "username"


def test_a_column_can_be_chosen_and_taken_back(page) -> None:  # noqa: ANN001
    open_list(
        page,
        "No,Name,Class,Email,CCA\n1,TAN MEI LING,3A,tan_mei_ling@students.edu.sg,Chess\n2,LIM JO,3A,lim_jo@students.edu.sg,Chess\n",
    )
    page.click("text=What was read: the columns")
    assert "Chess" not in page.content()
    page.select_option("select[name=column-0-D]", "")
    with reads(page):
        page.click("text=Read it this way")
    expect(page.locator("#table tfoot td >> nth=1")).to_have_text("0")
    assert "tan_mei_ling@students" not in page.inner_text(".recognised")


def test_a_line_is_left_blank_on_purpose(page) -> None:  # noqa: ANN001
    open_list(
        page,
        "No,Name,Class,Email\n1,TAN MEI LING,3A,tan mei@students.edu.sg\n2,LIM JO,3A,\n3,RAJ KUMAR,3A,raj@students.edu.sg\n",
    )
    with reads(page):
        page.click("#fix-1 >> text=Leave the username line blank")
    assert page.locator("#problems").count() == 0
    with reads(page):
        page.click("text=Leave blank for LIM JO")
    assert page.locator(".suggested li >> text=LIM JO").count() == 0
    expect(page.locator("#bar")).to_contain_text("2 blank")
    expect(page.locator("[data-print]")).to_be_enabled()


def test_names_alone_and_their_usernames(page) -> None:  # noqa: ANN001
    """A list without such a column gets one when a suggestion is taken."""
    open_list(page, "No,Name,Class\n1,TAN MEI LING,3A\n2,NUR BINTE BIN ALI OSMAN,3A\n3,RAJ BIN KUMAR,3A\n")
    before = page.locator("#table tfoot td").all_inner_texts()
    assert before[:4] == ["3", "0", "1", "2"]
    with reads(page):
        page.locator(".suggested li:has-text('RAJ') button:has-text('Use')").first.click()
    assert page.locator("#table tfoot td").all_inner_texts()[:4] == ["3", "1", "1", "1"]
