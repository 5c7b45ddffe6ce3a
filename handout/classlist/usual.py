"""What most rows of a table have: what one row alone has may come from another column."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from handout.classlist.holdings import Kind, all_kinds_of, class_key, is_class, plain_cell
from handout.classlist.rows import Row, Source

NEARLY_ALL = 0.8  # of the other rows
_FEW = 3  # rows: so few tell nothing of what is usual


class Usual(NamedTuple):
    """Counts over all rows of a table. `fields` is the usual number of cells, `kinds` what unread columns hold."""

    fields: int
    classes: Counter[str]
    classes_are_plain: bool
    numbers: bool
    several_words: bool
    capitals: bool
    small_words: bool
    has_plain_classes: bool
    kinds: dict[int, Counter[Kind]]
    unread: Counter[str]
    rows: int


def usual_of(source: Source, rows: Sequence[Row], domain: str) -> Usual:
    unread = [place for place in source.table.columns if place not in source.columns.read]
    kinds = {place: all_kinds_of((plain_cell(row.cell(place)) for row in rows), domain) for place in unread}
    classes: Counter[str] = Counter()
    plain = 0
    for name, count in Counter(row.class_name for row in rows if row.class_name).items():
        classes[class_key(name)] += count
        plain += count if is_class(name) else 0
    words = [len(row.name.split()) > 1 for row in rows]
    lengths = Counter(len(row.cells) for row in rows)
    fields = max(source.table.width, min(source.table.fields, max(lengths, default=0)))
    common = min(lengths, key=lambda length: (-lengths[length], length), default=fields)
    return Usual(
        max(fields, common),
        classes,
        plain >= NEARLY_ALL * classes.total(),
        sum(bool(row.register_number) for row in rows) * 2 > len(rows),
        len(rows) > _FEW and sum(words) >= NEARLY_ALL * (len(words) - 1),
        len(rows) > _FEW and sum(row.name.isupper() for row in rows) >= NEARLY_ALL * (len(rows) - 1),
        sum(not row.name.isupper() and any(map(str.islower, row.name.split())) for row in rows)
        > max(1, (1 - NEARLY_ALL) * len(rows)),
        plain > 0,
        kinds,
        Counter(row.cell(place) for row in rows for place in unread),
        len(rows),
    )
