"""What of a class list is printed, and into which files."""

import pytest
from helpers.school import child

from handout.errors import UsageError
from handout.model.student import Student, spare_students
from handout.printing.print_order import Job, PrintOrder, by_file, people_of, plan

ANN, BEN, CAI, DAN = (
    child(name, "3A", number) for name, number in zip("ABCD", ["1", "2", "7", "12"], strict=True)
)
EVE, FAY = child("E", "5B", "1"), child("FAY FAY FAY", "5B", "2")
SCHOOL = {"3A": [ANN, BEN, CAI, DAN], "5B": [EVE, FAY]}


def files(jobs: list[Job]) -> list[str]:
    return [job.file for job in jobs]


def test_one_file_for_each_class_in_the_order_of_the_list() -> None:
    assert plan(SCHOOL, PrintOrder(spares=2)) == [
        Job("set", "mims-account-3A.pdf", "3A", [ANN, BEN, CAI, DAN], 2),
        Job("set", "mims-account-5B.pdf", "5B", [EVE, FAY], 2),
    ]


def test_one_class_alone() -> None:
    jobs = plan(SCHOOL, PrintOrder(classes=("5B",)))
    assert files(jobs) == ["mims-account-5B.pdf"]
    assert people_of(jobs) == [EVE, FAY]


@pytest.mark.parametrize("numbers", [("7", "12"), ("12", "7"), ("07", "012")])
def test_some_register_numbers(numbers: tuple[str, ...]) -> None:
    jobs = plan(SCHOOL, PrintOrder(numbers=numbers))
    assert files(jobs) == ["mims-account-3A-part.pdf"], "a reprint leaves the file of the whole class alone"
    assert people_of(jobs) == [CAI, DAN]


def test_a_reprint_of_all_numbers_leaves_the_file_of_the_class_alone() -> None:
    jobs = plan({"5B": [EVE, FAY]}, PrintOrder(numbers=("1", "2"), spares=3))
    assert jobs == [Job("set", "mims-account-5B-part.pdf", "5B", [EVE, FAY], 3, part=True)]


def test_a_number_in_several_classes() -> None:
    assert people_of(plan(SCHOOL, PrintOrder(numbers=("1",)))) == [ANN, EVE]


def test_a_file_for_each_child_is_named_by_class_and_number() -> None:
    jobs = plan({"3A": [ANN, DAN]}, PrintOrder(split=True, spares=2))
    assert jobs == [
        Job("set", "3A-01.pdf", "3A", [ANN], part=True),
        Job("set", "3A-12.pdf", "3A", [DAN], part=True),
        Job("set", "3A-spares.pdf", "3A", [], 2, part=True),
    ]


def test_children_with_one_number_or_none_do_not_share_a_file() -> None:
    twice, none, none_too = child("TWICE", number="1"), child("N", number=""), child("O", number="")
    jobs = plan({"3A": [ANN, twice, none, none_too]}, PrintOrder(split=True))
    assert files(jobs) == ["3A-01.pdf", "3A-01-2.pdf", "3A-no-number.pdf", "3A-no-number-2.pdf"]


def test_a_checklist_is_a_file_of_its_own() -> None:
    jobs = plan({"3A": [ANN, BEN]}, PrintOrder(checklist=True))
    assert jobs[1:] == [Job("checklist", "mims-account-3A-hand-out-list.pdf", "3A", [ANN, BEN])]
    assert people_of(jobs) == [ANN, BEN]


def test_a_checklist_has_a_row_for_each_spare() -> None:
    """Where the spares are in a file of their own, too."""
    for split in (False, True):
        *_, listed = plan({"3A": [ANN, BEN]}, PrintOrder(checklist=True, spares=2, split=split))
        assert listed.people == [ANN, BEN, *spare_students("3A", 2)]


def test_the_checklist_of_a_reprint_leaves_that_of_the_class_alone() -> None:
    jobs = plan({"3A": [ANN, BEN]}, PrintOrder(checklist=True, numbers=("2",)))
    assert jobs[1:] == [Job("checklist", "mims-account-3A-part-hand-out-list.pdf", "3A", [BEN])]


def test_a_proof_has_the_first_child_the_longest_name_and_a_spare() -> None:
    jobs = plan({"3A": [ANN, BEN], "5B": [EVE, FAY]}, PrintOrder(proof=True, split=True, spares=5))
    assert jobs == [
        Job("set", "mims-account-3A-proof.pdf", "3A", [ANN], 1, part=True),
        Job("set", "mims-account-5B-proof.pdf", "5B", [EVE, FAY], 1, part=True),
    ]


def test_a_class_asked_for_twice_is_printed_once() -> None:
    assert len(plan(SCHOOL, PrintOrder(classes=("3A", "3A")))) == 1


def refusal(classes: dict[str, list[Student]], order: PrintOrder) -> str:
    with pytest.raises(UsageError) as error:
        plan(classes, order)
    return str(error.value)


def test_an_unknown_class_names_those_there_are() -> None:
    told = refusal(SCHOOL, PrintOrder(classes=("9Z", "3A", "3a")))
    assert told == "--class: There is no class 9Z, 3a. The list has 3A, 5B."


def test_unknown_numbers_are_named() -> None:
    assert refusal(SCHOOL, PrintOrder(classes=("5B",), numbers=("1", "8", "99"))) == (
        "--only: There is no register number 8, 99 in class 5B."
        " Look at the class list, or take the number out."
    )


@pytest.mark.parametrize(("number", "asked"), [("", "0"), ("X7", "7"), ("70", "7")])
def test_another_number_is_not_the_child_s(number: str, asked: str) -> None:
    told = refusal({"3A": [child("A", number=number)]}, PrintOrder(numbers=(asked,)))
    assert f"no register number {asked} in class 3A" in told


def test_a_list_without_classes_says_so() -> None:
    told = refusal({"": [child("A", "")]}, PrintOrder(classes=("3A",)))
    assert told == "--class: There is no class 3A. The list has (no class)."


def test_the_files_of_a_list_without_classes() -> None:
    nobody_s = {"": [child("A", "", "1")]}
    assert files(plan(nobody_s, PrintOrder())) == ["mims-account-class.pdf"]
    assert files(plan(nobody_s, PrintOrder(split=True))) == ["class-01.pdf"]


@pytest.mark.parametrize("classes", [{}, {"3A": []}])
def test_nobody_to_print(classes: dict[str, list[Student]]) -> None:
    assert refusal(classes, PrintOrder()) == "ROSTER: There is nobody to print. Add a row for each child."


def test_a_class_with_nobody_is_passed_over() -> None:
    assert files(plan({"3A": [], "5B": [EVE]}, PrintOrder())) == ["mims-account-5B.pdf"]


def test_classes_whose_names_clash_have_files_of_their_own() -> None:
    names = ["3A", "3a", "3/A", "3-A", "..", "", "3A-hand-out-list", "3A-proof"]
    classes = {name: [child(name, name)] for name in names}
    made = [
        file
        for split in (True, False)
        for file in files(plan(classes, PrintOrder(split=split, checklist=True)))
    ]
    made += files(plan(classes, PrintOrder(proof=True)))
    written = set(made)
    assert len({file.casefold() for file in written}) == len(written) == 4 * len(names)
    assert "mims-account.pdf" not in written


def test_a_part_of_the_list_goes_into_the_same_files_as_the_whole() -> None:
    classes = {"3A": [ANN], "3a": [EVE, FAY]}
    whole = plan(classes, PrintOrder(split=True))
    assert plan(classes, PrintOrder(classes=("3a",), numbers=("2",), split=True)) == whole[2:]
    assert files(plan(classes, PrintOrder(classes=("3a",)))) == ["mims-account-3a-2.pdf"]


def test_whole_classes_and_single_children_of_others() -> None:
    order = PrintOrder(classes=("5B",), children=(("3A", 3), ("3A", 0), ("5B", 0)), checklist=True)
    assert plan(SCHOOL, order) == [
        Job("set", "mims-account-3A-part.pdf", "3A", [ANN, DAN], part=True),
        Job("checklist", "mims-account-3A-part-hand-out-list.pdf", "3A", [ANN, DAN]),
        Job("set", "mims-account-5B.pdf", "5B", [EVE, FAY]),
        Job("checklist", "mims-account-5B-hand-out-list.pdf", "5B", [EVE, FAY]),
    ]


def test_all_children_of_a_class_are_the_class() -> None:
    assert files(plan(SCHOOL, PrintOrder(children=(("5B", 0), ("5B", 1))))) == ["mims-account-5B.pdf"]


def test_all_classes_in_one_file() -> None:
    jobs = plan(SCHOOL, PrintOrder(together=True, checklist=True))
    assert [(file, [job.class_name for job in parts]) for file, parts in by_file(jobs).items()] == [
        ("mims-account-classes.pdf", ["3A", "5B"]),
        ("mims-account-hand-out-lists.pdf", ["3A", "5B"]),
    ]
    assert files(plan(SCHOOL, PrintOrder(classes=("5B",), together=True))) == ["mims-account-5B.pdf"]


@pytest.mark.parametrize(
    ("order", "ending"),
    [
        (PrintOrder(), ""),
        (PrintOrder(numbers=("2",)), "-part"),
        (PrintOrder(proof=True), "-proof"),
    ],
)
def test_slips_and_sheets_never_replace_the_pack(order: PrintOrder, ending: str) -> None:
    names = [
        files(plan({"3A": [ANN, BEN]}, order._replace(layout=layout)))
        for layout in ("pack", "sheet", "slips")
    ]
    assert names == [
        [f"mims-account-3A{ending}.pdf"],
        [f"mims-account-3A-sheet{ending}.pdf"],
        [f"mims-account-3A-slips{ending}.pdf"],
    ]


def test_slips_of_single_children_and_of_all_classes_have_names_of_their_own() -> None:
    assert files(plan({"3A": [ANN]}, PrintOrder("slips", split=True, spares=1))) == [
        "3A-01-slips.pdf",
        "3A-slips-spares.pdf",
    ]
    together = plan(SCHOOL, PrintOrder("slips", together=True, checklist=True))
    assert list(by_file(together)) == ["mims-account-classes-slips.pdf", "mims-account-hand-out-lists.pdf"]


def test_a_class_that_is_called_like_the_slips_of_another() -> None:
    classes = {"3A": [ANN], "3A-slips": [BEN]}
    packs, slips = plan(classes, PrintOrder()), plan(classes, PrintOrder("slips"))
    assert len({*files(packs), *files(slips)}) == 4
