"""A printed set, verified against its list."""

from pathlib import Path

from handout import verify_set
from handout.model.content import Content
from handout.model.student import Roster

LIST = """No,Name,Class,Email,Password,Home Phone
1,TAN MEI,3A,tan_mei@students.edu.sg,Hunter2-Hunter2,91234567
2,TAN MEI LING,3A,tan_mei_ling@students.edu.sg,Correct-Horse9,91234568
3,MARY TAN,3A,mary_tan@students.edu.sg,Battery-Staple,91234569
4,LIM JO ANN,3A,,567A,91234560
1,RAJ KUMAR,3B,raj_kumar@students.edu.sg,Tr0ubador-and-3,91234561
"""


def verify(folder: Path, pdf: bytes, roster: Roster, content: Content) -> tuple[int, list[str]]:
    path = folder / "set.pdf"
    path.write_bytes(pdf)
    sheets, problems = verify_set(path, roster, content)
    return sheets, [problem.what for problem in problems]
