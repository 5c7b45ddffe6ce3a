"""A school's web page → content.yaml and its pictures; nothing of the page is lost in silence."""

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
