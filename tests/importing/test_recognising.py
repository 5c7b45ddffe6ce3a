"""Settings that the page tells, and texts bound to settings only where they are the same to the letter."""

from pathlib import Path
from typing import Any

import pytest
from helpers.site import imported, laid_down, png, text, tiptap, values

from handout import build_handout, import_page
from handout.importing import Imported


def page(body: str, **front_matter: str) -> Imported:
    lines = "".join(f"{key}: {value}\n" for key, value in front_matter.items())
    return imported(tiptap(body).replace("variant:", f"{lines}variant:"))


def settings(body: str, **front_matter: str) -> Any:
    return values(page(body, **front_matter))["settings"]


def said(result: Imported) -> str:
    return "\n".join(str(remark) for remark in result.remarks)


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("Write it into the Student Handbook (pg 21).", "21"),
        ("See the Student Handbook, page 21.", "21"),
        ("Student Handbook page 21", "21"),
        ("It has room on page 21 of the Student Handbook.", "21"),
        ("Our handbook (p. 7) and the Student Handbook (pg 21)", "7"),
        ("Handbook (pg 12345)", "136"),
        ("We have 21 classes.", "136"),
    ],
)
def test_the_page_of_the_handbook(words: str, number: str) -> None:
    assert settings(f"<p>{words}</p>")["handbook_page"] == number


def test_a_text_is_bound_only_to_the_same_letters() -> None:
    body = (
        "<p>Student Handbook (pg 21), later in the handbook (pg 22). 21 children.</p>"
        "<p>mary_tan@students.edu.sg, mary@Students.edu.sg, a_b@students.edu.sg.example, www.students.edu.sg</p>"
        '<p>https://mims.moe.gov.sg/sspr or https://mims.moe.gov.sg/sspr/help or <a href="https://mims.moe.gov.sg/sspr">here</a></p>'
        "<p>Banyan Primary School, Banyan Primary Schools, banyan primary school</p>"
    )
    assert [
        passage["paragraph"] for passage in values(page(body, school="Banyan Primary School"))["text"]
    ] == [
        "Student Handbook (pg {handbook_page}), later in the handbook (pg 22). 21 children.",
        "`mary_tan@{domain}`, `mary@Students.edu.sg`, `a_b@students.edu.sg.example`, `www.students.edu.sg`",
        "`{portal}` or `https://mims.moe.gov.sg/sspr/help` or [here]({portal})",
        "{school}, Banyan Primary Schools, banyan primary school",
    ]


@pytest.mark.parametrize(
    ("body", "domain"),
    [
        ("<p>The username is full_name@pupils.example.</p>", "pupils.example"),
        ("<p>Your username:</p><p>mary_tan@Pupils.example</p>", "pupils.example"),
        ("<p>Forgot your username? Write to ict@school.example.</p>", "students.edu.sg"),
        ("<p>Usernames: a_b@one.example or a_b@two.example</p>", "students.edu.sg"),
        ("<p>Write to our_office@school.example.</p>", "students.edu.sg"),
    ],
)
def test_the_domain_is_never_guessed(body: str, domain: str) -> None:
    result = page(body)
    assert values(result)["settings"]["domain"] == domain
    assert ("was found on the page. Check it" in said(result)) == (domain != "students.edu.sg")


@pytest.mark.slow
@pytest.mark.parametrize(
    ("body", "portal"),
    [
        ('<p><a href="https://mims.moe.gov.sg/">Portal</a></p>', "https://mims.moe.gov.sg/"),
        ("<p>Go to https://mims.moe.gov.sg/login.</p>", "https://mims.moe.gov.sg/login"),
        ("<p>Go to https://vle.example/.</p>", "https://mims.moe.gov.sg/sspr"),
        ("<p>Go to http://mims.moe.gov.sg/.</p>", "https://mims.moe.gov.sg/sspr"),
    ],
)
def test_the_portal_is_an_address_of_mims(body: str, portal: str) -> None:
    assert settings(body)["portal"] == portal


def test_the_school_is_named_by_the_front_matter_or_the_site() -> None:
    assert settings("<p>x</p>", school="Banyan Primary School")["school"] == "Banyan Primary School"
    files = {"site/_config.yml": b"title: Angsana Primary School\n", "page.md": tiptap("<p>x</p>").encode()}
    assert values(import_page("page.md", files=files))["settings"]["school"] == "Angsana Primary School"


@pytest.mark.slow
@pytest.mark.parametrize(
    ("title", "source"),
    [
        ("MIMS {portal} Account", "School website, MIMS portal Account page"),
        ("Our MIMS Page", "School website, Our MIMS page"),
        ("A very long title " * 20, "School website"),
        ("W" * 80, f"School website, {'W' * 80} page"),
    ],
)
def test_a_title_of_any_kind_leaves_a_handout_that_builds(title: str, source: str, tmp_path: Path) -> None:
    site = {"_config.yml": f"title: {'School ' * 11}".encode()}
    content = laid_down(imported(tiptap("<p>Words.</p>", title), site), tmp_path)
    assert content.settings.source == source
    assert build_handout(content)


@pytest.mark.slow
def test_a_name_that_no_school_has_is_not_taken(tmp_path: Path) -> None:
    result = imported(tiptap("<p>Words.</p>"), {"_config.yml": f"title: {'Long Name School ' * 20}".encode()})
    assert build_handout(laid_down(result, tmp_path))
    assert values(result)["settings"]["school"] == "Rain Tree Primary School"


def test_a_setting_that_the_page_lacks_is_called_an_example() -> None:
    assert said(page("<p>x</p>")) == (
        'page.md: the page does not name the school: "Rain Tree Primary School" is an example. '
        "Write yours after school: in content.yaml.\n"
        'page.md: the page does not name the page of the Student Handbook: "136" is an example. '
        "Write yours after handbook_page: in content.yaml."
    )


def test_settings_that_are_given_win_and_a_difference_is_said(tmp_path: Path) -> None:
    given = tmp_path / "ours.yaml"
    given.write_text("settings:\n  handbook_page: 30\n  source: Our page\n")
    source = tiptap("<p>Handbook (pg 21)</p>").encode()
    result = import_page("page.md", settings=given, files={"page.md": source})
    assert values(result)["settings"]["handbook_page"] == "30"
    assert values(result)["settings"]["source"] == "Our page"
    assert values(result)["text"] == [{"paragraph": "Handbook (pg 21)"}]
    assert 'the page says handbook_page: "21", your settings say "30", which is used.' in said(result)


def test_an_earlier_content_is_the_frame(tmp_path: Path) -> None:
    earlier = tmp_path / "content.yaml"
    content = page("<p>Old.</p>").content.replace("Write it here", "Our own heading")
    earlier.write_text(f"# Our remark.\n{content}")
    result = import_page("page.md", settings=earlier, files={"page.md": tiptap("<p>New.</p>").encode()})
    assert result.content.startswith("# Our remark.\n")
    assert values(result)["panel"]["everyone"]["heading"] == "Our own heading"
    assert values(result)["text"] == [{"paragraph": "New."}]


def test_an_earlier_content_without_guides_gets_them(tmp_path: Path) -> None:
    earlier = tmp_path / "content.yaml"
    earlier.write_text(page("<p>Old.</p>").content)
    files = {"page.md": tiptap('<p>New.</p><img src="a.png" alt="A">').encode(), "a.png": png()}
    result = values(import_page("page.md", settings=earlier, files=files))
    assert result["guides"]["heading"] == "Setting up and resetting the password"
    assert [guide["image"] for guide in result["guides"]["pictures"]] == ["images/a.png"]


def test_marks_of_content_yaml_in_words_are_words() -> None:
    assert text(tiptap("<p>{domain} and {school} stay, {% x %} too.</p>")) == [
        {"paragraph": "\\{domain} and \\{school} stay, \\{% x %} too."}
    ]
