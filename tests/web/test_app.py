"""The office's page, asked as a browser asks it; the work is done in processes and in slices."""

import asyncio
import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from helpers.pdfs import page_count, page_text, squeezed
from helpers.waiting import ended
from starlette.testclient import TestClient

from handout.web import forms as web_forms
from handout.web.app import create_app
from handout.web.processes import Processes
from handout.web.runner import Slices
from handout.web.school import School

LIST = "No,Name,Class,Email,Password\n1,TAN MEI LING,3A,tan_mei_ling@students.edu.sg,Hunter2-Hunter2\n2,LIM BIN ANN,3A,,x\n1,RAJ KUMAR,5B,raj_kumar@students.edu.sg,x\n"


@pytest.fixture(autouse=True)
def _patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """However slow the machine, a page waits until its list is read."""
    monkeypatch.setattr("handout.web.lists.AT_ONCE", 60)


@pytest.fixture(scope="module", params=[pytest.param(Processes, marks=pytest.mark.slow), Slices])
def client(request: pytest.FixtureRequest, school: Path) -> Iterator[TestClient]:
    with TestClient(create_app(School(school / "content.yaml"), request.param())) as client:
        yield client


def table(page: str) -> dict[str, list[int]]:
    """What would be printed: children, given, worked out, blank, pages and sheets of each class."""
    rows = re.findall(r'<th scope="row">(.*?)</th>(.*?)</tr>', page, re.DOTALL)
    return {
        name: [int(number) for number in re.findall(r"<td[^>]*>(\d+)</td>", cells)] for name, cells in rows
    }


def upload(client: TestClient, text: str | bytes = LIST, name: str = "list.csv") -> str:
    answer = client.post("/lists", files={"list": (name, text)}, follow_redirects=False)
    assert answer.status_code == 303, answer.text
    return answer.headers["location"]


def finished(client: TestClient, address: str) -> str:
    ended(lambda: client.get(f"{address}/state").json()["state"])
    return client.get(address).text


def made(client: TestClient, address: str, **choices: object) -> dict[str, bytes]:
    answer = client.post(
        f"{address}/jobs", data={"chosen": "1", "class": ["0", "1"], **choices}, follow_redirects=False
    )
    job = answer.headers["location"]
    page = finished(client, job)
    names = re.findall(r'/keep/([^"]+\.pdf)"', page)
    return {name: client.get(f"{job}/keep/{name}").content for name in names}


class TestList:
    @pytest.mark.slow
    def test_the_first_page_leads_back_to_an_open_list(self, client: TestClient) -> None:
        address = upload(client, name="4C.csv")
        assert f'<a href="{address}">4C.csv</a>' in client.get("/").text

    @pytest.mark.slow
    def test_the_notes_come_before_the_print(self, client: TestClient) -> None:
        text = "No,Name,Class,Email,Status\n1,TAN MEI,3A,,\n2,LIM JO,3A,,Withdrawn\n"
        page = client.get(upload(client, text)).text
        assert page.index("may say that this child has left") < page.index("Make the PDFs")
        assert "Withdrawn" not in page

    def test_what_was_found(self, client: TestClient) -> None:
        page = client.get(upload(client)).text
        assert table(page) == {
            "3A": [2, 1, 0, 1, 8, 4],
            "5B": [1, 1, 0, 0, 4, 2],
            "All": [3, 2, 0, 1, 12, 6],
        }
        assert "Hunter2" not in page

    def test_no_name_is_in_a_title_or_an_address(self, client: TestClient) -> None:
        address = upload(client, name="TAN MEI LING.csv")
        page = client.get(address).text
        assert "TAN MEI LING.csv" in page
        assert "TAN" not in re.search(r"<title>(.*?)</title>", page)[1]
        assert not re.findall(r'(?:href|src|action)="[^"]*TAN', page)

    @pytest.mark.slow
    def test_choices_change_what_will_be_printed(self, client: TestClient) -> None:
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
    def test_with_nobody_ticked_nothing_can_be_printed(self, client: TestClient) -> None:
        page = client.get(f"{upload(client)}?chosen=1").text
        assert "Nobody is ticked" in page
        assert "Change the choices below" in page
        assert "data-print disabled" in page

    @pytest.mark.slow
    def test_slips_in_large_print_cannot_be_printed(self, client: TestClient) -> None:
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
    def test_choices_of_nobodys_making_do_no_harm(self, client: TestClient, query: str) -> None:
        address = upload(client)
        assert client.get(f"{address}?chosen=1&{query}").status_code == 200

    @pytest.mark.slow
    def test_problems_are_shown_with_their_rows_and_stop_the_print(self, client: TestClient) -> None:
        address = upload(client, LIST.replace("tan_mei_ling@", "tan mei@"))
        page = client.get(address).text
        assert "Row 2: No. 1 TAN MEI LING: The username has a space in it." in page
        assert "tan mei@" not in page.partition('class="recognised"')[0], (
            "only among the columns that are read"
        )
        assert "data-print disabled" in page
        assert "disabled" not in client.get(f"{address}?chosen=1&class=0&rest=on").text
        answer = client.post(f"{address}/jobs", data={"chosen": "1", "class": "0"}, follow_redirects=False)
        assert answer.headers["location"] == f"{address}?chosen=1&class=0#problems", "not only by a button"
        assert list(made(client, address, rest="on")) == ["mims-account-3A.pdf", "mims-account-5B.pdf"]

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

    def test_two_files_at_once_are_told(self, client: TestClient) -> None:
        files = [("list", ("a.csv", LIST)), ("list", ("b.csv", LIST))]
        answer = client.post("/lists", files=files)
        assert answer.status_code == 400
        assert "one class list at a time" in answer.text

    @pytest.mark.slow
    def test_a_fault_of_content_yaml_is_not_the_lists(self, tmp_path: Path) -> None:
        (tmp_path / "content.yaml").write_text("title: 1\n")
        with TestClient(create_app(School(tmp_path / "content.yaml"), Slices())) as other:
            page = other.get(upload(other)).text
        assert "content.yaml" in page
        assert "Your class list is not the cause." in page
        assert "choose it again" not in page.lower()

    @pytest.mark.slow
    def test_a_long_list_is_read_while_the_page_says_so(
        self, school: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        with TestClient(create_app(School(school / "content.yaml"), Processes())) as client:
            monkeypatch.setattr("handout.web.lists.AT_ONCE", 0)
            address = upload(client)
            assert "Reading your list" in client.get(address).text
            monkeypatch.setattr("handout.web.lists.AT_ONCE", 60)
            assert table(client.get(address).text)["All"][0] == 3

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

    @pytest.mark.slow
    def test_the_starter_list_can_be_uploaded(self, client: TestClient) -> None:
        for ending in ("csv", "xlsx"):
            answer = client.get(f"/class-list.{ending}")
            assert f"class-list.{ending}" in answer.headers["content-disposition"]
            assert "3 children" in client.get(upload(client, answer.content, f"list.{ending}")).text
        assert client.get("/class-list.doc").status_code == 404


@pytest.mark.slow
class TestPrint:
    def test_a_pdf_for_each_class(self, client: TestClient) -> None:
        files = made(client, upload(client), spares="1", checklist="on")
        assert {name: page_count(pdf) for name, pdf in files.items()} == {
            "mims-account-3A.pdf": 12,
            "mims-account-3A-hand-out-list.pdf": 1,
            "mims-account-5B.pdf": 8,
            "mims-account-5B-hand-out-list.pdf": 1,
        }
        assert "tan_mei_ling@students.edu.sg" in squeezed(page_text(files["mims-account-3A.pdf"], 0))

    def test_single_children(self, client: TestClient) -> None:
        files = made(client, upload(client), **{"class": "1"}, child="0-1", layout="sheet")
        assert sorted(files) == ["mims-account-3A-sheet-part.pdf", "mims-account-5B-sheet.pdf"]
        assert "LIM BIN ANN" in page_text(files["mims-account-3A-sheet-part.pdf"], 0)
        assert page_count(files["mims-account-3A-sheet-part.pdf"]) == 1

    def test_all_as_one_zip(self, client: TestClient) -> None:
        address = upload(client)
        choices = {"chosen": "1", "layout": "slips", "class": ["0", "1"]}
        job = client.post(f"{address}/jobs", data=choices, follow_redirects=False).headers["location"]
        page = finished(client, job)
        assert "as one zip" in page
        assert page.count("Print on one side") == 2
        assert f'href="{address}?chosen=1&amp;layout=slips&amp;class=0&amp;class=1"' in page, (
            "everything is kept"
        )
        zipped = zipfile.ZipFile(io.BytesIO(client.get(f"{job}/mims-account.zip").content))
        assert zipped.namelist() == ["mims-account-3A-slips.pdf", "mims-account-5B-slips.pdf"]
        assert client.get(f"{job}/keep/other.pdf").status_code == 404
        opened = client.get(f"{job}/open/mims-account-3A-slips.pdf")
        assert opened.headers["content-disposition"].startswith("inline")
        assert opened.content == zipped.read("mims-account-3A-slips.pdf")

    def test_all_classes_in_one_file(self, client: TestClient) -> None:
        files = made(client, upload(client), together="on", checklist="on", layout="sheet")
        assert {name: page_count(pdf) for name, pdf in files.items()} == {
            "mims-account-classes-sheet.pdf": 3,
            "mims-account-hand-out-lists.pdf": 3,
        }

    def test_what_nobody_can_be_sure_of_is_told_again_when_it_is_ready(self, client: TestClient) -> None:
        choices = {"chosen": "1", "class": "0"}
        answer = client.post(f"{upload(client)}/jobs", data=choices, follow_redirects=False)
        assert "<b>1</b> username line is blank" in finished(client, answer.headers["location"])

    def test_names_that_cannot_be_printed_are_counted_beside_usernames(self, client: TestClient) -> None:
        address = upload(client, LIST.replace("TAN MEI LING", "𓀀𓀁 𓀂"))
        page = client.get(address).text
        assert table(page)["3A"] == [2, 1, 0, 1, 1, 8, 4]
        assert table(page)["5B"] == [1, 1, 0, 0, 0, 4, 2]
        assert "1 name blank." in page
        choices = {"chosen": "1", "class": "0", "spares": "1"}
        ready = client.post(f"{address}/jobs", data=choices, follow_redirects=False).headers["location"]
        page = finished(client, ready)
        assert "<b>1</b> name line is blank, to be written by hand" in page
        assert "2 children and 1 spare, 12 pages" in " ".join(page.split())

    def test_the_plain_handout_needs_no_list(self, client: TestClient) -> None:
        assert "Plain handout" in client.get("/handout").text
        (pdf,) = made(client, "/handout", guides="2", large="on").values()
        assert page_count(pdf) > 5

    def test_what_is_worth_a_look_stands_above_the_files(self, client: TestClient) -> None:
        told = "content.yaml: 4 pictures to a page would save no page"
        for address in ("/handout", upload(client)):
            for guides in ("3", "4"):
                choices = {"chosen": "1", "class": "0", "guides": guides}
                job = client.post(f"{address}/jobs", data=choices, follow_redirects=False)
                assert (told in finished(client, job.headers["location"])) == (guides == "4")

    @pytest.mark.slow
    def test_a_cancelled_job_makes_nothing(self, client: TestClient) -> None:
        letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
        many = "No,Name,Class,Email\n" + "".join(
            f"{n + 1},CHILD {letters[n]} OF {letters[c % 26]},{c % 6 + 1}{letters[c % 26]},c_{c}_{n}@students.edu.sg\n"
            for c in range(26)
            for n in range(26)
        )
        choices = {"chosen": "1", "class": list(map(str, range(26)))}
        job = client.post(f"{upload(client, many)}/jobs", data=choices, follow_redirects=False).headers[
            "location"
        ]
        assert client.post(f"{job}/cancel").status_code == 200
        assert "Nothing was made" in finished(client, job)
        assert page_count(made(client, "/handout")["mims-account.pdf"]) == 3, "the next one is made"

    def test_what_cannot_be_printed_is_told(self, client: TestClient) -> None:
        address = upload(client, b"%PDF")
        assert "This is a PDF" in client.post(f"{address}/jobs", data={"chosen": "1"}).text
        job = client.post(f"{upload(client)}/jobs", data={"chosen": "1"}, follow_redirects=False).headers[
            "location"
        ]
        assert "Nobody is ticked" in finished(client, job)

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
    def test_the_first_page_is_shown(self, client: TestClient, query: str) -> None:
        answer = client.get(f"{upload(client)}/preview.png{query}")
        assert answer.content.startswith(b"\x89PNG")
        assert client.get(f"/handout/preview.png{query}").content.startswith(b"\x89PNG")

    @pytest.mark.slow
    def test_any_child_can_be_looked_at(self, client: TestClient) -> None:
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

    def test_nothing_to_show(self, client: TestClient) -> None:
        answer = client.get(f"{upload(client, b'%PDF')}/preview.png")
        assert answer.status_code == 422
        assert "This is a PDF" in answer.text


class TestFiles:
    def test_nothing_is_loaded_from_elsewhere(self, client: TestClient) -> None:
        for path in ("/", "/handout", upload(client), "/static/style.css", "/static/page.js", "/favicon.ico"):
            assert not re.search(r"(src|href|url|import)[=(]\W*(https?:)?//", client.get(path).text)

    def test_fonts_come_from_here(self, client: TestClient) -> None:
        for name in ("regular", "bold", "typed"):
            assert len(client.get(f"/static/{name}.ttf").content) > 10_000
        assert client.get("/static/../pyproject.toml").status_code == 404
        assert client.get("/static/web.py").status_code == 404

    def test_what_is_forgotten_is_told(self, client: TestClient) -> None:
        for path in ("/lists/unknown", "/lists/unknown/summary", "/jobs/unknown", "/jobs/unknown/state"):
            answer = client.get(path)
            assert answer.status_code == 410
            assert "no longer kept" in answer.text
            assert 'href="/"' in answer.text

    def test_a_fault_of_ours_tells_nothing(self, client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
        def broken(*_: object) -> None:
            raise RuntimeError("TAN MEI LING")

        monkeypatch.setattr("handout.web.handout.read_choices", broken)
        answer = TestClient(client.app, raise_server_exceptions=False).get("/handout")
        assert answer.status_code == 500
        assert "TAN MEI" not in answer.text
