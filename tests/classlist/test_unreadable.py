"""Files that are no class list, or a damaged one: told in one line, and nothing of them is shown."""

import random
import zipfile
from pathlib import Path

import pytest
from helpers.examples import examples
from helpers.lists import SECRET, SIMPLE, names, workbook, write
from hypothesis import HealthCheck, given
from hypothesis import strategies as st

from handout import read_students
from handout.errors import RosterError


class TestUnreadable:
    """One clear line for each file that is no class list."""

    @pytest.mark.parametrize(
        ("name", "data", "words"),
        [
            ("empty.csv", b"", "empty"),
            ("blank.csv", b"\n\n", "empty"),
            ("nobody.csv", b"No,Name,Class\n", "no child"),
            ("total.csv", b"No,Name,Class\nTotal: 0,,\n", "no child"),
            ("field.csv", b"Name\n" + b"A" * 200_000, "quotation mark"),
            ("old.csv", b"Name\nZO\x81\n", "more than one way"),
            ("noheader.csv", b"1,2\n3,4\n", "heading for the names"),
            ("picture.csv", b"\x89PNG\r\n\x1a\n\0\0\0", "a picture"),
            ("half.csv", "Name\nTAN".encode("utf-16")[:-1], "not a text file"),
            ("quote.csv", b'Name,Class\n"TAN MEI,3A\nLIM JO,3A\n', "quotation mark"),
            ("list.xlsx", b"%PDF-1.7 ...", "PDF"),
            ("list.csv", b"%PDF-1.7 ...", "PDF"),
            ("list.xlsx", b"PK\x03\x04 broken", "damaged"),
            ("list.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old", "damaged"),
            (
                "list.xlsx",
                b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"),
                "locked with a password",
            ),
            ("large.csv", b"Name\n" + b"A B\n" * 2_600_000, "larger than 10 MB"),
            ("long.csv", b"Name\n" + b"A B\n" * 30_001, "more than 30,000 rows"),
            ("wide.csv", b"Name" + b",x" * 100 + b"\n", "100 columns"),
        ],
    )
    def test_is_told_in_one_line(self, tmp_path: Path, name: str, data: bytes, words: str) -> None:
        with pytest.raises(RosterError) as error:
            read_students(write(tmp_path, name, data))
        (problem,) = error.value.problems
        assert words in problem.what
        assert problem.remedy
        assert problem.place.file == name

    def test_a_file_that_may_not_be_read(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        path = write(tmp_path, "list.csv", SIMPLE)

        def refuse(*_: object, **__: object) -> None:
            raise PermissionError(13, "Permission denied")

        monkeypatch.setattr(Path, "open", refuse)
        with pytest.raises(RosterError, match="cannot be read: Permission denied"):
            read_students(path)

    def test_a_folder_and_a_missing_file(self, tmp_path: Path) -> None:
        for path, words in (
            (tmp_path, "a folder"),
            (tmp_path / "none.csv", "no such file"),
            (Path("a\0b.csv"), "cannot be read"),
        ):
            with pytest.raises(RosterError, match=words):
                read_students(path)

    @pytest.mark.slow
    def test_a_zip_that_is_no_workbook_and_a_zip_bomb(self, tmp_path: Path) -> None:
        for entries, words in (
            ({"other.txt": b"x"}, "not an Excel workbook"),
            ({"xl/workbook.xml": b"0" * 101_000_000}, "unpacks to more than 100 MB"),
        ):
            with zipfile.ZipFile(tmp_path / "list.xlsx", "w", zipfile.ZIP_DEFLATED) as archive:
                for name, content in entries.items():
                    archive.writestr(name, content)
            with pytest.raises(RosterError, match=words):
                read_students(tmp_path / "list.xlsx")


@pytest.mark.slow
@examples(60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(max_size=300), header=st.sampled_from(["", "Name\n", "No,Name,Class,Email\n"]))
def test_any_text_is_a_list_or_told_why_not(tmp_path: Path, text: str, header: str) -> None:
    data = (header + text).encode("utf-8", "surrogatepass")
    _parts(write(tmp_path, "list.csv", data))


@pytest.mark.slow
@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_damaged_files_never_crash_and_never_tell_a_secret(tmp_path: Path, ending: str) -> None:
    rows = [
        ["No", "Name", "Password", "Email"],
        [1, "TAN MEI", SECRET, "tan_mei@students.edu.sg"],
        [2, "LIM JO", SECRET, SECRET],
    ]
    if ending == "xlsx":
        whole = workbook(tmp_path, ("3A", rows)).read_bytes()
    else:
        whole = "\n".join(",".join(map(str, row)) for row in rows).encode()
    assert SECRET not in _parts(write(tmp_path, f"whole.{ending}", whole))
    dice = random.Random(3)
    for _ in range(120):
        data = bytearray(whole)
        for _ in range(dice.randint(1, 6)):
            place = dice.randrange(len(data))
            data[place : place + dice.randint(0, 4)] = dice.randbytes(dice.randint(0, 4))
        told = _parts(write(tmp_path, f"list.{ending}", bytes(data)))
        if ending == "xlsx":  # in a CSV the damage may move the secret into another column
            assert SECRET not in told


def test_a_text_that_begins_like_a_packed_file_is_a_text(tmp_path: Path) -> None:
    path = write(tmp_path, "list.csv", "PKSS Class list\nIndex,Name\n1,TAN MEI\n")
    assert names(path) == [("", "1", "TAN MEI")]


def _parts(path: Path) -> str:
    try:
        roster = read_students(path)
    except RosterError as error:
        return str(error)
    return "".join(map(str, (*roster.problems, *roster.notes))) + repr(roster.students)
