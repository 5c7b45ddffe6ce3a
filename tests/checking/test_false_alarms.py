"""What a list and its pages may well hold raises no false alarm."""

from pathlib import Path

import pytest
from helpers.verifying import LIST, verify

from handout import class_set, read_students
from handout.model.content import Content
from handout.model.look import Look
from handout.model.student import Roster
from handout.printing.press import Press

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def roster(tmp_path_factory: pytest.TempPathFactory) -> Roster:
    path = tmp_path_factory.mktemp("list") / "list.csv"
    path.write_text(LIST, "utf-8")
    return read_students(path)


LONG_LIST = """No,Name,Class,Email
1,TAN MEI,3A,tan_mei@students.edu.sg
2,ALEXANDRIA CHRISTABELLE FERNANDEZ-WOLLSTONECRAFT DE SOUZA,3A,alexandria_c@students.edu.sg
3,LIM JO ANN,3A,lim_jo_ann_christabelle_elizabeth_fernandez@students.edu.sg
4,NUR AISYAH BINTE MUHAMMAD ILLYAS ABDUL RAHIM,3A,nur_aisyah_binte_muhammad_illyas_abdul_r@students.edu.sg
5,முகம்மது அப்துல் ரஹ்மான் கிருஷ்ணமூர்த்தி சுப்பிரமணியம் விஜயலட்சுமி,3A,vijaya@students.edu.sg
6,欧阳 Kai Wen,3A,ouyang_kai_wen@students.edu.sg
7,முகம்மது அப்துல் ரஹ்மான் சுப்பிரமணியம்,3A,abdul@students.edu.sg
"""


@pytest.mark.parametrize("large", [False, True], ids=["normal", "large"])
def test_names_and_usernames_of_several_lines_raise_no_false_alarm(
    tmp_path: Path, content: Content, large: bool
) -> None:
    path = tmp_path / "list.csv"
    path.write_text(LONG_LIST, "utf-8")
    roster = read_students(path)
    pdf = class_set(content, roster.students, Look(large=large), layout="sheet")
    assert verify(tmp_path, pdf, roster, content) == (7, [])


def test_plain_words_of_other_columns_raise_no_false_alarm(tmp_path: Path, content: Content) -> None:
    words = [
        "Page",
        "Link",
        "Span",
        "None",
        "2015",
        "0012",
        "567A",
        "Female",
        "Chinese",
        "Primary 3",
        "Part",
        "Document",
    ]
    rows = "".join(f"{n},CHILD {'ABCDEFGHIJKL'[n]}X,3A,{word}\n" for n, word in enumerate(words))
    (tmp_path / "list.csv").write_text("No,Name,Class,Remarks\n" + rows, "utf-8")
    roster = read_students(tmp_path / "list.csv")
    pdf = Press(content, roster.students, layout="sheet").print(roster.students, "3A")
    assert verify(tmp_path, pdf, roster, content) == (len(words), [])


@pytest.mark.parametrize("layout", ["pack", "slips"])
def test_a_name_inside_other_words_of_the_page_is_no_leak(
    tmp_path: Path, content: Content, layout: str
) -> None:
    path = tmp_path / "list.csv"
    path.write_text(
        "No,Name,Class,Username,Remark\n1,JOY,3 JOY,joy@students.edu.sg,Class 3 JOY\n"
        "5,TEO AH,3 JOY,teo_ah@students.edu.sg,Adobe\n2,TAN MEI,3 JOY,tan_mei@students.edu.sg,1999\n3,AN,3 JOY,an@students.edu.sg,3 JOY No. 1\n"
        "4,GRACE,3 JOY,grace@students.edu.sg,\n"
    )
    roster = read_students(path)
    assert not roster.problems
    pdf = class_set(content, roster.students, layout=layout, spares=1)
    assert verify(tmp_path, pdf, roster, content) == (5, [])


def test_a_class_called_like_a_child_is_no_name_outside_the_pages(tmp_path: Path, content: Content) -> None:
    path = tmp_path / "list.csv"
    path.write_text("Name,Class,Username\nPATIENCE,3 PATIENCE,patience@students.edu.sg\n")
    roster = read_students(path)
    assert verify(tmp_path, class_set(content, roster.students), roster, content) == (1, [])


@pytest.mark.parametrize("layout", ["pack", "sheet"])
def test_a_worked_out_username_of_two_lines_moves_what_is_below_it(
    tmp_path: Path, content: Content, layout: str
) -> None:
    long = "SITI NURULHUDAAISYAHA ABDULLAHMUHAMMAD RAHIM"
    path = tmp_path / "list.csv"
    path.write_text(
        f"Index,Name,Class,Username\n1,LIM HUI FEN,3A,\n2,TAN MEI LING,3A,\n3,{long},3A,\n", "utf-8"
    )
    roster = read_students(path, derive="always")
    assert [student.origin for student in roster.students] == ["derived"] * 3
    pdf = class_set(content, roster.students, layout=layout)
    assert verify(tmp_path, pdf, roster, content) == (3, [])
