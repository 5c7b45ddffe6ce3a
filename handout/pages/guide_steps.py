"""The step before the words of a guide: "Set up 2"."""

import re
from collections import Counter
from collections.abc import Sequence

from handout.model import Guide


def steps(guides: Sequence[Guide], words: Sequence[str]) -> list[str]:
    """The step of each guide, counted within its part: "Set up 2". A guide of no part is no step.

    `words` are printed beside each: where these count the step themselves ("Step 2: ..."), there is no second number.
    Where no guide has a part, all are counted, but for those whose first line ends with its number: "Picture 3".
    """
    if not any(guide.part for guide in guides):
        return [
            "" if said.partition("\n")[0].endswith(f" {number}") or _counts(said, number) else str(number)
            for number, said in enumerate(words, 1)
        ]
    counts = Counter[str]()
    found = []
    for guide, said in zip(guides, words, strict=True):
        counts[guide.part] += 1
        number = counts[guide.part]
        found.append(guide.part if not guide.part or _counts(said, number) else f"{guide.part} {number}")
    return found


def _counts(words: str, number: int) -> bool:
    return bool(re.search(rf"\bstep {number}\b", words, re.IGNORECASE))
