"""Sets as they are printed, for who spoils them: one class in every layout, and packs of one of two classes."""

from collections.abc import Callable
from pathlib import Path

import pytest
from helpers.lists import read
from helpers.spoilt import LAYOUTS
from helpers.verifying import LIST as TWO_CLASSES

from handout import class_set, verify_set
from handout.model import Content, Look, Roster

LIST = """No,Name,Class,Email
1,ONG WEI LIN,3A,ong_wei_lin@students.edu.sg
2,SITI AMINAH,3A,siti_aminah@students.edu.sg
3,ARUN PILLAI,3A,
"""


@pytest.fixture(scope="session")
def roster(tmp_path_factory: pytest.TempPathFactory) -> Roster:
    return read(tmp_path_factory.mktemp("list"), LIST)


@pytest.fixture(scope="session")
def sets(content: Content, roster: Roster) -> dict[str, bytes]:
    """One of each layout, and packs of three pages, whose last sheets have blank backs."""
    layouts = {layout: class_set(content, roster.students, layout=layout) for layout in LAYOUTS}  # type: ignore[arg-type]
    return {**layouts, "three": class_set(content, roster.students, Look(guides_per_page=4))}


@pytest.fixture(scope="session")
def two_classes(tmp_path_factory: pytest.TempPathFactory) -> Roster:
    return read(tmp_path_factory.mktemp("list"), TWO_CLASSES)


@pytest.fixture(scope="session")
def packs(content: Content, two_classes: Roster) -> bytes:
    return class_set(content, two_classes.classes["3A"], spares=1)


@pytest.fixture
def found(tmp_path: Path, content: Content, roster: Roster) -> Callable[[bytes], list[str]]:
    """What verify has against a file."""

    def verify(pdf: bytes) -> list[str]:
        path = tmp_path / "set.pdf"
        path.write_bytes(pdf)
        return [problem.what for problem in verify_set(path, roster, content)[1]]

    return verify
