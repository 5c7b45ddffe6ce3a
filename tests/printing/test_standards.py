"""Every layout follows PDF/UA-1 and PDF/A-2a, as veraPDF reads them."""

from collections.abc import Sequence

import pytest
from helpers.mutants import FOR_VALIDATORS, FOR_VALIDATORS_OF_A_LIST
from helpers.pdfs import rewritten
from helpers.school import checklist, child
from helpers.verapdf import needs_verapdf, verapdf_faults

from handout import build_handout, class_set
from handout.model import Content, Look, Student, spare_students

pytestmark = pytest.mark.slow

LOOKS = {
    "large": Look(large=True),
    "saver": Look(saver=True),
    "grey": Look(grey=True),
}

NAMES = ["Nguyễn Thị Hoa", "கவிதா சுரேஷ்", "محمد أمير", "欧阳 Kai Wen"]


def _files(content: Content, students: Sequence[Student]) -> dict[str, bytes]:
    files = {"handout": build_handout(content)}
    files |= {f"handout-{name}": build_handout(content, look) for name, look in LOOKS.items()}
    for guides_per_page in (2, 3, 4):
        look = Look(guides_per_page=guides_per_page)
        files[f"pack-{guides_per_page}"] = class_set(content, students[:1], look, spares=1)
    for layout in ("sheet", "slips"):
        files[layout] = class_set(content, students, layout=layout, spares=1)
        files[f"{layout}-grey"] = class_set(content, students, Look(grey=True), layout=layout)
    files["sheet-large"] = class_set(content, students, Look(large=True), layout="sheet")
    files["list"] = checklist(content, "3A", [*students, *spare_students("3A", 1)])
    files["list-grey"] = checklist(content, "3A", students, Look(grey=True))
    return files


@needs_verapdf
def test_every_layout_is_valid_and_no_spoilt_file_is(content: Content, three_a: list[Student]) -> None:
    further = [
        child(name, number=str(number), username=f"child_{number}@students.edu.sg")
        for number, name in enumerate(NAMES, 4)
    ]
    sound = _files(content, [*three_a[1:], *further])
    spoilt = {change.__name__: rewritten(sound["pack-3"], change) for change in FOR_VALIDATORS}
    spoilt |= {change.__name__: rewritten(sound["list"], change) for change in FOR_VALIDATORS_OF_A_LIST}
    faults = verapdf_faults(sound | spoilt)
    assert {name: faults[name] for name in sound} == {name: [] for name in sound}
    assert [name for name in spoilt if not faults[name]] == []
