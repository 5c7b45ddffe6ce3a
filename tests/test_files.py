"""Files are written whole or not at all."""

import errno
import os
import signal
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

import pytest

from handout.errors import OutputError
from handout.files import check_writable, remove_files, write_atomically, write_new

OLD, NEW = b"the previous PDF", b"the new PDF"


@pytest.fixture
def target(tmp_path: Path) -> Path:
    path = tmp_path / "mims-account.pdf"
    path.write_bytes(OLD)
    return path


def files_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def fail_with(number: int) -> Callable[..., NoReturn]:
    def fail(*_: object, **__: object) -> NoReturn:
        raise OSError(number, os.strerror(number))

    return fail


def test_new_bytes_take_the_place_of_the_old(target: Path) -> None:
    write_atomically(NEW, target)
    assert target.read_bytes() == NEW
    assert files_in(target.parent) == [target.name]


def test_a_missing_folder_is_made(tmp_path: Path) -> None:
    write_atomically(NEW, tmp_path / "a" / "b" / "c.pdf")
    assert (tmp_path / "a" / "b" / "c.pdf").read_bytes() == NEW


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_a_private_file_is_for_its_owner_even_in_place_of_a_public_one(target: Path) -> None:
    target.chmod(0o644)
    write_atomically(NEW, target, private=True)
    assert stat.S_IMODE(target.stat().st_mode) == 0o600


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_a_public_file_follows_the_umask(target: Path) -> None:
    before = os.umask(0o027)
    try:
        write_atomically(NEW, target)
    finally:
        os.umask(before)
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_a_private_file_is_private_from_its_first_byte(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    modes = []
    real = os.fsync

    def look(descriptor: int) -> None:
        modes.append(stat.S_IMODE(os.fstat(descriptor).st_mode))
        real(descriptor)

    monkeypatch.setattr(os, "fsync", look)
    write_atomically(NEW, target, private=True)
    assert modes == [0o600]


@pytest.mark.skipif(os.name == "nt", reason="Windows asks for a right to make links")
def test_a_link_is_replaced_and_what_it_points_to_stays(tmp_path: Path, target: Path) -> None:
    link = tmp_path / "link.pdf"
    link.symlink_to(target)
    write_atomically(NEW, link)
    assert link.read_bytes() == NEW
    assert target.read_bytes() == OLD


FAULTS = [
    ("fsync", errno.ENOSPC, "The disk is full."),
    ("fsync", errno.EDQUOT, "The disk is full."),
    ("fsync", errno.EIO, "The system says: "),
    ("open", errno.EACCES, "This folder cannot be written to."),
    ("open", errno.EROFS, "This folder cannot be written to."),
    ("open", errno.ENOSPC, "The disk is full."),
    ("replace", errno.EACCES, "Close the file in the PDF viewer and try again."),
    ("replace", errno.EIO, "The system says: "),
]


@pytest.mark.parametrize(("call", "number", "words"), FAULTS)
def test_a_failure_says_one_clear_line_and_leaves_the_previous_file_alone(
    target: Path, monkeypatch: pytest.MonkeyPatch, call: str, number: int, words: str
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(os, call, fail_with(number))
        with pytest.raises(OutputError) as caught:
            write_atomically(NEW, target)
    assert words in str(caught.value)
    assert str(target.parent) in str(caught.value)
    assert "\n" not in str(caught.value)
    assert target.read_bytes() == OLD
    assert files_in(target.parent) == [target.name]


@pytest.mark.skipif(os.name == "nt", reason="Windows sets no limit on a file's size")
def test_a_write_that_stops_halfway(target: Path) -> None:
    script = """
import resource, sys
from pathlib import Path
from handout.errors import OutputError
from handout.files import write_atomically

resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
try:
    write_atomically(b"x" * 5000, Path(sys.argv[1]))
except OutputError as error:
    print(error)
"""
    done = subprocess.run([sys.executable, "-c", script, target], capture_output=True, text=True, check=True)
    assert "File too large" in done.stdout
    assert target.read_bytes() == OLD
    assert files_in(target.parent) == [target.name]


@pytest.mark.parametrize("call", ["fsync", "replace"])
def test_ctrl_c_leaves_no_half_written_file(target: Path, monkeypatch: pytest.MonkeyPatch, call: str) -> None:
    def stop(*_: object, **__: object) -> NoReturn:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(os, call, stop)
        with pytest.raises(KeyboardInterrupt):
            write_atomically(NEW, target)
    assert target.read_bytes() == OLD
    assert files_in(target.parent) == [target.name]


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGKILL")
@pytest.mark.parametrize("call", ["fsync", "replace"])
def test_a_writer_killed_midway_leaves_the_previous_file_whole(target: Path, call: str) -> None:
    script = f"""
import os, sys, time
from pathlib import Path
from handout.files import write_atomically

def wait(*_args, **_kwargs):
    print("midway", flush=True)
    time.sleep(60)

os.{call} = wait
write_atomically(b"x" * 1_000_000, Path(sys.argv[1]))
"""
    with subprocess.Popen([sys.executable, "-c", script, target], stdout=subprocess.PIPE) as writer:
        assert writer.stdout is not None
        assert writer.stdout.readline() == b"midway\n"
        writer.kill()
    assert writer.returncode == -signal.SIGKILL
    assert target.read_bytes() == OLD


def test_a_folder_is_never_replaced(tmp_path: Path) -> None:
    folder = tmp_path / "output"
    folder.mkdir()
    with pytest.raises(OutputError, match="This is a folder"):
        write_atomically(NEW, folder)
    assert files_in(tmp_path) == ["output"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no named pipes")
def test_a_device_is_never_replaced(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(OutputError):
        write_atomically(NEW, tmp_path / "pipe")
    assert stat.S_ISFIFO((tmp_path / "pipe").stat().st_mode)


def test_a_file_where_a_folder_is_needed(target: Path) -> None:
    with pytest.raises(OutputError, match="A file is where a folder is needed"):
        write_atomically(NEW, target / "a.pdf")
    with pytest.raises(OutputError, match="A file is where a folder is needed"):
        write_atomically(NEW, target / "deeper" / "a.pdf")
    assert target.read_bytes() == OLD


def test_a_name_too_long(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="too long"):
        write_atomically(NEW, tmp_path / ("n" * 300))


def test_a_new_file_never_takes_the_place_of_another(target: Path) -> None:
    with pytest.raises(OutputError, match="exists already"):
        write_new(NEW, target)
    assert target.read_bytes() == OLD
    write_new(NEW, target.with_name("other.csv"))
    assert target.with_name("other.csv").read_bytes() == NEW


def test_files_are_removed_or_the_reason_is_given(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(os, "unlink", fail_with(errno.EACCES))
        with pytest.raises(OutputError, match="Close the file"):
            remove_files([target])
    assert target.exists()
    remove_files([target])
    assert not target.exists()


def test_a_folder_is_tried_without_a_trace(tmp_path: Path) -> None:
    check_writable(tmp_path)
    check_writable(tmp_path / "not" / "there" / "yet")
    assert files_in(tmp_path) == []


@pytest.mark.parametrize("number", [errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOSPC])
def test_a_folder_that_cannot_be_written_to_is_found_early(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    monkeypatch.setattr(os, "open", fail_with(number))
    with pytest.raises(OutputError):
        check_writable(tmp_path / "later")


@pytest.mark.skipif(os.name == "nt" or os.getuid() == 0, reason="needs a user who may not write everywhere")
def test_a_folder_of_somebody_else(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(OutputError, match="Choose another folder"):
        check_writable(tmp_path / "later")


def test_a_file_in_place_of_the_folder_is_found_early(target: Path) -> None:
    with pytest.raises(OutputError, match="A file is where a folder is needed"):
        check_writable(target)
