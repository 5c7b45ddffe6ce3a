"""Text as the operators that show it, and the subset of each face that goes into the file."""

import unicodedata
from collections.abc import Iterator, Sequence
from itertools import pairwise

from handout.pdf.file import PdfFile, text_string
from handout.pdf.programs import descriptor, keeps_numbers, make_program
from handout.typesetting import EM, END, Cluster, Face, Glyph, is_right_to_left, language_of


class FontSet:
    """The glyphs of one document, face by face, and their codes.

    A code is the glyph's number in the file, two bytes long (Identity-H, ISO 32000-1, 9.7.5.2): no subset
    ever overflows, so one face is one font, and one table serves every text.
    """

    def __init__(self) -> None:
        self._subsets: dict[Face, _Subset] = {}
        self._embedded = False

    def show(self, face: Face, text: str, size: float) -> str:
        """The operators that show the text, kerned or shaped; a glyph that is new joins the subset.

        Raises ValueError where the face has no glyph, or where the subset is in the file already: a
        letter that came too late would print as nothing.
        """
        subset = self._subset(face)
        if face.simple.issuperset(text):
            codes = "".join(map(subset.codes.__getitem__, pairwise(f"{text}{END}")))
            shown = f"[<{codes}>] TJ" if ">" in codes else f"<{codes}> Tj"
            return shown if text.isascii() else _marked(shown, language_of(text))
        return _marked(subset.shaped(text, size), language_of(text))

    def learn(self, face: Face, text: str) -> None:
        """Take the glyphs of a text into the subset of a face."""
        subset = self._subset(face)
        if subset.letters.issuperset(text):
            return
        if face.simple.issuperset(text):
            for letter in sorted(set(text) - subset.letters):
                subset.code(face.glyphs[letter], letter)
            subset.letters.update(text)
        else:
            for cluster in face.shape(text):
                for glyph in cluster.glyphs:
                    subset.code(glyph.number, glyph.text)

    def embed(self, file: PdfFile) -> dict[Face, int]:
        """Write each face's subset into the file; object number of every font."""
        self._embedded = True
        return {face: subset.embed(file) for face, subset in self._subsets.items()}

    def _subset(self, face: Face) -> "_Subset":
        if face not in self._subsets:
            self._subsets[face] = _Subset(face, closed=self._embedded)
        return self._subsets[face]


def _marked(shown: str, language: str) -> str:
    """Operators with the language of what they show, where it is known."""
    return f"/Span <</Lang({language})>> BDC {shown} EMC" if language else shown


def _units(text: str, clusters: Sequence[Cluster]) -> Iterator[tuple[str, list[Glyph]]]:
    """Pieces of a text whose letters are given as a whole where their glyphs do not spell them.

    What runs from right to left every reader turns round by itself, cluster by cluster. Of other scripts one
    piece is best: between two of them some readers see a space.
    """
    if is_right_to_left(text):
        yield from ((cluster.text, list(cluster.glyphs)) for cluster in clusters)
    else:
        yield text, [glyph for cluster in clusters for glyph in cluster.glyphs]


def _is_spelt(text: str, glyphs: Sequence[str]) -> bool:
    """Whether glyphs that stand for these letters give the text; a ligature may be one letter (NFKC)."""
    ordered = reversed(glyphs) if is_right_to_left(text) else glyphs
    return unicodedata.normalize("NFKC", "".join(ordered)) == text


class _Subset:
    """The glyphs of one face that a document uses."""

    def __init__(self, face: Face, *, closed: bool) -> None:
        self.face = face
        self.codes = _Codes(self)
        self.letters: set[str] = set()  # learnt
        self._closed = closed
        self._keeps_numbers = keeps_numbers(face)
        self._numbers: dict[int, int] = {}  # of each glyph, in the file
        self._texts: dict[int, str] = {}  # what each glyph stands for

    def code(self, glyph: int, text: str) -> str:
        """The code of a glyph, which joins the subset, and stands for this text."""
        known = self._texts.get(glyph)
        if known is None and self._closed:
            raise ValueError("a letter that was not learnt before the fonts were embedded")
        if known is None or text < known:  # a space and a no-break space share a glyph
            self._texts[glyph] = text
            self._numbers.setdefault(glyph, glyph if self._keeps_numbers else len(self._numbers) + 1)
        return f"{self._numbers[glyph]:04X}"

    def shaped(self, text: str, size: float) -> str:
        """The operators that set each glyph in its place, with the letters where the glyphs do not spell them."""
        shown = []
        for letters, glyphs in _units(text, self.face.shape(text)):
            operators = " ".join(self._placed(glyph, size) for glyph in glyphs)
            spelled = [glyph.text for glyph in glyphs]
            if not _is_spelt(letters, spelled):
                operators = f"/Span <</ActualText{text_string(letters)}>> BDC {operators} EMC"
            shown.append(operators)
        return " ".join(shown)

    def _placed(self, glyph: Glyph, size: float) -> str:
        """A glyph in its place, and the pen behind it; a number of TJ moves to the left."""
        code = self.code(glyph.number, glyph.text)
        back = glyph.right + self.face.advance(glyph.number) - glyph.advance
        shown = f"[{-glyph.right or ''}<{code}>{back or ''}] TJ"
        return f"{glyph.up * size / EM:.2f} Ts {shown} 0 Ts" if glyph.up else shown

    def embed(self, file: PdfFile) -> int:
        self._closed = True
        face = self.face
        program = make_program(face, self._numbers)
        program_number = file.add_stream(program.data, program.keys)
        descriptor_number = file.add(
            f"<</Type/FontDescriptor/FontName{program.name}{descriptor(face)}/{program.kind} {program_number} 0 R>>"
        )
        numbers = sorted((number, glyph) for glyph, number in self._numbers.items())
        widths = "".join(f"{number}[{face.advance(glyph)}]" for number, glyph in numbers)
        descendant = file.add(
            f"<</Type/Font/Subtype/{program.font_kind}/BaseFont{program.name}/FontDescriptor {descriptor_number} 0 R"
            "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
            f"{program.glyph_map}/W[{widths}]>>"
        )
        texts = [(number, self._texts[glyph]) for number, glyph in numbers]
        return file.add(
            f"<</Type/Font/Subtype/Type0/BaseFont{program.name}/Encoding/Identity-H"
            f"/DescendantFonts[{descendant} 0 R]/ToUnicode {file.add_stream(_to_unicode(texts))} 0 R>>"
        )


class _Codes(dict[tuple[str, str], str]):
    """A letter and the one that follows → its code in hexadecimal, and the kern between them (TJ's operand)."""

    def __init__(self, subset: _Subset) -> None:
        super().__init__()
        self._subset = subset

    def __missing__(self, pair: tuple[str, str]) -> str:
        letter, _ = pair
        face = self._subset.face
        code = self._subset.code(face.glyphs[letter], letter)
        # A number of TJ moves what follows to the left.
        if kern := face.advance(face.glyphs[letter]) - face.steps[pair]:
            code += f">{kern}<"
        self[pair] = code
        return code


def _to_unicode(texts: Sequence[tuple[int, str]]) -> bytes:
    """CMap from codes back to text, at most 100 to a block (Adobe Technical Note 5411)."""
    pairs = [f"<{code:04X}> <{text.encode('utf-16-be').hex().upper()}>" for code, text in texts]
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
