"""Pictures that cannot be printed are refused in words."""

import random
import struct
import zlib
from pathlib import Path

import pytest
from helpers.pictures import BOX, prepare_picture, saved
from helpers.school import draw_slide
from PIL import Image

from handout.errors import FlawError
from handout.pictures import unprintable
from handout.pictures.picture import Finish, Picture
from handout.pictures.prepare import prepare_pictures


class TestRefused:
    @pytest.mark.parametrize(
        ("data", "words"),
        [
            (b"", "is empty"),
            (b"no picture at all", "is not a picture"),
            (b"%PDF-1.7", "is a PDF"),
            (b"<svg xmlns='x'/>", "is an SVG drawing"),
            (b"<?xml version='1.0'?><!DOCTYPE svg [" + b"<!ENTITY a 'b'>" * 150 + b"]><svg/>", "is an SVG"),
            (b"<!DOCTYPE html><html><svg></svg>Not found</html>", "is a web page, not a picture"),
            (b"\0\0\0\x18ftypheic", "is a HEIC photo"),
            (b"%!PS-Adobe-3.0 EPSF-3.0", "is a PostScript file"),
            (b"\x89PNG\r\n\x1a\n", "is not a picture that can be read here"),
        ],
    )
    def test_what_is_no_picture(self, tmp_path: Path, data: bytes, words: str) -> None:
        (tmp_path / "a.png").write_bytes(data)
        with pytest.raises(FlawError, match=words) as error:
            prepare_picture(tmp_path / "a.png", *BOX)
        assert error.value.flaws[0].remedy

    def test_a_picture_cut_short(self, tmp_path: Path) -> None:
        draw_slide(tmp_path / "a.png", 1)
        (tmp_path / "a.png").write_bytes((tmp_path / "a.png").read_bytes()[:3000])
        with pytest.raises(FlawError, match="damaged or cut short"):
            prepare_picture(tmp_path / "a.png", *BOX)

    @pytest.mark.parametrize("size", [(1, 1), (7, 300), (300, 7), (8, 8)])
    def test_a_picture_of_a_website_that_only_holds_a_place(
        self, tmp_path: Path, size: tuple[int, int]
    ) -> None:
        flaw = unprintable("a.gif", saved(tmp_path, Image.new("RGB", size)).read_bytes())
        what = f'"a.gif" is only {size[0]} × {size[1]} pixels, too few to show anything.'
        assert (flaw.what if flaw else "") == ("" if size == (8, 8) else what)

    @pytest.mark.slow
    def test_too_many_pixels_are_refused_before_they_are_decoded(self, tmp_path: Path) -> None:
        path = saved(tmp_path, Image.new("1", (8000, 6000)))
        with pytest.raises(FlawError, match="more than 40 million pixels"):
            prepare_picture(path, *BOX)

    def test_a_bomb(self, tmp_path: Path) -> None:
        saved(tmp_path, Image.new("1", (8, 8)), "a.png")
        data = bytearray((tmp_path / "a.png").read_bytes())
        data[16:24] = struct.pack(">II", 60_000, 60_000)
        data[29:33] = struct.pack(">I", zlib.crc32(data[12:29]))
        (tmp_path / "a.png").write_bytes(data)
        with pytest.raises(FlawError, match="more than 40 million pixels"):
            prepare_picture(tmp_path / "a.png", *BOX)

    def test_a_missing_file_and_a_folder(self, tmp_path: Path) -> None:
        for path, words in ((tmp_path / "none.png", "There is no picture"), (tmp_path, "is a folder")):
            with pytest.raises(FlawError, match=words):
                prepare_picture(path, *BOX)

    def test_a_file_closed_to_us(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        def closed(*_: object) -> None:
            raise PermissionError

        monkeypatch.setattr(Path, "open", closed)
        with pytest.raises(FlawError, match="may not be read"):
            prepare_picture(tmp_path / "a.png", *BOX)

    @pytest.mark.slow
    @pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF", "WEBP", "BMP"])
    def test_a_file_damaged_anywhere_is_refused_or_printed(self, tmp_path: Path, kind: str) -> None:
        draw_slide(tmp_path / "whole.png", 1)
        small = Image.open(tmp_path / "whole.png").convert("RGB").resize((118, 66))
        whole = saved(tmp_path, small, "whole", format=kind).read_bytes()
        dice = random.Random(kind)
        for number in range(40):
            data = bytearray(whole)
            for _ in range(dice.choice((1, 4))):
                data[dice.randrange(min(len(data), dice.choice((64, len(data)))))] = dice.randrange(256)
            (tmp_path / f"{number}").write_bytes(data)
        found = prepare_pictures([tmp_path / f"{number}" for number in range(40)], Finish(*BOX))
        assert {type(item) for item in found} <= {Picture, FlawError}

    @pytest.mark.slow
    def test_one_bad_picture_does_not_hide_the_others(self, tmp_path: Path) -> None:
        draw_slide(tmp_path / "good.png", 1)
        (tmp_path / "bad.png").write_bytes(b"")
        found = prepare_pictures([tmp_path / "bad.png", tmp_path / "good.png"], Finish(*BOX))
        assert [type(item) for item in found] == [FlawError, Picture]
