"""What is in the cell of a name beside the name: a remark, a role, another child, letters that were mixed up."""

import re
from collections.abc import Iterator

from handout.classlist.footers import is_role, is_vacancy
from handout.classlist.letters import one_spaced
from handout.classlist.resemblance import has_latin, shares_a_word, words_of_name
from handout.classlist.rows import Row, has_breaks
from handout.classlist.usernames import RELATIONS
from handout.classlist.vocabulary import word_set
from handout.errors import Flaw

# In brackets at a name or behind a sign, each word of it. No name has them there.
_REMARKS = word_set(
    "new leaving loa passed away absent twin twins elder younger repeat repeater retained retainee tbc pending "
    "example sample monitor monitress prefect chairman chairperson vice asst assistant remark remarks "
    "intl international student pupil boy girl male female lelaki perempuan "
    "asd adhd dyslexia dyslexic gep co form teacher aed hod staff"
)
_BEHIND = re.compile(r"[(\[]([^)\]]*)|(?:\s[-–]\s|/)([^-–/]+)$")
_SHORT_FORM = re.compile(r"[b-df-hj-np-tv-xz]+(?<!ng)|[a-z]")  # PR, FT, HCL, A; NG is a name
_EXAMPLE = re.compile(r"[(\[]*e\.g\.", re.IGNORECASE)
_MORE_THAN_A_NAME = re.compile(r"[^a-z ]|\sm(r|rs|dm|adam)\b", re.IGNORECASE | re.ASCII)
_SLASHED = re.compile(r"\b([sd]\s*/\s*o|a\s*/\s*[lp])\b", re.IGNORECASE)
_TWO_PEOPLE = re.compile(r"\s/|/\s|&|\s(mr|mrs|mdm|madam)\b", re.IGNORECASE)
_LINE = re.compile(r"[\r\n]+")
_OLD_WINDOWS = "cp1252"  # the encoding of Windows before UTF-8


def beside_name(row: Row) -> Flaw | None:
    """What is in the cell beside the name, and how to fix it."""
    if not _MORE_THAN_A_NAME.search(row.name):
        return None
    name = _SLASHED.sub(" ", one_spaced(row.name))
    one_child = "Write the child's name alone."
    if _TWO_PEOPLE.search(name):
        return Flaw("There may be two people in the name.", one_child)
    if _has_two_lines(row.name, row.username):
        return Flaw("There may be two people in the name: it has two lines.", one_child)
    if _has_remark(name):
        return Flaw(
            "There is a remark beside the name.", "Write the name alone. A child who has left needs no row."
        )
    if _is_garbled(row.name):
        what = "Letters with accents in the name were mixed up when the list was saved."
        return Flaw(what, "Type the name again.")
    return None


def _has_remark(name: str) -> bool:
    """Whether a name has a remark in brackets or behind a sign: (Withdrawn), (M), - LEFT, /NEW; or is an example."""
    return bool(_EXAMPLE.match(name)) or any(map(_is_remark, _asides(name)))


def _asides(name: str) -> Iterator[str]:
    for found in _BEHIND.finditer(name):
        yield "".join(found.groups("")).strip()


def _is_remark(text: str) -> bool:
    words = re.findall(r"[^\W_]+", text.casefold())
    if words == ["co"]:  # a name too
        return False
    return bool(words) and (
        is_role(text)
        or is_vacancy(text)
        or all(word in _REMARKS or _SHORT_FORM.fullmatch(word) for word in words)
    )


def _is_garbled(name: str) -> bool:
    """Whether letters with marks were saved as UTF-8 and read as the old Windows encoding: RENÃ‰E for RENÉE."""
    try:
        return not name.isascii() and name.encode(_OLD_WINDOWS).decode() != name
    except UnicodeError:
        return False


def _has_two_lines(name: str, username: str) -> bool:
    """Whether the lines of a cell are two whole names, which the username does not say are one."""
    if not has_breaks([name]):
        return False
    lines = [line.strip() for line in _LINE.split(name) if has_latin(line)]
    if len(lines) < 2:
        return False
    if username.count("@") > 1:
        return True
    return all(map(_is_whole, lines)) and not all(
        shares_a_word(username, words_of_name(line)) for line in lines
    )


def _is_whole(line: str) -> bool:
    """Whether a line may be a name by itself: two words or more, with nothing that goes on before or behind it."""
    words = line.casefold().split()
    return len(words) > 1 and words[0] not in RELATIONS and words[-1] not in RELATIONS and line[0] not in "(["
