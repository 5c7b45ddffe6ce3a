"""Everything the page loads comes from this computer, and tells nothing."""

import re

import pytest
from helpers.office import upload
from starlette.testclient import TestClient


def test_nothing_is_loaded_from_elsewhere(client: TestClient) -> None:
    for path in ("/", "/handout", upload(client), "/static/style.css", "/static/page.js", "/favicon.ico"):
        assert not re.search(r"(src|href|url|import)[=(]\W*(https?:)?//", client.get(path).text)


def test_fonts_come_from_here(client: TestClient) -> None:
    for name in ("regular", "bold", "typed"):
        assert len(client.get(f"/static/{name}.ttf").content) > 10_000
    assert client.get("/static/../pyproject.toml").status_code == 404
    assert client.get("/static/web.py").status_code == 404


def test_what_is_forgotten_is_explained(client: TestClient) -> None:
    for path in ("/lists/unknown", "/lists/unknown/summary", "/jobs/unknown", "/jobs/unknown/state"):
        answer = client.get(path)
        assert answer.status_code == 410
        assert "no longer kept" in answer.text
        assert 'href="/"' in answer.text


def test_a_fault_of_ours_shows_nothing_of_a_list(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("TAN MEI LING")

    monkeypatch.setattr("handout.web.handout.read_choices", broken)
    answer = TestClient(client.app, raise_server_exceptions=False).get("/handout")
    assert answer.status_code == 500
    assert "TAN MEI" not in answer.text
