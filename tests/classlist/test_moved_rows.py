"""Rows whose cells have moved: named by their number alone, printed nowhere; honest lists left in peace."""

from pathlib import Path

import pytest
from helpers.lists import SECRET, names, workbook, write

from handout import read_students
from handout.model import Roster


def only_row(roster: Roster, row: int) -> bool:
    """Tell whether one row has the only problem, and nothing of it is told."""
    return [problem.place.row for problem in roster.problems] == [row] and "LIM JO" not in repr(roster)


@pytest.mark.parametrize(
    "text",
    [
        f"No,Name,Class,Password,Email\n1,TAN MEI,3A,{SECRET},tan_mei@students.edu.sg\n2,LIM JO,{SECRET},lim_jo@students.edu.sg\n",
        f"No,Name,Password,Class\n1,TAN MEI,{SECRET},3A\n2,{SECRET},3A\n",
        "No,Name,Password,Class\n1,TAN MEI,Abcdefgh,3A\nLIM JO,Abcdefgh,3A\n",
        "No,Name,Class,Remarks\n1,TAN MEI,3A,\nLIM JO,3A,,\n",
        "No,Name,Class,Remarks\n1,TAN MEI,3A,\n2,LIM, JO,3A,\n",
        "No,Name,Class\n1,TAN MEI,3A\n2,3A,LIM JO\n",
        "No,Name,Class\n1,TAN MEI,3A\n2,LIM JO 2,3A\n",
        "No,Name,Class\n1,TAN MEI,3A\nx7,LIM JO,3A\n",
        "No,Name,Class\n1,TAN MEI,3A\n2,mother.lim@mail.com,3A\n",
        "No,Name,Class,CCA\n1,TAN MEI,Care,Choir\n3,ANN LEE,Care,\n2,LIM JO,Choir,Care\n".replace(
            "3,ANN", "2,ANN"
        ),
    ],
)
def test_a_row_that_does_not_fit_its_columns_is_named_and_not_shown(tmp_path: Path, text: str) -> None:
    roster = read_students(write(tmp_path, "list.csv", text))
    assert only_row(roster, text.count("\n"))
    assert SECRET not in repr(roster)
    assert "mother" not in repr(roster)


def test_a_name_with_an_at_sign_is_a_name(tmp_path: Path) -> None:
    rows = "1,AHMAD@ALI BIN OSMAN,3A\n2,GOH A. @ LIM,3A\n"
    roster = read_students(write(tmp_path, "list.csv", f"No,Name,Class\n{rows}"))
    assert [student.name for student in roster.students] == ["AHMAD@ALI BIN OSMAN", "GOH A. @ LIM"]


@pytest.mark.parametrize(
    "row",
    [
        [2, "LIM JO", SECRET, "lim_jo@students.edu.sg"],
        [2, SECRET, "x", "y", None],
        ["LIM JO", "3A", SECRET, "lim_jo@students.edu.sg"],
        [None, 2, "LIM JO", "3A", SECRET, "lim_jo@students.edu.sg"],
        [2, None, "LIM JO", "3A", SECRET, "lim_jo@students.edu.sg"],
        [2, "LIM JO", None, "3A", SECRET, "lim_jo@students.edu.sg"],
        [2, "Correct-Horse-Ab", "3A", SECRET, None],
    ],
)
def test_cells_of_a_workbook_that_have_moved(tmp_path: Path, row: list) -> None:
    heads = ["No", "Name", "Class", "Password", "Email"]
    rows = [
        [n, f"{name} TAN", "3A", SECRET, f"{name.lower()}_tan@students.edu.sg"]
        for n, name in enumerate(("ANN", "BEN", "MEI"), 3)
    ]
    roster = read_students(workbook(tmp_path, ("List", [heads, *rows, row])))
    assert only_row(roster, 5)
    assert SECRET not in repr(roster)
    assert "Horse" not in repr(roster)


def test_a_stray_quotation_mark_in_a_column_that_is_not_read(tmp_path: Path) -> None:
    text = 'No,Name,Class,Remarks\n1,TAN MEI,3A,"absent\n2,LIM JO,3A,late"\n3,ANN LEE,3A,\n'
    roster = read_students(write(tmp_path, "list.csv", text))
    assert [problem.place.row for problem in roster.problems] == [2]
    assert [student.name for student in roster.students] == ["ANN LEE"]


def test_an_address_on_two_lines_is_no_stray_quotation_mark(tmp_path: Path) -> None:
    text = 'No,Name,Address\n1,TAN MEI,"Block 5, Yishun\nSingapore 7, #02-01"\n2,LIM JO,\n'
    assert len(names(write(tmp_path, "list.csv", text))) == 2


@pytest.mark.parametrize(
    "text",
    [
        "No,Name,Class\n1,TAN MEI,3A,\n2,LIM JO,3A,\n",
        "No,Name,Class\n1,TAN MEI,3A\n2,LIM JO,3A,,,\n",
        'No;Name;Class\n1;"TAN, MEI";3A;\n2;"LIM, JO";3A;\n',
        "No,Name,Class\n1,TAN MEI,3A\n2,LIM JO,3A\n,,\n,,,,\n3,,3A\n4,,\n5,VACANT,3A\n6,(Transferred out),3A\n",
        "No,Name,Class,Email\n1,TAN MEI,3A,\nGIRLS,,,\n2,LIM JO,3A,\n,,,@students.edu.sg\nTotal,,,2\n",
        "No,Name,Class\n1,TAN MEI,3A\n,* New pupil,\n,Keep this page in the file of the class.,\n2,LIM JO,3A\n,For internal use only,\n",
        "Name,Class\n1. TAN MEI,3A\n2. LIM JO,3A\n",
    ],
)
def test_honest_lists_are_read_without_a_problem(tmp_path: Path, text: str) -> None:
    path = write(tmp_path, "list.csv", text)
    assert not read_students(path).problems
    assert [name.replace(",", "") for _, _, name in names(path)] == ["TAN MEI", "LIM JO"]


@pytest.mark.parametrize("class_name", ["Joy", "3B"])
def test_an_empty_cell_too_many_is_harmless_where_the_class_is_one_of_others_or_plainly_one(
    tmp_path: Path, class_name: str
) -> None:
    text = f"No,Name,Class\n1,TAN MEI,Joy\n2,ANN LEE,3A\n3,LIM JO,{class_name},\n"
    roster = read_students(write(tmp_path, "list.csv", text))
    assert not roster.problems
    assert len(roster.students) == 3


def test_an_empty_cell_too_many_is_told_where_the_class_is_of_no_other(tmp_path: Path) -> None:
    text = "No,Name,Class\n1,TAN MEI,Joy\n2,ANN LEE,Joy\n3,LIM JO,Care,\n"
    assert only_row(read_students(write(tmp_path, "list.csv", text)), 4)


def test_a_row_that_lost_its_name_is_no_vacancy(tmp_path: Path) -> None:
    for row in (
        "2,,3A,lim_jo@students.edu.sg,",
        "2,,3A,,T0000001A",
        "2,,3A,,lim_jo@students.edu.sg",
        ",,,,lim_jo@students.edu.sg",
    ):
        text = f"No,Name,Class,Email,NRIC\n1,TAN MEI,3A,tan_mei@students.edu.sg,T1\n{row}\n"
        assert [
            problem.place.row for problem in read_students(write(tmp_path, "list.csv", text)).problems
        ] == [3]


def test_a_cell_of_two_lines_in_a_workbook_is_no_row_of_its_own(tmp_path: Path) -> None:
    rows = [["No", "Name", "Remarks"], [1, "TAN MEI", "absent\n2,LIM JO,late"], [2, "LIM JO", "x"]]
    path = workbook(tmp_path, ("3A", rows))
    assert not read_students(path).problems
    assert names(path) == [("3A", "1", "TAN MEI"), ("3A", "2", "LIM JO")]


@pytest.mark.parametrize(
    ("row", "is_told"),
    [
        ('1,"TAN\nMEI",', True),  # in a column that is read
        ('1,"TAN\rMEI",', True),
        ('1,TAN MEI,"late\nill"', False),
        ('1,TAN MEI,"late, ill\n\n"', False),
        ('1,TAN MEI,"late,\nill"', False),  # no number, where rows begin with one
        ('1,TAN MEI,"late\n3,ill"', True),
        ('1,TAN MEI,"late,\n""3"" ill"', False),
        ('1,TAN MEI,"late\n""3"",ill"', True),
    ],
)
def test_a_line_that_breaks_where_a_row_may_begin(tmp_path: Path, row: str, *, is_told: bool) -> None:
    roster = read_students(write(tmp_path, "list.csv", f"No,Name,Remarks\n{row}\n2,LIM JO,\n"))
    told = ['A line breaks between two " in this row: the children of the next lines may be in it.']
    assert [problem.what for problem in roster.problems] == (told if is_told else [])


def test_a_name_merged_over_two_parents_is_one_child(tmp_path: Path) -> None:
    from openpyxl import load_workbook  # noqa: PLC0415 - only here

    rows = [["No", "Name", "Parent"], [1, "TAN MEI", "A"], [None, None, "B"], [2, "LIM JO", "C"]]
    path = workbook(tmp_path, ("3A", rows))
    book = load_workbook(path)
    for area in ("A2:A3", "B2:B3"):
        book.active.merge_cells(area)
    book.save(path)
    assert names(path) == [("3A", "1", "TAN MEI"), ("3A", "2", "LIM JO")]
    assert not read_students(path).problems
    typed = read_students(path, edits={("3A", 3, "A"): "5", ("3A", 3, "B"): "ANN LEE"})
    assert [student.name for student in typed.students] == ["TAN MEI", "LIM JO", "ANN LEE"]


def test_hidden_and_struck_out_rows_are_told(tmp_path: Path) -> None:
    from openpyxl import load_workbook  # noqa: PLC0415 - as above
    from openpyxl.styles import Font  # noqa: PLC0415

    path = workbook(tmp_path, ("3A", [["No", "Name"], [1, "TAN MEI"], [2, "LIM JO"], [3, "ANN LEE"]]))
    book = load_workbook(path)
    book.active.row_dimensions[3].hidden = True
    for cell in book.active[4]:
        cell.font = Font(strike=True)
    book.save(path)
    told = [note.what for note in read_students(path).notes if note.place.row]
    assert told == [
        "This row is hidden, but it has a page.",
        "This row is struck through, but it has a page: has the child left?",
    ]
    assert [student.name for student in read_students(path, skip_hidden=True).students] == [
        "TAN MEI",
        "ANN LEE",
    ]


def test_a_letter_that_no_typeface_has_leaves_the_name_to_be_written_by_hand(tmp_path: Path) -> None:
    roster = read_students(
        write(tmp_path, "list.csv", "No,Name,Email\n1,TAN \U00012000,tan@students.edu.sg\n2,LIM JO,\n")
    )
    first, second = roster.students
    assert (first.name, first.unprintable_name, first.username) == (
        "",
        "TAN \U00012000",
        "tan@students.edu.sg",
    )
    assert (second.name, second.unprintable_name) == ("LIM JO", "")
    assert not roster.problems
    assert any("to be written by hand" in note.what for note in roster.notes)


@pytest.mark.parametrize(("beside", "told"), [(["absent"], [3]), ([None, "absent"], [])])
def test_a_cell_without_a_heading_in_a_workbook_is_a_remark_where_it_is_parted_from_the_table(
    tmp_path: Path, beside: list, told: list[int]
) -> None:
    rows = [["No", "Name", "CCA", "Class"], [1, "TAN MEI", "Choir", "3A"], [2, "LIM JO", "Choir", "3A"]]
    rows[2] += beside
    roster = read_students(workbook(tmp_path, ("3A", rows)))
    assert [problem.place.row for problem in roster.problems] == told
    assert [student.name for student in roster.students] == ["TAN MEI", "LIM JO"][: 2 - len(told)]


def test_classes_in_place_of_names_are_no_names_with_a_number_before_them(tmp_path: Path) -> None:
    rows = "1,1 Care,TAN MEI\n2,1 Care,LIM JO\n3,2 Care,ANN LEE\n"
    assert not read_students(write(tmp_path, "list.csv", f"No,Name,Class\n{rows}")).students
    numbered = read_students(
        write(tmp_path, "list.csv", "Name,Class\n1 TAN MEI,3A\n2 LIM JO,3A\n3 ANN LEE,3A\n")
    )
    assert [student.name for student in numbered.students] == ["TAN MEI", "LIM JO", "ANN LEE"]
