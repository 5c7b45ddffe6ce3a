"""A page of a school on its website, imported once and again."""

from collections.abc import Callable
from pathlib import Path

from click.testing import Result

from handout.content import edit_content
from helpers.site import tiptap

PAGE = tiptap(
    """<p>Every child has one account. It opens many doors.</p>
<ul data-tight="true" class="tight">
<li>
<p>Keep it safe.</p>
</li>
</ul>
<h4>The first step</h4>
<div class="isomer-image-wrapper">
<img style="width: 100%" height="auto" width="100%" alt="The log in page" src="/images/step1.png">
</div>
<div class="isomer-image-wrapper">
<img style="width: 100%" height="auto" width="100%" alt="" src="/images/step2.png">
</div>
<iframe src="https://www.youtube.com/embed/x"></iframe>
"""
)


def again(site: Path, run: Callable[..., Result], *words: str, typed: str = "", **changes: str) -> Result:
    """Change words of the page, and import it again."""
    page = PAGE
    for old, new in changes.items():
        page = page.replace(old.replace("_", " "), new)
    (site / "_parents" / "mims.md").write_text(page, "utf-8")
    return run("import", "site/_parents/mims.md", "--output", "ours", *words, typed=typed)


def edit(path: Path, *location: str | int, value: str) -> None:
    path.write_text(edit_content(path.read_text("utf-8"), {location: value}), "utf-8")
