"""Who may speak to the served page."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.middleware import Middleware
from starlette.testclient import TestClient

from handout.web.app import create_app
from handout.web.guard import Guard
from handout.web.runner import Slices
from handout.web.school import School

HOST = "127.0.0.1:8000"
HOSTS = frozenset({HOST, "localhost:8000", "[::1]:8000"})
TOKEN = "a-token-of-the-test"


def client_of(school: Path) -> TestClient:
    guard = Middleware(Guard, hosts=HOSTS, token=TOKEN, cookie="handout")
    app = create_app(School(school / "content.yaml"), Slices(), guard)
    return TestClient(app, base_url=f"http://{HOST}", follow_redirects=False)


@pytest.fixture
def stranger(school: Path) -> TestClient:
    return client_of(school)


@pytest.fixture
def client(school: Path) -> Iterator[TestClient]:
    with client_of(school) as client:
        assert "0;url=/" in client.get(f"/?token={TOKEN}").text, "the token leaves the address"
        yield client


def test_without_the_token_the_page_only_says_how_to_get_in(stranger: TestClient) -> None:
    for path in ("/", "/static/style.css", "/handout", "/jobs/x", "/?token=guessed"):
        answer = stranger.get(path)
        assert answer.status_code == 403
        assert "Start handout again" in answer.text
        assert not re.search(r"(href|src|action)=", answer.text), "it asks for nothing that it may not have"
    assert stranger.post("/lists", headers={"Origin": f"http://{HOST}"}).status_code == 403


@pytest.mark.parametrize("host", ["localhost:8000", "LOCALHOST:8000", "[::1]:8000", "LocalHost:8000"])
def test_every_name_of_this_computer_is_its_own(client: TestClient, host: str) -> None:
    headers = {"Host": host, "Cookie": f"handout={TOKEN}", "Origin": f"http://{host.lower()}"}
    assert client.get("/", headers=headers).status_code == 200
    assert client.post("/lists", headers=headers, data={"a": "b"}).status_code == 400


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1:8001", "localhost", ""])
def test_another_host_name_is_refused(client: TestClient, host: str) -> None:
    assert client.get("/", headers={"Host": host}).status_code == 421


@pytest.mark.parametrize("origin", ["http://evil.example", "null", "http://127.0.0.1:1"])
def test_another_site_is_refused(client: TestClient, origin: str) -> None:
    assert client.post("/lists", headers={"Origin": origin}).status_code == 403
    assert client.get("/", headers={"Origin": origin}).status_code == 403


def test_a_post_without_an_origin_is_refused(client: TestClient) -> None:
    assert client.get("/").status_code == 200
    assert client.post("/lists", data={"a": "b"}).status_code == 403


def test_every_answer_is_closed_to_others_and_never_kept(client: TestClient, stranger: TestClient) -> None:
    for someone in (client, stranger):
        for path in ("/", "/static/style.css", "/none", "/class-list.csv"):
            headers = someone.get(path).headers
            assert "default-src 'none'" in headers["content-security-policy"]
            assert headers["cache-control"] == "no-store"
            assert headers["x-content-type-options"] == "nosniff"
