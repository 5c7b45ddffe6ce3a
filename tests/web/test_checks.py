"""The page that checks a printed set against its list; the work is done in processes and in slices."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from helpers.pdfs import rewritten
from helpers.waiting import ended
from starlette.testclient import TestClient

from handout import class_set, load_content, read_students
from handout.web import School, Slices, create_app
from handout.web.processes import Processes

pytestmark = pytest.mark.slow

LIST = "No,Name,Class,Email\n1,TAN MEI LING,3A,tan_mei_ling@students.edu.sg\n2,LIM JO ANN,3A,lim_jo_ann@students.edu.sg\n3,RAJ KUMAR,3A,raj_kumar@students.edu.sg\n"
OTHER = (
    "No,Name,Class,Email\n1,ONG KAI LI,3A,ong_kai_li@students.edu.sg\n2,FOO BAR,3A,foo_bar@students.edu.sg\n"
)
QUESTION = "Sn,Pupil,Form,Old,New\n1,TAN MEI LING,3A,t_1@students.edu.sg,a@students.edu.sg\n2,LIM JO,3A,t_2@students.edu.sg,b@students.edu.sg\n"


@pytest.fixture(scope="module", params=[pytest.param(Processes, marks=pytest.mark.slow), Slices])
def client(request: pytest.FixtureRequest, school: Path) -> Iterator[TestClient]:
    with TestClient(create_app(School(school / "content.yaml"), request.param())) as client:
        yield client


@pytest.fixture(scope="module")
def printed(school: Path) -> bytes:
    return printed_of(school, LIST)


def printed_of(school: Path, text: str) -> bytes:
    roster = read_students(Path("3A.csv"), data=text.encode())
    return class_set(load_content(school / "content.yaml"), roster.students, layout="sheet")


def checked(client: TestClient, pdf: bytes, text: str = LIST, **fields: str) -> str:
    """The page of the verdict."""
    files = {"set": ("RAJ.pdf", pdf)} | ({"list": ("3A.csv", text)} if text else {})
    answer = client.post("/check", files=files, data=fields, follow_redirects=False)
    return finished(client, answer.headers["location"]) if answer.status_code == 303 else answer.text


def finished(client: TestClient, job: str) -> str:
    ended(lambda: client.get(f"{job}/state").json()["state"])
    return client.get(job).text


def heading(page: str) -> str:
    return re.search(r"<h1[^>]*>(.*?)</h1>", page)[1]  # type: ignore[index]


def test_a_right_set(client: TestClient, printed: bytes) -> None:
    page = checked(client, printed)
    assert heading(page) == "This set is right"
    assert "3 children’s pages: each carries the child’s own name and username" in page
    assert "RAJ" not in re.search(r"<title>(.*?)</title>", page)[1]  # type: ignore[index]


def test_a_username_that_was_corrected_since(client: TestClient, printed: bytes) -> None:
    page = checked(client, printed, LIST.replace("lim_jo_ann@", "lim_jo_ann_1@"))
    assert heading(page) == "Do not hand this set out"
    assert "Page 2: No. 2 LIM JO ANN has another username" in page
    assert "Print it again from 3A.csv." in page


def test_another_list(client: TestClient, printed: bytes) -> None:
    page = checked(client, printed, OTHER)
    assert "This set was not made from this list: none of its 3 children is in it." in page
    assert "Check it against the class list that it was printed from." in page
    assert "must not be printed" not in page
    assert page.count("<li>") == 1 + page.split("<main")[0].count("<li>"), "one difference says it all"


@pytest.mark.parametrize(
    ("pdf", "words"),
    [
        (b"no PDF at all", "This is not a class set that was made here, or it is damaged."),
        (b"%PDF-1.7\n%%EOF", "This is not a class set that was made here, or it is damaged."),
    ],
)
def test_what_is_no_set_of_ours(client: TestClient, pdf: bytes, words: str) -> None:
    page = checked(client, pdf)
    assert heading(page) == "This set cannot be checked"
    assert words in page
    assert "Check another set" in page


def test_a_locked_set(client: TestClient, printed: bytes) -> None:
    page = checked(client, rewritten(printed, lambda writer: writer.encrypt("secret", "owner")))
    assert "This file is locked with a password. Choose the file as it was made, without a password." in page


def test_the_way_back_keeps_the_list(client: TestClient, printed: bytes) -> None:
    back = re.search(r'href="(/check\?list=[^"]+)"', checked(client, printed))[1]  # type: ignore[index]
    form = client.get(back).text
    assert "3A.csv, as it is open here" in form
    kept = re.search(r'name="open" value="([^"]+)"', form)[1]  # type: ignore[index]
    assert heading(checked(client, printed, text="", open=kept)) == "This set is right"


def test_a_list_that_was_corrected_on_the_page(client: TestClient, school: Path) -> None:
    wrong = LIST.replace("lim_jo_ann@", "lim jo@")
    address = client.post("/lists", files={"list": ("3A.csv", wrong)}, follow_redirects=False).headers[
        "location"
    ]
    client.post(f"{address}/cells", data={"cell:0:3:D": "lim_jo_ann@students.edu.sg"})
    assert f'href="/check?list={address.rpartition("/")[2]}"' in client.get(address).text
    pdf = printed_of(school, LIST)
    assert heading(checked(client, pdf, text="", open=address.rpartition("/")[2])) == "This set is right"
    page = checked(client, pdf, wrong)
    assert heading(page) == "This set and this list differ"
    assert "3A.csv was corrected on this page, but your file is as it was before." in page
    assert f'href="/check?list={address.rpartition("/")[2]}"' in page, (
        "the corrected list, which is open here"
    )
    assert "Print it again" not in page
    assert page.index("First, the list") < page.index("One difference from 3A.csv")
    assert page.count("LIM JO ANN") == 1, "one wrong child is told once"


def test_a_list_with_problems_that_was_corrected_elsewhere(client: TestClient, school: Path) -> None:
    page = checked(client, printed_of(school, LIST), LIST.replace(",3A,lim_jo_ann@", ",3A,lim jo @"))
    assert heading(page) == "This set and this list differ"
    assert re.search(r'3A.csv has <a href="/lists/[^"]+">a problem</a> itself', page)
    assert "the corrected list that you downloaded" in page


def test_what_was_just_printed_is_checked_with_one_click(client: TestClient) -> None:
    answer = client.post("/lists", files={"list": ("3A.csv", LIST)}, follow_redirects=False)
    address = answer.headers["location"]
    choices = {"chosen": "1", "class": "0", "layout": "slips", "checklist": "on"}
    job = client.post(f"{address}/jobs", data=choices, follow_redirects=False).headers["location"]
    (action,) = re.findall(r'formaction="([^"]+/check/[^"]+)"', finished(client, job))
    page = finished(client, client.post(action, follow_redirects=False).headers["location"])
    assert heading(page) == "This set is right"
    assert "mims-account-3A-slips.pdf</b>, checked against <b>3A.csv" in page
    assert client.post(f"{job}/check/other.pdf").status_code == 404


def test_the_plain_handout_is_no_set_to_check(client: TestClient) -> None:
    job = client.post("/handout/jobs", follow_redirects=False).headers["location"]
    assert "Check this set" not in finished(client, job)
    assert client.post(f"{job}/check/mims-account.pdf").status_code == 410


def test_a_moved_row_that_was_typed_on_the_page(client: TestClient, school: Path) -> None:
    header, *rows = LIST.splitlines()
    number, name, class_name, username = rows[1].split(",")
    wide = "\n".join([f"{header},PIN", *(f"{row},Moss4" for row in rows)])
    moved = wide.replace(f"{rows[1]},Moss4", f"{number},{name},{class_name},,{username}")
    answer = client.post("/lists", files={"list": ("3A.csv", moved)}, follow_redirects=False)
    address = answer.headers["location"]
    client.post(f"{address}/cells", data={"cell:0:3:B": name, "cell:0:3:D": username})
    pdf = printed_of(school, LIST)
    assert heading(checked(client, pdf, text="", open=address.rpartition("/")[2])) == "This set is right"


def test_usernames_that_were_worked_out(client: TestClient, school: Path) -> None:
    text = LIST.replace("lim_jo_ann@students.edu.sg", "")
    roster = read_students(Path("3A.csv"), data=text.encode(), derive="always")
    pdf = class_set(load_content(school / "content.yaml"), roster.students, layout="sheet")
    assert "No. 2 LIM JO ANN was worked out, and as the list is read here it stays blank" in checked(
        client, pdf, text
    )
    assert heading(checked(client, pdf, text, derive="always")) == "This set is right"


def test_a_list_with_a_question(client: TestClient, printed: bytes) -> None:
    page = checked(client, printed, QUESTION)
    assert "leaves a question open" in page
    address = re.search(r'href="(/lists/[^"]+)"', page)[1]  # type: ignore[index]
    assert "Which column has the usernames" in client.get(address).text


@pytest.mark.parametrize(
    ("files", "words"),
    [
        ({"list": ("3A.csv", LIST)}, "No printed set was chosen."),
        ({"set": ("a.pdf", b"%PDF")}, "No class list was chosen."),
        ({"set": ("a.pdf", b"%PDF"), "list": ("3A.csv", b"")}, "This file is empty."),
        ({"set": ("a.pdf", b"%PDF"), "list": ("3A.csv", b"%PDF")}, "This is a PDF."),
    ],
)
def test_what_is_lacking_is_said(client: TestClient, files: dict[str, tuple[str, bytes]], words: str) -> None:
    answer = client.post("/check", files=files, follow_redirects=False)
    assert answer.status_code == 422
    assert words in answer.text
    assert 'type="file"' in answer.text


def test_a_check_has_no_files(client: TestClient, printed: bytes) -> None:
    answer = client.post(
        "/check", files={"set": ("a.pdf", printed), "list": ("3A.csv", LIST)}, follow_redirects=False
    )
    job = answer.headers["location"]
    finished(client, job)
    assert client.get(f"{job}/keep/a.pdf").status_code == 404
