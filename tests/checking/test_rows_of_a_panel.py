"""The structure of a set, given by hand: which words are on which line of a panel, and where bookmarks lead."""

from collections.abc import Sequence
from types import SimpleNamespace

from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    NumberObject,
    TextStringObject,
)

from handout.checking.printed import Bookmark, Field, _bookmarks, _fields, _Leaf, _leaves
from handout.model import Labels

LABELS = Labels(
    "Name",
    "Class",
    "Register number",
    "Username",
    "Password",
    "New password",
    "Not given",
    "From the name: check it",
    "Portal",
    "Portal code",
)
NO_FILE = SimpleNamespace(pdf=None)
Word = tuple[int, str]  # the row, and what is in it


def fields(*words: Word, spoken: str = "") -> dict[str, Field]:
    """Each word with a mark of its own; the last one is spoken so."""
    says: Sequence[str] = [""] * (len(words) - 1) + [spoken]
    leaves = [
        _Leaf((1, row), 7, mark, said)
        for mark, ((row, _), said) in enumerate(zip(words, says, strict=True), 1)
    ]
    return _fields(leaves, {mark: text for mark, (_, text) in enumerate(words, 1)}, LABELS)


def test_all_that_is_in_the_row_of_a_label_is_its_value() -> None:
    found = fields((20, "Name:"), (20, "TANMEI"), (20, "LING"), (30, "Class"), (30, "3A"), spoken="3 A")
    assert found == {
        "name": Field("TANMEILING", frozenset({2, 3})),
        "class_name": Field("3A", frozenset({5}), "3A"),
    }


def test_words_of_no_row_with_a_label_are_no_value() -> None:
    assert fields((20, "Name:"), (20, "TANMEI"), (30, "LIMJO")) == {"name": Field("TANMEI", frozenset({2}))}
    assert fields((20, "TANMEI"), (20, "Name:")) == {"name": Field()}


def test_what_follows_the_words_about_a_username_is_no_value() -> None:
    row = ((20, "Username:"), (20, "tan_mei"), (20, "Fromthename:checkit"), (20, "lim_jo"))
    assert fields(*row) == {"username": Field("tan_mei", frozenset({2})), "worked_out": Field()}


def test_a_name_that_is_a_label_is_a_name() -> None:
    assert fields((20, "Name:"), (20, "Class")) == {"name": Field("Class", frozenset({2}))}


def test_a_second_line_for_the_password_is_another_line() -> None:
    assert list(fields((20, "Password:"), (30, "Password:"), (40, "Password:"))) == [
        "password",
        "password+",
        "password++",
    ]


def test_what_a_screen_reader_says_for_marks_and_in_which_row_they_are() -> None:
    mark = DictionaryObject(
        {
            NameObject("/MCID"): NumberObject(3),
            NameObject("/Pg"): IndirectObject(9, 0, NO_FILE),
        }
    )
    span = DictionaryObject(
        {
            NameObject("/S"): NameObject("/Span"),
            NameObject("/ActualText"): TextStringObject("tan_mei"),
            NameObject("/K"): ArrayObject([mark]),
        }
    )
    row = DictionaryObject({NameObject("/S"): NameObject("/P"), NameObject("/K"): span})
    (leaf,) = _leaves(row)
    assert leaf == _Leaf((id(row),), 9, 3, "tan_mei")


def entry(words: str, page: int, **others: DictionaryObject) -> DictionaryObject:
    made = DictionaryObject({NameObject("/Title"): TextStringObject(words)})
    made[NameObject("/Dest")] = ArrayObject([IndirectObject(page, 0, NO_FILE), NameObject("/Fit")])
    for name, other in others.items():
        made[NameObject(f"/{name}")] = other
    return made


def test_bookmarks_one_after_the_other_and_one_below_the_other() -> None:
    children = entry("3A No. 1", 50, Next=entry("3A No. 2", 60))
    outlines = DictionaryObject({NameObject("/First"): entry("Class 3A", 50, First=children)})
    below = [Bookmark("3A No. 1", 1, []), Bookmark("3A No. 2", 3, [])]
    assert list(_bookmarks(outlines, {50: [0], 60: [2]})) == [Bookmark("Class 3A", 1, below)]
