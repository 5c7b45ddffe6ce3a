"""Rows unlike the others, by rules of thumb at their border: just enough rows to tell, and just too few."""

from pathlib import Path

import pytest
from helpers.lists import names, workbook, write

from handout import HandoutError, read_students

CHILDREN = ["TAN MEI LING", "LIM HUI FEN", "ONG KAI LIN", "GOH JO ANN", "KOH YI HUI", "SIM AH GEOK"]


def rows_with_problems(folder: Path, text: str) -> list[int | None]:
    return [problem.place.row for problem in read_students(write(folder, "list.csv", text)).problems]


RACES = "No,Name,Class,Race\n1,TAN MEI,3A,Malay\n2,LIM JO,3A,Tamil\n"


def test_a_class_of_its_own_beside_a_cell_unlike_the_others_is_told(tmp_path: Path) -> None:
    (problem,) = read_students(
        write(tmp_path, "list.csv", f"{RACES}3,KOH AN,3A,Malay\n4,ANG HOE,Joy,Two words\n")
    ).problems
    assert problem.place.row == 5
    assert problem.flaw.what == "Column D has something else in this row than in all others."


@pytest.mark.parametrize(
    "rows",
    [
        "3,ANG HOE,Joy,Two words\n",  # too few rows
        "3,KOH AN,Joy,Malay\n4,ANG HOE,Joy,Two words\n",  # another child of the class
        "3,KOH AN,3A,Two words\n4,ANG HOE,Joy,Two words\n",  # another cell like it
        "3,KOH AN,3A,Malay\n4,ANG HOE,3A,Two words\n",  # the class of all
    ],
)
def test_a_cell_unlike_the_others_alone_is_not(tmp_path: Path, rows: str) -> None:
    assert rows_with_problems(tmp_path, RACES + rows) == []


def test_a_cell_unlike_the_others_in_a_list_without_classes_is_not(tmp_path: Path) -> None:
    text = f"{RACES}3,KOH AN,3A,Malay\n4,ANG HOE,3A,Two words\n".replace("3A", "")
    assert rows_with_problems(tmp_path, text) == []


def test_a_class_that_looks_like_none_is_told_beside_another(tmp_path: Path) -> None:
    alone = "No,Name,Class\n1,TAN MEI,Joy-Hope\n"
    assert rows_with_problems(tmp_path, alone) == []
    assert rows_with_problems(tmp_path, f"{alone}2,LIM JO,Joy-Care\n") == [2, 3]


MOTHERS = [f"{name},LIM AH {name.split()[1]},T17100{n}A\n" for n, name in enumerate(CHILDREN)]


@pytest.mark.parametrize(("full", "told"), [(4, True), (3, False)])
def test_what_nearly_all_cells_of_a_column_are(tmp_path: Path, full: int, *, told: bool) -> None:
    """Four of the five other rows have a mother's name; with three of four nobody can say what the column is."""
    rows = "".join([*MOTHERS[:full], "KOH YI HUI,,T171009A\n", "SIM AH GEOK,T171005A,\n"])
    found = rows_with_problems(tmp_path, f"Name,Mother,UIN\n{rows}")
    assert found == ([full + 3] if told else [])


@pytest.mark.parametrize(
    ("names", "told"),
    [
        ([*CHILDREN[:4], "Koh Mui", "Sunshine"], [7]),  # four of five others in capitals
        ([*CHILDREN[:4], "Koh Mui", "Suns"], [7]),
        ([*CHILDREN[:4], "Koh Mui", "Sun"], []),  # too short for a secret
        ([*CHILDREN[:3], "Koh Mui", "Sunshine"], []),
        ([*CHILDREN[:4], "CHONG", "Sunshine"], [7]),  # four of five others of several words
        ([*CHILDREN[:3], "CHONG", "Sunshine"], []),
        ([*CHILDREN[:3], "Sunshine"], [5]),
        (["TAN MEI", "LIM JO", "ONG KAI", "GOH LI", "Sunshine"], [6]),  # two words are several
        ([*CHILDREN[:2], "Sunshine"], []),  # too few rows
    ],
)
def test_one_word_that_is_written_unlike_the_names_may_be_a_secret(
    tmp_path: Path, names: list[str], told: list[int]
) -> None:
    rows = "".join(f"{n},{name}\n" for n, name in enumerate(names, 1))
    assert rows_with_problems(tmp_path, f"No,Name\n{rows}") == told


@pytest.mark.parametrize(
    ("small", "others", "told"),
    [(1, 4, [6]), (2, 3, []), (2, 9, [11, 12])],
)
def test_words_in_small_letters_are_usual_in_more_than_one_of_five_names(
    tmp_path: Path, small: int, others: int, told: list[int]
) -> None:
    names = [f"Tan {word}" for word in ("Mei", "Hui", "Kai", "Jo", "Yi", "Ah", "An", "Li", "Bo")[:others]]
    names += ["Ang Hoe sunshine", "Koh An moonlight"][:small]
    rows = "".join(f"{n},{name}\n" for n, name in enumerate(names, 1))
    assert rows_with_problems(tmp_path, f"No,Name\n{rows}") == told


@pytest.mark.parametrize(("others", "told"), [(2, []), (3, [5])])
def test_a_capital_within_a_word_is_odd_among_four_names_in_capitals(
    tmp_path: Path, others: int, told: list[int]
) -> None:
    rows = "".join(f"{n},{name}\n" for n, name in enumerate([*CHILDREN[:others], "ANG HOE BlueTiger"], 1))
    assert rows_with_problems(tmp_path, f"No,Name\n{rows}") == told


@pytest.mark.parametrize(
    ("classes", "told"),
    [
        (["3A", "3A", "3A", "3A", "Joy"], [6]),  # four of five are plain classes
        (["3A", "3A", "3A", "Joy"], []),
        (["Joy", "Joy", "Joy", "3A"], []),
        (["3A", "3A", "3A", "J&J", "J&J"], []),
        (["Joy", "Joy", "Joy", "Joy & Co"], [5]),
        (["J@y"], [2]),
    ],
)
def test_a_class_that_no_other_row_has(tmp_path: Path, classes: list[str], told: list[int]) -> None:
    rows = "".join(
        f"{n},{name},{one}\n" for n, (name, one) in enumerate(zip(CHILDREN, classes, strict=False), 1)
    )
    assert rows_with_problems(tmp_path, f"No,Name,Class\n{rows}") == told


@pytest.mark.parametrize(("numbers", "told"), [(("1", "2", "3", ""), [5]), (("1", "2", "", ""), [])])
def test_a_level_alone_is_a_class_with_a_number_beside_it_or_where_most_have_none(
    tmp_path: Path, numbers: tuple[str, ...], told: list[int]
) -> None:
    cells = zip(numbers, CHILDREN, ("3A", "3A", "3A", "3"), strict=False)
    rows = "".join(f"{','.join(row)}\n" for row in cells)
    assert rows_with_problems(tmp_path, f"No,Name,Class\n{rows}") == told
    numbered = rows.replace("\n,", "\n4,")
    assert rows_with_problems(tmp_path, f"No,Name,Class\n{numbered}") == []


@pytest.mark.parametrize(
    ("row", "what"),
    [
        (f"{'J' * 62} TAN,3A", ""),
        (f"{'J' * 63} TAN,3A", "The name has more than 66 letters."),
        (f"TAN MEI,{'J' * 30}", ""),
        (f"TAN MEI,{'J' * 31}", "The class cannot be right."),
    ],
)
def test_the_longest_name_and_class(tmp_path: Path, row: str, what: str) -> None:
    problems = read_students(write(tmp_path, "list.csv", f"No,Name,Class\n1,{row}\n")).problems
    assert [problem.flaw.what for problem in problems] == ([what] if what else [])


@pytest.mark.parametrize(("letters", "is_class"), [(20, True), (21, False)])
def test_the_longest_class_in_a_title(tmp_path: Path, letters: int, *, is_class: bool) -> None:
    path = write(tmp_path, "list.csv", f"Class: {'J' * letters}\nNo,Name\n1,TAN MEI\n")
    assert names(path) == [("J" * letters if is_class else "", "1", "TAN MEI")]


def test_a_heading_of_names_alone_is_among_the_first_forty_rows(tmp_path: Path) -> None:
    assert names(write(tmp_path, "list.csv", "x\n" * 39 + "Name\nTAN MEI\n")) == [("", "", "TAN MEI")]
    with pytest.raises(HandoutError, match="No row among the first 40"):
        read_students(write(tmp_path, "list.csv", "x\n" * 40 + "Name\nTAN MEI\n"))


@pytest.mark.parametrize(("words", "children"), [("A B C D E F", 3), ("A B C D E F G", 2)])
def test_seven_words_alone_in_a_row_are_a_remark(tmp_path: Path, words: str, children: int) -> None:
    text = f"No,Name,Class\n1,TAN MEI,\n2,LIM JO,\n,{words},\n"
    roster = read_students(write(tmp_path, "list.csv", text))
    assert len(roster.students) == children
    told = [note.place.row for note in roster.notes if "left out: a remark" in note.what]
    assert told == ([4] if children == 2 else [])


@pytest.mark.parametrize(
    ("children", "moved", "asked"),
    [(3, 1, False), (2, 1, True), (13, 4, True), (12, 3, False)],  # more than a third, or more than three
)
def test_the_children_of_one_worksheet_in_another_class_on_the_next(
    tmp_path: Path, children: int, moved: int, *, asked: bool
) -> None:
    head = ["No", "Name", "Class"]
    pupils = [[n, f"TAN {chr(64 + n) * 3}", "3A"] for n in range(1, children + 1)]
    later = [[*pupil[:2], "3B"] if pupil[0] <= moved else pupil for pupil in pupils]
    roster = read_students(workbook(tmp_path, ("3A", [head, *pupils]), ("3B", [head, *later])))
    assert [question.flaw.what for question in roster.questions] == (
        ['Worksheets "3A" and "3B" have the same children. Which worksheets are to be read?'] if asked else []
    )
    assert len(roster.students) == (0 if asked else children + moved)


def test_a_worksheet_of_names_alone_beside_one_with_numbers_is_asked_about(tmp_path: Path) -> None:
    bare = ("JOY", [["Name"], ["LIM JO"]])
    (question,) = read_students(
        workbook(tmp_path, ("HOPE", [["No", "Name"], [1, "TAN MEI"]]), bare)
    ).questions
    assert question.flaw.what.startswith(
        'Worksheet "JOY" has names, but neither numbers, classes nor usernames.'
    )
    both = workbook(tmp_path, ("HOPE", [["Name"], ["TAN MEI"]]), bare)
    assert names(both) == [("HOPE", "", "TAN MEI"), ("JOY", "", "LIM JO")]


@pytest.mark.parametrize(
    ("rows", "is_list"),
    [
        ([["LIM JO", "3B"]], True),
        ([["LIM JO", 2]], True),
        ([["LIM JO", "lim_jo@students.edu.sg"]], True),
        ([["LIM JO", "x1"]], False),
        ([["LIM", 2]], False),
        ([["LIM JO", 2, *"abcdefghij"]], True),
        ([["LIM JO", 2, *"abcdefghijk"]], False),  # more cells than a list has
        ([["x"]] * 49 + [["LIM JO", 2]], True),
        ([["x"]] * 50 + [["LIM JO", 2]], False),
    ],
)
def test_rows_like_a_list_without_headings_are_asked_about(
    tmp_path: Path, rows: list[list], *, is_list: bool
) -> None:
    path = workbook(tmp_path, ("3A", [["No", "Name"], [1, "TAN MEI"]]), ("Sheet2", rows))
    asked = [question.flaw.what for question in read_students(path).questions]
    what = 'Worksheet "Sheet2" has rows like a list, but no headings. Which worksheets are to be read?'
    assert asked == ([what] if is_list else [])


@pytest.mark.parametrize(("children", "told"), [(2, [3]), (3, [2, 3, 4])])
def test_one_word_alone_in_its_row_belongs_to_a_name_beside_it_where_most_names_have_several(
    tmp_path: Path, children: int, told: list[int]
) -> None:
    """With two other children nobody can say: only the class that it lacks is told."""
    names = ("TAN MEI", "ONG KAI", "RAJ KUMAR")[:children]
    first, *others = [
        f"{n},{name},3A,{name.lower().replace(' ', '_')}@students.edu.sg\n"
        for n, name in zip("134", names, strict=False)
    ]
    rows = "".join([first, ",BALASUBRAMANIAM,,\n", *others])
    assert rows_with_problems(tmp_path, f"No,Name,Class,Email\n{rows}") == told
