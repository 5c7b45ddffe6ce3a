"""How a list is read, from the command line: columns, worksheets, usernames that are worked out."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from helpers.lists import workbook

from handout.cli.commands import main

TWO_CLASSES = (
    "No,Name,2025 Class,2026 Class,Student Email\n1,TAN MEI LING,2A,3A,tan_mei_ling@students.edu.sg\n"
)


def check(school: Path, path: Path, *options: str) -> Result:
    arguments = ["check", str(path), "--content", str(school / "content.yaml"), "--layout", "slips", *options]
    return CliRunner().invoke(main, arguments, prog_name="handout")


@pytest.fixture
def two_classes(tmp_path: Path) -> Path:
    path = tmp_path / "list.csv"
    path.write_text(TWO_CLASSES, "utf-8")
    return path


@pytest.mark.slow
def test_an_open_question_prints_nothing_and_says_how_to_answer(school: Path, two_classes: Path) -> None:
    for options in ([], ["--skip-bad"]):
        result = check(school, two_classes, *options)
        assert result.exit_code == 4
        assert result.stderr.splitlines() == [
            (
                'list.csv, row 1: Which column has the classes: C "2025 Class" or D "2026 Class"? '
                "Answer with --column class=C or --column class=D or --column class=none."
            )
        ]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("answer", "class_name"),
    [("class=2026 Class", "3A"), ("class=D", "3A"), ("CLASS = 2025 class", "2A"), ("class=none", "-")],
)
def test_a_column_is_named_by_heading_or_letter(
    school: Path, two_classes: Path, answer: str, class_name: str
) -> None:
    result = check(school, two_classes, "--column", answer)
    assert result.exit_code == 0, result.stderr
    assert f"\n{class_name} " in result.stdout


@pytest.mark.parametrize("answer", ["form=C", "class", "class="])
def test_an_answer_that_is_none_is_a_fault_of_usage(school: Path, two_classes: Path, answer: str) -> None:
    result = check(school, two_classes, "--column", answer)
    assert result.exit_code == 2
    assert 'such as name="Name of Pupil"' in result.stderr


@pytest.mark.slow
def test_a_missing_column_is_reported_with_those_that_are_there(school: Path, two_classes: Path) -> None:
    result = check(school, two_classes, "--column", "class=Form")
    assert result.exit_code == 4
    assert 'There is no column "Form" that can be read. The columns are A "No"' in result.stderr


def test_a_password_is_no_answer(school: Path, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("No,Name,Password\n1,TAN MEI LING,Hunter2-Hunter2\n", "utf-8")
    result = check(school, path, "--column", "username=Password")
    assert result.exit_code == 4
    assert "Hunter2" not in result.stderr + result.stdout


@pytest.mark.slow
def test_worksheets_are_chosen_by_name(school: Path, tmp_path: Path) -> None:
    heads = ["No", "Name", "MIMS ID"]
    path = workbook(
        tmp_path,
        ("3A", [heads, [1, "TAN MEI LING", "tan_mei_ling@students.edu.sg"]]),
        ("Teachers", [heads, [1, "MDM LIM AH MOI", "lim_ah_moi@students.edu.sg"]]),
    )
    asked = check(school, path)
    assert asked.exit_code == 4
    assert 'Worksheet "Teachers" may not be a list of these children.' in asked.stderr
    result = check(school, path, "--worksheet", "3a")
    assert result.exit_code == 0, result.stderr
    assert "\n3A " in result.stdout
    assert "Teachers" not in result.stdout.split("Notes")[0]
    missing = check(school, path, "--worksheet", "5B")
    assert 'There is no visible worksheet "5B". The worksheets are "3A", "Teachers".' in missing.stderr


@pytest.mark.slow
def test_the_domain_is_added_once_asked(school: Path, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("No,Name,Username\n1,TAN MEI LING,tan_mei_ling\n2,LIM JO ANN,lim_jo_ann_2\n", "utf-8")
    asked = check(school, path)
    assert asked.exit_code == 4
    assert "Add @students.edu.sg to each? If so, add --add-domain" in asked.stderr
    result = check(school, path, "--add-domain")
    assert result.exit_code == 0, result.stderr
    assert "The username line is blank" not in result.stdout


@pytest.mark.slow
def test_usernames_are_worked_out_as_the_option_says(school: Path, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("No,Name,Email\n1,TAN MEI LING,tan_mei_ling@students.edu.sg\n2,LIM JO ANN,\n", "utf-8")
    assert "Perhaps lim_jo_ann@" in check(school, path).stdout
    assert (
        "1 username was worked out from the name: check No. 2."
        in check(school, path, "--derive", "always").stdout
    )
    never = check(school, path, "--derive", "never").stdout
    assert "The username line is blank, as the list gives none." in never
    assert "lim_jo_ann" not in never


@pytest.mark.slow
def test_one_question_of_many_worksheets_is_asked_once_and_answered_once(
    school: Path, tmp_path: Path
) -> None:
    heads = ["No", "Name", "2025 Class", "2026 Class"]
    path = workbook(
        tmp_path,
        ("P3", [heads, [1, "TAN MEI LING", "2A", "3A"]]),
        ("P4", [heads, [1, "LIM JO ANN", "3B", "4B"]]),
    )
    asked = check(school, path)
    assert len(asked.stderr.splitlines()) == 1
    assert 'worksheet "P3", row 1: Which column has the classes' in asked.stderr
    result = check(school, path, "--column", "class=2026 Class")
    assert result.exit_code == 0, result.stderr
    assert "\n3A " in result.stdout
    assert "\n4B " in result.stdout
