"""Words in columns that are not read that may mean that a child has left. What they say is never shown."""

import re
from collections.abc import Iterator, Sequence

from handout.classlist.candidates import Candidate
from handout.classlist.findings import Findings
from handout.classlist.headings import Heading, words_of
from handout.classlist.holdings import plain_cell
from handout.classlist.rows import Row, Source
from handout.classlist.vocabulary import PERSON, word_set
from handout.spreadsheets import column_letters

# Python compiles each pattern where it is first needed: most lists have no such column, and these take long to compile.
# A child who comes is "transferred in", "transferred from" or 转学生.
_LEFT = r"""(?ix)\W*((the\s+)?(pupil|student|child)\s+)?((has|have|had|is|was|will\s+be|to\s+be|already)\s+)*(
    withdrawn | withdrew | withdrawal | deceased | passed\s+away | expelled | graduated | emigrated | resigned
    | (transferred|transfer|trf|trsf|xfer) (?! \W* (in|from|student|pupil) \b) | left\s+(the\s+)?(school|us|sg|singapore)
    | (moved|posted|gone) \s+ (out|away|overseas|to) | migrated | migrating | dropped?\W*out | de-?\s*registered | discharged
    | (in-?|not\s+)active | no\s+longer | deactivated | leave\s+of\s+absence | loa
    | (tidak|tak)\s+aktif | berhenti | (ber)?pindah (?!\s+(masuk|dari)) | (ber)?tukar\s+sekolah | keluar | meninggal | diberhentikan
    )\b
    | \W* 已?(经)?(转学|转校)(?!生) | \W* 已?(经)?(离校|退学|休学|转出|停学|毕业|去世)
    | \W* (விலகி|மாற்றலாகி|இடமாற்ற)"""
# Plain only where the heading asks for it: a child may sit at the left.
_PERHAPS_LEFT = r"(?i)\W*(left\b(?!\W*hand).*|(moved|gone|out|exit(ed)?|ended|closed|disabled|suspended|cancelled|deleted)\W*(\d.*)?)"
_NO = r"(?i)\W*(no?|false|0|tidak|bukan|否|不|✗|✘)\W*"
_MAY_SAY = "is not read, but may say that this child has left. The page is made: look at the row, and take it out if so."
_STATUS = word_set(
    "status state remark remarks note notes comment comments action enrolment enrollment movement "
    "catatan ulasan 备注 状态 情况 备考"
)
_ACTIVE = word_set("active enrolled aktif current")
_LEAVING = word_set(
    "withdrawn withdrawal left leaving exit exited transferred inactive deregistered resigned"
)
_BESIDE = word_set("date day on last of school since status y n yes no has is the still out") | PERSON


def note_leaving(
    tables: Sequence[tuple[Source, Sequence[Row]]], candidates: Sequence[Candidate], findings: Findings
) -> None:
    """A note for each child whose row may say that the child has left: the office decides."""
    printed = {(candidate.row.worksheet, candidate.row.number): candidate for candidate in candidates}
    for source, rows in tables:
        own = [candidate for row in rows if (candidate := printed.get((row.worksheet, row.number)))]
        for place in source.table.columns:
            heading = source.table.heading(place)
            if place in source.columns.read or heading.is_ruled_out:
                continue
            label = f' "{heading.shown}"' if heading.shown else ""
            marked = set(_marked(heading, [candidate.row for candidate in own], place))
            for candidate in own:
                if candidate.row.number in marked:
                    findings.note(candidate, f"Column {column_letters(place)}{label} {_MAY_SAY}")


def _marked(heading: Heading, rows: Sequence[Row], place: int) -> Iterator[int]:
    """The numbers of the rows whose cell may mean that."""
    cells = {row.number: text for row in rows if (text := plain_cell(row.cell(place)))}
    words = set(words_of(heading.text))
    if words & _LEAVING and not words - _LEAVING - _BESIDE:
        marked = {number for number, text in cells.items() if not re.fullmatch(_NO, text)}
        yield from marked if len(marked) * 2 <= len(rows) else ()
    elif words & _ACTIVE and not words - _ACTIVE - _BESIDE:
        yield from (
            number for number, text in cells.items() if re.fullmatch(_NO, text) or re.match(_LEFT, text)
        )
    else:
        asks = not words or bool(words & _STATUS)
        for number, text in cells.items():
            if re.match(_LEFT, text) or (asks and re.fullmatch(_PERHAPS_LEFT, text)):
                yield number
