"""The same pack made by ours and by others, each in a process of its own: `python peers.py NAME FOLDER OUT`."""

import csv
import sys
from pathlib import Path

FAMILY = "Atkinson Hyperlegible"
TEXT_FIELDS = ("Name", "Class", "No.", "MIMS username")


def rows(folder: Path) -> list[dict[str, str]]:
    with (folder / "list.csv").open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def paragraphs(folder: Path) -> list[str]:
    from handout.content import Heading, Paragraph, load_content
    from handout.markup import plain

    texts = []
    for block in load_content(folder / "content.yaml").text:
        texts += (
            [plain(block.text)]
            if isinstance(block, (Heading, Paragraph))
            else [plain(item) for item in block.items]
        )
    return texts


def ours(folder: Path, out: Path, *, tagged: bool) -> None:
    from handout.content import load_content
    from handout.press import class_set
    from handout.students import read_students

    content = load_content(folder / "content.yaml")
    roster = read_students(folder / "list.csv", domain=content.settings.domain)
    out.write_bytes(class_set(content, roster.students, tagged=tagged))


def our_school(folder: Path, out: Path) -> None:
    """A file for each class, as the office prints a school."""
    from handout.content import load_content
    from handout.press import Press
    from handout.students import read_students

    content = load_content(folder / "content.yaml")
    roster = read_students(folder / "list.csv", domain=content.settings.domain)
    press = Press(content, roster.students)
    total = b"".join(press.print(students, name) for name, students in roster.classes.items())
    out.write_bytes(total)


def typst(folder: Path, out: Path, *, tagged: bool) -> None:
    import fontpkg
    import typst as engine

    def quoted(text: str) -> str:
        return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'

    people = ",".join(f"({','.join(quoted(value) for value in row.values())})" for row in rows(folder))
    text = "\n\n".join(f"#{quoted(words)}" for words in paragraphs(folder))
    source = f"""
#set page(paper: "a4", margin: (left: 20mm, rest: 15mm))
#set text(font: "{FAMILY}", size: 12pt, lang: "en")
#set document(title: "Class set")
#let people = ({people},)
#for (number, name, class, username) in people [
  = MIMS Account
  #block(stroke: 0.5pt, inset: 4mm, width: 100%)[
    Name: *#name* \\ Class: #class No.: #number \\
    MIMS username: #text(font: "IBM Plex Mono", size: 14pt, tracking: 0.06em)[#username] \\
    MIMS password: #box(width: 1fr, line(length: 100%)) \\
    New password: #box(width: 1fr, line(length: 100%))
  ]
  {text}
  #pagebreak()
  #for n in range(1, 9) [
    #image("images/mims" + str(n) + ".png", width: 142mm, alt: "Guide " + str(n))
    #if n == 3 or n == 6 {{ pagebreak() }}
  ]
  #pagebreak(weak: true)
]
"""
    (folder / "set.typ").write_text(source, "utf-8")
    fonts = [str(Path(fontpkg.path(name)).parent) for name in (FAMILY, "IBM Plex Mono")]
    options = {} if tagged else {"pdf_tags": False}
    engine.compile(str(folder / "set.typ"), output=str(out), font_paths=fonts, **options)


def reportlab(folder: Path, out: Path) -> None:
    """As one would write it: every paragraph of every page laid out for every child."""
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.lib.units import mm
    from reportlab.platypus import Image, PageBreak, Paragraph, SimpleDocTemplate, Spacer

    styles, texts, story = getSampleStyleSheet(), paragraphs(folder), []
    for row in rows(folder):
        story += [Paragraph("MIMS Account", styles["Title"])]
        story += [
            Paragraph(f"{label}: {value}", styles["Normal"])
            for label, value in zip(
                TEXT_FIELDS, (row["Name"], row["Class"], row["Index"], row["Username"]), strict=True
            )
        ]
        story += [Spacer(1, 40 * mm), *(Paragraph(words, styles["Normal"]) for words in texts)]
        for number in range(1, 9):
            story += [PageBreak()] if number in {1, 4, 7} else []
            story += [Image(str(folder / "images" / f"mims{number}.png"), 142 * mm, 79 * mm)]
        story += [PageBreak()]
    SimpleDocTemplate(str(out), pagesize=A4, topMargin=12 * mm, bottomMargin=12 * mm).build(story)


def fpdf2(folder: Path, out: Path) -> None:
    import fontpkg
    from fpdf import FPDF

    pdf = FPDF(format="A4")
    pdf.add_font("text", fname=str(fontpkg.path(FAMILY)))
    pdf.set_auto_page_break(False)
    texts = paragraphs(folder)
    for row in rows(folder):
        pdf.add_page()
        pdf.set_font("text", size=12)
        for label, value in zip(
            TEXT_FIELDS, (row["Name"], row["Class"], row["Index"], row["Username"]), strict=True
        ):
            pdf.cell(0, 10, f"{label}: {value}", new_x="LMARGIN", new_y="NEXT")
        pdf.ln(40)
        for words in texts:
            pdf.multi_cell(0, 6, words, new_x="LMARGIN", new_y="NEXT")
        for number in range(1, 9):
            if number in {1, 4, 7}:
                pdf.add_page()
            pdf.image(str(folder / "images" / f"mims{number}.png"), x=20, y=15 + (number - 1) % 3 * 85, w=142)
    pdf.output(str(out))


def weasyprint(folder: Path, out: Path) -> None:
    from html import escape

    from weasyprint import HTML

    texts = "".join(f"<p>{escape(words)}</p>" for words in paragraphs(folder))
    guides = "".join(f"<img src='images/mims{number}.png' class='n{number}'>" for number in range(1, 9))
    packs = "".join(
        f"<h1>MIMS Account</h1><p>Name: {escape(row['Name'])}</p><p>Class: {row['Class']} No.: {row['Index']}</p>"
        f"<p>MIMS username: {escape(row['Username'])}</p><div class='lines'></div>{texts}{guides}"
        for row in rows(folder)
    )
    style = "@page{size:A4;margin:15mm}h1{break-before:page}.lines{height:30mm}img{width:142mm;display:block}.n1,.n4,.n7{break-before:page}body{font:12pt sans-serif}"
    HTML(string=f"<html lang=en><style>{style}</style>{packs}", base_url=str(folder)).write_pdf(str(out))


MAKERS = {
    "ours": lambda folder, out: ours(folder, out, tagged=False),
    "ours, tagged": lambda folder, out: ours(folder, out, tagged=True),
    "ours, tagged, 48 files": our_school,
    "Typst": lambda folder, out: typst(folder, out, tagged=False),
    "Typst, tagged": lambda folder, out: typst(folder, out, tagged=True),
    "ReportLab, naive": reportlab,
    "fpdf2": fpdf2,
    "WeasyPrint": weasyprint,
}

if __name__ == "__main__":
    MAKERS[sys.argv[1]](Path(sys.argv[2]), Path(sys.argv[3]))
