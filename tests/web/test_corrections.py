"""Answers and corrections of a list, sent as nobody should."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from handout.web.app import create_app
from handout.web.runner import Slices
from handout.web.school import School

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


@pytest.mark.slow
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
