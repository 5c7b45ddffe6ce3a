"""Sets that another program has saved again, without a change that anybody sees: all of them pass."""

import io
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from helpers.pdfs import reader, rewritten
from helpers.spoilt import LAYOUTS
from pypdf import PdfWriter

from handout import verify_set
from handout.model import Content, Roster

pytestmark = pytest.mark.slow


def by_qpdf(*options: str) -> Callable[[bytes, Path], bytes]:
    def save(pdf: bytes, folder: Path) -> bytes:
        if not shutil.which("qpdf"):
            pytest.skip("qpdf is not installed")
        (folder / "in.pdf").write_bytes(pdf)
        subprocess.run(["qpdf", *options, folder / "in.pdf", folder / "out.pdf"], check=True)
        return (folder / "out.pdf").read_bytes()

    return save


def by_pikepdf(**options: object) -> Callable[[bytes, Path], bytes]:
    def save(pdf: bytes, _: Path) -> bytes:
        pikepdf = pytest.importorskip("pikepdf")
        out = io.BytesIO()
        with pikepdf.open(io.BytesIO(pdf)) as opened:
            opened.save(out, **options)
        return out.getvalue()

    return save


def by_pypdf(pdf: bytes, _: Path) -> bytes:
    return rewritten(pdf, lambda _: None)


def compressed_by_pypdf(pdf: bytes, _: Path) -> bytes:
    writer = PdfWriter(clone_from=reader(pdf))
    for page in writer.pages:
        page.compress_content_streams()
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


SAVED = {
    "qpdf": by_qpdf(),
    "linearized": by_qpdf("--linearize"),
    "linearized without object streams": by_qpdf("--linearize", "--object-streams=disable"),
    "qdf": by_qpdf("--qdf"),
    "no object streams": by_qpdf("--object-streams=disable"),
    "uncompressed": by_qpdf("--stream-data=uncompress", "--normalize-content=y"),
    "recompressed": by_qpdf("--recompress-flate", "--compression-level=9"),
    "one content": by_qpdf("--coalesce-contents"),
    "pages again": by_qpdf("--pages", ".", "1-z", "--"),
    "pikepdf": by_pikepdf(),
    "pikepdf, linearized": by_pikepdf(linearize=True),
    "pypdf": by_pypdf,
    "pypdf, compressed": compressed_by_pypdf,
}


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("program", SAVED)
def test_a_set_that_was_saved_again_passes(
    tmp_path: Path, content: Content, roster: Roster, sets: dict[str, bytes], layout: str, program: str
) -> None:
    saved = SAVED[program](sets[layout], tmp_path)
    assert saved != sets[layout]
    (tmp_path / "set.pdf").write_bytes(saved)
    children, problems = verify_set(tmp_path / "set.pdf", roster, content)
    assert (children, [str(problem) for problem in problems]) == (3, [])
