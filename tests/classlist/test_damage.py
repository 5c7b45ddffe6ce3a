"""One mistake in a list: no child gets another's username or is lost without a word, and no secret is told."""

from pathlib import Path
from random import Random

import pytest
from helpers.damage import KINDS, damaged, outcome
from helpers.random_lists import write_list

LISTS = 150  # of each kind and format: 2,400 in all


@pytest.mark.slow
@pytest.mark.parametrize("ending", [".csv", ".xlsx"])
@pytest.mark.parametrize("kind", KINDS)
def test_one_mistake_does_no_harm_and_none_raises_no_alarm(tmp_path: Path, kind: str, ending: str) -> None:
    harmed, alarms = [], []
    for seed in range(LISTS):
        whole, spoilt = damaged(kind, Random(f"{kind}{ending}{seed}"))
        before = outcome(write_list(whole, tmp_path, ending), whole)
        after = outcome(write_list(spoilt, tmp_path, ending, raw=kind == "quotes"), whole)
        if before.told or not before.is_harmless:
            alarms.append((seed, before))
        if not after.is_harmless:
            harmed.append((seed, after))
    assert alarms == []
    assert harmed == []


def test_the_judge_of_the_damage_can_find_it(tmp_path: Path) -> None:
    """A username that is another child's is found, were the reader not to see it."""
    whole, spoilt = damaged("swapped", Random(1))
    for sheet in (whole, spoilt):
        sheet.fields, sheet.headings = ["name", "username"], ["Name", "Username"]
    whole.rows = [["TAN MEI LING", "tan_mei_ling@students.edu.sg"], ["LIM JO ANN", "sunny@students.edu.sg"]]
    spoilt.rows = [["TAN MEI LING", "tan_mei_ling@students.edu.sg"], ["LIM JO ANN", "rainy@students.edu.sg"]]
    assert outcome(write_list(spoilt, tmp_path, ".csv"), whole).wrong == 1
    spoilt.rows.pop()
    assert outcome(write_list(spoilt, tmp_path, ".csv"), whole).lost == 1
