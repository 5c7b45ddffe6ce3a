"""A school's web page → content.yaml and its pictures; nothing of the page is lost silently.

1. `source.py` takes the front matter off and makes HTML of Markdown, each line where the file has it; `tree.py` parses
   it with lxml and finds the page inside a saved website. `scripted.py` puts in what a script would, `word_lists.py`
   makes lists of Word's, `hiding.py` marks what the website does not show.
2. `passages.py` walks over an allow-list of elements, with `inline.py`, `lists.py` and `tables.py`; `runs.py` cleans the
   words. What cannot be printed becomes a remark with its line and its words (`reading.py`).
3. `pictures.py` finds the files and the captions, `recognising.py` the settings; `document.py` writes all of it into the
   starter's content.yaml with `content.edit_content`, which leaves every other line alone.
4. `recording.py` keeps what the page said (`.imported.yaml`); `changes.py` lists what changed on it since; `merging.py`
   puts three versions together and asks only where the page and the school changed the same; `updating.py` writes that.
"""

from handout.importing.changes import Change, page_changes
from handout.importing.document import Imported
from handout.importing.given import Given, given_by, read_given
from handout.importing.importer import import_file, import_page
from handout.importing.merging import Conflict
from handout.importing.recording import is_record, lost_pictures, new_remarks, record
from handout.importing.updating import pictures_to_write, updated

__all__ = [
    "Change",
    "Conflict",
    "Given",
    "Imported",
    "given_by",
    "import_file",
    "import_page",
    "is_record",
    "lost_pictures",
    "new_remarks",
    "page_changes",
    "pictures_to_write",
    "read_given",
    "record",
    "updated",
]
