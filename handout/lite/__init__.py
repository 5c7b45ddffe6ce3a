"""handout.html: the office's page, Python and all it needs in one file that is double-clicked.

`python -m handout.lite build` makes it: `supplies` fetches what it is made of, by hash; `archive` packs that and this
program, and `build` puts it with the school's own content.yaml and pictures into one page. `inside` is what runs in the
browser: the same application that `handout serve` serves, asked in process. `canvas` has new pictures decoded by the
browser; `pillow` is what of Pillow they are made with.
"""

__all__ = ()
