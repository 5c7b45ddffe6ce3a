"""What is known of letters: direction, language, whether they are seen."""

import pytest

from handout.typesetting.letters import is_right_to_left, is_shaped, language_of, visible


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("கவிதா", "ta"),
        ("张伟", "zh"),
        ("山田 はなこ", "ja"),
        ("김민준", "ko"),
        ("محمد", ""),  # Malay, Urdu or Arabic
        ("आरव", ""),  # Hindi, Marathi or Nepali
        ("Nguyễn", ""),
        ("欧阳 Kai", ""),
        ("3A", ""),
    ],
)
def test_the_language_is_given_only_where_the_script_leaves_no_doubt(text: str, language: str) -> None:
    assert language_of(text) == language


def test_directions() -> None:
    assert is_right_to_left("(محمد")
    assert not is_right_to_left("Tan محمد")
    assert not is_right_to_left("123")


def test_what_takes_more_than_kerning() -> None:
    assert all(map(is_shaped, "கमم\u0308\u200d"))
    assert not any(map(is_shaped, "Åễи张"))


def test_what_is_not_seen() -> None:
    assert not visible("\u200b\xad\r\uffff\u202e")
    assert visible("a \u00a0\u200c") == set("a \u00a0\u200c")
