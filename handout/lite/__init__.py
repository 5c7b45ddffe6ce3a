"""handout.html: the office's page, Python and all it needs in one file that is double-clicked.

`python -m handout.lite build` makes it: `supplies` fetches what it is made of, by hash; `archive` packs that and this
program, and `build` puts it with the school's own content.yaml and pictures into one page. `inside` is what runs in the
browser: the same application that `handout serve` serves, asked in process. `canvas` has new pictures decoded by the
browser; `pillow` is what of Pillow they are made with.

A new slide, step by step:

1. A work asks `lite.canvas.Canvas` for a picture that is not prepared. Decoding takes a while and a work cannot wait, so
   the source notes what it lacks and raises `NotYet`; `Decoding`, the runner of the file, has it made and does the work again.
2. `canvas.js` lets the browser decode the file (`createImageBitmap`: upright, colours in sRGB) and reads it back from a
   canvas, some rows at a time. Before each picture a known pattern goes the same way: a browser that changes pixels
   as a guard against tracking is refused in words, and so is what it cannot decode.
3. `pictures.from_canvas` makes it print-ready with the code that the commands use: `print_ready` and
   what it uses run as they are. Pillow has no build for the browser, so `lite/pillow.py` is the module PIL there: the
   operations that these use, over typed arrays (`pixels.js`, `filters.js`, `resample.js`, `palette.js`), each to the last bit as Pillow's.
   A test in Chromium compares the pixels of every finish with the native ones. Only the compression differs.
4. "Save our own handout.html" makes the pictures in every look that can be asked for, and writes them beside
   content.yaml: the saved file prints them in a browser that could not decode them.
"""

__all__ = ()
