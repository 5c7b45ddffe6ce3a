"""A file that is no plain text is named for what it is; a fault in a long text has a line of its own."""

from pathlib import Path

import pytest
import yaml

from handout import load_content
from handout.content.tree import _Loader, _quick, compose
from handout.errors import ContentError


def told(path: Path) -> str:
    with pytest.raises(ContentError) as caught:
        load_content(path)
    return str(caught.value)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"{\\rtf1\\ansi title: MIMS}", "RTF"),
        (b"PK\x03\x04 and so on", "Word document"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "old Word"),
        (b"%PDF-1.7", "a PDF"),
        (b"\n <!DOCTYPE html><html>", "web page"),
        (b"<html lang=en>", "web page"),
        ("title: MIMS".encode("utf-16-le"), "UTF-16"),
        ("title: MIMS".encode("utf-16-be"), "UTF-16"),
        ("title: MIMS".encode("utf-16"), "UTF-16"),
    ],
)
def test_other_kinds_of_files(tmp_path: Path, data: bytes, words: str) -> None:
    (tmp_path / "content.yaml").write_bytes(data)
    message = told(tmp_path / "content.yaml")
    assert words in message
    assert "UTF-8" in message


@pytest.mark.parametrize("space", ["\u00a0", "\u2003", "\u3000"])
def test_an_odd_space_as_indentation_is_reported_at_its_line(
    tmp_path: Path, school: Path, space: str
) -> None:
    text = (school / "content.yaml").read_text("utf-8")
    at = text.index("    heading: Write it here")
    (tmp_path / "content.yaml").write_text(text[:at] + space + text[at:], "utf-8")
    assert f"content.yaml:{text[:at].count(chr(10)) + 1}:" in told(tmp_path / "content.yaml")
    assert "space indents this line" in told(tmp_path / "content.yaml")


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("password. Therefore", "**password. Therefore", '"**" before "password. Therefore'),
        ("enable them", "enable {them}", '"{them}" is not a setting.'),
        ("enable them", "enable th\u16a0em", 'No typeface has \u16a0 (U+16A0), in "th\u16a0em".'),
        ("enable them", "enable [them](www.school.example)", '"www.school.example" is not an address'),
        ("secondary education.", "secondary education.*", '"*" at the end is never closed.'),
    ],
)
def test_a_fault_in_a_long_text_has_its_own_line(
    tmp_path: Path, school: Path, old: str, new: str, message: str
) -> None:
    text = (school / "content.yaml").read_text("utf-8")
    at = text.index(old.split(maxsplit=1)[0] + " " + old.split()[1] if " " in old else old)
    (tmp_path / "content.yaml").write_text(text.replace(old, new, 1), "utf-8")
    (tmp_path / "images").symlink_to(school / "images")
    assert f"content.yaml:{text[:at].count(chr(10)) + 1}: {message}" in told(tmp_path / "content.yaml")


def test_the_page_of_the_handbook_may_be_left_out(tmp_path: Path, school: Path) -> None:
    text = (school / "content.yaml").read_text("utf-8")
    lines = [line for line in text.split("\n") if "handbook_page:" not in line]
    (tmp_path / "images").symlink_to(school / "images")
    (tmp_path / "content.yaml").write_text("\n".join(lines), "utf-8")
    assert 'The setting "{handbook_page}" has no value.' in told(tmp_path / "content.yaml")
    (tmp_path / "content.yaml").write_text("\n".join(lines).replace("{handbook_page}", "inside"), "utf-8")
    assert load_content(tmp_path / "content.yaml").settings.handbook_page is None


def test_a_file_of_the_first_edition_is_still_read(tmp_path: Path, school: Path) -> None:
    text = (school / "content.yaml").read_text("utf-8")
    lines = [line for line in text.split("\n") if "worked_out:" not in line]
    (tmp_path / "images").symlink_to(school / "images")
    (tmp_path / "content.yaml").write_text("\n".join(lines), "utf-8")
    assert load_content(tmp_path / "content.yaml").panel.labels.worked_out


def nodes(node: yaml.Node) -> object:
    """All that is read of a file: values, how they are written, and where they are."""
    marks = [(mark.line, mark.column, mark.index) for mark in (node.start_mark, node.end_mark)]
    if isinstance(node, yaml.ScalarNode):
        return node.value, node.style or "", marks
    kids = [kid for entry in node.value for kid in (entry if isinstance(entry, tuple) else [entry])]
    return [nodes(kid) for kid in kids], marks


@pytest.mark.slow
@pytest.mark.parametrize(
    "change", ["", "title: 'It''s'\n", "more: [a, {b: c}]\n", "rest: |+\n  one\n\n  two\n\n# end\n"]
)
def test_the_quick_reader_sees_what_the_explaining_one_sees(school: Path, change: str) -> None:
    text = (school / "content.yaml").read_text("utf-8") + change
    assert nodes(_quick(text)) == nodes(_Loader(text).get_single_node())


@pytest.mark.parametrize(
    "text", ["title: a\tb\nmore:\tc\n", "title: a\n\tb: c\n", "title: &a b\n", "title: [a\n"]
)
def test_what_is_refused_is_refused_by_the_explaining_reader(text: str) -> None:
    with pytest.raises(yaml.MarkedYAMLError) as told:
        _Loader(text).get_single_node()
    with pytest.raises(yaml.MarkedYAMLError) as found:
        compose(text)
    assert str(found.value) == str(told.value)
