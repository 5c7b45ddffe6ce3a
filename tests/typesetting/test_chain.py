"""Which face draws which piece of a text, and which letters none can draw."""

import subprocess
import sys

import pytest

from handout.typesetting.chain import _has_fallback, in_faces, missing_characters
from handout.typesetting.faces import Face

NAMES = [
    "TAN MEI LING S/O D/O née O’Neil, Zoë @ Ångström-Łukasz (“x”)",
    "张伟",
    "欧阳 Kai Wen",
    "Nguyễn Thị Hoa",
    "கவிதா சுரேஷ்",
    "محمد أمير",
    "आरव शर्मा",
    "Дмитрий Иванов",
    "はなこ",
    "김민준",
    "Mei\u2010Ling",
    "Ａｎｎ ﬁ",
]


@pytest.mark.parametrize("name", NAMES)
def test_names_of_any_script_can_be_drawn(name: str) -> None:
    assert missing_characters(name) == ""
    for face in (Face.REGULAR, Face.BOLD, Face.ITALIC, Face.BOLD_ITALIC, Face.TYPED):
        assert all(drawn_by.letters.issuperset(text) for text, drawn_by in in_faces(name, face))


@pytest.mark.parametrize(
    ("text", "missing"), [("Ann\u200b", "\u200b"), ("😀 𓀀 😀", "😀𓀀"), ("Ann\xad", "\xad"), ("ↃA", "Ↄ")]
)
def test_what_cannot_be_drawn_is_named_once(text: str, missing: str) -> None:
    assert missing_characters(text) == missing


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("Tan Mei Ling", [("Tan Mei Ling", Face.BOLD)]),
        ("欧阳 Kai Wen", [("欧阳", Face.CHINESE_BOLD), (" Kai Wen", Face.BOLD)]),
        ("கவிதா சுரேஷ், A", [("கவிதா சுரேஷ்", Face.TAMIL_BOLD), (", A", Face.BOLD)]),
        ("محمد أمير", [("محمد أمير", Face.ARABIC_BOLD)]),
        ("محمد 2 أمير", [("محمد", Face.ARABIC_BOLD), (" 2 ", Face.BOLD), ("أمير", Face.ARABIC_BOLD)]),
        ("Å", [("Å", Face.BOLD)]),
        ("Ａ\u3000ﬁ", [("A ﬁ" if "ﬁ" in Face.BOLD.letters else "A fi", Face.BOLD)]),
    ],
)
def test_each_piece_is_in_the_first_face_that_has_it(text: str, pieces: list[tuple[str, Face]]) -> None:
    assert list(in_faces(text, Face.BOLD)) == pieces


def test_a_name_is_not_set_in_two_latin_faces() -> None:
    assert list(in_faces("Nguyễn Thị Hoa", Face.BOLD)) == [("Nguyễn Thị Hoa", Face.NOTO_BOLD)]
    assert [text for text, face in in_faces("Go → on", Face.REGULAR) if face is Face.REGULAR] == [
        "Go ",
        " on",
    ]


@pytest.mark.slow
def test_faces_are_read_only_for_their_letters() -> None:
    script = """
from handout.typesetting.chain import _has_fallback, in_faces, missing_characters
from handout.typesetting.faces import Face
def read():
    return {face.name.partition("_")[0] for face in Face if "font" in vars(face)}
assert missing_characters("Ångström") == "" and list(in_faces("Ångström", Face.BOLD))
assert list(in_faces("two\\nlines", Face.BOLD)) == [("two\\nlines", Face.BOLD)]
assert read() == {"REGULAR", "BOLD", "ITALIC", "TYPED"}, read()
assert missing_characters("Nguyễn") == "" and list(in_faces("Nguyễn", Face.BOLD))
assert read() == {"REGULAR", "BOLD", "ITALIC", "TYPED", "NOTO"}, read()
"""
    subprocess.run([sys.executable, "-c", script], check=True)


def test_without_the_extra_faces_their_letters_are_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Face.CHINESE, "letters", frozenset())
    _has_fallback.cache_clear()
    assert missing_characters("欧阳 Kai 欧") == "欧阳"
    _has_fallback.cache_clear()
