"""A change of content.yaml: the new words are there, and every other line is as it was."""

from typing import Any

import pytest
import yaml
from helpers.examples import examples
from helpers.school import ROOT
from hypothesis import given
from hypothesis import strategies as st

from handout.content import edit_content, with_comment

SMALL = """# What the handout says.
settings:
  school: old words
  handbook_page: 136   # where there is room

# The text.
text:
  - heading: One
  - paragraph: >-
      old words

  # The end.
  - bullets:
      - a
      - b
"""
GOOD = (ROOT / "content.yaml").read_text("utf-8")


def read(source: str) -> Any:
    return yaml.load(source, yaml.BaseLoader)


def test_no_change_leaves_every_byte() -> None:
    assert edit_content(GOOD, {}) == GOOD


def test_a_setting_keeps_the_comment_behind_it() -> None:
    source = "settings:\n  school: Rain Tree Primary School\n  handbook_page: 136     # where there is room\n  domain: a.sg\n"
    new = edit_content(
        source, {("settings", "handbook_page"): 21, ("settings", "school"): "Banyan: the School"}
    )
    assert new == (
        "settings:\n  school: >-\n    Banyan: the School\n  handbook_page: 21      # where there is room\n  domain: a.sg\n"
    )


def test_a_key_in_an_entry_keeps_the_dash_before_it() -> None:
    source = "text:\n  - heading: One\n\n  # a remark\n  - paragraph: >-\n      long\n      words\n"
    assert edit_content(source, {("text", 1, "paragraph"): "short"}) == (
        "text:\n  - heading: One\n\n  # a remark\n  - paragraph: short\n"
    )


def test_a_long_text_is_folded_and_line_breaks_stay() -> None:
    new = edit_content("a: x\nb: y\n", {("a",): "word " * 30, ("b",): "one\ntwo"})
    assert new.splitlines()[0] == "a: >-"
    assert max(map(len, new.splitlines())) <= 88
    assert new.endswith("b: |-\n  one\n  two\n")
    assert read(new) == {"a": ("word " * 30).strip(), "b": "one\ntwo"}


def test_a_new_key_goes_to_the_end_of_its_mapping() -> None:
    source = "settings:\n  school: A\n\n# The title.\ntitle: B\n"
    assert edit_content(source, {("settings", "level"): "1"}) == (
        "settings:\n  school: A\n  level: 1\n\n# The title.\ntitle: B\n"
    )


def test_a_comment_goes_below_a_value_and_as_far_in_as_its_key() -> None:
    source = "a:\n  - b: >-\n      one\n      two\n    c: x\n"
    assert with_comment(source, ("a", 0, "b"), "said") == (
        "a:\n  - b: >-\n      one\n      two\n    # said\n    c: x\n"
    )
    assert read(with_comment(source, ("a", 0, "c"), "said")) == read(source)


def test_what_is_taken_out_goes_with_the_comment_above_it() -> None:
    source = "a: 1\n\n# About b.\n# More about b.\nb:\n  - x\n\n# About c.\nc: 2\n"
    assert edit_content(source, {("b",): None}) == "a: 1\n\n# About c.\nc: 2\n"
    assert edit_content("a:\n  - x\n  - y\n", {("a", 0): None}) == "a:\n  - y\n"


def test_entries_of_a_list_that_stay_keep_their_lines_and_comments() -> None:
    source = "text:\n  - heading: 'One'\n\n  # kept\n  - paragraph: >-\n      two\n      words\n  - heading: Three\nend: x\n"
    new = edit_content(
        source,
        {
            ("text",): [
                {"heading": "One"},
                {"bullets": ["a", "b: c"]},
                {"paragraph": "two words"},
                {"heading": "4"},
            ]
        },
    )
    assert new == (
        "text:\n  - heading: 'One'\n"
        "  - bullets:\n      - a\n      - >-\n        b: c\n"
        "\n  # kept\n  - paragraph: >-\n      two\n      words\n"
        "\n  - heading: 4\nend: x\n"
    )


def test_brackets_and_braces_are_written_out() -> None:
    source = "a: {b: [1, 2], c: 3}\nd: 4\n"
    new = edit_content(source, {("a", "b", 1): "two"})
    assert read(new) == {"a": {"b": ["1", "two"], "c": "3"}, "d": "4"}
    assert edit_content("a: [1, 2]\n", {("a",): ["1"]}) == "a:\n  - 1\n"


@pytest.mark.parametrize(
    "location", [("text", 99), ("settings", "school", "x"), ("nothing", "here"), ("text", "x")]
)
def test_a_location_that_leads_nowhere_is_an_error_of_the_caller(location: tuple[str | int, ...]) -> None:
    with pytest.raises(KeyError):
        edit_content(GOOD, {location: "x"})


texts = st.text("aB1 :#-?|>'\"{}[]*&!%@`,.\n\\~é学", max_size=120)


@pytest.mark.slow
@examples(100)
@given(texts | st.text(max_size=40))
def test_any_text_comes_back_and_every_other_line_stays(text: str) -> None:
    wanted = "\n".join(filter(None, (" ".join(line.split()) for line in text.split("\n"))))
    new = edit_content(SMALL, {("text", 1, "paragraph"): text, ("settings", "school"): text})
    before, after = read(SMALL), read(new)
    assert (after["text"][1]["paragraph"], after["settings"]["school"]) == (wanted, wanted)
    after["text"][1], after["settings"]["school"] = before["text"][1], before["settings"]["school"]
    assert after == before
    others = [line for line in SMALL.splitlines() if "old" not in line and "paragraph" not in line]
    assert [line for line in new.splitlines() if line in others] == others


passages = st.lists(
    st.sampled_from(read(SMALL)["text"])
    | st.dictionaries(st.sampled_from(["heading", "paragraph"]), texts, min_size=1, max_size=1),
    min_size=1,
    max_size=9,
)


@pytest.mark.slow
@examples(60)
@given(passages)
def test_any_list_of_passages_comes_back(wanted: list[dict[str, Any]]) -> None:
    def tidy(value: Any) -> Any:
        return "\n".join(filter(None, (" ".join(line.split()) for line in str(value).split("\n"))))

    read_back = read(edit_content(SMALL, {("text",): wanted}))["text"]
    assert read_back == [
        {key: value if isinstance(value, list) else tidy(value) for key, value in passage.items()}
        for passage in wanted
    ]
