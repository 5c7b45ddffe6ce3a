"""The office's page, asked as a browser asks it, and as nobody should."""

import asyncio
import io
import re
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from helpers.pdfs import page_count, page_text, squeezed
from starlette.testclient import TestClient

from handout.web import app as web
from handout.web import forms as web_forms
from handout.web.app import create_app
from handout.web.jobs import KEPT_FOR, Shelf

HOST = "127.0.0.1:8000"
TOKEN = "a-token-of-the-test"
LIST = "No,Name,Class,Email,Password\n1,TAN MEI LING,3A,tan_mei_ling@students.edu.sg,Hunter2-Hunter2\n2,LIM JO ANN,3A,,x\n1,RAJ KUMAR,5B,raj_kumar@students.edu.sg,x\n"


@pytest.fixture(scope="module")
def client(school: Path) -> Iterator[TestClient]:
    app = create_app(school / "content.yaml", (HOST,), TOKEN)
    with TestClient(app, base_url=f"http://{HOST}", headers={"Origin": f"http://{HOST}"}) as client:
        assert client.get(f"/?token={TOKEN}").status_code == 200
        yield client


def upload(client: TestClient, text: str | bytes = LIST, name: str = "list.csv") -> str:
    answer = client.post("/lists", files={"list": (name, text)}, follow_redirects=False)
    assert answer.status_code == 303, answer.text
    return answer.headers["location"]


def finished(client: TestClient, address: str) -> str:
    for _ in range(300):
        if client.get(f"{address}/state").json()["state"] not in {"waiting", "running"}:
            return client.get(address).text
        time.sleep(0.05)
    raise AssertionError("the job did not end")


def made(client: TestClient, address: str, **choices: object) -> dict[str, bytes]:
    answer = client.post(
        f"{address}/jobs", data={"chosen": "1", "derive": "on", **choices}, follow_redirects=False
    )
    job = answer.headers["location"]
    page = finished(client, job)
    names = re.findall(r'/files/([^"]+\.pdf)"', page)
    return {name: client.get(f"{job}/files/{name}").content for name in names}


class TestList:
    def test_what_was_found(self, client: TestClient) -> None:
        page = client.get(upload(client)).text
        rows = re.findall(r'<th scope="row">(\w+)</th><td>(\d+)</td><td>(\d+)</td><td>(\d+)</td>', page)
        assert rows == [("3A", "2", "8", "4"), ("5B", "1", "4", "2")]
        assert "The username line is blank" in page
        assert "Hunter2" not in page

    def test_choices_change_what_will_be_printed(self, client: TestClient) -> None:
        page = client.get(f"{upload(client)}?chosen=1&layout=slips&class=3A&spares=5&derive=on").text
        assert re.findall(r'<th scope="row">(\w+)</th><td>(\d+)</td><td>(\d+)</td><td>(\d+)</td>', page) == [
            ("3A", "2", "1", "1")
        ]

    def test_problems_are_shown_with_their_rows_and_stop_the_print(self, client: TestClient) -> None:
        address = upload(client, LIST.replace("tan_mei_ling@", "tan mei@"))
        page = client.get(address).text
        assert "list.csv, row 2: No. 1 TAN MEI LING: The username has a space in it." in page
        assert "tan mei@" not in page
        assert re.search(r"<button disabled data-print", page)
        assert "disabled" not in client.get(f"{address}?chosen=1&skip_bad=on").text

    @pytest.mark.parametrize(
        ("data", "name", "words"),
        [
            (b"%PDF-1.7", "list.xlsx", "This is a PDF"),
            (b"", "list.csv", "This file is empty"),
            (b"\x89PNG\0\0", "list.csv", "This is a picture"),
            (b"1,2,3\n", "list.csv", "heading for the names"),
        ],
    )
    def test_what_is_no_list_is_told(self, client: TestClient, data: bytes, name: str, words: str) -> None:
        page = client.get(upload(client, data, name)).text
        assert words in page
        assert "data-print" not in page

    def test_a_heading_is_text_not_markup(self, client: TestClient) -> None:
        page = client.get(upload(client, "Name,<script>alert(1)\nTAN MEI,x\n")).text
        assert "<script>alert" not in page
        assert "&lt;script&gt;alert" in page

    def test_an_upload_over_ten_megabytes_is_refused(self, client: TestClient) -> None:
        answer = client.post("/lists", files={"list": ("list.csv", b"x" * 10_200_000)})
        assert answer.status_code == 413
        assert "larger than 10 MB" in answer.text

    def test_an_upload_over_the_limit_without_a_length_is_refused(self, client: TestClient) -> None:
        def parts() -> Iterator[bytes]:
            yield b'--b\r\nContent-Disposition: form-data; name="list"; filename="l.csv"\r\n\r\n'
            for _ in range(103):
                yield b"x" * 100_000

        answer = client.post(
            "/lists", content=parts(), headers={"Content-Type": "multipart/form-data; boundary=b"}
        )
        assert answer.status_code == 413

    @pytest.mark.parametrize("content", [b"", b"--b\r\nContent-Disposition: nonsense", b"--other--"])
    def test_a_broken_upload_is_told(self, client: TestClient, content: bytes) -> None:
        headers = {"Content-Type": "multipart/form-data; boundary=b"}
        answer = client.post("/lists", content=content, headers=headers)
        assert answer.status_code == 400
        assert "That did not work" in answer.text

    def test_no_file_chosen(self, client: TestClient) -> None:
        assert "No class list was chosen" in client.post("/lists", data={"a": "b"}).text

    def test_a_slow_upload_is_given_up(self, client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(web_forms, "PATIENCE", 0.01)

        async def slow(*_: object) -> None:
            await asyncio.sleep(1)

        monkeypatch.setattr(web_forms.InMemoryParser, "parse", slow)
        answer = client.post("/lists", files={"list": ("list.csv", LIST)})
        assert answer.status_code == 408
        assert "too slowly" in answer.text

    def test_the_starter_list_can_be_uploaded(self, client: TestClient) -> None:
        for ending in ("csv", "xlsx"):
            answer = client.get(f"/class-list.{ending}")
            assert f"class-list.{ending}" in answer.headers["content-disposition"]
            assert "3 children" in client.get(upload(client, answer.content, f"list.{ending}")).text
        assert client.get("/class-list.doc").status_code == 404


class TestPrint:
    def test_a_pdf_for_each_class(self, client: TestClient) -> None:
        files = made(client, upload(client), spares="1", checklist="on")
        assert {name: page_count(pdf) for name, pdf in files.items()} == {
            "mims-account-3A.pdf": 12,
            "mims-account-3A-checklist.pdf": 1,
            "mims-account-5B.pdf": 8,
            "mims-account-5B-checklist.pdf": 1,
        }
        assert "tan_mei_ling@students.edu.sg" in squeezed(page_text(files["mims-account-3A.pdf"], 0))

    def test_single_children(self, client: TestClient) -> None:
        files = made(client, upload(client), child=["1", "2"], layout="sheet")
        assert sorted(files) == ["mims-account-3A-part.pdf", "mims-account-5B-part.pdf"]
        assert "LIM JO ANN" in page_text(files["mims-account-3A-part.pdf"], 0)
        assert page_count(files["mims-account-3A-part.pdf"]) == 2

    def test_all_as_one_zip(self, client: TestClient) -> None:
        answer = client.post(
            f"{upload(client)}/jobs", data={"chosen": "1", "layout": "slips"}, follow_redirects=False
        )
        job = answer.headers["location"]
        assert "All as one zip" in finished(client, job)
        zipped = zipfile.ZipFile(io.BytesIO(client.get(f"{job}/files/all.zip").content))
        assert zipped.namelist() == ["mims-account-3A.pdf", "mims-account-5B.pdf"]
        assert client.get(f"{job}/files/other.pdf").status_code == 404

    def test_the_plain_handout_needs_no_list(self, client: TestClient) -> None:
        assert "Plain handout" in client.get("/handout").text
        (pdf,) = made(client, "/handout", guides="2", large="on").values()
        assert page_count(pdf) > 5

    def test_a_cancelled_job_makes_nothing(self, client: TestClient) -> None:
        many = "No,Name,Class\n" + "".join(
            f"{n},CHILD NUMBER {'ABCDEFGHIJ'[n % 10]},C{n}\n" for n in range(900)
        )
        job = client.post(
            f"{upload(client, many)}/jobs", data={"chosen": "1"}, follow_redirects=False
        ).headers["location"]
        assert client.post(f"{job}/cancel").status_code == 200
        assert "Nothing was made" in finished(client, job)

    def test_a_problem_in_the_work_is_told(self, client: TestClient) -> None:
        answer = client.post(f"{upload(client, b'%PDF')}/jobs", data={"chosen": "1"}, follow_redirects=False)
        assert "This is a PDF" in finished(client, answer.headers["location"])

    @pytest.mark.parametrize(
        "query", ["", "?chosen=1&layout=slips", "?chosen=1&longest", "?chosen=1&grey=on&saver=on"]
    )
    def test_the_first_page_is_shown(self, client: TestClient, query: str) -> None:
        answer = client.get(f"{upload(client)}/preview.png{query}")
        assert answer.content.startswith(b"\x89PNG")
        assert client.get(f"/handout/preview.png{query}").content.startswith(b"\x89PNG")

    def test_nothing_to_show(self, client: TestClient) -> None:
        assert client.get(f"{upload(client, b'%PDF')}/preview.png").status_code == 404


class TestGuard:
    def test_without_the_token_nothing_is_told(self, school: Path) -> None:
        app = create_app(school / "content.yaml", (HOST,), TOKEN)
        stranger = TestClient(app, base_url=f"http://{HOST}")
        for path in ("/", "/static/style.css", "/handout", "/jobs/x"):
            assert stranger.get(path).status_code == 403
        assert stranger.get("/?token=guessed").status_code == 403

    def test_another_host_name_is_refused(self, client: TestClient) -> None:
        assert client.get("/", headers={"Host": "evil.example"}).status_code == 421

    @pytest.mark.parametrize("origin", ["http://evil.example", "null", "http://127.0.0.1:1"])
    def test_another_site_is_refused(self, client: TestClient, origin: str) -> None:
        assert client.post("/lists", headers={"Origin": origin}).status_code == 403
        assert client.get("/", headers={"Origin": origin}).status_code == 403

    def test_a_post_without_an_origin_is_refused(self, school: Path) -> None:
        app = create_app(school / "content.yaml", (HOST,), TOKEN)
        client = TestClient(app, base_url=f"http://{HOST}", cookies={"handout": TOKEN})
        assert client.get("/").status_code == 200
        assert client.post("/lists", files={"list": ("list.csv", LIST)}).status_code == 403

    def test_every_answer_is_closed_to_others_and_never_kept(self, client: TestClient) -> None:
        for path in ("/", "/static/style.css", "/none", "/class-list.csv"):
            headers = client.get(path).headers
            assert "default-src 'none'" in headers["content-security-policy"]
            assert headers["cache-control"] == "no-store"
            assert headers["x-content-type-options"] == "nosniff"

    def test_nothing_is_loaded_from_elsewhere(self, client: TestClient) -> None:
        for path in ("/", "/handout", upload(client), "/static/style.css", "/static/page.js"):
            assert not re.search(r"(src|href|url|import)[=(]\W*(https?:)?//", client.get(path).text)

    def test_fonts_come_from_here(self, client: TestClient) -> None:
        for name in ("regular", "bold", "typed"):
            assert len(client.get(f"/static/{name}.ttf").content) > 10_000
        assert client.get("/static/../pyproject.toml").status_code == 404
        assert client.get("/static/web.py").status_code == 404

    def test_what_is_forgotten_is_told(self, client: TestClient) -> None:
        assert "no longer kept" in client.get("/lists/unknown").text
        assert "no longer kept" in client.get("/jobs/unknown").text

    def test_a_fault_of_ours_tells_nothing(self, client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
        def broken(*_: object) -> None:
            raise RuntimeError("TAN MEI LING")

        monkeypatch.setattr(web, "read_choices", broken)
        quiet = TestClient(
            client.app, base_url=f"http://{HOST}", cookies=client.cookies, raise_server_exceptions=False
        )
        answer = quiet.get("/handout")
        assert answer.status_code == 500
        assert "TAN MEI" not in answer.text


def test_a_shelf_forgets(monkeypatch: pytest.MonkeyPatch) -> None:
    shelf: Shelf[str] = Shelf()
    names = [shelf.put(str(number)) for number in range(50)]
    assert shelf.get(names[0]) is None
    assert shelf.get(names[-1]) == "49"
    now = time.monotonic()
    monkeypatch.setattr(time, "monotonic", lambda: now + KEPT_FOR + 1)
    assert shelf.get(names[-1]) is None
