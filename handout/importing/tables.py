"""A simple table of the page is imported; any other is named."""

from handout.importing.inline import inline, is_inline, left_out, styled
from handout.importing.reading import Reading
from handout.importing.runs import as_words, is_bold, on_lines, plainer
from handout.importing.tree import Node
from handout.importing.words import counted, has_words, texts
from handout.model import Paragraph, Run, Table, Text

MOST_IN_A_ROW = 1500  # characters, were all its cells alike: a higher row does not fit on a page
COLUMNS = range(2, 7)  # of a table that a page has room for
_PARTS = {"thead", "tbody", "tfoot", "tr"}
_TOO_MUCH = ("table", "img", "iframe", "video", "audio", "form", "svg", "object", "embed")


def boxes(node: Node) -> list[Node]:
    """The cells of a table that only arranges: one below the other, or pictures beside their words; else none."""
    rows = _rows(node)
    widest = max(map(len, rows), default=0)
    one_has_words = all(sum(map(has_words, row)) <= 1 for row in rows)
    beside_pictures = bool(node.find("img")) and not node.find("th") and (widest == 2 or one_has_words)
    arranges = widest == 1 or beside_pictures or node.attributes.get("role") in {"presentation", "none"}
    captions = [kid for kid in node.nodes if kid.tag == "caption"]
    return [*captions, *(cell for row in rows for cell in row)] if arranges else []


def strays(node: Node) -> list[Node | str]:
    """What is in a table and in none of its cells; browsers show it above the table."""
    found: list[Node | str] = []
    for kid in node.kids:
        if isinstance(kid, str) or kid.tag not in {*_PARTS, "td", "th", "caption", "colgroup", "col"}:
            found.append(kid)
        elif kid.tag in _PARTS:
            found += strays(kid)
    return found


def hidden_parts(node: Node) -> list[Node]:
    """Rows and cells that the website does not show."""
    parts = [kid for kid in node.nodes if kid.tag in {*_PARTS, "td", "th"}]
    return [hidden for part in parts for hidden in ([part] if part.is_hidden else hidden_parts(part))]


def read_table(reading: Reading, node: Node, style: Run) -> None:
    """A head row, two to six columns, no pictures: a table. Else it is left out, unless there is nothing in it."""
    if not texts(node):
        return
    rows = _rows(node)
    table = _simple(reading, node, rows, style)
    if table is None:
        pictures = len(node.find("img"))
        more = f" with {counted(pictures, 'picture')}" if pictures else ""
        reading.leave_out(node, f"a table of {counted(len(rows), 'row')}{more}")
        return
    for caption in node.find("caption"):
        if text := reading.text(_runs(reading, caption.kids, style), caption.line):
            reading.add(caption.line, Paragraph(text))
    reading.add(node.line, table)


def _rows(node: Node) -> list[list[Node]]:
    """The cells of its own rows; those of a table inside a cell are that table's."""
    rows: list[list[Node]] = []
    for kid in sorted(node.nodes, key=lambda kid: kid.tag == "tfoot"):  # which browsers show last
        if kid.is_hidden:
            continue
        if kid.tag == "tr":
            rows.append([cell for cell in kid.nodes if cell.tag in {"td", "th"} and not cell.is_hidden])
        elif kid.tag in _PARTS:
            rows += _rows(kid)
    return [row for row in rows if row]


def _simple(reading: Reading, node: Node, cells: list[list[Node]], style: Run) -> Table | None:
    if any(inner.tag in _TOO_MUCH for kid in node.nodes for inner in kid.walk()) or not cells:
        return None
    if any(_spans(cell) for row in cells for cell in row) or len({len(row) for row in cells}) != 1:
        return None
    if any(len(" ".join(texts(cell))) > MOST_IN_A_ROW // len(row) for row in cells for cell in row):
        return None
    before = len(reading.remarks)
    found = [[_cell(reading, cell, style) for cell in row] for row in cells]
    head_is_marked = all(cell.tag == "th" for cell in cells[0])
    kept = [row for row in found if any(row)]
    if len(kept) < 2 or len(kept[0]) not in COLUMNS or not any(found[0]):
        del reading.remarks[before:]
        return None
    if not head_is_marked and not all(is_bold(cell) for cell in kept[0] if cell):
        del reading.remarks[before:]
        return None
    head, *others = kept
    return Table(tuple(map(plainer, head)), tuple(map(tuple, others)))


def _spans(cell: Node) -> bool:
    return any(cell.attributes.get(name, "1").strip() not in {"", "1"} for name in ("rowspan", "colspan"))


def _cell(reading: Reading, cell: Node, style: Run) -> Text:
    return on_lines(_lines(reading, cell, style))


def _lines(reading: Reading, node: Node, style: Run) -> list[Text]:
    """The paragraphs of a cell, one below the other; an entry of a list with a dot before it."""
    found: list[Text] = []
    waiting: list[Node | str] = []

    def finish() -> None:
        if text := reading.text(_runs(reading, waiting, style), node.line):
            found.append(text)
        waiting.clear()

    for kid in node.kids:
        if isinstance(kid, str) or is_inline(kid):
            waiting.append(kid)
            continue
        finish()
        if left_out(reading, kid):
            continue
        inner = _lines(reading, kid, styled(reading, kid, style))
        if kid.tag == "li" and inner and not as_words(inner[0]).startswith("•"):
            inner[0] = (Run("• "), *inner[0])
        found += inner
    finish()
    return found


def _runs(reading: Reading, kids: list[Node | str], style: Run) -> list[Run]:
    return [part for part in inline(reading, kids, style) if isinstance(part, Run)]
