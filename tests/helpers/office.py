"""What the office does with its page, without a browser: a list is opened, chosen from and printed."""

import re

from starlette.testclient import TestClient

from helpers.waiting import ended

LIST = "No,Name,Class,Email,Password\n1,TAN MEI LING,3A,tan_mei_ling@students.edu.sg,Hunter2-Hunter2\n2,LIM BIN ANN,3A,,x\n1,RAJ KUMAR,5B,raj_kumar@students.edu.sg,x\n"


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
