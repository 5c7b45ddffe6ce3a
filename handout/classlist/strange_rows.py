"""Rows that are only unlike the others: moved cells or a secret may be in them, and the office may say that they are right."""

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence

from handout.classlist.cell_checks import MOVED, Wrong
from handout.classlist.headings import names_a_column
from handout.classlist.holdings import Kind, class_key, is_class, is_level, is_titled, kind_of, plain_cell
from handout.classlist.rows import Row, Source
from handout.classlist.usernames import RELATIONS
from handout.classlist.usual import NEARLY_ALL, Usual
from handout.classlist.vocabulary import word_set
from handout.errors import Flaw
from handout.spreadsheets import column_letters

_SHORT_NAME = 3  # letters: Ng, Li, Zul
_LEAST_SECRET = 12  # letters of a MIMS password
_SOME = 3  # rows: fewer tell nothing of what is usual
_NOBODY = word_set("test dummy demo sample trial student pupil account user admin guest temp")
_BRACKETED = re.compile(r"[(\[][^)\]]*[)\]]?")
_SMALL = word_set("bin binte binti alias anak daughter child vander della")  # words of names in small letters
_SIGNS = str.maketrans("", "", "-'’")
_CAPITAL_WITHIN = re.compile(r"[a-z]{3}[A-Z]")  # unlike McNeil, DeSouza


def strange_name(row: Row, usual: Usual) -> Wrong | None:
    """An adult's name; a class or remark in place of one; or a word that is not written as names are, as a secret may be."""
    if is_titled(row.name) and " " in row.name and not (row.register_number or row.username):
        return Flaw(
            "The name begins with a title such as Mr or Mrs.",
            "If this is no child, empty the row. Else write the name alone.",
        ), "name"
    if row.name.casefold().partition(" ")[0] in RELATIONS - {"bin"}:
        return Flaw("The name begins with a word such as BINTE or S/O.", "Write the whole name."), "name"
    if _NOBODY.issuperset(row.name.casefold().split()):
        return Flaw("The name is no child's.", "Write the name, or empty the row."), "name"
    if usual.classes[class_key(row.name)] or _has_odd_word(row, usual):
        how = "in capital letters as the others are" if usual.capitals else "as the others are"
        remedy = f"{MOVED} If it is the name, write it {how}."
        return Flaw("The name does not look like the others.", remedy), "name"
    return None


def _has_odd_word(row: Row, usual: Usual) -> bool:
    if len(row.name.split()) == 1:
        if not row.register_number and names_a_column(row.name):  # in a list that lies on its side
            return True
        unlike = usual.several_words and usual.capitals and _may_be_secret(row.name)
        is_letter = len(row.name) == 1 and row.name.isascii()
        return is_letter or unlike or _is_in_other_rows(row.name, row, usual)
    if row.name.isupper() or row.name.islower():
        return False
    return any(_is_odd(word, usual) for word in _BRACKETED.sub(" ", row.name).split())


def _is_odd(word: str, usual: Usual) -> bool:
    """Whether one of several words is not written as those of a name: all small, or with a capital within."""
    if not word.isascii() or word.isupper():
        return False
    is_small = word.islower() and word not in _SMALL and not usual.small_words
    is_mixed = bool(_CAPITAL_WITHIN.search(word)) or ("-" in word and len(word) >= _LEAST_SECRET)
    return (is_small and len(word) > _SHORT_NAME + 1) or (usual.capitals and is_mixed)


def _may_be_secret(word: str) -> bool:
    """Whether one word is not written as names are in a list of capitals, and long enough for a secret.

    Passwords are typed in Latin letters: a name in another script is none.
    """
    latin = all(
        letter.isascii() or "LATIN" in unicodedata.name(letter, "") for letter in word if letter.isalpha()
    )
    is_plain = word.isupper() and word.translate(_SIGNS).isalpha()
    return latin and len(word) > _SHORT_NAME and not is_plain


def _is_in_other_rows(text: str, row: Row, usual: Usual) -> bool:
    """Whether a text is in a column that is not read, in another row."""
    return usual.unread[text] > sum(text == row.cell(place) for place in usual.kinds)


def strange_class(row: Row, usual: Usual) -> Wrong | None:
    """A class that no other row has, where it is a remark of others, or the remark is a class of others."""
    text = row.class_name
    if not text or is_class(text) or is_level(text):
        return None
    remark = _is_in_other_rows(text, row, usual)
    swapped = any(usual.classes[class_key(row.cell(place))] > 1 for place in usual.kinds)
    few = usual.classes[class_key(text)] < 2
    if (few and (remark or swapped)) or (remark and usual.has_plain_classes):
        return Flaw("No other row has the class of this row, and it does not look like one.", MOVED), "class"
    return None


def odd_row(source: Source, row: Row, usual: Usual, domain: str) -> Wrong | None:
    """One word as a name, or a class of its own, beside an unread cell that is unlike all others of its column."""
    if usual.rows <= _SOME:
        return None
    one_word = usual.several_words and len(row.name.split()) == 1
    own_class = bool(row.class_name) and usual.classes[class_key(row.class_name)] < 2
    if one_word or own_class:
        for place, kinds in usual.kinds.items():
            kind = kind_of(plain_cell(row.cell(place)), domain)
            if source.table.heading(place).text and kinds[kind] == 1:
                what = f"Column {column_letters(place)} has something else in this row than in all others."
                return Flaw(what, f"{MOVED} Or empty that column."), None
    return None


def texts_from_beside(source: Source, rows: Sequence[Row], usual: Usual, domain: str) -> dict[int, set[str]]:
    """The texts in each unread column of the kind that the column beside it has nearly everywhere, and it has not."""
    if usual.rows <= _SOME:
        return {}
    unread = {place: kind for place, kinds in usual.kinds.items() if (kind := _common(kinds))}
    common: dict[int, Kind] = {**source.columns.read, **unread}
    found = {}
    for place, own in unread.items():
        beside = {common.get(place - 1), common.get(place + 1)} - {own, "empty", "word", "name", None}
        if own != "empty" and not beside.isdisjoint(usual.kinds[place]):
            texts = {plain_cell(row.cell(place)) for row in rows}
            found[place] = {text for text in texts if " " not in text and kind_of(text, domain) in beside}
    return found


def from_beside(row: Row, texts: Mapping[int, set[str]]) -> Wrong | None:
    """A cell with what the column beside it has in the other rows."""
    for place, odd in texts.items():
        if plain_cell(row.cell(place)) in odd:
            what = (
                f"Column {column_letters(place)} has in this row what the column beside it has in the others."
            )
            return Flaw(what, MOVED), None
    return None


def _common(kinds: Counter[Kind]) -> Kind | None:
    """What nearly all cells of a column are."""
    kind, count = kinds.most_common(1)[0]
    return kind if count >= NEARLY_ALL * (kinds.total() - 1) else None
