"""What is below a list and is no child: totals, dates, the teacher's name."""

import re

LONGEST_FOOTER = 100  # letters; more are no line of a list

# A child may be called Total or Page: it takes more than the one word.
_MEMBERS = "(pupils?|students?|children|boys?|girls?|males?|females?)"
_FOOTER = rf"""(?ix)\W*(
    (grand\s+|sub-?\s*)? totals? (\W*\d.* | \s+(number|no|enrol?lment|strength|{_MEMBERS})\b.*)? \W*$
    | (number|no\.?) \s+ of \s+ {_MEMBERS} \b
    | {_MEMBERS} \s* [:=\d-]
    | \d+ \s+ {_MEMBERS} \b
    | class \s+ (size|strength) \b
    | ((report|list)\s+)? (generated|printed|prepared|checked|verified|approved|exported|downloaded|updated)
      (\s*: | \s+(from|on|by|at)\b | \s+\d)
    | last \s+ updated \b
    | end (\s+of\s+(the\s+)?(list|report|file|page|class)\b | \W*$)
    | ((co-?\s*)? form | class) \s+ teachers? \s* (: | mrs? | ms | mdm | miss | dr)
    | (signature|date) \s* :
    | signature \s+ of \b
    | copyright \s+ (moe | \W* \d)
    | ©
    | as \s+ at \s+ \d
    | page \s+ \d
    | source \s* :
    | (boys?|girls?|males?|females?|lelaki|perempuan) \W* $
    | new \s+ (pupils?|students?) \W* $
    | (strictly\s+)? (private(\s+and)?\s+)? confidential \b
    | (restricted | official | sensitive) (\W+ (open|closed|sensitive|normal|high|restricted) )* \W* $
    | averages? \b \W* (\d.*)? $
    | for \s+ (internal|official) \s+ use \b
    | (count | tally | jumlah (\s+(murid|pelajar|besar))? | 总(人)?数 | [cmt]l) \W* (\d.*)? $
    | (correct|updated|accurate) \s+ as \s+ (at|of) \b
    | (form\s+)? class \s* [:：]
    )"""  # compiled where a row has neither a register number nor a username


# Who signs a list, written in a cell of its own beside or below the name.
_ROLE = r"""(?ix)\W*(
    ((co-?|assistant|asst\.?)\s*)? (form|class|subject|homeroom) \s+ teachers? (\s+in-?charge)?
    | (vice[-\s]*)? principal | hod \b .{0,20} | head \s+ of \s+ department | year \s+ head
    | (name | signature) \s+ of \s+ (form|class) \s+ teacher | guru \s+ (kelas|darjah) | 班主任 | 级任老师
    )\W*"""


# In place of a name: a number that no child has yet, or no longer.
_VACANCY = re.compile(
    r"""(?ix)\W*(
    vacan(t|cy) | empty | blank | spare | reserved | cancelled | not\s+in\s+use | waiting\s+list | nil | none | \?+
    | tbc | tba | to\s+be\s+(confirmed|advised) | no\s+(such\s+)?(pupil|student|name) | new\s+(pupil|student)s?
    | loa | leave\s+of\s+absence | deceased | retained | resigned
    | (pupil\s+|student\s+)?(has\s+|have\s+)?
      (transferred|transfer|trf|trsf|xfer|withdrawn|withdrew|left|moved|migrated|emigrated|gone|posted)
      (\W*\d.* | \s+(out|away|school|overseas|to|in|on|from|since)\b.*)?
    )\W*""",
)


def is_role(text: str) -> bool:
    """Whether a cell says only who signs the list: Form Teacher, Principal."""
    return bool(re.fullmatch(_ROLE, text))


def is_vacancy(name: str) -> bool:
    """Whether words are in place of a name: VACANT, (Transferred out), to be confirmed."""
    return bool(_VACANCY.fullmatch(name))


def is_footer(name: str, register_number: str = "", username: str = "", class_name: str = "") -> bool:
    """Whether a row has words of a footer, and nothing of a child beside them.

    A register number or a username is a child's, and so is a class beside a single word; a figure under
    Class is a sum, and what follows a label with a colon is its value.
    """
    if register_number.isdigit() or (username and not username.isdigit()):
        return False
    texts = [text for text in (name, register_number) if text and not text.isdigit()]
    if class_name and not class_name.isdigit():
        texts = texts or [class_name]
        has_value = any(text.endswith((":", "：")) or any(map(str.isdigit, text)) for text in texts)
        if class_name not in texts and not has_value and not _is_words_of_a_footer(class_name):
            return False
    return bool(texts) and all(map(_is_words_of_a_footer, texts))


def _is_words_of_a_footer(text: str) -> bool:
    return len(text) <= LONGEST_FOOTER and bool(re.match(_FOOTER, text))
