"""Which columns were chosen is kept for the next run; nothing of a list is."""

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from handout.web import School, Slices, create_app

pytestmark = pytest.mark.slow

LIST = "Sn,Pupil,Form,Old,New\n1,TAN MEI LING,3A,t_1@students.edu.sg,a@students.edu.sg\n2,LIM JO,3A,t_2@students.edu.sg,b@students.edu.sg\n"
HEADLESS = "1,TAN MEI LING,3A,tan_mei_ling@students.edu.sg\n2,LIM JO,3A,lim_jo@students.edu.sg\n"


def client(school: Path, file: Path | None) -> TestClient:
    return TestClient(create_app(School(school / "content.yaml"), Slices(), columns_file=file))


def opened(client: TestClient, text: str) -> str:
    return client.post("/lists", files={"list": ("3A.csv", text)}, follow_redirects=False).headers["location"]


def answer(client: TestClient, address: str) -> None:
    columns = {"A": "number", "B": "name", "C": "class", "D": "", "E": "username"}
    client.post(
        f"{address}/columns",
        data={"question-0": "E"} | {f"column-0-{letter}": field for letter, field in columns.items()},
    )


def test_the_next_run_knows_the_columns(school: Path, tmp_path: Path) -> None:
    file = tmp_path / "state" / "columns.json"
    with client(school, file) as first:
        address = opened(first, LIST)
        assert "Which column has the usernames" in first.get(address).text
        answer(first, address)
    with client(school, file) as second:
        page = second.get(opened(second, LIST.replace("TAN MEI LING", "RAJ KUMAR"))).text
        assert "as you chose them for an earlier list" in page
        assert "Which column" not in page


PLAIN = "No,Name,Class,Email\n1,TAN MEI LING,3A,tan_mei_ling@students.edu.sg\n"


def test_a_choice_that_was_a_mistake_is_seen_and_forgotten(school: Path) -> None:
    with client(school, None) as page:
        address = opened(page, PLAIN)
        columns = {"A": "number", "B": "name", "C": "class", "D": "username"}
        form = {f"column-0-{letter}": field for letter, field in columns.items()}
        page.post(f"{address}/columns", data=form)
        assert "earlier list" not in page.get(opened(page, PLAIN)).text, "it would be read so anyway"
        page.post(f"{address}/columns", data=form | {"column-0-C": ""})
        address = opened(page, PLAIN)
        shown = page.get(address).text
        assert "as you chose them for an earlier list" in shown.partition("What was read")[0], (
            "not folded away"
        )
        assert '<th scope="row">3A</th>' not in shown
        for again in (address, opened(page, PLAIN)):
            shown = page.post(f"{again}/columns", data={"afresh": "1"}).text
            assert "earlier list" not in shown
            assert '<th scope="row">3A</th>' in shown


def test_nothing_of_a_list_is_kept(school: Path, tmp_path: Path) -> None:
    file = tmp_path / "columns.json"
    with client(school, file) as page:
        for text in (LIST, HEADLESS):
            answer(page, opened(page, text))
    kept = file.read_text("utf-8")
    assert '"username": "E"' in kept
    words = LIST.replace("\n", ",").split(",") + HEADLESS.replace("\n", ",").split(",")
    assert not [word for word in words if len(word) > 1 and word in kept]


def test_without_a_file_nothing_is_written_and_a_spoilt_one_is_as_none(school: Path, tmp_path: Path) -> None:
    with client(school, None) as page:
        answer(page, opened(page, LIST))
    file = tmp_path / "columns.json"
    for spoilt in (b"", b"[1]", b'{"a": 1}', b"\xff"):
        file.write_bytes(spoilt)
        with client(school, file) as page:
            address = opened(page, LIST)
            assert "Which column has the usernames" in page.get(address).text
            answer(page, address)
        assert b"username" in file.read_bytes()
