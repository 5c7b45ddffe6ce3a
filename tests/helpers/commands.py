"""The commands, run as a person at a terminal runs them."""

from pathlib import Path

import pypdf
from click.testing import CliRunner, Result

from handout.cli.commands import main

LIST = """\
Index,Name,Class,Username
1,TAN MEI LING,3A,tan_mei_ling@students.edu.sg
2,BENJAMIN ALEXANDER KOH,3A,benjamin_koh@students.edu.sg
7,LIM JO,3A,
1,NUR AISYAH,5B,nur_aisyah@students.edu.sg
"""

BAD_LIST = LIST + "8,,5B,secret words\n9,OOI KAI,5B,not a username\n"


def handout(*arguments: str) -> Result:
    return CliRunner().invoke(main, list(arguments), prog_name="handout")


def files_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir()) if folder.exists() else []


def page_count(path: Path) -> int:
    return len(pypdf.PdfReader(path).pages)
