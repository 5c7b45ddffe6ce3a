"""Ours against other makers of the same packs, in one run: `python tests/benchmarks/compare.py [--quick]`.

Needs the extra `bench`. Every case is a fresh process, from start to written file; where it is quick it runs
three times, by turns with the others, and the median counts. Seconds belong to the machine and the hour:
read the ratios. The seconds of all processors stand beside them: a busy machine changes those less.
"""

import statistics
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from lists import workbook_to_csv
from measure import PATIENCE, Cost, count_right, in_another_process, run
from school import write_school

SMALL, MIDDLE, LARGE, MIDWAY, HUGE, SCHOOL = 40, 400, 2_000, 11_000, 20_000, 1_800
QUICK = 3  # seconds; what is quicker is run three times

OURS, OURS_KEPT, OURS_SCHOOL, TYPST = "ours", "ours, pictures kept", "ours, 48 files", "Typst"  # all tagged
FEW = [TYPST, OURS]
SLOW = ["fpdf2", "WeasyPrint", "ReportLab, naive"]

QUICK_PLAN = [(SMALL, [*FEW, OURS_KEPT]), (MIDDLE, FEW)]
PLAN = [
    *QUICK_PLAN,
    (SCHOOL, [TYPST, OURS_SCHOOL]),
    (LARGE, FEW),
    (MIDWAY, [OURS]),
    (HUGE, [OURS]),
    (SMALL, SLOW),
    (MIDDLE, SLOW),
]


class Result(NamedTuple):
    """Median seconds, those of all processors, peak memory in MB, size in bytes, how many children are right."""

    seconds: float
    processor: float
    memory: float
    size: int
    right: int


Results = dict[tuple[str, int], Result]  # of maker and packs
Plan = list[tuple[int, list[str]]]


def measure(makers: Sequence[str], count: int) -> Results:
    """Run the makers by turns over the same children, so that a busy minute falls on all of them."""
    costs: dict[str, list[Cost]] = {maker: [] for maker in makers}
    results = {}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        children = in_another_process(write_school, folder, count)
        for turn in range(3):
            for maker in makers:
                out = folder / maker
                out.mkdir(exist_ok=True)
                if turn and (not costs[maker] or costs[maker][0].seconds > QUICK):
                    continue
                cost = run(maker, folder, out)
                costs[maker] += [cost] if cost else []
                print(f"{count:,} {maker}: {cost or 'over the limit'}", file=sys.stderr)
        for maker in makers:
            if costs[maker]:
                seconds = statistics.median(cost.seconds for cost in costs[maker])
                processor = statistics.median(cost.processor for cost in costs[maker])
                memory = max(cost.memory for cost in costs[maker])
                size = sum(path.stat().st_size for path in (folder / maker).iterdir())
                right = in_another_process(count_right, folder / maker, children)
                results[maker, count] = Result(seconds, processor, memory, size, right)
    return results


def table(plan: Plan, results: Results) -> str:
    lines = [
        (
            "| packs | made by | seconds | to Typst | of all processors | to Typst | peak MB | file KB "
            "| KB a further child | right |"
        ),
        f"| ---: | --- |{' ---: |' * 8}",
    ]
    for count, makers in sorted(plan, key=lambda group: group[0]):
        lines += [_row(maker, count, results) for maker in makers]
    return "\n".join(lines)


def _row(maker: str, count: int, results: Results) -> str:
    result = results.get((maker, count))
    if result is None:
        return f"| {count:,} | {maker} | skipped: over {PATIENCE} s | | | | | | | |"
    peer = results.get((TYPST, count))
    ratio = f"{result.seconds / peer.seconds:.2f}" if peer else ""
    work = f"{result.processor / peer.processor:.2f}" if peer else ""
    fewer = max((number for name, number in results if name == maker and number < count), default=0)
    further = f"{bytes_per_child(results, maker, fewer, count) / 1000:.2f}" if fewer else ""
    return (
        f"| {count:,} | {maker} | {result.seconds:.2f} | {ratio} "
        f"| {result.processor:.2f} | {work} | {result.memory:.0f} "
        f"| {result.size / 1000:,.0f} | {further} | {result.right:,} of {count:,} |"
    )


def bytes_per_child(results: Results, maker: str, fewer: int, count: int) -> float:
    return (results[maker, count].size - results[maker, fewer].size) / (count - fewer)


def goals(results: Results) -> str:
    """The aims of the project, each with what was measured."""

    def ratio(maker: str, peer: str, count: int) -> float:
        return results[maker, count].seconds / results[peer, count].seconds

    def slope(maker: str, fewer: int, count: int) -> float:
        return (results[maker, count].processor - results[maker, fewer].processor) / (count - fewer)

    def growth(maker: str) -> float:
        # From as many further children twice: the start would hide what grows faster, and few drown in noise.
        return slope(maker, MIDWAY, HUGE) / slope(maker, LARGE, MIDWAY)

    aims: list[tuple[str, Callable[[], float], float]] = [
        ("40, time to Typst's", lambda: ratio(OURS, TYPST, SMALL), 1.6),
        ("40 with the pictures of an earlier run", lambda: ratio(OURS_KEPT, TYPST, SMALL), 1.2),
        ("400, time to Typst's", lambda: ratio(OURS, TYPST, MIDDLE), 1),
        ("2,000, time to Typst's", lambda: ratio(OURS, TYPST, LARGE), 1),
        ("a school in 48 files, time to Typst's in one", lambda: ratio(OURS_SCHOOL, TYPST, SCHOOL), 0.35),
        (
            "peak memory of 2,000 and of the school, MB",
            lambda: max(results[case].memory for case in ((OURS, LARGE), (OURS_SCHOOL, SCHOOL))),
            150,
        ),
        ("bytes a further child", lambda: bytes_per_child(results, OURS, MIDDLE, LARGE), 6000),
        (
            "time a further child from 11,000 to 20,000, to one from 2,000 to 11,000",
            lambda: growth(OURS),
            1.1,
        ),
        (
            "the list of a school as a workbook, time to that as CSV",
            lambda: in_another_process(workbook_to_csv),
            1.1,
        ),
        ("children with a wrong or missing name or username", lambda: wrong(results), 0),
    ]
    return "\n".join(_goal(what, value, aim) for what, value, aim in aims)


def wrong(results: Results) -> int:
    return sum(count - result.right for (maker, count), result in results.items() if "ours" in maker)


def _goal(what: str, value: Callable[[], float], aim: float) -> str:
    try:
        found = value()
    except KeyError:
        return f"- not measured: {what}"
    return f"- {'reached' if found <= aim else 'MISSED'}: {what}: {found:,.2f} (at most {aim:,})"


def main() -> None:
    plan = QUICK_PLAN if "--quick" in sys.argv else PLAN
    results: Results = {}
    for count, makers in plan:
        results |= measure(makers, count)
    print(table(plan, results), goals(results), sep="\n\n")


if __name__ == "__main__":
    main()
