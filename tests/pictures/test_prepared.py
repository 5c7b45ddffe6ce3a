"""Prepared pictures: kept between runs, known by what they are, and never in the way."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from helpers.school import draw_slide

from handout.errors import FlawError
from handout.pictures import Finish, Folder, FromFiles, Kept, Memory, Picture, pack_all, prepared, unpack_all
from handout.pictures.prepared import key_of, pack, unpack

FINISH = Finish(142, 80)


class Counting:
    """A source that says which files it was asked for."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def pictures(self, paths: list[Path], finish: Finish) -> list[Picture | FlawError]:
        self.asked += [path.name for path in paths]
        return FromFiles().pictures(paths, finish)


@pytest.fixture
def slides(tmp_path: Path) -> list[Path]:
    for number in (1, 2):
        draw_slide(tmp_path / f"{number}.png", number)
    return [tmp_path / "1.png", tmp_path / "2.png"]


def test_bytes_give_the_picture_back(slides: list[Path]) -> None:
    for picture in FromFiles().pictures(slides, FINISH):
        assert unpack(pack(picture)) == picture


@pytest.mark.parametrize("damage", [b"", b"\0\0\0\x02{}", b"nonsense of some length"])
def test_other_bytes_are_no_picture(damage: bytes) -> None:
    with pytest.raises(ValueError, match=r"."):
        unpack(damage)


def test_one_file_holds_many(slides: list[Path]) -> None:
    one, two = FromFiles().pictures(slides, FINISH)
    assert unpack_all(pack_all({"b": two, "a": one})) == {"a": one, "b": two}
    assert pack_all({"b": two, "a": one}) == pack_all({"a": one, "b": two})


@pytest.mark.parametrize("in_folder", [True, False])
def test_a_second_run_makes_only_what_is_new(tmp_path: Path, slides: list[Path], in_folder: bool) -> None:
    store = Folder(tmp_path / "kept") if in_folder else Memory({})
    first, second = Counting(), Counting()
    wanted = Kept(store, first).pictures(slides[:1], FINISH)
    found = Kept(store, second).pictures(slides, FINISH)
    assert first.asked == ["1.png"]
    assert second.asked == ["2.png"]
    assert found == [*wanted, *FromFiles().pictures(slides[1:], FINISH)]


@pytest.mark.slow
@pytest.mark.parametrize("other", [Finish(142, 79), Finish(142, 80, saver=True), Finish(142, 80, grey=True)])
def test_another_finish_is_another_picture(tmp_path: Path, slides: list[Path], other: Finish) -> None:
    store, source = Folder(tmp_path / "kept"), Counting()
    Kept(store, source).pictures(slides[:1], FINISH)
    assert Kept(store, source).pictures(slides[:1], other) == FromFiles().pictures(slides[:1], other)
    assert len(source.asked) == 2


@pytest.mark.slow
def test_a_changed_file_is_another_picture_whatever_its_name(tmp_path: Path, slides: list[Path]) -> None:
    source = Counting()
    kept = Kept(Folder(tmp_path / "kept"), source)
    kept.pictures(slides[:1], FINISH)
    draw_slide(slides[0], 7)
    assert kept.pictures(slides[:1], FINISH) == FromFiles().pictures(slides[:1], FINISH)


def test_a_file_that_cannot_be_printed_says_so_every_time(tmp_path: Path) -> None:
    (tmp_path / "bad.png").write_bytes(b"nothing")
    kept = Kept(Folder(tmp_path / "kept"), FromFiles())
    for _ in range(2):
        bad, missing = kept.pictures([tmp_path / "bad.png", tmp_path / "missing.png"], FINISH)
        assert "not a picture" in str(bad)
        assert "no picture" in str(missing)


def test_a_damaged_or_locked_folder_only_costs_time(tmp_path: Path, slides: list[Path]) -> None:
    folder = tmp_path / "kept"
    wanted = Kept(Folder(folder), FromFiles()).pictures(slides, FINISH)
    for file in folder.iterdir():
        file.write_bytes(file.read_bytes()[:-1])
    assert Kept(Folder(folder), FromFiles()).pictures(slides, FINISH) == wanted
    (tmp_path / "file").write_bytes(b"")
    assert Kept(Folder(tmp_path / "file" / "kept"), FromFiles()).pictures(slides, FINISH) == wanted


def test_the_longest_unused_are_deleted_first(
    tmp_path: Path, slides: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "kept"
    one, two = FromFiles().pictures(slides, FINISH)
    monkeypatch.setattr(prepared, "MOST_KEPT", len(pack(one)) + len(pack(two)) + 10)
    store = Folder(folder)
    store.put("one", one)
    store.put("two", two)
    for name, when in (("one", 2000), ("two", 1000)):  # two was used longer ago
        os.utime(folder / f"{name}.picture", (when, when))
    store.put("three", two)
    assert sorted(file.stem for file in folder.iterdir()) == ["one", "three"]


def test_the_key_shows_nothing_but_depends_on_everything() -> None:
    assert key_of(b"a", FINISH) != key_of(b"b", FINISH)
    assert key_of(b"a", FINISH) == key_of(b"a", Finish(142, 80))


@pytest.mark.slow
def test_kept_pictures_need_no_pillow(tmp_path: Path, slides: list[Path]) -> None:
    Kept(Folder(tmp_path / "kept"), FromFiles()).pictures(slides, FINISH)
    script = (
        "import sys; from pathlib import Path; from handout.pictures import *;"
        f"Kept(Folder(Path({str(tmp_path / 'kept')!r})), FromFiles()).pictures("
        f"[Path(name) for name in {[str(path) for path in slides]!r}], Finish(142, 80)); print('PIL' in sys.modules)"
    )
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "False"
