"""Three versions put together: nothing that either side wrote is lost, and only true conflicts are asked."""

from typing import Any, NoReturn

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handout.importing.merging import Conflict, merge_list, merge_value


def never(conflict: Conflict) -> NoReturn:
    raise AssertionError(conflict)


@pytest.mark.parametrize(
    ("before", "ours", "page", "merged"),
    [
        ("A. B.", "A. B.", "A. C.", "A. C."),
        ("A. B.", "A. C.", "A. B.", "A. C."),
        ("A. B.", "A. C.", "A. C.", "A. C."),
        ("A. B. C.", "A! B. C.", "A. B. C!", "A! B. C!"),
        (["a", "b"], ["a", "ours", "b"], ["a", "b", "page"], ["a", "ours", "b", "page"]),
        (["a", "b", "c"], ["a", "c"], ["a", "b", "c", "d"], ["a", "c", "d"]),
        (["a", "b"], ["a", "new", "b"], ["a", "new", "b"], ["a", "new", "b"]),
        ([{"p": "One two."}, {"q": "x"}], [{"p": "One two!"}, {"q": "x"}], [{"h": "new"}, {"p": "One two."}, {"q": "y"}], [{"h": "new"}, {"p": "One two!"}, {"q": "y"}]),
        ([{"n": ["first", "second"]}], [{"n": ["first one", "second"]}], [{"n": ["first", "second", "third"]}], [{"n": ["first one", "second", "third"]}]),
    ],
)  # fmt: skip
def test_changes_in_different_places_are_all_taken_in(before: Any, ours: Any, page: Any, merged: Any) -> None:
    assert merge_value(before, ours, page, never) == merged


@pytest.mark.parametrize("use_page", [True, False])
def test_what_both_changed_is_asked_once(use_page: bool) -> None:
    asked: list[Conflict] = []

    def choose(conflict: Conflict) -> bool:
        asked.append(conflict)
        return use_page

    before, ours, page = ["Same. Old one.", "b"], ["Same. Our one.", "b"], ["Same. Page's one.", "b"]
    merged = merge_list(before, ours, page, choose)
    assert merged == (page if use_page else ours)
    assert asked == [Conflict("Old one.", "Our one.", "Page's one.")]


def test_what_one_dropped_and_the_other_changed_is_asked() -> None:
    asked: list[Conflict] = []
    merged = merge_list(
        ["a", "some words", "c"], ["a", "some words here", "c"], ["a", "c"], lambda it: bool(asked.append(it))
    )
    assert merged == ["a", "some words here", "c"]
    assert asked == [Conflict("some words", "some words here", "")]


def test_a_text_that_both_wrote_again_is_asked_not_doubled() -> None:
    asked: list[Conflict] = []
    merged = merge_value(
        "One. Two.", "Other words.", "New page. New text.", lambda it: bool(asked.append(it))
    )
    assert merged == "Other words."
    assert asked == [Conflict("One. Two.", "Other words.", "New page. New text.")]


entries = st.lists(st.sampled_from(["One. Two.", "Three.", "Four. Five. Six.", "Seven"]), max_size=5)


@given(entries, entries)
def test_where_one_side_did_nothing_the_other_is_the_result(before: list[str], after: list[str]) -> None:
    assert merge_list(before, after, before, never) == after
    assert merge_list(before, before, after, never) == after
    assert merge_list(before, after, after, never) == after


@given(entries, entries, entries)
def test_what_either_side_added_is_in_the_result(before: list[str], ours: list[str], page: list[str]) -> None:
    for use_page, side in ((False, ours), (True, page)):
        merged = " ".join(merge_list(before, ours, page, lambda _, use=use_page: use))
        added = {word for entry in side for word in entry.split()} - {
            w for entry in before for w in entry.split()
        }
        assert added <= set(merged.split())


def test_an_entry_that_lost_its_list_on_the_page_is_asked() -> None:
    before = [{"text": "One.", "bullets": ["Deep."]}]
    ours = [{"text": "One, ours.", "bullets": ["Deep."]}]
    asked: list[Conflict] = []

    def note(conflict: Conflict) -> bool:
        asked.append(conflict)
        return True

    assert merge_list(before, ours, ["Another."], note) == ["Another."]
    assert len(asked) == 1
