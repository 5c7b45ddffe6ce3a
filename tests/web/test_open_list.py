"""A list that is open: what was found, what will be printed, how it will look."""

import re

import pytest
from helpers.office import LIST, made, table, upload
from starlette.testclient import TestClient


@pytest.mark.slow
def test_the_first_page_leads_back_to_an_open_list(client: TestClient) -> None:
    address = upload(client, name="4C.csv")
    assert f'<a href="{address}">4C.csv</a>' in client.get("/").text


@pytest.mark.slow
def test_the_notes_come_before_the_print(client: TestClient) -> None:
    text = "No,Name,Class,Email,Status\n1,TAN MEI,3A,,\n2,LIM JO,3A,,Withdrawn\n"
    page = client.get(upload(client, text)).text
    assert page.index("may say that this child has left") < page.index("Make the PDFs")
    assert "Withdrawn" not in page


def test_a_suggested_username_is_not_repeated_as_a_note(client: TestClient) -> None:
    text = "No,Name,Class,Email,Status\n1,TAN MEI,3A,tan_mei@students.edu.sg,Withdrawn\n2,LIM JO,3A,,\n"
    address = upload(client, text)
    page = client.get(address).text
    assert "2 LIM JO" in page[page.index('class="suggested"') :]
    assert 'Use <span class="username">lim_jo<wbr>@students.edu.sg' in page
    assert "may say that this child has left" in page
    assert "The username line is blank" not in page
    page = client.post(f"{address}/cells", data={"blank": "0:3"}).text
    assert "The username line is blank, as the list gives none. Perhaps lim_jo@students.edu.sg." in page


def test_what_was_found(client: TestClient) -> None:
    page = client.get(upload(client)).text
    assert table(page) == {
        "3A": [2, 1, 0, 1, 8, 4],
        "5B": [1, 1, 0, 0, 4, 2],
        "All": [3, 2, 0, 1, 12, 6],
    }
    assert "Hunter2" not in page


def test_no_name_is_in_a_title_or_an_address(client: TestClient) -> None:
    address = upload(client, name="TAN MEI LING.csv")
    page = client.get(address).text
    assert "TAN MEI LING.csv" in page
    assert "TAN" not in re.search(r"<title>(.*?)</title>", page)[1]
    assert not re.findall(r'(?:href|src|action)="[^"]*TAN', page)


@pytest.mark.slow
def test_choices_change_what_will_be_printed(client: TestClient) -> None:
    address = upload(client)
    page = client.get(f"{address}?chosen=1&layout=slips&class=0&spares=15").text
    children, _, _, _, spares, pages, sheets = table(page)["3A"]
    assert (children, spares) == (2, 15)
    assert "<b>2 children and 15 spares</b>" in page
    assert pages == sheets > 1
    assert "5B" not in table(page)
    assert table(client.get(f"{address}/summary?chosen=1&class=1&child=0-1").text) == {
        "3A": [1, 0, 0, 1, 4, 2],
        "5B": [1, 1, 0, 0, 4, 2],
        "All": [2, 1, 0, 1, 8, 4],
    }


@pytest.mark.slow
def test_with_nobody_ticked_nothing_can_be_printed(client: TestClient) -> None:
    page = client.get(f"{upload(client)}?chosen=1").text
    assert "Nobody is ticked" in page
    assert "Change the choices below" in page
    assert "data-print disabled" in page


@pytest.mark.slow
def test_slips_in_large_print_cannot_be_printed(client: TestClient) -> None:
    page = client.get(f"{upload(client)}?chosen=1&class=0&layout=slips&large=on").text
    assert page.count("Slips have one size of type. Leave out large print, or print sheets.") == 3
    assert "This cannot be printed" in page
    assert "data-preview" not in page
    assert "data-print disabled" in page


@pytest.mark.slow
@pytest.mark.parametrize(
    "query",
    [
        "class=7",
        "class=-1",
        "child=9-9",
        "child=0",
        "child=a-b",
        "show=9-9&class=0",
        "spares=x&guides=9&layout=z&class=%C2%B2",
    ],
)
def test_choices_that_no_form_offers_do_no_harm(client: TestClient, query: str) -> None:
    address = upload(client)
    assert client.get(f"{address}?chosen=1&{query}").status_code == 200


@pytest.mark.slow
def test_problems_are_shown_with_their_rows_and_stop_the_print(client: TestClient) -> None:
    address = upload(client, LIST.replace("tan_mei_ling@", "tan mei@"))
    page = client.get(address).text
    assert "Row 2: No. 1 TAN MEI LING: The username has a space in it." in page
    assert "tan mei@" not in page.partition('class="recognised"')[0], "only among the columns that are read"
    assert "data-print disabled" in page
    assert "disabled" not in client.get(f"{address}?chosen=1&class=0&rest=on").text
    answer = client.post(f"{address}/jobs", data={"chosen": "1", "class": "0"}, follow_redirects=False)
    assert answer.headers["location"] == f"{address}?chosen=1&class=0#problems", "not only by a button"
    assert list(made(client, address, rest="on")) == ["mims-account-3A.pdf", "mims-account-5B.pdf"]


def test_a_heading_is_text_not_markup(client: TestClient) -> None:
    page = client.get(upload(client, "Name,<script>alert(1)\nTAN MEI,x\n")).text
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert" in page


@pytest.mark.slow
@pytest.mark.slow
@pytest.mark.parametrize(
    "query",
    [
        "",
        "?chosen=1&class=0&layout=slips&show=0-1",
        "?show=longest",
        "?show=list",
        "?chosen=1&grey=on&class=1&saver=on",
    ],
)
def test_the_first_page_is_shown(client: TestClient, query: str) -> None:
    answer = client.get(f"{upload(client)}/preview.png{query}")
    assert answer.content.startswith(b"\x89PNG")
    assert client.get(f"/handout/preview.png{query}").content.startswith(b"\x89PNG")


@pytest.mark.slow
@pytest.mark.slow
def test_any_child_can_be_looked_at(client: TestClient) -> None:
    address = upload(client)
    page = client.get(f"{address}?show=0-1").text
    assert 'alt="The page of LIM BIN ANN as it will be printed"' in page
    assert re.findall(r'name="show" value="([^"]+)"', page) == ["0-0", "1-0"], "before and after"
    pictures = {
        show: client.get(f"{address}/preview.png?show={show}").content
        for show in ("first", "0-0", "0-1", "1-0")
    }
    assert pictures["first"] == pictures["0-0"]
    assert len(set(pictures.values())) == 3


@pytest.mark.slow
def test_nothing_to_show(client: TestClient) -> None:
    answer = client.get(f"{upload(client, b'%PDF')}/preview.png")
    assert answer.status_code == 422
    assert "This is a PDF" in answer.text
