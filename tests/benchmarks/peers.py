"""The same packs made by ours and by others: `python peers.py MAKER FOLDER OUT`, a fresh process for each.

The others find the text ready in words.json and the fonts in fonts/, so they pay for nothing of ours.
"""

import csv
import json
import sys
from pathlib import Path

FAMILY = "Atkinson Hyperlegible"
LABELS = ("Name", "Class", "No.", "MIMS username")
BLANKS = ("MIMS password", "New password")
NEW_PAGE = {1, 4, 7}  # the guides stand three to a page


def rows(folder: Path) -> list[dict[str, str]]:
    with (folder / "list.csv").open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def words(folder: Path) -> list[str]:
    return json.loads((folder / "words.json").read_text("utf-8"))


def fields(row: dict[str, str]) -> list[str]:
    values = row["Name"], row["Class"], row["Index"], row["Username"]
    return [f"{label}: {value}" for label, value in zip(LABELS, values, strict=True)]


def slide(folder: Path, number: int) -> str:
    return str(folder / "images" / f"mims{number}.png")


def ours(folder: Path, out: Path) -> None:
    from handout import class_set, load_content, read_students

    content = load_content(folder / "content.yaml")
    roster = read_students(folder / "list.csv", domain=content.settings.domain)
    (out / "set.pdf").write_bytes(class_set(content, roster.students))


def ours_kept(folder: Path, out: Path) -> None:
    """With the pictures of an earlier run, as the commands keep them."""
    from handout import load_content, read_students
    from handout.pictures import Folder, FromFiles, Kept
    from handout.printing import Press

    content = load_content(folder / "content.yaml")
    roster = read_students(folder / "list.csv", domain=content.settings.domain)
    press = Press(content, roster.students, source=Kept(Folder(folder / "kept"), FromFiles()))
    (out / "set.pdf").write_bytes(press.print(roster.students, roster.students[0].class_name))


def our_school(folder: Path, out: Path) -> None:
    """A file for each class, as the office prints a school."""
    from handout import load_content, read_students
    from handout.printing.press import Press

    content = load_content(folder / "content.yaml")
    roster = read_students(folder / "list.csv", domain=content.settings.domain)
    press = Press(content, roster.students)
    for name, students in roster.classes.items():
        (out / f"{name}.pdf").write_bytes(press.print(students, name))


def typst(folder: Path, out: Path) -> None:
    import typst as engine

    def quoted(text: str) -> str:
        return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'

    people = ",".join(f"({','.join(quoted(value) for value in row.values())})" for row in rows(folder))
    text = "\n\n".join(f"#{quoted(paragraph)}" for paragraph in words(folder))
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
    engine.compile(
        str(folder / "set.typ"),
        output=str(out / "set.pdf"),
        font_paths=[str(folder / "fonts")],
        ignore_system_fonts=True,
        pdf_tags=True,
    )


def reportlab(folder: Path, out: Path) -> None:
    """As one would write it first: every paragraph of every page laid out for every child."""
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.lib.units import mm
    from reportlab.platypus import HRFlowable, Image, PageBreak, Paragraph, SimpleDocTemplate

    styles, story = getSampleStyleSheet(), []
    for row in rows(folder):
        story += [Paragraph("MIMS Account", styles["Title"])]
        story += [Paragraph(field, styles["Normal"]) for field in fields(row)]
        for label in BLANKS:
            story += [Paragraph(label, styles["Normal"]), HRFlowable("100%", spaceBefore=5 * mm)]
        story += [Paragraph(paragraph, styles["Normal"]) for paragraph in words(folder)]
        for number in range(1, 9):
            story += [PageBreak()] if number in NEW_PAGE else []
            story += [Image(slide(folder, number), 142 * mm, 79 * mm)]
        story += [PageBreak()]
    document = SimpleDocTemplate(str(out / "set.pdf"), pagesize=A4, topMargin=12 * mm, bottomMargin=12 * mm)
    document.build(story)


def fpdf2(folder: Path, out: Path) -> None:
    from fpdf import FPDF

    pdf = FPDF(format="A4")
    pdf.add_font("text", fname=str(folder / "fonts" / "text.ttf"))
    pdf.set_auto_page_break(False)
    texts = words(folder)
    for row in rows(folder):
        pdf.add_page()
        pdf.set_font("text", size=12)
        for field in ("MIMS Account", *fields(row)):
            pdf.cell(0, 8, field, new_x="LMARGIN", new_y="NEXT")
        for label in BLANKS:
            pdf.cell(0, 12, label, border="B", new_x="LMARGIN", new_y="NEXT")
        for paragraph in texts:
            pdf.multi_cell(0, 6, paragraph, new_x="LMARGIN", new_y="NEXT")
        for number in range(1, 9):
            if number in NEW_PAGE:
                pdf.add_page()
            pdf.image(slide(folder, number), x=20, y=15 + (number - 1) % 3 * 85, w=142)
    pdf.output(str(out / "set.pdf"))


def weasyprint(folder: Path, out: Path) -> None:
    from html import escape

    from weasyprint import HTML

    style = """
@page { size: A4; margin: 15mm } body { font: 12pt sans-serif } h1 { break-before: page }
.blank { border-bottom: 1px solid; height: 12mm } img { width: 142mm; display: block }
.new { break-before: page }
"""
    blanks = "".join(f"<div class=blank>{label}</div>" for label in BLANKS)
    texts = "".join(f"<p>{escape(paragraph)}</p>" for paragraph in words(folder))
    guides = "".join(
        f"<img src='images/mims{number}.png' class={'new' if number in NEW_PAGE else 'next'}>"
        for number in range(1, 9)
    )
    packs = "".join(
        f"<h1>MIMS Account</h1>{''.join(f'<div>{escape(field)}</div>' for field in fields(row))}"
        f"{blanks}{texts}{guides}"
        for row in rows(folder)
    )
    html = HTML(string=f"<html lang=en><style>{style}</style>{packs}", base_url=str(folder))
    html.write_pdf(str(out / "set.pdf"))


MAKERS = {
    "ours": ours,
    "ours, pictures kept": ours_kept,
    "ours, 48 files": our_school,
    "Typst": typst,
    "ReportLab, naive": reportlab,
    "fpdf2": fpdf2,
    "WeasyPrint": weasyprint,
}

if __name__ == "__main__":
    MAKERS[sys.argv[1]](Path(sys.argv[2]), Path(sys.argv[3]))
