"""What was chosen is printed, or the page says why not."""

import io
import zipfile

import pytest
from helpers.office import LIST, finished, made, table, upload
from helpers.pdfs import page_count, page_text, squeezed
from starlette.testclient import TestClient

pytestmark = pytest.mark.slow


def test_a_pdf_for_each_class(client: TestClient) -> None:
    files = made(client, upload(client), spares="1", checklist="on")
    assert {name: page_count(pdf) for name, pdf in files.items()} == {
        "mims-account-3A.pdf": 12,
        "mims-account-3A-hand-out-list.pdf": 1,
        "mims-account-5B.pdf": 8,
        "mims-account-5B-hand-out-list.pdf": 1,
    }
    assert "tan_mei_ling@students.edu.sg" in squeezed(page_text(files["mims-account-3A.pdf"], 0))


def test_single_children(client: TestClient) -> None:
    files = made(client, upload(client), **{"class": "1"}, child="0-1", layout="sheet")
    assert sorted(files) == ["mims-account-3A-sheet-part.pdf", "mims-account-5B-sheet.pdf"]
    assert "LIM BIN ANN" in page_text(files["mims-account-3A-sheet-part.pdf"], 0)
    assert page_count(files["mims-account-3A-sheet-part.pdf"]) == 1


def test_all_as_one_zip(client: TestClient) -> None:
    address = upload(client)
    choices = {"chosen": "1", "layout": "slips", "class": ["0", "1"]}
    job = client.post(f"{address}/jobs", data=choices, follow_redirects=False).headers["location"]
    page = finished(client, job)
    assert "as one zip" in page
    assert page.count("Print on one side") == 2
    assert '<a href="/" aria-current="page">Class sets</a>' in page
    assert f'href="{address}?chosen=1&amp;layout=slips&amp;class=0&amp;class=1"' in page, "everything is kept"
    zipped = zipfile.ZipFile(io.BytesIO(client.get(f"{job}/mims-account.zip").content))
    assert zipped.namelist() == ["mims-account-3A-slips.pdf", "mims-account-5B-slips.pdf"]
    assert client.get(f"{job}/keep/other.pdf").status_code == 404
    opened = client.get(f"{job}/open/mims-account-3A-slips.pdf")
    assert opened.headers["content-disposition"].startswith("inline")
    assert opened.content == zipped.read("mims-account-3A-slips.pdf")


def test_all_classes_in_one_file(client: TestClient) -> None:
    files = made(client, upload(client), together="on", checklist="on", layout="sheet")
    assert {name: page_count(pdf) for name, pdf in files.items()} == {
        "mims-account-classes-sheet.pdf": 3,
        "mims-account-hand-out-lists.pdf": 3,
    }


def test_uncertain_usernames_are_counted_again_when_it_is_ready(client: TestClient) -> None:
    choices = {"chosen": "1", "class": "0"}
    answer = client.post(f"{upload(client)}/jobs", data=choices, follow_redirects=False)
    assert "<b>1</b> username line is blank" in finished(client, answer.headers["location"])


def test_names_that_cannot_be_printed_are_counted_next_to_usernames(client: TestClient) -> None:
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


def test_the_plain_handout_needs_no_list(client: TestClient) -> None:
    assert "Plain handout" in client.get("/handout").text
    (pdf,) = made(client, "/handout", guides="2", large="on").values()
    assert page_count(pdf) > 5


def test_what_is_worth_a_look_is_above_the_files(client: TestClient) -> None:
    told = "content.yaml: 4 pictures to a page would save no page"
    for address in ("/handout", upload(client)):
        for guides in ("3", "4"):
            choices = {"chosen": "1", "class": "0", "guides": guides}
            job = client.post(f"{address}/jobs", data=choices, follow_redirects=False)
            assert (told in finished(client, job.headers["location"])) == (guides == "4")


@pytest.mark.slow
def test_a_cancelled_job_makes_nothing(client: TestClient) -> None:
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


def test_what_cannot_be_printed_is_explained(client: TestClient) -> None:
    address = upload(client, b"%PDF")
    assert "This is a PDF" in client.post(f"{address}/jobs", data={"chosen": "1"}).text
    job = client.post(f"{upload(client)}/jobs", data={"chosen": "1"}, follow_redirects=False).headers[
        "location"
    ]
    assert "Nobody is ticked" in finished(client, job)
