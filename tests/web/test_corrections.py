"""Answers and corrections of a list, sent as nobody should."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from handout.web.app import create_app
from handout.web.runner import Slices
from handout.web.school import School

pytestmark = pytest.mark.slow

LIST = "No,Name,Class,Email,Secret\n1,TAN MEI LING,3A,tan mei@students.edu.sg,x\n2,LIM JO,3A,,x\n"
FIELDS = [
    *(
        "cell:0:2:D",
        "cell:9:2:D",
        "cell:0:99999999:D",
        "cell:0:2:ZZZ",
        "cell:0:2:E",
        "cell:a:b:c",
        "cell:0:2:B",
    ),
    *("accept", "accept_all", "blank", "column-0-D", "question-0", "worksheet", "derive", "back"),
]


@pytest.fixture(scope="module")
def client(school: Path) -> Iterator[TestClient]:
    with TestClient(create_app(School(school / "content.yaml"), Slices())) as client:
        yield client


@pytest.mark.parametrize("field", FIELDS)
def test_hostile_fields_do_no_harm(client: TestClient, field: str) -> None:
    answer = client.post("/lists", files={"list": ("list.csv", LIST)}, follow_redirects=False)
    address = answer.headers["location"]
    for value in ("<script>alert(1)</script>", "=HYPERLINK(1)", "9" * 400, "\u0000\u202e", "0:2", "-1"):
        for path in ("cells", "columns"):
            answer = client.post(f"{address}/{path}", data={field: value})
            assert answer.status_code == 200
            assert "<script>alert" not in answer.text
    assert client.get(f"{address}/corrected.xlsx").content.startswith(b"PK")


def test_a_column_that_is_not_read_cannot_be_changed_from_here(client: TestClient) -> None:
    answer = client.post("/lists", files={"list": ("list.csv", LIST)}, follow_redirects=False)
    page = client.post(f"{answer.headers['location']}/cells", data={"cell:0:2:E": "other"}).text
    assert "corrected here" not in page


def fixed(client: TestClient, text: str) -> tuple[str, str]:
    """The address of a list, and the form of its first problem; its columns are no other test's."""
    data = text.replace("No,Name", "No,Full Name")
    answer = client.post("/lists", files={"list": ("list.csv", data)}, follow_redirects=False)
    page = client.get(answer.headers["location"]).text
    return answer.headers["location"], page.partition('id="fix-1"')[2].partition("</fieldset>")[0]


def test_the_wrong_cell_comes_first_and_the_others_are_folded(client: TestClient) -> None:
    _, form = fixed(client, LIST)
    first, _, others = form.partition("Change another cell")
    assert re.findall(r'name="cell:([^"]+)"', first) == ["0:2:D"]
    assert re.findall(r'name="cell:([^"]+)"', others) == ["0:2:B", "0:2:A", "0:2:C"]


def test_what_a_cell_was_meant_to_say_is_taken_with_one_click(client: TestClient) -> None:
    address, form = fixed(client, LIST)
    assert re.search(r'value="0:2:D">Use <span class="username">tan_mei<wbr>@students.edu.sg</span>', form)
    page = client.post(f"{address}/cells", data={"suggested": "0:2:D"}).text
    assert 'id="fix-1"' not in page
    assert "1 row is corrected here" in page
    page = client.post(f"{address}/cells", data={"suggested": "0:3:D"}).text
    assert "1 row is corrected here" in page, "only what was suggested"


def test_boxes_of_a_row_that_was_not_read_are_explained(client: TestClient) -> None:
    moved = LIST.replace("2,LIM JO,3A,,x", "LIM JO,3A,,x,2")
    _, form = fixed(client, moved.replace("tan mei", "tan_mei"))
    assert "The boxes are empty because nothing of this row was read." in form
    assert "LIM" not in form
    _, form = fixed(client, LIST)
    assert "The boxes are empty" not in form


MOVED = """No,Name,Class,Username,Init. Password
1,TAN MEI,3A,tan_mei@students.edu.sg,Rain4
2,LIM JO,3A,,lim_jo7@students.edu.sg
3,ANN LEE,3A,ann_lee@students.edu.sg,Moss2
"""


def test_a_moved_row_is_right_once_its_name_and_username_are_typed(client: TestClient) -> None:
    address, form = fixed(client, MOVED)
    assert "An address that ends with @students.edu.sg is outside the column of usernames." in form
    page = client.post(f"{address}/cells", data={"cell:0:3:D": "lim_jo7@students.edu.sg"}).text
    assert 'id="fix-1"' in page, "the name was not seen"
    page = client.post(f"{address}/cells", data={"cell:0:3:B": "LIM JO"}).text
    assert 'id="fix-1"' not in page
    assert "LIM JO" in page


def test_a_moved_row_may_keep_its_username_line_blank(client: TestClient) -> None:
    address, _ = fixed(client, MOVED)
    page = client.post(f"{address}/cells", data={"cell:0:3:B": "LIM JO", "blank": "0:3"}).text
    assert 'id="fix-1"' not in page


STRANGE = """No,Name,Class,Username
1,TAN MEI,3A,tan_mei@students.edu.sg
2,qwertyui,3A,
3,ANN LEE,3A,ann_lee@students.edu.sg
4,LIM JO,3A,lim_jo@students.edu.sg
5,GOH KAI EN,3A,goh_kai_en@students.edu.sg
"""


def test_a_name_that_was_not_shown_is_right_only_once_it_is_typed(client: TestClient) -> None:
    """It may be a password: an answer about the username says nothing of it."""
    address, form = fixed(client, STRANGE)
    assert "The name does not look like the others." in form
    assert 'name="blank" value="0:3"' not in form
    for about_username in ({"blank": "0:3"}, {"cell:0:3:D": "ng_hui@students.edu.sg"}):
        page = client.post(f"{address}/cells", data=about_username).text
        assert 'id="fix-1"' in page
        assert "qwertyui" not in page
    page = client.post(f"{address}/cells", data={"cell:0:3:B": "NG HUI"}).text
    assert 'id="fix-1"' not in page


def test_a_row_with_a_comma_too_many_is_right_once_it_is_typed(client: TestClient) -> None:
    address, form = fixed(
        client, MOVED.replace("2,LIM JO,3A,,lim_jo7@students.edu.sg", "2,LIM, JO,3A,,Moss8")
    )
    assert "This row has more fields than there are headings." in form
    typed = {
        "cell:0:3:A": "2",
        "cell:0:3:B": "LIM JO",
        "cell:0:3:C": "3A",
        "cell:0:3:D": "lim_jo7@students.edu.sg",
    }
    page = client.post(f"{address}/cells", data=typed).text
    assert 'id="fix-1"' not in page
