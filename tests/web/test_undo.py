"""What is corrected on the page of a list is told, can be undone, and keeps the choice of what is printed."""

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from helpers.office import finished, made, table, upload
from openpyxl import Workbook
from openpyxl.styles import Font
from python_calamine import CalamineWorkbook
from starlette.testclient import TestClient

from handout.web.app import create_app
from handout.web.runner import Slices
from handout.web.school import School

pytestmark = pytest.mark.slow

LIST = "No,Name,Class,Email,Phone\n1,TAN MEI,3A,tan mei@students.edu.sg,91234567\n2,LIM JO (LEFT),3A,lim_jo@students.edu.sg,x\n3,ANN LEE,3A,ann_lee@students.edu.sg,x\n"


@pytest.fixture(scope="module")
def client(school: Path) -> Iterator[TestClient]:
    with TestClient(create_app(School(school / "content.yaml"), Slices())) as client:
        yield client


def told(page: str) -> str:
    """What was corrected, as it is read."""
    return page.partition('class="corrected"')[2].partition("</section>")[0]


def test_a_row_is_left_out_and_comes_back(client: TestClient) -> None:
    address = upload(client, LIST)
    page = client.get(address).text
    assert 'name="leave_out" value="0:3"' in page
    assert 'name="leave_out" value="0:2"' not in page, "a row that was read is not ticked instead"
    page = client.post(
        f"{address}/cells", data={"leave_out": "0:3", "cell:0:2:D": "tan_mei@students.edu.sg"}
    ).text
    assert 'id="fix-1"' not in page
    assert "2 rows are corrected here" in page
    assert "<li>Row 2: MIMS username tan_mei@students.edu.sg</li><li>Row 3: left out</li>" in told(page)
    assert table(page)["3A"][:2] == [2, 2]
    rows = CalamineWorkbook.from_filelike(io.BytesIO(client.get(f"{address}/corrected.xlsx").content))
    assert rows.get_sheet_by_index(0).to_python()[2] == [""] * 5
    page = client.post(f"{address}/undo").text
    assert 'id="fix-2"' in page
    assert told(page) == ""


def test_undo_takes_back_one_change_after_the_other_and_a_wrong_click(client: TestClient) -> None:
    address = upload(client, "No,Name,Class,Email\n1,RAJ BIN KUMAR,3A,\n2,LIM JO,3A,lim_jo@students.edu.sg\n")
    page = client.post(f"{address}/cells", data={"accept": "0:2:0"}).text
    assert "Row 2: MIMS username raj_" in told(page)
    page = client.post(f"{address}/cells", data={"accept": "0:9:0"}).text
    page = client.post(f"{address}/undo", data={"back": "chosen=1&class=0&layout=sheet"}).text
    assert told(page) == "", "what changed nothing is no change"
    assert 'value="0:2:0"' in page
    assert 'value="sheet" checked' in page
    assert client.post(f"{address}/undo").status_code == 200, "nothing is left to undo"
    page = client.post(f"{address}/cells", data={"blank": "0:2"}).text
    assert "suggested" not in page
    assert 'value="0:2:0"' in client.post(f"{address}/undo").text


def test_a_tick_stays_with_its_child_when_a_row_before_it_is_corrected(client: TestClient) -> None:
    address = upload(client, LIST)
    ticks = "chosen=1&child=0-1&rest=on&layout=sheet"
    assert list(made(client, address, **{"class": [], "child": "0-1", "rest": "on"})) == [
        "mims-account-3A-part.pdf"
    ]
    page = client.post(f"{address}/cells", data={"cell:0:3:B": "LIM JO", "back": ticks}).text
    assert 'value="0-1" checked> 3 ANN LEE' in page
    assert 'value="0-2" > 2 LIM JO' in page
    assert page.index("2 LIM JO") < page.index("3 ANN LEE")


def test_nothing_is_made_from_a_page_that_is_older_than_the_last_correction(client: TestClient) -> None:
    address = upload(client, LIST)
    assert 'name="version" value="0"' in client.get(address).text
    client.post(f"{address}/cells", data={"leave_out": "0:3"})
    order = {"chosen": "1", "all": "1", "rest": "on", "layout": "sheet"}
    page = client.post(f"{address}/jobs", data={**order, "version": "0"}).text
    assert "This list was changed in another window" in page
    assert 'value="sheet" checked' in page
    answer = client.post(f"{address}/jobs", data={**order, "version": "1"}, follow_redirects=False)
    assert answer.headers["location"].startswith("/jobs/")


def test_a_class_that_a_correction_brings_is_printed_with_all_others(client: TestClient) -> None:
    address = upload(client, LIST.replace("2,LIM JO (LEFT),3A", "2,LIM JO,"))
    back = "chosen=1&all=1&layout=slips"
    page = client.post(f"{address}/cells", data={"cell:0:3:C": "3B", "blank": "0:2", "back": back}).text
    assert table(page)["3B"][0] == 1


def hidden() -> bytes:
    book = Workbook()
    for row in (["No", "Name", "Class"], [1, "TAN MEI", "3A"], [2, "LIM JO", "3A"], [3, "ANN LEE", "3A"]):
        book.active.append(row)
    book.active.row_dimensions[3].hidden = True
    for cell in book.active[4]:
        cell.font = Font(strike=True)
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def test_hidden_rows_and_children_who_have_left_are_left_out_with_one_click_each(client: TestClient) -> None:
    address = upload(client, hidden(), "list.xlsx")
    page = client.get(address).text
    assert "Row 3: This row is hidden, but it has a page." in page
    assert "--skip-hidden" not in page, "no word of the command line"
    assert table(page)["3A"][0] == 3
    page = client.post(f"{address}/cells", data={"skip_hidden": "1"}).text
    assert "Hidden rows are left out." in told(page)
    assert table(page)["3A"][0] == 2
    assert 'name="leave_out" value="0:4"' in page
    page = client.post(f"{address}/cells", data={"leave_out": "0:4"}).text
    assert table(page)["3A"][0] == 1
    rows = CalamineWorkbook.from_filelike(io.BytesIO(client.get(f"{address}/corrected.xlsx").content))
    assert [row[1] for row in rows.get_sheet_by_index(0).to_python()] == ["Name", "TAN MEI", "", ""]


def test_a_set_without_a_row_is_right_beside_its_list(client: TestClient) -> None:
    address = upload(client, LIST.replace("tan mei@", "tan_mei@"))
    client.post(f"{address}/cells", data={"leave_out": "0:3"})
    job = client.post(
        f"{address}/jobs", data={"chosen": "1", "all": "1", "layout": "sheet"}, follow_redirects=False
    )
    finished(client, job.headers["location"])
    check = client.post(f"{job.headers['location']}/check/mims-account-3A-sheet.pdf", follow_redirects=False)
    assert "This set is right" in finished(client, check.headers["location"])


def test_a_file_that_is_no_list_is_not_led_back_to_and_another_is_chosen_beside_it(
    client: TestClient,
) -> None:
    address = upload(client, b"%PDF", "scan.pdf")
    page = client.get(address).text
    assert "This is a PDF" in page
    assert 'type="file"' in page
    assert "scan.pdf" not in client.get("/").text


def test_a_question_with_nothing_ticked_says_so(client: TestClient) -> None:
    book = Workbook()
    for title, headings in (
        ("3A", ["No", "Name", "Class", "Username"]),
        ("Parents", ["No", "Name", "Class", "Phone"]),
    ):
        sheet = book.create_sheet(title)
        sheet.append(headings)
        for number, name in enumerate(("TAN MEI", "LIM JO", "ANN LEE"), 1):
            username = f"{name.lower().replace(' ', '_')}@students.edu.sg"
            sheet.append([number, name, "3A", username if title == "3A" else 91234567])
    book.remove(book.worksheets[0])
    data = io.BytesIO()
    book.save(data)
    address = upload(client, data.getvalue(), "school.xlsx")
    page = client.get(address).text
    assert "Tick each worksheet whose children get a page." in page
    assert "Nothing was ticked." not in page
    assert "Read this worksheet" not in page, "one tick for one thing"
    assert "Nothing was ticked." in client.post(f"{address}/columns", data={"worksheet": ["0", "1"]}).text
    columns = {"column-0-A": "number", "column-0-B": "name", "column-0-C": "class", "column-0-D": "username"}
    page = client.post(f"{address}/columns", data={"question-0": "3A", **columns}).text
    assert table(page)["3A"][:2] == [3, 3]


def test_who_is_at_work_on_a_list_keeps_it(client: TestClient) -> None:
    address = upload(client, LIST)
    assert f'data-keep="{address}/kept"' in client.get(address).text
    assert client.get(f"{address}/kept").status_code == 204
    assert client.get("/lists/forgotten/kept").status_code == 410
