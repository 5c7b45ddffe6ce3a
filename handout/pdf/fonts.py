"""Text as the operators that show it, and the subset of each face that goes into the file."""

import zlib
from collections.abc import Iterable, Mapping
from itertools import pairwise

from handout.pdf.file import PdfFile
from handout.typesetting import Face

_END = "\0"  # follows the last letter of a text


class FontSet:
    """The characters of one document, face by face, and their codes.

    A code is the glyph's number in the face, two bytes long (Identity-H, ISO 32000-1, 9.7.5.2): one face is
    one font, and one table serves every text.
    """

    def __init__(self) -> None:
        self._subsets: dict[Face, _Subset] = {}
        self._embedded = False

    def show(self, face: Face, text: str) -> str:
        """The operator that shows the text, kerned; a character that is new joins the subset.

        Raises ValueError where the face has no glyph, or where the subset is in the file already: a
        letter that came too late would print as nothing.
        """
        codes = "".join(map(self._subset(face).codes.__getitem__, pairwise(f"{text}{_END}")))
        return f"[<{codes}>] TJ" if ">" in codes else f"<{codes}> Tj"

    def learn(self, face: Face, letters: Iterable[str]) -> None:
        """Take these letters into the subset of a face."""
        subset = self._subset(face)
        for letter in letters:
            subset.code(letter)

    def embed(self, file: PdfFile) -> dict[Face, int]:
        """Write each face's subset into the file; object number of every font."""
        self._embedded = True
        return {face: subset.embed(file) for face, subset in self._subsets.items()}

    def _subset(self, face: Face) -> "_Subset":
        if face not in self._subsets:
            self._subsets[face] = _Subset(face, closed=self._embedded)
        return self._subsets[face]


class _Subset:
    """The glyphs of one face that a document uses."""

    def __init__(self, face: Face, *, closed: bool) -> None:
        self._face = face
        self._closed = closed
        self._letters: dict[int, str] = {}  # what each glyph stands for
        self.codes = _Codes(self)

    def code(self, letter: str) -> str:
        """The code of a letter, which joins the subset."""
        glyph = self._face.glyphs.get(letter)
        if glyph is None:
            raise ValueError(f"{self._face.name} has no glyph for U+{ord(letter):04X}")
        known = self._letters.get(glyph)
        if known is None and self._closed:
            raise ValueError("a letter that the fonts were not told of before they were embedded")
        if known is None or letter < known:  # a space and a no-break space share a glyph
            self._letters[glyph] = letter
        return f"{glyph:04X}"

    def kern(self, letter: str, following: str) -> int:
        return self._face.kerning[letter, following]

    def embed(self, file: PdfFile) -> int:
        self._closed = True
        face, letters = self._face, dict(sorted(self._letters.items()))
        program = face.subset(letters)
        name = f"/{_subset_tag(program)}+{face.path.stem}"
        program_number = file.add_stream(program, f"/Length1 {len(program)}")
        descriptor = file.add(
            f"<</Type/FontDescriptor/FontName{name}{face.descriptor}/FontFile2 {program_number} 0 R>>"
        )
        widths = "".join(f"{glyph}[{face.advance(glyph)}]" for glyph in letters)
        descendant = file.add(
            f"<</Type/Font/Subtype/CIDFontType2/BaseFont{name}/FontDescriptor {descriptor} 0 R"
            "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
            f"/CIDToGIDMap/Identity/W[{widths}]>>"
        )
        to_unicode = file.add_stream(_to_unicode(letters))
        return file.add(
            f"<</Type/Font/Subtype/Type0/BaseFont{name}/Encoding/Identity-H"
            f"/DescendantFonts[{descendant} 0 R]/ToUnicode {to_unicode} 0 R>>"
        )


class _Codes(dict[tuple[str, str], str]):
    """A letter and the one that follows → its code in hexadecimal, and the kern between them (TJ's operand)."""

    def __init__(self, subset: _Subset) -> None:
        super().__init__()
        self._subset = subset

    def __missing__(self, pair: tuple[str, str]) -> str:
        letter, following = pair
        code = self._subset.code(letter)
        if following != _END and (kern := self._subset.kern(letter, following)):
            code += f">{-kern}<"
        self[pair] = code
        return code


def _subset_tag(program: bytes) -> str:
    """Six letters that name the subset (ISO 32000-1, 9.6.4), made from its bytes so that they repeat."""
    digest = zlib.crc32(program)
    return "".join(chr(ord("A") + digest // 26**place % 26) for place in range(6))


def _to_unicode(letters: Mapping[int, str]) -> bytes:
    """CMap from glyph numbers back to text, at most 100 to a block (Adobe Technical Note 5411)."""
    pairs = [
        f"<{glyph:04X}> <{letter.encode('utf-16-be').hex().upper()}>" for glyph, letter in letters.items()
    ]
    blocks = [pairs[start : start + 100] for start in range(0, len(pairs), 100)]
    lines = [
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
        "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def",
        "/CMapName /Adobe-Identity-UCS def /CMapType 2 def",
        "1 begincodespacerange <0000> <FFFF> endcodespacerange",
        *(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks),
        "endcmap CMapName currentdict /CMap defineresource pop end end",
    ]
    return "\n".join(lines).encode("ascii")
