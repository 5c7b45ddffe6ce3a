"""What the tests share: a fictional school, its pictures, its children."""

import gc
import os
import shutil
from collections.abc import Iterator
from functools import partial
from hashlib import sha256
from itertools import count
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from helpers.pdfs import syntax_faults
from helpers.school import ROOT, SCHOOL_PAGE, child, draw_slide
from hypothesis import settings

from handout import load_content
from handout.model.content import Content
from handout.model.student import Student
from handout.pdf import Binder
from handout.pictures import FromFiles, Kept, Memory


@pytest.fixture(scope="session", autouse=True)
def every_pdf_is_sound(pytestconfig: pytest.Config) -> Iterator[None]:
    """Whatever PDF a test of the whole makes: it never leaves the binder with faulty syntax."""
    if is_quick(pytestconfig):
        yield
        return
    bind = Binder.bind
    sound = set()  # what is printed again is the same bytes

    def checked(self: Binder, *arguments: Any) -> bytes:
        pdf = bind(self, *arguments)
        seal = sha256(pdf).digest()
        if seal not in sound:
            assert syntax_faults(pdf) == []
            sound.add(seal)
        return pdf

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Binder, "bind", checked)
        yield


FOLDERS = count()
KEPT = Memory({})  # beside the fixture: a run that is forked for a changed line inherits it


@pytest.fixture(scope="session", autouse=True)
def each_picture_is_prepared_once() -> Iterator[None]:
    """The same slides are in hundreds of files: after the first they come from memory."""
    from_file = SimpleNamespace(pictures=partial(FromFiles.pictures, FromFiles()))
    kept = Kept(KEPT, from_file)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(FromFiles, "pictures", lambda _, paths, finish: kept.pictures(paths, finish))
        yield


# Machines are noisy: no example has a deadline. HYPOTHESIS_PROFILE=thorough looks ten times as long.
settings.register_profile("default", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True, print_blob=True)
settings.register_profile("thorough", deadline=None, max_examples=1000)
settings.register_profile("quick", deadline=None, max_examples=10)


gc.disable()  # what is imported and collected stays: to look through it for garbage takes seconds


def is_quick(config: pytest.Config) -> bool:
    return bool(config.option.markexpr == "not slow")


def pytest_configure(config: pytest.Config) -> None:
    """The quick tier looks at few examples, unless told otherwise."""
    usual = "quick" if is_quick(config) else "default"
    settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", usual))


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """The quick tier does not read a file that is slow as a whole."""
    if is_quick(config) and collection_path.suffix == ".py":
        return "\npytestmark = pytest.mark.slow\n" in collection_path.read_text("utf-8") or None
    return None


def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """The quick tier has a small computer's two processors; the whole, with its browsers, runs in one process."""
    return 2 if is_quick(config) else 0


def pytest_collection_finish() -> None:
    gc.freeze()
    gc.enable()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A browser on a busy machine loses a key or a click once in some thousands: such a test is tried once more.

    What is wrong fails twice; the report names what was tried again.
    """
    for item in items:
        if item.path.parent.name in ("lite", "web") and item.get_closest_marker("slow"):
            item.add_marker(pytest.mark.flaky(reruns=1))


@pytest.fixture(autouse=True, scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Prepared pictures of the tests are kept among the tests, not among the user's."""
    folder = tmp_path_factory.mktemp("cache")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(folder))
        patch.setenv("XDG_STATE_HOME", str(folder / "state"))
        yield folder


@pytest.fixture
def tmp_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of its own for a test. Pytest's also has a link to the newest: seconds, for a thousand of them."""
    folder = tmp_path_factory.getbasetemp() / str(next(FOLDERS))
    folder.mkdir()
    return folder


@pytest.fixture(scope="session")
def school(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the repository's content.yaml and eight drawn slides."""
    folder = tmp_path_factory.mktemp("school")
    shutil.copy(ROOT / "content.yaml", folder)
    (folder / "images").mkdir()
    for number in range(1, 9):
        draw_slide(folder / "images" / f"mims{number}.png", number)
    return folder


@pytest.fixture(scope="session")
def content(school: Path) -> Content:
    return load_content(school / "content.yaml")


@pytest.fixture(scope="session")
def real_content(tmp_path_factory: pytest.TempPathFactory) -> Content:
    """The repository's words with the school's own eight slides dropped over the pictures."""
    if not SCHOOL_PAGE.exists():
        pytest.skip("the school's page is not beside this checkout")
    folder = tmp_path_factory.mktemp("real")
    shutil.copy(ROOT / "content.yaml", folder)
    shutil.copytree(SCHOOL_PAGE / "images", folder / "images")
    return load_content(folder / "content.yaml")


@pytest.fixture
def three_a() -> list[Student]:
    """A small class with what a class has: short, long, without a username."""
    return [
        child("TAN MEI LING", number="1"),
        child("MUHAMMAD DANISH HAZIQ BIN ABDUL RAHMAN", number="2", username="danish_haziq@students.edu.sg"),
        child("Lim Jo", number="3", username=""),
    ]
