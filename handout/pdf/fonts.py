"""The typefaces: what they can draw, how wide it is, and the subset that goes into the file."""

import zlib

from handout.pdf.file import PdfFile
from handout.typesetting import Face


class FontSet:
    """The characters of one document, face by face, and their codes.

    A code is the glyph's number in the embedded subset, two bytes long (Identity-H, ISO 32000-1,
    9.7.5.2): no subset ever overflows, so one face is one font and one table serves every text.
    """

    def __init__(self) -> None:
        self._subsets: dict[Face, _Subset] = {}
        self._embedded = False

    def encode(self, face: Face, text: str) -> str:
        """The text as the operand of a Tj operator; a character that is new gets a code.

        Raises ValueError where the face has no glyph, or where the subset is in the file already: a
        letter that came too late would print as nothing.
        """
        subset = self._subsets.get(face)
        if subset is None:
            subset = self._subsets[face] = _Subset(face, closed=self._embedded)
        return f"<{text.translate(subset)}>"

    def embed(self, file: PdfFile) -> dict[Face, int]:
        """Write each face's subset into the file; object number of every font."""
        self._embedded = True
        return {face: subset.embed(file) for face, subset in self._subsets.items()}


class _Subset(dict[int, str]):
    """A table from characters to codes: the glyphs used of one face, numbered from 1 as they come."""

    def __init__(self, face: Face, *, closed: bool) -> None:
        super().__init__()
        self.face = face
        self._closed = closed
        self._letters: list[str] = []  # the first letter drawn with glyph 1, 2, …
        # Number by glyph of the face: a space and a no-break space share one.
        self._numbers: dict[int, int] = {}

    def __missing__(self, code: int) -> str:
        # ValueError, for str.translate takes a LookupError to mean that the letter stays as it is.
        letter = chr(code)
        if self._closed:
            raise ValueError("a letter that the fonts were not told of before they were embedded")
        if letter not in self.face.widths:
            raise ValueError(f"{self.face.name} has no glyph for U+{code:04X}")
        glyph = self.face.file.charToGlyph[code]
        if glyph not in self._numbers:
            self._letters.append(letter)
            self._numbers[glyph] = len(self._letters)
        self[code] = f"{self._numbers[glyph]:04X}"
        return self[code]

    def embed(self, file: PdfFile) -> int:
        self._closed = True
        font = self.face.file
        program = self.face.subset(self._letters)
        name = f"/{_subset_tag(program)}+{font.name.decode()}"
        bounds = " ".join(f"{edge:g}" for edge in font.bbox)
        program_number = file.add_stream(program, f"/Length1 {len(program)}")
        descriptor = file.add(
            f"<</Type/FontDescriptor/FontName{name}/Flags {font.flags}/FontBBox[{bounds}]"
            f"/ItalicAngle {font.italicAngle:g}/Ascent {font.ascent:g}/Descent {font.descent:g}"
            f"/CapHeight {font.capHeight:g}/StemV {font.stemV:g}/FontFile2 {program_number} 0 R>>"
        )
        widths = " ".join(f"{self.face.widths[letter]:g}" for letter in self._letters)
        descendant = file.add(
            f"<</Type/Font/Subtype/CIDFontType2/BaseFont{name}/FontDescriptor {descriptor} 0 R"
            "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
            f"/CIDToGIDMap/Identity/W[1[{widths}]]>>"
        )
        to_unicode = file.add_stream(_to_unicode(self._letters))
        return file.add(
            f"<</Type/Font/Subtype/Type0/BaseFont{name}/Encoding/Identity-H"
            f"/DescendantFonts[{descendant} 0 R]/ToUnicode {to_unicode} 0 R>>"
        )


def _subset_tag(program: bytes) -> str:
    """Six letters that name the subset (ISO 32000-1, 9.6.4), made from its bytes so that they repeat."""
    digest = zlib.crc32(program)
    return "".join(chr(ord("A") + digest // 26**place % 26) for place in range(6))


def _to_unicode(letters: list[str]) -> bytes:
    """CMap from glyph numbers back to text, at most 100 to a block (Adobe Technical Note 5411)."""
    pairs = [f"<{number:04X}> <{ord(letter):04X}>" for number, letter in enumerate(letters, 1)]
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
