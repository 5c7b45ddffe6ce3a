"""A list comes to the office's page, or what came instead is told."""

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest
from helpers.office import LIST, table, upload
from starlette.testclient import TestClient

from handout.web import forms as web_forms
from handout.web.app import create_app
from handout.web.processes import Processes
from handout.web.runner import Slices
from handout.web.school import School


@pytest.mark.parametrize(
    ("data", "name", "words"),
    [
        (b"%PDF-1.7", "list.xlsx", "This is a PDF"),
        (b"", "list.csv", "This file is empty"),
        (b"\x89PNG\0\0", "list.csv", "This is a picture"),
        (b"1,2,3\n", "list.csv", "heading for the names"),
    ],
)
def test_what_is_no_list_is_refused(client: TestClient, data: bytes, name: str, words: str) -> None:
    page = client.get(upload(client, data, name)).text
    assert words in page
    assert "data-print" not in page


def test_an_upload_over_ten_megabytes_is_refused(client: TestClient) -> None:
    answer = client.post("/lists", files={"list": ("list.csv", b"x" * 10_200_000)})
    assert answer.status_code == 413
    assert "larger than 10 MB" in answer.text


def test_an_upload_over_the_limit_without_a_length_is_refused(client: TestClient) -> None:
    def parts() -> Iterator[bytes]:
        yield b'--b\r\nContent-Disposition: form-data; name="list"; filename="l.csv"\r\n\r\n'
        for _ in range(103):
            yield b"x" * 100_000

    answer = client.post(
        "/lists", content=parts(), headers={"Content-Type": "multipart/form-data; boundary=b"}
    )
    assert answer.status_code == 413


@pytest.mark.parametrize("content", [b"", b"--b\r\nContent-Disposition: nonsense", b"--other--"])
def test_a_broken_upload_is_refused(client: TestClient, content: bytes) -> None:
    headers = {"Content-Type": "multipart/form-data; boundary=b"}
    answer = client.post("/lists", content=content, headers=headers)
    assert answer.status_code == 400
    assert "That did not work" in answer.text


def test_two_files_at_once_are_refused(client: TestClient) -> None:
    files = [("list", ("a.csv", LIST)), ("list", ("b.csv", LIST))]
    answer = client.post("/lists", files=files)
    assert answer.status_code == 400
    assert "one class list at a time" in answer.text


@pytest.mark.slow
def test_a_fault_of_content_yaml_is_not_the_lists(tmp_path: Path) -> None:
    (tmp_path / "content.yaml").write_text("title: 1\n")
    with TestClient(create_app(School(tmp_path / "content.yaml"), Slices())) as other:
        page = other.get(upload(other)).text
    assert "content.yaml" in page
    assert "Your class list is not the cause." in page
    assert "choose it again" not in page.lower()


@pytest.mark.slow
def test_a_long_list_is_read_while_the_page_says_so(school: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with TestClient(create_app(School(school / "content.yaml"), Processes())) as client:
        monkeypatch.setattr("handout.web.lists.AT_ONCE", 0)
        address = upload(client)
        assert "Reading your list" in client.get(address).text
        monkeypatch.setattr("handout.web.lists.AT_ONCE", 60)
        assert table(client.get(address).text)["All"][0] == 3


def test_no_file_chosen(client: TestClient) -> None:
    assert "No class list was chosen" in client.post("/lists", data={"a": "b"}).text


def test_a_slow_upload_is_given_up(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(web_forms, "PATIENCE", 0.01)

    async def slow(*_: object) -> None:
        await asyncio.sleep(1)

    monkeypatch.setattr(web_forms.InMemoryParser, "parse", slow)
    answer = client.post("/lists", files={"list": ("list.csv", LIST)})
    assert answer.status_code == 408
    assert "too slowly" in answer.text


@pytest.mark.slow
def test_the_starter_list_can_be_uploaded(client: TestClient) -> None:
    for ending in ("csv", "xlsx"):
        answer = client.get(f"/class-list.{ending}")
        assert f"class-list.{ending}" in answer.headers["content-disposition"]
        assert "3 children" in client.get(upload(client, answer.content, f"list.{ending}")).text
    assert client.get("/class-list.doc").status_code == 404
